import ArgumentParser
import Glibc
import TerminalNCurses

/// The main thread waits for keys, signals and the work of the main actor; everything else is begun from there.
@main enum Program {
  static func main() {
    Host.holdStandardStreams()
    Confinement.begin()
    let mainLoop = MainLoop()
    Task {
      await MDT.start(on: mainLoop)
      Glibc.exit(0)
    }
    mainLoop.run()
  }
}

/// mdt: a terminal case manager for neighbourhood multidisciplinary teams.
struct MDT: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mdt",
    abstract: "Case manager for neighbourhood multidisciplinary teams.",
    discussion: """
      Without a verb mdt opens its screens. It records and reminds; it never computes risk, triages or advises \
      treatment.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, ImportCommand.self, WorklistCommand.self, EnrolmentCommand.self,
      DuplicatesCommand.self, RiskCommand.self, ListCommand.self, ShowCommand.self, PlanCommand.self,
      CrisisCommand.self,
      StaffCommand.self,
      OrganisationsCommand.self, SettingsCommand.self, AgreementsCommand.self, PrivilegesCommand.self,
      PrivacyCommand.self, ConsentCommand.self, TeamCommand.self, AssignCommand.self, LoadCommand.self,
      RevokeCommand.self, PINCommand.self,
      AuditCommand.self, RetentionCommand.self, CopyCommand.self, DoctorCommand.self, KeysCommand.self,
      BackupCommand.self, RestoreCommand.self, MigrateCommand.self, SampleCommand.self, InstallCommand.self,
      AccountsCommand.self, ReferralsCommand.self, VisitsCommand.self, SocialCareCommand.self,
    ])

  @OptionGroup var options: GlobalOptions

  /// What was typed stands in the parser's complaints, so they pass the sanitiser too.
  @MainActor static func start(on mainLoop: MainLoop) async {
    do {
      var command = try parseAsRoot()
      if let screens = command as? MDT {
        try await telling { try await openScreens(screens.options, on: mainLoop) }
      } else if var verb = command as? any AsyncParsableCommand {
        try await verb.run()
      } else {
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      Outlet.usage(fullMessage(for: error), isFailure: !code.isSuccess)
      Glibc.exit(code.rawValue)
    }
  }
}
