print("mdt")
