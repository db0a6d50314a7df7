public import CaseModel

/// What whoever is at the keys may do, so that a screen can say beforehand why not; and what they did themself.
extension CaseStore {
  /// Why an act would be refused now; nil where it would not. Nothing is recorded: nothing was tried.
  ///
  /// - Parameters:
  ///   - patient: whom it is about; nil for an act about no one person.
  ///   - what: what does not happen then, the first sentence.
  public func refusal(
    of action: AccessAction, about patient: ID<Patient>? = nil, doing what: String = "Not now."
  ) async throws(Problem) -> Problem? {
    let by = seat?.writing()
    return try await reading("Your rights were not read.", .nothing(because: "it is about the one who asks")) {
      connection in
      guard let by else { return nil }
      let facts = try AccessFacts(of: by.actor.id, at: by.at, connection)
      let decision: AccessDecision
      if let patient {
        guard let about = try PatientFacts.of(patient, for: facts, connection) else {
          return AccessDenial.concealed.problem(what, action)
        }
        decision = Access.decide(facts.actor, action, about)
      } else {
        decision = Access.decide(facts.actor, action)
      }
      switch decision {
      case .allow: return nil
      case .deny(let denial), .breakGlass(let denial): return denial.problem(what, action)
      }
    }
  }

  /// What the one who asks did themself, newest first (table 8.1, "own actions"): with the names of staff and
  /// organisations, and never that of anybody a row is about.
  public func ownAudit(limit: Int, before: Int? = nil) async throws(Problem) -> (
    events: [AuditEvent], names: AuditNames
  ) {
    try await permitted("What you did was not read.", .action(.ownWork)) { connection, permit in
      guard let facts = permit.facts else { return ([], AuditNames()) }
      let events = try AuditReading.events(
        AuditQuery(staff: [facts.staff]), page: before.map { .after($0) } ?? .first, limit: limit, connection)
      var names = try AuditReading.names(of: events, connection)
      names.people = [:]
      return (events, names)
    }
  }
}
