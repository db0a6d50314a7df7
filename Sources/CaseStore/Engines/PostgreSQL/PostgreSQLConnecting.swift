import CPostgreSQL
import Dispatch
import Glibc
import Synchronization

/// A connection on its way, made on a thread of its own: looking names up and trying one host after the other are libpq's,
/// and cannot be interrupted. Whoever has waited long enough leaves it behind, and it is let go when it arrives.
final class PostgreSQLConnecting: Sendable {
  private enum State {
    case underWay
    /// The handle's address: pointers are not `Sendable`. Nil where memory was wanting.
    case arrived(Int?)
    case leftBehind
  }
  private let state = Mutex(State.underWay)
  private let arrival = DispatchSemaphore(value: 0)

  init(_ names: [String], _ values: [String]) {
    DispatchQueue(label: "mdt.store.connecting").async { [self] in
      arrived(PostgreSQLConnecting.connect(names, values))
      arrival.signal()
    }
  }

  private func arrived(_ handle: OpaquePointer?) {
    let isWanted = state.withLock { state in
      if case .leftBehind = state { return false }
      state = .arrived(handle.map { Int(bitPattern: $0) })
      return true
    }
    if !isWanted { PQfinish(handle) }
  }

  /// Whether it has arrived after at most a tenth of a second.
  func hasArrived() -> Bool { arrival.wait(timeout: .now() + .milliseconds(100)) == .success }

  /// The connection, whose owner the caller is now; nil where it has not arrived, and then it is left behind.
  func take() -> OpaquePointer? {
    state.withLock { state in
      defer { state = .leftBehind }
      if case .arrived(let address?) = state { return OpaquePointer(bitPattern: address) }
      return nil
    }
  }

  private static func connect(_ names: [String], _ values: [String]) -> OpaquePointer? {
    let keys = names.map { strdup($0) }
    let texts = values.map { strdup($0) }
    defer { for pointer in keys + texts { free(pointer) } }
    let keyList = keys.map { UnsafePointer($0) } + [nil]
    let textList = texts.map { UnsafePointer($0) } + [nil]
    return PQconnectdbParams(keyList, textList, 1)
  }
}
