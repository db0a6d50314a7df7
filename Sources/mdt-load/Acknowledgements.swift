import CaseModel
import Glibc

/// What somebody was told is kept, written down in another place than the store: a line each, with tabs between.
struct Acknowledgement: Sendable {
  enum What: String {
    /// A plan was saved: its row version, and the text that was put into it.
    case save
    /// A tag was appended to a plan.
    case tag
    /// A draft was kept: its number within the writer's run.
    case draft
    /// A view was saved: whose view, and the filter that was put into it.
    case view
  }
  var what: What
  var writer: Int
  var sequence: Int
  var patient: ID<Patient>
  /// The plan of a save; whose draft it is.
  var subject: String
  var rowVersion: Int
  var version: Int
  var text: String

  var line: String {
    "\(what.rawValue)\t\(writer)\t\(sequence)\t\(patient)\t\(subject)\t\(rowVersion)\t\(version)\t\(text)\n"
  }

  /// Nil for a line that was cut when its writer was killed: nobody was told.
  init?(line: Substring) {
    let words = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard words.count == 8, let what = What(rawValue: String(words[0])), let writer = Int(words[1]),
      let sequence = Int(words[2]), let rowVersion = Int(words[5]), let version = Int(words[6])
    else { return nil }
    self.init(
      what: what, writer: writer, sequence: sequence, patient: ID(String(words[3])), subject: String(words[4]),
      rowVersion: rowVersion, version: version, text: String(words[7]))
  }

  init(
    what: What, writer: Int, sequence: Int, patient: ID<Patient>, subject: String, rowVersion: Int = 0,
    version: Int = 0, text: String
  ) {
    self.what = what
    self.writer = writer
    self.sequence = sequence
    self.patient = patient
    self.subject = subject
    self.rowVersion = rowVersion
    self.version = version
    self.text = text
  }

  static func read(_ path: String) throws -> [Acknowledgement] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Misuse(words: "\(path) cannot be read.") }
    defer { close(descriptor) }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    // What has no line end yet was never told.
    guard let end = bytes.lastIndex(of: 10) else { return [] }
    return String(decoding: bytes[...end], as: UTF8.self).split(separator: "\n").compactMap(Acknowledgement.init)
  }
}

/// A file that lines are added to, each in one write; durable where asked.
struct LineFile {
  private let descriptor: Int32
  private let syncs: Bool

  init(_ path: String, syncs: Bool) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Misuse(words: "\(path) cannot be written.") }
    self.syncs = syncs
  }

  func add(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, !syncs || fsync(descriptor) == 0 else {
      throw Misuse(words: "A line was not written.")
    }
  }
}

/// How long things took, in microseconds, a line each; written at the end, so that measuring costs nothing.
struct Latencies {
  private let path: String?
  private var times = [Int]()

  init(_ path: String?) { self.path = path }

  mutating func add(since start: Double) { times.append(Int((Machine.monotonic() - start) * 1e6)) }

  func write() throws {
    guard let path else { return }
    try LineFile(path, syncs: false).add(times.map { "\($0)\n" }.joined())
  }
}
