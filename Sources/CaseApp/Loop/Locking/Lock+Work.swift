import CaseModel
import CaseStore

extension World {
  func signingIn() async throws(Problem) -> SigningIn { try await store.signingIn() }

  func tryToUnlock(_ secret: String, purpose: String) async throws(Problem) -> UnlockOutcome {
    try await store.tryToUnlock(secret, purpose: purpose, by: writing)
  }

  func recordSignIn(_ how: String) async throws(Problem) { try await store.recordSignIn(how, by: writing) }

  func recordSignOut(_ why: String) async throws(Problem) { try await store.recordSignOut(why, by: writing) }
}
