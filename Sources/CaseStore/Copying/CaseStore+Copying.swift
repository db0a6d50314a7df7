public import CaseModel

/// What was copied.
public struct CopyReport: Hashable, Sendable {
  /// Rows by table.
  public var rows: [String: Int]
  /// The end of the audit, which was walked in the copy.
  public var head: AuditHead
}

extension CaseStore {
  /// Copies this store, as it stands at one moment, to a place where there is none yet: a file, or a database on a
  /// server. All of it is there afterwards, durably, or nothing. Rows and digests are compared table by table, and the
  /// copy's audit is walked to its end.
  ///
  /// That it was copied is in the audit of both. `progress` hears how many rows were copied.
  ///
  /// - Throws: `cannotCreate` when something stands there.
  public func copy(
    to place: String, by: Writing, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(Problem) -> CopyReport {
    let what = "The store was not copied."
    try await writing(what, .action(.keepStore), by) { try $0.audit(.export, "store", purpose: "mdt copy") }
    let copied = try await counting(what, .action(.keepStore)) { source, _ in
      try Creating.make(at: place, what) { target in
        try StoreCopy(source: source, target: target, progress: progress).run()
      }
    }
    let made = try CaseStore.open(at: place, readOnly: true)
    let verdict = try await made.verifyAudit()
    let head = try await made.auditHead()
    await made.close()
    guard case .whole = verdict, let head else {
      throw Problem(
        what, because: "The copy's audit does not hold together.",
        try: "Run mdt doctor on the store it was copied from, and do not use the copy.", kind: .damaged)
    }
    return CopyReport(rows: Dictionary(uniqueKeysWithValues: copied.map { ($0.table, $0.rows) }), head: head)
  }
}
