import ArgumentParser
import CaseModel

/// What the shell is told, after sysexits: 0 done, 64 usage, 65 bad data, 69 store unavailable, 73 cannot create,
/// 75 try again.
extension Problem {
  var exitCode: ExitCode {
    switch kind {
    case .badData, .notFound: ExitCode(65)
    case .conflict, .tryAgain: ExitCode(75)
    case .unavailable, .damaged, .refused: ExitCode(69)
    case .cannotCreate: ExitCode(73)
    }
  }
}

/// Runs what a verb does; a problem is told in its three sentences and becomes an exit code.
func telling(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let problem as Problem {
    Outlet.endProgress()
    Outlet.note(problem.text)
    throw problem.exitCode
  }
}
