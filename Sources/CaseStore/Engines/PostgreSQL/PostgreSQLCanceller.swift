import CPostgreSQL

/// Asks the server to stop what a session runs. Any thread may: libpq opens a connection of its own for it.
final class PostgreSQLCanceller: Sendable {
  /// The handle's address: pointers are not `Sendable`, and this one is libpq's to share.
  private let handle: Int

  init(_ handle: OpaquePointer) { self.handle = Int(bitPattern: handle) }

  deinit { PQfreeCancel(OpaquePointer(bitPattern: handle)) }

  func cancel() {
    var words = [CChar](repeating: 0, count: 256)
    PQcancel(OpaquePointer(bitPattern: handle), &words, Int32(words.count))
  }
}
