import CaseModel
import TerminalKit

/// Signing in, locking, proving and being signed out: what stands before the screens (spec 8.1).
extension AppLoop {
  /// What waits for somebody to show that they are the person at the keys.
  struct Proof {
    var then: @MainActor () -> Void
    var otherwise: @MainActor () -> Void
  }

  /// The person sits down: asks for their PIN where they have one, and opens the first place.
  ///
  /// - Parameter place: what lies in front of the first place from the start.
  public func signIn(then first: Route, at place: Route? = nil) async {
    startPlace = place
    sessionBeganAt = world.uptime()
    lastKeyAt = sessionBeganAt
    do throws(Problem) {
      signingIn = try await world.signingIn()
    } catch {
      // The screens tell what cannot be read, and of a store that is away nothing is shown anyway.
      if error.kind == .signedOut { return shutOut(error) }
      report(error)
    }
    firstRoute = signingIn.isSecretRequired && !signingIn.hasSecret && !world.isReadOnly ? .pin : first
    if signingIn.hasSecret {
      lock = newLock(.signIn)
    } else {
      await begin("by the account")
    }
  }

  private func begin(_ how: String) async {
    sessionBeganAt = world.uptime()
    lastKeyAt = sessionBeganAt
    if !world.isReadOnly {
      do throws(Problem) {
        try await world.recordSignIn(how)
        isSignedIn = true
      } catch {
        report(error)
      }
    }
    await lookForChanges()
    if layers.isEmpty, lock == nil {
      open(firstRoute)
      if let startPlace, firstRoute != .pin, firstRoute != startPlace { open(startPlace) }
    }
  }

  private func newLock(_ cause: Lock.Cause) -> Lock {
    var last: String?
    if let at = signingIn.lastAt {
      last = "\(at.day.shortWithWeekday) \(at.clock)" + (signingIn.lastWorkstation.map { " at \($0)" } ?? "")
    }
    var lock = Lock(
      cause: cause, hasSecret: signingIn.hasSecret, opensWithout: world.isPractice, lastSignIn: last)
    if let until = signingIn.waitsUntil { lock.error = tooManyTries(until) }
    return lock
  }

  /// Locks at once: drafts are kept, and nothing of a record stays on the terminal.
  func lockNow() {
    guard !isOver else { return }
    proof?.otherwise()
    proof = nil
    coverScreens(by: newLock(.locked(at: world.now())))
  }

  private func coverScreens(by cover: Lock) {
    for index in layers.indices { keepDraft(of: index) }
    (isBlank, awaitsPlace, isHeldBack, message) = (false, false, false, nil)
    lock = cover
    redraw()
    // The whole terminal is written anew, after the cover is its picture: what it kept of the last one goes too.
    terminal.redrawAll()
    onLock?()
  }

  /// The session is over, and only leaving is left.
  func shutOut(_ problem: Problem) {
    guard !isShutOut else { return }
    isSignedIn = false
    proof = nil
    let cover = newLock(.shutOut(problem))
    coverScreens(by: cover)
    layers.removeAll()
  }

  var isShutOut: Bool {
    if case .shutOut? = lock?.cause { return true }
    return false
  }

  /// Locks where nobody has pressed a key for as long as the site allows, and ends a session that lasts too long.
  ///
  /// - Returns: whether it did just now.
  @discardableResult public func lockIfDue() -> Bool {
    guard !isOver, !isShutOut, !layers.isEmpty else { return false }
    let now = world.uptime()
    if now - sessionBeganAt >= signingIn.sessionHours * 3600 {
      proof?.otherwise()
      proof = nil
      coverScreens(by: newLock(.ended(at: world.now())))
      layers.removeAll()
      firstRoute = .caseload
      return true
    }
    let isLocked = lock.map { !$0.mayCancel } ?? false
    guard !isLocked, now - lastKeyAt >= signingIn.idleMinutes * 60 else { return false }
    lockNow()
    return true
  }

  /// Sleeps until the next lock may be due, again and again.
  func watchIdleness() async {
    while !Task.isCancelled {
      let now = world.uptime()
      let idle = lock == nil ? lastKeyAt + signingIn.idleMinutes * 60 - now : 60
      let session = sessionBeganAt + signingIn.sessionHours * 3600 - now
      await idlePause(Double(max(min(idle, session), 1)))
      if Task.isCancelled { return }
      lockIfDue()
    }
  }

  /// Asks who it is before an act that must be nobody else's, where they can show it.
  func prove(_ act: String, then: @escaping @MainActor () -> Void, otherwise: @escaping @MainActor () -> Void) {
    guard signingIn.hasSecret else { return then() }
    proof = Proof(then: then, otherwise: otherwise)
    lock = newLock(.proof(act))
    onLock?()
  }

