import ArgumentParser
import CaseApp
import CaseModel
import CaseStore
import SafeText

struct ConsentSheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "One page for the person: what is shared, what they have said, and how to change it.")

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number, with or without spaces.") var person: [String]
  @Option(help: "A file that does not exist, to be written in place of standard output.", completion: .file())
  var to: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.make($0) }
    }
  }

  private func make(_ session: Session) async throws {
    let patient = try await session.patient(person.joined(separator: " "))
    let file = try to.map { try NewFile($0, "No sheet was made.") }
    do {
      let sheet = try await session.store.consentSheet(of: patient, isFile: file != nil, by: session.writing)
      let lines = sheet.lines { safe($0) }
      try file?.write(lines: lines)
      try file?.finish()
      Outlet.afterDoing("The sheet was made.") {
        if let to {
          Outlet.line("The sheet is in \(to). It is about one person: give it to nobody else.")
        } else {
          for line in lines { Outlet.line(line) }
        }
      }
    } catch {
      file?.remove()
      throw error
    }
  }
}
