import CaseModel
import TerminalKit

/// Records that may be of one person, side by side, and what was joined (R-ID-06). Nothing is joined by itself, and what
/// was joined can be taken apart for thirty days.
struct DuplicatesScreen: Screen {
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
    case recordPressed, nextAsked(forward: Bool), leavePressed
    case typed(Key)
    case pasted(String)
    case answered(String)
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
  var isDoing = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  var isTyping: Bool { questions != nil }

  mutating func begin() -> [Step<Work>] { [.perform(.read)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isDoing ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

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
    case .recordPressed, .nextAsked, .leavePressed, .typed, .pasted, .answered: return handleForm(event)
    case .done(let words):
      isDoing = false
      close()
      return [.say(words), .recordsChanged, .replace("read", with: .read)]
    case .notDone(let problem):
      isDoing = false
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
      questions = Questions(
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
        ])
    case .merge(let id):
      guard let merge = merge(id) else { return [] }
      guard merge.isReversible(on: around.today) else {
        return [.say("This can no longer be taken apart: \(RecordMerge.reversibleDays) days have passed, or it was.")]
      }
      questions = Questions(
        "Take two records apart", notes: ["Both are listed again, each with what it has."],
        [.init("reason", "Why, in a sentence", .text)])
    }
    self.link = link
    questions?.fit(columns: size.columns)
    return []
  }

  private mutating func close() {
    link = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  private mutating func handleForm(_ event: Event) -> [Step<Work>] {
    guard !isDoing else { return [] }
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: around.today)
    case .pasted(let text): words = questions?.paste(text)
    case .nextAsked(let forward): questions?.move(forward: forward, today: around.today)
    case .answered(let line):
      switch questions?.answer(line, today: around.today) {
      case .say(let text): words = text
      case .record: return record()
      case .taken, nil: break
      }
    case .recordPressed: return record()
    case .leavePressed:
      if questions?.isTouched == true, questions?.isLeaving == false {
        questions?.isLeaving = true
        return [.say("Nothing is done yet. Esc once more leaves it; ^S does it.")]
      }
      close()
    default: break
    }
    return words.map { [.say($0)] } ?? []
  }

  private mutating func record() -> [Step<Work>] {
    guard let questions, let link else { return [] }
    var faults = [Complaint<String>]()
    if case .pair = link, questions.choice("survivor") == nil {
      faults.append(Complaint("survivor", "Choose the one that goes on."))
    }
    if questions.text("reason").isEmpty { faults.append(Complaint("reason", "Say it in a sentence.")) }
    guard faults.isEmpty else {
      self.questions?.complaints = faults
      if let first = faults.first { self.questions?.go(to: first.field) }
      return [.say("Nothing was done. What you typed is as you left it.")]
    }
    let reason = questions.text("reason")
    switch link {
    case .pair(let id):
      guard let pair = pair(id) else { return [.say("The pair is no longer here. Esc goes back.")] }
      isDoing = true
      let isFirst = questions.choice("survivor") == 0
      return [
        .perform(
          .merge(
            isFirst ? pair.other.patient : pair.one.patient, into: isFirst ? pair.one.patient : pair.other.patient,
            reason: reason))
      ]
    case .merge(let id):
      guard let merge = merge(id) else { return [.say("It is no longer here. Esc goes back.")] }
      isDoing = true
      return [.perform(.unmerge(merge.joined, reason: reason))]
    }
  }
}
