import Dispatch
import Synchronization

/// The lines of standard input, until it ends or a signal asks the program to end.
final class LinesIn: Sendable {
  private let lines: AsyncStream<String>
  private let sender: AsyncStream<String>.Continuation
  private let signal = Mutex<Int32?>(nil)

  init() {
    (lines, sender) = AsyncStream.makeStream()
    // A thread of its own, so that waiting for a line holds up nobody.
    DispatchQueue(label: "mdt.lines").async { [sender] in
      while let line = readLine(strippingNewline: true) { sender.yield(line) }
      sender.finish()
    }
  }

  func next() async -> String? {
    // What was asked before the lines that are still to come.
    if endedBySignal != nil { return nil }
    for await line in lines { return endedBySignal == nil ? line : nil }
    return nil
  }

  func end(by number: Int32) {
    signal.withLock { $0 = number }
    sender.finish()
  }

  var endedBySignal: Int32? { signal.withLock { $0 } }
}
