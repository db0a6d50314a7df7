import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("8.6: retention, and the one way in which a record is destroyed") struct DisposalTests {
  @Test("until when a record is kept is said with its reasons, and looking is in the audit") func reasons() async throws
  {
    let scene = try await RetentionScene()
    let kept = try await scene.kept()
    #expect(kept.until == Day(iso: "2024-01-05") && kept.standing(on: scene.jo.at.day) == .due)
    #expect(
      kept.reasons.first == "Adult health record: 8 years after the last entry on 5 January 2016, to 5 January 2024.")
    let event = try #require(try await scene.store.auditEvents(limit: 1).first)
    #expect(event.action == .viewMasked && event.patient == scene.amina.text)
    // In care again: no day.
    try await scene.base.store.writing("No.", scene.base.by) { change in
      try change.connection.run(
        "UPDATE enrolment SET status = 'enrolled' WHERE patient_id = $1", [.of(scene.amina)])
      try change.audit(.update, "enrolment", patient: scene.amina, purpose: "test")
    }
    #expect(try await scene.kept().until == nil)
  }

  @Test("mental health and social care are seen from who had a part in the record") func kinds() async throws {
    let scene = try await RetentionScene()
    try await scene.base.store.writing("No.", scene.base.by) { change in
      for (code, kind) in [("RWK99", "community_mh"), ("LA999", "local_authority")] {
        try change.insert("organisation", [("ods_code", .text(code)), ("name", .text(code)), ("kind", .text(kind))])
      }
      try change.insert(
        "partner_data",
        [
          ("patient_id", .of(scene.amina)), ("id", "p1"), ("organisation_code", "RWK99"), ("label", "Care"),
          ("text", "Sees a nurse"), ("position", 1), ("as_of", .of(change.at)), ("source", "feed"),
        ])
      try change.audit(.update, "partner_data", patient: scene.amina, purpose: "test")
    }
    #expect(try await scene.kept().until == Day(iso: "2036-01-05"))
    try await scene.base.store.writing("No.", scene.base.by) { change in
      try change.connection.run(
        "UPDATE partner_data SET organisation_code = 'LA999' WHERE patient_id = $1", [.of(scene.amina)])
      try change.audit(.update, "partner_data", patient: scene.amina, purpose: "test")
    }
    let social = try await scene.kept()
    #expect(
      social.until == Day(iso: "2024-01-05") && social.reasons.contains { $0.hasPrefix("Adult social care record") })
    try await scene.base.store.setSetting(
      "retention.social_care_years", to: "12", reason: "Our own rule", by: scene.base.by)
    #expect(try await scene.kept().until == Day(iso: "2028-01-05"))
    let short = await scene.problem {
      try await scene.base.store.setSetting("retention.social_care_years", to: "7", reason: "No", by: scene.base.by)
    }
    #expect(short?.kind == .badData)
  }

  @Test("a report, another person's approval, and nothing of the record is left but its certificate") func disposed()
    async throws
  {
    let scene = try await RetentionScene()
    let before = try await scene.everything()
    let head = try #require(try await scene.store.auditHead())
    let report = try await scene.store.reportDisposal(by: scene.jo)
    #expect(report.entries.map(\.patient) == [scene.amina] && report.entries.first?.name?.family == "Choudry")
    #expect(try await scene.zoes.disposalReports().first?.entries.first?.name == nil, "approving names nobody")
    let own = await scene.problem { try await scene.store.approveDisposal(report.id, note: "Yes", by: scene.jo) }
    #expect(own?.kind == .refused && own?.reason == "You made it yourself, and two people destroy a record.")
    let early = await scene.problem { _ = try await scene.store.dispose(report.id, by: scene.jo) }
    #expect(early?.kind == .refused && early?.reason == "Nobody has approved it.")
    try await scene.zoes.approveDisposal(report.id, note: "Seen and agreed", by: scene.zoe)
    #expect(try await scene.store.drafts(of: scene.jo.actor.id).count == 1)
    let done = try await scene.store.dispose(report.id, by: scene.jo)
    #expect(done.left.isEmpty && done.draftsLeft.isEmpty)
    #expect(try await scene.store.drafts(of: scene.jo.actor.id).isEmpty)

    let certificate = try #require(done.certificates.first)
    #expect(certificate.patient == scene.amina && certificate.approvedBy == "Zoe" && certificate.rows > 20)
    #expect(try await scene.store.disposalCertificates() == [certificate])
    try await scene.base.store.reading("No.") { connection in
      for table in try connection.tables() where !["audit_event"].contains(table.name) {
        for column in table.columns.map(\.name)
        where column == "patient_id" || table.name == "patient" && column == "id" {
          let rows = try connection.count(
            "SELECT count(*) FROM \(table.name) WHERE \(column) = $1", [.of(scene.amina)])
          let stays = ["disposal_certificate", "disposal_report_entry"].contains(table.name)
          #expect((rows > 0) == stays, "\(table.name)")
        }
      }
    }
    for table in Migration0008.ofPlans { #expect(try await scene.count("SELECT count(*) FROM \(table)") == 0) }
    // Nobody else lost anything, and nobody finds her.
    let after = try await scene.everything()
    for (one, other) in zip(before, after) where ["staff", "organisation", "setting"].contains(one.table) {
      #expect(one == other)
    }
    #expect(try await scene.count("SELECT count(*) FROM patient") == 1)
    let found = try await scene.store.find("choudry zanzibarquay", limit: 5, by: scene.jo, audited: false)
    #expect(found.people.isEmpty && found.passages.isEmpty)
    #expect(try await scene.store.find("doyle", limit: 5, by: scene.jo, audited: false).people.count == 1)

    // The audit goes on, through what was published before, and the doctor finds nothing wrong.
    guard case .whole = try await scene.store.verifyAudit(against: head) else {
      Issue.record("the audit is broken")
      return
    }
    #expect(try await scene.store.auditEvents(patient: scene.amina, limit: 50).count > 5, "who had looked is kept")
    #expect(await scene.store.doctor(at: scene.jo.at + 60).wrong.isEmpty)
    let draft = PlanDraft(
      patient: scene.amina, plan: CarePlan(newID: Place.newID), baseRowVersion: nil, baseVersionNumber: 0,
      basePlan: nil,
      startedAt: scene.jo.at, keptAt: scene.jo.at)
    try await scene.store.keepDraft(draft, of: scene.jo.actor.id)
    let left = await scene.store.doctor(at: scene.jo.at + 60)
    #expect(left["drafts.destroyed"]?.severity == .warning && left["drafts.origin"]?.severity == .inOrder)
    let again = await scene.problem { _ = try await scene.store.dispose(report.id, by: scene.jo) }
    #expect(again?.kind == .conflict)
  }

  @Test("a hold keeps it: one person's, everybody's, or one that came after the approval") func held() async throws {
    let scene = try await RetentionScene()
    for number in [RetentionScene.number, nil] {
      let hold = try await scene.store.hold(
        number, .publicInquiry, name: "Infected blood", reason: "Everything is evidence", by: scene.jo)
      let report = try await scene.store.reportDisposal(by: scene.jo)
      #expect(report.entries.map(\.isHeld) == [true])
      #expect(report.entries.first?.reasons.last?.contains("Infected blood: Everything is evidence") == true)
      let nobody = await scene.problem { try await scene.zoes.approveDisposal(report.id, note: "Yes", by: scene.zoe) }
      #expect(nobody?.reason == "Nobody in it falls due.")
      try await scene.store.liftHold(hold, reason: "The inquiry has ended", by: scene.jo)
      let twice = await scene.problem { try await scene.store.liftHold(hold, reason: "Again", by: scene.jo) }
      #expect(twice?.kind == .conflict)
    }
    let report = try await scene.approved()
    _ = try await scene.store.hold(
      RetentionScene.number, .legal, name: "Claim 7", reason: "A letter came", by: scene.jo)
    let problem = await scene.problem { _ = try await scene.store.dispose(report.id, by: scene.jo) }
    #expect(problem?.reason == "Nobody in the report falls due any more.")
    #expect(try await scene.count("SELECT count(*) FROM patient") == 2)
    #expect(try await scene.store.retentionHolds().map(\.liftedBy) == ["Jo Francis", "Jo Francis", nil])
  }

  @Test("what is stopped half-way leaves everything as it was") func halfWay() async throws {
    let scene = try await RetentionScene()
    let report = try await scene.approved()
    let isFile = Place.server == nil
    try await scene.base.store.writing("No.", scene.jo) { change in
      try change.connection.run(
        isFile
          ? "CREATE TRIGGER stopped BEFORE DELETE ON patient BEGIN SELECT RAISE(ABORT, 'stopped'); END"
          : "CREATE TRIGGER stopped BEFORE DELETE ON patient FOR EACH ROW EXECUTE FUNCTION mdt_refuse('stopped')", [])
      try change.audit(.update, "trigger", purpose: "test")
    }
    let before = try await scene.everything()
    #expect(await scene.problem { _ = try await scene.store.dispose(report.id, by: scene.jo) } != nil)
    #expect(try await scene.everything() == before)
    #expect(try await scene.store.drafts(of: scene.jo.actor.id).count == 1, "and what was typed is there")
    try await scene.base.store.writing("No.", scene.jo) { change in
      try change.connection.run("DROP TRIGGER stopped\(isFile ? "" : " ON patient")", [])
      try change.audit(.update, "trigger", purpose: "test")
    }
    #expect(try await scene.store.dispose(report.id, by: scene.jo).certificates.count == 1)
  }

  @Test("D-VER-2: no row about a person goes without a certificate", arguments: PersonalTables.all)
  func guarded(_ table: String) async throws {
    let scene = try await RetentionScene()
    guard try await scene.count("SELECT count(*) FROM \(table)") > 0 else { return }
    let problem = await scene.problem {
      try await scene.base.store.writing("No.", scene.jo) { change in
        try change.connection.run("DELETE FROM \(table)", [])
        try change.audit(.void, table, purpose: "test")
      }
    }
    #expect(problem != nil, "rows of \(table) were deleted")
  }

  @Test("every table with a person's rows is one of those that are destroyed") func complete() async throws {
    let scene = try await RetentionScene()
    let stay: Set = ["audit_event", "caseload_entry", "disposal_certificate", "disposal_report_entry"]
    let personal = try await scene.base.store.reading("No.") { connection in
      try connection.tables().filter { table in
        table.columns.contains { ["patient_id", "plan_id", "merged_into"].contains($0.name) }
      }.map(\.name)
    }
    #expect(Set(personal).subtracting(stay) == Set(PersonalTables.all))
  }

  @Test("who may: whoever looks after privacy; an administrator approves, and sees no name") func who() async throws {
    let scene = try await RetentionScene()
    let (gp, by) = try await scene.base.person("Gwen", .gp)
    for body: () async throws -> Void in [
      { _ = try await gp.reportDisposal(by: by) }, { _ = try await gp.retentionHolds() },
      { _ = try await gp.disposalReports() }, { _ = try await gp.disposalCertificates() },
    ] { #expect(await scene.problem(body)?.kind == .refused) }
  }

  @Test("the words of a destroyed record are not in the store's file any more", .ofAFile) func bytes() async throws {
    let scene = try await RetentionScene()
    let path = scene.base.place.path
    func found(_ word: String) throws -> Bool {
      try [path, path + "-wal"].contains { name in
        guard FileManager.default.fileExists(atPath: name) else { return false }
        return try Data(contentsOf: URL(fileURLWithPath: name)).range(of: Data(word.utf8)) != nil
      }
    }
    #expect(try found("Choudry"))
    #expect(try found("Zanzibarquay"))
    let report = try await scene.approved()
    _ = try await scene.store.dispose(report.id, by: scene.jo)
    await scene.store.close()
    for word in ["Choudry", "choudry", "CHOUDRY", "Zanzibarquay", "zanzibarquay", "9990000018"] {
      let isThere = try found(word)
      #expect(!isThere, "\(word)")
    }
  }
}
