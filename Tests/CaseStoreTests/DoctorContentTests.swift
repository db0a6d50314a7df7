import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("The doctor on what a store holds") struct DoctorContentTests {
  /// A store with a bit of everything that the audit holds digests of.
  private func full() async throws -> PlanTests.Scene {
    let scene = try await PlanTests.Scene()
    let (store, by) = (scene.store, scene.by)
    _ = try await store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: by)
    _ = try await store.admit("Begum", "Rahela", nhs: "9990000026", by: by)
    let worker = try await store.hire("Tunde Adeyemi", account: "ta", by: by)
    try await store.give(role: "named_social_worker", to: worker.id, for: scene.rahela, by: by)
    try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: by)
    try await store.saveView(
      CaseloadView(id: "mine", number: nil, name: "Mine", filter: "overdue", sort: .init(.name)), by: by)
    try await store.record(
      PlanReview(
        id: ID("review-1"), planVersion: 1, dueOn: nil, doneOn: by.at.day, doneBy: "", kind: .full,
        whatWorking: "The rail", whatNotWorking: "", changesNeeded: "", outcomesProgress: "", unintendedChange: "",
        personSatisfied: .yes, decision: .noChange, nextReview: Day(iso: "2016-07-01"), answers: [1, 2, 3, 4, 5]),
      of: scene.rahela, by: by)
    return scene
  }

  /// What is wrong after somebody with sqlite3 has written past the store.
  private func found(after sql: String, in scene: PlanTests.Scene) async throws -> Set<String> {
    await scene.store.close()
    try AuditTests.forge(scene.place.path, sql)
    return Set(await scene.store.doctor().filter { $0.severity >= .warning }.map(\.check))
  }

  @Test("a store with a bit of everything is in order, and stays so when what was done is taken back") func sound()
    async throws
  {
    let scene = try await full()
    #expect(await scene.store.doctor().wrong == [])
    for _ in 0..<3 {
      _ = try await scene.store.undo(by: scene.by)
      #expect(await scene.store.doctor().wrong == [])
    }
    _ = try await scene.store.redo(by: scene.by)
    #expect(await scene.store.doctor().wrong == [])
  }

  /// A change past the store, and the check that finds it.
  static let slips: [(sql: String, check: String)] = [
    ("UPDATE goal SET text = 'Reach the bathroom'", "records.plans"),
    ("UPDATE plan_review SET what_working = 'Nothing'", "records.reviews"),
    ("UPDATE plan_review SET entered_in_error = 1, status_reason = 'x'", "records.reviews"),
    ("UPDATE care_team_member SET start_at = '2015-01-01T00:00:00Z'", "records.team"),
    ("UPDATE setting SET value = '11' WHERE key = 'mdt.max_cases'", "records.settings"),
    ("UPDATE setting SET value = '900' WHERE key = 'plan.review_max_days'", "records.settings"),
    ("UPDATE saved_view SET filter = ''", "records.views"),
    ("UPDATE caseload_entry SET review_key = '2030-01-01' WHERE review_key <> '~'", "derived.caseload"),
    ("UPDATE caseload_entry SET has_similar = 0", "derived.similar"),
    ("DELETE FROM caseload_mine", "derived.mine"),
    (
      "INSERT INTO caseload_mine SELECT (SELECT id FROM staff WHERE account = 'jfrancis'), row_key, name_key, born_key, nhs_key, review_key, risk_key, practice_key, enrolled_key FROM caseload_mine LIMIT 1",
      "derived.mine"
    ),
    ("UPDATE patient SET note = 'another'", "derived.passages"),
    ("UPDATE passage SET text = 'another' WHERE source = 'plan'", "derived.passages"),
    ("INSERT INTO name_search (name_search) VALUES ('delete-all')", "derived.names"),
    ("INSERT INTO passage_search (passage_search) VALUES ('delete-all')", "derived.passages"),
    ("UPDATE store SET listed_on = '2093-01-01'", "store.listed_on"),
    ("PRAGMA foreign_keys = OFF; UPDATE care_team_member SET staff_id = 'nobody'", "database.references"),
    ("UPDATE audit_event SET purpose = 'x' WHERE seq = 2", "audit.chain"),
  ]

  @Test("a letter flipped in a record, a list or the search is found by its own check", arguments: slips.indices)
  func slip(_ index: Int) async throws {
    let slip = Self.slips[index]
    let scene = try await full()
    #expect(try await found(after: slip.sql, in: scene).contains(slip.check), "\(slip.sql)")
  }

  @Test("I-7: a signed version that was changed with its digest is found by what the audit says was signed")
  func version() async throws {
    let scene = try await full()
    let snapshot = try #require(
      try await scene.store.reading("No.") { connection in
        try connection.first("SELECT snapshot FROM care_plan_version WHERE number = 1") { try $0.text() }
      })
    let forged = snapshot.replacing("bedroom", with: "bathroom")
    #expect(forged != snapshot)
    let sql = """
      UPDATE care_plan_version SET snapshot = '\(forged.replacing("'", with: "''"))', digest = '\(SHA256.hex(forged))'
      WHERE number = 1
      """
    #expect(try await found(after: sql, in: scene) == ["records.versions"])
  }

  @Test("I-1: an active plan without a review owner that is on no list, and a person on no list") func obligations()
    async throws
  {
    let one = try await full()
    let nobody = "UPDATE care_plan_header SET review_owner = NULL; UPDATE caseload_entry SET dq_count = 0"
    #expect(try await found(after: nobody, in: one).contains("invariant.1"))
    let other = try await full()
    #expect(
      try await found(after: "DELETE FROM caseload_mine; DELETE FROM caseload_entry", in: other).contains("invariant.1")
    )
  }

  @Test("I-2: two live plans of one person") func livePlans() async throws {
    let sql = """
      DROP INDEX care_plan_one_live;
      INSERT INTO care_plan SELECT 'second', patient_id, status, version_no, prepared_by, prepared_org, prepared_at,
        digest, created_at, created_by, created_org, updated_at, updated_by, row_version, status_reason,
        entered_in_error FROM care_plan
      """
    #expect(try await found(after: sql, in: try await full()).contains("invariant.2"))
  }

  @Test("I-4: two named social workers at one time") func team() async throws {
    let sql = """
      DROP INDEX care_team_one_of_each;
      INSERT INTO care_team_member (patient_id, id, staff_id, role, organisation_code, start_at, assigned_by, reason,
        created_at, created_by, created_org, updated_at, updated_by)
      SELECT patient_id, 'second', staff_id, role, organisation_code, start_at, assigned_by, reason,
        created_at, created_by, created_org, updated_at, updated_by FROM care_team_member
      """
    #expect(try await found(after: sql, in: try await full()).contains("invariant.4"))
  }

  @Test("I-5: somebody enrolled without a consent row") func consent() async throws {
    let sql = """
      PRAGMA foreign_keys = OFF;
      INSERT INTO enrolment (patient_id, id, status, created_at, created_by, created_org, updated_at, updated_by)
      SELECT id, 'zz', 'enrolled', created_at, created_by, created_org, updated_at, updated_by FROM patient LIMIT 1;
      DELETE FROM consent
      """
    #expect(try await found(after: sql, in: try await full()).contains("invariant.5"))
  }

  @Test("I-9: somebody who has left owns a review, and no list says so") func left() async throws {
    let sql = "UPDATE staff SET active_to = '2015-01-01' WHERE account = 'jfrancis'"
    // The list is not made anew by writing past the store: that is the fault.
    #expect(
      try await found(after: sql + "; UPDATE caseload_entry SET dq_count = 0", in: try await full()).contains(
        "invariant.9"))
  }

  @Test("I-10: a fact without a date or an author", .ofAFile) func facts() async throws {
    let sql = "PRAGMA ignore_check_constraints = ON; UPDATE plan_review SET done_on = ''"
    #expect(try await found(after: sql, in: try await full()).contains("invariant.10"))
  }

  @Test("I-6: what the schema has no tables for is said, with the reason") func notYet() async throws {
    let place = try Place()
    await (try place.make()).close()
    let findings = await CaseStore.doctor(at: place.path, now: Place.start).findings
    #expect(findings["invariant.6"]?.reason == "There are no meetings in this schema.")
  }

  @Test("H19: a clock that is behind the last entry of the audit is found, a few seconds are not") func clock()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let last = try #require(try await scene.store.auditHead()).at
    #expect(await scene.store.doctor(at: last + -60)["audit.clock"]?.severity == .inOrder)
    #expect(await scene.store.doctor(at: last + -7200)["audit.clock"]?.severity == .warning)
  }

  @Test("drafts of somebody who has left, and of a version that is not there, are found") func drafts() async throws {
    let scene = try await PlanTests.Scene()
    try await scene.store.keepDraft(scene.draft, of: scene.by.actor.id)
    #expect(await scene.store.doctor()["drafts.origin"]?.severity == .inOrder)
    #expect(await scene.store.doctor()["drafts.owners"]?.severity == .inOrder)
    var lost = scene.draft
    lost.baseVersionNumber = 7
    var gone = scene.by
    gone.actor.staff.id = ID("gone")
    try await scene.store.signedIn { [gone] in gone }.keepDraft(lost, of: ID("gone"))
    #expect(await scene.store.doctor()["drafts.origin"]?.severity == .warning)
    #expect(await scene.store.doctor()["drafts.owners"]?.severity == .note)
  }

  @Test("an import whose row was changed is found") func importRow() async throws {
    let place = try Place()
    let borough = try await Borough(place)
    #expect(await borough.store.doctor().wrong == [])
    await borough.store.close()
    try AuditTests.forge(place.path, "UPDATE import_file SET file_name = 'another.csv'")
    #expect(await borough.store.doctor()["records.imports"]?.severity == .fault)
  }
}
