import CaseModel

/// One of the numbers the program works with, with what it rests on (spec 0.4).
public struct Setting: Hashable, Sendable, Codable {
  /// `plan.review_max_days`
  public var key: String
  public var value: String
  /// `days`, `hours`, `percentile`...
  public var unit: String
  /// Where the number comes from, or that it is our own default.
  public var basis: String
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int
}

enum Settings {
  static func all(_ connection: any Connection) throws -> [Setting] {
    try connection.rows("SELECT key, value, unit, basis, row_version FROM setting ORDER BY key", [], read)
  }

  /// A whole number that the program goes by.
  static func whole(_ key: String, or absent: Int, _ connection: any Connection) throws -> Int {
    let text = try connection.first("SELECT value FROM setting WHERE key = $1", [.text(key)]) { try $0.text() }
    return text.flatMap { Int($0) } ?? absent
  }

  static func history(of key: String, _ connection: any Connection) throws -> [SettingChange] {
    let now = try connection.first("SELECT value FROM setting WHERE key = $1", [.text(key)]) { try $0.text() }
    guard let now else {
      throw Problem(
        "The history was not read.", because: "There is no setting \(key).", try: "List them with mdt settings.",
        kind: .notFound)
    }
    var after = now
    return try connection.rows(
      """
      SELECT h.value, h.changed_at, s.name, h.reason FROM setting_history h JOIN staff s ON s.id = h.changed_by
      WHERE h.key = $1 ORDER BY h.row_version DESC
      """, [.text(key)]
    ) { row in
      let before = try row.text()
      defer { after = before }
      return SettingChange(
        key: key, before: before, after: after, at: try row.moment(), by: try row.text(), reason: try row.text())
    }
  }

  private static func read(_ row: inout Columns) throws -> Setting {
    Setting(
      key: try row.text(), value: try row.text(), unit: try row.text(), basis: try row.text(),
      rowVersion: try row.int())
  }

  static func set(_ key: String, to value: String, reason: String, in change: Change) throws {
    let what = "The setting was not changed."
    guard
      let old = try change.connection.first(
        "SELECT key, value, unit, basis, row_version FROM setting WHERE key = $1", [.text(key)], read)
    else {
      throw Problem(
        what, because: "There is no setting \(key).", try: "List them with mdt settings.", kind: .notFound)
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Problem(
        what, because: "There is no reason, and whoever looks later wants to know why.",
        try: "Say in a few words why it is changed.", kind: .badData)
    }
    try SettingValue.check(value, of: old, doing: what, change.connection)
    guard fits(value, like: old) else {
      throw Problem(
        what, because: "\(key) is counted in \(old.unit), and \"\(value)\" is not such a value.",
        try: old.unit == "public keys"
          ? "Give the lines that mdt keys show prints, with blanks between them." : "Give a value like \(old.value).",
        kind: .badData)
    }
    try change.connection.run(
      "UPDATE setting SET value = $1, row_version = row_version + 1 WHERE key = $2 AND row_version = $3",
      [.text(value), .text(key), .of(old.rowVersion)])
    try change.insertPlain(
      "setting_history",
      [
        ("key", .text(key)), ("row_version", .of(old.rowVersion)), ("value", .text(old.value)),
        ("changed_at", .of(change.at)), ("changed_by", .text(change.staffID)), ("reason", .text(reason)),
      ])
    try change.audit(
      .settingChange, "setting \(key)", before: old.rowVersion, after: old.rowVersion + 1,
      purpose: "from \(old.value) to \(value): \(reason)", digest: digest(key, value))
  }

  /// What the audit keeps of a setting.
  static func digest(_ key: String, _ value: String) -> String { SHA256.hex("\(key)=\(value)") }

  /// Blanks between keys; none is nobody.
  private static func areKeys(_ value: String) -> Bool {
    do throws(Problem) {
      for word in value.split(separator: " ") { _ = try BackupPublicKey(reading: String(word)) }
      return true
    } catch {
      return false
    }
  }

  private static func fits(_ value: String, like old: Setting) -> Bool {
    if let least = RetentionPeriods.least[old.key] { return Int(value).map { (least...1000).contains($0) } ?? false }
    switch old.unit {
    case "time":
      let parts = value.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard value.utf8.count == 5, parts.count == 2, let hour = parts[0], let minute = parts[1] else { return false }
      return (0..<24).contains(hour) && (0..<60).contains(minute)
    case "public keys": return areKeys(value)
    case "of capacity": return Double(value).map { $0 > 0 && $0 < 10 } ?? false
    case "service days": return ServiceWindow.Days(rawValue: value) != nil
    case "yes or no": return value == "yes" || value == "no"
    case "percentile": return Int(value).map { (0...100).contains($0) } ?? false
    default: return Int(value).map { (0...100_000).contains($0) } ?? false
    }
  }
}
