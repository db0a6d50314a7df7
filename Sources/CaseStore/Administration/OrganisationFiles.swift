import CaseModel

/// Organisations with everything that is recorded about them.
enum OrganisationFiles {
  static func all(_ connection: any Connection) throws -> [OrganisationFile] { try files(nil, connection) }

  static func one(_ code: String, doing what: String, _ connection: any Connection) throws -> OrganisationFile {
    guard let found = try files(code.uppercased(), connection).first else {
      throw Problem(
        what, because: "There is no organisation \(code) in this store.", try: "List them with mdt organisations.",
        kind: .notFound)
    }
    return found
  }

  private static func files(_ code: String?, _ connection: any Connection) throws -> [OrganisationFile] {
    let values: [Value] = code.map { [.text($0)] } ?? []
    func only(_ column: String) -> String { code == nil ? "" : " AND \(column) = $1" }
    var files = try connection.rows(
      """
      SELECT ods_code, name, kind, open_from, closed_on, phone FROM organisation
      WHERE entered_in_error = 0\(only("ods_code")) ORDER BY name, ods_code
      """, values
    ) { row in
      OrganisationFile(
        organisation: Organisation(
          code: try row.text(), name: try row.text(), kind: try row.codeOrNil(), openFrom: try row.dayOrNil(),
          closedOn: try row.dayOrNil()), phone: row.textOrNil())
    }
    var links = [String: [PracticeLink]]()
    try connection.forEach(
      """
      SELECT k.practice_code, k.id, n.name, l.name, k.start_on, k.end_on FROM practice_link k
      LEFT JOIN network n ON n.id = k.network_id LEFT JOIN locality l ON l.id = k.locality_id
      WHERE k.entered_in_error = 0\(only("k.practice_code")) ORDER BY COALESCE(k.start_on, '') DESC, k.id DESC
      """, values
    ) { row in
      links[try row.text(), default: []].append(
        PracticeLink(
          id: try row.text(), network: row.textOrNil(), locality: row.textOrNil(), from: try row.dayOrNil(),
          end: try row.dayOrNil()))
      return true
    }
    let staff = try counts(
      """
      SELECT organisation_code, count(DISTINCT staff_id) FROM staff_post
      WHERE end_on IS NULL AND entered_in_error = 0\(only("organisation_code")) GROUP BY organisation_code
      """, values, connection)
    let people = try counts(
      """
      SELECT practice_code, count(*) FROM registered_practice
      WHERE end_on IS NULL AND entered_in_error = 0\(only("practice_code")) GROUP BY practice_code
      """, values, connection)
    for place in files.indices {
      let code = files[place].code
      files[place].links = links[code] ?? []
      files[place].staff = staff[code] ?? 0
      files[place].people = people[code] ?? 0
    }
    return files
  }

  private static func counts(
    _ sql: String, _ values: [Value], _ connection: any Connection
  ) throws -> [String: Int] {
    Dictionary(try connection.rows(sql, values) { (try $0.text(), try $0.int()) }) { first, _ in first }
  }

  static func name(_ text: String, doing what: String) throws -> String {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...280).contains(name.count) else {
      throw Problem(
        what, because: "The name has \(name.count) characters, and 1 to 280 are wanted.", try: "Give its name.",
        kind: .badData)
    }
    return name
  }

  /// The identifier of a network or locality.
  static func place(
    _ name: String?, _ table: String, _ allowsNew: Bool, doing what: String, in change: Change
  ) throws -> String? {
    guard let name else { return nil }
    let known = try change.connection.rows(
      "SELECT name_key, name FROM \(table) WHERE entered_in_error = 0 ORDER BY name", []
    ) {
      (key: try $0.text(), name: try $0.text())
    }
    guard allowsNew || known.contains(where: { $0.key == folded(name) }) else {
      throw Problem(
        what, because: "There is no \(table) \(name) in this store.",
        try: "Choose one of \(known.map(\.name).joined(separator: ", ")), or say that it is new.", kind: .notFound)
    }
    return try PracticeSteps.named(name, in: table, change)
  }

  /// What the audit keeps of an organisation: its name, kind and dates, and where it belonged when.
  static func digest(of file: OrganisationFile) -> String {
    let own = [
      file.code, file.organisation.name, file.organisation.kind?.rawValue ?? "-",
      file.organisation.openFrom?.iso ?? "-", file.organisation.closedOn?.iso ?? "-", file.phone ?? "-",
    ]
    let links = file.links.map { "\($0.id) \($0.places) \($0.from?.iso ?? "-") \($0.end?.iso ?? "-")" }
    return SHA256.hex((own + links.sorted()).joined(separator: "\n"))
  }

  static func audit(
    _ code: String, _ action: AuditAction = .update, purpose: String, doing what: String, in change: Change
  ) throws {
    try change.audit(
      action, "organisation \(code)", purpose: purpose,
      digest: digest(of: try one(code, doing: what, change.connection)))
  }

  /// What lists show of the practice's people is derived again.
  static func refreshPeople(of code: String, in change: Change) throws {
    let keys = try change.connection.rows(
      """
      SELECT p.row_key FROM registered_practice r JOIN patient p ON p.id = r.patient_id
      WHERE r.practice_code = $1 AND r.end_on IS NULL AND r.entered_in_error = 0 ORDER BY p.row_key
      """, [.text(code)]
    ) { try $0.int() }
    for keys in DayTurn.runs(of: keys) {
      try CaseloadEntries.refresh(rowKeys: keys, today: change.at.day, change.connection)
    }
  }
}
