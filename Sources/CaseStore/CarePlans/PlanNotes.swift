import CaseModel

/// Notes to whoever wrote a plan that a colleague joined with a draft: kept until they have opened the person.
enum PlanNotes {
  /// Who wrote what stands now.
  static func author(of head: PlanReading.Head?, _ connection: any Connection) throws -> ID<StaffMember>? {
    guard let head else { return nil }
    return try connection.first("SELECT updated_by FROM care_plan WHERE id = $1", [.of(head.id)]) { try $0.id() }
  }

  /// Tells them, unless the joined plan says what theirs did, or it is their own.
  static func tell(
    _ author: ID<StaffMember>, of theirs: CarePlanRecord, joinedInto saved: CarePlanRecord, in change: Change
  ) throws {
    var labels = [String]()
    for label in PlanDifference.between(theirs.plan, saved.plan).map(\.label) where !labels.contains(label) {
      labels.append(label)
    }
    guard author != change.by.actor.id, !labels.isEmpty else { return }
    let id = change.by.newID()
    try change.insert(
      "plan_note",
      [
        ("id", .text(id)), ("patient_id", .of(saved.patient)), ("plan_id", .of(saved.id)), ("staff_id", .of(author)),
        ("your_version", .of(theirs.versionNumber)), ("version_no", .of(saved.versionNumber)),
        ("changed", .text(labels.joined(separator: "\n"))),
      ])
    try change.audit(.create, "plan_note \(id)", patient: saved.patient, purpose: "told staff \(author)")
  }

  /// What somebody has not seen yet, oldest first; about one person, or everybody.
  static func unseen(
    by staff: ID<StaffMember>, about patient: ID<Patient>? = nil, _ connection: any Connection
  ) throws -> [PlanNote] {
    try connection.rows(
      """
      SELECT n.id, n.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, s.short_name, n.created_at,
        n.your_version, n.version_no, n.changed
      FROM plan_note n JOIN patient p ON p.id = n.patient_id JOIN staff s ON s.id = n.created_by
      WHERE n.staff_id = $1 AND n.seen_at IS NULL \(patient == nil ? "" : "AND n.patient_id = $2") ORDER BY n.id
      """, [.of(staff)] + (patient.map { [.of($0)] } ?? [])
    ) { row in
      let (id, patient) = (try row.text(), try row.id() as ID<Patient>)
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      return PlanNote(
        id: id, patient: patient, name: name, by: try row.text(), at: try row.moment(), yourVersion: try row.int(),
        version: try row.int(), changed: try row.text().split(separator: "\n").map(String.init))
    }
  }

  /// Marks them as seen, in the transaction whose audit row says that the record was opened.
  static func see(_ notes: [PlanNote], in change: Change) throws {
    for note in notes {
      try change.connection.run(
        """
        UPDATE plan_note SET seen_at = $1, updated_at = $2, updated_by = $3, row_version = row_version + 1
        WHERE id = $4 AND seen_at IS NULL
        """, [.of(change.at), .of(change.at), .text(change.staffID), .text(note.id)])
      try change.audit(.update, "plan_note \(note.id)", patient: note.patient, purpose: "seen")
    }
  }
}
