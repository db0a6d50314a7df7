import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// From the list to a person, their plan, its review and its history, over a real store.
@MainActor struct PersonStories {
  @Test("a navigator opens a person, reads the plan, reviews it and sees what changed")
  func review() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press("<enter>")
    #expect(pilot.rows[0].contains("BEGUM, Rahela (Mrs)") && pilot.rows[1].contains("[record]"))
    #expect(pilot.sees("! Known allergies: penicillin (rash 2009)"))
    #expect(pilot.sees("! OVERDUE 12d"))

    await pilot.press("p")
    #expect(pilot.sees("Care plan v1, active  review due 24-Dec-2015"))
    #expect(!pilot.sees("francis"))

    await pilot.press("R")
    #expect(pilot.sees("[REVIEW]"))
    await pilot.press("<tab> <tab>")
    await pilot.type("Stairs twice a day")
    await pilot.press("<shift-tab> <shift-tab> <shift-tab>")
    await pilot.type("+2m")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("1 answer needs changing"))
    await pilot.press("1 <ctrl-s>")
    #expect(pilot.message.contains("The review is recorded. The next one is due 05-Mar-2016. u undoes."))
    #expect(pilot.sees("Care plan v2, active  review due 05-Mar-2016"))
    await pilot.press("<end> k k k")
    #expect(pilot.sees("full review of v1"))

    await pilot.press("H d")
    #expect(pilot.sees("What changed from version 1 to version 2"))
    #expect(pilot.sees("24-Dec-2015") && pilot.sees("05-Mar-2016"))
    await pilot.press("<esc> j <enter>")
    #expect(pilot.sees("Care plan version 1, signed, superseded"))
    await pilot.press("<esc> <esc> <esc>")
    #expect(pilot.sees("[record]") && pilot.sees("review due 05-Mar-2016"))
    _ = folder
  }

  @Test("] and [ go through the list one came from, and say so at its ends")
  func neighbours() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press("1 <enter> ]")
    #expect(pilot.rows[0].contains("CLARKE, Winston (Mr)"))
    #expect(pilot.sees("! NO PLAN") && pilot.sees("No known allergies"))
    await pilot.press("]")
    #expect(pilot.message.contains("This is the last person of the list."))
    await pilot.press("[ [")
    #expect(pilot.message.contains("This is the first person of the list."))
    await pilot.press("<esc>")
    #expect(pilot.sees("Caseload"))
    _ = folder
  }

  @Test("every opening is one row of the audit; going into a part of the single view is none")
  func audit() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    let query = CaseloadQuery(sort: .init(.name), today: sceneTime.day, reader: world.actor.id)
    let id = try #require(try await world.store.caseload(query, page: .first, limit: 1).first?.id)
    let before = try await world.store.auditEvents(patient: id, limit: 100).filter { $0.action == .view }.count
    await pilot.press("<enter> t <esc> r <esc> 1 <esc> p")
    let views = try await world.store.auditEvents(patient: id, limit: 100).filter { $0.action == .view }
    #expect(views.count == before + 2)
    #expect(views.prefix(2).map(\.purpose) == ["care plan", "single view"])
    _ = folder
  }

  @Test("a draft that was left is offered, gone on with and discarded")
  func drafts() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let query = CaseloadQuery(sort: .init(.name), today: sceneTime.day, reader: world.actor.id)
    let id = try #require(try await world.store.caseload(query, page: .first, limit: 1).first?.id)
    let record = try #require(try await world.store.carePlan(of: id))
    var plan = record.plan
    let about = try #require(plan.single(.aboutMe)?.id)
    plan.set(.myWellness, of: about, to: "Tired")
    try await world.store.keepDraft(
      PlanDraft(
        patient: id, plan: plan, baseRowVersion: record.rowVersion, baseVersionNumber: 1, basePlan: record.plan,
        startedAt: sceneTime, keptAt: sceneTime), of: world.actor.id)
    let pilot = await Pilot(world, at: .drafts)
    #expect(pilot.sees("BEGUM, Rahela (Mrs)") && pilot.sees("Draft from v1, 1 change"))
    await pilot.press("<enter>")
    #expect(pilot.sees("[EDITING]"))
    await pilot.press("<esc>")
    await pilot.press("x")
    #expect(pilot.sees("Discard the draft for BEGUM, Rahela (Mrs)?"))
    await pilot.press("n x y")
    #expect(pilot.sees("You have no unsaved draft."))
    #expect(try await world.store.drafts(of: world.actor.id).isEmpty)
    _ = folder
  }

  @Test("linear mode: the single view, a part of it and back, the plan's history and a review")
  func linear() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let query = CaseloadQuery(sort: .init(.name), today: sceneTime.day, reader: world.actor.id)
    let id = try #require(try await world.store.caseload(query, page: .first, limit: 1).first?.id)
    let loop = AppLoop(terminal: VirtualTerminal(), world: world)
    loop.open(.person(id, trail: nil))
    var input = [
      "t", "back", "p", "R", "-", "-", "Stairs", "-", "-", "-", "-", "4", "-", "-", "-", "-", "1", "1", "+2m", "y", "H",
      "quit",
    ].makeIterator()
    var printed = [String]()
    await loop.runLinear(read: { input.next() }, write: { printed.append($0) })
    let text = printed.joined(separator: "\n")
    #expect(text.contains("BEGUM, Rahela, Mrs."))
    #expect(text.contains("Born: 14 July 1941, 74 years."))
    #expect(text.contains("Timeline, newest first"))
    #expect(text.contains("1 of 15. Kind of review?"))
    #expect(text.contains("The review is recorded. The next one is due 5 March 2016."))
    #expect(text.contains("Signed versions of the care plan, newest first, 2 versions."))
    _ = folder
  }
}
