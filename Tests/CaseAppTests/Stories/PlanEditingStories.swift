import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// Whole journeys over a real store: write, crash, publish, meet somebody else's change.
@Suite("Stories of a plan") @MainActor struct PlanEditingStories {
  private func begum(_ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == "Begum" }).id
  }

  private func open(_ patient: ID<Patient>, _ world: World) async -> Pilot {
    let pilot = await Pilot(world)
    pilot.loop.open(.planEditor(patient))
    await pilot.press("<home>")
    return pilot
  }

  /// Somebody else changes fields of the plan and publishes.
  private func publishElsewhere(
    _ patient: ID<Patient>, _ world: World, at moment: Moment = sceneTime, _ change: (inout CarePlan) -> Void
  ) async throws {
    let member = try #require(try await world.store.staff(activeOn: sceneTime.day).first { $0.id != world.actor.id })
    let record = try #require(try await world.store.carePlan(of: patient))
    var plan = record.plan
    change(&plan)
    let other = Writing(actor: Actor(staff: member, workstation: "other"), at: moment, newID: world.newID)
    _ = try await world.store.publish(plan, of: patient, basedOn: record.rowVersion, reason: "edited", by: other)
  }

  @Test func `A crash in the middle of typing: the text and the date that is none are there again`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    do {
      let first = await open(patient, world)
      await first.press("<enter>")
      await first.type(" Teapot.")
      await first.press("<esc> 0 j j j j j j <enter>")
      await first.type("31-Nov-2016")
      // No Esc, no q: the program is gone.
    }
    let again = await open(patient, world)
    #expect(again.sees("Teapot."))
    #expect(
      again.message.contains("You go on from your draft")
        || again.loop.messages.contains { $0.text.contains("You go on from your draft") })
    await again.press("<ctrl-n>")
    #expect(again.sees("31-Nov-2016"))
    #expect(again.sees("draft kept 09:42"))
  }

  @Test func `Edit and publish: a new signed version, and no draft is left`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let before = try #require(try await world.store.carePlan(of: patient))
    let pilot = await open(patient, world)
    await pilot.press("<enter>")
    await pilot.type(" Tea at four.")
    await pilot.press("<esc> 0 j j j j j j <enter>")
    await pilot.type("+1m")
    await pilot.press("<enter> <ctrl-s>")
    let after = try #require(try await world.store.carePlan(of: patient))
    #expect(after.versionNumber == before.versionNumber + 1, "\(pilot.picture())")
    #expect(after.plan.nextReview == Day(year: 2016, month: 2, day: 5))
    #expect(try await world.store.draft(for: patient, of: world.actor.id) == nil)
    #expect(pilot.loop.messages.last?.text.contains("published") == true)
  }

  @Test func `Somebody published meanwhile: both texts, a decision, and one plan of both`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let pilot = await open(patient, world)
    await pilot.press("0 j j j j j j <enter>")
    await pilot.type("+1m")
    await pilot.press("<enter>")
    try await publishElsewhere(patient, world) { plan in
      plan.set(.nextReview, of: plan.single(.plan)!.id, to: "2016-01-12")
      plan.set(.myWellness, of: plan.single(.aboutMe)!.id, to: "Better in the mornings")
    }
    await pilot.lookAround()
    await pilot.lookAround()
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("[CONFLICT]"), "\(pilot.picture())")
    #expect(pilot.sees("12-Jan-2016"))
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("1 left to decide"))
    await pilot.press("y <ctrl-s>")
    let after = try #require(try await world.store.carePlan(of: patient))
    #expect(after.plan.nextReview == Day(year: 2016, month: 2, day: 5), "\(pilot.picture())")
    #expect(after.plan.single(.aboutMe)?[.myWellness] == "Better in the mornings")
    #expect(try await world.store.draft(for: patient, of: world.actor.id) == nil)
    try await readsTheNote(patient, world)
  }

  /// The other is told when they come to their list, and in the record, and not again after that.
  private func readsTheNote(_ patient: ID<Patient>, _ world: World) async throws {
    var other = world
    let member = try #require(try await world.store.staff(activeOn: sceneTime.day).first { $0.id != world.actor.id })
    other.actor = Actor(staff: member, workstation: "other")
    other.store = try await Self.store(world, of: member)
    let pilot = await Pilot(other)
    pilot.loop.open(.caseload)
    await pilot.press("l")
    let words = "joined v3 from your v2 and a draft: Next review"
    #expect(pilot.loop.messages.contains { $0.text.contains(words) }, "\(pilot.loop.messages.map(\.text))")
    #expect(pilot.sees("+ 1 note"), "\(pilot.picture())")
    pilot.loop.open(.person(patient, trail: nil))
    await pilot.press("<home>")
    #expect(pilot.sees("joined v3 from your"), "\(pilot.picture())")
    #expect(try await other.store.notes() == [])
  }

  /// With a colleague at it.
  private static func store(_ world: World, of member: StaffMember) async throws -> CaseStore {
    let writing = Writing(actor: Actor(staff: member, workstation: "other"), at: world.now(), newID: world.newID)
    return world.store.signedIn { writing }
  }

  @Test func `A joined plan that is edited before it is published tells the other, too`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let pilot = await open(patient, world)
    await pilot.press("0 j j j j j j <enter>")
    await pilot.type("+1m")
    await pilot.press("<enter>")
    try await publishElsewhere(patient, world, at: sceneTime + 60) {
      $0.set(.nextReview, of: $0.single(.plan)!.id, to: "2016-01-12")
    }
    await pilot.press("<ctrl-s> y E")
    #expect(pilot.sees("[EDITING]"), "\(pilot.picture())")
    await pilot.press("<ctrl-s>")
    let member = try #require(try await world.store.staff(activeOn: sceneTime.day).first { $0.id != world.actor.id })
    let words = try await Self.store(world, of: member).notes().map(\.words)
    #expect(words.count == 1 && words.first?.hasSuffix("a draft: Next review") == true, "\(words)")
  }

  @Test func `Leaving a conflict keeps draft and decisions, and ^S opens it again`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let pilot = await open(patient, world)
    await pilot.press("0 j j j j j j <enter>")
    await pilot.type("+1m")
    await pilot.press("<enter>")
    try await publishElsewhere(patient, world) { $0.set(.nextReview, of: $0.single(.plan)!.id, to: "2016-01-12") }
    await pilot.press("<ctrl-s> e <ctrl-u>")
    await pilot.type("20 jan")
    await pilot.press("<enter> <esc>")
    #expect(try await world.store.draft(for: patient, of: world.actor.id) != nil)
    let again = await open(patient, world)
    await again.press("<ctrl-s>")
    #expect(again.sees("20-Jan-2016   typed by you"), "\(again.picture())")
    await again.press("<ctrl-s>")
    #expect(try await world.store.carePlan(of: patient)?.plan.nextReview == Day(year: 2016, month: 1, day: 20))
  }

  @Test func `By lines: answer a field, publish, and be told`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let pilot = await open(patient, world)
    var lines = ["10", "17", "+2m", "^S"].makeIterator()
    var written = [String]()
    await pilot.loop.runLinear(read: { lines.next() }, write: { written.append($0) })
    #expect(try await world.store.carePlan(of: patient)?.plan.nextReview == Day(year: 2016, month: 3, day: 5))
    #expect(written.contains { $0.contains("published") })
  }

  @Test func `A first plan: complaints at once, a shared draft, then active`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    let clarke = try #require(rows.first { $0.name.family == "Clarke" }).id
    let pilot = await open(clarke, world)
    await pilot.press("<enter>")
    await pilot.type("My allotment.")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("There is a problem."))
    #expect(try await world.store.carePlan(of: clarke) == nil)
    await pilot.press("<ctrl-o>")
    #expect(try await world.store.carePlan(of: clarke)?.status == .draft, "\(pilot.picture())")
    #expect(pilot.sees("Care plan, shared draft, not active yet"))
  }
}

@Suite("Stories of a first plan") @MainActor struct FirstPlanStories {
  @Test func `A first plan begins with the language and interpreter of the record`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    let clarke = try #require(rows.first { $0.name.family == "Clarke" }).id
    let patient = try await world.store.peek(clarke).patient
    let event = await PlanEditorScreen.perform(.load(clarke), in: world)
    guard case .loaded(let start)? = event else {
      Issue.record("\(String(describing: event))")
      return
    }
    let requirement = try #require(start.blank.single(.requirement))
    #expect(requirement[.language] == patient.language)
    #expect(requirement[.interpreterRequired] == patient.interpreterRequired.map { $0 ? "yes" : "no" })
    #expect(patient.language != nil)
  }
}
