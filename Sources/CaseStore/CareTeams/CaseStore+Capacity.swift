public import CaseModel

/// How much social workers can carry, and when they are away (4.5).
extension CaseStore {
  /// Every social worker with what they carry today, by name.
  public func socialWorkers() async throws(Problem) -> [SocialWorker] {
    try await permitted("The social workers were not read.", .action(.proposeAssignment)) { connection, permit in
      try Capacities.workers(on: permit.facts?.day ?? Day(number: 0), connection)
    }
  }

  /// Says from a day on how much somebody can carry. The wte is in hundredths.
  ///
  /// - Throws: `badData` for what is out of its bounds; `notFound`.
  public func setCapacity(
    of staff: ID<StaffMember>, wte: Int, pointsPerWTE: Int, maxCount: Int?, from: Day, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "No capacity was set."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    guard (0...150).contains(wte), (1...1000).contains(pointsPerWTE), (0...10_000).contains(maxCount ?? 0) else {
      throw Problem(
        what, because: "A wte is from 0 to 1.5, the points of a whole one from 1 to 1000, and people from 0 to 10,000.",
        try: "Give numbers within these.", kind: .badData)
    }
    try await writing(what, .action(.approveAssignment), by) { change in
      _ = try Absences.expect(staff, doing: what, change.connection)
      try Absences.add(
        staff,
        [
          ("from_on", .of(from)), ("absence", "none"), ("wte", .of(wte)), ("points_per_wte", .of(pointsPerWTE)),
          ("max_count", .of(maxCount)), ("present", 100), ("reason", .text(why)),
        ], purpose: "from \(from.iso) wte \(wte), \(pointsPerWTE) points: \(why)", in: change)
    }
  }

  /// Records that somebody is away, and who covers for them meanwhile: the cover sees their people and is nobody's named
  /// social worker by it.
  ///
  /// - Parameter present: how much of their time they are here all the same, in hundredths.
  /// - Returns: what `endAbsence` wants.
  @discardableResult public func recordAbsence(
    of staff: ID<StaffMember>, _ kind: Capacity.Absence, from: Day, to: Day?, present: Int = 0,
    cover: ID<StaffMember>? = nil, reason: String, by: Writing
  ) async throws(Problem) -> String {
    let what = "No absence was recorded."
    guard kind != .none, (0...100).contains(present), to.map({ $0 >= from }) ?? true, cover != staff else {
      throw Problem(
        what, because: "The days, the part of the time or the cover do not hold together.",
        try: "Give a first day, a last one that is no earlier, and somebody else as cover.", kind: .badData)
    }
    return try await writing(what, .action(.proposeAssignment), by) { change in
      let member = try Absences.expect(staff, doing: what, change.connection)
      if let cover {
        let other = try Absences.expect(cover, doing: what, change.connection)
        guard other.isActive(on: from), to.map({ other.isActive(on: $0) }) ?? (other.to == nil) else {
          throw Problem(
            what, because: "\(other.name) does not work here for all of it.", try: "Choose another cover.",
            kind: .badData)
        }
      }
      let id = try Absences.add(
        staff,
        [
          ("from_on", .of(from)), ("to_on", .of(to)), ("absence", .of(kind)), ("present", .of(present)),
          ("cover_id", .of(cover)), ("reason", .of(try TeamRules.text(reason, doing: what))),
        ], purpose: "away, \(kind.rawValue), from \(from.iso)\(to.map { " to \($0.iso)" } ?? "")", in: change)
      try StaffFiles.refreshPeople(of: member.id, in: change)
      return id
    }
  }

