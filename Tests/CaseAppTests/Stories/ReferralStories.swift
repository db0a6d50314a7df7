import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories: referrals, visits and advice, social care") @MainActor struct ReferralStories {
  private func person(_ family: String, _ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == family }).id
  }

  /// The same world with somebody else at it.
  private func world(_ world: World, as role: StaffRole) async throws -> World {
    var other = world
    let staff = try #require(
      try await world.store.staff(activeOn: sceneTime.day).first {
        $0.role == role && ["South West", nil].contains($0.locality)
      })
    other.actor = Actor(staff: staff, workstation: "other")
    return other
  }

  @Test(
    "R-RF-01, R-RF-02: recorded from the person's page, seen running out on the board, answered, closed and claimed")
  func whole() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world, at: .person(patient, trail: nil))
    await pilot.press("F n <ctrl-s>")
    #expect(pilot.sees("Error: Choose the service."), "\(pilot.picture())")
    await pilot.press("1")
    #expect(pilot.sees("Hospital social work answers within 60 minutes of 09:00 to 20:00, every day."))
    await pilot.press("<tab> <tab> <ctrl-u>")
    await pilot.type("09:05")
    await pilot.press("<tab> 1 <tab> <ctrl-u>")
    await pilot.type("Sister Obi")
    await pilot.press("<tab> <ctrl-u>")
    await pilot.type("Barts Health")
    await pilot.press("<tab> <tab>")
    await pilot.type("Breathless, better now")
    await pilot.press("<tab> <tab> <tab>")
    await pilot.type("Can she go home?")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("23 min left") && pilot.sees("received today 09:05, due today 10:05"), "\(pilot.picture())")
    await pilot.press("<esc>")
    #expect(pilot.sees("Hospital social work, received today 09:05"), "\(pilot.picture())")
    await pilot.press("g r")
    #expect(pilot.sees("1 waits for an answer, 0 over the time") && pilot.sees("BEGUM, Rahela (Mrs)"))
    await pilot.press("<enter>")
    #expect(pilot.sees("37 min on the wall") && pilot.sees("Standard"), "\(pilot.picture())")
    await pilot.press("r 1 <ctrl-s>")
    #expect(pilot.sees("= met in 37 min"), "\(pilot.picture())")
    await pilot.press("x")
    await pilot.press("1 <tab> <tab> 3 <ctrl-s>")
    #expect(pilot.sees("Error: Choose what the judgement rests on."), "\(pilot.picture())")
    await pilot.press("<esc> <esc>")
    // A navigator judges nothing; the hospital's social worker does.
    let hospital = try await self.world(world, as: .hospitalSocialWorker)
    let theirs = await Pilot(hospital, at: .referrals(about: nil), size: Size(columns: 120, rows: 40))
    await theirs.press("<enter> x 1 <tab> <tab> 3 <tab> 4 <tab> p <tab>")
    await theirs.type("The registrar had asked for a bed")
    await theirs.press("<ctrl-s>")
    #expect(
      theirs.sees("Closed") && theirs.sees("Hospital admission, probable: The registrar had asked"),
      "\(theirs.picture())")
    let events = try await world.store.avoidedEvents(of: patient)
    #expect(events.map(\.kind) == [.admission])
    withExtendedLifetime(folder) {}
  }

  @Test("R-RF-01: the board's minutes go by the world's clock, and what is over says so") func ticking() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    _ = try await world.store.record(
      ReferralRequest(
        kind: .hospitalSocialWork, fromName: "Sister Obi", fromOrganisation: "Barts Health",
        team: "Hospital social work",
        sbar: .init(situation: "Fell", recommendation: "Home?"), receivedAt: sceneTime), of: patient, by: world.writing)
    for (minutes, words) in [(0, "1 h 00 min left"), (50, "~ 10 min left"), (61, "! OVER by 1 min")] {
      var later = world
      later.now = { sceneTime + minutes * 60 }
      let pilot = await Pilot(later, at: .referrals(about: nil))
      #expect(pilot.sees(words), "\(pilot.picture())")
    }
    // Nobody presses a key: the next reading is asked for at the end of the minute, and only once a minute.
    var screen = ReferralsScreen(about: nil)
    screen.around = Surroundings(actor: world.actor, now: sceneTime + 15, isPractice: true, isReadOnly: false)
    let content = ReferralsScreen.Content(referrals: try await world.store.referrals(), standards: [:])
    #expect(screen.handle(.loaded(content)) == [.later("minute", seconds: 46, .read(nil, closed: false))])
    #expect(screen.handle(.loaded(content)) == [])
    screen.around.now = sceneTime + 61
    #expect(screen.handle(.loaded(content)) == [.later("minute", seconds: 60, .read(nil, closed: false))])
    withExtendedLifetime(folder) {}
  }

  @Test("8.2: a record that is closed takes a referral, which opens it to the service that the writer works in")
  func closedRecord() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Clarke", world)
    let hospital = try await self.world(world, as: .hospitalSocialWorker)
    let pilot = await Pilot(hospital, at: .closedRecord(patient))
    await pilot.press("F")
    #expect(pilot.sees("A referral") && pilot.sees("CLARKE, Winston") && !pilot.sees("COPD"), "\(pilot.picture())")
    await pilot.press("1 <tab> <tab> <tab> <tab> <tab> <tab> <tab>")
    await pilot.type("Fell")
    await pilot.press("<tab> <tab> <tab>")
    await pilot.type("Home today?")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("1 h 00 min left"), "\(pilot.picture())")
    _ = try await hospital.store.peek(patient)
    let alerts = try await world.store.privacyAlerts()
    #expect(alerts.map(\.kind) == [.selfClaimed])
    withExtendedLifetime(folder) {}
  }

  @Test("A joint visit is written down, asked of the meeting with one key, and made an action of the plan with another")
  func visits() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world, at: .person(patient, trail: nil))
    await pilot.press("V n 1 <tab> 1 <tab> <tab> <tab>")
    await pilot.type("Petra Lowe, Gwil Tapper")
    await pilot.press("<tab>")
    await pilot.type("Sleeps in the chair")
    await pilot.press("<tab>")
    await pilot.type("Can she have a bed downstairs?")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("in person, with Petra Lowe, Gwil Tapper."), "\(pilot.picture())")
    await pilot.press("m")
    #expect(pilot.sees("+ asked of the meeting"), "\(pilot.picture())")
    #expect(try await world.store.meetingQuestions().map(\.question) == ["Can she have a bed downstairs?"])
    await pilot.press("m")
    #expect(pilot.message.contains("has been asked about this one already"))
    await pilot.press("a")
    #expect(pilot.sees("Needs, goals    changed"), "\(pilot.picture())")
    let draft = try #require(try await world.store.drafts(of: world.actor.id).first)
    #expect(draft.plan.items(.action).last?[.what] == "Can she have a bed downstairs?")
    await pilot.press("<esc> <esc> g f")
    await pilot.type("sleeps chair")
    #expect(pilot.sees("Joint visit, 05-Jan-2016"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test(
    "R-SG-04, R-SG-01: danger is asked first; whoever raised it reads it, and the others see the marker on the record")
  func safeguarding() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world, at: .person(patient, trail: nil))
    await pilot.press("S s")
    #expect(pilot.sees("Ring 999 or the police first") && !pilot.sees("What the concern is"), "\(pilot.picture())")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Error: Is anybody in danger now?"), "\(pilot.picture())")
    await pilot.press("1 <tab> f <tab>")
    await pilot.type("The card is with a neighbour")
    await pilot.press("<tab> y <tab> y <tab> u <tab> y <ctrl-s>")
    #expect(pilot.sees("! SAFEGUARDING MARKER") && pilot.sees("The card is with a neighbour"), "\(pilot.picture())")
    let coordinator = try await self.world(world, as: .mdtCoordinator)
    let theirs = await Pilot(coordinator, at: .person(patient, trail: nil), size: Size(columns: 120, rows: 40))
    #expect(theirs.sees("! marker: ring the duty social worker"), "\(theirs.picture())")
    await theirs.press("S")
    #expect(theirs.sees("Safeguarding marker: ring the duty social worker") && !theirs.sees("neighbour"))
    withExtendedLifetime(folder) {}
  }

  @Test("s.10: a carer's assessment is asked for and completed; its outcome is read by those who may") func carer()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world, at: .socialCare(patient))
    #expect(pilot.sees("Nasima Begum") && pilot.sees("! no assessment is recorded"), "\(pilot.picture())")
    await pilot.press("n 2")
    #expect(pilot.sees("Which carer"), "\(pilot.picture())")
    await pilot.press("<tab> 1 <ctrl-s>")
    #expect(pilot.sees("Carer's assessment (s.10)") && pilot.sees("assessment requested"), "\(pilot.picture())")
    await pilot.press("<enter> 3 <ctrl-s>")
    #expect(pilot.sees("says what came of it"), "\(pilot.picture())")
    await pilot.press("<esc> <esc>")
    let manager = try await self.world(world, as: .socialWorkManager)
    let theirs = await Pilot(manager, at: .socialCare(patient))
    await theirs.press("<enter> 3 <tab>")
    await theirs.type("Four hours of sitting a week")
    await theirs.press("<ctrl-s>")
    #expect(theirs.sees("Completed") && theirs.sees("Four hours of sitting a week"), "\(theirs.picture())")
    let after = await Pilot(world, at: .socialCare(patient))
    #expect(!after.sees("Four hours") && after.sees("is read by social care"), "\(after.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("Linear mode: the board is read and a referral opened and answered by lines") func linear() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    _ = try await world.store.record(
      ReferralRequest(
        kind: .rapidResponse, fromName: "Dr Khan", fromOrganisation: "Harford", team: "Rapid response",
        sbar: .init(situation: "Fell", recommendation: "See her"), receivedAt: sceneTime + -600), of: patient,
      by: world.writing)
    let pilot = await Pilot(world, at: .referrals(about: nil))
    let lines = try #require(pilot.loop.frontOutline()).lines
    #expect(
      lines.contains { $0.hasPrefix("1. ") && $0.contains("BEGUM") && $0.contains("1 h 50 min left") }, "\(lines)")
    #expect(lines.contains { $0.contains("received today 09:32, due today 11:32") })
    withExtendedLifetime(folder) {}
  }
}
