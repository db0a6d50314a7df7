import CaseModel
import Testing

@testable import CaseStore

@Suite("Handing a caseload over (R-SW-03, I-9)") struct TransferTests {
  @Test("R-SW-03: twenty-four people, each to a named successor or to nobody with an alert, previewed, and taken back")
  func long() async throws {
    let it = try await TeamScene()
    var people = [ID<Patient>]()
    for number in 0..<24 { people.append(try await it.admit("P\(number)", "A", percentile: number == 3 ? 97 : 40)) }
    for person in people { try await it.name(it.bree, for: person, weight: CaseWeight(base: .medium)) }
    let manager = it.later(it.manager, days: 1)
    let preview = try await manager.store.transferPreview(from: it.id(it.bree))
    #expect(preview.people.count == 24 && preview.people.allSatisfy { $0.roles == [.namedSocialWorker] })
    #expect(preview.people[0].suggested.whoTheyAre.hasPrefix("74 years"))
    let choices = preview.people.enumerated().map { index, person in
      var note = person.suggested
      note.whoIsCross = index == 0 ? "Her brother, about the stairlift" : ""
      let successor: ID<StaffMember>? = index < 2 ? nil : index % 2 == 0 ? it.id(it.callum) : it.id(it.ade)
      return TransferChoice(patient: person.id, successor: successor, note: note)
    }
    let before = try await manager.store.socialWorkers()
    let outcome = try await manager.store.transfer(
      from: it.id(it.bree), choices, cause: "long leave until 01-Jun-2016", by: manager.by)
    #expect(outcome.roles == 24 && outcome.kept.isEmpty)
    let rows = try await manager.store.nobodyOwnsWorklist()
    #expect(rows.count == 2 && rows.allSatisfy { $0.why.hasPrefix("Unallocated: no named social worker") })
    let left = try await manager.store.allocation()
    #expect(Set(left.waiting.map(\.id)) == Set(choices.prefix(2).map(\.patient)))
    // History before and after the date.
    let one = try await it.team(choices[2].patient)
    #expect(one.current.map(\.name) == ["Callum"] && one.past.map(\.name) == ["Bree"])
    #expect(one.past[0].held(at: manager.by.at + -1) && one.current[0].held(at: manager.by.at))
    #expect(one.notes.map(\.note) == [choices[2].note] && one.notes[0].author == "Khan")
    #expect(try await it.base.store.peek(choices[2].patient).handover?.from == "Bree")
    #expect(one.current[0].weight == 2 && one.current[0].isWaiting)
    #expect(await it.base.store.doctor().wrong == [])
    // After two working days the high-risk one among the unallocated is red, if it is one of the two.
    let undone = try await manager.store.undo(by: manager.by)
    #expect(undone.words == "Undone: Handed over 24 roles and 0 reviews of Bree.")
    #expect(try await manager.store.socialWorkers() == before)
    #expect(try await manager.store.nobodyOwnsWorklist().isEmpty)
    #expect(try await it.team(choices[2].patient).notes.isEmpty)
    _ = try await manager.store.redo(by: manager.by)
    #expect(try await it.team(choices[2].patient).current.map(\.name) == ["Callum"])
    #expect(try await manager.store.nobodyOwnsWorklist().count == 2)
    #expect(await it.base.store.doctor().wrong == [])
  }

  @Test(
    "I-9: reviews, actions, goals and contacts name the successor afterwards, by a signed version; the undo puts them back"
  )
  func mentions() async throws {
    let it = try await TeamScene()
    var plan = Plans.ready(owner: it.id(it.bree))
    let goal = try #require(plan.items(.goal).first)
    plan.set(.owner, of: goal.id, to: "Bree")
    plan.set(.whoName, of: try #require(plan.items(.action).first).id, to: "Bree")
    // One that is Callum's own stays his, whatever goes to and fro.
    let own = PlanItem(
      id: ID(Place.newID()), kind: .action, parent: goal.id,
      values: [.what: "Ring the landlord", .whoName: "Callum", .status: "not_started"])
    plan.add(own)
    let contingency = PlanItem(id: ID(Place.newID()), kind: .contingency, values: [.triggers: "Falls"])
    plan.add(contingency)
    plan.add(
      PlanItem(
        id: ID(Place.newID()), kind: .contingencyContact, parent: contingency.id,
        values: [.name: "Bree", .phone: "020 7946 0004"]))
    _ = try await it.base.store.publish(plan, of: it.amina, basedOn: nil, reason: "activated", by: it.base.by)
    try await it.name(it.bree, for: it.amina)
    try await it.base.store.leave(it.id(it.bree), lastDay: it.today, reason: "New post", by: it.base.by)
    let nkem = it.later(it.nkem, days: 1)
    #expect(
      Set(try await nkem.store.leftByLeavers().map(\.role))
        == ["named_social_worker", "review_owner", "open_action", "plan_contact"])
    let preview = try await nkem.store.transferPreview(from: it.id(it.bree))
    #expect(preview.people.map(\.words) == ["named social worker, review of the care plan, 2 mentions in it"])
    let choice = TransferChoice(
      patient: it.amina, successor: it.id(it.callum), note: HandoverNote(whoTheyAre: "Likes gardening"))
    let outcome = try await nkem.store.transfer(from: it.id(it.bree), [choice], cause: "left", by: nkem.by)
    #expect(outcome.roles == 1 && outcome.reviews == 1)
    let now = try #require(try await it.base.store.carePlan(of: it.amina)).plan
    #expect(now.single(.plan)?[.reviewOwner] == it.id(it.callum).text && now.items(.goal).first?[.owner] == "Callum")
    #expect(now.items(.action).first?[.whoName] == "Callum" && now.items(.contingencyContact).first?[.name] == "Callum")
    #expect(now.items(.contingencyContact).first?[.phone] == nil, "a leaver's number is nobody's")
    #expect(try await nkem.store.nobodyOwnsWorklist().isEmpty)
    _ = try await nkem.store.undo(by: nkem.by)
    let back = try #require(try await it.base.store.carePlan(of: it.amina))
    #expect(back.versionNumber == 3 && back.plan.single(.plan)?[.reviewOwner] == it.id(it.bree).text)
    #expect(back.plan[own.id]?[.whoName] == "Callum" && back.plan.items(.action).first?[.whoName] == "Bree")
    #expect(back.plan.items(.contingencyContact).first?[.phone] == "020 7946 0004")
    #expect(try await nkem.store.nobodyOwnsWorklist().count == 4)
    #expect(await it.base.store.doctor().wrong == [])
  }

  @Test("R-SW-03: a note for each, nobody twice, nobody who is not theirs: else nothing happens at all")
  func refused() async throws {
    let it = try await TeamScene()
    try await it.name(it.bree, for: it.amina)
    let note = HandoverNote(whatIsLive: "Stairlift")
    func tried(_ choices: [TransferChoice]) async -> Problem? {
      await it.problem {
        _ = try await it.manager.store.transfer(from: it.id(it.bree), choices, cause: "leave", by: it.manager.by)
      }
    }
    let good = TransferChoice(patient: it.amina, successor: it.id(it.callum), note: note)
    #expect(await tried([TransferChoice(patient: it.amina, successor: nil, note: HandoverNote())])?.kind == .badData)
    #expect(await tried([good, good])?.kind == .conflict)
    let foreign = TransferChoice(patient: it.base.brian, successor: nil, note: note)
    #expect(await tried([good, foreign])?.kind == .conflict)
    #expect(await tried([TransferChoice(patient: it.amina, successor: it.id(it.bree), note: note)])?.kind == .badData)
    let long = TransferChoice(
      patient: it.amina, successor: nil, note: HandoverNote(whoIsCross: String(repeating: "x", count: 501)))
    #expect(await tried([long])?.kind == .badData)
    #expect(try await it.team(it.amina).current.map(\.name) == ["Bree"])
    #expect(try await it.team(it.amina).notes.isEmpty)
    #expect(await tried([good]) == nil)
  }
}
