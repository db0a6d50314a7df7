import CaseModel
import TerminalKit

@testable import CaseApp

/// The person of the mock-ups, as the single view would bring her.
enum Rahela {
  static let today = Day(number: 16_805)

  static var around: Surroundings {
    var staff = StaffMember(
      id: ID("s1"), name: "Jo Francis", role: .careNavigator, organisationCode: "GPCG",
      organisationName: "GP Care Group")
    staff.locality = "South West"
    return Surroundings(
      actor: Actor(staff: staff, workstation: "desk"), now: Moment(today, hour: 9, minute: 42), isPractice: false,
      isReadOnly: false)
  }

  static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

  static var patient: Patient {
    var patient = Patient(
      id: ID("p1"), version: 1,
      name: PersonName(family: "Begum", given: "Rahela", title: "Mrs", preferred: "Rahela"), born: day("1941-07-14"))
    patient.gender = .female
    patient.nhsNumber = NHSNumber(stored: "9990123012")
    patient.nhsVerification = "02"
    patient.nativeName = "রাহেলা বেগম"
    patient.knownAllergies = "penicillin (rash, 2009)"
    patient.livesAlone = true
    patient.language = "Sylheti"
    patient.interpreterRequired = true
    patient.ethnicCategory = .bangladeshi
    patient.practiceCode = "F99003"
    patient.practiceName = "Brayford Lane Surgery"
    patient.locality = "South West"
    patient.longTermConditions = ["COPD", "heart failure", "type 2 diabetes"]
    return patient
  }

  static var record: PersonRecord {
    var record = PersonRecord(patient: patient)
    record.addresses = [Address(kind: "home", lines: ["14 Test House", "Test Street", "London"], postcode: "E1 0AA")]
    record.telecoms = [Telecom(number: "020 7946 0188", use: "home", rank: 1, safeToLeaveMessage: false)]
    record.enrolments = [
      Enrolment(status: .enrolled, route: .riskScore, enrolledOn: day("2015-03-02"), practiceAtEnrolment: "F99003")
    ]
    record.consents = [
      Consent(subject: "share_in_mdt", basis: .explicitVerbal, decision: "given", at: day("2015-03-02"))
    ]
    record.scores = [
      RiskScore(
        model: "QAdmissions", modelVersion: "2014.1", runOn: day("2015-11-22"), value: 34, unit: .percent,
        percentile: 94, populationSize: 41_200),
      RiskScore(model: "QAdmissions", modelVersion: "2014.1", runOn: day("2015-05-02"), value: 28, unit: .percent),
    ]
    record.team = [
      TeamMembership(
        role: "named_social_worker", staffID: nil, name: "T. Adeyemi", organisation: "Tower Hamlets Council",
        team: nil, phone: "020 7946 0105", start: day("2015-04-01")),
      TeamMembership(
        role: "care_navigator", staffID: nil, name: "J. Francis", organisation: "GP Care Group", team: nil, phone: nil,
        start: day("2015-03-02")),
    ]
    record.plan = PersonRecord.PlanHeader(
      status: .active, versionNumber: 7, nextReview: day("2015-12-24"), reviewOwner: nil,
      agreedOn: day("2015-11-24"), lastReviewed: day("2015-11-24"), offer: "offered_accepted", declineReason: nil,
      goalCount: 3, improvingGoalCount: 1)
    record.partners = partners
    record.timeline = [
      entry("2016-01-04", "GP", "phone review, salbutamol changed"), entry("2015-12-28", "ELFT", "low mood review"),
      entry("2015-12-23", "Council", "social worker visit, T. Adeyemi"),
      entry("2015-12-22", "Huddle", "decision: step up nursing, SW visit"),
      entry("2015-12-19", "Barts A&E", "breathless, home same day"),
      entry("2015-11-24", "Huddle", "care plan v7 agreed"), entry("2015-10-02", "GP", "flu vaccine"),
    ]
    record.unknownColumns = [.init(name: "Falls 12m", value: "2")]
    record.dataQuality = ["no named contact"]
    return record
  }

  static func entry(_ on: String, _ who: String, _ what: String) -> TimelineEntry {
    TimelineEntry(on: day(on), who: who, what: what)
  }

  static var partners: [PartnerData] {
    func partner(
      _ code: String, _ name: String, _ kind: OrganisationKind, _ asOf: String?, _ facts: [(String, String)]
    ) -> PartnerData {
      PartnerData(
        organisationCode: code, organisationName: name, kind: kind, asOf: asOf.flatMap { Moment(iso: $0) },
        facts: facts.map { .init($0.0, $0.1) }, source: "caseload file of 05-Jan-2016, not from their system")
    }
    return [
      partner(
        "GPCG", "GP Care Group", .gpFederation, "2016-01-04T18:05:00Z",
        [("Problems", "COPD, heart failure, type 2 diabetes"), ("Medicines", "11 repeat items")]),
      partner(
        "R1H", "Barts Health", .acute, "2016-01-05T06:10:00Z",
        [("Acute", "A&E 19-Dec-2015 breathless, home same day"), ("Community", "district nurse twice a week")]),
      partner(
        "RWK", "East London FT", .communityMentalHealth, "2015-12-28T02:00:00Z",
        [("Team", "Older adults, co-ordinator K. Osei")]),
      partner(
        "211", "Tower Hamlets Council", .localAuthority, "2015-12-05T02:00:00Z",
        [("Package", "10 hours a week (last known)")]),
    ]
  }
}

extension Screen {
  /// The screen in the surroundings of the mock-ups.
  func placed(size: Size = Size(columns: 80, rows: 22)) -> Self {
    var screen = self
    screen.around = Rahela.around
    _ = screen.fit(size)
    return screen
  }
}

/// The words of three letters and more of a picture that cannot be read in an outline.
func unread(_ picture: String, in outline: Outline) -> [String] {
  let spoken = outline.text + (outline.prompt ?? "")
  let rows = picture.split(separator: "\n").filter { !$0.contains(" more below -") && !$0.contains(" more above -") }
  let words = rows.flatMap { $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) }
  return words.map(String.init).filter { $0.count { $0.isLetter } >= 3 && !spoken.contains($0) }
}
