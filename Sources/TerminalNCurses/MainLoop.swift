import CTerminal

/// What the main thread does while nothing happens: it waits, in one call, for keys, for signals and for work of the
/// main actor, and does what comes itself. A key is read, acted upon and drawn without another thread being woken.
@MainActor public final class MainLoop {
  private var watched: [(descriptor: Int32, act: @MainActor () -> Void)] = []

  public init() { ct_share_memory() }

  /// Calls `act` whenever the descriptor can be read.
  func watch(_ descriptor: Int32, _ act: @escaping @MainActor () -> Void) {
    watched.append((descriptor, act))
  }

  func ignore(_ descriptor: Int32) { watched.removeAll { $0.descriptor == descriptor } }

  /// Runs until the process ends.
  public func run() -> Never {
    while true {
      let watched = watched
      let descriptors = watched.map(\.descriptor)
      let ready = ct_wait(descriptors, Int32(descriptors.count))
      for (index, one) in watched.enumerated() where ready & 1 << UInt32(index) != 0 { one.act() }
    }
  }
}
