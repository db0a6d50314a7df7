/// Which keys stand on more than one line of a small file.
struct KeySurvey: Sendable {
  private var lines = [String: [Int]]()

  mutating func add(_ key: String, line: Int) {
    if !key.isEmpty { lines[key, default: []].append(line) }
  }

  /// Complains when a row's key is on other lines too.
  func check<Field: TableField>(_ key: String, _ row: inout RowReader<Field>, _ field: Field, _ message: String) {
    let others = (lines[key] ?? []).filter { $0 != row.row.record.line }
    if others.isEmpty { return }
    let named = others.prefix(5).map(String.init).joined(separator: ", ")
    row.complain(field, "twice", "\(message)\(others.count == 1 ? "" : "s") \(named). Keep one.")
  }
}