  // MARK: Keys

  func pressAtLock(_ key: Key) {
    guard var now = lock, !now.isChecking else { return }
    if now.asksToLeave {
      now.asksToLeave = false
      lock = now
      if key == .character("y") { isOver = true }
      return
    }
    let leave = Keys.parse(now.leavesByLetter ? "q" : "<ctrl-q>")
    if leave.contains(key) || Keys.parse("<ctrl-q>").contains(key) {
      now.asksToLeave = true
    } else if key == .escape, now.mayCancel {
      return cancelProof()
    } else if key == .enter {
      return tryToUnlock()
    } else if key == .backspace {
      now.eraseLast()
    } else if Keys.parse("<ctrl-u>").contains(key) {
      now.typed = ""
    } else if case .character(let letter) = key, !now.leavesByLetter {
      now.error = nil
      now.type(String(letter))
    }
    lock = now
  }

  func pasteAtLock(_ text: String) {
    guard var now = lock, !now.isChecking, !now.leavesByLetter else { return }
    now.type(text.filter { !$0.isNewline })
    lock = now
  }

  /// A line in linear mode.
  func takeAtLock(_ line: String) {
    if ["quit", "exit", ":quit"].contains(line) {
      isOver = true
    } else if lock?.mayCancel == true, ["back", ":back"].contains(line) {
      cancelProof()
    } else {
      lock?.typed = line
      tryToUnlock()
    }
  }

  private func cancelProof() {
    let waiting = proof
    (proof, lock) = (nil, nil)
    waiting?.otherwise()
  }

  // MARK: Unlocking

  private func tryToUnlock() {
    guard let now = lock, now.canUnlock, !now.isChecking else { return }
    guard now.hasSecret else { return opened() }
    guard !now.typed.isEmpty else {
      lock?.error = "Nothing was typed."
      return
    }
    let secret = now.typed
    lock?.typed = ""
    lock?.error = nil
    lock?.isChecking = true
    let purpose = now.purpose
    workBegins()
    Task {
      do throws(Problem) {
        let outcome = try await world.tryToUnlock(secret, purpose: purpose)
        lock?.isChecking = false
        take(outcome)
      } catch {
        lock?.isChecking = false
        if error.kind == .signedOut { shutOut(error) } else { lock?.error = error.text }
      }
      redraw()
      workEnds()
      onLock?()
    }
  }

  private func take(_ outcome: UnlockOutcome) {
    switch outcome {
    case .right:
      signingIn.waitsUntil = nil
      opened()
    case .wait(let until): lock?.error = tooManyTries(until)
    case .wrong(let left):
      let wrong = "That PIN or passphrase is not right."
      guard left == 0 else {
        let tries = left == 1 ? "One try is left, then wait" : "\(left) tries are left, then wait"
        lock?.error = "\(wrong) \(tries)."
        return
      }
      // Nothing can be counted in a store that is only read: this program counts, and ends.
      lock?.uncounted += 1
      let more = SigningIn.triesBeforeWait - (lock?.uncounted ?? 0)
      if more <= 0 { isOver = true } else { lock?.error = "\(wrong) \(more) tries are left." }
    }
  }

  private func tooManyTries(_ until: Moment) -> String {
    "There were \(SigningIn.triesBeforeWait) wrong tries. Wait until \(until.clock), then try again."
  }

  private func opened() {
    guard let cause = lock?.cause else { return }
    lock = nil
    lastKeyAt = world.uptime()
    switch cause {
    case .locked: break
    case .proof:
      let waiting = proof
      proof = nil
      waiting?.then()
    case .signIn, .ended:
      workBegins()
      Task {
        await begin(signingIn.hasSecret ? "with a PIN" : "by the account")
        redraw()
        workEnds()
        onLock?()
      }
    case .shutOut: break
    }
  }
}

extension Lock {
  /// What a try is for, in the audit.
  fileprivate var purpose: String {
    switch cause {
    case .signIn, .ended: "sign in"
    case .locked: "unlock"
    case .proof(let act): act.lowercasedFirst
    case .shutOut: "nothing"
    }
  }
}

extension AppLoop {
  /// The program ends: what began in the audit ends there. A store that cannot take it has said so before.
  public func signOut() async {
    guard isSignedIn else { return }
    isSignedIn = false
    do throws(Problem) {
      try await world.recordSignOut(endedBySignal.map { "ended by signal \($0)" } ?? "left")
    } catch {
      return
    }
  }
}
