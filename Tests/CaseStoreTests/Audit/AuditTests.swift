import CaseModel
import GRDB
import Testing

@testable import CaseStore

@Suite("The audit") struct AuditTests {
  @Test("every opening of a record is one row with person, organisation, role and purpose; a reload is none")
  func opening() async throws {
    let scene = try await PlanTests.Scene()
    let before = try #require(try await scene.store.auditHead()).sequence
    let record = try await scene.store.person(scene.rahela, by: scene.by, purpose: "record")
    #expect(try await scene.store.peek(scene.rahela) == record)
    let events = try await scene.store.auditEvents(patient: scene.rahela, limit: 10)
    let event = try #require(events.first)
    #expect(event.sequence == before + 1)
    #expect(event.action == .view)
    #expect(event.staffName == "Jo Francis")
    #expect(event.organisation == "LBTH")
    #expect(event.role == "care_navigator")
    #expect(event.workstation == "ward-3")
    #expect(event.purpose == "record")
    #expect(try await scene.store.auditHead()?.sequence == before + 1)
  }

  /// Somebody with the file in their hands and no regard for triggers.
  private static let forgeries = [
    "UPDATE audit_event SET purpose = 'nothing' WHERE seq = 2",
    "UPDATE audit_event SET staff_name = 'Somebody else' WHERE seq = 3",
    "DELETE FROM audit_event WHERE seq = 2",
    "DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)",
    "UPDATE audit_event SET patient_id = NULL WHERE patient_id IS NOT NULL",
  ]

  @Test("I-8: an edited, deleted or cut row is found", arguments: forgeries) func forged(_ sql: String) async throws {
    let scene = try await PlanTests.Scene()
    let head = try await scene.store.auditHead()
    #expect(try await scene.store.verifyAudit(against: head) == .whole(count: 5, head: try #require(head).hash))
    try AuditTests.forge(scene.place.path, sql)
    guard case .broken = try await scene.store.verifyAudit() else {
      Issue.record("it was not found")
      return
    }
    #expect(await scene.store.doctor()["audit.chain"]?.severity == .fault)
  }

  @Test("I-8: a chain cut with its head made to fit is found by whoever holds yesterday's head") func head()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let head = try #require(try await scene.store.auditHead())
    try AuditTests.forge(
      scene.place.path,
      """
      DELETE FROM audit_event WHERE seq = 5;
      UPDATE audit_head SET seq = 4, count = 4, hash = (SELECT hash FROM audit_event WHERE seq = 4)
      """)
    guard case .whole = try await scene.store.verifyAudit() else {
      Issue.record("the forgery is clumsy")
      return
    }
    guard case .broken = try await scene.store.verifyAudit(against: head) else {
      Issue.record("it was not found")
      return
    }
  }

  @Test("a letter flipped in a live plan is found by the doctor") func flipped() async throws {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    #expect(await scene.store.doctor().wrong == [])
    try AuditTests.forge(scene.place.path, "UPDATE goal SET text = 'Reach the bathroom'")
    let found = await scene.store.doctor().filter { $0.severity >= .warning }
    // The search holds the text that was written, so it finds the slip as well.
    #expect(found.map(\.check) == ["records.plans", "derived.passages"])
  }

  @Test("I-7: a signed version that was changed on disk is not shown as signed") func versionChanged() async throws {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    try AuditTests.forge(
      scene.place.path, "UPDATE care_plan_version SET snapshot = replace(snapshot, 'bedroom', 'bathroom')")
    do throws(Problem) {
      _ = try await scene.store.planVersion(of: scene.rahela, number: 1)
      Issue.record("it was shown")
    } catch {
      #expect(error.kind == .damaged)
    }
  }

  @Test("I-4: a new named social worker takes the place of the one before, and the list follows") func one()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let first = try await scene.store.hire("Tunde Adeyemi", account: "ta", by: scene.by)
    let second = try await scene.store.hire("Mary Byrne", account: "mb", by: scene.by)
    for staff in [first, second] {
      try await scene.store.give(role: "named_social_worker", to: staff.id, for: scene.rahela, by: scene.by)
    }
    let record = try await scene.store.peek(scene.rahela)
    #expect(record.team.map(\.name) == ["Mary Byrne"])
    let query = CaseloadQuery(sort: .init(.name), today: scene.by.at.day, reader: second.id)
    #expect(try await scene.store.caseload(query, page: .first, limit: 5).map(\.namedSocialWorker) == ["M. Byrne"])
    await #expect(throws: Problem.self) {
      try await scene.store.give(role: "astrologer", to: first.id, for: scene.rahela, by: scene.by)
    }
  }

  @Test("two people of the same names carry the mark of likeness, and lose it with the name") func similar()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let other = try await scene.store.admit("BEGUM", "Rahéla", by: scene.by)
    #expect(try await scene.store.peek(scene.rahela).hasSimilar)
    #expect(try await scene.store.peek(other).hasSimilar)
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run(
        "UPDATE patient SET entered_in_error = 1, status_reason = 'twice' WHERE id = $1", [.of(other)])
      try CaseloadEntries.refreshEntry(other, in: change)
      try change.audit(.void, "patient", purpose: "test")
    }
    #expect(try await scene.store.peek(scene.rahela).hasSimilar == false)
  }

  /// Writes past the store and its triggers, as a person with sqlite3 could, or a server's own administrator.
  static func forge(_ path: String, _ sql: String) throws {
    if let address = try PostgreSQLAddress(path) {
      // Neither triggers nor references hold in such a session; the search is a table like any other.
      let theirs = sql.replacing("PRAGMA foreign_keys = OFF;", with: "").replacing(
        /INSERT INTO (\w+_search) \(\w+\) VALUES \('delete-all'\)/
      ) { "DELETE FROM \($0.output.1)" }
      try PostgreSQLSession(address, settings: ["session_replication_role = replica"]).execute(theirs)
      return
    }
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      for name in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try database.execute(sql: "DROP TRIGGER \"\(name)\"")
      }
      try database.execute(sql: sql)
    }
    try queue.close()
  }
}
