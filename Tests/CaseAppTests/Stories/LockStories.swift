import CaseModel
import CaseStore
import CaseTesting
import Synchronization
import TerminalKit
import Testing

@testable import CaseApp

/// Seconds since the machine was started, as a test says.
private final class Uptime: Sendable {
  private let seconds = Mutex(1_000)
  func now() -> Int { seconds.withLock { $0 } }
  func pass(_ more: Int) { seconds.withLock { $0 += more } }
}

@Suite("Stories: locking and signing in", .serialized) @MainActor struct LockStories {
  private let pin = "493817"
  private let uptime = Uptime()

  /// Somebody with a PIN, at the caseload.
  private func seated(_ scene: Scene = .twoPeople, withPIN: Bool = true) async throws -> (Pilot, World, TemporaryFolder)
  {
    var (world, folder) = try await scene.world()
    world.uptime = { [uptime] in uptime.now() }
    if withPIN { try await world.store.setSecret(pin, old: nil, by: world.writing) }
    let pilot = await Pilot(world)
    await pilot.loop.lookForChanges()
    await pilot.loop.signIn(then: .caseload)
    if withPIN { await unlock(pilot) }
    #expect(pilot.sees("MDT > Caseload"), "\(pilot.picture())")
    return (pilot, world, folder)
  }

  private func unlock(_ pilot: Pilot, with secret: String? = nil) async {
    await pilot.type(secret ?? pin)
    await pilot.press("<enter>")
  }

  private func showsNobody(_ pilot: Pilot) -> Bool {
    let words = ["BEGUM", "CLARKE", "Rahela", "Winston", "999 0"]
    let read = pilot.loop.frontOutline()?.text ?? ""
    return !words.contains { pilot.sees($0) || read.contains($0) }
  }

  @Test("8.1: a person with a PIN begins at the lock, and nothing is read before it is right") func begins()
    async throws
  {
    var (world, folder) = try await Scene.twoPeople.world()
    world.uptime = { [uptime] in uptime.now() }
    try await world.store.setSecret(pin, old: nil, by: world.writing)
    let loop = AppLoop(terminal: VirtualTerminal(), world: world)
    await loop.signIn(then: .caseload)
    #expect(loop.layers.isEmpty && loop.frame().picture().contains("SIGN IN"))
    for key in Keys.typing(pin) { loop.receive([.key(key)]) }
    #expect(!loop.frame().picture().contains(pin) && loop.frame().picture().contains("******"))
    loop.receive([.key(.enter)])
    await loop.idle()
    #expect(loop.frame().picture().contains("MDT > Caseload"))
    withExtendedLifetime(folder) {}
  }

  @Test("8.1, promise 15: after five idle minutes the screen locks and shows nobody, to the second") func idle()
    async throws
  {
    let (pilot, _, folder) = try await seated()
    await pilot.press("<enter>")
    #expect(pilot.sees("CLARKE") || pilot.sees("BEGUM"))
    uptime.pass(299)
    #expect(!pilot.loop.lockIfDue())
    uptime.pass(1)
    #expect(pilot.loop.lockIfDue())
    #expect(pilot.sees("LOCKED at 09:42") && showsNobody(pilot), "\(pilot.picture())")
    // The terminal was written anew.
    #expect(pilot.terminal.redrawCount > 0)
    // What others change meanwhile is read again, and not shown.
    pilot.loop.recordsChanged()
    await pilot.loop.idle()
    #expect(showsNobody(pilot))
    await unlock(pilot)
    #expect(pilot.sees("[record]"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: a key puts the lock off, and one that comes too late is lost") func late() async throws {
    let (pilot, _, folder) = try await seated()
    uptime.pass(200)
    await pilot.press("<down>")
    uptime.pass(200)
    #expect(!pilot.loop.lockIfDue())
    uptime.pass(100)
    await pilot.press("<enter>")
    #expect(pilot.sees("LOCKED") && showsNobody(pilot))
    await unlock(pilot)
    #expect(pilot.sees("MDT > Caseload"))
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: the site says after how many minutes, and open screens follow") func setting() async throws {
    let (pilot, world, folder) = try await seated()
    try await world.store.setSetting("session.idle_minutes", to: "1", reason: "projector", by: world.writing)
    await pilot.lookAround()
    uptime.pass(60)
    #expect(pilot.loop.lockIfDue())
    withExtendedLifetime(folder) {}
  }

