public import CaseModel

/// Accounts of the operating system and the numbers they had when they first signed in on this host.
extension CaseStore {
  /// Who works under an account. `number` is that of the operating system, where the account is one of this machine: one
  /// that is not the number of before is refused, and one that is new is kept.
  ///
  /// - Throws: `refused`, and as `actor(account:workstation:)`.
  public func actor(account: String, number: Int?, workstation: String) async throws(Problem) -> Actor {
    // On a server the role is checked by the server.
    guard let number, !isOnServer else { return try await actor(account: account, workstation: workstation) }
    let numbers = AccountNumbers(beside: path)
    try numbers.check(account, number)
    let actor = try await actor(account: account, workstation: workstation)
    guard !isReadOnly else { return actor }
    do throws(Problem) {
      try numbers.keep(account, number)
    } catch {
      // A disk that takes nothing keeps nobody from their work; the next sign-in keeps it.
      guard error.kind == .unavailable || error.kind == .tryAgain else { throw error }
    }
    return actor
  }

  private var isOnServer: Bool { draftFiles.neighbourPath != path }

  /// The accounts that have signed in here, with their numbers, in the order they came.
  public static func accounts(at store: String) throws(Problem) -> [(account: String, number: Int)] {
    try AccountNumbers(beside: store).lines("The accounts were not read.").map { ($0.account, $0.number) }
  }

  /// Lets an account's next sign-in be its first; for whoever owns the store.
  ///
  /// - Throws: `refused`, `notFound`.
  public static func forgetAccount(_ account: String, at store: String) throws(Problem) {
    try AccountNumbers(beside: store).forget(account)
  }
}
