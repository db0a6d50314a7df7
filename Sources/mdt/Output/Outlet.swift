import CaseModel
import Glibc
import SafeText

/// Where the command line's words go. Text from records passes the sanitiser here, and nowhere else.
enum Outlet {
  /// What was done and stays done, whatever becomes of the words about it.
  @TaskLocal private static var done: String?

  /// From here on a reader who has gone ends nothing: what is being done is done whole or not at all.
  static func outliveItsReader() { signal(SIGPIPE, SIG_IGN) }

  /// Tells about something that has been changed for good: the program ends with 0 even where that cannot be printed.
  static func afterDoing(_ what: String?, _ tell: () throws -> Void) rethrows {
    if what != nil { outliveItsReader() }
    try $done.withValue(what, operation: tell)
  }

  @TaskLocal private static var undo: (@Sendable () -> Void)?

  /// Tells about something that is worth nothing untold: where that cannot be printed it is undone, and the program fails.
  static func orUndoing(_ undo: @escaping @Sendable () -> Void, _ tell: () throws -> Void) rethrows {
    outliveItsReader()
    try $undo.withValue(undo, operation: tell)
  }

  /// A line for a person, on standard output.
  static func line(_ text: String) { write(safe(text) + "\n", to: 1) }

  /// JSON, whose own escaping leaves no control character.
  static func json(_ value: JSON) { write(value.rendered() + "\n", to: 1) }

  /// One record a line, fields separated by tabs; tabs and line ends within a field become blanks.
  static func record(_ fields: [String]) {
    write(fields.map { safe($0) }.joined(separator: "\t") + "\n", to: 1)
  }

  /// A word on standard error: progress, warnings, failures.
  static func note(_ text: String) { write("mdt: " + safe(text) + "\n", to: 2) }

  /// A question to whoever sits in front of it, on the line that the answer is typed on.
  static func question(_ text: String) { write(safe(text), to: 2) }

  /// Help, the version, or why a command line was not understood.
  static func usage(_ text: String, isFailure: Bool) {
    guard !text.isEmpty else { return }
    write(safe(text, keepingNewlines: true) + "\n", to: isFailure ? 2 : 1)
  }

  /// Progress that is rewritten in place on a terminal and printed now and then elsewhere.
  static func progress(_ text: String) {
    write(isatty(2) == 1 ? "\r\u{1B}[K" + safe(text) : safe(text) + "\n", to: 2)
  }

  static var progressIsRewritten: Bool { isatty(2) == 1 }

  static func endProgress() { if isatty(2) == 1 { write("\r\u{1B}[K", to: 2) } }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return failed(descriptor, errno) }
      bytes = bytes.dropFirst(max(count, 0))
    }
  }

  /// Output that is cut short must not look whole. A reader that has seen enough (`| head`) is no failure of ours.
  private static func failed(_ descriptor: Int32, _ reason: Int32) {
    guard descriptor == 1 else { return }
    let words = String(cString: strerror(reason))
    if let what = done {
      note("\(what) Not everything about it was printed. The system says: \(words). There is nothing left to do.")
      exit(0)
    }
    if let undo {
      undo()
      note("It was undone, because it could not be printed. The system says: \(words). Print it to another place.")
      exit(73)
    }
    guard reason != EPIPE else { return }
    note("Not everything was printed. The system says: \(words). Print it to another place.")
    exit(73)
  }
}
