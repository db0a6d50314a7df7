import CaseModel

/// The rows that an act on somebody's team changed, each as it was and as it is, so that the act can be taken back and
/// done again (R-SW-03). Whatever changes a row of the four tables does it here.
final class TeamLog {
  enum Table: String, Codable {
    case member = "care_team_member"
    case request = "allocation_request"
    case proposal = "allocation_proposal"
    case note = "handover_note"

    /// What can change in a row of it, and which of that is a number.
    var columns: [String] {
      switch self {
      case .member:
        [
          "end_at", "end_reason", "end_text", "accepted_at", "declined_at", "person_told_on", "person_told_method",
          "weight_code", "status_reason", "weight", "entered_in_error",
        ]
      case .request: ["closed_at", "closed_as", "closed_reason", "status_reason", "entered_in_error"]
      case .proposal: ["state", "band", "decided_at", "decided_by", "status_reason", "entered_in_error"]
      case .note: ["status_reason", "entered_in_error"]
      }
    }

    static func isNumber(_ column: String) -> Bool { column == "weight" || column == "entered_in_error" }
  }

  struct Step: Codable {
    var table: Table
    var patient: String
    var id: String
    /// Nil where the act made the row: taken back it is void.
    var before: [String: String]?
    var after: [String: String]
    /// What its row_version is after the newest turn.
    var version: Int
  }

  /// What of a plan went from one to another, by a signed version.
  struct Review: Codable {
    var patient: String
    var answers: [PlanHandover.Answer]
  }

  struct Record: Codable {
    var steps: [Step]
    var reviews: [Review]
  }

  private(set) var steps = [Step]()
  var reviews = [Review]()
  private var places = [String: Int]()

  init() {}

  // MARK: Changing

  func add(
    _ table: Table, _ patient: ID<Patient>, _ id: String, _ values: [(column: String, value: Value)],
    in change: Change
  ) throws {
    try change.insert(table.rawValue, [("patient_id", .of(patient)), ("id", .text(id))] + values)
    let (now, version) = try state(table, patient, id, change.connection)
    places["\(table.rawValue) \(patient) \(id)"] = steps.count
    steps.append(Step(table: table, patient: patient.text, id: id, before: nil, after: now, version: version))
  }

  func set(
    _ table: Table, _ patient: ID<Patient>, _ id: String, _ values: [(column: String, value: Value)],
    in change: Change
  ) throws {
    let (before, _) = try state(table, patient, id, change.connection)
    try write(table, patient, id, values, in: change)
    let (now, version) = try state(table, patient, id, change.connection)
    if let place = places["\(table.rawValue) \(patient) \(id)"] {
      steps[place].after = now
      steps[place].version = version
    } else {
      places["\(table.rawValue) \(patient) \(id)"] = steps.count
      steps.append(Step(table: table, patient: patient.text, id: id, before: before, after: now, version: version))
    }
  }

  private func write(
    _ table: Table, _ patient: ID<Patient>, _ id: String, _ values: [(column: String, value: Value)],
    in change: Change
  ) throws {
    try TeamLog.write(table, patient, id, values, in: change)
  }

  static func write(
    _ table: Table, _ patient: ID<Patient>, _ id: String, _ values: [(column: String, value: Value)],
    in change: Change
  ) throws {
    var columns = values.enumerated().map { "\($1.column) = $\($0 + 1)" }
    let next = values.count + 1
    columns += ["updated_at = $\(next)", "updated_by = $\(next + 1)", "row_version = row_version + 1"]
    try change.connection.run(
      """
      UPDATE \(table.rawValue) SET \(columns.joined(separator: ", "))
      WHERE patient_id = $\(next + 2) AND id = $\(next + 3)
      """,
      values.map { $0.value } + [.of(change.at), .text(change.staffID), .of(patient), .text(id)])
  }

  private func state(
    _ table: Table, _ patient: ID<Patient>, _ id: String, _ connection: any Connection
  ) throws -> ([String: String], Int) {
    guard let found = try TeamLog.state(table, patient, id, connection) else {
      throw StoreFault(.damaged, "a row of \(table.rawValue) is not there")
    }
    return found
  }

  static func state(
    _ table: Table, _ patient: ID<Patient>, _ id: String, _ connection: any Connection
  ) throws -> ([String: String], Int)? {
    let columns = table.columns
    return try connection.first(
      """
      SELECT row_version, \(columns.joined(separator: ", ")) FROM \(table.rawValue) WHERE patient_id = $1 AND id = $2
      """, [.of(patient), .text(id)]
    ) { row in
      let version = try row.int()
      var state = [String: String]()
      for column in columns {
        if Table.isNumber(column) {
          state[column] = row.intOrNil().map { "\($0)" }
        } else {
          state[column] = row.textOrNil()
        }
      }
      return (state, version)
    }
  }

  static func values(of state: [String: String], _ table: Table) -> [(column: String, value: Value)] {
    table.columns.map { column in
      let text = state[column]
      return (column, Table.isNumber(column) ? .of(text.flatMap { Int($0) }) : .of(text))
    }
  }

  // MARK: Keeping

  /// What may be taken back of it, for whoever did it. `patient` where it is about one.
  func keep(words: String, patient: ID<Patient>?, in change: Change) throws {
    guard !steps.isEmpty || !reviews.isEmpty else { return }
    try UndoLog.add(
      UndoLog.Entry(
        kind: .team, patient: patient, subject: steps.first?.id ?? "team", words: words,
        after: try JSONText.encode(
          Record(steps: steps, reviews: reviews), what: "What was done was not kept for undoing.")),
      in: change)
  }
}
