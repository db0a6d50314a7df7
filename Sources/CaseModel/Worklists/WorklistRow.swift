/// One line of a worklist (spec 9): whom it is about, why it is there, and what whoever reads it does about it.
public struct WorklistRow: Hashable, Sendable {
  /// What pressing Enter on it opens.
  public enum Target: Hashable, Sendable {
    case record, carePlan, crisisPlan, team, consent, privacy, duplicates
    /// One referral, by its own identifier.
    case referral(String)
  }

  public var patient: ID<Patient>
  public var name: PersonName
  public var born: Day?
  public var nhsNumber: NHSNumber?
  /// Somebody else has the same names, or a number one digit away: `[=]`.
  public var hasSimilar: Bool
  /// In words and with its date: "Interim plan, day 22 of 28".
  public var why: String
  /// An act, beginning with its verb: "Confirm it or renew it once".
  public var toDo: String
  /// By when; nil where no date is set. The list stands in the order of these, those without one last.
  public var due: Day?
  /// Whether something is late or broken: shown as a word and not by colour alone.
  public var isOverdue: Bool
  /// Whose it is; nil where nobody owns it (I-1).
  public var owner: ID<StaffMember>?
  public var ownerName: String?
  public var target: Target

  public init(
    patient: ID<Patient>, name: PersonName, nhsNumber: NHSNumber?, why: String, toDo: String, due: Day?,
    isOverdue: Bool, owner: ID<StaffMember>? = nil, ownerName: String? = nil, target: Target = .record,
    born: Day? = nil, hasSimilar: Bool = false
  ) {
    self.patient = patient
    self.name = name
    self.nhsNumber = nhsNumber
    self.born = born
    self.hasSimilar = hasSimilar
    self.why = why
    self.toDo = toDo
    self.due = due
    self.isOverdue = isOverdue
    self.owner = owner
    self.ownerName = ownerName
    self.target = target
  }
}
