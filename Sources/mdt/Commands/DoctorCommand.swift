import ArgumentParser
import CaseModel
import CaseStore
import Dispatch
import Glibc

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look the store over: files, disk, audit, records, invariants. It changes nothing.",
    discussion: """
      Ends with 0 when the store is in order, 78 when something about it or around it should be put right, 69 when it \
      is damaged or not there. It works on stores that mdt refuses to open, and for whoever may read the files.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling { try await command.look(at: try command.options.and(command.parent.options).identity().store) }
  }

  private func look(at path: String) async throws {
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    let progress = DoctorProgress()
    let report = await CaseStore.doctor(at: path, now: Host.now()) { progress.tell($0) }
    Outlet.endProgress()
    if output.json {
      Outlet.json(report.json)
    } else {
      tell(report)
    }
    let code = report.exitCode
    if code != .success { throw code }
  }

  private func tell(_ report: DoctorReport) {
    for finding in report.findings {
      let words = finding.problem?.text ?? finding.reason ?? ""
      if output.plain {
        Outlet.record([finding.check, finding.severity.rawValue, words])
      } else {
        Outlet.line("\(finding.severity.mark) \(finding.problem == nil ? finding.words : "")\(finding.tail)")
      }
    }
    if !output.plain { Outlet.line(report.verdict) }
  }
}

/// What is looked at, told on a terminal.
private struct DoctorProgress {
  func tell(_ words: String) {
    guard Outlet.progressIsRewritten else { return }
    Outlet.progress("looking at \(words) (Ctrl-C ends it)")
  }
}

/// Ctrl-C ends a look that takes long, and says so: nothing is left half done, because nothing is written.
private struct Interruption {
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "mdt.doctor.interruption"))
    source.setEventHandler {
      Outlet.endProgress()
      Outlet.note("Not everything was looked at. You have ended it. The store is as it was; run mdt doctor again.")
      exit(128 + SIGINT)
    }
    source.resume()
  }
}

extension DoctorFinding {
  fileprivate var tail: String {
    if let problem { return problem.text }
    return reason.map { ": \($0)" } ?? ""
  }
}

extension DoctorFinding.Severity {
  /// `=` in order, `-` not looked at, `i` worth knowing, `!` to be put right, `X` damage.
  fileprivate var mark: String {
    switch self {
    case .inOrder: "="
    case .skipped: "-"
    case .note: "i"
    case .warning: "!"
    case .fault: "X"
    }
  }
}

extension DoctorReport {
  /// 69 for damage, 75 where somebody held the lock, 78 for what should be put right.
  var exitCode: ExitCode {
    if findings.contains(where: { $0.problem?.kind == .tryAgain }) { return ExitCode(75) }
    switch worst {
    case .inOrder, .skipped, .note: return .success
    case .warning: return ExitCode(78)
    case .fault: return ExitCode(69)
    }
  }

  var verdict: String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }
    let faults = counted(count(.fault), "thing is not in order", "things are not in order")
    let warnings = counted(count(.warning), "thing should be put right", "things should be put right")
    switch worst {
    case .fault: return "The store is not in order: \(faults)\(count(.warning) > 0 ? ", \(warnings)" : "")."
    case .warning: return "The store is whole: \(warnings)."
    case .inOrder, .skipped, .note: return "The store is in order."
    }
  }

  /// The shape that the manual promises; `schema` is its number.
  var json: JSON {
    .object([
      ("schema", .integer(1)), ("store", .text(store)), ("store_schema", JSON(storeSchema)), ("at", .text(at.iso)),
      (
        "checks",
        .list(
          findings.map { finding in
            .object([
              ("check", .text(finding.check)), ("severity", .text(finding.severity.rawValue)),
              ("what", .text(finding.problem?.what ?? finding.words.capitalisedFirst + ".")),
              ("because", JSON(finding.problem?.reason ?? finding.reason)), ("do", JSON(finding.problem?.advice)),
            ])
          })
      ),
      (
        "summary",
        .object(
          DoctorFinding.Severity.allCases.map { ($0.rawValue, .integer(count($0))) } + [("verdict", .text(verdict))])
      ),
    ])
  }
}
