import CaseModel
import Testing

@testable import CaseStore

/// Signing in, and who is at the keys.
extension Walk {
  private static let secret = "cocoa with two sugars"

  static let signingIn: [Walk] = [
    Walk(call: "signingIn()", silence: "how one signs in oneself", stranger: .left) {
      _ = try await $0.store.signingIn()
    },
    Walk(call: "setSecret(_:old:by:)", rows: [.update], stranger: .left) {
      try await $0.store.setSecret(secret, old: nil, by: $0.by)
    },
    Walk(
      // The try, and how it went.
      call: "tryToUnlock(_:purpose:by:)", rows: [.login, .login], stranger: .left,
      before: { try await $0.base.store.setSecret(secret, old: nil, by: $0.jo) },
      make: {
        let outcome = try await $0.store.tryToUnlock(secret, purpose: "unlock", by: $0.by)
        #expect(outcome == .right)
      }),
    Walk(
      call: "takeSecret(of:reason:by:)", rows: [.update], stranger: .role(.careNavigator),
      before: {
        let (store, by) = try await $0.base.person("Zoe", .gp)
        try await store.setSecret(secret, old: nil, by: by)
      }, make: { try await $0.store.takeSecret(of: try await $0.zoe(), reason: "Forgot it", by: $0.by) }),
    Walk(
      call: "revokeSessions(of:reason:by:)", rows: [.logout], stranger: .role(.careNavigator),
      before: { _ = try await $0.base.person("Zoe", .gp) },
      make: { try await $0.store.revokeSessions(of: try await $0.zoe(), reason: "Lost laptop", by: $0.by) }),
    Walk(call: "recordSignIn(_:by:)", rows: [.login], stranger: .left) {
      try await $0.store.recordSignIn("account", by: $0.by)
    },
    Walk(call: "recordSignOut(_:by:)", rows: [.logout], stranger: .left) {
      try await $0.store.recordSignOut("left", by: $0.by)
    },
    Walk(
      call: "actor(account:number:workstation:)", silence: "who one is oneself; nothing has been shown yet",
      stranger: .nobody("whoever signs in is who the system says")
    ) { _ = try await $0.store.actor(account: "jfrancis", number: 4711, workstation: "ward-3") },
    Walk(
      call: "accounts(at:)", silence: "accounts of the host, in a file beside the store",
      stranger: .nobody("whoever can read the file")
    ) { _ = try CaseStore.accounts(at: $0.base.place.path) },
    Walk(
      call: "forgetAccount(_:at:)", silence: "a file beside the store, for whoever owns it",
      stranger: .nobody("the system says who owns the file"),
      before: { _ = try await $0.base.store.actor(account: "jfrancis", number: 4711, workstation: "ward-3") },
      make: {
        // Who is connected to a server the server knows, and no number of this host is kept.
        guard $0.base.place.path.hasPrefix("/") else { return }
        try CaseStore.forgetAccount("jfrancis", at: $0.base.place.path)
      }),
    Walk(
      call: "refusal(of:about:doing:)", silence: "about oneself", stranger: .nobody("to whoever may not, it says so")
    ) {
      let refusal = try await $0.store.refusal(of: .manageStaff)
      #expect(refusal == nil)
    },
    Walk(call: "ownAudit(limit:before:)", silence: "what one did oneself, without names", stranger: .left) {
      _ = try await $0.store.ownAudit(limit: 5)
    },
  ]
}

extension Walk.Scene {
  /// Somebody whom `before` has put on the staff list.
  func zoe() async throws -> ID<StaffMember> {
    try #require(try await base.store.staff().first { $0.name == "Zoe" }).id
  }
}
