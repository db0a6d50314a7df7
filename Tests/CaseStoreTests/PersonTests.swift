import CaseModel
import Testing

@testable import CaseStore

@Suite("The single view") struct PersonTests {
  @Test("R-ID-05: a number is one person's among records that count") func unique() async throws {
    let scene = try await PlanTests.Scene()
    let number = try #require(NHSNumber(stored: "9990000018"))
    #expect(try await scene.store.patient(nhs: number) == scene.rahela)
    do {
      try await scene.store.admit("Ali", "Nur", nhs: number.digits, by: scene.by)
      Issue.record("there are two")
    } catch let problem as Problem {
      #expect(problem.kind == .conflict)
      #expect(!problem.text.contains(number.digits))
    }
  }

  @Test("I-2: a second live plan cannot be made past the store's own rules") func onePlan() async throws {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.saveDraftPlan(scene.plan, of: scene.rahela, basedOn: nil, by: scene.by)
    await #expect(throws: Problem.self) {
      try await scene.store.writing("No.", scene.by) { change in
        try change.audit(.create, "test", purpose: "test")
        try change.insert(
          "care_plan",
          [
            ("id", "second"), ("patient_id", .of(scene.rahela)), ("status", "active"),
            ("prepared_by", .of(scene.by.actor.id)), ("prepared_org", "LBTH"), ("prepared_at", .of(scene.by.at)),
            ("digest", .text(AuditChain.beginning)),
          ])
      }
    }
  }

  @Test("the record holds plan, team, consent, enrolment, scores in order of their runs, partners and timeline")
  func whole() async throws {
    let scene = try await PlanTests.Scene()
    try await scene.store.writing("No.", scene.by) { change in
      for (run, value) in [("2015-11-02", 34.0), ("2015-08-01", 40.0)] {
        try change.insertPlain(
          "risk_score",
          [
            ("patient_id", .of(scene.rahela)), ("id", .text(change.by.newID())), ("model", "QAdmissions"),
            ("run_on", .text(run)), ("value", .real(value)), ("unit", "percent"), ("created_at", .of(change.at)),
          ])
      }
      try change.insert("organisation", [("ods_code", "R1H"), ("name", "Barts Health"), ("kind", "acute")])
      try change.insert(
        "partner_data",
        [
          ("patient_id", .of(scene.rahela)), ("id", .text(change.by.newID())), ("organisation_code", "LBTH"),
          ("label", "Package"), ("text", "two calls a day"), ("position", 0), ("as_of", .of(change.at)),
          ("source", "caseload file"),
        ])
      try CaseloadEntries.refreshEntry(scene.rahela, in: change)
      try change.audit(.update, "patient", patient: scene.rahela, purpose: "test")
    }
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    let record = try await scene.store.peek(scene.rahela)
    #expect(record.scores.map(\.value) == [34, 40])
    #expect(record.currentEnrolment?.status == .enrolled)
    #expect(record.consents.map(\.decision) == ["given"])
    #expect(record.plan?.status == .active)
    #expect(record.plan?.reviewOwner == "J. Francis")
    #expect(record.plan?.goalCount == 1)
    #expect(record.partners.map(\.organisationCode) == ["R1H", "LBTH"])
    #expect(record.partners.map(\.asOf) == [nil, scene.by.at])
    #expect(record.timeline.map(\.what).contains("care plan version 1: activated"))
    #expect(record.timeline.map(\.on) == record.timeline.map(\.on).sorted(by: >))
    #expect(record.dataQuality == ["no registered practice"])
    let query = CaseloadQuery(sort: .init(.risk), today: scene.by.at.day, reader: scene.by.actor.id)
    let row = try #require(try await scene.store.caseload(query, page: .first, limit: 1).first)
    #expect(row.riskValue == 34)
    #expect(row.dataQualityCount == record.dataQuality.count)
  }

  @Test("nobody of that identifier: said, and the attempt is in the audit (8.4)") func nobody() async throws {
    let scene = try await PlanTests.Scene()
    let before = try await scene.store.auditHead()
    do throws(Problem) {
      _ = try await scene.store.person(ID("nobody"), by: scene.by, purpose: "record")
      Issue.record("somebody was found")
    } catch {
      #expect(error.kind == .notFound)
    }
    #expect(try await scene.store.auditHead()?.sequence == (before?.sequence ?? 0) + 1)
    let last = try await scene.store.auditEvents(limit: 1).first
    #expect(last?.action == .denied && last?.purpose == "open_record: concealed")
  }
}
