import ArgumentParser
import CaseModel
import CaseStore

struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make the keys that backups are made for.",
    subcommands: [KeysNewCommand.self, KeysShowCommand.self])
}

struct KeysNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a pair of keys in a new file, and print the public one.",
    discussion: """
      Whoever has the file can read every backup made for its key; without it nobody can. Keep it off the host whose \
      store is backed up, in two places.
      """)

  @Argument(help: "A file that does not exist.", completion: .file()) var file: String

  mutating func run() async throws {
    let command = self
    try await telling {
      OwnRights.giveUpGroup()
      let key = try KeyFile.make(at: command.file)
      Outlet.orUndoing({ KeyFile.remove(command.file) }) {
        Outlet.line(key.text)
        Outlet.note("\(command.file) holds the secret key of \(key.fingerprint). Keep it off this host, in two places.")
      }
    }
  }
}

struct KeysShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print the public key in a file.")

  @Argument(help: "A file that mdt keys new made.", completion: .file()) var file: String

  mutating func run() async throws {
    let command = self
    OwnRights.giveUpGroup()
    try await telling { Outlet.line(try KeyFile.publicKey(command.file).text) }
  }
}
