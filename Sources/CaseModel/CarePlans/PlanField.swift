/// The name of a field of a care plan: the column's name in the store and the key in JSON.
public enum PlanKey: String, CaseIterable, Sendable, Codable {
  // The plan itself
  case offer, declineReason = "decline_reason", noGoalReason = "no_goal_reason"
  case agreedWith = "agreed_with", agreedName = "agreed_name", agreedRole = "agreed_role", agreedOn = "agreed_on"
  case nextReview = "next_review", reviewOwner = "review_owner", funding, fundingNote = "funding_note"
  case copyDecision = "copy_decision", copyGivenOn = "copy_given_on", copyFormat = "copy_format"
  case copyLanguage = "copy_language", readingLevelOK = "reading_level_ok"
  case noEmergencyContact = "no_emergency_contact"
  // About me
  case mostImportant = "most_important", peopleImportant = "people_important", communication
  case myWellness = "my_wellness", pleaseDoDont = "please_do_dont", howWhenSupport = "how_when_support"
  case alsoWorthKnowing = "also_worth_knowing", supportedBy = "supported_by", recordedOn = "recorded_on"
  // Strengths, needs, goals, actions, outcomes
  case text, code, domain, importance, startDate = "start_date", targetDate = "target_date", status, achievement
  case owner, what, whoName = "who_name", whoRole = "who_role", whoTeam = "who_team", whoContact = "who_contact"
  case when = "when_due", coping, confidence, raiseConfidence = "raise_confidence", reviewDate = "review_date"
  case updatedOn = "updated_on", outcome, date, whoseWords = "whose_words"
  // Contacts and carers
  case name, relationship, roles, householdMember = "household_member", contact, note
  case isUnpaidCarer = "is_unpaid_carer", hoursBand = "hours_band", assessmentStatus = "carer_assessment_status"
  case consentsToContact = "consents_to_be_contacted", rank
  // Requirements
  case language, interpreterRequired = "interpreter_required", information, adjustment
  case adjustmentConsequence = "adjustment_consequence", impairment, cognition, mobility
  // Equipment and packages
  case location, kind, start, end, funder, hours
  // Contingencies and additional plans
  case triggers, whatShouldHappen = "what_should_happen", earlyWarningSigns = "early_warning_signs"
  case advanceStatement = "advance_statement", advanceStatementDate = "advance_statement_date"
  case advanceStatementWhere = "advance_statement_where", anticipatory, anticipatoryWhere = "anticipatory_where"
  case role, phone, content, professional
}

/// What a field takes and how it is written.
public enum PlanFieldKind: Hashable, Sendable {
  /// One line of text, at most so many characters.
  case line(Int)
  /// Several lines of text, at most so many characters in all.
  case text(Int)
  /// Entries one a line, each at most so many characters.
  case list(Int)
  case day
  case number(ClosedRange<Int>)
  case yesNo
  case choice([PlanChoice])
  /// Several of a list, codes one a line.
  case choices([PlanChoice])
  /// A member of staff, by identifier.
  case staff
}

/// One entry of a closed list: the code that is stored and the words that are shown.
public struct PlanChoice: Hashable, Sendable {
  public let code: String
  public let words: String

  public init(_ code: String, _ words: String) {
    self.code = code
    self.words = words
  }
}

/// How much a field is wanted (spec part 0): must be there, must be offered and shown as "not recorded", or may be.
public enum PlanNecessity: Hashable, Sendable {
  case mandatory, required, optional
}

/// One field of one kind of entry.
public struct PlanField: Hashable, Sendable {
  public let key: PlanKey
  public let label: String
  public let kind: PlanFieldKind
  public let necessity: PlanNecessity
  /// What to write, in a few words; empty where the label says it.
  public let help: String

  init(
    _ key: PlanKey, _ label: String, _ kind: PlanFieldKind, _ necessity: PlanNecessity = .required, help: String = ""
  ) {
    self.key = key
    self.label = label
    self.kind = kind
    self.necessity = necessity
    self.help = help
  }

  /// The value as a member of staff reads it: days with month letters, choices in words. Staff stay identifiers.
  public func shown(_ value: String, audience: Audience = .staff) -> String {
    switch kind {
    case .day: Day(iso: value).map { $0.shown(to: audience) } ?? value
    case .choice(let choices): choices.first { $0.code == value }?.words ?? value
    case .choices(let choices):
      value.split(separator: "\n").map { code in choices.first { $0.code == code }?.words ?? String(code) }
        .joined(separator: ", ")
    case .number, .yesNo, .line, .text, .staff: value
    case .list: value.split(separator: "\n").joined(separator: "; ")
    }
  }

  /// Words that somebody wrote: no code, no day, no identifier.
  public var isWritten: Bool {
    switch kind {
    case .line, .text, .list: true
    case .day, .number, .yesNo, .choice, .choices, .staff: false
    }
  }

  /// What is wrong with a value, in words; nil when nothing is.
  public func fault(in value: String) -> String? {
    switch kind {
    case .line(let limit):
      if value.contains(where: \.isNewline) { return "\(label) takes one line." }
      return value.count > limit ? "\(label) takes \(limit) characters and this has \(value.count)." : nil
    case .text(let limit):
      return value.count > limit ? "\(label) takes \(limit) characters and this has \(value.count)." : nil
    case .list(let limit):
      let long = value.split(separator: "\n").first { $0.count > limit }
      return long.map { "Each line of \(label.lowercasedFirst) takes \(limit) characters and one has \($0.count)." }
    case .day: return Day(iso: value) == nil ? Day.Fault.notADate.message : nil
    case .number(let range):
      guard let number = Int(value), range.contains(number) else {
        return "\(label) is a whole number from \(range.lowerBound) to \(range.upperBound)."
      }
      return nil
    case .yesNo: return value == "yes" || value == "no" ? nil : "\(label) is yes or no."
    case .choice(let choices):
      return choices.contains { $0.code == value }
        ? nil : "\(label) is one of: \(choices.map(\.words).joined(separator: ", "))."
    case .choices(let choices):
      let codes = value.split(separator: "\n")
      let unknown = codes.first { code in !choices.contains { $0.code == code } }
      return unknown.map { "\(label) has an unknown entry, \($0)." }
    case .staff: return nil
    }
  }
}
