import CaseModel
import Testing

@testable import CaseStore

@Suite("Listing the audit (8.4)") struct AuditListTests {
  /// Two members of staff of two organisations, two people, three days.
  struct Scene {
    let scene: PlanTests.Scene
    let other: ID<Patient>
    let halloran: Writing
    var store: CaseStore { scene.store }
    /// Jo Francis, who looks after privacy.
    var privacy: Writing {
      var by = scene.by
      by.at = halloran.at
      return by
    }

    init() async throws {
      scene = try await PlanTests.Scene()
      other = try await scene.store.admit("Clarke", "Winston", nhs: "9990000034", by: scene.by)
      _ = try await scene.store.hire("Bree Halloran", account: "halloran", role: .careNavigator, by: scene.by)
      var by = try await scene.store.writing(as: "halloran")
      for day in 0...2 {
        by.at = scene.by.at + day * 86_400
        _ = try await scene.store.person(other, by: by, purpose: "record")
      }
      _ = try await scene.store.find("clarke", limit: 5, by: by, audited: true)
      halloran = by
    }

    func rows(_ text: String, about: ID<Patient>? = nil) async throws -> [AuditEvent] {
      let filter = try AuditFilter(reading: text, today: halloran.at.day)
      return try await store.auditEvents(try await store.auditQuery(filter, about: about), page: .first, limit: 100)
    }
  }

  @Test("8.4: by member of staff: the account, the name, a part of the name") func staff() async throws {
    let scene = try await Scene()
    let theirs = try await scene.rows("staff:halloran")
    #expect(theirs.filter { $0.action == .view }.count == 3 && theirs.allSatisfy { $0.staffName == "Bree Halloran" })
    #expect(try await scene.rows("staff:\"bree halloran\"") == theirs)
    #expect(try await scene.rows("staff:bree") == theirs)
    // Both have an r: everybody who is meant.
    #expect(Set(try await scene.rows("staff:r").map(\.staffName)) == ["Bree Halloran", "Jo Francis"])
    let problem = await #expect(throws: Problem.self) { _ = try await scene.rows("staff:nobody") }
    #expect(problem?.kind == .notFound)
  }

  @Test("8.4: by action, several at once, and searches with their terms as entered") func actions() async throws {
    let scene = try await Scene()
    #expect(try await scene.rows("action:search").map(\.purpose) == ["clarke"])
    #expect(try await scene.rows("action:view,search").count == 4)
    #expect(try await scene.rows("denied").isEmpty)
    try await scene.store.writing("No.", scene.halloran) { change in
      try change.audit(.denied, "patient \(scene.other)", patient: scene.other, purpose: "no relationship")
    }
    #expect(try await scene.rows("denied").map(\.purpose) == ["no relationship"])
  }

  @Test("8.4: by person, and by days as London has them") func people() async throws {
    let scene = try await Scene()
    #expect(Set(try await scene.rows("999 000 0034").map(\.patient)) == [scene.other.text])
    #expect(try await scene.rows("staff:halloran", about: scene.other).count == 3)
    #expect(try await scene.rows("action:view from:today").count == 1)
    #expect(try await scene.rows("action:view from:yesterday").count == 2)
    #expect(try await scene.rows("action:view to:yesterday").count == 2)
    #expect(try await scene.rows("action:view from:yesterday to:yesterday").count == 1)
    let problem = await #expect(throws: Problem.self) { _ = try await scene.rows("999 000 0026") }
    #expect(problem?.reason == "Nobody with the NHS number 999 000 0026 is in this store.")
    await #expect(throws: Problem.self) { _ = try await scene.rows("999 000 0034", about: scene.scene.rahela) }
  }

  @Test("8.4: by organisation") func organisations() async throws {
    let scene = try await Scene()
    #expect(try await scene.rows("organisation:lbth").count > 5)
    await #expect(throws: Problem.self) { _ = try await scene.rows("organisation:nowhere") }
  }

  @Test("pages go on from each other in both directions, and come to the same rows") func paging() async throws {
    let scene = try await Scene()
    let all = try await scene.store.auditEvents(.everything, page: .first, limit: 1000)
    #expect(all.map(\.sequence) == Array((1...all.count).reversed()))
    var (down, page) = ([AuditEvent](), PageRequest<Int>.first)
    while let last = try await read(scene, page, into: &down).last { page = .after(last.sequence) }
    #expect(down == all)
    var up = [AuditEvent]()
    page = .last
    while true {
      let found = try await scene.store.auditEvents(.everything, page: page, limit: 2)
      guard let first = found.first else { break }
      up = found + up
      page = .before(first.sequence)
    }
    #expect(up == all)
  }

  private func read(
    _ scene: Scene, _ page: PageRequest<Int>, into rows: inout [AuditEvent]
  ) async throws -> [AuditEvent] {
    let found = try await scene.store.auditEvents(.everything, page: page, limit: 2)
    rows += found
    return found
  }

  @Test("no list of the audit is sorted, whatever is asked for", .ofAFile) func plans() async throws {
    let scene = try await Scene()
    let (one, two) = (ID<StaffMember>("a"), ID<StaffMember>("b"))
    var queries = [AuditQuery]()
    for patient in [nil, scene.other] {
      for staff in [nil, [], [one], [one, two]] as [[ID<StaffMember>]?] {
        for actions in [[], [.view], [.view, .print]] as [[AuditAction]] {
          for organisations in [nil, ["LBTH"]] as [[String]?] {
            queries.append(
              AuditQuery(
                patient: patient, staff: staff, actions: actions, organisations: organisations, from: Place.start,
                before: Place.start + 9))
          }
        }
      }
    }
    for query in queries {
      for page in [.first, .last, .after(5), .before(5)] as [PageRequest<Int>] {
        var statement = AuditSQL(query)
        let sql = statement.page(page, limit: 10).sql
        let values = statement.values
        let plan = try await scene.store.reading("No.") { connection in
          try connection.rows("EXPLAIN QUERY PLAN \(sql)", values) { row in
            for _ in 0..<3 { row.skip() }
            return try row.text()
          }
        }
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(sql): \(plan)")
        if query.patient != nil { #expect(plan.contains { $0.contains("audit_by_patient") }, "\(sql): \(plan)") }
        if query.patient == nil, query.staff?.count == 1 {
          #expect(plan.contains { $0.contains("audit_by_staff") }, "\(sql): \(plan)")
        }
      }
    }
  }

  @Test("8.4: the report says who, in what role and where, when, why and how often; that it was made is audited")
  func report() async throws {
    let scene = try await Scene()
    try await scene.store.writing("No.", scene.halloran) { change in
      try change.audit(
        .view, "patient \(scene.other)", patient: scene.other, purpose: "record", relationship: .emergency)
    }
    let report = try await scene.store.accessReport(scene.other, isFile: false, by: scene.privacy)
    #expect(report.heading[0] == "The record of Winston Clarke, NHS number 999 000 0034.")
    let text = report.paragraphs.joined(separator: "\n")
    #expect(
      text.contains(
        "Bree Halloran, care navigator at LBTH, opened the record 3 times between 5 January and 7 January 2016, to look at"
          + " the record as a whole."))
    #expect(text.contains("“break-glass”"))
    for word in [scene.other.text, "single", "care_navigator", "social_worker"] { #expect(!text.contains(word)) }
    let row = try await scene.store.auditEvents(patient: scene.other, limit: 1).first
    #expect(row?.action == .print && row?.object == "access_report \(scene.other)")
    let again = try await scene.store.accessReport(scene.other, isFile: true, by: scene.privacy)
    #expect(again.paragraphs.joined().contains("made a report of who had looked at the record on 7 January 2016"))
    #expect(again.count == report.count + 1)
    #expect(try await scene.store.auditEvents(patient: scene.other, limit: 1).first?.action == .export)
    let problem = await #expect(throws: Problem.self) {
      _ = try await scene.store.accessReport(ID("nobody"), isFile: false, by: scene.privacy)
    }
    #expect(problem?.kind == .notFound)
  }

  @Test("8.4: an export is audited with what was asked for, and without the person's number in words") func export()
    async throws
  {
    let scene = try await Scene()
    let before = try #require(try await scene.store.auditHead()).sequence
    let filter = try AuditFilter(reading: "999 000 0034 action:view", today: scene.halloran.at.day)
    #expect(try await scene.store.recordAuditExport(filter, to: "out.csv", by: scene.privacy) == before)
    let row = try #require(try await scene.store.auditEvents(limit: 1).first)
    #expect(row.action == .export && row.patient == scene.other.text)
    #expect(row.purpose == "rows to \(before), only action:view, to out.csv")
  }
}
