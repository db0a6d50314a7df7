import CaseModel
import Testing

@testable import CaseStore

@Suite("The relationship in an audit row (8.2, 8.4)") struct RelationshipTests {
  @Test("8.4: the relationship is part of the row, and of its hash where there is one") func inTheHash() async throws {
    let scene = try await PlanTests.Scene()
    for kind in Relationship.allCases {
      try await scene.store.writing("No.", scene.by) { change in
        try change.audit(
          .view, "patient \(scene.rahela)", patient: scene.rahela, purpose: "record", relationship: kind)
      }
    }
    let rows = try await scene.store.auditEvents(patient: scene.rahela, limit: Relationship.allCases.count)
    #expect(rows.map(\.relationship) == Relationship.allCases.reversed())
    guard case .whole = try await scene.store.verifyAudit() else {
      Issue.record("the walk does not hash as the append does")
      return
    }
    try AuditTests.forge(
      scene.place.path, "UPDATE audit_event SET relationship = 'assigned' WHERE relationship = 'emergency'")
    #expect(
      try await scene.store.verifyAudit()
        == .broken(sequence: rows[0].sequence, why: "what it says was changed after it was written"))
  }

  @Test(
    "8.4: taking a relationship away, or giving one to a row that had none, is found",
    arguments: [
      "UPDATE audit_event SET relationship = NULL WHERE relationship IS NOT NULL",
      "UPDATE audit_event SET relationship = 'assigned' WHERE seq = 2",
    ])
  func forged(_ sql: String) async throws {
    let scene = try await PlanTests.Scene()
    try await scene.store.writing("No.", scene.by) { change in
      try change.audit(.view, "patient", patient: scene.rahela, purpose: "x", relationship: .emergency)
    }
    try AuditTests.forge(scene.place.path, sql)
    guard case .broken = try await scene.store.verifyAudit() else {
      Issue.record("it was not found")
      return
    }
  }

  @Test("a row without a relationship has the hash that it had before relationships were kept") func oldHash() {
    var input = HashInput()
    var event = AuditEvent(
      sequence: 2, at: Place.start, staffID: "s", staffName: "Jo Francis", role: "care_navigator",
      organisation: "LBTH", workstation: "ward-3", patient: nil, action: .view, object: "patient 1", versionBefore: nil,
      versionAfter: 3, purpose: "", recordDigest: "", previousHash: AuditChain.beginning, hash: "")
    // Worked out apart from the program, as schema 2 has it.
    #expect(
      AuditChain.hash(of: event, &input) == "a0032a4783c9ffdf427132d0e949601060445fee7a47d77309e58baf6d846b35")
    event.relationship = .assigned
    #expect(AuditChain.hash(of: event, &input) != "a0032a4783c9ffdf427132d0e949601060445fee7a47d77309e58baf6d846b35")
  }

  @Test(
    "promise 22: the rows of a store of schema 2 verify after the upgrade, and so do heads published before it",
    .ofAFile)
  func upgraded() async throws {
    let scene = try await PlanTests.Scene()
    // What an mdt of that schema wrote: it asked for no relationship.
    try await scene.store.writing("No.", scene.by) {
      try $0.audit(.view, "patient \(scene.rahela)", patient: scene.rahela, purpose: "record")
    }
    let head = try #require(try await scene.store.auditHead())
    await scene.store.close()
    try OlderSchema.put(OlderSchema.second, into: scene.place.path)
    let store = try CaseStore.open(at: scene.place.path)
    #expect(try await store.verifyAudit(against: head) == .whole(count: head.count, head: head.hash))
    #expect(try await store.reading("No.") { try SQLiteAlone.schemaVersion($0) } == Migrations.newest)
    await store.close()
  }
}
