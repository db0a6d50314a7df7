import CaseModel
import Testing

@testable import CaseStore

/// Argon2id takes a tenth of a second and 64 MiB: one test after the other.
@Suite("Unlocking with a PIN", .serialized) struct UnlockTests {
  private let pin = "493817"

  private func attempt(_ secret: String, _ store: CaseStore, _ by: Writing) async throws -> UnlockOutcome {
    try await store.tryToUnlock(secret, purpose: "unlock", by: by)
  }

  private func later(_ by: Writing, _ seconds: Int) -> Writing {
    Writing(actor: by.actor, at: by.at + seconds, newID: by.newID)
  }

  @Test("8.1: a PIN unlocks for its holder, and nothing that is kept is the PIN") func unlocks() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    #expect(try await !store.signingIn().hasSecret)
    try await store.setSecret(pin, old: nil, by: by)
    #expect(try await store.signingIn().hasSecret)
    #expect(try await attempt(pin, store, by) == .right)
    let kept = try await store.reading("No.") { try $0.first("SELECT hash FROM credential") { try $0.text() } }
    #expect(kept?.hasPrefix("$argon2id$") ?? false)
    let purposes = try await store.reading("No.") {
      try $0.rows("SELECT object || ' ' || purpose FROM audit_event") { try $0.text() }
    }
    #expect(!purposes.contains { $0.contains(pin) || $0.contains("argon2id") })
  }

  @Test("8.1: after five wrong tries not even the right one is looked at until the wait is over") func fiveTries()
    async throws
  {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSecret(pin, old: nil, by: by)
    for left in [4, 3, 2, 1] { #expect(try await attempt("no", store, by) == .wrong(left: left)) }
    #expect(try await attempt("no", store, by) == .wait(until: by.at + 60))
    #expect(try await attempt(pin, store, later(by, 59)) == .wait(until: by.at + 60))
    // Another program of theirs waits as well.
    let other = try await CaseStore.opened(place.path)
    #expect(try await attempt(pin, other, later(by, 59)) == .wait(until: by.at + 60))
    #expect(try await attempt("no", store, later(by, 60)) == .wrong(left: 4))
    #expect(try await attempt(pin, store, later(by, 61)) == .right)
    #expect(try await store.signingIn().tries == 0)
  }

  @Test("8.1: a try is counted before it is looked at, so that a program that is killed gains none") func counted()
    async throws
  {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSecret(pin, old: nil, by: by)
    for _ in 1...5 { try await store.writing("No.", by) { _ = try Credential.countTry("unlock", in: $0) } }
    #expect(try await attempt(pin, store, by) == .wait(until: by.at + 60))
  }

  @Test("8.4: every try is in the audit: the right ones as signing in, the wrong ones as denied") func audited()
    async throws
  {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSecret(pin, old: nil, by: by)
    _ = try await attempt("no", store, by)
    _ = try await attempt(pin, store, by)
    let rows = try await store.reading("No.") {
      try $0.rows("SELECT action || ' ' || purpose FROM audit_event WHERE object = 'sign-in' ORDER BY seq") {
        try $0.text()
      }
    }
    #expect(rows == ["login unlock: try 1", "denied unlock: wrong", "login unlock: try 2", "login unlock: right"])
  }

  @Test("8.1: a PIN is changed by whoever knows it, and one that is too easy is refused") func changed() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    await #expect(throws: Problem.self) { try await store.setSecret("111111", old: nil, by: by) }
    try await store.setSecret(pin, old: nil, by: by)
    for old in [nil, "999888"] {
      do throws(Problem) {
        try await store.setSecret("a new long passphrase", old: old, by: by)
        Issue.record("it was changed by somebody who does not know it")
      } catch {
        #expect(error.kind == .refused && error.reason == "The old one is not right.")
      }
    }
    try await store.setSecret("a new long passphrase", old: pin, by: by)
    #expect(try await attempt(pin, store, by) == .wrong(left: 4))
    #expect(try await attempt("a new long passphrase", store, by) == .right)
  }

  @Test("8.1: the same letters from two keyboards are the same passphrase") func normalised() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSecret("caf\u{E9} au lait, twice", old: nil, by: by)
    #expect(try await attempt("cafe\u{301} au lait, twice", store, by) == .right)
  }

  @Test("8.1: who forgot a PIN has it taken away by an administrator, who cannot set another") func taken()
    async throws
  {
    let scene = try await AccessScene()
    let zoe = try await scene.person("Zoe", .socialWorker)
    try await zoe.store.setSecret(pin, old: nil, by: zoe.by)
    let denied = await scene.denied { try await zoe.store.takeSecret(of: zoe.by.actor.id, reason: "x", by: zoe.by) }
    #expect(denied?.kind == .refused)
    try await scene.store.takeSecret(of: zoe.by.actor.id, reason: "Forgot it", by: scene.by)
    #expect(try await !zoe.store.signingIn().hasSecret)
    // Chosen and taken again: the newest counts.
    try await zoe.store.setSecret("246813579", old: nil, by: zoe.by)
    #expect(try await attempt("246813579", zoe.store, zoe.by) == .right)
    try await scene.store.takeSecret(of: zoe.by.actor.id, reason: "Again", by: scene.by)
    #expect(try await !zoe.store.signingIn().hasSecret)
  }

  @Test("A store that is only read looks, and counts nothing") func readOnly() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSecret(pin, old: nil, by: by)
    await store.close()
    let reader = try await CaseStore.opened(place.path, readOnly: true)
    #expect(try await attempt("no", reader, by) == .wrong(left: 0))
    #expect(try await attempt(pin, reader, by) == .right)
  }
}

