import CaseModel
import Testing

@testable import CaseStore

@Suite("Importing enrolment") struct ImportingEnrolmentTests {
  let place: Place
  let borough: Borough

  init() async throws {
    place = try Place()
    borough = try await Borough(place)
  }

  private func line(_ status: EnrolmentStatus?, consent: String? = nil) throws -> CaseloadLine {
    var line = try Lines.person("9990000018")
    line.enrolmentStatus = status
    line.consent = try consent.map { CaseloadLine.Consent(basis: .explicitVerbal, on: try #require(Day(iso: $0))) }
    return line
  }

  @Test("5.1: somebody of whom a file says nothing is identified")
  func identified() async throws {
    #expect(try await borough.caseload([try line(nil)]).identified == 1)
    #expect(try await borough.person("9990000018").enrolments.map(\.status) == [.identified])
    #expect(try await borough.person("9990000018").enrolments.first?.identifiedOn == borough.by.at.day)
  }

  @Test("I-5: an enrolment rests on the consent of its row")
  func consent() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    #expect(
      try await borough.count(
        "SELECT count(*) FROM enrolment e JOIN consent c ON c.patient_id = e.patient_id AND c.id = e.consent_id") == 1)
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))], "b.csv")
    #expect(try await borough.count("SELECT count(*) FROM consent") == 1)
  }

  @Test("5.1: a file takes a person forward, never back")
  func forward() async throws {
    try await borough.caseload([try line(.identified)], "a.csv")
    try await borough.caseload([try line(.invited)], "b.csv")
    #expect(try await borough.list().map(\.enrolment) == [.invited])
    try await borough.caseload([try line(.enrolled, consent: "2015-12-20")], "c.csv")
    #expect(try await borough.list().map(\.enrolment) == [.enrolled])
    let back = try await borough.caseload([try line(.identified)], "d.csv")
    #expect(back.isImported && back.unchanged == 1 && back.warnings.map(\.rule) == ["5.1"])
    #expect(try await borough.list().map(\.enrolment) == [.enrolled])
  }

  @Test("5.3: who withdrew is enrolled again only by a newer consent")
  func withdrawn() async throws {
    try await borough.caseload([try line(.enrolled, consent: "2015-10-01")], "a.csv")
    try await borough.caseload([try line(.withdrawn, consent: "2015-12-20")], "b.csv")
    let left = try await borough.person("9990000018")
    #expect(left.enrolments.map(\.status) == [.withdrawn] && left.enrolments.first?.endedOn == borough.by.at.day)
    #expect(left.consents.first?.decision == "withdrawn")
    let old = try await borough.caseload([try line(.enrolled, consent: "2015-10-01")], "c.csv")
    #expect(!old.isImported && old.rejections.first?.complaints.map(\.rule) == ["5.3"])
    let again = try await borough.caseload([try line(.enrolled, consent: "2016-02-01")], "d.csv", after: 30)
    #expect(again.isImported && again.changed == 1)
    #expect(try await borough.person("9990000018").enrolments.map(\.status) == [.enrolled, .withdrawn])
    #expect(try await borough.list().map(\.enrolment) == [.enrolled])
  }

  @Test("5.3: a refusal is kept as one")
  func declined() async throws {
    try await borough.caseload([try line(.declined, consent: "2015-12-20")])
    #expect(try await borough.person("9990000018").consents.map(\.decision) == ["refused"])
    let report = try await borough.caseload([try line(.identified)], "b.csv")
    #expect(report.unchanged == 1 && report.warnings.count == 1)
  }

  @Test("R-ID-08: who has died is not enrolled by a file")
  func died() async throws {
    try await borough.caseload([try line(.enrolled, consent: "2015-10-01")], "a.csv")
    try await borough.store.writing("No.", borough.by) { change in
      try change.connection.run("UPDATE patient SET death_date = '2015-12-24'", [])
      try change.audit(.update, "patient", purpose: "test")
    }
    let report = try await borough.caseload([try line(.enrolled, consent: "2016-01-01")], "b.csv")
    #expect(report.rejections.first?.complaints.map(\.rule) == ["R-ID-08"])
  }
}
