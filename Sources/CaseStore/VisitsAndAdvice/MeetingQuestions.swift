import CaseModel

/// Questions for the next meeting: open until the meeting takes them as a case, or whoever asked withdraws them.
///
/// The meeting takes one by setting `status` to `taken` and `meeting_case_id` to its case, in the transaction that makes
/// the case; until then it is on this worklist and on no other (R-MDT-16, I-1).
enum MeetingQuestions {
  static func open(to permit: Permit, _ connection: any Connection) throws -> [MeetingQuestion] {
    let found = try connection.rows(
      """
      SELECT q.id, q.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, q.question,
        s.name, q.created_by, q.created_at, q.entry_id
      FROM meeting_question q JOIN patient p ON p.id = q.patient_id JOIN staff s ON s.id = q.created_by
      WHERE q.status = 'open' AND q.entered_in_error = 0 ORDER BY q.created_at, q.id
      """
    ) { row in
      MeetingQuestion(
        id: try row.text(), patient: try row.id(),
        patientName: PersonName(
          family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil()),
        nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) }, question: try row.text(),
        askedBy: try row.text(), askedByID: try row.id(), askedAt: try row.moment(), entry: row.idOrNil())
    }
    return try ReferralSight.first(of: found, \.patient, permit, connection)
  }

  static func ask(
    _ question: String, about patient: ID<Patient>, entry: CareEntry.ID?, doing what: String, in change: Change
  ) throws -> String {
    let text = question.trimmedText
    guard !text.isEmpty, text.count <= MeetingQuestion.limit else {
      throw Problem(
        what, because: "A question has 1 to \(MeetingQuestion.limit) characters, and this has \(text.count).",
        try: "Ask one thing in a sentence.", kind: .badData)
    }
    if let entry {
      let known = try CareEntries.one(entry, of: patient, doing: what, change.connection)
      guard !known.hasQuestion else {
        throw Problem(
          what, because: "The meeting has been asked about this entry already.", try: "Ask about something else.",
          kind: .conflict)
      }
    }
    let id = change.by.newID()
    try change.insert(
      "meeting_question",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("question", .text(text)), ("entry_id", .of(entry)),
        ("status", "open"),
      ])
    try change.audit(
      .create, "meeting_question \(id)", patient: patient, after: 1, purpose: "for the next meeting",
      digest: SHA256.hex("\(id) \(text)"))
    return id
  }

  static func withdraw(
    _ id: String, about patient: ID<Patient>, reason: String, doing what: String, in change: Change
  ) throws {
    let changed = try change.connection.run(
      """
      UPDATE meeting_question SET status = 'withdrawn', status_reason = $1, closed_at = $2, closed_by = $3,
      updated_at = $2, updated_by = $3, row_version = row_version + 1
      WHERE patient_id = $4 AND id = $5 AND status = 'open' AND entered_in_error = 0
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(patient), .text(id)])
    guard changed > 0 else {
      throw Problem(
        what, because: "There is no such question that is open.", try: "Look at the list again.", kind: .notFound)
    }
    try change.audit(
      .update, "meeting_question \(id)", patient: patient, before: 1, after: 2, purpose: "withdrawn: \(reason)",
      digest: SHA256.hex("\(id) withdrawn"))
  }
}
