import Testing

@testable import CaseModel

struct AccessReportTests {
  private let names = AuditNames(organisations: ["R9904": "GP Care Group"])
  private let person = AuditedPerson(
    name: PersonName(family: "Begum", given: "Rahela", title: "Mrs"), nhsNumber: NHSNumber(stored: "9990123012"))

  private func event(
    _ day: String, _ action: AuditAction = .view, _ object: String = "patient 1", purpose: String = "care plan",
    by name: String = "Jo Francis", role: String = "care_navigator", relationship: Relationship? = nil
  ) -> AuditEvent {
    AuditEvent(
      sequence: 1, at: Moment(Day(iso: day) ?? Day(number: 0), hour: 12, minute: 0), staffID: "s", staffName: name,
      role: role, organisation: "R9904", workstation: "w", patient: "1", action: action, object: object,
      versionBefore: nil, versionAfter: nil, purpose: purpose, recordDigest: "", previousHash: "", hash: "",
      relationship: relationship)
  }

  private func report(_ events: [AuditEvent]) -> AccessReport {
    var report = AccessReport(
      person: person, madeAt: Moment(Day(number: 16_810), hour: 9, minute: 0),
      madeBy: "Ann Lee, privacy officer at GP Care Group")
    for event in events { report.add(event, names) }
    return report
  }

  @Test("8.4: what somebody did several times for one reason is one sentence, with long dates") func together() {
    let report = report([event("2016-01-04"), event("2016-01-05"), event("2016-01-07")])
    #expect(
      report.paragraphs == [
        "Jo Francis, care navigator at GP Care Group, opened the record 3 times between 4 January and 7 January 2016,"
          + " to look at the care plan."
      ])
    #expect(
      report.summary
        == "From 4 January 2016 to 10 January 2016 the record was opened, changed or printed 3 times in all."
        + " Everybody who did is named here, with what they did and why.")
    #expect(
      report.heading == [
        "The record of Mrs Rahela Begum, NHS number 999 012 3012.",
        "Made on 10 January 2016 by Ann Lee, privacy officer at GP Care Group.",
      ])
  }

  @Test("once, twice, on one day and over the new year are said as one says them") func often() {
    #expect(report([event("2016-01-04")]).paragraphs[0].contains("opened the record on 4 January 2016, to look"))
    #expect(
      report([event("2016-01-04"), event("2016-01-04")]).paragraphs[0].contains(
        "opened the record twice on 4 January 2016"))
    #expect(
      report([event("2015-12-30"), event("2016-01-04")]).paragraphs[0]
        .contains("twice between 30 December 2015 and 4 January 2016"))
  }

  @Test("another reason, another role and another person are told apart") func apart() {
    let told = report([
      event("2016-01-04"), event("2016-01-05", purpose: "single view"), event("2016-01-06", by: "Tolu Adeyemi"),
      event("2016-01-07", role: "social_worker"), event("2016-01-08", .sign, "care_plan 1", purpose: "activated"),
    ]).paragraphs
    #expect(
      told == [
        "Jo Francis, care navigator at GP Care Group, opened the record on 4 January 2016, to look at the care plan."
          + " Jo Francis also opened the record on 5 January 2016, to look at the record as a whole."
          + " Jo Francis also signed the care plan on 8 January 2016.",
        "Tolu Adeyemi, care navigator at GP Care Group, opened the record on 6 January 2016, to look at the care plan.",
        "Jo Francis, social worker at GP Care Group, opened the record on 7 January 2016, to look at the care plan.",
      ])
  }

  @Test(
    "8.3: break-glass and a claimed relationship are said in plain words",
    arguments: [
      (Relationship.emergency, "in an emergency"), (.selfClaimed, "on their own word"),
    ])
  func ownWord(_ kind: Relationship, _ words: String) {
    let told = report([event("2016-01-04", relationship: kind)]).paragraphs[0]
    #expect(told.contains(words) && told.hasSuffix("A privacy officer looks at every such opening."))
    #expect(!told.contains("_"))
  }

  @Test("a refusal is told with why it was refused, and what was typed as a reason stands in quotation marks")
  func refused() {
    let told = report([event("2016-01-04", .denied, purpose: "open_record: no_relationship")]).paragraphs[0]
    #expect(
      told.hasSuffix(
        "asked for the record and was refused on 4 January 2016, because nothing said that they looked after the person."
      ))
    let typed = report([event("2016-01-04", .breakGlass, purpose: "On call tonight")]).paragraphs[0]
    #expect(typed.hasSuffix("and gave as the reason: “On call tonight.”"))
  }

  @Test("every reason for which something is denied is told in words") func everyDenial() {
    let all: [AccessDenial] = [
      .notActive, .noMembership, .noAgreement(.identity), .agreementExpired(.identity), .role, .personalTie(.ownRecord),
      .personalTie(.household), .personalTie(.colleague), .concealed, .noRelationship, .sharingRefused, .objection,
      .selfGrant, .notYours,
    ]
    for denial in all {
      let words = AccessDenial.words(ofCode: denial.code)
      #expect(words != denial.code.split(separator: "_").joined(separator: " "), "\(denial.code)")
    }
  }

  @Test("no identifier, code or short date is in a report, whatever was done to whatever") func noCodes() {
    let id = "01a210ac-7306-7c1c-a8c8-7d32f390aa3f"
    let objects = [
      "patient", "care_plan", "plan_note", "care_team_member", "consent", "access_report", "audit", "caseload",
      "saved_view", "setting",
    ]
    for action in AuditAction.allCases {
      for object in objects {
        for kind in [nil] + Relationship.allCases.map(Optional.init) {
          let told = report([
            event("2016-01-04", action, "\(object) \(id)", purpose: "told staff \(id)", relationship: kind)
          ])
          let text = (told.heading + [told.summary] + told.paragraphs).joined(separator: " ")
          #expect(!text.contains(id) && !text.contains("_") && !text.contains("-Jan-"), "\(text)")
        }
      }
    }
  }

  @Test("a record that nobody has opened has a report that says so") func nobody() {
    #expect(report([]).paragraphs.isEmpty)
    #expect(report([]).summary == "Nobody has opened, changed or printed the record yet.")
  }
}
