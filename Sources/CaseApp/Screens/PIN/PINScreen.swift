import CaseModel
import TerminalKit

/// Chooses or changes what the person unlocks their screen with (spec 8.1).
struct PINScreen: Screen {
  static let name = "PIN"

  enum Box: Int, CaseIterable, Sendable { case old, new, again }

  enum Event: Sendable {
    case loaded(SigningIn)
    case failed(Problem)
    case typed(Key)
    case pasted(String)
    case moved(Int)
    case savePressed
    case answered(String)
    case saved
    case notSaved(Problem)
  }

  enum Work: Hashable, Sendable {
    case read
    case save(old: String?, new: String)
  }

  var signingIn: SigningIn?
  var typed: [Box: String] = [:]
  var focus = Box.new
  var isSaving = false
  var complaint: String?
  var problem: Problem?
  var around = Surroundings.nowhere

  var boxes: [Box] { signingIn?.hasSecret == true ? Box.allCases : [.new, .again] }
  var isTyping: Bool { signingIn != nil }

  mutating func begin() -> [Step<Work>] { [.perform(.read)] }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let signingIn):
      self.signingIn = signingIn
      focus = boxes[0]
    case .failed(let problem):
      self.problem = problem
      return [.report(problem)]
    case .typed(.character(let letter)): type(String(letter))
    case .typed(.backspace): if typed[focus]?.isEmpty == false { typed[focus]?.removeLast() }
    case .typed(let key):
      guard Keys.parse("<ctrl-u>").contains(key) else {
        return [.say("\(key.displayName) does nothing here. ^G lists what can be done.")]
      }
      typed[focus] = ""
    case .pasted(let text): type(text.filter { !$0.isNewline })
    case .moved(let step): move(step)
    case .savePressed:
      // Enter in a box that is not the last goes on to the next.
      if let place = boxes.firstIndex(of: focus), place + 1 < boxes.count, typed[boxes[place + 1], default: ""].isEmpty
      {
        move(1)
        return []
      }
      return save()
    case .answered(let text):
      typed[focus] = text
      if focus == .again { return save() }
      move(1)
    case .saved:
      typed = [:]
      let isFirst = signingIn?.isSecretRequired == true && signingIn?.hasSecret == false
      return [
        .secretChanged, .say("Your PIN is set. L locks the screen, and the PIN unlocks it."),
        isFirst ? .exchange(.caseload) : .close,
      ]
    case .notSaved(let problem):
      (isSaving, typed) = (false, [:])
      focus = boxes[0]
      complaint = problem.text
    }
    return []
  }

  private mutating func type(_ text: String) {
    complaint = nil
    guard typed[focus, default: ""].utf8.count + text.utf8.count <= SecretRules.mostBytes else { return }
    typed[focus, default: ""] += text
  }

  private mutating func move(_ step: Int) {
    guard let place = boxes.firstIndex(of: focus) else { return }
    focus = boxes[(place + step + boxes.count) % boxes.count]
  }

  private mutating func save() -> [Step<Work>] {
    guard !isSaving else { return [] }
    let new = typed[.new, default: ""]
    if let objection = SecretRules.objection(to: new) { return complain(objection) }
    guard new == typed[.again] else { return complain("The two are not the same.") }
    isSaving = true
    return [.perform(.save(old: boxes.contains(.old) ? typed[.old, default: ""] : nil, new: new))]
  }

  private mutating func complain(_ why: String) -> [Step<Work>] {
    (typed[.new], typed[.again]) = (nil, nil)
    focus = .new
    complaint = "The PIN was not set. \(why) Type another one twice."
    return []
  }
}
