import CaseModel
import Testing

@testable import CaseStore

@Suite("The team around a person (4.2)") struct CareTeamTests {
  @Test("4.2: somebody is asked, accepts, and the person is told; who held it before is history") func given()
    async throws
  {
    let it = try await TeamScene()
    let made = try await it.nkem.store.assign(
      NewAssignment(role: .namedSocialWorker, staff: it.id(it.bree), reason: .mdtDecision, text: "knows household"),
      to: it.amina, by: it.nkem.by)
    #expect(made.isWaiting && made.weight == 2 && made.reasonText == "knows household" && made.assignedBy == "Nkem")
    try await it.bree.store.accept(made.id, of: it.amina, by: it.bree.by)
    let callum = it.later(it.callum, days: 10)
    let nkem = it.later(it.nkem, days: 10)
    let bree = it.later(it.bree, days: 2)
    try await bree.store.recordTold(made.id, of: it.amina, on: bree.by.at.day, .phone, by: bree.by)
    _ = try await nkem.store.assign(
      NewAssignment(
        role: .namedSocialWorker, staff: it.id(it.callum), reason: .personRequest, text: "asked for Sylheti",
        seen: .assignment(made.id)), to: it.amina, by: nkem.by)
    let team = try await callum.store.careTeam(of: it.amina)
    #expect(team.current.map(\.name) == ["Callum"] && team.past.map(\.name) == ["Bree"])
    #expect(team.past[0].endReason == .personRequest && team.past[0].toldMethod == .phone)
    // Before the date and after it.
    let day = nkem.by.at
    func holder(_ moment: Moment) -> [String] {
      (team.current + team.past).filter { $0.role == .namedSocialWorker && $0.held(at: moment) }.map(\.name)
    }
    #expect(holder(day + -1) == ["Bree"] && holder(day) == ["Callum"] && holder(it.base.by.at + -1) == [])
    #expect(await it.base.store.doctor().wrong == [])
  }

  @Test("I-4: of two who assign at once one is told that somebody has the role by now, and one name stands")
  func atOnce() async throws {
    let it = try await TeamScene()
    let seen = try await it.nkem.store.careTeam(of: it.amina).holder(of: .namedSocialWorker)
    #expect(seen == nil)
    _ = try await it.nkem.store.assign(
      NewAssignment(role: .namedSocialWorker, staff: it.id(it.bree), seen: .nobody), to: it.amina, by: it.nkem.by)
    let problem = await it.problem {
      _ = try await it.manager.store.assign(
        NewAssignment(role: .namedSocialWorker, staff: it.id(it.callum), seen: .nobody), to: it.amina,
        by: it.manager.by)
    }
    #expect(problem?.kind == .conflict && problem?.reason.contains("Nkem gave the role to Bree") == true)
    #expect(try await it.team(it.amina).current.map(\.name) == ["Bree"])
  }

  @Test("4.2: nobody accepts for somebody else, nothing twice, and declining says why; then the person waits")
  func declined() async throws {
    let it = try await TeamScene()
    let made = try await it.nkem.store.assign(
      NewAssignment(role: .namedSocialWorker, staff: it.id(it.bree)), to: it.amina, by: it.nkem.by)
    let other = await it.problem { try await it.callum.store.accept(made.id, of: it.amina, by: it.callum.by) }
    #expect(other?.kind == .closed)
    let boss = await it.problem { try await it.chair.store.accept(made.id, of: it.amina, by: it.chair.by) }
    #expect(boss?.kind == .refused && boss?.reason == "Nobody but Bree can accept it.")
    let silent = await it.problem {
      try await it.bree.store.decline(made.id, of: it.amina, reason: .capacity, text: " ", by: it.bree.by)
    }
    #expect(silent?.kind == .badData)
    try await it.bree.store.decline(
      made.id, of: it.amina, reason: .conflictOfInterest, text: "My neighbour", by: it.bree.by)
    let team = try await it.team(it.amina)
    #expect(team.current.isEmpty && team.past[0].declinedAt != nil && team.past[0].endText == "My neighbour")
    #expect(team.waiting.map(\.source) == [.declined] && team.waiting[0].reason == "Bree: My neighbour")
    // A record that was open by the role alone closes with it.
    let closed = await it.problem { try await it.bree.store.accept(made.id, of: it.amina, by: it.bree.by) }
    #expect(closed?.kind == .closed)
  }

  @Test(
    "4.2: ending a role says why; the person waits unless they need nobody any more", arguments: AssignmentEnd.allCases)
  func ended(_ reason: AssignmentEnd) async throws {
    let it = try await TeamScene()
    try await it.name(it.bree, for: it.amina)
    let made = try #require(try await it.team(it.amina).current.first)
    let stale = await it.problem {
      try await it.manager.store.endAssignment(
        made.id, of: it.amina, version: made.rowVersion - 1, reason: reason, by: it.manager.by)
    }
    #expect(stale?.kind == .conflict)
    try await it.manager.store.endAssignment(
      made.id, of: it.amina, version: made.rowVersion, reason: reason, text: "see note", by: it.manager.by)
    let team = try await it.team(it.amina)
    #expect(team.past.map(\.endReason) == [reason])
    #expect(team.waiting.isEmpty == reason.needsNobody)
    _ = try await it.manager.store.undo(by: it.manager.by)
    #expect(try await it.team(it.amina).current.map(\.name) == ["Bree"])
    #expect(try await it.team(it.amina).waiting.isEmpty)
    _ = try await it.manager.store.redo(by: it.manager.by)
    #expect(try await it.team(it.amina).waiting.isEmpty == reason.needsNobody)
  }

  @Test("a role goes to somebody whose post fits it and who stays; the link worker is given to nobody (R-SW-06)")
  func fits() async throws {
    let it = try await TeamScene()
    func refused(_ role: CareRole, _ who: (store: CaseStore, by: Writing)) async -> Problem? {
      await it.problem {
        _ = try await it.nkem.store.assign(
          NewAssignment(role: role, staff: it.id(who)), to: it.amina, by: it.nkem.by)
      }
    }
    #expect(await refused(.namedSocialWorker, it.chair)?.kind == .badData)
    #expect(await refused(.accountableGP, it.bree)?.kind == .badData)
    #expect(await refused(.localitySocialWorker, it.bree)?.reason.contains("given to nobody") == true)
    try await it.base.store.leave(it.id(it.bree), lastDay: it.today, reason: "New post", by: it.base.by)
    #expect(await refused(.namedSocialWorker, it.bree)?.kind == .notFound)
    #expect(await refused(.keyWorker, it.ade) == nil)
    #expect(await refused(.keyWorker, it.ade)?.kind == .conflict)
  }

  @Test("R-SW-06: without a named social worker the locality's link worker is shown, never as a case-holder")
  func link() async throws {
    let it = try await TeamScene()
    let before = try await it.team(it.amina)
    #expect(before.linkWorker?.name == "Ade" && before.current.isEmpty && before.linkWorker?.locality == "South West")
    #expect(try await it.team(it.base.brian).linkWorker == nil)
    #expect(try await it.base.store.peek(it.amina).team.isEmpty)
    try await it.name(it.bree, for: it.amina)
    #expect(try await it.team(it.amina).linkWorker == nil)
    // It opens no record either.
    let closed = await it.problem { _ = try await it.ade.store.person(it.amina, by: it.ade.by, purpose: "record") }
    #expect(closed?.kind == .closed)
  }

  @Test("an act is taken back as other changes are, and not once somebody went on") func undone() async throws {
    let it = try await TeamScene()
    try await it.name(it.bree, for: it.amina)
    let nkem = it.later(it.nkem, seconds: 60)
    let second = try await nkem.store.assign(
      NewAssignment(role: .namedSocialWorker, staff: it.id(it.callum)), to: it.amina, by: nkem.by)
    _ = try await nkem.store.undo(by: nkem.by)
    var team = try await it.team(it.amina)
    #expect(team.current.map(\.name) == ["Bree"] && team.current[0].acceptedAt != nil && team.past.isEmpty)
    _ = try await nkem.store.redo(by: nkem.by)
    team = try await it.team(it.amina)
    #expect(team.current.map(\.id) == [second.id] && team.past.map(\.name) == ["Bree"])
    try await it.callum.store.accept(second.id, of: it.amina, by: it.callum.by)
    let problem = await it.problem { _ = try await nkem.store.undo(by: nkem.by) }
    #expect(problem?.kind == .conflict && problem?.reason == "Somebody changed the team since.")
    #expect(try await it.team(it.amina).current.map(\.name) == ["Callum"])
    #expect(await it.base.store.doctor().wrong == [])
  }
}
