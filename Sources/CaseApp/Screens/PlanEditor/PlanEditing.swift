import CaseModel
import TerminalKit

/// A plan being edited: what is written, what it started from, and where the person is.
///
/// The rules are in `CaseModel`; here is only the way through the form.
struct PlanEditing: Hashable, Sendable {
  typealias Event = PlanEditorScreen.Event
  typealias Work = PlanEditorScreen.Work

  /// What the keys mean just now.
  enum Mode: Hashable, Sendable {
    case browsing
    case box(PlanBox)
    case asking(Question)
    case adding([NewEntry], selected: Int)
    case changes(selected: Int)
  }

  enum Question: Hashable, Sendable {
    case remove(ID<PlanItem>)
    case startAgain
    /// The draft could not be kept; leaving loses it.
    case leaveUnkept
  }

  var around: Surroundings
  let person: PersonRecord
  /// Nil for a person without a plan.
  var status: CarePlanStatus?
  let blank: CarePlan
  /// Every member of staff, for names; only those active today can be chosen.
  let staffNames: [PlanChoice]
  let staff: [PlanChoice]
  var spareIDs: [String]
  var startedAt: Moment
  let wentOnFromDraft: Bool
  /// The hold on the file that the draft is kept in.
  var hold: DraftHold?
  let otherDrafts: Int
  /// Why the clinical parts stay as they are (table 8.1); nil for whoever may change them.
  let clinicalRefusal: Problem?
  /// Texts of the draft that are not the form's: decisions about a conflict. They are kept as they came.
  let otherTexts: [String: String]

  var form: PlanForm
  var section = PlanSection.aboutMe
  /// The focused row of the section.
  var focus = 0
  /// The entry whose answers are shown.
  var openItem: ID<PlanItem>?
  var mode = Mode.browsing
  /// Publishing or sharing was tried, so what keeps it from that is shown.
  var tried: PlanAim?
  /// The draft as it was kept last.
  var kept: PlanEditorDraft?
  var keptAt: Moment?
  var draftProblem: Problem?
  /// Somebody published this meanwhile.
  var newer: CarePlanRecord?
  var isSaving = false
  var size = Size(columns: 80, rows: 22)

  init(_ start: PlanEditorStart, around: Surroundings) {
    self.around = around
    person = start.person
    status = start.record?.status
    blank = start.blank
    staffNames = start.staff.map(PlanChoice.init)
    staff = start.staff.filter { $0.isActive(on: around.today) }.map(PlanChoice.init)
    spareIDs = start.spareIDs
    hold = start.hold
    otherDrafts = start.otherDrafts
    clinicalRefusal = start.clinicalRefusal
    let saved = PlanBase(
      plan: start.record?.plan, rowVersion: start.record?.rowVersion, versionNumber: start.record?.versionNumber ?? 0,
      at: start.record?.lastUpdated)
    if let draft = start.draft {
      var base = draft.base
      if draft.base.rowVersion == saved.rowVersion { base.at = saved.at }
      startedAt = draft.startedAt
      keptAt = draft.keptAt
      kept = draft
      wentOnFromDraft = true
      otherTexts = draft.rawTexts.filter { AnswerPlace(text: $0.key) == nil }
      // A box that was open and empty says nothing: what stood there stands.
      let raw = draft.rawTexts.compactMap { text, typed in
        typed.trimmed.isEmpty ? nil : AnswerPlace(text: text).map { ($0, typed) }
      }
      form = PlanForm(draft.plan, raw: Dictionary(raw, uniquingKeysWith: { first, _ in first }), base: base)
      newer = saved.rowVersion != draft.base.rowVersion ? start.record : nil
    } else {
      startedAt = start.at
      wentOnFromDraft = false
      otherTexts = [:]
      form = PlanForm(saved.plan ?? start.blank, base: saved)
    }
  }

  /// What is said when the editor opens.
  var welcome: [Step<Work>] {
    if hold?.hasCompany == true {
      let start = wentOnFromDraft ? "your other draft\(keptAt.map { " of \($0.short)" } ?? "")" : baseName
      return [
        .say("You are writing this plan in another session too; this one starts from \(start). Both drafts are kept.")
      ]
    }
    guard wentOnFromDraft else { return [] }
    let others = otherDrafts == 0 ? "" : " D in the caseload lists another."
    let when = keptAt.map { " of \($0.short)" } ?? ""
    let newer = newer.map { " Meanwhile \($0.lastUpdatedBy) published v\($0.versionNumber)." } ?? ""
    return [.say("You go on from your draft\(when). ^E starts again from the saved plan.\(newer)\(others)")]
  }

