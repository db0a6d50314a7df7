import ArgumentParser
import CaseModel
import CaseStore
import Glibc

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of the store.",
    discussion: """
      Everything is verified first. Where something would be lost it is refused until it is confirmed twice: at the \
      terminal, or with the two --confirm that the refusal names. What stood there is kept beside it.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "A backup.", completion: .file()) var file: String
  @Option(help: "The file with a secret key that it was made for.", completion: .file()) var key: String
  @Option(help: "What a refusal said has to be confirmed, in its order.") var confirm: [String] = []

  mutating func run() async throws {
    let command = self
    try await telling { try await command.restore() }
  }

  private func restore() async throws {
    let path = try options.and(parent.options).keepersStore("Nothing was restored.")
    let secret = try KeyFile.secretKey(key)
    let restoration = try await Restoration.prepare(
      from: file, with: secret, at: path, progress: { Outlet.progress(megabytes: $0, of: $1) })
    Outlet.endProgress()
    do {
      let restored = try await restoration.putInPlace(confirmed: try await confirmed(restoration), by: restorer)
      Outlet.afterDoing("\(restored.path) was restored.") { tell(restored, restoration.manifest) }
    } catch {
      restoration.giveUp()
      throw error
    }
  }

  private var restorer: Restorer {
    Restorer(account: Host.account(), workstation: Host.workstation(), at: Host.now())
  }

  /// What was said on the command line, or is said now where somebody sits in front of it.
  private func confirmed(_ restoration: Restoration) async throws -> [String] {
    guard confirm.isEmpty, isatty(0) == 1, isatty(2) == 1 else { return confirm }
    let comparison = try await restoration.comparison()
    guard let concern = comparison.concern else { return [] }
    Outlet.note(concern)
    var said = [String]()
    for wanted in comparison.confirmations {
      Outlet.question("Type \(wanted) to go on: ")
      guard let line = readLine(), line == wanted else { return said }
      said.append(line)
    }
    return said
  }

  private func tell(_ restored: Restored, _ manifest: BackupManifest) {
    if output.json || output.plain {
      return output.tell(
        .object([
          ("path", .text(restored.path)), ("replaced", JSON(restored.aside)),
          ("generation", .integer(restored.generation)), ("audit", restored.audit.json),
          ("backup", .object(manifest.values)),
        ]))
    }
    Outlet.line("Restored \(restored.path) from the backup of \(manifest.madeAt.short).")
    Outlet.line(manifest.auditWords)
    if let aside = restored.aside { Outlet.line("What stood there is kept as \(aside).") }
    Outlet.line("Drafts that people keep on this host are offered to them when they come back.")
  }
}
