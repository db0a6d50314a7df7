/// What is known of how somebody signs in, when they sit down and whenever the records have changed (spec 8.1).
public struct SigningIn: Hashable, Sendable {
  /// They have chosen a PIN or passphrase.
  public var hasSecret: Bool
  /// Wrong tries since it was last right.
  public var tries: Int
  /// Nothing is tried before this; nil when it may be tried now.
  public var waitsUntil: Moment?
  /// When and where they signed in last.
  public var lastAt: Moment?
  public var lastWorkstation: String?
  /// After so many minutes without a key the screen locks: `session.idle_minutes`.
  public var idleMinutes: Int
  /// After so many hours a session is over: `session.hours`.
  public var sessionHours: Int
  /// Nobody works without a PIN or passphrase: `session.pin_required`.
  public var isSecretRequired: Bool

  public init(
    hasSecret: Bool, tries: Int = 0, waitsUntil: Moment? = nil, lastAt: Moment? = nil, lastWorkstation: String? = nil,
    idleMinutes: Int = 5, sessionHours: Int = 10, isSecretRequired: Bool = false
  ) {
    self.hasSecret = hasSecret
    self.tries = tries
    self.waitsUntil = waitsUntil
    self.lastAt = lastAt
    self.lastWorkstation = lastWorkstation
    self.idleMinutes = idleMinutes
    self.sessionHours = sessionHours
    self.isSecretRequired = isSecretRequired
  }

  /// So many tries, and then a wait.
  public static let triesBeforeWait = 5

  /// Seconds to wait after so many wrong tries: 1 minute after five, then twice as long after every five more, at most
  /// an hour.
  public static func wait(afterTries tries: Int) -> Int {
    guard tries > 0, tries % triesBeforeWait == 0 else { return 0 }
    return 60 * min(1 << min(tries / triesBeforeWait - 1, 6), 60)
  }

  /// Tries that are left before the next wait.
  public static func left(afterTries tries: Int) -> Int { triesBeforeWait - tries % triesBeforeWait }
}

/// What came of a try to unlock.
public enum UnlockOutcome: Hashable, Sendable {
  case right
  case wrong(left: Int)
  /// Not looked at: there were too many wrong tries.
  case wait(until: Moment)
}

/// What is asked of a PIN or passphrase: six digits that are no row, or twelve characters.
public enum SecretRules {
  public static let fewestDigits = 6
  public static let fewestCharacters = 12
  public static let mostBytes = 256

  /// Why it cannot be one; nil when it can.
  public static func objection(to secret: String) -> String? {
    guard secret.utf8.count <= mostBytes else { return "It is longer than \(mostBytes) bytes." }
    guard secret.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      return "It has a character in it that no keyboard types."
    }
    let digits = secret.utf8.allSatisfy { (48...57).contains($0) }
    if digits, !secret.isEmpty {
      guard secret.utf8.count >= fewestDigits else { return "A PIN has at least \(fewestDigits) digits." }
      let steps = Set(zip(secret.utf8, secret.utf8.dropFirst()).map { Int($1) - Int($0) })
      if steps.count == 1, let step = steps.first, abs(step) <= 1 {
        return "Digits that are all the same or a row are the first that anybody tries."
      }
      return nil
    }
    guard secret.unicodeScalars.count >= fewestCharacters else {
      return "A passphrase has at least \(fewestCharacters) characters; a PIN has digits only."
    }
    guard Set(secret).count >= 5 else { return "It repeats the same few characters." }
    return nil
  }
}
