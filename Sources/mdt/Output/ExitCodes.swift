import ArgumentParser
import CaseModel

/// What the shell is told, after sysexits: 0 done, 64 usage, 65 bad data, 69 store unavailable, 73 cannot create,
/// 75 try again.
extension Problem {
  var exitCode: ExitCode {
    switch kind {
    case .badData, .notFound: ExitCode(65)
    case .conflict, .tryAgain: ExitCode(75)
    case .unavailable, .damaged, .refused, .closed, .signedOut: ExitCode(69)
    case .cannotCreate: ExitCode(73)
    }
  }
}

/// Something on the command line means nothing here: told in three sentences like any problem, and ends with 64.
struct Misunderstood: Error {
  let problem: Problem

  init(_ what: String, because reason: String, try advice: String) {
    problem = Problem(what, because: reason, try: advice, kind: .badData)
  }
}

/// Runs what a verb does; a problem is told in its three sentences and becomes an exit code.
func telling(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let usage as Misunderstood {
    Outlet.note(usage.problem.text)
    throw ExitCode(64)
  } catch let problem as Problem {
    Outlet.endProgress()
    Outlet.note(problem.text)
    throw problem.exitCode
  }
}
