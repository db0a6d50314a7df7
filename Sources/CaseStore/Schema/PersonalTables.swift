/// Tables with a person's rows, of every step of the schema, in the order in which they go (handbook 8.6).
enum PersonalTables {
  /// Those that came after `Migration0008`, each named by its own step.
  static let later = Migration0010.ofPeople

  static let ofPeople = later + Migration0008.ofPeople
  static let all = later + Migration0008.tables
}
