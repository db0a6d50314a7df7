import CaseModel
import TerminalKit

/// Search as one types, over everything one is allowed to see: people, words in plans and notes, colleagues.
///
/// Only what somebody has settled on is recorded: when they open something, stop typing, or leave (spec 8.4).
struct FindScreen: Screen {
  static let name = "Find"

  enum Event: Sendable {
    case typed(Key), pasted(String), answered(String), cleared
    case moved(Int), groupMoved(Int), openPressed, emergencyPressed, choiceMade(Int)
    case found(String, FindResults)
    case recorded(String)
    case recordsChanged
    case failed(String, Problem)
  }

  enum Work: Hashable, Sendable {
    case find(String)
    /// Searches once more and leaves a line in the audit.
    case record(String)
  }

  /// One thing that was found.
  enum Hit: Hashable, Sendable {
    case person(FoundPerson)
    case passage(FoundPassage)
    case colleague(StaffMember)
  }

  struct Group: Hashable, Sendable {
    var title: String
    var hits: [Hit]
  }

  static let limit = 50

  var around = Surroundings.nowhere
  var size = Size(columns: 80, rows: 22)
  var box: TextEditor
  /// What was found for `foundText`.
  var results: FindResults?
  var foundText = ""
  var recordedText = ""
  var failure: Problem?
  /// Which of all hits is selected, groups one after the other.
  var selection = 0
  /// The last key chose among the results, so the cursor stands there.
  var isAmongResults = false
  var scroll = Scroll()

  init(_ text: String = "") { box = TextEditor(text, limit: 200, isSingleLine: true) }

  var isTyping: Bool { true }
  var text: String { box.content.trimmed }

  mutating func begin() -> [Step<Work>] { look() }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    box.fit(columns: boxColumns)
    showSelection()
    return []
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .typed(let key): return followed(box.handle(key), key)
    case .pasted(let text): return followed(box.paste(text), .unknown)
    case .answered(let text):
      box.replace(with: text)
      return look()
    case .cleared:
      box.replace(with: "")
      return look()
    case .moved(let step): move(to: selection + step)
    case .groupMoved(let step): moveGroup(by: step)
    case .openPressed: return open()
    case .emergencyPressed: return personAtHand.map { [.open(.emergency($0))] } ?? []
    case .choiceMade(let index):
      move(to: index)
      return open()
    case .found(let text, let results): take(results, for: text)
    case .recorded(let text): recordedText = text
    case .recordsChanged: return text.isEmpty ? [] : [.replace("find", with: .find(text))]
    case .failed(let text, let problem):
      if text == self.text { failure = problem }
      return [.report(problem)]
    }
    return []
  }

  func event(for input: Input) -> Event? {
    switch input {
    case .key(let key): .typed(key)
    case .paste(let text): .pasted(text)
    }
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  /// Somebody who leaves has seen what was found.
  func workBeforeStopping() -> Work? {
    foundText.isEmpty || foundText == recordedText || around.isReadOnly ? nil : .record(foundText)
  }

  private mutating func followed(_ outcome: TextEditor.Outcome, _ key: Key) -> [Step<Work>] {
    isAmongResults = false
    switch outcome {
    case .changed: return look()
    case .moved: return []
    case .refused(let why): return [.say(why)]
    case .ignored: return [.say("\(key.displayName) does nothing here. ^G lists what can be done.")]
    }
  }

  /// Looks for the text in the box; the newest look counts. What is still there after a pause is recorded.
  private mutating func look() -> [Step<Work>] {
    failure = nil
    let text = text
    guard !text.isEmpty else {
      results = nil
      foundText = ""
      move(to: 0)
      isAmongResults = false
      return []
    }
    let find: [Step<Work>] = [.replace("find", with: .find(text))]
    return around.isReadOnly ? find : find + [.later("record", seconds: 2, .record(text))]
  }

  private mutating func take(_ results: FindResults, for text: String) {
    guard text == self.text else { return }
    let kept = hits.indices.contains(selection) ? hits[selection] : nil
    let isSame = text == foundText
    self.results = results
    foundText = text
    failure = nil
    let wasAmongResults = isAmongResults
    move(to: isSame ? kept.flatMap { hits.firstIndex(of: $0) } ?? 0 : 0)
    isAmongResults = wasAmongResults && isSame
  }

  // MARK: Choosing

  var groups: [Group] {
    guard let results else { return [] }
    let all = [
      Group(title: "PATIENTS", hits: results.people.map(Hit.person)),
      Group(title: "PLANS AND NOTES", hits: results.passages.map(Hit.passage)),
      Group(title: "PEOPLE AND TEAMS", hits: results.staff.map(Hit.colleague)),
    ]
    return all.filter { !$0.hits.isEmpty }
  }

  var hits: [Hit] { groups.flatMap(\.hits) }
  var personAtHand: ID<Patient>? {
    switch selected {
    case .person(let found): found.row.id
    case .passage(let found): found.patient
    case .colleague, nil: nil
    }
  }

  var selected: Hit? { hits.indices.contains(selection) ? hits[selection] : nil }

  private mutating func move(to index: Int) {
    selection = min(max(index, 0), max(hits.count - 1, 0))
    isAmongResults = true
    showSelection()
  }

  private mutating func moveGroup(by step: Int) {
    var starts: [Int] = []
    var count = 0
    for group in groups {
      starts.append(count)
      count += group.hits.count
    }
    guard !starts.isEmpty else { return }
    let current = starts.lastIndex { $0 <= selection } ?? 0
    move(to: starts[(current + step + starts.count) % starts.count])
  }

  private func open() -> [Step<Work>] {
    let record: [Step<Work>] =
      foundText == recordedText || around.isReadOnly ? [] : [.replace("record", with: .record(foundText))]
    switch selected {
    case .person(let found): return record + [.open(.person(found.row.id, trail: nil))]
    case .passage(let found): return record + [.open(.person(found.patient, trail: nil))]
    case .colleague(let member): return record + [.say(reach(member))]
    case nil: return []
    }
  }

  /// How to reach a colleague.
  func reach(_ member: StaffMember) -> String {
    let ways = [member.phone, member.email].compactMap { $0 }
    let words = ways.isEmpty ? "no phone and no e-mail recorded" : ways.joined(separator: ", ")
    return "\(member.name), \(member.role.words.lowercasedFirst), \(member.organisationName): \(words)."
  }
}
