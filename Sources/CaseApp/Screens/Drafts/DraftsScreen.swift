import CaseModel
import TerminalKit

/// The reader's own plans and reviews that were begun and never published: to go on with, or to discard.
struct DraftsScreen: Screen {
  static let name = "Unsaved drafts"

  enum Link: Hashable, Sendable { case draft(Subject) }

  /// What a draft is of; the same person may have both.
  enum Subject: Hashable, Sendable {
    case plan(ID<Patient>, number: Int = 1)
    case review(ID<Patient>, number: Int = 1)
    case crisis(ID<Patient>, number: Int = 1)

    var first: Subject {
      switch self {
      case .plan(let id, _): .plan(id)
      case .review(let id, _): .review(id)
      case .crisis(let id, _): .crisis(id)
      }
    }
  }

  /// One draft and whom it is about.
  struct Entry: Hashable, Sendable {
    var id: Subject
    /// Nil where the person's record can no longer be read; the draft still can.
    var patient: Patient?
    var isSimilar: Bool
    var startedAt: Moment
    var keptAt: Moment
    /// 0 for a person who had no plan.
    var baseVersion: Int
    /// How many things it changes of the plan it started from; of a review, nothing.
    var changes: Int
    /// Another session is writing it just now.
    var isBeingWritten = false
    /// What it says; shown where somebody has two drafts of one plan or review.
    var says: [String] = []

    func name(_ audience: Audience) -> String {
      patient?.name.shown(to: audience) ?? "Somebody whose record is no longer here"
    }
  }

  enum Event: Sendable {
    case loaded([Entry])
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, discardPressed, backPressed
    /// Any key while "discard?" is asked.
    case answered(Key)
    case goOnChosen(Subject)
    case discardChosen(Subject)
    case discarded(Subject)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read
    case discard(Subject)
  }

  /// Newest first; nil until they are read.
  var entries: [Entry]?
  var problem: Problem?
  /// Whose draft is about to be discarded, once `y` is pressed.
  var asked: Subject?
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  /// While "discard?" is asked every letter is an answer.
  var isTyping: Bool { asked != nil }

  mutating func begin() -> [Step<Work>] { [.perform(.read)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { entries == nil ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    if asked != nil, case .key(let key) = input { return .answered(key) }
    return nil
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let entries):
      self.entries = entries
      problem = nil
      if let asked, !entries.contains(where: { $0.id == asked }) { self.asked = nil }
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if entries == nil { self.problem = problem }
      return [.report(problem)]
    case .moved(let move):
      if asked != nil { return keep() }
      cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      if asked != nil { return keep() }
      guard entries != nil else { return [.perform(.read)] }
      guard case .draft(let id)? = cursor.link(in: lines) else {
        return [.say("There is no draft here to go on with.")]
      }
      return goOn(with: id)
    case .goOnChosen(let id): return goOn(with: id)
    case .discardPressed:
      guard case .draft(let id)? = cursor.link(in: lines) else { return [.say("There is no draft here to discard.")] }
      return ask(id)
    case .discardChosen(let id): return ask(id)
    case .answered(let key):
      guard key == .character("y"), let id = asked else { return keep() }
      asked = nil
      return [.perform(.discard(id))]
    case .backPressed: return keep()
    case .discarded(let id):
      let name = entry(id)?.name(.staff) ?? "this person"
      entries?.removeAll { $0.id == id }
      cursor.settle(lines, pageRows)
      return [.say("The draft for \(name) is discarded. The published plan is as it was."), .perform(.read)]
    case .recordsChanged: return [.replace("read", with: .read)]
    }
    return []
  }

  private func goOn(with subject: Subject) -> [Step<Work>] {
    if entry(subject)?.isBeingWritten == true { return [.say(DraftsScreen.writtenElsewhere)] }
    let isOne = isOnly(subject)
    switch subject {
    case .plan(let id, let number): return [.open(.planEditor(id, from: isOne ? .newest : .number(number)))]
    case .review(let id, let number): return [.open(.planReview(id, from: isOne ? .newest : .number(number)))]
    case .crisis(let id, let number): return [.open(.crisisEditor(id, from: isOne ? .newest : .number(number)))]
    }
  }

  static let writtenElsewhere =
    "Nothing was opened. You are writing this draft in another session. Leave it there, then open it here."

  /// Nobody wrote the same plan or review in a second session.
  func isOnly(_ subject: Subject) -> Bool { entries?.count { $0.id.first == subject.first } ?? 0 < 2 }

  func entry(_ id: Subject?) -> Entry? { entries?.first { $0.id == id } }

  private mutating func ask(_ id: Subject) -> [Step<Work>] {
    if entry(id)?.isBeingWritten == true {
      return [.say("Nothing was discarded. You are writing this draft in another session. Leave it there first.")]
    }
    asked = id
    let name = entry(id)?.name(.staff) ?? "this person"
    return [.say("Discard the draft for \(name)? It cannot be brought back. y discards it, any other key keeps it.")]
  }

  private mutating func keep() -> [Step<Work>] {
    asked = nil
    return [.say("The draft is kept.")]
  }
}

extension DraftsScreen {
  private static func hasNone(_ screen: DraftsScreen) -> String? {
    screen.entries?.isEmpty == false ? nil : "There is no draft here. Esc goes back."
  }

  static let commands: [Command<DraftsScreen, Event>] =
    [
      Command(
        "<enter>", "Go on editing", help: "Opens the draft where it was written, as it was left.", hint: 1,
        unavailable: { screen in
          guard screen.entries != nil else { return nil }
          return screen.around.isReadOnly
            ? "This session is read-only. Start mdt without --read-only to edit." : hasNone(screen)
        }, event: { _ in .enterPressed }),
      Command(
        "x", "Discard", help: "Discards the draft, after asking; the published plan stays as it is.", hint: 2,
        unavailable: { screen in
          screen.around.isReadOnly
            ? "This session is read-only. Start mdt without --read-only to discard." : hasNone(screen)
        }, event: { _ in .discardPressed }),
      Command(
        "<esc> <left>", "Keep", help: "Keeps the draft.", when: { $0.asked != nil }, event: { _ in .backPressed }),
    ] + pageMoves { .moved($0) }

  /// First every draft to go on with, then every draft to discard.
  func event(forChoice number: Int) -> Event? {
    guard let entries, number >= 1, asked == nil, !around.isReadOnly else { return nil }
    if number <= entries.count { return .goOnChosen(entries[number - 1].id) }
    let discard = number - entries.count
    return discard <= entries.count ? .discardChosen(entries[discard - 1].id) : nil
  }

  func event(forAnswer text: String) -> Event? {
    asked == nil ? nil : .answered(text.lowercased() == "y" ? .character("y") : .escape)
  }
}
