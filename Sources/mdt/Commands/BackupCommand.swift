import ArgumentParser
import CaseModel
import CaseStore
import Glibc
import Synchronization

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Make an encrypted backup while people work, or look at one.",
    subcommands: [BackupMakeCommand.self, BackupShowCommand.self], defaultSubcommand: BackupMakeCommand.self)

  @ParentCommand var parent: MDT
}

struct BackupMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make an encrypted backup. The verb may be left out: mdt backup TO.")

  @ParentCommand var parent: BackupCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "A file that does not exist, or a folder, in which the name is made.", completion: .file())
  var to: String
  @Option(
    help: """
      Who can open it: a public key, or a file that holds one. May be given several times. Else the keys in the \
      setting backup.recipients.
      """)
  var recipient: [String] = []

  mutating func run() async throws {
    let command = self
    try await telling { try await command.make() }
  }

  private func make() async throws {
    let options = options.and(parent.parent.options)
    _ = try options.keepersStore("No backup was made.")
    let session = try await Session.open(options, waitsAtSignals: false)
    do {
      let backup = try await made(session)
      await session.store.close()
      Outlet.afterDoing("\(backup.path) was made.") { tell(backup) }
    } catch {
      await session.store.close()
      throw error
    }
  }

  /// Asked to end, it takes away what it has begun.
  private func made(_ session: Session) async throws -> CaseStore.Backup {
    var keys = [BackupPublicKey]()
    for given in recipient { keys.append(try KeyFile.publicKey(given)) }
    if keys.isEmpty { keys = try await session.store.backupRecipients() }
    let (recipients, to, store, writing) = (keys, to, session.store, session.writing)
    let work = Task {
      try await store.backUp(
        to: to, for: recipients, program: MDT.configuration.version, by: writing,
        progress: { Outlet.progress(megabytes: $0, of: $1) })
    }
    let ended = Mutex<Int32?>(nil)
    let endings = Endings(session.store, also: [SIGINT]) { number in
      ended.withLock { $0 = number }
      work.cancel()
    }
    defer { withExtendedLifetime(endings) {} }
    let result = await work.result
    Outlet.endProgress()
    if case .failure = result, let number = ended.withLock({ $0 }) {
      await session.store.close()
      throw ExitCode(128 + number)
    }
    return try result.get()
  }

  private func tell(_ backup: CaseStore.Backup) {
    if output.json || output.plain {
      output.tell(.object([("path", .text(backup.path)), ("bytes", .integer(backup.bytes))] + backup.manifest.values))
    } else {
      Outlet.line("Made \(backup.path), \(thousands(backup.bytes)) bytes.")
      Outlet.line(backup.manifest.auditWords)
    }
  }
}

struct BackupShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Verify a backup from its beginning to its end, and say what is in it.")

  @OptionGroup var output: OutputOptions
  @Argument(help: "A backup.", completion: .file()) var file: String
  @Option(help: "The file with a secret key that it was made for.", completion: .file()) var key: String

  mutating func run() async throws {
    let command = self
    try await telling { try await command.show() }
  }

  private func show() async throws {
    OwnRights.giveUpGroup()
    let key = try KeyFile.secretKey(key)
    let manifest = try await BackupReading.manifest(
      of: file, with: key, progress: { Outlet.progress(megabytes: $0, of: $1) })
    Outlet.endProgress()
    if output.json || output.plain { return output.tell(.object(manifest.values)) }
    for line in manifest.lines { Outlet.line(line) }
  }
}
