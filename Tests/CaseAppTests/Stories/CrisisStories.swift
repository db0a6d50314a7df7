import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories: crisis plans") @MainActor struct CrisisStories {
  private func begum(_ world: World) async throws -> ID<Patient> {
    let number = try #require(NHSNumber(stored: "9990123012"))
    return try #require(try await world.store.patient(nhs: number))
  }

  /// The geriatrician at the keys, who was given the person.
  private func quill(_ world: World, _ patient: ID<Patient>) async throws -> World {
    let staff = try await world.store.staff(activeOn: sceneTime.day)
    let quill = try #require(staff.first { $0.role == .geriatrician })
    let coordinator = try #require(staff.first { $0.role == .mdtCoordinator && $0.locality == "South West" })
    var by = world.writing
    by.actor = Actor(staff: coordinator, workstation: "test")
    try await world.store.assign(role: "geriatrician", staff: quill.id, to: patient, by: by)
    var other = world
    other.actor = Actor(staff: quill, workstation: "test")
    return other
  }

  @Test(
    "a Friday afternoon: the navigator begins it, the geriatrician completes and approves it, and ! shows it to whoever answers the phone"
  )
  func friday() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await begum(world)
    let pilot = await Pilot(world, at: .person(patient, trail: nil))
    await pilot.press("!")
    #expect(pilot.sees("NO CRISIS PLAN IS IN FORCE."), "\(pilot.picture())")
    await pilot.press("<esc> C e")
    #expect(pilot.sees("Draft of the crisis plan") && pilot.sees("[EDITING]"), "\(pilot.picture())")
    await pilot.type("Breathless and frightened at night")
    await pilot.press("<tab>")
    await pilot.type("More breathless than usual")
    await pilot.press("<tab> n <pgdn>")
    await pilot.type("Sit up")
    await pilot.press("<pgdn>")
    await pilot.type("Dr Quill; geriatrician; Trust; 020 7946 0006; 09:00 to 17:00")
    await pilot.press("<tab>")
    await pilot.type("Rapid response; nurse; Trust; 020 7946 01")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("There is a problem.") && pilot.sees("has 9"), "\(pilot.picture())")
    await pilot.type("01")
    await pilot.press("<ctrl-s>")
    #expect(pilot.message.contains("The draft is saved. 7 things are missing"), "\(pilot.picture())")
    #expect(pilot.sees("No crisis plan in force; there is a draft"))

    let doctor = try await quill(world, patient)
    let draft = try #require(try await doctor.store.crisisFile(of: patient).draft)
    var plan = CrisisSamples.minimum
    for field in draft.plan.filled { plan[field] = draft.plan[field] }
    (plan[.cpr], plan[.ceiling]) = ("attempt", "comfort_only")
    _ = try await doctor.store.saveCrisisDraft(plan, of: patient, basedOn: draft.rowVersion, by: doctor.writing)
    let second = await Pilot(doctor, at: .crisisPlan(patient))
    await second.press("s")
    #expect(second.sees("CPR is to be attempted, and the ceiling of treatment is comfort only."), "\(second.picture())")
    await second.press("1 <ctrl-s>")
    #expect(second.sees("Error: Say why this is right as it is."), "\(second.picture())")
    await second.type("Her own wish, spoken of twice")
    await second.press("<ctrl-s>")
    #expect(
      second.message.contains("Version 1 is in force as an interim plan until 02-Feb-2016."), "\(second.picture())")
    #expect(second.sees("INTERIM CRISIS PLAN v1"))

    await pilot.press("!")
    #expect(pilot.sees("INTERIM CRISIS PLAN v1, in force, day 0 of 28."), "\(pilot.picture())")
    #expect(pilot.sees("Attempt CPR.  Ceiling: Comfort only") && pilot.sees("020 7946 0101"))
    withExtendedLifetime(folder) {}
  }

  @Test("R-CR-01: for a navigator the clinical sections are locked, with the reason, and Tab goes past them")
  func locked()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world, at: .crisisEditor(try await begum(world)), size: Size(columns: 120, rows: 40))
    await pilot.press("<pgup>")
    #expect(pilot.sees("Locked: a registered clinician writes this section (R-CR-01)."), "\(pilot.picture())")
    for _ in 0..<80 {
      await pilot.press("<tab>")
      let outline = pilot.loop.frontOutline()
      #expect(outline?.prompt?.contains("Ceiling of treatment?") == false)
    }
    withExtendedLifetime(folder) {}
  }

  @Test("what is typed is kept when the program ends, offered among the drafts, and gone on with") func kept()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await begum(world)
    let pilot = await Pilot(world, at: .crisisEditor(patient))
    await pilot.type("Typed and not saved")
    await pilot.press("<esc>")
    #expect(
      try await world.store.crisisDrafts(of: world.actor.id).map { $0.answers["headline"] } == ["Typed and not saved"])
    let again = await Pilot(world, at: .drafts)
    #expect(again.sees("Crisis plan, first plan"), "\(again.picture())")
    await again.press("<enter>")
    #expect(again.sees("Typed and not saved") && again.sees("[EDITING]"), "\(again.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("of two who write the team's draft the second sees both texts and chooses one; nothing is joined")
  func conflict()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await begum(world)
    let pilot = await Pilot(world, at: .crisisEditor(patient))
    await pilot.type("Mine")
    let doctor = try await quill(world, patient)
    var theirs = CrisisPlan.begun
    theirs[.headline] = "Theirs"
    _ = try await doctor.store.saveCrisisDraft(theirs, of: patient, basedOn: nil, by: doctor.writing)
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("[CONFLICT]") && pilot.sees("Theirs") && pilot.sees("Mine"), "\(pilot.picture())")
    await pilot.press("y <ctrl-s>")
    #expect(try await world.store.crisisFile(of: patient).draft?.plan[.headline] == "Mine")
    withExtendedLifetime(folder) {}
  }

  @Test("R-CR-10, R-CR-11: a use is recorded, and the person's revocation asks for no reason") func useAndRevoke()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await begum(world)
    let doctor = try await quill(world, patient)
    let draft = try await doctor.store.saveCrisisDraft(.begun, of: patient, basedOn: nil, by: world.writing)
    let plan = CrisisSamples.minimum
    let saved = try await doctor.store.saveCrisisDraft(plan, of: patient, basedOn: draft.rowVersion, by: doctor.writing)
    _ = try await doctor.store.approveCrisisPlan(saved.id, of: patient, basedOn: saved.rowVersion, by: doctor.writing)
    let pilot = await Pilot(world, at: .crisisPlan(patient), size: Size(columns: 120, rows: 40))
    #expect(pilot.sees("It might fail at 3 a.m.") || pilot.sees("It would fail at 3 a.m."), "\(pilot.picture())")
    await pilot.press("U <tab>")
    await pilot.type("Ambulance crew")
    await pilot.press("<tab> 1 <tab> 1 <ctrl-s>")
    #expect(pilot.message.contains("looked at again by 19-Jan-2016"), "\(pilot.picture())")
    #expect(pilot.sees("nobody has looked at it since"), "\(pilot.picture())")
    await pilot.press("x 1 <ctrl-s>")
    #expect(pilot.message.contains("The plan is revoked."), "\(pilot.picture())")
    await pilot.press("!")
    #expect(pilot.sees("One was revoked on 05-Jan-2016."), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("3.2: the code of the key safe is shown once, recorded with the reason, and is in no message") func keySafe()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await begum(world)
    try await world.store.setKeySafeCode("4711", of: patient, by: world.writing)
    let pilot = await Pilot(world, at: .emergency(patient))
    await pilot.press("K")
    await pilot.type("no answer")
    await pilot.press("<enter>")
    await pilot.lookAround()
    #expect(pilot.sees("Key safe's code: 4711"), "\(pilot.picture())")
    await pilot.press("<space> M")
    #expect(!pilot.sees("4711"), "\(pilot.picture())")
    let rows = try await world.store.auditEvents(patient: patient, limit: 5)
    #expect(rows.contains { $0.purpose == "key safe's code shown: no answer" })
    withExtendedLifetime(folder) {}
  }

  @Test("! from the list is one key; from where nobody is at hand it asks for the person, who is found by name")
  func keys()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press("!")
    #expect(pilot.sees("[EMERGENCY]"), "\(pilot.picture())")
    await pilot.press("<esc> g p !")
    #expect(pilot.message.contains("Whose emergency?"), "\(pilot.picture())")
    await pilot.type("clarke")
    await pilot.press("<ctrl-e>")
    #expect(pilot.sees("[EMERGENCY]") && pilot.sees("CLARKE, Winston (Mr)"), "\(pilot.picture())")
    let rows = try await world.store.auditEvents(limit: 10)
    #expect(rows.count { $0.purpose == "crisis plan: emergency view" } == 2)
    withExtendedLifetime(folder) {}
  }
}
