import CaseModel

/// One joining or taking apart.
struct Merging {
  let what: String
  let change: Change

  func join(_ joined: ID<Patient>, into survivor: ID<Patient>, reason: String) throws {
    guard joined != survivor else {
      throw Problem(what, because: "It is one record.", try: "Name two.", kind: .badData)
    }
    for one in [joined, survivor] {
      let state = try change.connection.first(
        "SELECT merged_into FROM patient WHERE id = $1 AND entered_in_error = 0", [.of(one)]
      ) { $0.textOrNil() }
      guard let state else { throw AccessDenial.concealed.problem(what, .mergeRecords) }
      guard state == nil else {
        throw Problem(
          what, because: "One of them is joined to another record already.", try: "Look at what was joined.",
          kind: .conflict)
      }
    }
    let open = try stillOpen(joined)
    guard open.isEmpty else {
      throw Problem(
        what,
        because: "The record to be joined still has \(open.joined(separator: ", ")), which nobody would see any more.",
        try: "End these there first, or let that record be the one that goes on.", kind: .conflict)
    }
    let id = change.by.newID()
    try change.insert(
      "record_merge",
      [("patient_id", .of(joined)), ("id", .text(id)), ("survivor_id", .of(survivor)), ("reason", .text(reason))])
    try point(joined, to: survivor)
    for patient in [joined, survivor] {
      try change.audit(
        .merge, "record_merge \(id)", patient: patient, after: 1,
        purpose:
          "\(patient == joined ? "joined to" : "goes on for") \(patient == joined ? survivor : joined): \(reason)",
        digest: SHA256.hex("\(id) \(joined) \(survivor)"))
    }
  }

  func takeApart(_ joined: ID<Patient>, reason: String) throws {
    let merge = try change.connection.first(
      """
      SELECT id, survivor_id, created_at FROM record_merge
      WHERE patient_id = $1 AND undone_at IS NULL AND entered_in_error = 0
      """, [.of(joined)]
    ) { (id: try $0.text(), survivor: try $0.id() as ID<Patient>, at: try $0.moment()) }
    guard let merge else {
      throw Problem(what, because: "It is joined to none.", try: "Look at what was joined.", kind: .notFound)
    }
    guard change.at.day - merge.at.day <= RecordMerge.reversibleDays else {
      throw Problem(
        what, because: "They were joined on \(merge.at.day.short), more than \(RecordMerge.reversibleDays) days ago.",
        try: "Have whoever looks after the store restore the record from a backup of then.", kind: .conflict)
    }
    try change.connection.run(
      """
      UPDATE record_merge SET undone_at = $1, undone_by = $2, undone_reason = $3, updated_at = $1, updated_by = $2,
      row_version = row_version + 1 WHERE patient_id = $4 AND id = $5
      """, [.of(change.at), .text(change.staffID), .text(reason), .of(joined), .text(merge.id)])
    try point(joined, to: nil)
    for patient in [joined, merge.survivor] {
      try change.audit(
        .merge, "record_merge \(merge.id)", patient: patient, before: 1, after: 2,
        purpose: "taken apart again: \(reason)", digest: SHA256.hex("\(merge.id) undone"))
    }
  }

  private func point(_ joined: ID<Patient>, to survivor: ID<Patient>?) throws {
    try change.connection.run(
      """
      UPDATE patient SET merged_into = $1, updated_at = $2, updated_by = $3, row_version = row_version + 1 WHERE id = $4
      """, [.of(survivor?.text), .of(change.at), .text(change.staffID), .of(joined)])
    try CaseloadEntries.refreshEntry(joined, in: change)
  }

  /// What at a record waits for somebody.
  private func stillOpen(_ patient: ID<Patient>) throws -> [String] {
    let kinds: [(sql: String, one: String, many: String)] = [
      (
        "SELECT count(*) FROM care_plan WHERE patient_id = $1 AND entered_in_error = 0 AND status IN ('draft', 'active', 'on_hold')",
        "a care plan", "care plans"
      ),
      (
        "SELECT count(*) FROM crisis_plan WHERE patient_id = $1 AND status IN ('draft', 'in_force')",
        "a crisis plan", "crisis plans"
      ),
      (
        "SELECT count(*) FROM care_team_member WHERE patient_id = $1 AND end_at IS NULL AND entered_in_error = 0",
        "a role in the team", "roles in the team"
      ),
      (
        "SELECT count(*) FROM referral WHERE patient_id = $1 AND closed_at IS NULL AND entered_in_error = 0",
        "an open referral", "open referrals"
      ),
      (
        "SELECT count(*) FROM consent_task WHERE patient_id = $1 AND decision IS NULL AND entered_in_error = 0",
        "an action to stop or transfer", "actions to stop or transfer"
      ),
    ]
    return try kinds.compactMap { kind in
      let count = try change.connection.count(kind.sql, [.of(patient)])
      return count == 0 ? nil : count == 1 ? kind.one : "\(count) \(kind.many)"
    }
  }

