/// What is looked for in full-text search. Folded words hold letters and digits only.
enum SearchTerm: Hashable, Sendable {
  case beginning(String)
  case whole(String)
}

/// Full-text search, which each engine does in its own way (store.md 3): over names, and over what plans and notes say.
protocol SearchTables {
  /// Makes somebody's words findable. The words that were there must have been forgotten.
  static func learn(name words: String, of key: Int, _ connection: any Connection) throws
  /// `words` as they were learnt.
  static func forget(name words: String, of key: Int, _ connection: any Connection) throws
  static func learn(passage text: String, of key: Int, _ connection: any Connection) throws
  /// `text` as it was learnt.
  static func forget(passage text: String, of key: Int, _ connection: any Connection) throws

  /// Makes sure that what was forgotten is in no part of the index any more, not even in what later searches pass over.
  static func letGo(_ connection: any Connection) throws

  /// What has all of the terms, as the value that the statements below take.
  static func query(_ terms: [SearchTerm]) -> String

  /// The column `row_key` of names that match a value, which stands in the text as a place: `$3`.
  static func nameKeys(matching place: String) -> String

  /// People whose names match `$1`, at most `$limit`, in the order of their row keys; `birth` narrows them down.
  static func peopleMatching(_ birth: String, limit: Int) -> String

  /// Plans and notes that match `$1`, at most `$2`, with the person they are about.
  static var passagesMatching: String { get }

  /// Row keys, as text, that only one of the caseload's list and the search over names knows.
  static var namesOutOfStep: String { get }
  /// Row keys, as text, that only one of the passages and the search over them knows.
  static var passagesOutOfStep: String { get }
}
