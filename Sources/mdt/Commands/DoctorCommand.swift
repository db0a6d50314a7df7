import ArgumentParser
import CaseModel
import CaseStore

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look the store over: file, audit, plans, invariants. Exit 65 if anything is wrong.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling { try await command.examine() }
  }

  /// The store of somebody who works in it; where damage hides who does, of whoever may read the file.
  private func opened() async throws -> CaseStore {
    let store: CaseStore
    do throws(Problem) {
      store = try Session.openStore(options.and(parent.options))
    } catch {
      // Which is what was done.
      guard error.advice.contains("mdt doctor") else { throw error }
      throw Problem(error.what, because: error.reason, try: DoctorFinding.advice, kind: error.kind)
    }
    do throws(Problem) {
      _ = try await store.actor(account: Host.account(), workstation: Host.workstation())
    } catch {
      guard error.kind == .damaged else { throw error }
    }
    return store
  }

  private func examine() async throws {
    let store = try await opened()
    let findings = try await store.doctor()
    await store.close()
    if output.json {
      Outlet.json(
        .list(
          findings.map { finding in
            .object([
              ("check", .text(finding.check)), ("in_order", .flag(finding.problem == nil)),
              ("what", JSON(finding.problem?.what)), ("why", JSON(finding.problem?.reason)),
              ("advice", JSON(finding.problem?.advice)),
            ])
          }))
    } else {
      for finding in findings {
        if output.plain {
          Outlet.record([finding.check, finding.problem == nil ? "ok" : "wrong", finding.problem?.text ?? ""])
        } else {
          Outlet.line(
            "\(finding.problem == nil ? "=" : "!") \(finding.check)\(finding.problem.map { ": \($0.text)" } ?? "")")
        }
      }
    }
    if findings.contains(where: { $0.problem != nil }) { throw ExitCode(65) }
  }
}
