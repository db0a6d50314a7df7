import Dispatch

/// A thread of its own for writing, so that waiting for the lock and for the disk holds up nobody else.
final class WriterExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "mdt.store.writer")

  func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    queue.async { unowned.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
}
