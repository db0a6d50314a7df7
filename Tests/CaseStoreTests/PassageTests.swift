import CaseModel
import Testing

@testable import CaseStore

@Suite("Words in plans") struct PassageTests {
  @Test("a plan is found by what somebody wrote in it, and by no code, day or identifier") func written() async throws {
    let scene = try await PlanTests.Scene()
    var plan = scene.plan
    plan.add(PlanItem(id: ID(Place.newID()), kind: .formulation, values: [.text: "Lonely since the market closed"]))
    _ = try await scene.store.saveDraftPlan(plan, of: scene.rahela, basedOn: nil, by: scene.by)
    func found(_ words: String) async throws -> [String] {
      try await scene.store.find(words, limit: 10, by: scene.by, audited: false).passages.map(\.excerpt)
    }
    #expect(try await found("market lonely").count == 1)
    let codes = plan.items.flatMap { item in item.kind.fields.compactMap { $0.isWritten ? nil : item[$0.key] } }
    #expect(!codes.isEmpty)
    for code in codes where code.count > 3 && code.allSatisfy({ $0.isLetter || $0 == "_" }) {
      #expect(try await found(code).isEmpty, "\(code)")
    }
  }
}
