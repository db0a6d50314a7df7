import ArgumentParser
import CaseModel
import CaseStore

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store and its first member of staff, bound to this account.",
    discussion: """
      The store is for practice unless --live is given: a practice store takes NHS numbers from 999 000 0000 only, a \
      live store never does (R-ID-03). Nothing that exists is touched.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @Option(help: "Your name, as colleagues read it.") var name: String
  @Option(help: "Your role, for example care_navigator.") var role: String
  @Option(help: "The code of your organisation; one not yet known is completed by a later import.")
  var organisation: String
  @Option(help: "The account that signs in as you; on a server the database role. Else the account that runs this.")
  var account: String?
  @Flag(help: "Make a live store, for real people.") var live = false

  mutating func run() async throws {
    let command = self
    try await telling { try await command.make() }
  }

  private func make() async throws {
    let setup = Setup(
      name: try wantedName(), role: try wantedRole(), organisationCode: try wantedCode(),
      account: account ?? Host.account(),
      isPractice: !live, at: Host.now(), newID: { Host.newID() }, workstation: Host.workstation())
    let store = try CaseStore.create(at: try options.and(parent.options).keepersStore(Self.what), setup: setup)
    await store.close()
    Outlet.afterDoing("\(store.path) was made.") {
      Outlet.line("Made \(store.path).")
      Outlet.line(
        live
          ? "It is a live store: numbers from 999 000 0000 are refused (R-ID-03)."
          : "It is a practice store: it takes NHS numbers from 999 000 0000 only, never a real person's (R-ID-03).")
      Outlet.line("\(setup.name) signs in with the account \(setup.account).")
      Outlet.line("Next: mdt import organisations, practices, staff and caseload, in this order.")
      Outlet.line("A row with your account in the staff file gives you a locality, which your list then begins with.")
    }
  }

  private static var what: String { "No store was made." }

  private func wantedName() throws(Misunderstood) -> String {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, words.count <= 100,
      !words.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw Misunderstood(
        Self.what, because: "A name has 1 to 100 characters.", try: "Give your name with --name.")
    }
    return words
  }

  private func wantedRole() throws(Misunderstood) -> StaffRole {
    if let read = StaffRole(reading: role) { return read }
    throw Misunderstood(
      Self.what, because: "There is no role \(role).", try: "Use one of: \(StaffRole.allowed).")
  }

  private func wantedCode() throws(Misunderstood) -> String {
    let code = organisation.uppercased()
    let bytes = Array(code.utf8)
    guard (3...12).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }) else {
      throw Misunderstood(
        Self.what, because: "\(organisation) is no organisation's code.",
        try: "Give 3 to 12 letters A to Z and digits, for example R9904.")
    }
    return code
  }
}
