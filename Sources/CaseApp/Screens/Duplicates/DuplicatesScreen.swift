import CaseModel
import TerminalKit

/// Records that may be of one person, side by side, and what was joined (R-ID-06). Nothing is joined by itself, and what
/// was joined can be taken apart for thirty days.
struct DuplicatesScreen: FormHolder {
  static let name = "Duplicates"

  enum Link: Hashable, Sendable {
    case pair(String)
    case merge(String)
  }

  struct Content: Hashable, Sendable {
    var pairs: [DuplicatePair]
    var merges: [RecordMerge]
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed
    case openPressed(first: Bool)
    case chosen(Link)
    case form(FormAct)
    case done(String)
    case notDone(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read
    case merge(ID<Patient>, into: ID<Patient>, reason: String)
    case unmerge(ID<Patient>, reason: String)
  }

  var content: Content?
  var problem: Problem?
  var link: Link?
  var questions: Questions?
  var isRecording = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  mutating func begin() -> [Step<Work>] { [.perform(.read)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      (self.content, problem) = (content, nil)
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind != .unavailable { content = nil }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(.read)] }
      guard let link = cursor.link(in: lines) else { return [.say("Nothing waits here. Esc goes back.")] }
      return begin(link)
    case .openPressed(let first):
      guard case .pair(let id)? = cursor.link(in: lines), let pair = pair(id) else {
        return [.say("Go to a pair first.")]
      }
      return [.open(.person(first ? pair.one.patient : pair.other.patient, trail: nil))]
    case .chosen(let link): return begin(link)
    case .form(let act): return handleForm(act)
    case .done(let words):
      isRecording = false
      closeForm()
      return [.say(words), .recordsChanged, .replace("read", with: .read)]
    case .notDone(let problem):
      isRecording = false
      return [.report(problem)]
    }
    return []
  }

  func pair(_ id: String) -> DuplicatePair? { content?.pairs.first { $0.id == id } }
  func merge(_ id: String) -> RecordMerge? { content?.merges.first { $0.id == id } }

  private mutating func begin(_ link: Link) -> [Step<Work>] {
    if around.isReadOnly { return [.say("This session is read-only. Start mdt without --read-only to join records.")] }
    switch link {
    case .pair(let id):
      guard let pair = pair(id) else { return [] }
      openForm(
        Questions(
          "Join two records",
          notes: [
            "Nothing is moved: the other record points to the one that goes on, leaves the lists, and can be taken apart"
              + " for \(RecordMerge.reversibleDays) days."
          ],
          [
            .init(
              "survivor", "Which one goes on",
              .choice([DuplicatesScreen.words(pair.one, .staff), DuplicatesScreen.words(pair.other, .staff)])),
            .init("reason", "How you know that they are one person", .text),
          ]))
    case .merge(let id):
      guard let merge = merge(id) else { return [] }
      guard merge.isReversible(on: around.today) else {
        return [.say("This can no longer be taken apart: \(RecordMerge.reversibleDays) days have passed, or it was.")]
      }
      openForm(
        Questions(
          "Take two records apart", notes: ["Both are listed again, each with what it has."],
          [.init("reason", "Why, in a sentence", .text)]))
    }
    self.link = link
    return []
  }

  static func event(_ act: FormAct) -> Event { .form(act) }

  /// What is asked does not depend on the answers.
  mutating func refreshForm() {}

  mutating func closeForm() {
    link = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let questions, let link else { return [] }
    var faults = [Complaint<String>]()
    if case .pair = link, questions.choice("survivor") == nil {
      faults.append(Complaint("survivor", "Choose the one that goes on."))
    }
    if questions.text("reason").isEmpty { faults.append(Complaint("reason", "Say it in a sentence.")) }
    guard faults.isEmpty else { return complain(faults) }
    let reason = questions.text("reason")
    switch link {
    case .pair(let id):
      guard let pair = pair(id) else { return [.say("The pair is no longer here. Esc goes back.")] }
      let isFirst = questions.choice("survivor") == 0
      let (survivor, joined) = isFirst ? (pair.one, pair.other) : (pair.other, pair.one)
      return send(.merge(joined.patient, into: survivor.patient, reason: reason))
    case .merge(let id):
      guard let merge = merge(id) else { return [.say("It is no longer here. Esc goes back.")] }
      return send(.unmerge(merge.joined, reason: reason))
    }
  }
}
