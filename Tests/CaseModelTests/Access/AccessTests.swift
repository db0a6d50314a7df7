import CaseModel
import Testing

@Suite("Who may see and do what") struct AccessTests {
  static let everything = Dictionary(
    uniqueKeysWithValues: DataCategory.allCases.map { ($0, AgreementStanding.inForce) })

  static func actor(_ roles: StaffRole..., agreements: [DataCategory: AgreementStanding] = everything) -> AccessActor {
    AccessActor(isActive: true, roles: Set(roles), agreements: agreements)
  }

  @Test("8.1, 8.2, 5.3: a hundred thousand cases are decided as a naive reading of the tables decides them")
  func againstTheNaive() {
    var random = SplitMix(seed: 20_161_205)
    var seen = Set<String>()
    for _ in 0..<100_000 {
      let actor = AccessActor(
        isActive: Int.random(in: 0..<12, using: &random) > 0,
        roles: Set(
          (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in StaffRole.allCases.randomElement(using: &random)
          }),
        agreements: Dictionary(
          uniqueKeysWithValues: DataCategory.allCases.compactMap { category in
            switch Int.random(in: 0..<10, using: &random) {
            case 0: nil
            case 1: (category, .expired)
            default: (category, .inForce)
            }
          }))
      let patient = AccessPatient(
        relationships: Set(
          (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
            Relationship.allCases.randomElement(using: &random)
          }),
        tie: Int.random(in: 0..<10, using: &random) == 0 ? PersonalTie.allCases.randomElement(using: &random) : nil,
        refusesSharing: Int.random(in: 0..<5, using: &random) == 0, objects: Int.random(in: 0..<5, using: &random) == 0,
        isRestricted: Int.random(in: 0..<5, using: &random) == 0,
        isNamedSocialWorker: Int.random(in: 0..<8, using: &random) == 0,
        isNamedOnConcern: Int.random(in: 0..<8, using: &random) == 0)
      let action = AccessAction.allCases.randomElement(using: &random)!
      let outcome = Access.decide(actor, action, patient).outcome
      seen.insert("\(action) \(outcome)")
      let naive = NaiveAccess.decide(actor, action, patient)
      if outcome != naive { Issue.record("\(actor) \(action) \(patient): \(outcome), and not \(naive)") }
    }
    // Every action was allowed and denied in some case; those on one person also by glass.
    for action in AccessAction.allCases {
      #expect(seen.contains("\(action) allow") && seen.contains("\(action) deny"))
      #expect(seen.contains("\(action) glass") == (action.concernsOnePerson && action != .recordSafeguarding))
    }
  }

  @Test("R-IS-01: data of a kind for which one's organisation signed nothing are not shown, whatever one's role")
  func agreement() {
    let actor = Self.actor(.gp, agreements: [.identity: .inForce])
    let patient = AccessPatient(relationships: [.registeredPractice])
    #expect(Access.decide(actor, .openRecord, patient) == .allow(relationship: .registeredPractice))
    #expect(Access.decide(actor, .readPlan, patient) == .deny(.noAgreement(.carePlan)))
  }

  @Test("5.4: after an agreement has run out the emergency view goes on and nothing else does")
  func expired() {
    let actor = Self.actor(.gp, agreements: [.identity: .expired, .carePlan: .expired, .crisisPlan: .expired])
    let patient = AccessPatient(relationships: [.assigned])
    for action in AccessAction.allCases where action.category.map({ $0 != .reports && $0 != .safeguarding }) ?? false {
      let isAllowed = if case .allow = Access.decide(actor, action, patient) { true } else { false }
      #expect(isAllowed == action.isEmergencyView, "\(action)")
    }
  }

  @Test("R-IG-02: one's own record, one's household and one's colleagues are closed, also with the glass broken")
  func ties() {
    for tie in PersonalTie.allCases {
      let patient = AccessPatient(relationships: [.assigned, .emergency], tie: tie)
      #expect(Access.decide(Self.actor(.gp), .openRecord, patient) == .deny(.personalTie(tie)))
    }
  }

  @Test("R-IG-03: of a restricted person whoever has no relationship hears what they would hear of nobody")
  func restricted() {
    let denial = AccessDenial.concealed.problem("The record was not opened.", .openRecord)
    #expect(Access.decide(Self.actor(.gp), .openRecord, AccessPatient(isRestricted: true)) == .deny(.concealed))
    #expect(denial.kind == .notFound && denial.reason == "There is no such person in this store.")
    let known = AccessPatient(relationships: [.assigned], isRestricted: true)
    #expect(Access.decide(Self.actor(.gp), .openRecord, known) == .allow(relationship: .assigned))
  }

