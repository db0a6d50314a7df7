import CaseModel
import Testing

@testable import CaseStore

@Suite("5.3: sharing against the person's wish") struct OverrideTests {
  private func request(_ staff: ID<StaffMember>, days: Int = 3, by name: String = "Dr Zora Quist") -> OverrideRequest {
    OverrideRequest(
      ground: .safeguarding, decidedByName: name, decidedByRole: "Caldicott guardian", staff: staff, days: days)
  }

  @Test("5.3: a named decider and a reason open the record to one member of staff for some days, and to nobody else")
  func opens() async throws {
    let scene = try await AccessScene()
    let (gwen, gwens) = try await scene.person("Gwen", .gp, at: "F99001")
    let (huw, huws) = try await scene.person("Huw", .gp, at: "F99001")
    try await scene.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: scene.by.at.day),
      of: scene.amina, by: scene.by)
    let reason = "A neighbour reports shouting and bruises"
    for (fault, why) in [
      (request(gwens.actor.id, by: " "), reason), (request(gwens.actor.id, days: 15), reason),
      (request(gwens.actor.id, days: 0), reason), (request(gwens.actor.id), "too short"),
    ] {
      let problem = await scene.denied {
        _ = try await gwen.overrideSharing(of: scene.amina, fault, reason: why, by: gwens)
      }
      #expect(problem?.kind == .badData)
    }
    let until = try await gwen.overrideSharing(
      of: scene.amina, request(gwens.actor.id), reason: reason, by: gwens)
    #expect(until == gwens.at + 3 * 86_400)
    #expect(try await gwen.person(scene.amina, by: gwens, purpose: "record").patient.name.given == "Amina")
    #expect(await scene.denied { _ = try await huw.person(scene.amina, by: huws, purpose: "record") }?.kind == .closed)
    // It puts nobody back on a list, and ends by itself.
    #expect(try await scene.list(gwen, gwens) == [])
    var later = gwens
    later.at = until
    let then = later
    let closed = await scene.denied {
      _ = try await scene.store.signedIn { then }.person(scene.amina, by: then, purpose: "record")
    }
    #expect(closed?.kind == .closed)
  }

  @Test("5.3, 8.3: an override is on the privacy officer's list; who recorded it, and who decided it, do not review it")
  func reviewed() async throws {
    let scene = try await AccessScene()
    let (gwen, gwens) = try await scene.person("Gwen", .gp, at: "F99001")
    _ = try await gwen.overrideSharing(
      of: scene.amina, request(gwens.actor.id, by: "jo FRANCIS"), reason: "A neighbour reports bruises", by: gwens)
    let alert = try #require(try await scene.store.privacyAlerts().first)
    #expect(alert.kind == .override && alert.staffName == "Gwen" && alert.patientName.given == "Amina")
    #expect(alert.reason.contains("Decided by jo FRANCIS, Caldicott guardian."))
    let decider = await scene.denied {
      try await scene.store.closeAlert(alert.id, .justified, followUp: "", by: scene.by)
    }
    #expect(decider?.kind == .refused)
    _ = try await gwen.overrideSharing(
      of: scene.amina, request(scene.by.actor.id), reason: "A neighbour reports bruises", by: gwens)
    let forJo = try #require(try await scene.store.privacyAlerts().last)
    let own = await scene.denied { try await scene.store.closeAlert(forJo.id, .justified, followUp: "", by: scene.by) }
    #expect(own?.kind == .refused)
    _ = try await gwen.overrideSharing(
      of: scene.amina, request(gwens.actor.id), reason: "A neighbour reports bruises", by: gwens)
    let third = try #require(try await scene.store.privacyAlerts().last)
    try await scene.store.closeAlert(third.id, .unclear, followUp: "Asked Gwen", by: scene.by)
    #expect(try await scene.store.privacyAlerts().count == 2)
    #expect(try await scene.store.privacyAlerts(closed: true).map(\.verdict) == [.unclear])
    let again = await scene.denied {
      try await scene.store.closeAlert(third.id, .justified, followUp: "", by: scene.by)
    }
    #expect(again?.kind == .conflict)
    #expect(await scene.store.doctor().wrong == [])
  }
}