  @Test("L locks at once, and what was being typed is a draft and still there") func drafts() async throws {
    let (pilot, world, folder) = try await seated()
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    let begum = try #require(rows.first { $0.name.family == "Begum" }).id
    pilot.loop.open(.planEditor(begum))
    await pilot.press("<home> <enter>")
    await pilot.type("Locked in mid-wor")
    uptime.pass(300)
    pilot.loop.lockIfDue()
    await pilot.loop.idle()
    let kept = try await world.store.drafts(of: world.actor.id)
    let text = "\(kept)"
    #expect(text.contains("Locked in mid-wor"))
    #expect(showsNobody(pilot))
    await unlock(pilot)
    await pilot.type("d")
    #expect(pilot.sees("Locked in mid-word"))
    await pilot.press("<esc> <esc>")
    await pilot.press("L")
    #expect(pilot.sees("LOCKED"))
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: a wrong PIN says how many tries are left; after five even the right one waits") func wrong() async throws
  {
    let (pilot, _, folder) = try await seated()
    await pilot.press("L")
    await unlock(pilot, with: "000000")
    #expect(pilot.sees("4 tries are"), "\(pilot.picture())")
    for _ in 1...4 { await unlock(pilot, with: "000000") }
    #expect(pilot.sees("Wait until 09:43"))
    await unlock(pilot)
    #expect(pilot.sees("LOCKED") && showsNobody(pilot))
    withExtendedLifetime(folder) {}
  }

  @Test("Whoever has no PIN can only leave a locked screen, but for a practice store") func without() async throws {
    let (pilot, _, folder) = try await seated(withPIN: false)
    await pilot.press("L")
    #expect(pilot.sees("This is a practice store: Enter"))
    await pilot.press("<enter>")
    #expect(pilot.sees("MDT > Caseload"))
    await pilot.press("L q")
    #expect(pilot.sees("Leave mdt?") && !pilot.loop.isOver)
    await pilot.press("n")
    #expect(!pilot.loop.isOver)
    await pilot.press("q y")
    #expect(pilot.loop.isOver)
    var live = Lock(cause: .locked(at: sceneTime), hasSecret: false, opensWithout: false)
    live.typed = ""
    #expect(!live.canUnlock && live.sentences.contains { $0.contains("can only be left") })
    withExtendedLifetime(folder) {}
  }

  @Test("A blanked screen asks for the PIN at the next key") func blank() async throws {
    let (pilot, _, folder) = try await seated()
    await pilot.press(". x")
    #expect(pilot.sees("LOCKED"))
    await unlock(pilot)
    #expect(pilot.sees("MDT > Caseload"))
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: a session ends after ten hours, locked or not, and another begins with the PIN") func ends() async throws
  {
    let (pilot, world, folder) = try await seated()
    await pilot.press("<enter>")
    for _ in 1...599 {
      uptime.pass(60)
      await pilot.press("<down>")
    }
    #expect(!pilot.sees("SESSION ENDED"))
    uptime.pass(60)
    #expect(pilot.loop.lockIfDue())
    #expect(pilot.sees("SESSION ENDED") && showsNobody(pilot))
    await unlock(pilot)
    #expect(pilot.sees("MDT > Caseload"))
    let signing = try await world.store.signingIn()
    #expect(signing.lastAt == sceneTime)
    withExtendedLifetime(folder) {}
  }

  @Test("mdt revoke: the open screens are gone at the next look, drafts kept, and only leaving is left") func revoked()
    async throws
  {
    let (pilot, world, folder) = try await seated()
    await pilot.press("<enter>")
    try await world.store.revokeSessions(of: world.actor.id, reason: "Seen at another desk", by: world.writing)
    await pilot.lookAround()
    #expect(pilot.sees("SIGNED OUT") && pilot.sees("Seen at another desk") && showsNobody(pilot), "\(pilot.picture())")
    await unlock(pilot)
    #expect(pilot.sees("SIGNED OUT"))
    await pilot.press("q y")
    #expect(pilot.loop.isOver)
    withExtendedLifetime(folder) {}
  }

  @Test("mdt revoke: an act that comes before the look ends the session as well") func revokedByAct() async throws {
    let (pilot, world, folder) = try await seated()
    try await world.store.revokeSessions(of: world.actor.id, reason: "Seen at another desk", by: world.writing)
    await pilot.press("<enter>")
    #expect(pilot.sees("SIGNED OUT") && showsNobody(pilot), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: breaking the glass asks for the PIN again, and is not done without it") func proof() async throws {
    let (pilot, world, folder) = try await seated()
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let patient = try #require(try await world.store.caseload(query, page: .first, limit: 1).first).id
    let refusal = ConsentStatement(
      subject: .shareInMDT, decision: .refused, basis: .explicitVerbal, at: sceneTime.day)
    try await world.store.record(refusal, of: patient, by: world.writing)
    pilot.loop.open(.closedRecord(patient))
    await pilot.loop.idle()
    pilot.loop.redraw()
    await pilot.press("1")
    await pilot.type("Found unconscious at home, no relative")
    await pilot.press("<enter>")
    #expect(pilot.sees("Break the glass") && pilot.sees("PIN or passphrase"), "\(pilot.picture())")
    await pilot.press("<esc>")
    #expect(pilot.sees("You did not give your PIN."), "\(pilot.picture())")
    #expect(try await world.store.closedRecord(patient).why != nil)
    await pilot.press("<enter>")
    await unlock(pilot)
    #expect(pilot.sees("Open to you"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("A PIN is chosen on its screen, twice the same, and asked for from then on") func chosen() async throws {
    let (pilot, _, folder) = try await seated(withPIN: false)
    pilot.loop.open(.pin)
    await pilot.loop.idle()
    await pilot.type("123456")
    await pilot.press("<enter>")
    await pilot.type("123456")
    await pilot.press("<enter>")
    #expect(pilot.sees("The PIN was not set."), "\(pilot.picture())")
    await pilot.type(pin)
    await pilot.press("<enter>")
    await pilot.type(pin)
    #expect(!pilot.sees(pin))
    await pilot.press("<enter>")
    #expect(pilot.sees("Your PIN is set."), "\(pilot.picture())")
    await pilot.press("L")
    #expect(pilot.sees("Type your PIN"))
    await unlock(pilot)
    #expect(pilot.sees("MDT > Caseload"))
    withExtendedLifetime(folder) {}
  }

  @Test("Where the site wants it, nobody works without a PIN") func required() async throws {
    var (world, folder) = try await Scene.twoPeople.world()
    world.uptime = { [uptime] in uptime.now() }
    try await world.store.setSetting("session.pin_required", to: "yes", reason: "policy", by: world.writing)
    let loop = AppLoop(terminal: VirtualTerminal(), world: world)
    await loop.signIn(then: .caseload)
    await loop.idle()
    #expect(loop.frame().picture().contains("Here nobody works without one."))
    loop.receive([.key(.escape)])
    await loop.idle()
    #expect(loop.frame().picture().contains("MDT > Your PIN"))
    withExtendedLifetime(folder) {}
  }

  @Test("In linear mode `lock` covers what was written, and the next line is the PIN") func linear() async throws {
    var (world, folder) = try await Scene.twoPeople.world()
    world.uptime = { [uptime] in uptime.now() }
    try await world.store.setSecret(pin, old: nil, by: world.writing)
    let loop = AppLoop(terminal: VirtualTerminal(), world: world)
    await loop.signIn(then: .caseload)
    var lines = [pin, "lock", "000000", pin, "quit"][...]
    var said = [String]()
    var hidden = [Bool]()
    await loop.runLinear(
      read: { lines.popFirst() }, write: { said.append($0) }, cover: { said.append("COVERED") },
      hideTyping: { hidden.append($0) })
    #expect(hidden == [true, false, true, true, false])
    let covered = try #require(said.firstIndex(of: "COVERED"))
    let after = said[covered...].drop { !$0.contains("4 tries are left") }
    #expect(!after.isEmpty)
    let locked = said[covered..<(said.count - after.count)]
    #expect(!locked.contains { $0.contains("BEGUM") || $0.contains("Rahela") })
    withExtendedLifetime(folder) {}
  }
}
