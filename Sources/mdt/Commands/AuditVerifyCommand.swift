import ArgumentParser
import CaseModel
import CaseStore
import Glibc

struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Walk the audit's chain; exit 65 at the first row that does not fit.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(
    help: "A head that was published before, as mdt audit head wrote it; - reads it from standard input.",
    completion: .file())
  var head: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      let head = try command.head.map { try PublishedHead(readingSheet: try SmallFile.text($0)) }
      try await Session.during(options.and(parent.parent.options)) { try await command.verify($0, head) }
    }
  }

  private func verify(_ session: Session, _ head: PublishedHead?) async throws {
    let began = Host.now()
    var isKnown: Bool?
    if let head { isKnown = try await session.store.checkSignature(of: head) }
    let verdict = try await session.store.verifyAudit(against: head?.head) { count in
      if Host.now() - began >= 1 { Outlet.progress("\(thousands(count)) rows walked") }
    }
    Outlet.endProgress()
    switch verdict {
    case .whole(let count, let last):
      if output.json {
        Outlet.json(
          .object([("whole", .flag(true)), ("rows", .integer(count)), ("head", .text(last))] + told(head, isKnown)))
      } else if output.plain {
        Outlet.record(["whole", String(count), last])
      } else {
        Outlet.line("The audit is whole: \(thousands(count)) rows. Its head is \(last).")
        if let head { tell(head, isKnown == true) }
      }
    case .broken(let sequence, let why):
      if output.json {
        Outlet.json(
          .object(
            [("whole", .flag(false)), ("sequence", .integer(sequence)), ("why", .text(why))] + told(head, isKnown)))
      } else if output.plain {
        Outlet.record(["broken", String(sequence), why])
      }
      throw Problem(
        "The audit is not whole.", because: "Row \(sequence): \(why).",
        try: "Keep the store's files as they are, and compare them with the newest backup.", kind: .badData)
    }
  }

  private func told(_ head: PublishedHead?, _ isKnown: Bool?) -> [(String, JSON)] {
    guard let head else { return [] }
    return [
      ("published_head", .integer(head.head.sequence)), ("published_at", .text(head.head.at.iso)),
      ("key", .text(head.publicKey.fingerprint)), ("listed_in_store", JSON(isKnown)),
    ]
  }

  private func tell(_ head: PublishedHead, _ isKnown: Bool) {
    Outlet.line(
      "It goes through the head of row \(thousands(head.head.sequence)), taken \(head.head.at.short) and signed with the"
        + " key \(head.publicKey.fingerprint): nothing up to there was changed or taken away.")
    if !isKnown {
      Outlet.line(
        "This store's own list does not have that head: compare the key with the one on an older sheet.")
    }
  }
}

/// A small file of text that somebody gives: `-` is standard input.
enum SmallFile {
  private static let limit = 65_536

  static func text(_ path: String) throws(Problem) -> String {
    let what = "The head was not read."
    let descriptor = path == "-" ? 0 : OwnRights.during { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      throw Problem(
        what, because: "\(path) cannot be read (\(String(cString: strerror(errno)))).",
        try: "Give the file that mdt audit head wrote, or - and the sheet on standard input.", kind: .notFound)
    }
    defer { if path != "-" { close(descriptor) } }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 8192)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Problem(
          what, because: "\(path) cannot be read (\(String(cString: strerror(errno)))).", try: "Give another file.",
          kind: .notFound)
      }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
    throw Problem(
      what, because: "\(path) is far longer than a head.", try: "Give the file that mdt audit head wrote.",
      kind: .badData)
  }
}
