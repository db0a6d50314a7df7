public import CaseModel

/// Unlocking with a PIN or passphrase, and ending sessions (spec 8.1, store.md 5). Who somebody is comes from the
/// account or the role that is connected; the PIN shows that they, and nobody else, came back to their screen.
extension CaseStore {
  /// How whoever sits here signs in.
  public func signingIn() async throws(Problem) -> SigningIn {
    let by = seat?.writing()
    return try await reading("It was not read how you sign in.", .action(.ownWork)) { connection in
      guard let by else { return SigningIn(hasSecret: false) }
      let credential = try Credential.of(by.actor.id, connection)
      var result = SigningIn(
        hasSecret: credential.hash != nil, tries: credential.tries, waitsUntil: credential.waitsUntil(at: by.at))
      let last = try connection.first(
        """
        SELECT at, workstation FROM audit_event WHERE staff_id = $1 AND action = 'login' AND object = 'session'
        ORDER BY seq DESC LIMIT 1
        """, [.of(by.actor.id)]
      ) { (at: try $0.moment(), workstation: try $0.text()) }
      (result.lastAt, result.lastWorkstation) = (last?.at, last?.workstation)
      for setting in try Settings.all(connection) {
        switch setting.key {
        case "session.idle_minutes": result.idleMinutes = Int(setting.value) ?? result.idleMinutes
        case "session.hours": result.sessionHours = Int(setting.value) ?? result.sessionHours
        case "session.pin_required": result.isSecretRequired = setting.value == "yes"
        default: break
        }
      }
      return result
    }
  }

  /// Tries a PIN or passphrase. Each try is counted before it is looked at; five that are wrong, and one waits.
  ///
  /// - Parameter purpose: what it is given for, for the audit: "unlock".
  /// - Throws: `notFound` where none was chosen; what the store throws.
  public func tryToUnlock(_ secret: String, purpose: String, by: Writing) async throws(Problem) -> UnlockOutcome {
    let what = "It was not looked at."
    let tried: Credential.Try
    if isReadOnly {
      // Nothing can be counted here; the screens count, and end the session.
      tried = try await reading(what, .action(.ownWork)) { try Credential.of(by.actor.id, $0).next(at: by.at) }
    } else {
      tried = try await writing(what, .action(.ownWork), by) { try Credential.countTry(purpose, in: $0) }
    }
    let (hash, number): (String, Int)
    switch tried {
    case .notChosen:
      throw Problem(what, because: "You have no PIN.", try: "Leave mdt and sign in again.", kind: .notFound)
    case .waits(let until): return .wait(until: until)
    case .counted(let kept, let count): (hash, number) = (kept, count)
    }
    let isRight = try Secret.fits(secret, hash)
    guard !isReadOnly else { return isRight ? .right : .wrong(left: 0) }
    try await writing(what, .action(.ownWork), by) { change in
      if isRight { try Credential.set(tries: 0, in: change) }
      try change.audit(
        isRight ? .login : .denied, "sign-in", purpose: isRight ? "\(purpose): right" : "\(purpose): wrong")
    }
    if isRight { return .right }
    let wait = SigningIn.wait(afterTries: number)
    return wait > 0 ? .wait(until: by.at + wait) : .wrong(left: SigningIn.left(afterTries: number))
  }

  /// Chooses or changes the PIN or passphrase of whoever writes.
  ///
  /// - Parameter old: the one there is; whoever has none gives nil.
  /// - Throws: `badData` for one that breaks `SecretRules`; `refused` where the old one is wrong or must be waited for.
  public func setSecret(_ new: String, old: String?, by: Writing) async throws(Problem) {
    let what = "The PIN was not changed."
    if let objection = SecretRules.objection(to: new) {
      throw Problem(what, because: objection, try: "Choose another one.", kind: .badData)
    }
    let current = try await reading(what, .action(.ownWork)) { try Credential.of(by.actor.id, $0) }
    if current.hash != nil {
      switch try await tryToUnlock(old ?? "", purpose: "change of PIN", by: by) {
      case .right: break
      case .wrong(let left):
        throw Problem(
          what, because: "The old one is not right.", try: "Type it again; \(left) tries are left.", kind: .refused)
      case .wait(let until):
        throw Problem(
          what, because: "There were too many wrong tries.", try: "Wait until \(until.clock), then try again.",
          kind: .refused)
      }
    }
    let hash = try Secret.hash(new)
    try await writing(what, .action(.ownWork), by) { change in
      let now = try Credential.of(change.by.actor.id, change.connection)
      guard (now.hash != nil) == (current.hash != nil) else {
        throw Problem(
          what, because: "It was changed in another session of yours meanwhile.", try: "Look there, then try again.",
          kind: .conflict)
      }
      try now.keep(hash, in: change)
      try change.audit(
        .update, "PIN", purpose: current.hash == nil ? "chose a PIN" : "changed the PIN", digest: SHA256.hex(hash))
    }
  }

  /// Takes a forgotten PIN away, so that its holder can choose another. Nobody can set somebody else's.
  ///
  /// - Throws: `refused` for whoever does not look after the staff; `notFound` where there is none.
  public func takeSecret(of staff: ID<StaffMember>, reason: String, by: Writing) async throws(Problem) {
    let what = "The PIN was not taken away."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      guard try Credential.of(staff, change.connection).hash != nil else {
        throw Problem(what, because: "They have none.", try: "Nothing needs to be done.", kind: .notFound)
      }
      try Revocations.add(.secret, staff, reason: text, in: change)
      try change.audit(.update, "PIN of staff \(staff)", purpose: "taken away: \(text)")
    }
  }

  /// Ends every session of somebody at its next act. Whoever looks after the staff may, and everybody their own.
  ///
  /// - Throws: `refused`, `notFound`.
  public func revokeSessions(of staff: ID<StaffMember>, reason: String, by: Writing) async throws(Problem) {
    let what = "No session was ended."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    let need: AccessAction = staff == by.actor.id ? .ownWork : .manageStaff
    try await writing(what, .action(need), by) { change in
      guard try StaffRows.one(staff, change.connection) != nil else {
        throw Problem(
          what, because: "There is no such member of staff.", try: "List them with mdt staff.", kind: .notFound)
      }
      try Revocations.add(.sessions, staff, reason: text, in: change)
      try change.audit(.logout, "sessions of staff \(staff)", purpose: "ended: \(text)")
    }
  }

  /// Records that a session begins.
  public func recordSignIn(_ how: String, by: Writing) async throws(Problem) {
    try await writing("Your sign-in was not recorded.", .action(.ownWork), by) {
      try $0.audit(.login, "session", purpose: how)
    }
  }

  /// Records that a session ends, and why. Whoever was shut out meanwhile has nothing to record.
  public func recordSignOut(_ why: String, by: Writing) async throws(Problem) {
    try await writing("Your sign-out was not recorded.", .action(.ownWork), by) {
      try $0.audit(.logout, "session", purpose: why)
    }
  }
}