  @Test("5.3: who refuses sharing is not opened, and their change of mind can still be recorded")
  func refused() {
    let patient = AccessPatient(relationships: [.assigned], refusesSharing: true)
    #expect(Access.decide(Self.actor(.careNavigator), .openRecord, patient) == .breakGlass(.sharingRefused))
    #expect(Access.decide(Self.actor(.careNavigator), .recordConsent, patient) == .allow(relationship: .assigned))
  }

  @Test("8.3: the glass opens what consent and relationship close, and the audit names it")
  func glass() {
    let patient = AccessPatient(relationships: [.emergency], refusesSharing: true, objects: true, isRestricted: true)
    #expect(Access.decide(Self.actor(.gp), .readCrisisClinical, patient) == .allow(relationship: .emergency))
    #expect(Access.decide(Self.actor(.admin), .readCrisisClinical, patient) == .deny(.role))
  }

  @Test("8.1: administrators, analysts and privacy officers see no record, and nobody else reads the audit")
  func rolesApart() {
    let patient = AccessPatient(relationships: Set(Relationship.allCases))
    for role in [StaffRole.admin, .analyst, .privacyOfficer] {
      for action in AccessAction.allCases where action.concernsOnePerson {
        #expect(Access.decide(Self.actor(role), action, patient) == .deny(.role))
      }
    }
    for role in StaffRole.allCases {
      let isAllowed = Access.decide(Self.actor(role), .readAudit) == .allow(relationship: nil)
      #expect(isAllowed == (role == .privacyOfficer))
    }
  }

  @Test("A denial says in three sentences what did not happen, why, and what to do")
  func words() {
    let all: [AccessDenial] =
      [
        .notActive, .noMembership, .role, .markerOnly, .concealed, .noRelationship, .sharingRefused, .objection,
        .notYours,
      ]
      + DataCategory.allCases.flatMap { [.noAgreement($0), .agreementExpired($0)] }
      + PersonalTie.allCases.map { .personalTie($0) }
    for denial in all {
      for action in AccessAction.allCases {
        let problem = denial.problem("The record was not opened.", action)
        for sentence in [problem.reason, problem.advice] {
          #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(sentence)")
        }
      }
    }
  }

  @Test("R-IS-01: an agreement counts from its signing to its last day, and whoever has left it is no party")
  func standing() {
    func day(_ text: String) -> Day { Day(iso: text)! }
    let agreement = SharingAgreement(
      id: ID("a"), name: "WEL", purpose: "Care", version: "1", categories: [.identity], startsOn: day("2016-01-01"),
      endsOn: day("2016-12-31"),
      parties: [
        .init(organisationCode: "R9901", signedOn: day("2016-02-01")),
        .init(organisationCode: "R9902", signedOn: day("2016-01-01"), leftOn: day("2016-03-31")),
      ])
    #expect(agreement.standing(of: "R9901", on: day("2016-01-31")) == nil)
    #expect(agreement.standing(of: "R9901", on: day("2016-02-01")) == .inForce)
    #expect(agreement.standing(of: "R9901", on: day("2016-12-31")) == .inForce)
    #expect(agreement.standing(of: "R9901", on: day("2017-01-01")) == .expired)
    #expect(agreement.standing(of: "R9902", on: day("2016-03-31")) == .inForce)
    #expect(agreement.standing(of: "R9902", on: day("2016-04-01")) == nil)
    #expect(agreement.standing(of: "R9903", on: day("2016-04-01")) == nil)
  }

  @Test(
    "5.4: an agreement's end is said from 60 days before, urgently from 7, and after it",
    arguments: [
      (61, nil, false), (60, "60 days", false), (30, "30 days", false), (8, "8 days", false), (7, "7 days", true),
      (1, "tomorrow", true), (0, "today", true), (-1, "ran out", true),
    ] as [(Int, String?, Bool)])
  func warnings(_ left: Int, _ words: String?, _ isUrgent: Bool) {
    let end = Day(iso: "2016-12-31")!
    let agreement = SharingAgreement(
      id: ID("a"), name: "WEL", purpose: "Care", version: "1", categories: [], startsOn: end - 365, endsOn: end)
    let warning = agreement.warning(on: end - left)
    #expect(warning?.isUrgent ?? false == isUrgent)
    if let words { #expect(warning?.text.contains(words) == true) } else { #expect(warning == nil) }
  }
}

extension AccessDecision {
  var outcome: String {
    switch self {
    case .allow: "allow"
    case .deny: "deny"
    case .breakGlass: "glass"
    }
  }
}

/// The same random cases every time.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
