import CaseModel
import TerminalKit

/// Somebody else saved first: was, theirs and yours side by side, until every difference is decided (R-CP-05).
///
/// Nothing is published while something is undecided; leaving keeps the draft and the decisions made so far.
struct PlanConflictScreen: Screen {
  enum Event: Hashable, Sendable {
    case key(Key), pasted(String)
    case moved(Int), ended(Int), paged(Int), tabbed(Int), entered, escaped
    case theirsPressed, yoursPressed, typePressed, tickPressed, joinedPressed, takeBackPressed
    case publishPressed, sharePressed
    case editPressed, undoPressed
    case choice(Int), answer(String)
    case loaded(Start), loadFailed(Problem)
    case kept([String: String], leaving: Bool), keepFailed(Problem, leaving: Bool)
    case saved(CarePlanRecord, Problem?), conflicted(CarePlanRecord), saveFailed(Problem)
    case readyToEdit
  }

  /// What the screen starts from besides the conflict.
  struct Start: Hashable, Sendable {
    var person: PersonRecord
    var staff: [StaffMember]
    /// Decisions of an earlier look at the same conflict.
    var texts: [String: String]
  }

  enum Work: Hashable, Sendable {
    case load(ID<Patient>, hold: DraftHold? = nil)
    case keep(PlanConflict, [String: String], leaving: Bool)
    case publish(PlanEditorDraft, reason: String)
    case share(PlanEditorDraft)
    /// Makes the joined plan the draft, based on theirs, to go on in the editor.
    case edit(PlanEditorDraft)
  }

  static let name = "Care plan conflict"

  let conflict: PlanConflict
  var around = Surroundings.nowhere
  var size = Size(columns: 80, rows: 22)
  /// Nil until the person has been read.
  var person: PersonRecord?
  var staff: [PlanChoice] = []
  var merge: PlanMerge
  /// The question in hand.
  var focus = 0
  /// How far a long difference has been scrolled, in rows.
  var scroll = 0
  /// Typed texts that are no answer yet, by question.
  var raw: [Int: String] = [:]
  /// The box of the question in hand.
  var box: TextEditor?
  var fault: String?
  /// What was joined is shown, from this line on.
  var joinedTop: Int?
  /// Esc was pressed and the decisions could not be kept.
  var asksToLeave = false
  var isSaving = false
  var keptTexts: [String: String] = [:]
  /// What keeps the joined plan from being published, once that was tried.
  var complaints: [Complaint<PlanPlace>] = []

  init(_ conflict: PlanConflict) {
    self.conflict = conflict
    merge = PlanMerge(was: conflict.was, theirs: conflict.theirs.plan, yours: conflict.yours)
  }

  var isTyping: Bool { box != nil || asksToLeave }

  mutating func begin() -> [Step<Work>] { [.perform(.load(conflict.patient, hold: conflict.hold))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    fitBox()
    return []
  }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .key(key)
    case .paste(let text): return .pasted(text)
    }
  }

  func workBeforeStopping() -> Work? {
    isSaving || texts == keptTexts ? nil : .keep(conflict, texts, leaving: false)
  }

  func event(forChoice number: Int) -> Event? {
    if joinedTop != nil { return merge.joined.indices.contains(number - 1) ? .choice(number) : nil }
    return (1...max(merge.questions.count * 2, 1)).contains(number) && !merge.questions.isEmpty ? .choice(number) : nil
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answer(text) : nil }

  // MARK: Questions

  var question: PlanMerge.Question? {
    merge.questions.indices.contains(focus) ? merge.questions[focus] : nil
  }

  func field(of question: PlanMerge.Question) -> PlanField? { question.key.flatMap { question.kind.field($0) } }

  /// What is still to choose, and to tick.
  var left: (decide: Int, tick: Int) {
    let open = merge.questions.filter { $0.answer == nil }
    return (open.count { !$0.isTick }, open.count(where: \.isTick))
  }

  /// The version that publishing makes.
  var nextVersion: Int { conflict.theirs.versionNumber + 1 }

  /// The decisions as a draft keeps them.
  var texts: [String: String] {
    var texts = [String: String]()
    for (index, question) in merge.questions.enumerated() {
      let key = name(of: question.item, question.key)
      switch question.answer {
      case .theirs: texts[key] = "t"
      case .yours: texts[key] = "y"
      case .typed(let value): texts[key] = "e" + value
      case nil:
        if let typed = raw[index] { texts[key] = "r" + typed } else if question.wasJoined { texts[key] = "b" }
      }
    }
    return texts
  }

  // A decision holds for one version of theirs.
  private func name(of item: ID<PlanItem>, _ key: PlanKey?) -> String {
    "\(item.text)/\(key?.rawValue ?? "entry")/merge\(conflict.theirs.rowVersion)"
  }

  mutating func restore(_ texts: [String: String]) {
    // Names first: in a loop over the entries themselves the compiler's optimiser ends with an error of its own.
    var index = 0
    for name in merge.joined.map({ name(of: $0.item, $0.key) }) {
      if texts[name] == nil { index += 1 } else { _ = merge.takeBack(index) }
    }
    for (index, question) in merge.questions.enumerated() {
      guard let text = texts[name(of: question.item, question.key)], let first = text.first else { continue }
      let rest = String(text.dropFirst())
      switch first {
      case "t": merge.answer(index, .theirs)
      case "y": merge.answer(index, .yours)
      case "e": merge.answer(index, .typed(rest))
      case "b": break
      default: raw[index] = rest
      }
    }
  }
}
