/// The parts a care plan is made of (spec part 2). The raw value is the table's name in the store and the key in JSON.
public enum PlanItemKind: String, CaseIterable, Sendable, Codable {
  case plan = "care_plan_header"
  case aboutMe = "about_me"
  case strength
  case need
  case goal
  case action = "plan_action"
  case stageGoal = "stage_goal"
  case outcome
  case personalContact = "personal_contact"
  case requirement = "individual_requirement"
  case equipment
  case carePackage = "care_package"
  case contingency
  case contingencyContact = "contingency_contact"
  case formulation
  case additionalPlan = "additional_plan"
  case otherPlan = "other_plan"

  /// The one thing it is, as shown: "Goal".
  public var words: String {
    switch self {
    case .plan: "Agreement and review"
    case .aboutMe: "About me"
    case .strength: "Strength"
    case .need: "Need"
    case .goal: "Goal"
    case .action: "Action"
    case .stageGoal: "Stage goal"
    case .outcome: "Outcome"
    case .personalContact: "Contact"
    case .requirement: "Requirements"
    case .equipment: "Equipment"
    case .carePackage: "Care package"
    case .contingency: "Contingency plan"
    case .contingencyContact: "Who to contact"
    case .formulation: "Formulation"
    case .additionalPlan: "Additional plan"
    case .otherPlan: "Other plan held elsewhere"
    }
  }

  /// What it hangs under; nil where it stands by itself.
  public var parent: PlanItemKind? {
    switch self {
    case .goal: .need
    case .action, .outcome: .goal
    case .stageGoal: .action
    case .contingencyContact: .contingency
    default: nil
    }
  }

  /// A clinical part: changed by those whose role may (table 8.1), and carried along as it stands by everybody else.
  public var isClinical: Bool { self == .formulation || self == .contingency || self == .contingencyContact }

  /// There is exactly one of it in every plan.
  public var isSingle: Bool { self == .plan || self == .aboutMe || self == .requirement }

  /// The section it is edited and merged in (R-CP-05).
  public var section: PlanSection {
    switch self {
    case .aboutMe: .aboutMe
    case .strength: .strengths
    case .need, .goal, .action, .stageGoal, .outcome: .needs
    case .personalContact: .contacts
    case .requirement: .requirements
    case .equipment, .carePackage: .equipment
    case .contingency, .contingencyContact: .contingencies
    case .formulation: .formulation
    case .additionalPlan, .otherPlan: .additional
    case .plan: .agreement
    }
  }

  public func field(_ key: PlanKey) -> PlanField? { fields.first { $0.key == key } }

  /// The field that says in one line what an entry is about.
  public var headline: PlanKey {
    switch self {
    case .action: .what
    case .personalContact, .equipment, .carePackage, .contingency, .contingencyContact, .additionalPlan, .otherPlan:
      .name
    case .plan: .agreedName
    case .aboutMe: .mostImportant
    case .requirement: .language
    default: .text
    }
  }
}

/// A part of the plan that is edited as a whole; two people who change different sections do not collide (R-CP-05).
public enum PlanSection: String, CaseIterable, Sendable, Codable {
  case aboutMe, strengths, needs, contacts, requirements, equipment, contingencies, formulation, additional, agreement

  public var words: String {
    switch self {
    case .aboutMe: "About me"
    case .strengths: "Strengths"
    case .needs: "Needs and goals"
    case .contacts: "Contacts and carers"
    case .requirements: "Requirements"
    case .equipment: "Equipment, packages"
    case .contingencies: "Contingency plans"
    case .formulation: "Formulation"
    case .additional: "Additional plans"
    case .agreement: "Agreement, review"
    }
  }

  /// The kinds that stand at the top of this section, in the order they are shown.
  public var topKinds: [PlanItemKind] {
    PlanItemKind.allCases.filter { $0.section == self && $0.parent == nil }
  }
}
