import CaseModel
import TerminalKit

/// What whoever answers in an emergency needs, on one screen of 24 rows: who it is, what was decided, what to do, whom to
/// ring (R-CR-09). Only what was signed, and never a draft (R-CR-08).
struct EmergencyScreen: Screen {
  static let name = "Emergency"

  enum Event: Sendable {
    case loaded(EmergencyView)
    case failed(Problem)
    case moreAsked, backPressed
    case moved(PageCursor.Move)
    case keySafePressed, reveal
    case typed(Key)
    case pasted(String)
    case answered(String)
    case revealed(String)
    case notRevealed(Problem)
    case planPressed, recordPressed
    case recordsChanged, retryPressed
  }

  enum Work: Hashable, Sendable {
    /// Reads it and writes into the audit that it was opened, and why.
    case open(ID<Patient>)
    case reload(ID<Patient>)
    /// The key safe's code; a row of the audit each time.
    case reveal(ID<Patient>, reason: String)
  }

  let id: ID<Patient>
  var view: EmergencyView?
  var problem: Problem?
  /// The rest of the plan, read like a page.
  var showsRest = false
  /// Why the code of the key safe is wanted, while it is asked.
  var reason: TextEditor?
  /// The code, until the next key.
  var code: String?
  var cursor = PageCursor()
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  var isTyping: Bool { reason != nil }
  var isPlain: Bool { reason == nil }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    let columns = boxColumns
    reason?.fit(columns: columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { view == nil ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return view == nil && input == .key(.enter) ? .retryPressed : nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    // A code is seen once; that the look was recorded changes the records, and is no key.
    switch event {
    case .revealed, .loaded, .recordsChanged, .failed: break
    default: code = nil
    }
    switch event {
    case .loaded(let view):
      self.view = view
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
      view = nil
      self.problem = problem
      return [.report(problem)]
    case .retryPressed: return [.perform(.open(id))]
    case .recordsChanged: return [.replace("read", with: .reload(id))]
    case .moreAsked:
      showsRest.toggle()
      cursor = PageCursor()
    case .backPressed:
      if reason != nil { reason = nil } else { showsRest = false }
    case .moved(let move):
      guard fills else { return [.say("Everything that is urgent is on this screen. Space shows the rest.")] }
      cursor.move(move, in: lines, rows: pageRows)
    case .keySafePressed:
      guard view?.keySafeSince != nil else { return [.say("No code of a key safe is kept for this person.")] }
      var box = TextEditor(limit: 200, isSingleLine: true)
      box.fit(columns: boxColumns)
      reason = box
      return [.say("Say why you need the code, then press Enter. Each look is recorded.")]
    case .typed(let key): return type(key)
    case .pasted(let text): if case .refused(let why) = reason?.paste(text) { return [.say(why)] }
    case .answered(let text):
      reason?.replace(with: text)
      return reveal()
    case .reveal: return reveal()
    case .revealed(let code):
      reason = nil
      self.code = code
    case .notRevealed(let problem): return [.report(problem)]
    case .planPressed: return [.open(.crisisPlan(id))]
    case .recordPressed: return [.open(.person(id, trail: nil))]
    }
    return []
  }

  private mutating func type(_ key: Key) -> [Step<Work>] {
    switch reason?.handle(key) {
    case .refused(let why): return [.say(why)]
    case .ignored: return [.say("\(key.displayName) does nothing here. Enter shows the code, Esc leaves it.")]
    case .changed, .moved, nil: return []
    }
  }

  private func reveal() -> [Step<Work>] {
    guard let reason else { return [] }
    guard reason.content.trimmed.count >= 3 else {
      return [.say("Say in a word or two why you need it: no answer at the door.")]
    }
    return [.perform(.reveal(id, reason: reason.content))]
  }

  var boxColumns: Int { max(size.columns - 6, 10) }
}
