import CaseModel

extension KnownPerson {
  /// Row keys of live people with an NHS number. The index keeps it to one (R-ID-05).
  static func keys(nhs number: NHSNumber, _ connection: any Connection) throws -> [Int] {
    try connection.rows(
      "SELECT row_key FROM patient WHERE nhs_number = $1 AND entered_in_error = 0 AND merged_into IS NULL",
      [.text(number.digits)]
    ) { try $0.int() }
  }

  /// Row keys of live people with the same birth date, names and practice, for a line without a number, and for a
  /// number that is new (then of people without one).
  static func keys(
    like line: CaseloadLine, withoutNumber: Bool, upTo rowKey: Int, _ connection: any Connection
  ) throws -> [Int] {
    let name = PersonName(family: line.familyName, given: line.givenNames)
    return try connection.rows(
      """
      SELECT p.row_key FROM patient p JOIN registered_practice r ON r.patient_id = p.id AND r.end_on IS NULL
      AND r.entered_in_error = 0
      WHERE p.birth_date = $1 AND p.name_key = $2 AND r.practice_code = $3 AND p.row_key <= $4
      AND p.entered_in_error = 0 AND p.merged_into IS NULL \(withoutNumber ? "AND p.nhs_number IS NULL" : "")
      """,
      [.of(line.born), .text(name.likeness), .text(line.practiceCode), .of(rowKey)]
    ) { try $0.int() }
  }

  init?(rowKey: Int, _ connection: any Connection) throws {
    let found = try connection.first(
      """
      SELECT id, birth_date_estimated, death_date, \(PersonColumns.all.joined(separator: ", ")) FROM patient
      WHERE row_key = $1
      """, [.of(rowKey)]
    ) { row in
      var known = KnownPerson()
      known.id = try row.text()
      known.isBirthEstimated = try row.flag()
      known.died = try row.dayOrNil()
      known.columns = PersonColumns.all.map { column in
        column == "interpreter_required" || column == "lives_alone" ? .of(row.flagOrNil()) : .of(row.textOrNil())
      }
      return known
    }
    guard let found else { return nil }
    self = found
    self.rowKey = rowKey
    let key: [Value] = [.text(id)]
    try readPlaces(key, connection)
    try readCare(key, connection)
    try readFacts(key, connection)
  }

  private mutating func readPlaces(_ key: [Value], _ connection: any Connection) throws {
    aliases = try connection.rows(
      "SELECT family_name, given_names FROM patient_alias WHERE patient_id = $1 AND entered_in_error = 0", key
    ) { "\(try $0.text()) \(try $0.text())" }
    address = try connection.first(
      """
      SELECT id, postcode, line1, line2, line3, line4, line5 FROM patient_address
      WHERE patient_id = $1 AND kind = 'home' AND end_on IS NULL AND entered_in_error = 0 ORDER BY id DESC LIMIT 1
      """, key
    ) { row in
      let (id, postcode) = (try row.text(), try row.text())
      return HomeAddress(id: id, lines: (0..<5).compactMap { _ in row.textOrNil() }, postcode: postcode)
    }
    telephones = try connection.rows(
      "SELECT number FROM patient_telecom WHERE patient_id = $1 AND entered_in_error = 0", key
    ) { digits(of: try $0.text()) }
    practice = try connection.first(
      """
      SELECT id, practice_code FROM registered_practice
      WHERE patient_id = $1 AND end_on IS NULL AND entered_in_error = 0
      """, key
    ) { (try $0.text(), try $0.text()) }
  }

  private mutating func readCare(_ key: [Value], _ connection: any Connection) throws {
    enrolment = try connection.first(
      """
      SELECT id, status, route, identified_on, enrolled_on, ended_on FROM enrolment
      WHERE patient_id = $1 AND entered_in_error = 0 ORDER BY id DESC LIMIT 1
      """, key
    ) {
      Enrolled(
        id: try $0.text(), status: try $0.code(), route: try $0.codeOrNil(), identifiedOn: try $0.dayOrNil(),
        enrolledOn: try $0.dayOrNil(), endedOn: try $0.dayOrNil())
    }
    consents = try connection.rows(
      """
      SELECT basis, decision, at FROM consent
      WHERE patient_id = $1 AND subject = 'enrolment' AND entered_in_error = 0
      """, key
    ) { Statement(basis: try $0.code(), decision: try $0.text(), at: try $0.day()) }
    scores = try connection.rows(
      "SELECT model, model_version, run_on, value, unit FROM risk_score WHERE patient_id = $1", key
    ) {
      Score(
        model: try $0.text(), version: $0.textOrNil(), runOn: try $0.day(), value: try $0.real(), unit: try $0.code())
    }
  }

  private mutating func readFacts(_ key: [Value], _ connection: any Connection) throws {
    facts = try connection.rows(
      """
      SELECT id, organisation_code, label, text FROM partner_data
      WHERE patient_id = $1 AND import_id IS NOT NULL AND entered_in_error = 0
      """, key
    ) { Fact(id: try $0.text(), organisation: try $0.text(), label: try $0.text(), text: try $0.text()) }
    happenings = Set(
      try connection.rows(
        "SELECT kind, happened_on FROM patient_event WHERE patient_id = $1 AND entered_in_error = 0", key
      ) { Happening(kind: try $0.text(), on: try $0.day()) })
    unknown = Dictionary(
      try connection.rows("SELECT name, value FROM unknown_column WHERE patient_id = $1", key) {
        (try $0.text(), try $0.text())
      }
    ) { first, _ in first }
  }
}

/// A telephone number's digits, to compare numbers however they are written.
func digits(of text: String) -> String { String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self) }
