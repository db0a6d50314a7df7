import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// An administrator's morning.
@MainActor struct AdministrationStories {
  @Test("H18: a social worker leaves; what is left is said; those left are listed, and handed over with a note")
  func leaver() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let record = try await world.store.peek(try await rahela(world))
    let worker = try #require(record.namedSocialWorker?.name)
    let pilot = await Pilot(world)
    await pilot.press("g s")
    #expect(pilot.rows[0].contains("MDT > Administration") && pilot.sees("Left by leavers"))
    await pilot.press("<enter>")
    #expect(pilot.rows[0].contains("MDT > Staff"))
    await pilot.press("/")
    await pilot.type(worker)
    await pilot.press("<enter> <enter>")
    #expect(pilot.sees("Would leave") && pilot.sees("Named social worker of 1 person."))
    await pilot.press("D")
    await pilot.type("today")
    await pilot.press("<enter>")
    await pilot.type("New post")
    await pilot.press("<enter>")
    #expect(pilot.sees("leaves after 05-Jan-2016"))
    await pilot.press("<esc> <esc> <esc>")
    await pilot.press(":")
    await pilot.type("left by leavers")
    await pilot.press("<enter>")
    #expect(pilot.rows[0].contains("MDT > Left by leavers") && pilot.sees("BEGUM, Rahela"))
    // Jo Francis navigates care and looks after the staff; she assigns nobody, and hears so before she tries.
    await pilot.press("w")
    #expect(pilot.sees("Your role may not propose who looks after this person."))
    withExtendedLifetime(folder) {}
  }

  @Test("R-SW-03: the social work manager hands the person over, and the list is empty") func handOver() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let id = try await rahela(world)
    let worker = try #require(try await world.store.peek(id).namedSocialWorker)
    let leaver = try #require(worker.staffID)
    try await world.store.leave(leaver, lastDay: world.now().day, reason: "New post", by: world.writing)
    var other = world
    let staff = try await world.store.staff(activeOn: world.now().day)
    let manager = try #require(staff.first { $0.role == .socialWorkManager && $0.locality == nil })
    let successor = try #require(
      staff.first { $0.role == .socialWorker && $0.locality == "South West" && $0.id != leaver })
    other.actor = Actor(staff: manager, workstation: "test")
    other.store = world.store
    let pilot = await Pilot(other, at: .administration(.leavers))
    #expect(pilot.sees("BEGUM, Rahela") && pilot.sees("named social worker"))
    await pilot.press("w")
    await pilot.type(successor.name)
    await pilot.press("<enter>")
    await pilot.type("Lives with her son")
    await pilot.press("<ctrl-s>")
    #expect(pilot.message.contains("Handed over: 1 roles, 0 reviews.") || pilot.sees("Handed over: 1"))
    #expect(pilot.sees("Nobody was left by a leaver."))
    #expect(try await world.store.peek(id).namedSocialWorker?.name == successor.name)
    withExtendedLifetime(folder) {}
  }

  @Test("0.4: a setting is changed on the screen, out of bounds it is not, and its page says who, when and why")
  func settings() async throws {
    let (world, folder) = try await Scene.empty.world()
    let pilot = await Pilot(world, at: .administration(.settings))
    await pilot.press("/")
    await pilot.type("plan.review_max")
    await pilot.press("<enter> e <ctrl-u>")
    await pilot.type("400")
    await pilot.press("<enter>")
    await pilot.type("Half a year")
    await pilot.press("<enter>")
    #expect(pilot.sees("\"400\" does not fit plan.review_max_days"))
    await pilot.press("<shift-tab> <ctrl-u>")
    await pilot.type("182")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("plan.review_max_days is now 182."))
    await pilot.press("<enter>")
    #expect(pilot.sees("Jo Francis, from 365 to 182: Half a year"))
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: a care navigator sees the offices and not their acts; linear mode reads them too") func others()
    async throws
  {
    let (world, folder) = try await Scene.borough.world()
    var other = world
    let navigator = try #require(
      try await world.store.staff(activeOn: world.now().day).first {
        $0.role == .careNavigator && $0.id != world.actor.id
      })
    other.actor = Actor(staff: navigator, workstation: "test")
    other.store = world.store
    let pilot = await Pilot(other, at: .administration(.staff))
    await pilot.press("n")
    #expect(pilot.message.contains("Your role may not change staff."))
    var (lines, input) = ([String](), ["organisations", "1", "back", "settings", "quit"].makeIterator())
    let linear = await Pilot(other)
    await linear.loop.runLinear(read: { input.next() }, write: { lines.append($0) })
    #expect(lines.contains { $0.contains("MDT, Organisations") } && lines.contains { $0.hasPrefix("ODS code: ") })
    #expect(lines.contains { $0.contains("MDT, Settings") })
    withExtendedLifetime(folder) {}
  }

  private func rahela(_ world: World) async throws -> ID<Patient> {
    let number = try #require(NHSNumber(stored: "9990123012"))
    return try #require(try await world.store.patient(nhs: number))
  }
}
