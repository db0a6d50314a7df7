/// A safeguarding concern (spec 4.4). Its text is for those who deal with it, and for nobody else (R-SG-01).
public struct SafeguardingConcern: Hashable, Sendable, Identifiable {
  public enum Category: String, Coded {
    case physical, sexual, psychological, financial, neglect
    case selfNeglect = "self_neglect"
    case domestic
    case modernSlavery = "modern_slavery"
    case organisational, discriminatory

    public var words: String { sentence(rawValue) }
  }

  /// The three tests of section 42: needs care and support, is at risk of abuse, cannot protect themself because of the
  /// needs.
  public enum Answer: String, Coded {
    case yes = "y"
    case no = "n"
    case unclear

    public var words: String {
      switch self {
      case .yes: "Yes"
      case .no: "No"
      case .unclear: "Unclear"
      }
    }
  }

  public enum Decision: String, Coded {
    case section42 = "s42"
    case otherEnquiry = "other_enquiry"
    case noFurtherAction = "nfa"

    public var words: String {
      switch self {
      case .section42: "Enquiry under section 42"
      case .otherEnquiry: "Another enquiry"
      case .noFurtherAction: "No further action"
      }
    }
  }

  public struct Tests: Hashable, Sendable {
    public var needsSupport: Answer
    public var atRisk: Answer
    public var cannotProtect: Answer

    public init(needsSupport: Answer, atRisk: Answer, cannotProtect: Answer) {
      self.needsSupport = needsSupport
      self.atRisk = atRisk
      self.cannotProtect = cannotProtect
    }

    /// Whether the duty of section 42 arises.
    public var areMet: Bool { needsSupport == .yes && atRisk == .yes && cannotProtect == .yes }
  }

  public struct Decided: Hashable, Sendable {
    public var decision: Decision
    public var by: String
    public var on: Day

    public init(decision: Decision, by: String, on: Day) {
      self.decision = decision
      self.by = by
      self.on = on
    }
  }

  public var id: String
  public var patient: ID<Patient>
  public var raisedOn: Day
  public var raisedBy: String
  public var category: Category
  public var concern: String
  public var tests: Tests
  public var personAware: Bool
  /// Why they do not know, where they do not.
  public var notAwareReason: String?
  public var personWishes: String?
  /// That 999 or the police were called first, or that nobody was in danger at once (R-SG-04).
  public var immediate: String
  public var decided: Decided?
  public var lead: String?
  public var outcome: String?
  public var closedOn: Day?
  /// Who may read it by name.
  public var named: [String]
  public var rowVersion: Int

  public init(
    id: String, patient: ID<Patient>, raisedOn: Day, raisedBy: String, category: Category, concern: String,
    tests: Tests, personAware: Bool, notAwareReason: String?, personWishes: String?, immediate: String,
    decided: Decided? = nil, lead: String? = nil, outcome: String? = nil, closedOn: Day? = nil, named: [String] = [],
    rowVersion: Int = 1
  ) {
    self.id = id
    self.patient = patient
    self.raisedOn = raisedOn
    self.raisedBy = raisedBy
    self.category = category
    self.concern = concern
    self.tests = tests
    self.personAware = personAware
    self.notAwareReason = notAwareReason
    self.personWishes = personWishes
    self.immediate = immediate
    self.decided = decided
    self.lead = lead
    self.outcome = outcome
    self.closedOn = closedOn
    self.named = named
    self.rowVersion = rowVersion
  }
}

/// Whether somebody is in danger now, which is asked before anything else is written down (R-SG-04).
public enum ImmediateDanger: String, Coded {
  case nobody = "none_now"
  case called999 = "called_999"
  case calledPolice = "called_police"

  public var words: String {
    switch self {
    case .nobody: "Nobody is in danger at this moment"
    case .called999: "In danger: 999 has been called"
    case .calledPolice: "In danger: the police have been called"
    }
  }

  /// What the program says before it takes anything down.
  public static let prompt = "Is anybody in danger now? Ring 999 or the police first; the record can wait."
}

/// A concern as it is raised.
public struct SafeguardingRequest: Hashable, Sendable {
  /// Nil has not been answered, and nothing is recorded (R-SG-04).
  public var danger: ImmediateDanger?
  public var raisedOn: Day
  public var category: SafeguardingConcern.Category
  public var concern: String
  public var tests: SafeguardingConcern.Tests
  public var personAware: Bool
  public var notAwareReason: String?
  public var personWishes: String?
  /// Who besides the writer may read it.
  public var named: [ID<StaffMember>]
  public var lead: ID<StaffMember>?

  public init(
    danger: ImmediateDanger?, raisedOn: Day, category: SafeguardingConcern.Category, concern: String,
    tests: SafeguardingConcern.Tests, personAware: Bool, notAwareReason: String? = nil, personWishes: String? = nil,
    named: [ID<StaffMember>] = [], lead: ID<StaffMember>? = nil
  ) {
    self.danger = danger
    self.raisedOn = raisedOn
    self.category = category
    self.concern = concern
    self.tests = tests
    self.personAware = personAware
    self.notAwareReason = notAwareReason
    self.personWishes = personWishes
    self.named = named
    self.lead = lead
  }

  /// What is wrong with it, as sentences. That the person does not agree is nothing wrong (R-SG-03).
  public func faults(today: Day) -> [String] {
    var found = [String]()
    if danger == nil { found.append("\(ImmediateDanger.prompt) Say which it is (R-SG-04).") }
    if raisedOn > today { found.append("It is dated in the future.") }
    if concern.isBlank { found.append("It does not say what the concern is.") }
    if !personAware, (notAwareReason ?? "").isBlank { found.append("It does not say why the person does not know.") }
    for text in [concern, notAwareReason ?? "", personWishes ?? ""] where text.count > 2000 {
      found.append("A text in it has more than 2,000 characters.")
    }
    return found
  }
}

/// What somebody may see of somebody's safeguarding: the marker, and the concerns that they deal with (R-SG-01).
public struct SafeguardingSheet: Hashable, Sendable {
  /// A concern is open.
  public var isMarked: Bool
  /// Those that the reader may read, the newest first.
  public var concerns: [SafeguardingConcern]
  /// There is one that the reader may not read.
  public var hidesSome: Bool

  public init(isMarked: Bool, concerns: [SafeguardingConcern], hidesSome: Bool) {
    self.isMarked = isMarked
    self.concerns = concerns
    self.hidesSome = hidesSome
  }

  /// What stands on the record for everybody else.
  public static let marker = "Safeguarding marker: ring the duty social worker"
}
