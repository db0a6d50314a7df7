import CaseModel
import TerminalKit

/// The box that is open on one answer: text being written, or a list under the field to pick from.
struct PlanBox: Hashable, Sendable {
  let place: AnswerPlace
  let field: PlanField
  /// What can be picked; nil where the answer is written.
  let options: [PlanChoice]?
  /// The text; of a list, what was typed to find an answer.
  var editor: TextEditor
  /// Which of `shownOptions` has the focus; before the first where nothing is chosen yet.
  var highlight = 0
  /// The arrows have moved the highlight, so leaving with Tab picks it.
  var hasMoved = false
  /// Nothing has been typed yet: the first letter takes the place of the date or number that stands there.
  var isFresh: Bool
  /// Why the text is no answer, once somebody has tried to leave with it.
  var fault: String?

  /// `value` and `raw` are what the form holds.
  init(_ place: AnswerPlace, _ field: PlanField, value: String?, raw: String?, staff: [PlanChoice]) {
    self.place = place
    self.field = field
    options = field.options(staff: staff)
    let limit: Int? =
      switch field.kind {
      case .line(let most), .text(let most): most
      default: nil
      }
    isFresh = raw == nil && !field.takesAnyText && options == nil
    if options == nil {
      let shown = value.map { field.isTall || field.takesAnyText ? $0 : field.words(for: $0, staff: staff) }
      editor = TextEditor(raw ?? shown ?? "", limit: limit, isSingleLine: !field.isTall)
    } else {
      editor = TextEditor(raw ?? "", isSingleLine: true)
      if raw == nil {
        let chosen = value?.split(separator: "\n").first.map(String.init)
        highlight = options?.firstIndex { $0.code == chosen } ?? PlanBox.noneYet
      }
    }
  }

  var isList: Bool { options != nil }

  /// The answers that what was typed may still mean; "not recorded" takes the answer away.
  var shownOptions: [PlanChoice] {
    guard let options else { return [] }
    if !editor.content.trimmed.isEmpty { return PlanChoice.matching(editor.content, among: options) }
    return field.takesSeveral ? options : options + [PlanBox.nothing]
  }

  static let nothing = PlanChoice("", "not recorded")

  static let noneYet = -1

  var highlighted: PlanChoice? {
    let options = shownOptions
    guard highlight != PlanBox.noneYet else { return nil }
    return options.indices.contains(highlight) ? options[highlight] : options.first
  }

  /// Moves in the list; stops at its ends.
  mutating func move(by step: Int) {
    let last = shownOptions.count - 1
    highlight = min(max(highlight + step, 0), max(last, 0))
    hasMoved = true
  }

  /// A space belongs to what is typed when an answer goes on with it.
  var takesSpace: Bool {
    let typed = folded(editor.content)
    guard let options, !typed.isEmpty else { return false }
    return options.contains { folded($0.words).contains(typed + " ") }
  }
}
