import CaseModel
import Testing

@testable import CaseStore

@Suite("A declined plan") struct DeclinedPlanTests {
  @Test("a draft that only says why the plan was declined is no plan: list, single view and plan agree")
  func agree() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    let rahela = try await store.admit("Begum", "Rahela", nhs: "9990000018", by: by)
    var plan = CarePlan(newID: Place.newID)
    let header = try #require(plan.single(.plan)?.id)
    plan.set(.offer, of: header, to: "offered_declined")
    plan.set(.declineReason, of: header, to: "prefers her GP")
    _ = try await store.saveDraftPlan(plan, of: rahela, basedOn: nil, by: by)

    let query = CaseloadQuery(sort: .init(.name), today: by.at.day, reader: by.actor.id)
    let row = try #require(try await store.caseload(query, page: .first, limit: 1).first)
    let record = try #require(try await store.carePlan(of: rahela))
    let shown = try #require(try await store.peek(rahela).plan)
    let expected = PlanStanding.noPlanBecause("prefers her GP")
    #expect(row.standing(on: by.at.day) == expected && row.planStatus == nil)
    #expect(record.standing(on: by.at.day) == expected)
    #expect(shown.standing(on: by.at.day) == expected)

    // Offered again and accepted, the same draft is a draft.
    plan.set(.offer, of: header, to: "offered_accepted")
    let draft = try await store.saveDraftPlan(plan, of: rahela, basedOn: record.rowVersion, by: by)
    #expect(draft.standing(on: by.at.day) == .draft)
    #expect(try await store.peek(rahela).plan?.standing(on: by.at.day) == .draft)
    #expect(try await store.caseload(query, page: .first, limit: 1).first?.standing(on: by.at.day) == .draft)
  }
}