@Suite("Ending sessions") struct RevocationTests {
  @Test("mdt revoke: somebody's sessions end at their next read and their next write, and the words say who and why")
  func revoked() async throws {
    let scene = try await AccessScene()
    let gita = try await scene.person("Gita", .careNavigator, locality: "sw")
    #expect(try await scene.list(gita.store, gita.by) == ["Amina"])
    try await scene.store.revokeSessions(of: gita.by.actor.id, reason: "Lost her laptop", by: scene.by)
    let read = await scene.denied { _ = try await scene.list(gita.store, gita.by) }
    #expect(read?.kind == .signedOut)
    #expect(read?.reason.hasPrefix("Jo Francis ended your sessions on ") == true)
    #expect(read?.reason.hasSuffix("because: Lost her laptop") == true)
    let view = CaseloadView.builtIn[0]
    let write = await scene.denied { try await gita.store.saveView(view, by: gita.by) }
    #expect(write?.kind == .signedOut)
    // Whoever signs in anew works on.
    let again = try await scene.store.seated(as: "gita")
    let by = try await again.writing(as: "gita")
    #expect(try await scene.list(again, by) == ["Amina"])
    let rows = try await scene.store.reading("No.") {
      try $0.count("SELECT count(*) FROM audit_event WHERE action = 'denied' AND object = 'session'")
    }
    #expect(rows == 1)
  }

  @Test("mdt revoke: an administrator ends anybody's sessions, and others their own alone") func whoMay() async throws {
    let scene = try await AccessScene()
    let gita = try await scene.person("Gita", .careNavigator, locality: "sw")
    let denied = await scene.denied {
      try await gita.store.revokeSessions(of: scene.by.actor.id, reason: "No", by: gita.by)
    }
    #expect(denied?.kind == .refused)
    try await gita.store.revokeSessions(of: gita.by.actor.id, reason: "Left a screen open", by: gita.by)
    let over = await scene.denied { _ = try await scene.list(gita.store, gita.by) }
    #expect(over?.kind == .signedOut)
  }

  @Test("8.1: whoever works here no longer is signed out, not only refused") func left() async throws {
    let scene = try await AccessScene()
    let gita = try await scene.person("Gita", .careNavigator, locality: "sw")
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run(
        "UPDATE staff SET active_to = $1 WHERE id = $2", [.of(scene.by.at.day - 1), .of(gita.by.actor.id)])
      try change.audit(.update, "staff", purpose: "left")
    }
    let over = await scene.denied { _ = try await scene.list(gita.store, gita.by) }
    #expect(over?.kind == .signedOut)
  }

  @Test("8.4: beginning and ending a session is in the audit") func recorded() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.recordSignIn("by the account", by: by)
    try await store.recordSignOut("left", by: by)
    let rows = try await store.reading("No.") {
      try $0.rows("SELECT action || ' ' || purpose FROM audit_event WHERE object = 'session' ORDER BY seq") {
        try $0.text()
      }
    }
    #expect(rows == ["login by the account", "logout left"])
    let signing = try await store.signingIn()
    #expect(signing.lastAt == by.at && signing.lastWorkstation == "ward-3")
  }

  @Test("H19: whoever signs in by a clock that was put back does not make the audit's end look right")
  func clockPutBack()
    async throws
  {
    let place = try Place()
    let store = try place.make()
    for moment in [Place.start + 864_000, Place.start] {
      try await store.recordSignIn("by the account", by: try await store.writing(at: moment))
    }
    let remark = await store.startRemark(now: Place.start)
    #expect(remark?.contains("The clock is behind the last entry of the audit.") == true)
  }

  @Test("0.4: a screen locks after 1 to 15 idle minutes, and nothing else can be set") func bounds() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    for value in ["0", "16", "-1", "five"] {
      await #expect(throws: Problem.self) {
        try await store.setSetting("session.idle_minutes", to: value, reason: "test", by: by)
      }
    }
    try await store.setSetting("session.idle_minutes", to: "15", reason: "test", by: by)
    try await store.setSetting("session.pin_required", to: "yes", reason: "test", by: by)
    let signing = try await store.signingIn()
    #expect(signing.idleMinutes == 15 && signing.isSecretRequired && signing.sessionHours == 10)
  }
}
