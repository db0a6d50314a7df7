import CaseModel
import Testing

@testable import CaseStore

@Suite("Leavers, and whom they leave (R-SW-03, R-SW-04, H18)") struct LeavingTests {
  @Test("R-SW-03: leaving says what is left: roles, reviews, claims, privileges; access ends with the last day")
  func leaves() async throws {
    let it = try await AdministrationScene()
    try await it.name(it.scene.amina, for: it.leaverID)
    try await it.name(it.scene.brian, for: it.leaverID)
    try await it.name(it.scene.amina, for: it.leaverID, as: "key_worker")
    try await plan(for: it.scene.amina, ownedBy: it.leaverID, it)
    let left = try await it.admin.store.leave(it.leaverID, lastDay: it.today + 2, reason: "New post", by: it.admin.by)
    #expect(left.careRoles == ["named_social_worker": 2, "key_worker": 1])
    #expect(left.reviews == 1 && left.overdueReviews == 0)
    #expect(left.sentences.first == "Key worker of 1 person.")
    #expect(try await it.audited("staff \(it.leaverID)").last?.purpose == "leaves after 2016-01-07: New post")
    // To the end of the last day they work; from its midnight on not, and their posts have ended with it.
    let (lastMinute, midnight) = (
      it.at(Moment(it.today + 2, hour: 23, minute: 59), it.leaver.by),
      it.at(Moment(it.today + 3, hour: 0, minute: 0), it.leaver.by)
    )
    _ = try await it.scene.store.signedIn { lastMinute }.person(it.scene.amina, by: lastMinute, purpose: "record")
    let denied = await it.scene.denied {
      _ = try await it.scene.store.signedIn { midnight }.person(it.scene.amina, by: midnight, purpose: "record")
    }
    #expect(denied?.reason == "Your entry in the staff list has ended.")
    #expect(try await it.admin.store.staffFile(of: it.leaverID).memberships.map(\.lastDay) == [it.today + 2])
  }

  @Test("H18: those left are listed until somebody has taken them, by those who may know of them")
  func listed() async throws {
    let it = try await AdministrationScene()
    #expect(try await it.manager.store.leftByLeavers().isEmpty)
    try await it.name(it.scene.amina, for: it.leaverID)
    try await it.name(it.scene.brian, for: it.leaverID)
    try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "New post", by: it.admin.by)
    // The manager's post serves the South West, where Amina is registered.
    let found = try await it.manager.store.leftByLeavers()
    #expect(found.map(\.name.given) == ["Amina"])
    #expect(found[0].leaverName == "Leaver" && found[0].role == "named_social_worker" && !found[0].isUnallocated)
    #expect(Set(try await it.scene.store.leftByLeavers().map(\.name.given)) == ["Amina", "Brian"])

    let outcome = try await it.manager.store.handOver(from: it.leaverID, to: it.stayerID, by: it.manager.by)
    #expect(outcome.roles == 1 && outcome.kept.values.reduce(0, +) == 1)
    #expect(try await it.manager.store.leftByLeavers().isEmpty)
    #expect(try await it.scene.store.leftByLeavers().map(\.name.given) == ["Brian"])
    let team = try await it.scene.store.peek(it.scene.amina).team
    #expect(team.map(\.name) == ["Stayer"] && team[0].role == "named_social_worker")
    #expect(try await it.stayer.store.person(it.scene.amina, by: it.stayer.by, purpose: "record").team.count == 1)
  }

  @Test("R-SW-03: each assignment of a handover is a row of its own, and the four answers are kept with each person")
  func audited() async throws {
    let it = try await AdministrationScene()
    for person in [it.scene.amina, it.scene.brian] { try await it.name(person, for: it.leaverID) }
    let coordinator = try await it.scene.person("Coord", .mdtCoordinator)
    let note = HandoverNote(
      whoTheyAre: "Lives alone", whatIsLive: "Stairlift", whatIsDue: "Review in March", whoIsCross: "Her brother")
    let outcome = try await coordinator.store.handOver(
      from: it.leaverID, to: it.stayerID, note: note, by: coordinator.by)
    #expect(outcome.roles == 2 && outcome.kept.isEmpty)
    let rows = try await it.scene.store.auditEvents(limit: 50).filter {
      $0.action == .assignment && $0.staffID == coordinator.by.actor.id.text
    }
    #expect(rows.filter { $0.patient != nil }.count == 2)
    #expect(rows.filter { $0.patient != nil }.allSatisfy { $0.relationship == .registeredPractice })
    #expect(rows.contains { $0.purpose == "handed over 2 roles and 0 reviews to Stayer" })
    let kept = try await it.stayer.store.handoverNotes(of: it.scene.amina)
    #expect(kept.map(\.note) == [note] && kept[0].from == "Leaver")
    // What the doctor compares is as it was said.
    #expect(await it.scene.store.doctor()["records.team"]?.problem == nil)
  }

  @Test("R-SW-03: given up without a successor somebody stays on the list, and leaves it when somebody takes them")
  func unallocated() async throws {
    let it = try await AdministrationScene()
    try await it.name(it.scene.amina, for: it.leaverID)
    try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "New post", by: it.admin.by)
    _ = try await it.manager.store.handOver(from: it.leaverID, to: nil, by: it.manager.by)
    let found = try await it.manager.store.leftByLeavers()
    #expect(found.map(\.isUnallocated) == [true] && found[0].name.given == "Amina")
    #expect(try await it.scene.store.peek(it.scene.amina).team.isEmpty)
    try await it.manager.store.assign(
      role: "named_social_worker", staff: it.stayerID, to: it.scene.amina, by: it.manager.by)
    #expect(try await it.manager.store.leftByLeavers().isEmpty)
  }

  @Test("R-SW-04: at high risk and not taken for more than two working days is urgent; a bank holiday is none")
  func urgent() throws {
    func person(_ isHighRisk: Bool) throws -> LeftPerson {
      LeftPerson(
        patient: ID("p"), name: PersonName(family: "B", given: "A"), nhsNumber: nil, role: "named_social_worker",
        leaver: ID("l"), leaverName: "L", lastDay: try #require(Day(iso: "2016-03-24")), isUnallocated: true,
        isHighRisk: isHighRisk)
    }
    let holidays = Set(["2016-03-25", "2016-03-28"].compactMap { Day(iso: $0) })
    // Thursday before Easter: Tuesday and Wednesday are the two working days.
    let (wednesday, thursday) = (try #require(Day(iso: "2016-03-30")), try #require(Day(iso: "2016-03-31")))
    #expect(try !person(true).isUrgent(on: wednesday, holidays: holidays))
    #expect(try person(true).isUrgent(on: thursday, holidays: holidays))
    #expect(try !person(false).isUrgent(on: thursday, holidays: holidays))
  }

  @Test("R-SW-03: the reviews of care plans go too, by a signed version, where whoever hands over may change plans")
  func reviews() async throws {
    let it = try await AdministrationScene()
    try await plan(for: it.scene.amina, ownedBy: it.leaverID, it)
    try await it.name(it.scene.amina, for: it.leaverID)
    try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "New post", by: it.admin.by)
    #expect(Set(try await it.manager.store.leftByLeavers().map(\.role)) == ["named_social_worker", "review_owner"])
    // A social work manager assigns and signs no care plan: the review stays on the list.
    let first = try await it.manager.store.handOver(from: it.leaverID, to: it.stayerID, by: it.manager.by)
    #expect(first.roles == 1 && first.reviews == 0 && first.kept.values.first == 1)
    #expect(try await it.manager.store.leftByLeavers().map(\.role) == ["review_owner"])
    let coordinator = try await it.scene.person("Coord", .mdtCoordinator)
    let second = try await coordinator.store.handOver(from: it.leaverID, to: it.stayerID, by: coordinator.by)
    #expect(second.reviews == 1 && second.roles == 0)
    let now = try #require(try await it.scene.store.carePlan(of: it.scene.amina))
    #expect(now.versionNumber == 2 && now.plan.single(.plan)?[.reviewOwner] == it.stayerID.text)
    #expect(try await it.manager.store.leftByLeavers().isEmpty)
  }

  @Test("R-IG-02: a successor to whom a tie or an objection closes the record does not get the person")
  func closedToSuccessor() async throws {
    let it = try await AdministrationScene()
    try await it.name(it.scene.amina, for: it.leaverID)
    try await it.scene.store.writing("No.", it.scene.by) { [scene = it.scene, stayer = it.stayerID] change in
      try change.insert(
        "personal_tie",
        [
          ("patient_id", .of(scene.amina)), ("id", "tie"), ("staff_id", .of(stayer)), ("kind", "household"),
          ("start_on", "2016-01-01"),
        ])
      try change.audit(.update, "patient \(scene.amina)", patient: scene.amina, purpose: "test")
    }
    let problem = await it.scene.denied {
      _ = try await it.manager.store.handOver(from: it.leaverID, to: it.stayerID, by: it.manager.by)
    }
    #expect(problem?.kind == .refused && problem?.reason.contains("may not look after") == true)
    #expect(try await it.scene.store.peek(it.scene.amina).team.map(\.name) == ["Leaver"])
  }

  @Test("7.3: whoever is back holds a post from the day on, and what was left is theirs again only when assigned")
  func returns() async throws {
    let it = try await AdministrationScene()
    try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "Long leave", by: it.admin.by)
    let early = await it.scene.denied {
      try await it.admin.store.returnToWork(it.leaverID, post: it.post(.socialWorker, at: "LBTH"), by: it.admin.by)
    }
    #expect(early?.kind == .badData)
    let later = it.at(it.admin.by.at + 40 * 86_400, it.admin.by)
    let seat = it.scene.store.signedIn { later }
    try await seat.returnToWork(
      it.leaverID, post: it.post(.socialWorker, at: "LBTH", from: later.at.day + 5), by: later)
    let file = try await seat.staffFile(of: it.leaverID)
    #expect(file.member.to == nil && file.memberships.count == 2)
    #expect(!file.member.isActive(on: later.at.day) && file.member.isActive(on: later.at.day + 5))
    #expect(
      try await it.audited("staff \(it.leaverID)").last?.purpose
        == "back from 2016-02-19 as social_worker at LBTH, had left after 2016-01-05")
  }

  @Test("8.1: a last day may be brought forward or put off until it has come; nothing before the first day")
  func moved() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    try await store.leave(it.leaverID, lastDay: it.today + 30, reason: "New post", by: by)
    try await store.leave(it.leaverID, lastDay: it.today + 40, reason: "Later", by: by)
    #expect(try await store.staffFile(of: it.leaverID).memberships.map(\.lastDay) == [it.today + 40])
    try await store.leave(it.leaverID, lastDay: it.today, reason: "Sooner", by: by)
    #expect(try await store.staffFile(of: it.leaverID).memberships.map(\.lastDay) == [it.today])
    #expect(
      try await it.audited("staff \(it.leaverID)").last?.purpose == "last day from 2016-02-14 to 2016-01-05: Sooner")
    let before = await it.scene.denied {
      try await store.leave(it.leaverID, lastDay: it.today - 100, reason: "No", by: by)
    }
    #expect(before?.kind == .badData)
    let later = it.at(by.at + 86_400, by)
    let over = await it.scene.denied {
      try await it.scene.store.signedIn { later }.leave(it.leaverID, lastDay: it.today + 5, reason: "No", by: later)
    }
    #expect(over?.kind == .conflict)
  }

  private func plan(for person: ID<Patient>, ownedBy owner: ID<StaffMember>, _ it: AdministrationScene) async throws {
    _ = try await it.scene.store.publish(
      Plans.ready(owner: owner), of: person, basedOn: nil, reason: "activated", by: it.scene.by)
  }
}
