public import CaseModel

/// The worklists about who looks after whom (spec 9).
extension CaseStore {
  /// Whom the reader looks after, and whom they cover for a colleague: those who need them today first.
  public func myPeople() async throws(Problem) -> MyPeople {
    try await team("Your people were not read.", MyPeopleReading.all)
  }

  /// Says that the reader has seen what is new about a person, and accepts what they were asked to take.
  ///
  /// - Returns: whether a role was accepted with it.
  @discardableResult public func acknowledge(_ id: ID<Patient>, by: Writing) async throws(Problem) -> Bool {
    let what = "Nothing was acknowledged."
    return try await writing(what, .action(.openRecord, of: id), by) { change in
      let asked = try AssignmentRows.all(of: id, change.connection).filter {
        $0.isWaiting && $0.staff.text == change.staffID
      }
      let log = TeamLog()
      for one in asked {
        try TeamRules.expectMayAccept(one.role, of: id, in: change)
        try TeamWriting(what: what, patient: id, change: change, log: log).accept(one.id)
      }
      try log.keep(words: "Accepted to look after somebody", patient: id, in: change)
      try change.connection.run(
        """
        INSERT INTO person_seen (patient_id, staff_id, at) VALUES ($1, $2, $3)
        ON CONFLICT (patient_id, staff_id) DO UPDATE SET at = excluded.at
        """, [.of(id), .text(change.staffID), .of(change.at)])
      try change.audit(.update, "person_seen \(id)", patient: id, purpose: "acknowledged what is new")
      return !asked.isEmpty
    }
  }

  /// Those of the reader's people who need them today or this week.
  public func myPeopleWorklist() async throws(Problem) -> [WorklistRow] {
    try await team("Your people were not read.", TeamWorklists.mine)
  }

  /// Not accepted in time, unallocated, left by somebody who went, or whose worker is away without cover (I-1, I-9).
  public func nobodyOwnsWorklist() async throws(Problem) -> [WorklistRow] {
    try await team("What nobody owns was not read.", TeamWorklists.nobodyOwns)
  }

  /// People who have not been told yet who looks after them (4.2).
  public func tellThePersonWorklist() async throws(Problem) -> [WorklistRow] {
    try await team("Whom to tell was not read.", TeamWorklists.tell)
  }

  private func team<T: Sendable>(
    _ what: String, _ body: @escaping @Sendable (AccessFacts, any Connection) throws -> T
  ) async throws(Problem) -> T {
    try await counting(what, .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      return try body(facts, connection)
    }
  }
}
