import CaseModel
import Testing

@testable import CaseStore

@Suite("Consent after an upgrade") struct ConsentUpgradeTests {
  @Test("promise 22: statements of schema 4 are there after the upgrade, count, and can be voided", .ofAFile)
  func upgraded() async throws {
    let scene = try await PlanTests.Scene()
    try await scene.store.record(
      ConsentStatement(subject: .contactCarer, decision: .given, basis: .explicitVerbal, at: scene.by.at.day),
      of: scene.rahela, by: scene.by)
    let before = try await scene.store.peekConsent(of: scene.rahela).statements
    await scene.store.close()
    try OlderSchema.put(OlderSchema.fourth, into: scene.place.path)
    let store = try await CaseStore.opened(scene.place.path)
    #expect(try await store.reading("No.") { try SQLiteAlone.schemaVersion($0) } == Migrations.newest)
    let record = try await store.peekConsent(of: scene.rahela)
    #expect(record.statements.map(\.id) == before.map(\.id))
    #expect(record.statements.allSatisfy { $0.statement.capacityState == nil && $0.void == nil })
    let id = try #require(record.standing(.contactCarer)).id
    try await store.voidConsent(id, of: scene.rahela, reason: "Another person", by: scene.by)
    #expect(try await store.peekConsent(of: scene.rahela).standing(.contactCarer) == nil)
    #expect(await store.doctor().wrong == [])
    await store.close()
  }

  @Test("a decision that was flipped past the audit is found, and a void that was taken away", .ofAFile)
  func flipped() async throws {
    let scene = try await PlanTests.Scene()
    try await scene.store.record(
      ConsentStatement(subject: .contactCarer, decision: .refused, basis: .explicitVerbal, at: scene.by.at.day),
      of: scene.rahela, by: scene.by)
    #expect(await scene.store.doctor()["records.consent"]?.severity == .inOrder)
    await scene.store.close()
    try OlderSchema.put(
      """
      DROP TRIGGER consent_is_append_only; UPDATE consent SET decision = 'given' WHERE subject = 'contact_carer';
      CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON consent
      BEGIN SELECT RAISE(ABORT, 'a statement about consent is never changed: make a new one'); END;
      """, into: scene.place.path)
    let store = try await CaseStore.opened(scene.place.path)
    #expect(await store.doctor()["records.consent"]?.severity == .fault)
    await store.close()
  }
}
