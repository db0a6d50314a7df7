import CaseModel
import Testing

@testable import CaseStore

@Suite("Counts by state") struct CaseloadStatesTests {
  @Test("every state is what the rows say of themselves, whatever the filter, and they add up to the count")
  func counts() async throws {
    let scene = try await PlanTests.Scene()
    let (store, by) = (scene.store, scene.by)
    // Somebody who has worked here for longer, and may have signed then.
    try await store.writing("No.", by) { change in
      for (table, column) in [
        ("staff", "active_from"), ("staff_post", "start_on"), ("sharing_agreement", "starts_on"),
        ("sharing_agreement_party", "signed_on"),
      ] {
        try change.connection.run("UPDATE \(table) SET \(column) = '2015-01-01'", [])
      }
      try change.audit(.update, "staff", purpose: "test")
    }
    var early = by
    early.at = by.at + -60 * 86_400
    for (index, review) in ["2016-01-04", "2016-01-05", "2016-02-02", "2016-02-03", "2015-12-01"].enumerated() {
      let id = try await store.admit("Ali", "Person \(index)", by: by)
      var plan = Plans.ready(owner: by.actor.id, review: review)
      if let header = plan.single(.plan)?.id { plan.set(.agreedOn, of: header, to: "2015-11-01") }
      _ = try await store.publish(plan, of: id, basedOn: nil, reason: "activated", by: early)
    }
    let declined = try await store.admit("Ali", "Declined", by: by)
    var plan = CarePlan(newID: Place.newID)
    let header = try #require(plan.single(.plan)?.id)
    plan.set(.offer, of: header, to: "offered_declined")
    plan.set(.declineReason, of: header, to: "not now")
    _ = try await store.saveDraftPlan(plan, of: declined, basedOn: nil, by: by)
    let drafted = try await store.admit("Khan", "Draft", by: by)
    _ = try await store.saveDraftPlan(scene.plan, of: drafted, basedOn: nil, by: by)

    for text in ["", "ali", "-ali", "plan:active", "ali due<40", "mine", "nobody"] {
      let query = CaseloadQuery(
        filter: try CaseloadFilter(reading: text), sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id)
      let rows = try await store.caseload(query, page: .first, limit: 50)
      let states = try await store.caseloadStates(query)
      var expected = [CaseloadStates.State: Int]()
      for row in rows { expected[state(of: row.standing(on: by.at.day)), default: 0] += 1 }
      #expect(states.counts.filter { $0.value > 0 } == expected, "\(text)")
      #expect(states.total == (try await store.caseloadCount(query)), "\(text)")
    }
    let all = try await store.caseloadStates(
      CaseloadQuery(sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id))
    #expect(all.counts == [.overdue: 2, .noPlan: 1, .due: 2, .begun: 2, .current: 1, .ended: 0])
  }

  private func state(of standing: PlanStanding) -> CaseloadStates.State {
    switch standing {
    case .overdue, .noReviewDate: .overdue
    case .noPlan: .noPlan
    case .dueSoon: .due
    case .draft, .noPlanBecause: .begun
    case .current: .current
    case .ended: .ended
    }
  }
}
