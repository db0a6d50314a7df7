/// Invented practices, streets and organisations. Codes from `F99001` and `R9901` belong to nobody.
enum SamplePlaces {
  struct Practice: Sendable {
    let code: String
    let name: String
    let network: Int
    let locality: String
    /// Postcode district.
    let district: String
  }

  static let southWest = 8

  /// 36 practices in 8 networks and 4 localities; the first eight are the South West's (handbook 0.2).
  static let practices: [Practice] = {
    let sizes: [(network: Int, locality: String, count: Int, districts: [String])] = [
      (3, "South West", 4, ["E1"]), (4, "South West", 4, ["E1W", "E1"]), (1, "North West", 5, ["E1", "E2"]),
      (2, "North West", 5, ["E2"]), (5, "North East", 5, ["E3"]), (6, "North East", 5, ["E3"]),
      (7, "South East", 4, ["E14"]), (8, "South East", 4, ["E14"]),
    ]
    var all = [Practice]()
    for size in sizes {
      for place in 0..<size.count {
        let number = all.count + 1
        all.append(
          Practice(
            code: "F990" + (number < 10 ? "0" : "") + String(number), name: names[number - 1], network: size.network,
            locality: size.locality, district: size.districts[place % size.districts.count]))
      }
    }
    return all
  }()

  private static let names = [
    "Lantern Row Surgery", "Ropewalk Medical Centre", "Tallow Square Practice", "Harbour Steps Surgery",
    "Cooper's Yard Practice", "Saltpetre Health Centre", "Mast House Surgery", "Tidewater Practice",
    "Weavers' Gate Surgery", "Silk Mill Practice", "Almond Street Surgery", "Candlewick Health Centre",
    "Threshers Lane Practice", "Mulberry House Surgery", "Bellfounders Practice", "Old Tannery Surgery",
    "Spindle Court Practice", "Dial House Surgery", "Bowyers Medical Centre", "Millstream Practice",
    "Matchmakers Surgery", "Lockkeeper's Practice", "Orchard Bridge Surgery", "Fairfield Row Practice",
    "Three Chimneys Surgery", "Gasworks Lane Practice", "Penny Lane Health Centre", "Victoria Walk Surgery",
    "Blackwater Practice", "Chandlers Wharf Surgery", "Island Road Practice", "Sailmakers Health Centre",
    "Clipper House Surgery", "Mudchute View Practice", "Ferry Stairs Surgery", "Capstan Medical Centre",
  ]

  static let streets = [
    "Lantern Row", "Ropewalk Close", "Tallow Square", "Harbour Steps", "Cooper's Yard", "Saltpetre Lane", "Mast Street",
    "Tidewater Walk", "Silk Mill Lane", "Almond Street", "Threshers Lane", "Bellfounders Row", "Spindle Court",
    "Millstream Road", "Matchmakers Way", "Orchard Bridge", "Fairfield Row", "Gasworks Lane", "Chandlers Wharf",
    "Sailmakers Road", "Clipper Street", "Ferry Stairs", "Capstan Square", "Weighbridge Road",
  ]

  static let houses = [
    "Anchor House", "Drake Point", "Sorrel House", "Kestrel Court", "Quayside Tower", "Linnet House",
  ]

  /// The letters that inward codes use.
  static let inward = Array("ABDEFGHJLNPQRSTUWXYZ").map(String.init)

  static let conditions = [
    "Type 2 diabetes", "Hypertension", "COPD", "Heart failure", "Dementia", "Atrial fibrillation", "Osteoarthritis",
    "Chronic kidney disease stage 3", "Depression", "Stroke", "Frailty", "Asthma", "Parkinson's disease",
    "Ischaemic heart disease", "Osteoporosis", "Epilepsy", "Schizophrenia", "Visual impairment",
  ]

  static let allergies = [
    "Penicillin", "Aspirin", "Trimethoprim", "Latex", "Codeine", "Penicillin; nuts", "Ibuprofen", "Elastoplast",
  ]

  static let notes = [
    "Ring the daughter first.", "Housebound, use the side gate.", "Hard of hearing: face the person when speaking.",
    "Prefers afternoon visits.", "Key safe: ask the district nurses.", "Fell twice this winter.",
    "Carer for her husband.", "Does not read letters; telephone.", "Dog in the house, friendly.",
    "Lift often out of order, fourth floor.", "Goes to the lunch club on Thursdays.", "Recently bereaved.",
  ]
}
