public import CaseModel

/// Naming social workers fairly (R-SW-01 to R-SW-04): who waits, who could take them, proposals, and publishing them.
extension CaseStore {
  /// Who waits for a named social worker, with the social workers of the locality, and how the localities stand.
  ///
  /// - Parameter locality: by name; nil for every locality that the reader's post serves.
  public func allocation(locality: String? = nil) async throws(Problem) -> AllocationBoard {
    try await counting("The allocation was not read.", .action(.proposeAssignment)) { connection, permit in
      guard let facts = permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      return try AllocationReading.board(locality: locality, facts, connection)
    }
  }

  /// How every locality stands: at least one named social worker, and nobody at high risk waiting (R-SW-04, S1).
  public func localityStandings() async throws(Problem) -> [LocalityStanding] {
    try await counting("The localities were not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      return try AllocationReading.board(locality: nil, facts, connection).localities
    }
  }

  /// Says that a person needs somebody in a role: from now on they wait for one.
  ///
  /// - Throws: `conflict` where they have one, or wait already.
  public func requestAllocation(
    of id: ID<Patient>, role: CareRole = .namedSocialWorker, source: AllocationRequest.Source, reason: String,
    by: Writing
  ) async throws(Problem) {
    let what = "Nobody was asked for."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.openRecord, of: id), by) { change in
      let own = try change.permitted(id, [.proposeAssignment, .approveAssignment])
      guard role.isSingle else {
        throw Problem(
          what, because: "People wait for a GP, a named social worker or a coordinator alone.",
          try: "Assign somebody to the role.", kind: .badData)
      }
      if let holder = try AssignmentRows.holder(of: role, for: id, own.connection) {
        throw Problem(
          what, because: "\(holder.name) is their \(role.words.lowercasedFirst).",
          try: "Assign somebody else in their place, or end their role.", kind: .conflict)
      }
      guard try !AssignmentRows.requests(of: id, own.connection).contains(where: { $0.role == role }) else {
        throw Problem(what, because: "They wait already.", try: "Look at mdt load.", kind: .conflict)
      }
      let log = TeamLog()
      try TeamWriting(what: what, patient: id, change: own, log: log).wait(for: role, source, why)
      try log.keep(words: "Asked for a \(role.words.lowercasedFirst)", patient: id, in: own)
      change.countRows(of: own)
    }
  }

  /// The person does not need anybody in a role after all.
  public func withdrawRequest(
    _ request: String, of id: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The request was not withdrawn."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.openRecord, of: id), by) { change in
      let own = try change.permitted(id, [.proposeAssignment, .approveAssignment])
      guard try AssignmentRows.requests(of: id, own.connection).contains(where: { $0.id == request }) else {
        throw Problem(what, because: "It is open no more.", try: "Look at the list again.", kind: .conflict)
      }
      let log = TeamLog()
      try log.set(
        .request, id, request,
        [("closed_at", .of(own.at)), ("closed_as", "withdrawn"), ("closed_reason", .text(why))], in: own)
      try Proposals.withdraw(id, in: own, log)
      try own.audit(
        .assignment, "allocation_request \(request)", patient: id, before: 1, after: 2, purpose: "withdrawn: \(why)")
      try log.keep(words: "Withdrew that somebody waits", patient: id, in: own)
      change.countRows(of: own)
    }
  }

  /// Proposes a social worker for each of several people who wait. Nothing comes of it until it is published, and
  /// whoever allocates in the locality sees it.
  public func propose(
    _ staff: ID<StaffMember>, for people: [ID<Patient>], reason: String?, weight: CaseWeight? = nil, by: Writing
  ) async throws(Problem) {
    let what = "Nothing was proposed."
    try await writing(what, .action(.listPeople), by) { change in
      let log = TeamLog()
      var name = ""
      for id in people {
        let own = try change.permitted(id, [.proposeAssignment, .approveAssignment])
        name = try Proposals.propose(
          staff, for: id, reason: reason, weight: weight, doing: what, in: own, log)
        change.countRows(of: own)
      }
      try log.keep(
        words: "Proposed \(name) for \(people.count == 1 ? "1 person" : "\(people.count) people")",
        patient: people.count == 1 ? people.first : nil, in: change)
    }
  }

  /// Takes back what is proposed for people.
  public func withdrawProposals(for people: [ID<Patient>], by: Writing) async throws(Problem) {
    let what = "No proposal was withdrawn."
    try await writing(what, .action(.listPeople), by) { change in
      let log = TeamLog()
      var count = 0
      for id in people {
        let own = try change.permitted(id, [.proposeAssignment, .approveAssignment])
        guard try Proposals.withdraw(id, in: own, log) > 0 else { continue }
        count += 1
        try own.audit(.assignment, "allocation_proposal", patient: id, purpose: "withdrawn before it was published")
        change.countRows(of: own)
      }
      guard count > 0 else {
        throw Problem(what, because: "Nothing is proposed for them.", try: "Look at the list again.", kind: .notFound)
      }
      try log.keep(words: "Withdrew \(count) proposals", patient: people.count == 1 ? people.first : nil, in: change)
    }
  }

  /// Proposes an even share for everybody of a locality who waits and for whom nothing is proposed. Whom nobody has room
  /// for goes on waiting.
  ///
  /// - Returns: how many were proposed, and how many wait on.
  public func proposeEvenShare(
    locality: String? = nil, by: Writing
  ) async throws(Problem) -> (proposed: Int, left: Int) {
    let what = "Nothing was proposed."
    return try await writing(what, .action(.proposeAssignment), by) { change in
      guard let facts = change.permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      let board = try AllocationReading.board(locality: locality, facts, change.connection)
      let log = TeamLog()
      let share = Allocation.evenShare(of: board.waiting, among: board.workers, bands: board.bands)
      var proposed = 0
      for one in share {
        do {
          let own = try change.permitted(one.person, [.proposeAssignment, .approveAssignment])
          _ = try Proposals.propose(
            one.staff, for: one.person, reason: one.reason, weight: nil, doing: what, in: own, log)
          change.countRows(of: own)
          proposed += 1
        } catch let problem as Problem where problem.kind == .refused {
          // Whom a tie keeps from somebody is not theirs; another is chosen by hand.
          continue
        }
      }
      guard proposed > 0 else {
        throw Problem(
          what, because: "Nobody who waits can be given to anybody with room.",
          try: "Choose one by one, and say why where somebody is full.", kind: .notFound)
      }
      try log.keep(words: "Proposed an even share of \(proposed) people", patient: nil, in: change)
      return (proposed, board.waiting.count { $0.proposal == nil } - proposed)
    }
  }

  /// Publishes what is proposed: each person has a named social worker from now on, who is asked to accept. What cannot
  /// be published any more, because somebody was quicker or a worker leaves, stays with the reason.
  ///
  /// - Throws: `badData` where somebody full was chosen without a reason; then nothing is published.
  public func publishProposals(for people: [ID<Patient>], by: Writing) async throws(Problem) -> PublishOutcome {
    let what = "Nothing was published."
    return try await writing(what, .action(.listPeople), by) { change in
      guard let facts = change.permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      let board = try AllocationReading.board(locality: nil, facts, change.connection)
      let log = TeamLog()
      var outcome = PublishOutcome(published: 0, left: [])
      for id in people {
        guard let person = board.waiting.first(where: { $0.id == id }), person.proposal != nil else {
          outcome.left.append("Somebody has a social worker by now, or nothing is proposed for them.")
          continue
        }
        do {
          let own = try change.permitted(id, [.proposeAssignment, .approveAssignment])
          try Proposals.publish(person, board, doing: what, in: own, log)
          change.countRows(of: own)
          outcome.published += 1
        } catch let problem as Problem where problem.kind != .badData {
          outcome.left.append("\(person.name.shown()): \(problem.reason)")
        }
      }
      guard outcome.published > 0 else {
        throw Problem(
          what, because: outcome.left.first ?? "Nothing is proposed.", try: "Look at the list again.", kind: .conflict)
      }
      try log.keep(
        words: "Published \(outcome.published == 1 ? "1 allocation" : "\(outcome.published) allocations")",
        patient: people.count == 1 ? people.first : nil, in: change)
      return outcome
    }
  }
}
