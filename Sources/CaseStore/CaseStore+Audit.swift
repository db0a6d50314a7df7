public import CaseModel

/// The audit, and whether the store is in order.
extension CaseStore {
  /// Audit rows, newest first: of one person, or of everything. `before` is the last sequence of the page above.
  public func auditEvents(
    patient: ID<Patient>? = nil, limit: Int, before: Int? = nil
  ) async throws(Problem) -> [AuditEvent] {
    try await auditEvents(AuditQuery(patient: patient), page: before.map { .after($0) } ?? .first, limit: limit)
  }

  /// A page of the audit, newest first; places in it are sequences.
  public func auditEvents(
    _ query: AuditQuery, page: PageRequest<Int>, limit: Int
  ) async throws(Problem) -> [AuditEvent] {
    try await reading("The audit was not read.", .action(.readAudit)) {
      try AuditReading.events(query, page: page, limit: limit, $0)
    }
  }

  /// Who and what a filter means; `about` is a person whose audit it is a part of.
  ///
  /// - Throws: `notFound` where nobody and nothing is called so.
  public func auditQuery(_ filter: AuditFilter, about: ID<Patient>? = nil) async throws(Problem) -> AuditQuery {
    try await reading("The audit was not listed.", .action(.readAudit)) {
      try AuditReading.query(filter, about: about, $0)
    }
  }

  /// What the identifiers in audit rows stand for, so that nobody reads them. Opens no record.
  public func auditNames(of events: [AuditEvent]) async throws(Problem) -> AuditNames {
    try await reading("The audit was not read.", .action(.readAudit)) { try AuditReading.names(of: events, $0) }
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

  /// Writes into the audit that rows of it go into a file.
  ///
  /// - Returns: the sequence of the last row before that, where the export begins.
  public func recordAuditExport(_ filter: AuditFilter, to path: String, by: Writing) async throws(Problem) -> Int {
    let about = filter.person
    return try await writing("Nothing was exported.", .action(.readAudit), by) { change in
      let end = try AuditReading.head(change.connection)?.sequence ?? 0
      var filter = filter
      // The person is named by the row itself, and not by a number in words that go into another export.
      filter.person = nil
      let patient = try about.flatMap {
        try AuditReading.query(AuditFilter(person: $0), about: nil, change.connection).patient
      }
      let words = filter.text.isEmpty ? "" : ", only \(filter.text)"
      try change.audit(.export, "audit", patient: patient, purpose: "rows to \(end)\(words), to \(path)")
      return end
    }
  }
}
