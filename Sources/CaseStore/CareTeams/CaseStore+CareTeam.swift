public import CaseModel

/// Who looks after a person (spec 4.2): asked, accepted, told, ended; each act can be taken back.
extension CaseStore {
  /// Everybody in a person's team, now and before, the locality's link worker where nobody is named (R-SW-06), the notes
  /// of handovers, and the roles they wait for.
  public func careTeam(of id: ID<Patient>) async throws(Problem) -> CareTeamRecord {
    try await permitted("The team was not read.", .action(.openRecord, of: id)) { connection, permit in
      try AssignmentRows.team(of: id, on: permit.facts?.day ?? Day(number: 0), connection)
    }
  }

  /// Gives somebody a role from now on, and asks them to accept it. Of a role that only one has (I-4), whoever had it
  /// is released, if that is who the one who assigns saw.
  ///
  /// - Throws: `conflict` where somebody else was given the role meanwhile; `refused` for somebody who may not look after
  ///   the person; `badData` for a role that does not fit their post.
  @discardableResult public func assign(
    _ new: NewAssignment, to id: ID<Patient>, by: Writing
  ) async throws(Problem) -> CareAssignment {
    let what = "Nobody was assigned."
    return try await writing(what, .action(.openRecord, of: id), by) { change in
      let own = try change.permitted(id, [.proposeAssignment, .approveAssignment])
      let log = TeamLog()
      let made = try TeamWriting(what: what, patient: id, change: own, log: log).assign(new)
      try log.keep(words: "Made \(made.name) \(new.role.words.lowercasedFirst)", patient: id, in: own)
      change.countRows(of: own)
      return made
    }
  }

  /// Accepts a role: nobody can for somebody else (4.2).
  public func accept(_ assignment: String, of id: ID<Patient>, by: Writing) async throws(Problem) {
    try await team("Nothing was accepted.", id, "Accepted to look after somebody", by) { team, role in
      try TeamRules.expectMayAccept(role, of: id, in: team.change)
      try team.accept(assignment)
    } role: {
      try AssignmentRows.one(assignment, of: id, doing: $1, $0).role
    }
  }

  /// Declines a role, with the reason; in a role that only one has the person waits again.
  public func decline(
    _ assignment: String, of id: ID<Patient>, reason: AssignmentEnd, text: String, by: Writing
  ) async throws(Problem) {
    try await team("Nothing was declined.", id, "Declined to look after somebody", by) { team, role in
      try TeamRules.expectMayAccept(role, of: id, in: team.change)
      try team.decline(assignment, reason, text: text)
    } role: {
      try AssignmentRows.one(assignment, of: id, doing: $1, $0).role
    }
  }

  /// Ends a role, with the reason. Unless the person needs nobody any more they wait for another, in a role that only one
  /// has.
  public func endAssignment(
    _ assignment: String, of id: ID<Patient>, version: Int? = nil, reason: AssignmentEnd, text: String? = nil,
    by: Writing
  ) async throws(Problem) {
    try await team("Nothing was ended.", id, "Ended a role", by) { team, _ in
      _ = try team.change.permitted(id, [.approveAssignment, .proposeAssignment])
      try team.end(assignment, version: version, reason, text: text)
    }
  }

  /// Records that the person was told who looks after them.
  public func recordTold(
    _ assignment: String, of id: ID<Patient>, on day: Day, _ method: ToldMethod, by: Writing
  ) async throws(Problem) {
    try await team("Nothing was recorded.", id, "Recorded that somebody was told", by) { team, _ in
      _ = try team.change.permitted(id, [.acceptAssignment, .recordConsent, .proposeAssignment, .approveAssignment])
      try team.told(assignment, on: day, method)
    }
  }

  /// Says what somebody's work for a person weighs (4.5).
  public func weigh(
    _ assignment: String, of id: ID<Patient>, version: Int? = nil, _ weight: CaseWeight, by: Writing
  ) async throws(Problem) {
    try await team("Nothing was weighed.", id, "Weighed somebody's work", by) { team, _ in
      _ = try team.change.permitted(id, [.approveAssignment, .proposeAssignment, .acceptAssignment])
      try team.weigh(assignment, version: version, weight)
    }
  }

  /// What a person weighs by what the record says of itself.
  public func suggestedWeight(of id: ID<Patient>) async throws(Problem) -> CaseWeight {
    try await permitted("The weight was not worked out.", .action(.openRecord, of: id)) { connection, permit in
      try CaseWeights.suggested(id, on: permit.facts?.day ?? Day(number: 0), connection)
    }
  }

  /// One act on one person's team, with what may be taken back of it.
  private func team(
    _ what: String, _ id: ID<Patient>, _ words: String, _ by: Writing,
    _ body: @escaping @Sendable (TeamWriting, CareRole?) throws -> Void,
    role: @escaping @Sendable (any Connection, String) throws -> CareRole? = { _, _ in nil }
  ) async throws(Problem) {
    try await writing(what, .action(.openRecord, of: id), by) { change in
      let log = TeamLog()
      let found = try role(change.connection, what)
      try body(TeamWriting(what: what, patient: id, change: change, log: log), found)
      try log.keep(words: words, patient: id, in: change)
    }
  }

  /// Whom somebody who leaves, or is away for long, would hand over, before anything happens (R-SW-03).
  ///
  /// - Throws: `notFound`.
  public func transferPreview(from leaver: ID<StaffMember>) async throws(Problem) -> TransferPreview {
    try await permitted("Nobody was listed.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      return try TransferReading.preview(leaver, facts, connection)
    }
  }

  /// Hands each person over as it was chosen, with a note each, in one transaction: all of them or none. Can be taken back.
  ///
  /// - Parameter cause: in a few words: "long leave until 01-Jun-2016".
  /// - Throws: as `handOver`; `conflict` where somebody is not the leaver's any more; `badData` without a note.
  public func transfer(
    from leaver: ID<StaffMember>, _ choices: [TransferChoice], cause: String, by: Writing
  ) async throws(Problem) -> HandoverOutcome {
    try await writing(Handover.what, .action(.listPeople), by) { change in
      let cause = try TeamRules.text(cause, doing: Handover.what) ?? "left"
      return try Handover(leaver: leaver, what: Handover.what, change: change).run(choices, cause: cause)
    }
  }
}

extension TeamRules {
  /// Table 8.1 lets social workers and clinicians accept; coordinators and navigators accept the roles that are theirs.
  static func expectMayAccept(_ role: CareRole?, of patient: ID<Patient>, in change: Change) throws {
    if let role, [.careCoordinator, .careNavigator, .keyWorker, .carerLink, .other].contains(role) { return }
    _ = try change.permitted(patient, [.acceptAssignment])
  }
}
