import Dispatch
import Glibc

/// Wakes whoever waits when somebody has written to the store, and nobody else: the kernel says so (inotify), so that a
/// program in front of which nobody sits does nothing at all.
actor SQLiteWatch {
  private let descriptor: Int32
  private let source: any DispatchSourceRead
  private let written: AsyncStream<Void>
  private var isWatching = false

  /// Watches the log, which every write of every program goes to; nil where the kernel has no watch left.
  init?(path: String) {
    let made = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard made >= 0 else { return nil }
    guard inotify_add_watch(made, "\(path)-wal", UInt32(IN_MODIFY)) >= 0 else {
      Glibc.close(made)
      return nil
    }
    let (stream, sender) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let source = DispatchSource.makeReadSource(fileDescriptor: made, queue: .global())
    // Suspended from the first event until somebody waits again: an import that writes for minutes wakes nobody twice.
    source.setEventHandler {
      source.suspend()
      sender.yield()
    }
    source.setCancelHandler { Glibc.close(made) }
    descriptor = made
    written = stream
    self.source = source
  }

  /// Returns when something has been written since the last call returned, or when the task is cancelled. What is
  /// written while nobody waits is not lost: the next call returns at once.
  func next() async {
    if !isWatching { source.resume() }
    isWatching = true
    for await _ in written {
      isWatching = false
      break
    }
    // Before the caller looks at the store, so that what is written after the look wakes them again.
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  isolated deinit {
    // A source that is suspended cannot be let go.
    if !isWatching { source.resume() }
    source.cancel()
  }
}
