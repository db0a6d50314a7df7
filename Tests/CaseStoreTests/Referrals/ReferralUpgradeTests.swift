import CaseModel
import Testing

@testable import CaseStore

@Suite("Referrals after an upgrade, and past the audit") struct ReferralUpgradeTests {
  @Test(
    "promise 22: a store of schema 8 has the settings of its services after the step, and takes a referral", .ofAFile)
  func upgraded() async throws {
    let scene = try await PlanTests.Scene()
    let before = try await scene.store.settings()
    await scene.store.close()
    try OlderSchema.put(OlderSchema.eighth, into: scene.place.path)
    let store = try await CaseStore.opened(scene.place.path)
    #expect(try await store.settings() == before)
    #expect(try await store.responseStandards()[.rapidResponse]?.minutes == 120)
    _ = try await store.record(ReferralTests.request(at: scene.by.at), of: scene.rahela, by: scene.by)
    #expect(await store.doctor().wrong == [])
    await store.close()
  }

  @Test("a referral, an entry or a concern that was changed past the audit is found", .ofAFile) func flipped()
    async throws
  {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.record(ReferralTests.request(at: scene.by.at), of: scene.rahela, by: scene.by)
    let visit = CareEntryRequest(kind: .visit, at: scene.by.at, found: "In bed at noon")
    _ = try await scene.store.record(visit, of: scene.rahela, by: scene.by)
    _ = try await scene.store.raiseSafeguarding(SafeguardingTests.concern(scene.by), of: scene.rahela, by: scene.by)
    for (check, change) in [
      ("records.referrals", "UPDATE referral SET received_at = '2015-01-01T00:00:00Z'"),
      ("records.entries", "UPDATE care_entry SET found = 'Well'"),
      ("records.safeguarding", "UPDATE safeguarding SET concern = 'None'"),
    ] {
      #expect(await scene.store.doctor()[check]?.severity == .inOrder)
      try await scene.store.writing("No.", scene.by) { writing in
        try writing.connection.run(change, [])
        try writing.audit(.update, "test", purpose: "test")
      }
      #expect(await scene.store.doctor()[check]?.severity != .inOrder, "\(check)")
    }
  }

  @Test("I-9: what is somebody's who has left is nobody's, and stays on its list") func left() async throws {
    let scene = try await AccessScene()
    let (_, mateus) = try await scene.person("Mateus", .geriatrician, at: "F99001")
    let flag = CareEntryRequest(
      kind: .wardFlag, at: scene.by.at, found: "Delirium", followUpOn: scene.by.at.day + 7,
      followUpOwner: mateus.actor.id)
    _ = try await scene.store.record(flag, of: scene.amina, by: scene.by)
    #expect(try await scene.store.followUps().map(\.owner) == [mateus.actor.id])
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run(
        "UPDATE staff SET active_to = $1 WHERE id = $2", [.of(change.at.day - 1), .of(mateus.actor.id)])
      try change.audit(.update, "staff", purpose: "left")
    }
    let row = try #require(try await scene.store.followUps().first)
    #expect(row.owner == nil && row.ownerName == nil && row.patient == scene.amina)
  }
}
