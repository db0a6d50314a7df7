public import CaseModel

/// Visits, advice, what follows from them, and questions for the meeting.
extension CaseStore {
  /// A person's visits and advice, the newest first, those recorded in error among them.
  public func careEntries(of patient: ID<Patient>) async throws(Problem) -> [CareEntry] {
    try await readingRecord("The visits and advice were not read.", of: patient, purpose: "visits and advice") {
      connection, _ in try CareEntries.all(of: patient, connection)
    }
  }

  /// Writes down a visit or advice. It is found by its words, and stands on the person's timeline.
  ///
  /// - Throws: `badData` with what is missing; `notFound` for staff who do not work here now.
  public func record(
    _ entry: CareEntryRequest, of patient: ID<Patient>, by: Writing
  ) async throws(Problem) -> CareEntry.ID {
    let what = "The entry was not recorded."
    return try await writing(what, .action(.recordVisit, of: patient), by) {
      try CareEntries.record(entry, of: patient, doing: what, in: $0)
    }
  }

  /// Says that somebody has looked again, and what came of it.
  ///
  /// - Throws: `notFound`; `conflict` where it is done; `badData` without words.
  public func followUp(
    _ id: CareEntry.ID, of patient: ID<Patient>, outcome: String, by: Writing
  ) async throws(Problem) {
    let what = "The follow-up was not recorded."
    let text = try Reason.read(outcome, atLeast: 1, doing: what)
    try await writing(what, .action(.recordVisit, of: patient), by) {
      try CareEntries.followUp(id, of: patient, outcome: text, doing: what, in: $0)
    }
  }

  /// Marks an entry as recorded in error; it is found no more, and stays to be read.
  ///
  /// - Throws: `notFound`; `conflict` where it is so already; `badData` without a reason.
  public func voidEntry(
    _ id: CareEntry.ID, of patient: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The entry was not voided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordVisit, of: patient), by) {
      try CareEntries.void(id, of: patient, reason: text, doing: what, in: $0)
    }
  }

  /// The worklist of follow-ups, the geriatrician's list of those whom the ward team flagged among them: by when, and the
  /// reader's own or everybody's whom they reach.
  public func followUps(ownOnly: Bool = false) async throws(Problem) -> [WorklistRow] {
    try await permitted("The follow-ups were not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try CareEntries.open(to: permit, on: facts.day, connection)
        .filter { !ownOnly || $0.owner == facts.staff }
    }
  }

  // MARK: Questions for the meeting

  /// Asks the next meeting about somebody.
  ///
  /// - Returns: its identifier.
  /// - Throws: `badData` for nothing or too much; `conflict` where the same entry is a question already; `refused` for
  ///   whoever proposes no cases.
  public func askMeeting(
    _ question: String, about patient: ID<Patient>, entry: CareEntry.ID? = nil, by: Writing
  ) async throws(Problem) -> String {
    let what = "The meeting was not asked."
    return try await writing(what, .action(.proposeCase, of: patient), by) {
      try MeetingQuestions.ask(question, about: patient, entry: entry, doing: what, in: $0)
    }
  }

  /// Takes back a question that no meeting has taken.
  ///
  /// - Throws: `notFound`; `badData` without a reason.
  public func withdrawQuestion(
    _ id: String, about patient: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The question was not withdrawn."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.proposeCase, of: patient), by) {
      try MeetingQuestions.withdraw(id, about: patient, reason: text, doing: what, in: $0)
    }
  }

  /// The questions that wait for a meeting, the oldest first.
  public func meetingQuestions() async throws(Problem) -> [MeetingQuestion] {
    try await permitted("The questions were not read.", .action(.listPeople)) { connection, permit in
      try MeetingQuestions.open(to: permit, connection)
    }
  }
}
