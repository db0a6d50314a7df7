import CaseModel
import TerminalKit

/// What stands before the screens while nobody has shown that they are the person at the keys (mock-up 12).
struct Lock: Sendable {
  enum Cause: Hashable, Sendable {
    /// The program was started.
    case signIn
    case locked(at: Moment)
    /// A step that asks who it is: "Break the glass".
    case proof(String)
    /// The session lasted as long as one may.
    case ended(at: Moment)
    /// Somebody ended the session, or the person works here no longer: it can only be left.
    case shutOut(Problem)
  }

  var cause: Cause
  /// They have a PIN; without one a locked screen can only be left.
  var hasSecret: Bool
  /// In a practice store, where nobody's record is open, Enter unlocks without one.
  var opensWithout: Bool
  var lastSignIn: String?
  var typed = ""
  var isChecking = false
  var error: String?
  var asksToLeave = false

  /// Wrong tries of this program that could not be counted in the store.
  var uncounted = 0

  mutating func type(_ text: String) {
    guard typed.utf8.count + text.utf8.count <= SecretRules.mostBytes else { return }
    typed += text
  }

  mutating func eraseLast() { if !typed.isEmpty { typed.removeLast() } }

  var canUnlock: Bool {
    if case .shutOut = cause { return false }
    return hasSecret || opensWithout
  }

  var mayCancel: Bool {
    if case .proof = cause { return true }
    return false
  }

  var title: String {
    switch cause {
    case .signIn: "SIGN IN"
    case .locked(let at): "LOCKED at \(at.clock)"
    case .proof(let act): act
    case .ended(let at): "SESSION ENDED at \(at.clock)"
    case .shutOut: "SIGNED OUT"
    }
  }

  /// What is to be known, a sentence each.
  var sentences: [String] {
    switch cause {
    case .signIn: return hasSecret ? ["Type your PIN or passphrase."] : []
    case .locked:
      if hasSecret { return ["Drafts are kept.", "Type your PIN or passphrase."] }
      return opensWithout
        ? ["Drafts are kept.", "You have no PIN. This is a practice store: Enter unlocks."]
        : ["Drafts are kept.", "You have no PIN, so this screen can only be left. Start mdt again to sign in."]
    case .proof: return ["Type your PIN or passphrase, so that nobody does this at a screen you left."]
    case .ended:
      let why = "A session lasts no longer. Drafts are kept."
      if hasSecret { return [why, "Type your PIN or passphrase to begin another."] }
      return [why, opensWithout ? "Enter begins another." : "Leave mdt and start it again."]
    case .shutOut(let problem): return [problem.reason, problem.advice]
    }
  }

  var keys: [(key: String, name: String)] {
    if asksToLeave { return [("y", "leave mdt"), ("any other key", "stay")] }
    var keys = [(key: String, name: String)]()
    if canUnlock { keys.append(("Enter", mayCancel ? "go on" : "unlock")) }
    if hasSecret, canUnlock { keys.append(("^U", "clear")) }
    if mayCancel { keys.append(("Esc", "do not")) }
    keys.append((leavesByLetter ? "q" : "^Q", "leave"))
    return keys
  }

  /// Where no letters are typed, `q` leaves as everywhere.
  var leavesByLetter: Bool { !(hasSecret && canUnlock) }
}
