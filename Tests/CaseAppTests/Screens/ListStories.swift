import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories of the lists") @MainActor struct ListStories {
  /// Opens a scene, tells the story and lets the store go afterwards.
  private func story(
    _ scene: Scene = .twoPeople, size: Size = Size(columns: 80, rows: 24), _ tell: (Pilot) async throws -> Void
  ) async throws {
    let (world, folder) = try await scene.world()
    try await tell(await Pilot(world, size: size))
    withExtendedLifetime(folder) {}
  }

  @Test("a navigator looks for who has no plan, filters, clears, and opens somebody")
  func caseload() async throws {
    try await story { pilot in
      #expect(pilot.sees("BEGUM, Rahela (Mrs)"))
      #expect(pilot.sees("! OVERDUE 12d"))
      #expect(pilot.sees("2 of 2 shown"))
      await pilot.press("4")
      #expect(pilot.sees("CLARKE, Winston (Mr)"))
      #expect(!pilot.sees("BEGUM"))
      #expect(pilot.sees("1 of 2 shown"))
      await pilot.press("/")
      await pilot.type("beg")
      #expect(pilot.sees("Nobody in the South West locality fits plan:none beg."))
      await pilot.press("<esc>")
      #expect(pilot.sees("CLARKE, Winston (Mr)"))
      await pilot.press("<enter>")
      #expect(pilot.rows[0].hasPrefix(" CLARKE, Winston (Mr)"))
      await pilot.press("<esc>")
      #expect(pilot.sees("View 4 No plan"))
    }
  }

  @Test("a view of one's own is there again when mdt is opened again, and goes when it is removed")
  func views() async throws {
    try await story { pilot in
      await pilot.press("3 /")
      await pilot.type("age>70")
      await pilot.press("<enter> v")
      await pilot.press("j j j j j j j <enter>")
      await pilot.type("Old and late")
      await pilot.press("<enter>")
      #expect(pilot.message.contains("The view Old and late is kept."))
      #expect(pilot.sees("View Old and late"))
      let again = await Pilot(pilot.world)
      await again.press("v k")
      #expect(again.sees("Old and late  plan:overdue age>70, by review due"))
      await again.press("j j j j j j j j j <enter>")
      #expect(again.sees("View Old and late"))
      #expect(again.sees("BEGUM"))
      await again.press("v j j <enter> <enter>")
      #expect(again.sees("Remove the view Old and late?"))
      await again.press("y")
      #expect(again.message.contains("The view Old and late is removed."))
      #expect(again.sees("View 1 All"))
    }
  }

  @Test("what is found is opened, and the search stands in the audit once, as it was settled on")
  func find() async throws {
    try await story { pilot in
      await pilot.press("g f")
      await pilot.type("rahela beg")
      #expect(pilot.sees("PATIENTS 1"))
      await pilot.press("<down> <enter>")
      #expect(pilot.rows[0].hasPrefix(" BEGUM, Rahela (Mrs)"))
      await pilot.press("<esc> <esc>")
      #expect(pilot.sees("Caseload"))
      let searches = try await pilot.world.store.auditEvents(limit: 50).filter { $0.action == .search }
      #expect(searches.map(\.purpose) == ["rahela beg"])
    }
  }

  @Test("somebody is found by name and birth year, in any order and with two digits or four")
  func findByYear() async throws {
    try await story { pilot in
      for text in ["rahela beg 41", "1941 begum", "14/07/1941", "999 012 3012", "e1 0aa"] {
        await pilot.press("g f <ctrl-u>")
        await pilot.type(text)
        #expect(pilot.sees("PATIENTS 1"), "\(text)")
        #expect(pilot.sees("BEGUM, Rahela (Mrs)"), "\(text)")
        await pilot.press("<esc>")
      }
    }
  }

  @Test("the palette finds a command by its name and does it on the screen beneath")
  func palette() async throws {
    try await story { pilot in
      await pilot.press(":")
      #expect(pilot.sees("Commands for Caseload"))
      await pilot.type("overdue")
      await pilot.press("<enter>")
      #expect(pilot.sees("View 3 Overdue"))
      await pilot.press("?")
      await pilot.type("messages")
      await pilot.press("<enter>")
      #expect(pilot.sees("MDT > Messages"))
    }
  }

  @Test("what somebody else changes appears, and the selected person stays selected")
  func othersChange() async throws {
    try await story { pilot in
      await pilot.press("<end>")
      await pilot.lookAround()
      let store = pilot.world.store
      let query = CaseloadQuery(sort: .init(.name), today: sceneTime.day, reader: pilot.world.actor.id)
      let clarke = try #require(try await store.caseload(query, page: .last, limit: 1).first)
      let ids = CountedIDs()
      let plan = CarePlan(newID: { "8" + ids.next().dropFirst() })
      _ = try await store.saveDraftPlan(plan, of: clarke.id, basedOn: nil, by: pilot.world.writing)
      #expect(pilot.sees("! NO PLAN"))
      await pilot.lookAround()
      #expect(pilot.sees("~ draft only"))
      #expect(pilot.rows.contains { $0.hasPrefix(">  CLARKE") })
    }
  }

  @Test("a plan kept unsaved on this computer is offered when mdt opens")
  func drafts() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let query = CaseloadQuery(sort: .init(.name), today: sceneTime.day, reader: world.actor.id)
    let begum = try #require(try await world.store.caseload(query, page: .first, limit: 1).first)
    let ids = CountedIDs()
    let draft = PlanDraft(
      patient: begum.id, plan: CarePlan(newID: { "8" + ids.next().dropFirst() }), baseRowVersion: nil,
      baseVersionNumber: 0, basePlan: nil, startedAt: sceneTime, keptAt: sceneTime)
    try await world.store.keepDraft(draft, of: world.actor.id)
    let pilot = await Pilot(world)
    #expect(pilot.message.contains("1 draft is kept unsaved on this computer. D opens them."))
    #expect(pilot.sees("D 1 draft kept"))
    withExtendedLifetime(folder) {}
  }

  @Test("an empty store says how to fill it")
  func empty() async throws {
    try await story(.empty) { pilot in
      #expect(pilot.sees("There is nobody in this store yet."))
    }
  }

  @Test("412 people on a Tuesday: to the end and back, by risk, with the record beside the list")
  func busyTuesday() async throws {
    try await story(.busyTuesday, size: Size(columns: 120, rows: 40)) { pilot in
      let first = pilot.rows.first { $0.hasPrefix(">") }
      #expect(pilot.sees("more below -"))
      #expect(pilot.sees("PARTNER DATA") || pilot.sees("Enter shows more >>"))
      await pilot.press("<end>")
      #expect(pilot.sees(" above -"))
      await pilot.press("<home>")
      #expect(pilot.rows.first { $0.hasPrefix(">") } == first)
      await pilot.press("s j j <enter>")
      #expect(pilot.sees("Sort risk v"))
      await pilot.press("<pgdn> <pgdn> <pgdn> <pgup>")
      #expect(pilot.rows.contains { $0.hasPrefix(">") })
      await pilot.press("l")
      #expect(pilot.sees("everyone"))
    }
  }

  @Test("linear: the list is read, a view chosen, a filter answered and a person opened by number")
  func linear() async throws {
    try await story { pilot in
      var lines = ["v", "4", "filter", "clarke", "1", "back", "messages", "quit"].makeIterator()
      var said: [String] = []
      await pilot.loop.runLinear(read: { lines.next() }, write: { said.append($0) })
      let text = said.joined(separator: "\n")
      #expect(text.contains("1. BEGUM, Rahela, Mrs. Born 14 July 1941, 74 years. NHS No. 999 012 3012."))
      #expect(text.contains("4. No plan, plan:none, by name"))
      #expect(text.contains("View: 4 No plan."))
      #expect(text.contains("Filter? (- clears it, :back leaves)"))
      #expect(text.contains("Filter: plan:none clarke."))
      #expect(text.contains("CLARKE, Winston, Mr"))
    }
  }
}
