/// The table of fields of spec 2.2 and 2.3: what the form offers, the store keeps and a version compares.
extension PlanItemKind {
  public var fields: [PlanField] {
    switch self {
    case .plan: PlanTables.plan
    case .aboutMe: PlanTables.aboutMe
    case .strength: PlanTables.strength
    case .need: PlanTables.need
    case .goal: PlanTables.goal
    case .action: PlanTables.action
    case .stageGoal: PlanTables.stageGoal
    case .outcome: PlanTables.outcome
    case .personalContact: PlanTables.personalContact
    case .requirement: PlanTables.requirement
    case .equipment: PlanTables.equipment
    case .carePackage: PlanTables.carePackage
    case .contingency: PlanTables.contingency
    case .contingencyContact: PlanTables.contingencyContact
    case .formulation: PlanTables.formulation
    case .additionalPlan: PlanTables.additionalPlan
    case .otherPlan: PlanTables.otherPlan
    }
  }
}

enum PlanTables {
  static let plan: [PlanField] = [
    .init(.offer, "Plan offered", .choice(PlanChoices.offer), .mandatory),
    .init(.declineReason, "Why declined", .line(250), help: "needed when the plan was declined"),
    .init(.agreedWith, "Agreed with", .choice(PlanChoices.agreedWith), help: "needed to activate"),
    .init(.agreedName, "Name of who agreed", .line(70)),
    .init(.agreedRole, "Their role", .choice(PlanChoices.agreedRole)),
    .init(.agreedOn, "Agreed on", .day),
    .init(.nextReview, "Next review", .day, help: "at most 365 days on; 56 for a new or changed package"),
    .init(.reviewOwner, "Review owner", .staff, help: "who makes the review happen"),
    .init(.noGoalReason, "Why there is no goal", .line(250), help: "only when there is none"),
    .init(.noEmergencyContact, "No emergency contact known", .yesNo),
    .init(.copyDecision, "Copy for the person", .choice(PlanChoices.copyDecision)),
    .init(.copyGivenOn, "Copy given on", .day),
    .init(.copyFormat, "Copy format", .choice(PlanChoices.copyFormat)),
    .init(.copyLanguage, "Copy language", .line(70)),
    .init(.readingLevelOK, "In plain words", .yesNo, .optional),
    .init(.funding, "Funding", .choice(PlanChoices.funding)),
    .init(.fundingNote, "Funding note", .line(250), .optional),
  ]
  static let aboutMe: [PlanField] = [
    .init(
      .mostImportant, "What is most important to me", .text(4000), help: "first what must be known in an emergency"),
    .init(.peopleImportant, "People who are important to me", .text(4000)),
    .init(.communication, "How I communicate and how to communicate with me", .text(4000)),
    .init(.myWellness, "My wellness", .text(4000)),
    .init(.pleaseDoDont, "Please do and please don't", .text(4000)),
    .init(.howWhenSupport, "How and when to support me", .text(4000)),
    .init(.alsoWorthKnowing, "Also worth knowing about me", .text(4000)),
    .init(.supportedBy, "Supported to write this by", .line(150)),
    .init(.recordedOn, "Recorded on", .day),
  ]
  static let strength: [PlanField] = [
    .init(.text, "Strength", .text(500), .mandatory), .init(.code, "SNOMED CT code", .line(18), .optional),
  ]
  static let need: [PlanField] = [
    .init(.text, "Need", .text(500), .mandatory),
    .init(.domain, "Domain", .choice(PlanChoices.domain)),
    .init(.code, "SNOMED CT code", .line(18), .optional),
  ]
  static let goal: [PlanField] = [
    .init(.text, "Goal, in the person's own words", .text(500), .mandatory),
    .init(.importance, "Importance to the person", .number(1...10), help: "1 to 10"),
    .init(.startDate, "Start", .day),
    .init(.targetDate, "Target", .day),
    .init(.status, "Status", .choice(PlanChoices.goalStatus), .mandatory),
    .init(.achievement, "How is it going", .choice(PlanChoices.achievement)),
    .init(.owner, "Owner", .line(70), .mandatory, help: "the person, or a named professional"),
  ]
  static let action: [PlanField] = [
    .init(.what, "Action", .text(500), .mandatory),
    .init(.whoName, "Who", .line(70), .mandatory, help: "a name, who may be the person or a carer; or their role"),
    .init(.whoRole, "Their role", .line(70)),
    .init(.whoTeam, "Team", .line(70)),
    .init(.whoContact, "How to reach them", .line(70)),
    .init(.when, "When", .line(70), help: "a date, a month or how often"),
    .init(.status, "Status", .choice(PlanChoices.actionStatus), .mandatory),
    .init(.confidence, "Confidence to do it", .number(1...10), help: "the person's own, 1 to 10"),
    .init(.raiseConfidence, "What would raise it", .text(500), .optional, help: "asked when confidence is 6 or less"),
    .init(.coping, "What if it goes wrong", .text(500)),
    .init(.reviewDate, "Review", .day),
    .init(.updatedOn, "Updated on", .day),
  ]
  static let stageGoal: [PlanField] = [
    .init(.text, "Stage goal", .text(500), .mandatory),
    .init(.outcome, "Outcome", .text(500)),
    .init(.status, "Status", .choice(PlanChoices.actionStatus)),
  ]
  static let outcome: [PlanField] = [
    .init(.text, "Outcome", .text(500), .mandatory),
    .init(.date, "Date", .day),
    .init(.whoseWords, "Whose words", .line(70)),
  ]
  static let personalContact: [PlanField] = [
    .init(.name, "Name", .line(70), .mandatory),
    .init(.relationship, "Relationship", .line(70)),
    .init(.roles, "Roles", .choices(PlanChoices.contactRoles)),
    .init(.contact, "Phone", .line(35)),
    .init(.rank, "Ring in this order", .number(1...5)),
    .init(.householdMember, "Lives in the household", .yesNo),
    .init(.consentsToContact, "Agrees to be contacted", .yesNo),
    .init(.isUnpaidCarer, "Unpaid carer", .yesNo),
    .init(.hoursBand, "Hours of care a week", .choice(PlanChoices.hoursBand)),
    .init(.assessmentStatus, "Carer's assessment", .choice(PlanChoices.assessmentStatus)),
    .init(.note, "Note", .text(500), .optional),
  ]
  static let requirement: [PlanField] = [
    .init(.language, "Language", .line(70), .mandatory, help: "may be \"none\" for a person without speech"),
    .init(.interpreterRequired, "Interpreter needed", .yesNo, .mandatory),
    .init(.communication, "Communication need", .text(500)),
    .init(.information, "Information need", .text(500), help: "large print, easy read, audio..."),
    .init(.adjustment, "Reasonable adjustment", .text(500)),
    .init(.adjustmentConsequence, "What happens if it is not met", .text(500)),
    .init(.impairment, "Impairment", .text(500)),
    .init(.cognition, "Cognition", .text(500)),
    .init(.mobility, "Mobility", .text(500)),
  ]
  static let equipment: [PlanField] = [
    .init(.name, "Equipment", .line(70), .mandatory), .init(.date, "Since", .day),
    .init(.location, "Where", .line(150), help: "never a key safe's code"),
  ]
  static let carePackage: [PlanField] = [
    .init(.name, "Package", .line(70), .mandatory), .init(.kind, "Type", .line(70)),
    .init(.start, "From", .day), .init(.end, "To", .day), .init(.funder, "Funder", .line(70)),
    .init(.hours, "Hours a week", .number(0...168)),
  ]
  static let contingency: [PlanField] = [
    .init(.name, "Name", .line(70)),
    .init(.triggers, "Triggers", .list(200), .mandatory, help: "one a line; at least one"),
    .init(.earlyWarningSigns, "Early warning signs", .text(500)),
    .init(.whatShouldHappen, "What should happen", .list(200), help: "one a line; also if a carer cannot care"),
    .init(.coping, "What helps me cope", .text(500)),
    .init(.anticipatory, "Anticipatory medicines, equipment", .text(500)),
    .init(.anticipatoryWhere, "Where they are kept", .line(150)),
    .init(.advanceStatement, "Advance statement", .yesNo),
    .init(.advanceStatementDate, "Advance statement of", .day),
    .init(.advanceStatementWhere, "Where it is kept", .line(150)),
    .init(.agreedWith, "Agreed with", .line(150)),
    .init(.nextReview, "Next review", .day),
    .init(.reviewOwner, "Review owner", .staff),
    .init(.updatedOn, "Updated on", .day),
  ]
  static let contingencyContact: [PlanField] = [
    .init(.name, "Name", .line(70), .mandatory), .init(.role, "Role", .line(70)), .init(.phone, "Phone", .line(35)),
  ]
  static let formulation: [PlanField] = [
    .init(.text, "Formulation", .text(4000), .mandatory, help: "a shared account of where the difficulties come from"),
    .init(.date, "Date", .day), .init(.professional, "Professional", .line(70)),
  ]
  static let additionalPlan: [PlanField] = [
    .init(.name, "Additional plan", .line(70), .mandatory), .init(.content, "Content", .text(4000)),
    .init(.reviewDate, "Review", .day), .init(.owner, "Owner", .line(70)),
  ]
  static let otherPlan: [PlanField] = [
    .init(.name, "Type of plan", .line(70), .mandatory), .init(.location, "Where it is held", .line(150)),
    .init(.date, "Date", .day),
  ]
}
