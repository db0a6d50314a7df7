import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories: records that are not open") @MainActor struct ClosedRecordStories {
  private func person(_ family: String, _ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == family }).id
  }

  private func withdraw(_ patient: ID<Patient>, _ world: World) async throws {
    let statement = ConsentStatement(
      subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: sceneTime.day)
    try await world.store.record(statement, of: patient, by: world.writing)
  }

  @Test("5.3, H17: who withdraws goes from the list and from the record that is open, and the screen says why")
  func withdrawn() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Clarke", world)
    let pilot = await Pilot(world)
    await pilot.loop.lookForChanges()
    #expect(pilot.sees("CLARKE"))
    pilot.loop.open(.person(patient, trail: nil))
    await pilot.loop.idle()
    pilot.loop.open(.carePlan(patient))
    await pilot.loop.idle()
    try await withdraw(patient, world)
    await pilot.loop.lookForChanges()
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("This record is not open to you.") && pilot.sees("[CLOSED]"), "\(pilot.picture())")
    #expect(!pilot.sees("COPD") && !pilot.sees("Lives alone"))
    await pilot.press("<esc>")
    #expect(pilot.sees("1 of 1") && !pilot.sees("CLARKE"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("H17: what somebody was typing about them is kept as a draft when the record closes") func typing() async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world)
    pilot.loop.open(.planEditor(patient))
    await pilot.press("<home> <enter>")
    await pilot.type("Words before. ")
    await pilot.loop.lookForChanges()
    try await withdraw(patient, world)
    await pilot.loop.lookForChanges()
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("This record is not open to you."), "\(pilot.picture())")
    let kept = try await world.store.drafts(of: world.actor.id)
    #expect(kept.count == 1 && String(describing: kept.first?.plan).contains("Words before."))
    withExtendedLifetime(folder) {}
  }

  @Test("8.3: breaking the glass asks for a reason, says until when, and is said on every screen about the person")
  func glass() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Clarke", world)
    try await withdraw(patient, world)
    let pilot = await Pilot(world)
    pilot.loop.open(.person(patient, trail: nil))
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("1  Break the glass. Emergency"), "\(pilot.picture())")
    await pilot.press("1")
    await pilot.type("too short")
    await pilot.press("<enter>")
    #expect(pilot.sees("The glass was not broken."), "\(pilot.picture())")
    await pilot.type(", but longer now")
    await pilot.press("<enter>")
    #expect(pilot.sees("BREAK-GLASS until 10:42"), "\(pilot.picture())")
    await pilot.press("p")
    #expect(pilot.rows.joined().contains("BREAK-GLASS until 10:42") || pilot.sees("There is no care plan"))
    let alert = try #require(try await world.store.privacyAlerts().first)
    #expect(alert.kind == .breakGlass && alert.reason.hasSuffix("too short, but longer now"))
    withExtendedLifetime(folder) {}
  }

  @Test("linear mode: the ways are numbered, and a line is the reason") func linear() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Clarke", world)
    try await withdraw(patient, world)
    var (lines, input) = ([String](), ["5", "A reason that is long enough", "quit"].makeIterator())
    let pilot = await Pilot(world)
    pilot.loop.open(.person(patient, trail: nil))
    await pilot.loop.idle()
    await pilot.loop.runLinear(read: { input.next() }, write: { lines.append($0) })
    #expect(lines.contains { $0.contains("This record is not open to you.") })
    #expect(lines.contains { $0.contains("5. Break the glass. Another reason") }, "\(lines)")
    #expect(lines.contains { $0.contains("BREAK-GLASS until 10:42") }, "\(lines)")
    withExtendedLifetime(folder) {}
  }
}
