/// Every table with a person's rows, in the order in which they go when their record is destroyed (decision 25): those
/// of later migrations first, because they refer to the earlier ones. A migration that adds such a table says so in a
/// `tables` of its own and stands here.
enum PersonTables {
  /// Found by the person, and added since Migration0008.
  static let later = Migration0009.tables

  static let all = later + Migration0008.tables
}
