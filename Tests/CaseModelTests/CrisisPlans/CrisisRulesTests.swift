import CaseTesting
import Testing

@testable import CaseModel

@Suite("Crisis plans: what they must say, and what does not fit together") struct CrisisRulesTests {
  static let day = Day(iso: "2016-01-05") ?? Day(number: 0)
  static let complete = CrisisSamples.complete(owner: "Jo Francis", review: day + 90, agreed: day - 3)

  @Test("R-CR-02: each of the thirteen fields of the interim minimum is missed when it says nothing")
  func interimMinimum() {
    #expect(CrisisRules.interimGaps(of: CrisisSamples.minimum) == [])
    let wanted: [CrisisField] = [
      .headline, .triggers, .firstSteps, .contactsInHours, .contactsOutOfHours, .communication, .allergyState,
      .keyDiagnoses, .cpr, .adrt, .lpa, .capacity, .consentToShare,
    ]
    #expect(wanted.count == 13, "the fourteenth is the clinical approver")
    for field in wanted {
      var plan = CrisisSamples.minimum
      plan[field] = " \n "
      #expect(CrisisRules.interimGaps(of: plan) == [field])
    }
    for field in CrisisField.allCases where !wanted.contains(field) {
      var plan = CrisisSamples.minimum
      plan[field] = nil
      #expect(CrisisRules.interimGaps(of: plan) == [], "\(field)")
    }
  }

  @Test("R-CR-03: each field that a confirmed plan needs more is missed when it says nothing") func confirmedMinimum() {
    #expect(CrisisRules.confirmedGaps(of: Self.complete) == [])
    for field in [
      CrisisField.agreedWith, .agreedName, .agreedOn, .whatWorks, .avoid, .carerUnable, .ceiling, .placeOfCare,
      .reviewOn, .reviewOwner, .copyLocation,
    ] {
      var plan = Self.complete
      plan[field] = nil
      #expect(CrisisRules.confirmedGaps(of: plan) == [field])
    }
    var alone = Self.complete
    alone[.hasUnpaidCarer] = "no"
    alone[.carerUnable] = nil
    #expect(CrisisRules.confirmedGaps(of: alone) == [], "without a carer nobody has to say what if they cannot care")
    for ceiling in [TreatmentCeiling.notDiscussed, .notRecorded] {
      var plan = Self.complete
      plan[.ceiling] = ceiling.rawValue
      #expect(CrisisRules.confirmedGaps(of: plan) == [.ceiling])
    }
    var full = Self.complete
    full[.ceiling] = TreatmentCeiling.fullIncludingICU.rawValue
    #expect(CrisisRules.confirmedGaps(of: full) == [], "discussed, no limit")
    var unagreed = Self.complete
    unagreed[.agreedWith] = CrisisAgreement.notAgreed.rawValue
    #expect(CrisisRules.confirmedGaps(of: unagreed) == [.agreedWith])
  }

