import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories: what people decide about their record") @MainActor struct ConsentStories {
  private func person(_ family: String, _ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == family }).id
  }

  @Test("5.3: from the record to what stands now; nothing that nobody asked is made to look like a yes") func standing()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world, at: .person(patient, trail: nil))
    await pilot.press("c")
    #expect(pilot.sees("What stands now") && pilot.sees("Integrated care: enrolled"), "\(pilot.picture())")
    #expect(pilot.sees("Given 01-Jun-2015, explicit written, by the person"))
    #expect(pilot.sees("Not asked: nothing is recorded"))
    let rows = try await world.store.auditEvents(patient: patient, limit: 5)
    #expect(rows.contains { $0.action == .view && $0.purpose == "consent" })
    withExtendedLifetime(folder) {}
  }

  @Test(
    "5.3: a withdrawal by the form: what is missing is said beside it, the crisis plan is asked about next, and each open action waits"
  )
  func withdrawing() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let pilot = await Pilot(world)
    pilot.loop.open(.consent(patient))
    await pilot.loop.idle()
    await pilot.press("n <ctrl-s>")
    #expect(pilot.sees("Error: Choose what was decided."), "\(pilot.picture())")
    await pilot.press("w")
    #expect(pilot.sees("Withdrawing from MDT is not withdrawing from emergency care"), "\(pilot.picture())")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("May the crisis plan still be shared"), "\(pilot.picture())")
    #expect(pilot.sees("Sharing the crisis plan outside the team"))
    await pilot.press("g <ctrl-s>")
    #expect(pilot.sees("Integrated care: withdrawn"), "\(pilot.picture())")
    #expect(pilot.sees("Given 05-Jan-2016, explicit verbal, by the person"))
    let tasks = try await world.store.consentTasks()
    #expect(!tasks.isEmpty && tasks.allSatisfy { $0.decision == nil })
    #expect(pilot.sees("stop or transfer?"))
    // Off the list, and the consent can be read still.
    await pilot.press("<esc>")
    #expect(pilot.sees("1 of 1") && !pilot.sees("BEGUM"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("5.3: stop or transfer asks to whom, and what is decided leaves the list and stays to be read") func tasks()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    try await world.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: sceneTime.day),
      of: patient, by: world.writing)
    let before = try await world.store.consentTasks().count
    let pilot = await Pilot(world)
    await pilot.press("g t")
    #expect(pilot.sees("Stop or transfer? Open actions") && pilot.sees("BEGUM, Rahela (Mrs)"), "\(pilot.picture())")
    await pilot.press("<enter> t <tab>")
    await pilot.type("District nurses")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Error: Say why."), "\(pilot.picture())")
    await pilot.type("She wants the visits to go on")
    await pilot.press("<ctrl-s>")
    #expect(try await world.store.consentTasks().count == before - 1)
    await pilot.press("v")
    #expect(pilot.sees("Transferred to District nurses"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("5.3: a statement recorded in error is taken back with a reason and stays to be read") func void() async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    try await world.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: sceneTime.day),
      of: patient, by: world.writing)
    let pilot = await Pilot(world, at: .consent(patient), size: Size(columns: 120, rows: 40))
    await pilot.press("x")
    #expect(pilot.message.contains("Nothing was selected"), "\(pilot.picture())")
    for _ in 0..<30 where !pilot.rows.contains(where: { $0.hasPrefix(">") && $0.contains("withdrawn 05-Jan-2016") }) {
      await pilot.press("j")
    }
    await pilot.press("x")
    await pilot.type("It was another Mrs Begum")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Integrated care: enrolled"), "\(pilot.picture())")
    #expect(pilot.sees("RECORDED IN ERROR: It was another Mrs Begum"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test(
    "5.3, R-IG-02: the privacy list says who, whom, when, why and how long; nobody reviews what they did themselves")
  func privacy() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let member = try #require(
      try await world.store.staff(activeOn: sceneTime.day).first {
        $0.role == .mdtCoordinator && $0.locality == "South West"
      })
    var early = world
    early.now = { sceneTime + -14 * 86_400 }
    early.actor = Actor(staff: member, workstation: "other")
    for actor in [member, world.actor.staff] {
      early.actor = Actor(staff: actor, workstation: "other")
      _ = try await early.store.overrideSharing(
        of: patient,
        OverrideRequest(
          ground: .safeguarding, decidedByName: "Dr Zora Quist", decidedByRole: "Caldicott guardian",
          staff: actor.id, days: 3), reason: "A neighbour reports bruises", by: early.writing)
    }
    let pilot = await Pilot(world)
    await pilot.press("g p")
    #expect(pilot.sees("2 wait.  ! 2 have waited for more than 5 working days."), "\(pilot.picture())")
    // Christmas, the day in its place and New Year are no working days.
    #expect(pilot.sees("! waits 7 working days"), "\(pilot.picture())")
    #expect(pilot.sees("About BEGUM, Rahela (Mrs), NHS No. 999 012 3012"))
    #expect(pilot.sees("Decided by Dr Zora"))
    #expect(!pilot.sees("COPD") && !pilot.sees("penicillin"))
    if !pilot.rows.contains(where: { $0.hasPrefix(">") && $0.contains("yourself") }) {
      await pilot.press("<enter> n")
      #expect(pilot.sees("The reason typed:"), "\(pilot.picture())")
      await pilot.press("<ctrl-s>")
      #expect(pilot.sees("Error: What was not justified, or is not clear"), "\(pilot.picture())")
      await pilot.type("Spoken with her manager")
      await pilot.press("<ctrl-s>")
    }
    #expect(pilot.sees("1 waits."), "\(pilot.picture())")
    await pilot.press("<enter>")
    #expect(pilot.message.contains("Another privacy officer reviews it"), "\(pilot.picture())")
    await pilot.press("v")
    #expect(pilot.sees("Not justified, Jo Francis"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("the person's own sheet fits a printed page of 80 columns and 58 rows, also where everything is named")
  func sheet()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    for subject in ConsentSubject.allCases {
      try await world.store.record(
        ConsentStatement(
          subject: subject, decision: .given, basis: .bestInterests, givenBy: .clinician,
          givenByName: "Professor Alexandra Featherstonehaugh-Cholmondeley", at: sceneTime.day,
          validTo: sceneTime.day + 180, capacityState: .lacks, capacity: "Dementia"), of: patient, by: world.writing)
    }
    let own = world.actor.staff.organisationCode
    for organisation in try await world.store.organisations().filter({ $0.kind != .gpPractice && $0.code != own })
      .prefix(6)
    {
      try await world.store.object(patient, to: .organisation(organisation.code), reason: "x", by: world.writing)
    }
    let made = try await world.store.consentSheet(of: patient, isFile: false, by: world.writing)
    let lines = made.lines { $0 }
    #expect(lines.count <= ConsentSheet.mostRows, "\(lines.count)\n\(lines.joined(separator: "\n"))")
    #expect(lines.allSatisfy { TextWidth.width(of: $0) <= 80 })
    withExtendedLifetime(folder) {}
  }

  @Test("linear mode: a statement is asked for one question at a time, and a line answers it") func linear()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await person("Begum", world)
    let input = ["n", "4", "1", "-", "-", "-", "-", "-", "-", "-", "-", "y", "quit"]
    var (lines, all) = ([String](), input.makeIterator())
    let pilot = await Pilot(world)
    pilot.loop.open(.consent(patient))
    await pilot.loop.idle()
    await pilot.loop.runLinear(read: { all.next() }, write: { lines.append($0) })
    #expect(lines.contains { $0.contains("Recorded. Contact with the carer: given.") }, "\(lines)")
    withExtendedLifetime(folder) {}
  }
}
