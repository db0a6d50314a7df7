import ArgumentParser
import CaseModel
import CaseStore

struct AuditHeadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Publish the head of the audit as it stands: signed, to be kept elsewhere.",
    discussion: """
      Print it, or keep the file where nobody who can change the store can change it: that is what makes tampering \
      found. With --row a head that was published before is printed again, and nothing new is published.
      """)

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "A file that does not exist, to be written in place of standard output.", completion: .file())
  var to: String?
  @Option(help: "The head that was published at this row of the audit; mdt audit heads lists them.") var row: Int?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.publish($0) }
    }
  }

  private func publish(_ session: Session) async throws {
    // First, so that nothing is published for a file that cannot be made.
    let file = try to.map { try NewFile($0, "No head was published.") }
    let head: PublishedHead
    do {
      if let row {
        head = try await session.store.publishedHead(ofRow: row)
      } else {
        head = try await session.store.publishAuditHead(.onDemand, isFile: file != nil, by: session.writing)
      }
      try file?.write(lines: head.sheet)
      try file?.finish()
    } catch {
      file?.remove()
      throw error
    }
    Outlet.afterDoing(row == nil ? "The head of row \(head.head.sequence) was published." : nil) {
      if output.json || output.plain { return output.tell(.object(head.values)) }
      guard let to else {
        for line in head.sheet { Outlet.line(line) }
        return
      }
      Outlet.line("The head of row \(thousands(head.head.sequence)) is in \(to). Keep it away from this machine.")
    }
  }
}

struct AuditHeadsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads", abstract: "List the heads that were published, newest first.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "At most so many.") var limit = 100

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is 0 or more.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let heads = try await session.store.publishedHeads(limit: limit)
    if output.json { return Outlet.json(.list(heads.map { .object($0.values) })) }
    var table = Table()
    if output.plain {
      for head in heads { Outlet.record(head.values.map(\.1.plainText)) }
    } else {
      table.tell(
        heads.map {
          [
            $0.head.at.short, "row \(thousands($0.head.sequence))", $0.publishedBy, $0.reason.words,
            "key \($0.publicKey.fingerprint)",
          ]
        })
    }
    if heads.isEmpty { Outlet.note("No head was published yet. mdt audit head publishes one.") }
  }
}

extension PublishedHead {
  /// The keys of `--json`, and the columns of `--plain`, in order.
  var values: [(String, JSON)] {
    [
      ("row", .integer(head.sequence)), ("rows", .integer(head.count)), ("hash", .text(head.hash)),
      ("taken", .text(head.at.iso)), ("installation", .text(installation)), ("key", .text(publicKey.text)),
      ("signature", .text(signature)), ("published_by", .text(publishedBy)), ("reason", .text(reason.rawValue)),
    ]
  }
}
