import CaseModel
import TerminalKit

/// Marks: setting them, listing only who has one, taking all away, and taking back what was done to them.
extension CaseloadScreen {
  /// How far marks can be taken back.
  private static let mostBack = 100

  mutating func mark() -> [Step<Work>] {
    guard let selected = list.selected else { return [] }
    remember()
    if marked.remove(selected.id) == nil { marked.insert(selected.id) }
    // Where only the marked are listed, whoever loses the mark leaves the list, and the next one moves up.
    return listsMarks ? marksChanged() : moving { $0.move(by: 1) } + [.say(markWords)]
  }

  mutating func clearMarks() -> [Step<Work>] {
    guard !marked.isEmpty else { return [.say("Nobody is marked. Space marks the selected person.")] }
    let count = marked.count
    remember()
    marked = []
    let steps = listsMarks ? rowsAroundSelected() : []
    return steps + [
      .say("\(count == 1 ? "1 mark is" : "\(count) marks are") taken away. U brings back what was marked.")
    ]
  }

  mutating func undoMarks() -> [Step<Work>] {
    guard let before = earlierMarks.popLast() else { return [.say("No mark was changed that could be taken back.")] }
    marked = before
    return marksChanged()
  }

  /// Lists only the marked, or everybody again: the term `*` of the filter.
  mutating func toggleMarked() -> [Step<Work>] {
    let rest = typedFilter.split(separator: " ").filter { $0 != "*" }
    if !listsMarks, marked.isEmpty { return [.say("Nobody is marked. Space marks the selected person.")] }
    typedFilter = ((listsMarks ? [] : ["*"]) + rest).joined(separator: " ")
    typedTerms.terms.removeAll { $0.test == .marked && !$0.negated }
    if typedFilter.hasPrefix("*") { typedTerms.terms.insert(.init(.marked), at: 0) }
    return rowsAroundSelected() + [.say(listsMarks ? "Only the marked are listed." : "Everybody is listed again.")]
  }

  /// Whether a mark decides who is listed.
  var listsMarks: Bool {
    typedTerms.terms.contains { $0.test == .marked } || viewFilter.terms.contains { $0.test == .marked }
  }

  private mutating func remember() {
    earlierMarks.append(marked)
    if earlierMarks.count > CaseloadScreen.mostBack { earlierMarks.removeFirst() }
  }

  private mutating func marksChanged() -> [Step<Work>] {
    (listsMarks ? rowsAroundSelected() : []) + [.say(markWords)]
  }

  private var markWords: String {
    switch marked.count {
    case 0: "Nobody is marked."
    case 1: "1 person is marked."
    default: "\(marked.count) people are marked."
    }
  }
}
