import CaseModel

extension CaseStore {
  /// What was still open when somebody died, each to be closed by itself (R-ID-08).
  func closingsAfterDeath() async throws(Problem) -> [WorklistRow] {
    try await permitted("What a death left open was not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      var isOpen = [ID<Patient>: Bool]()
      return try AfterDeath.rows(connection).filter { row in
        let open = try isOpen[row.patient] ?? Duplicates.isOpen(row.patient, to: facts, connection)
        isOpen[row.patient] = open
        return open
      }
    }
  }

  /// Pairs of records that somebody has to look at (R-ID-06).
  func duplicateRows() async throws(Problem) -> [WorklistRow] {
    try await possibleDuplicates().map { pair in
      let other = pair.other
      let words = "\(other.name.shown()), born \(other.born.short), \(other.nhsNumber?.spaced ?? "no NHS No.")"
      return WorklistRow(
        patient: pair.one.patient, name: pair.one.name, nhsNumber: pair.one.nhsNumber,
        why: "Perhaps the same as \(words): \(pair.shared)", toDo: "Compare them, then join them or leave them apart",
        due: nil, isOverdue: false, target: .duplicates, born: pair.one.born, hasSimilar: true)
    }
  }
}

/// What the tables have open for people who have died.
enum AfterDeath {
  static func rows(_ connection: any Connection) throws -> [WorklistRow] {
    let person = "p.id, p.family_name, p.given_names, p.title, p.nhs_number, p.birth_date, p.death_date"
    let dead = "p.death_date IS NOT NULL AND p.entered_in_error = 0 AND p.merged_into IS NULL"
    let kinds: [(sql: String, why: (String) -> String, toDo: String, target: WorklistRow.Target)] = [
      (
        """
        SELECT \(person), t.role, t.staff_id, s.name FROM care_team_member t JOIN patient p ON p.id = t.patient_id
        JOIN staff s ON s.id = t.staff_id WHERE t.end_at IS NULL AND t.entered_in_error = 0 AND \(dead)
        ORDER BY p.death_date, p.id LIMIT 500
        """, { "still has a \($0.split(separator: "_").joined(separator: " "))" }, "End the role", .team
      ),
      (
        """
        SELECT \(person), a.what, NULL, a.who_name FROM plan_action a JOIN care_plan c ON c.id = a.plan_id
        JOIN patient p ON p.id = c.patient_id
        WHERE a.entered_in_error = 0 AND COALESCE(a.status, 'not_started') IN ('not_started', 'in_progress') AND \(dead)
        AND c.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
        ORDER BY p.death_date, p.id LIMIT 500
        """, { "an action is open: \($0)" }, "Tell its owner, and close the plan", .carePlan
      ),
      (
        """
        SELECT \(person), r.kind, r.owner_id, s.name FROM referral r JOIN patient p ON p.id = r.patient_id
        LEFT JOIN staff s ON s.id = r.owner_id WHERE r.closed_at IS NULL AND r.entered_in_error = 0 AND \(dead)
        ORDER BY p.death_date, p.id LIMIT 500
        """, { "a referral is open: \($0.split(separator: "_").joined(separator: " "))" }, "Close it", .record
      ),
    ]
    return try kinds.flatMap { kind in
      try connection.rows(kind.sql) { row in
        let patient: ID<Patient> = try row.id()
        let name = PersonName(family: try row.text(), given: try row.text(), title: row.textOrNil())
        let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
        let (born, died) = (try row.day(), try row.day())
        let what = kind.why(row.textOrNil() ?? "not described")
        return WorklistRow(
          patient: patient, name: name, nhsNumber: number, why: "Died on \(died.short), and \(what)",
          toDo: kind.toDo, due: died, isOverdue: true, owner: row.idOrNil(), ownerName: row.textOrNil(),
          target: kind.target, born: born)
      }
    }
  }
}
