import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// A day's work, told through the pilot over a real store.
@MainActor @Suite("Stories of a day") struct DayStories {
  private func begum(_ world: World) async throws -> ID<Patient> {
    let number = try #require(NHSNumber(stored: "9990123012"))
    return try #require(try await world.store.patient(nhs: number))
  }

  @Test("a navigator opens the overdue, opens a person, and the opening is one row of the audit") func openPerson()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let before = try await world.store.auditEvents(limit: 1).first?.sequence ?? 0
    let pilot = await Pilot(world)
    #expect(pilot.sees("BEGUM, Rahela (Mrs)"))
    #expect(pilot.sees("! OVERDUE 12d"))
    #expect(pilot.sees("! NO PLAN"))
    await pilot.press("3")
    #expect(!pilot.sees("CLARKE"))
    await pilot.press("<enter>")
    #expect(pilot.sees("Known allergies: penicillin"))
    await pilot.press("j j k <pgdn> <pgup>")
    let events = try await world.store.auditEvents(limit: 10).filter { $0.sequence > before }
    // The first change of the day publishes the head of the audit, too.
    #expect(events.map(\.action) == [.view, .create] && events.last?.object.hasPrefix("audit_head") == true)
    await pilot.press("<esc>")
    #expect(pilot.sees("MDT > Caseload"))
  }

  @Test("finds somebody by a name that sounds alike, and the settled search is recorded") func find() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press("g f")
    await pilot.type("raheela")
    #expect(pilot.sees("BEGUM, Rahela (Mrs)"))
    #expect(pilot.sees("sounds alike"))
    await pilot.press("<enter>")
    #expect(pilot.sees("Known allergies"))
    let searches = try await world.store.auditEvents(limit: 20).filter { $0.action == .search }
    #expect(searches.map(\.purpose) == ["raheela"])
  }

  @Test("two people edit one plan: the second is shown was, theirs and yours, and no word is lost") func conflict()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let id = try await begum(world)
    let mine = await Pilot(world, at: .planEditor(id))
    // A colleague publishes first.
    let record = try #require(try await world.store.carePlan(of: id))
    var theirs = record.plan
    let goal = try #require(theirs.items(.goal).first)
    theirs.set(.text, of: goal.id, to: "I want to walk to the mosque with my grandson")
    let header = try #require(theirs.single(.plan))
    theirs.set(.nextReview, of: header.id, to: (sceneTime.day + 90).iso)
    theirs.set(.agreedOn, of: header.id, to: sceneTime.day.iso)
    _ = try await world.store.publish(
      theirs, of: id, basedOn: record.rowVersion, reason: "activated", by: world.writing)
    #expect(try await world.store.carePlan(of: id)?.versionNumber == 2)
    // What I typed meanwhile.
    await mine.press("<enter>")
    await mine.type("Ring before visiting. ")
    await mine.press("<esc>")
    #expect(try await world.store.draft(for: id, of: world.actor.id) != nil)
    await mine.lookAround()
    #expect(try await world.store.carePlan(of: id)?.plan.items(.goal).first?[.text]?.contains("grandson") == true)
  }

  @Test("after a crash the draft is offered, with what was typed") func draftAfterCrash() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let id = try await begum(world)
    do {
      let pilot = await Pilot(world, at: .planEditor(id))
      await pilot.press("<enter>")
      await pilot.type("Keep my radio on. ")
      // No leaving, no saving: the program is gone.
    }
    let again = await Pilot(world)
    #expect(again.sees("draft"))
    let editor = await Pilot(world, at: .planEditor(id))
    #expect(editor.sees("radio"))
  }

  @Test("a blank screen shows nothing of anybody until a key is pressed") func blank() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press(".")
    #expect(pilot.picture().allSatisfy { $0.isWhitespace })
    await pilot.press("x")
    #expect(pilot.sees("BEGUM"))
  }

  @Test("a key that means nothing says so, and says where the keys are") func wrongKey() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press("Z")
    #expect(pilot.sees("Z does nothing here. Press ? for the keys."))
  }

  @Test("linear mode finds, opens and leaves by lines alone") func linear() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let terminal = VirtualTerminal()
    let loop = AppLoop(terminal: terminal, world: world)
    loop.open(.caseload)
    var script = ["1", "back", "quit"][...]
    var said = [String]()
    await loop.runLinear(read: { script.popFirst() }, write: { said.append($0) })
    let text = said.joined(separator: "\n")
    #expect(text.contains("BEGUM, Rahela, Mrs"))
    #expect(text.contains("14 July 1941"))
    #expect(text.contains("penicillin"))
    #expect(!text.contains("─"))
  }
}
