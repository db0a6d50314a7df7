public import CaseModel

/// Crisis plans of invented people, for tests and demonstrations.
public enum CrisisSamples {
  /// The interim minimum (R-CR-02) and nothing else.
  public static let minimum = CrisisPlan([
    .headline: "Breathless and frightened at night; settles with inhaler and company.",
    .triggers: "More breathless than usual\nConfused",
    .reasonInterim: InterimReason.noConversationYet.rawValue,
    .firstSteps: "Sit up\nBlue inhaler, 4 puffs",
    .contactsInHours: "Dr S. Mensah; GP; Test Surgery; 020 7946 0102; 08:00 to 18:30",
    .contactsOutOfHours: "Rapid response; nurse on call; Test Trust; 020 7946 0101; 24 hours",
    .communication: "Speak slowly, one question at a time",
    .allergyState: AllergyState.noneKnown.rawValue,
    .keyDiagnoses: "COPD",
    .cpr: CPRState.notRecorded.rawValue,
    .adrt: AdvanceDecision.notKnown.rawValue,
    .lpa: WelfareAttorney.notKnown.rawValue,
    .capacity: PlanCapacity.notAssessed.rawValue,
    .consentToShare: CrisisSharing.yes.rawValue,
  ])

  /// A plan that can be confirmed (R-CR-03). `owner` is a member of staff by name, who makes the review happen.
  public static func complete(owner: String, review: Day, agreed: Day) -> CrisisPlan {
    var plan = minimum
    let more: [CrisisField: String] = [
      .triggers: "More breathless than usual\nAnkles swelling\nConfused",
      .firstSteps: "Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team",
      .contactsInHours: """
      Dr S. Mensah; GP; Test Surgery; 020 7946 0102; 08:00 to 18:30
      T. Adeyemi; named social worker; Tower Hamlets Council; 020 7946 0103; 09:00 to 17:00
      Nasima; daughter; 07700 900123; has a key
      """,
      .contactsOutOfHours: """
      Rapid response; nurse on call; Test Trust; 020 7946 0101; 24 hours
      Nasima; daughter; 07700 900123; has a key
      """,
      .bypass: "020 7946 0199", .whatWorks: "Sitting with her and talking about the garden",
      .avoid: "Do not lie her flat. Do not give penicillin",
      .hasUnpaidCarer: "yes", .carerUnable: "Ring Nasima's brother; the cat goes to the neighbour",
      .access: "Blue door. Daughter and neighbour at 16 have a key", .homeHazards: "No home oxygen. One cat",
      .copyLocation: "Yellow folder on the fridge", .communication: "Interpreter needed on the phone",
      .interpreterLanguage: "Sylheti", .personAware: Awareness.yes.rawValue, .familyAware: Awareness.partly.rawValue,
      .wishes: "Stay at home if it is safe. Hospital if my oxygen is below 88%.",
      .placeOfCare: PreferredPlace.home.rawValue, .placeOfDeath1: PreferredPlace.home.rawValue,
      .placeOfDeath2: PreferredPlace.hospice.rawValue,
      .capacity: PlanCapacity.hasCapacity.rawValue, .capacityBy: "Dr S. Mensah", .capacityOn: agreed.iso,
      .capacityBasis: "Understood, kept, weighed and said it back",
      .lpa: WelfareAttorney.noAttorney.rawValue, .allergyState: AllergyState.known.rawValue,
      .allergies: "Penicillin: rash in 2009", .keyDiagnoses: "COPD\nHeart failure\nType 2 diabetes",
      .criticalMedicines: "Insulin with breakfast and supper",
      .baseline: "Walks with a frame; oxygen saturation 88 to 92%",
      .cpr: CPRState.attempt.rawValue, .cprDecidedOn: agreed.iso, .cprDecidedBy: "Dr S. Mensah",
      .ceiling: TreatmentCeiling.hospitalNoICU.rawValue, .adrt: AdvanceDecision.noDecision.rawValue,
      .anticipatory: AnticipatoryMedicines.noMedicines.rawValue,
      .agreedWith: CrisisAgreement.person.rawValue, .agreedName: "Rahela Begum", .agreedOn: agreed.iso,
      .reviewOn: review.iso, .reviewOwner: owner,
    ]
    for (field, value) in more { plan[field] = value }
    return plan
  }

  /// A plan that says everything that can be said, each field as long as it may be.
  public static func fullest(owner: String, review: Day, agreed: Day) -> CrisisPlan {
    var plan = complete(owner: owner, review: review, agreed: agreed)
    func filled(_ limit: Int, _ beginning: String) -> String {
      let words = " and so on until the field is full"
      var text = beginning
      while text.count < limit { text += words }
      return String(text.prefix(limit))
    }
    for field in CrisisField.allCases {
      switch field.kind {
      case .line(let limit) where ![.reviewOwner, .agreedName].contains(field):
        plan[field] = filled(limit, field.label)
      case .text(let limit): plan[field] = filled(limit, field.label)
      case .list(let limit): plan[field] = (1...6).map { filled(limit, "\(field.label) \($0)") }.joined(separator: "\n")
      case .contacts:
        plan[field] = (1...6).map { number in
          "\(filled(60, "Name \(number)")); role \(number); organisation \(number); 020 7946 01\(10 + number); 24 hours"
        }.joined(separator: "\n")
      case .yesNo: plan[field] = "yes"
      default: break
      }
    }
    plan[.cpr] = CPRState.doNotAttempt.rawValue
    plan[.ceiling] = TreatmentCeiling.hospitalReversibleNoVentilation.rawValue
    plan[.adrt] = AdvanceDecision.existsNotChecked.rawValue
    plan[.lpa] = WelfareAttorney.registeredNotSeen.rawValue
    plan[.lpaPhone] = "020 7946 0177"
    plan[.anticipatory] = AnticipatoryMedicines.inHome.rawValue
    plan[.prognosis] = Prognosis.months.rawValue
    return plan
  }
}