  /// Ends an absence with a last day, earlier or later than was thought.
  public func endAbsence(
    _ absence: String, of staff: ID<StaffMember>, lastDay: Day, by: Writing
  ) async throws(Problem) {
    let what = "The absence was not ended."
    try await writing(what, .action(.proposeAssignment), by) { change in
      let changed = try change.connection.run(
        """
        UPDATE staff_capacity SET to_on = $1, updated_at = $2, updated_by = $3, row_version = row_version + 1
        WHERE staff_id = $4 AND id = $5 AND absence <> 'none' AND entered_in_error = 0 AND from_on <= $1
        """, [.of(lastDay), .of(change.at), .text(change.staffID), .of(staff), .text(absence)])
      guard changed == 1 else {
        throw Problem(
          what, because: "There is no such absence that had begun by then.", try: "List them with mdt load.",
          kind: .notFound)
      }
      try change.audit(.update, "staff_capacity \(absence)", purpose: "away until \(lastDay.iso)")
    }
  }

  /// How evenly the work is shared today (R-SW-05), in numbers about staff and without the name of anybody who is cared for.
  public func fairness() async throws(Problem) -> FairnessReport {
    try await counting("The report was not made.", .action(.reportAggregate)) { connection, permit in
      try FairnessReading.report(on: permit.facts?.day ?? Day(number: 0), connection)
    }
  }
}

enum Absences {
  static func expect(
    _ staff: ID<StaffMember>, doing what: String, _ connection: any Connection
  ) throws -> StaffMember {
    guard let member = try StaffRows.one(staff, connection) else {
      throw Problem(
        what, because: "There is no such member of staff.", try: "List them with mdt staff.", kind: .notFound)
    }
    return member
  }

  @discardableResult static func add(
    _ staff: ID<StaffMember>, _ values: [(column: String, value: Value)], purpose: String, in change: Change
  ) throws -> String {
    let id = change.by.newID()
    try change.insert("staff_capacity", [("staff_id", .of(staff)), ("id", .text(id))] + values)
    try change.audit(.create, "staff_capacity \(id)", after: 1, purpose: purpose)
    return id
  }
}

enum FairnessReading {
  static func report(on day: Day, _ connection: any Connection) throws -> FairnessReport {
    let target = Double(try Settings.whole("risk.target_percentile", or: 80, connection))
    let quintiles = try connection.rows(
      """
      SELECT p.imd_quintile, count(*), sum(CASE WHEN t.id IS NULL THEN 0 ELSE 1 END),
        sum(CASE WHEN e.percentile >= $1 THEN 1 ELSE 0 END),
        CAST(sum(CASE WHEN t.id IS NULL THEN 0 ELSE COALESCE(t.weight, $2) END) AS bigint)
      FROM caseload_entry e JOIN patient p ON p.id = e.patient_id
      LEFT JOIN care_team_member t ON t.patient_id = e.patient_id AND t.role = 'named_social_worker'
        AND t.end_at IS NULL AND t.entered_in_error = 0
      WHERE e.enrolment = 'enrolled' AND e.died IS NULL GROUP BY p.imd_quintile
      ORDER BY COALESCE(p.imd_quintile, 9)
      """, [.real(target), .of(CaseWeight.unsaid)]
    ) { row in
      FairnessReport.Quintile(
        number: row.intOrNil(), people: try row.int(), named: try row.int(), highRisk: try row.int(),
        points: try row.int())
    }
    return FairnessReport(
      on: day, workers: try Capacities.workers(on: day, connection), bands: try Capacities.bands(connection),
      quintiles: quintiles, allocated: quintiles.reduce(0) { $0 + $1.named },
      waiting: try connection.count(
        """
        SELECT count(*) FROM allocation_request r JOIN caseload_entry e ON e.patient_id = r.patient_id
        WHERE r.role = 'named_social_worker' AND r.closed_at IS NULL AND r.entered_in_error = 0 AND e.died IS NULL
        """),
      redChoices: try connection.count(
        """
        SELECT count(*) FROM allocation_proposal WHERE state = 'published' AND band = 'red' AND entered_in_error = 0
        AND decided_at >= $1
        """, [.of(Moment(day - 28, hour: 0, minute: 0))]))
  }
}
