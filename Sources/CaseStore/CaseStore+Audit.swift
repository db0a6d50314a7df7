public import CaseModel

/// The audit, and whether the store is in order.
extension CaseStore {
  /// Audit rows, newest first: of one person, or of everything. `before` is the last sequence of the page above.
  public func auditEvents(
    patient: ID<Patient>? = nil, limit: Int, before: Int? = nil
  ) async throws(Problem) -> [AuditEvent] {
    try await reading("The audit was not read.", .action(.readAudit)) {
      try AuditReading.events(patient: patient, limit: limit, before: before, $0)
    }
  }

  /// Who the records are about that audit rows name, so that nobody reads identifiers. Opens no record.
  public func auditedPeople(_ ids: Set<ID<Patient>>) async throws(Problem) -> [ID<Patient>: AuditedPerson] {
    try await reading("The audit was not read.", .action(.readAudit)) { try AuditReading.people(ids, $0) }
  }

  /// The end of the audit as it stands, to be published and compared later.
  public func auditHead() async throws(Problem) -> AuditHead? {
    try await reading("The audit was not read.", .hashes) { try AuditReading.head($0) }
  }

  /// Walks the whole chain and says whether every row follows from the one before, up to the head, and, where an
  /// earlier head is given, through it. `progress` hears how many rows were walked; others read meanwhile.
  public func verifyAudit(
    against head: AuditHead? = nil, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws(Problem) -> AuditVerdict {
    let what = "The audit was not verified."
    var walk = AuditWalk(expected: head)
    while true {
      let start = walk
      let (next, more, end) = try await reading(what, .hashes) { connection in
        var walk = start
        let more = try walk.advance(connection)
        // Read in the same state as the last part, so that somebody who writes meanwhile does not look like a gap.
        return (walk, more, more ? nil : try AuditReading.head(connection))
      }
      walk = next
      progress(walk.count)
      if !more { return walk.verdict(head: end) }
    }
  }
}
