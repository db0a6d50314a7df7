public import CaseModel

/// The clock of a practice store, which may stand at its scene's day, so that a demonstration opens on the same
/// Tuesday every time. A live store always goes by the machine's clock: the schema refuses anything else.
extension CaseStore {
  /// Seconds to add to the machine's clock; 0 in a live store.
  public func practiceClockOffset() async throws(Problem) -> Int {
    guard isPractice else { return 0 }
    return try await reading("The store's clock was not read.", .directory) {
      try $0.count("SELECT clock_offset FROM store")
    }
  }

  /// Sets the practice clock so many seconds off the machine's.
  public func setPracticeClock(offset: Int, by: Writing) async throws(Problem) {
    try await writing("The practice clock was not set.", .action(.manageSettings), by) { change in
      try change.connection.run("UPDATE store SET clock_offset = $1 WHERE one = 1", [.of(offset)])
      try change.audit(.settingChange, "store clock", purpose: "practice clock set \(offset) seconds off")
    }
  }
}
