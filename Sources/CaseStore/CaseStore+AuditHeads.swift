public import CaseModel
import Glibc

/// Heads of the audit: signed, kept in the store, and given out so that somebody keeps them elsewhere (store.md 4).
extension CaseStore {
  /// Signs the audit as it stands now. `isFile`: it goes into a file, and not to a printer or a screen; the audit says
  /// which.
  ///
  /// - Throws: `unavailable` where there is no key to sign with and none can be made.
  public func publishAuditHead(
    _ reason: PublishedHead.Reason, isFile: Bool, by: Writing
  ) async throws(Problem) -> PublishedHead {
    let made = try await writing("No head was published.", .action(.ownWork), by) { change in
      try PublishedHeads.publish(reason, as: isFile ? .export : .print, with: try headKey(), in: change).head.sequence
    }
    return try await publishedHead(ofRow: made)
  }

  /// Heads that were published before, newest first.
  public func publishedHeads(limit: Int) async throws(Problem) -> [PublishedHead] {
    try await reading("The published heads were not read.", .hashes) { try PublishedHeads.all(limit: limit, $0) }
  }

  /// The head that was published at a row of the audit.
  ///
  /// - Throws: `notFound`.
  public func publishedHead(ofRow sequence: Int) async throws(Problem) -> PublishedHead {
    let found = try await reading("The head was not read.", .hashes) { try PublishedHeads.one(sequence, $0) }
    guard let found else {
      throw Problem(
        "The head was not read.", because: "No head was published at row \(sequence).",
        try: "Look at mdt audit heads for those that were.", kind: .notFound)
    }
    return found
  }

  /// Whether a head that somebody kept is one of this store, and signed: before the audit is walked against it.
  ///
  /// - Returns: whether the store's own list has it too. One that it has not may be of an audit that is gone.
  /// - Throws: `badData` for a signature that is not of it, and for a head of another store.
  public func checkSignature(of head: PublishedHead) async throws(Problem) -> Bool {
    let what = "The audit was not compared with the head."
    guard head.isSigned else {
      throw Problem(
        what, because: "The head's signature is not of what the head says: a letter of it was changed, or mistyped.",
        try: "Compare it with the sheet that was printed, or take another one.", kind: .badData)
    }
    let (installation, known) = try await reading(what, .hashes) { connection in
      (try StoreContents.installation(connection), try PublishedHeads.one(head.head.sequence, connection))
    }
    guard installation == head.installation else {
      throw Problem(
        what, because: "The head is of another store (installation \(head.installation)).",
        try: "Give --store the place of that one, or a head of this store.", kind: .badData)
    }
    return known?.signature == head.signature && known?.publicKey == head.publicKey
  }

  /// What heads are signed with here. The caller holds the store's lock.
  func headKey() throws -> HeadKey {
    let neighbour = try draftFiles.neighbour()
    var status = stat()
    let rights = stat(neighbour, &status) == 0 ? status.st_mode : 0o600
    return try HeadKey.keptOrMade(at: HeadKey.place(neighbour), rights: rights)
  }
}
