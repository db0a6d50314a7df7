import Synchronization

/// Whether damage was met while the program runs. SQLite's codes 11 and 26 can be passing under a failing disk (store.md
/// 3), so whatever met them is done once more, with pages read anew, before the file is declared dead. From then on this
/// session writes nothing more: what it would write rests on what it cannot read. Reading goes on where it can.
final class SQLiteSoundness: Sendable {
  private let isCondemned = Atomic<Bool>(false)

  /// Reads, and once more where damage is met.
  func read<T: Sendable>(
    forgettingPages forget: () async -> Void, _ body: () async throws -> T
  ) async throws -> T {
    do {
      return try await body()
    } catch let fault as StoreFault where fault == SQLiteFault.damagedFile {
      await forget()
    }
    do {
      return try await body()
    } catch let fault as StoreFault where fault == SQLiteFault.damagedFile {
      isCondemned.store(true, ordering: .releasing)
      throw fault
    }
  }

  /// Writes, unless damage was met. A write that meets it is undone by SQLite; `isDamaged` looks once more.
  func write<T: Sendable>(lookingAgain isDamaged: () async throws -> Bool, _ body: () async throws -> T) async throws
    -> T
  {
    guard !isCondemned.load(ordering: .acquiring) else { throw SQLiteSoundness.stopped }
    do {
      return try await body()
    } catch let fault as StoreFault where fault == SQLiteFault.damagedFile {
      guard try await isDamaged() else { throw SQLiteSoundness.passing }
      isCondemned.store(true, ordering: .releasing)
      throw fault
    }
  }

  static let stopped = StoreFault(
    .damaged, "the store's file was found damaged in this session, so nothing more is written to it",
    remedy: "Read what you need, keep the store's files as they are and run mdt doctor.")

  static let passing = StoreFault(
    .retry, "the disk gave a wrong answer, and the right one when it was asked again",
    remedy: "Try again, and have the disk looked at.")
}
