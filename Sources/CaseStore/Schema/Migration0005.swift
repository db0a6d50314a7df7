/// Holds the number of a step that comes by itself.
enum Migration0005: Migration {
  static let version = 5
  static let statements = [String]()
}