  // MARK: What stands

  /// What the draft started from.
  var base: PlanBase { form.base }
  /// The plan that differences are counted from.
  var basePlan: CarePlan { base.plan ?? blank }
  var isActive: Bool { status == .active || status == .onHold }
  var differences: [PlanDifference] { PlanDifference.between(basePlan, form.plan) }
  var isUnchanged: Bool { form.raw.isEmpty && differences.isEmpty }
  var rows: [PlanRow] { PlanRow.rows(of: section, in: form.plan, open: openItem) }

  var row: PlanRow? {
    let rows = rows
    return rows.indices.contains(focus) ? rows[focus] : nil
  }

  /// Letters are text, or answer a question.
  var takesLetters: Bool {
    switch mode {
    case .box, .asking, .adding: true
    case .browsing, .changes: false
    }
  }

  /// How many numbered lines the outline has before the rows of the section.
  func hasChoice(_ number: Int) -> Bool {
    switch mode {
    case .changes: (1...max(differences.count, 1)).contains(number) && !differences.isEmpty
    case .browsing: number >= 1 && number <= PlanSection.allCases.count + rows.count
    case .box, .asking, .adding: false
    }
  }

  // MARK: What needs changing

  /// All complaints in form order: typed texts that are no value, and once it was tried, what keeps it from that.
  var faults: [PlanFault] {
    let complaints: [Complaint<PlanPlace>] =
      switch tried {
      case nil: []
      case .share: PlanRules.complaints(about: form.plan)
      case .publish:
        PlanRules.activationComplaints(
          about: form.plan, today: around.today, packageChangedSince: base.versionNumber > 0 ? base.plan : nil)
      }
    var messages = Dictionary(
      complaints.map { (AnswerPlace($0.field.item, $0.field.key), $0.message) },
      uniquingKeysWith: { first, _ in first })
    for (place, typed) in form.raw {
      if case .box(let box) = mode, box.place == place { continue }
      messages[place] = rawFault(typed, at: place)
    }
    var found = [PlanFault]()
    for section in PlanSection.allCases {
      for (item, _) in form.plan.outline(section) {
        for field in item.kind.fields {
          let place = AnswerPlace(item.id, field.key)
          guard let message = messages[place] else { continue }
          found.append(PlanFault(section: section, place: place, label: field.label, message: message))
        }
      }
    }
    return found
  }

  private func rawFault(_ typed: String, at place: AnswerPlace) -> String? {
    guard let field = form.plan[place.item]?.kind.field(place.key) else { return nil }
    switch field.reading(typed, current: form.value(at: place), today: around.today, staff: staff) {
    case .fault(let message): return message
    case .value(let value):
      let words = value.map { field.words(for: $0, staff: staffNames) } ?? "nothing"
      return "\"\(typed)\" is not accepted yet. Open it and press Enter to accept \(words)."
    }
  }

  // MARK: Keeping

  var draft: PlanEditorDraft {
    PlanEditorDraft(
      patient: person.patient.id, plan: form.plan, rawTexts: form.rawTexts.merging(otherTexts) { own, _ in own },
      base: base, startedAt: startedAt, hold: hold)
  }

  /// The draft has not been kept as it stands.
  var isUnkept: Bool {
    if isUnchanged { return kept != nil }
    let draft = draft
    return kept?.plan != draft.plan || kept?.rawTexts != draft.rawTexts
      || kept?.base.rowVersion != draft.base.rowVersion
  }

  func keeping(leaving: Bool) -> Work {
    isUnchanged
      ? .discardDraft(person.patient.id, hold: hold, leaving: leaving) : .keepDraft(draft, leaving: leaving)
  }

  var workBeforeStopping: Work? { isSaving || !isUnkept ? nil : keeping(leaving: false) }

  /// Keeps it a second after the last key.
  var keepSoon: [Step<Work>] { isUnkept ? [.later("draft", seconds: 1, keeping(leaving: false))] : [] }
  /// Keeps it now: a field has been left.
  var keepNow: [Step<Work>] { isUnkept ? [.replace("draft", with: keeping(leaving: false))] : [] }
}
