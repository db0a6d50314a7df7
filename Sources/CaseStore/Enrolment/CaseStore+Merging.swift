public import CaseModel

/// Records that may be of one person, and joining them (R-ID-06): a pointer and a survivor, nothing moved and nothing lost,
/// to be taken apart again for thirty days.
extension CaseStore {
  /// Pairs of records that share enough, the most alike first; of people whom the reader may open.
  public func possibleDuplicates() async throws(Problem) -> [DuplicatePair] {
    try await permitted("The duplicates were not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try Duplicates.all(for: facts, connection)
    }
  }

  /// Joins a record to the one that goes on.
  ///
  /// - Throws: `conflict` where either is joined already, or where something at the record to be joined is still open: what
  ///   is open there would be on nobody's list (I-1); `badData` without a reason; `refused`.
  public func merge(
    _ joined: ID<Patient>, into survivor: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The records were not joined."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.mergeRecords, of: joined), by) { change in
      _ = try AccessGate.decide(.action(.mergeRecords, of: survivor), for: change.by, change.connection)
      try Merging(what: what, change: change).join(joined, into: survivor, reason: why)
    }
  }

  /// Takes apart what was joined.
  ///
  /// - Throws: `notFound` where it is not joined; `conflict` after thirty days; `badData` without a reason.
  public func unmerge(_ joined: ID<Patient>, reason: String, by: Writing) async throws(Problem) {
    let what = "The records were not taken apart."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.mergeRecords, of: joined), by) { change in
      try Merging(what: what, change: change).takeApart(joined, reason: why)
    }
  }

  /// What was joined, the newest first, what was taken apart again too; of people whom the reader may open.
  public func merges() async throws(Problem) -> [RecordMerge] {
    try await permitted("What was joined was not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try Merging.all(connection).filter { try Duplicates.isOpen($0.joined, to: facts, connection) }
    }
  }
}
