import CaseModel
import TerminalKit

/// Somebody whose record is not open to the reader: who they are, why, and what would open it (spec 8.2, 8.3).
struct ClosedRecordScreen: Screen {
  static let name = "Closed record"

  /// A way to open it, each with a reason in words.
  enum Way: Hashable, Sendable {
    case claim
    case glass(BreakGlassReason)
  }

  enum Event: Sendable {
    case loaded(ClosedRecord)
    case failed(Problem)
    case moved(Int)
    case chosen(Int)
    case choosePressed, backPressed, openPressed
    case typed(Key)
    case pasted(String)
    case answered(String)
    case consentPressed
    case referralsPressed, socialCarePressed
    case claimed
    case opened(until: Moment)
    case notOpened(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(ID<Patient>)
    case claim(ID<Patient>, String)
    case breakGlass(ID<Patient>, BreakGlassReason, String)
  }

  let id: ID<Patient>
  var closed: ClosedRecord?
  var problem: Problem?
  var selection = 0
  /// The way for which the reason is being typed.
  var way: Way?
  var box = TextEditor(limit: 2000, isSingleLine: true)
  var isOpening = false
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  var isTyping: Bool { way != nil }

  var ways: [Way] {
    guard let closed, !around.isReadOnly else { return [] }
    return (closed.mayClaim ? [.claim] : [])
      + (closed.mayBreakGlass ? BreakGlassReason.allCases.map { Way.glass($0) } : [])
  }

  mutating func begin() -> [Step<Work>] { [.perform(.read(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    box.fit(columns: boxColumns)
    return []
  }

  func eventWithoutProof() -> Event? {
    .notOpened(
      Problem(
        "The record was not opened.", because: "You did not give your PIN.",
        try: "Press Enter again to give it, or Esc to go back.", kind: .refused))
  }

  func eventForChangedRecords() -> Event? { isOpening ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let closed):
      // Opened meanwhile: by an assignment, or by a change of mind.
      guard closed.why != nil else { return [.exchange(.person(id, trail: nil))] }
      self.closed = closed
      problem = nil
      selection = min(selection, max(ways.count - 1, 0))
    case .failed(let problem):
      closed = nil
      self.problem = problem
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(id))]
    case .moved(let step): selection = min(max(selection + step, 0), max(ways.count - 1, 0))
    case .chosen(let number):
      guard ways.indices.contains(number) else { return [.say(nothingToChoose)] }
      selection = number
      way = ways[number]
    case .choosePressed:
      guard ways.indices.contains(selection) else { return [.say(nothingToChoose)] }
      way = ways[selection]
    case .backPressed: way = nil
    case .typed(let key):
      switch box.handle(key) {
      case .refused(let why): return [.say(why)]
      case .ignored: return [.say("\(key.displayName) does nothing here. ^G lists what can be done.")]
      case .changed, .moved: break
      }
    case .pasted(let text): if case .refused(let why) = box.paste(text) { return [.say(why)] }
    case .answered(let text):
      box.replace(with: text)
      return open()
    case .openPressed: return open()
    case .consentPressed: return [.open(.consent(id))]
    case .referralsPressed: return [.open(.referrals(about: id))]
    case .socialCarePressed: return [.open(.socialCare(id))]
    case .claimed:
      return [
        .say("Open to you for fourteen days. The privacy officer is told why."), .recordsChanged,
        .exchange(.person(id, trail: nil)),
      ]
    case .opened(let until):
      return [
        .say("Open to you until \(until.clock). Somebody reviews it."), .recordsChanged,
        .exchange(.person(id, trail: nil)),
      ]
    case .notOpened(let problem):
      isOpening = false
      return [.report(problem)]
    }
    return []
  }

  private mutating func open() -> [Step<Work>] {
    guard let way, !isOpening else { return [] }
    isOpening = true
    switch way {
    case .claim: return [.perform(.claim(id, box.content))]
    case .glass(let code): return [.proven("Break the glass", .breakGlass(id, code, box.content))]
    }
  }

  private var nothingToChoose: String {
    around.isReadOnly
      ? "This session is read-only, so no reason can be recorded. Esc goes back."
      : "Nothing opens this record to you. Esc goes back."
  }
}