  @Test("R-CR-05: CPR follows from what was recorded about CPR alone, whatever else the plan says") func neverInferred()
  {
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var plan = CrisisPlan()
      for field in CrisisField.allCases where field != .cpr {
        if case .choice(let choices) = field.kind, Bool.random(using: &chance) {
          plan[field] = choices.randomElement(using: &chance)?.code
        } else if Bool.random(using: &chance) {
          plan[field] = "DNACPR, not for resuscitation, 104 years old, do not attempt CPR"
        }
      }
      #expect(plan.cpr.acted == "No decision recorded: attempt CPR")
      plan[.cpr] = CPRState.notRecorded.rawValue
      #expect(plan.cpr.acted == "No decision recorded: attempt CPR")
    }
    #expect(CPRState.attempt.acted == "Attempt CPR" && CPRState.doNotAttempt.acted == "DO NOT ATTEMPT CPR")
  }

  @Test("R-CR-06: every combination of CPR, ceiling and advance decision gives the warnings of the rule and no others")
  func combinations() {
    var count = 0
    for cpr in CPRState.allCases {
      for ceiling in TreatmentCeiling.allCases {
        for adrt in AdvanceDecision.allCases {
          var plan = Self.complete
          (plan[.cpr], plan[.ceiling], plan[.adrt]) = (cpr.rawValue, ceiling.rawValue, adrt.rawValue)
          (plan[.cprDocument], plan[.adrtDocument]) = ("Yellow folder", "Solicitor")
          var wanted = Set<CrisisWarning>()
          if cpr == .attempt, ceiling == .comfortOnly { wanted.insert(.attemptComfortOnly) }
          if cpr == .attempt, ceiling == .homeOrCareHomeOnly { wanted.insert(.attemptHomeOnly) }
          if cpr == .doNotAttempt, ceiling == .notRecorded { wanted.insert(.noCPRCeilingNotRecorded) }
          if adrt == .existsChecked || adrt == .existsNotChecked, ceiling == .fullIncludingICU {
            wanted.insert(.adrtFullCeiling)
          }
          #expect(Set(CrisisWarning.all(in: plan, on: Self.day)) == wanted, "\(cpr) \(ceiling) \(adrt)")
          #expect(CrisisRules.complaints(about: plan).isEmpty, "a contradiction is never refused")
          count += 1
        }
      }
    }
    #expect(count == 3 * 7 * 4)
  }

  @Test("R-CR-06: the other contradictions, one by one") func others() {
    func warnings(_ change: (inout CrisisPlan) -> Void) -> [CrisisWarning] {
      var plan = Self.complete
      change(&plan)
      return CrisisWarning.all(in: plan, on: Self.day)
    }
    #expect(warnings { _ in } == [])
    let undecided: (inout CrisisPlan) -> Void = {
      ($0[.cpr], $0[.cprDocument]) = ("do_not_attempt", "folder")
      $0[.capacity] = "not_assessed"
    }
    #expect(warnings(undecided) == [.noCPRNotAssessedNotDiscussed])
    for field in [CrisisField.cprWithPerson, .cprWithFamily] {
      #expect(
        warnings {
          undecided(&$0)
          $0[field] = "yes"
        } == [])
    }
    #expect(warnings { $0[.cpr] = "do_not_attempt" } == [.noCPRNoDocument])
    #expect(warnings { $0[.adrt] = "exists_checked" } == [.adrtNoDocument])
    #expect(warnings { $0[.contactsOutOfHours] = nil } == [.homeNoOutOfHours])
    #expect(warnings { $0[.anticipatory] = "in_home" } == [.anticipatoryNoLocation])
    let kept: (inout CrisisPlan) -> Void = { ($0[.anticipatory], $0[.anticipatoryWhere]) = ("in_home", "kitchen") }
    #expect(
      warnings {
        kept(&$0)
        $0[.anticipatoryExpiry] = (Self.day - 1).iso
      } == [.anticipatoryExpired])
    #expect(
      warnings {
        kept(&$0)
        $0[.anticipatoryExpiry] = Self.day.iso
      } == [], "on its last day it has not expired")
    #expect(warnings { $0[.capacity] = "lacks_capacity" } == [.lacksCapacityNoBestInterests])
    #expect(warnings { $0[.lpa] = "registered_seen" } == [.attorneyNotConsulted])
    #expect(
      warnings { ($0[.lpa], $0[.lpaConsulted]) = ("registered_not_seen", "no") } == [.attorneyNotConsulted])
    #expect(Set(CrisisWarning.allCases.map(\.rawValue)).count == CrisisWarning.allCases.count)
  }

  @Test(
    "R-CR-04: day 14 reminds, day 21 goes to the coordinator, day 28 is expired; also over 29 February",
    arguments: ["2016-01-05", "2016-02-01", "2016-02-02", "2015-02-01", "2016-03-01", "2016-10-04", "2015-12-24"])
  func clock(_ start: String) throws {
    let day = try #require(Day(iso: start))
    let clock = CrisisClock(from: day, days: 28)
    for number in 0...40 {
      let wanted: CrisisClock.Stage =
        number >= 28 ? .expired : number >= 21 ? .escalated : number >= 14 ? .reminder : .running
      #expect(clock.stage(on: day + number) == wanted)
      #expect(clock.dayNumber(on: day + number) == number)
    }
    #expect(clock.words(on: day + 22) == "day 22 of 28")
    #expect(clock.words(on: day + 28) == "EXPIRED today" && clock.words(on: day + 29) == "EXPIRED 1 day ago")
    if start == "2016-02-01" { #expect(clock.expiresOn.iso == "2016-02-29") }
    if start == "2015-02-01" { #expect(clock.expiresOn.iso == "2015-03-01") }
  }

  @Test("R-CR-01: clinical sections are those of health and treatment, and every field stands in one section")
  func sections() {
    let listed = CrisisSection.allCases.flatMap(\.fields)
    #expect(listed.count == Set(listed).count && Set(listed) == Set(CrisisField.allCases))
    for field in [
      CrisisField.ceiling, .cpr, .adrt, .anticipatory, .prognosis, .allergyState, .allergies, .cprDocument,
    ] { #expect(field.isClinical) }
    for field in [CrisisField.triggers, .firstSteps, .contactsInHours, .access, .carerUnable, .wishes] {
      #expect(!field.isClinical)
    }
  }

  @Test("R-CR-01: the drafter is never the only approver, and each role may what the rule says") func approving() {
    let (drafter, other): (ID<StaffMember>, ID<StaffMember>) = (ID("a"), ID("b"))
    func signer(_ id: ID<StaffMember>, _ role: StaffRole, accountable: Bool = false) -> CrisisApproving.Signer {
      CrisisApproving.Signer(id: id, roles: [role], isAccountableGP: accountable)
    }
    let may: Set<StaffRole> = [.gp, .consultant, .seniorNurse, .communityMatron, .geriatrician, .psychiatrist]
    for role in StaffRole.allCases {
      #expect((CrisisApproving.refusal(toApprove: drafter, by: signer(other, role)) == nil) == may.contains(role))
      #expect(CrisisApproving.refusal(toApprove: drafter, by: signer(drafter, role)) != nil, "the drafter: \(role)")
      let confirms = [.consultant, .geriatrician, .psychiatrist].contains(role)
      let refusal = CrisisApproving.refusal(toConfirm: drafter, approvedBy: [], by: signer(other, role))
      #expect((refusal == nil) == confirms)
    }
    let gp = signer(other, .gp, accountable: true)
    #expect(CrisisApproving.refusal(toConfirm: drafter, approvedBy: [], by: gp) == nil)
    let own = signer(drafter, .gp, accountable: true)
    #expect(CrisisApproving.refusal(toConfirm: drafter, approvedBy: [], by: own) != nil)
    #expect(CrisisApproving.refusal(toConfirm: drafter, approvedBy: [drafter], by: own) != nil)
    #expect(CrisisApproving.refusal(toConfirm: drafter, approvedBy: [other], by: own) == nil, "another approved it")
  }
}
