extension String {
  /// As it stands within a sentence: "Care navigator" is "care navigator", and MDT, GP and A&E stay as they are.
  public var lowercasedFirst: String {
    if let second = dropFirst().first, !second.isLowercase, second != " " { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