  static func all(_ connection: any Connection) throws -> [RecordMerge] {
    try connection.rows(
      """
      SELECT m.id, m.patient_id, j.family_name, j.given_names, j.title, m.survivor_id, v.family_name, v.given_names,
        v.title, m.reason, s.name, m.created_at, u.name, m.undone_at
      FROM record_merge m JOIN patient j ON j.id = m.patient_id JOIN patient v ON v.id = m.survivor_id
      JOIN staff s ON s.id = m.created_by LEFT JOIN staff u ON u.id = m.undone_by
      WHERE m.entered_in_error = 0 ORDER BY m.created_at DESC, m.id DESC LIMIT 500
      """
    ) { row in
      RecordMerge(
        id: try row.text(), joined: try row.id(),
        joinedName: PersonName(family: try row.text(), given: try row.text(), title: row.textOrNil()),
        survivor: try row.id(),
        survivorName: PersonName(family: try row.text(), given: try row.text(), title: row.textOrNil()),
        reason: try row.text(), by: try row.text(), at: try row.moment(), undoneBy: row.textOrNil(),
        undoneAt: try row.momentOrNil())
    }
  }
}

/// Finding records that may be of one person.
enum Duplicates {
  /// So many pairs are shown at most.
  static let limit = 500

  static func all(for facts: AccessFacts, _ connection: any Connection) throws -> [DuplicatePair] {
    let people = try connection.rows(
      """
      SELECT p.id, p.family_name, p.given_names, p.title, p.birth_date, p.nhs_number, (
        SELECT x.postcode_key FROM patient_address x WHERE x.patient_id = p.id AND x.kind = 'home'
        AND x.end_on IS NULL AND x.entered_in_error = 0 ORDER BY x.id DESC LIMIT 1), y.practice_code, e.status,
        CASE WHEN EXISTS (SELECT 1 FROM care_plan c WHERE c.patient_id = p.id AND c.entered_in_error = 0
          AND c.status IN ('draft', 'active', 'on_hold')) THEN 1 ELSE 0 END,
        CASE WHEN EXISTS (SELECT 1 FROM crisis_plan k WHERE k.patient_id = p.id AND k.status = 'in_force')
          THEN 1 ELSE 0 END
      FROM patient p
      LEFT JOIN registered_practice y ON y.patient_id = p.id AND y.end_on IS NULL AND y.entered_in_error = 0
      LEFT JOIN enrolment e ON e.patient_id = p.id AND e.entered_in_error = 0 AND e.id = (
        SELECT max(z.id) FROM enrolment z WHERE z.patient_id = p.id AND z.entered_in_error = 0)
      WHERE p.entered_in_error = 0 AND p.merged_into IS NULL ORDER BY p.row_key
      """, [], read)
    var found = [DuplicatePair]()
    var seen = Set<[Int]>()
    var groups = [String: [Int]]()
    for (index, person) in people.enumerated() {
      for key in person.likeness.keys where !key.isEmpty { groups["\(key)", default: []].append(index) }
    }
    for members in groups.values where members.count > 1 {
      for (place, one) in members.enumerated() {
        for other in members[(place + 1)...] where seen.insert([one, other]).inserted {
          let (score, shared) = people[one].likeness.score(with: people[other].likeness)
          guard score >= Likeness.threshold else { continue }
          found.append(
            DuplicatePair(one: people[one].side, other: people[other].side, score: score, shared: shared))
        }
      }
    }
    found.sort { ($1.score, $0.one.name.likeness, $0.id) < ($0.score, $1.one.name.likeness, $1.id) }
    return Array(
      try found.lazy.filter {
        try isOpen($0.one.patient, to: facts, connection) && isOpen($0.other.patient, to: facts, connection)
      }.prefix(limit))
  }

  static func isOpen(_ patient: ID<Patient>, to facts: AccessFacts, _ connection: any Connection) throws -> Bool {
    guard let about = try PatientFacts.of(patient, for: facts, connection) else { return false }
    if case .allow = Access.decide(facts.actor, .openRecord, about) { return true }
    return false
  }

  private static func read(
    _ row: inout Columns
  ) throws -> (side: DuplicatePair.Side, likeness: Likeness) {
    let id: ID<Patient> = try row.id()
    let (family, given, title, born) = (try row.text(), try row.text(), row.textOrNil(), try row.day())
    let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
    let (postcode, practice) = (row.textOrNil(), row.textOrNil())
    let status: EnrolmentStatus? = try row.codeOrNil()
    let side = DuplicatePair.Side(
      patient: id, name: PersonName(family: family, given: given, title: title), born: born, nhsNumber: number,
      practiceCode: practice, enrolment: status, hasLivePlan: try row.flag(), hasCrisisPlan: try row.flag())
    return (
      side, Likeness(born: born.iso, family: family, given: given, postcode: postcode, practice: practice)
    )
  }
}
