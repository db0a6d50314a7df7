import CaseModel
import Testing

@testable import CaseStore

@Suite("Notes about joined plans") struct PlanNoteTests {
  private struct Joined {
    let scene: PlanTests.Scene
    let tola: Writing

    /// Tola publishes version 2, and Jo joins it with a draft from version 1.
    init(changing: (CarePlan) -> CarePlan) async throws {
      scene = try await PlanTests.Scene()
      _ = try await scene.store.hire("Tola Adeyemi", account: "tadeyemi", role: .careNavigator, by: scene.by)
      tola = try await scene.store.writing(as: "tadeyemi")
      let first = try await scene.store.publish(
        scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
      let second = try await scene.store.publish(
        Plans.changing(first.plan, "Reach the garden"), of: scene.rahela, basedOn: first.rowVersion, reason: "changed",
        by: tola)
      _ = try await scene.store.publish(
        changing(second.plan), of: scene.rahela, basedOn: second.rowVersion, reason: "joined with v2", joins: true,
        by: scene.by)
    }
  }

  private static func reviewMoved(_ plan: CarePlan) -> CarePlan {
    var plan = plan
    if let id = plan.single(.plan)?.id { plan.set(.nextReview, of: id, to: "2016-05-01") }
    return plan
  }

  @Test("whoever published first is told what the joined version says otherwise, until they have opened the person")
  func told() async throws {
    let it = try await Joined(changing: Self.reviewMoved)
    let (store, tola) = (it.scene.store, it.tola)
    let hers = store.signedIn { tola }
    let notes = try await hers.notes()
    #expect(notes.map(\.words) == ["J. Francis joined v3 from your v2 and a draft: Next review"])
    #expect(notes.map { $0.name.family } == ["Begum"])
    #expect(try await store.notes() == [])

    // Looking at it otherwise does not count as told.
    #expect(try await store.person(it.scene.rahela, by: tola, purpose: "care plan").notes == [])
    let others = try await store.person(it.scene.rahela, by: it.scene.by, purpose: "record", tellingNotes: true)
    #expect(others.notes == [])
    #expect(try await hers.notes() == notes)

    let record = try await store.person(it.scene.rahela, by: tola, purpose: "record", tellingNotes: true)
    #expect(record.notes == notes)
    #expect(try await hers.notes() == [])
    let again = try await store.person(it.scene.rahela, by: tola, purpose: "record", tellingNotes: true)
    #expect(again.notes == [])
  }

  @Test("telling and seeing are in the audit") func audited() async throws {
    let it = try await Joined(changing: Self.reviewMoved)
    _ = try await it.scene.store.person(it.scene.rahela, by: it.tola, purpose: "record", tellingNotes: true)
    let events = try await it.scene.store.auditEvents(patient: it.scene.rahela, limit: 20)
    let about = events.filter { $0.object.hasPrefix("plan_note ") }.map { "\($0.staffName): \($0.action.rawValue)" }
    #expect(about == ["Tola Adeyemi: update", "Jo Francis: create"])
  }

  @Test("a joined version that says what theirs did tells nobody") func same() async throws {
    let it = try await Joined { $0 }
    let tola = it.tola
    let hers = it.scene.store.signedIn { tola }
    #expect(try await hers.notes() == [])
  }
}
