/// What a line says of one record's columns, beside what is known: only what the line says and what differs is written.
struct FieldDifference: Sendable {
  private(set) var columns = [(column: String, value: Value)]()

  var isEmpty: Bool { columns.isEmpty }

  /// A column the line may say something about; null is: it says nothing.
  mutating func add(_ column: String, _ said: Value, known: Value) {
    if said != .null, said != known { columns.append((column, said)) }
  }

  /// Sets a column whatever the line says.
  mutating func set(_ column: String, _ value: Value) { columns.append((column, value)) }

  /// Writes the columns with who, when and the next version. `key` names the row.
  func write(_ table: String, _ key: [(column: String, value: Value)], in change: Change) throws {
    guard !isEmpty else { return }
    let count = columns.count
    let sets = columns.enumerated().map { "\($1.column) = $\($0 + 1)" }
    let conditions = key.enumerated().map { "\($1.column) = $\(count + 3 + $0)" }
    try change.connection.run(
      """
      UPDATE \(table) SET \(sets.joined(separator: ", ")), updated_at = $\(count + 1), updated_by = $\(count + 2), \
      row_version = row_version + 1 WHERE \(conditions.joined(separator: " AND "))
      """, columns.map { $0.value } + [.of(change.at), .text(change.staffID)] + key.map { $0.value })
  }
}
