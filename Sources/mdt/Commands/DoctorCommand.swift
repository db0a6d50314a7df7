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

  private func examine() async throws {
    let session = try await Session.open(options.and(parent.options))
    let findings = try await session.store.doctor()
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
