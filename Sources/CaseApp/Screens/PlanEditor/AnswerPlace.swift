import CaseModel

/// One answer of the form: a field of an entry.
struct AnswerPlace: Hashable, Sendable {
  var item: ID<PlanItem>
  var key: PlanKey

  init(_ item: ID<PlanItem>, _ key: PlanKey) {
    self.item = item
    self.key = key
  }

  /// As it is written in a kept draft, `goal-id/target_date`.
  var text: String { "\(item.text)/\(key.rawValue)" }

  /// Nil when the text is of another shape, or names no field.
  init?(text: String) {
    guard let slash = text.lastIndex(of: "/"), let key = PlanKey(rawValue: String(text[text.index(after: slash)...]))
    else { return nil }
    self.init(ID(String(text[..<slash])), key)
  }
}

extension PlanSection {
  /// A name for a narrow column; `words` stands over the section itself.
  var shortWords: String {
    switch self {
    case .aboutMe: "About me"
    case .strengths: "Strengths"
    case .needs: "Needs, goals"
    case .contacts: "Contacts"
    case .requirements: "Requirements"
    case .equipment: "Equipment"
    case .contingencies: "Contingency"
    case .formulation: "Formulation"
    case .additional: "Additional"
    case .agreement: "Agreement"
    }
  }

  /// From 1, as the digit keys count.
  var number: Int { (PlanSection.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// What the draft started from.
struct PlanBase: Hashable, Sendable {
  /// Nil for a person without a plan.
  var plan: CarePlan?
  var rowVersion: Int?
  /// The newest signed version; 0 while there is none.
  var versionNumber: Int
  /// When that plan was last changed; nil when it is not known.
  var at: Moment?
}

/// Everything that is kept of an editing in hand, so that it can go on after a crash.
struct PlanEditorDraft: Hashable, Sendable {
  var patient: ID<Patient>
  var plan: CarePlan
  /// Typed texts that are no value yet, by `AnswerPlace.text`.
  var rawTexts: [String: String]
  var base: PlanBase
  var startedAt: Moment
  var keptAt: Moment?
  /// The hold on the file it is kept in; nil where none could be had, and in a session that only reads.
  var hold: DraftHold?
}

/// What the editor starts from, as its work found it.
struct PlanEditorStart: Hashable, Sendable {
  var person: PersonRecord
  var record: CarePlanRecord?
  var draft: PlanEditorDraft?
  var staff: [StaffMember]
  /// A plan with nothing in it, for a person without one.
  var blank: CarePlan
  /// Names for entries that will be added.
  var spareIDs: [String]
  var at: Moment
  var hold: DraftHold?
  /// How many other drafts of this plan the same person has.
  var otherDrafts = 0
  /// Why the clinical parts are not the reader's to change; nil where they are.
  var clinicalRefusal: Problem?
}
