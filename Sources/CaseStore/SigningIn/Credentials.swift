import CaseModel

/// What somebody unlocks with, and how often it was wrong.
struct Credential {
  /// Nil while there is none, or when it was taken away.
  var hash: String?
  /// It has a row, whether or not it stands.
  var isKept: Bool
  var tries: Int
  var triedAt: Moment?
  /// How often a PIN of theirs was taken away.
  var resets: Int

  func waitsUntil(at now: Moment) -> Moment? {
    guard let triedAt else { return nil }
    let until = triedAt + SigningIn.wait(afterTries: tries)
    return until > now ? until : nil
  }

  static func of(_ staff: ID<StaffMember>, _ connection: any Connection) throws -> Credential {
    let found = try connection.first(
      """
      SELECT c.hash, c.resets, c.tries, c.tried_at,
        (SELECT count(*) FROM revocation r WHERE r.staff_id = s.id AND r.kind = 'secret')
      FROM staff s LEFT JOIN credential c ON c.staff_id = s.id AND c.entered_in_error = 0 WHERE s.id = $1
      """, [.of(staff)]
    ) { row in
      let (hash, then) = (row.textOrNil(), row.intOrNil())
      let (tries, triedAt, now) = (row.intOrNil() ?? 0, try row.momentOrNil(), try row.int())
      let stands = then == now
      return Credential(
        hash: stands ? hash : nil, isKept: then != nil, tries: stands ? tries : 0, triedAt: stands ? triedAt : nil,
        resets: now)
    }
    return found ?? Credential(hash: nil, isKept: false, tries: 0, triedAt: nil, resets: 0)
  }

  /// What became of a try before it was looked at.
  enum Try {
    case notChosen
    case waits(until: Moment)
    /// The newest is the `number`th since it was last right.
    case counted(hash: String, number: Int)
  }

  /// Counts a try before it is looked at: a program that is killed meanwhile gains none.
  static func countTry(_ purpose: String, in change: Change) throws -> Try {
    let result = try of(change.by.actor.id, change.connection).next(at: change.at)
    if case .counted(_, let number) = result {
      try set(tries: number, in: change)
      try change.audit(.login, "sign-in", purpose: "\(purpose): try \(number)")
    } else {
      try change.audit(.denied, "sign-in", purpose: "\(purpose): too many tries, or none chosen")
    }
    return result
  }

  func next(at now: Moment) -> Try {
    guard let hash else { return .notChosen }
    if let until = waitsUntil(at: now) { return .waits(until: until) }
    return .counted(hash: hash, number: tries + 1)
  }

  static func set(tries: Int, in change: Change) throws {
    try change.connection.run(
      """
      UPDATE credential SET tries = $1, tried_at = $2, updated_at = $2, updated_by = $3, row_version = row_version + 1
      WHERE staff_id = $3
      """, [.of(tries), .of(change.at), .text(change.staffID)])
  }

  func keep(_ hash: String, in change: Change) throws {
    if isKept {
      try change.connection.run(
        """
        UPDATE credential SET hash = $1, resets = $2, tries = 0, tried_at = NULL, updated_at = $3, updated_by = $4,
        row_version = row_version + 1 WHERE staff_id = $4
        """, [.text(hash), .of(resets), .of(change.at), .text(change.staffID)])
    } else {
      try change.insert(
        "credential", [("staff_id", .text(change.staffID)), ("hash", .text(hash)), ("resets", .of(resets))])
    }
  }
}

/// What was taken from somebody.
enum Revocations {
  enum Kind: String { case sessions, secret }

  static func add(_ kind: Kind, _ staff: ID<StaffMember>, reason: String, in change: Change) throws {
    try change.insert(
      "revocation",
      [
        ("staff_id", .of(staff)), ("id", .text(change.by.newID())), ("kind", .of(kind)), ("reason", .text(reason)),
      ])
  }

  /// How often somebody's sessions were ended: a session remembers it, and is over when it is another.
  static let count = "SELECT count(*) FROM revocation WHERE staff_id = $1 AND kind = 'sessions'"

  /// Who ended somebody's sessions last, when and why.
  static func last(of staff: ID<StaffMember>, _ connection: any Connection) throws -> SessionOver? {
    try connection.first(
      """
      SELECT s.name, r.created_at, r.reason FROM revocation r JOIN staff s ON s.id = r.created_by
      WHERE r.staff_id = $1 AND r.kind = 'sessions' ORDER BY r.created_at DESC, r.id DESC LIMIT 1
      """, [.of(staff)]
    ) { SessionOver(by: try $0.text(), at: try $0.moment(), reason: try $0.text()) }
  }
}

/// The session of whoever asks was ended by somebody.
struct SessionOver: Error {
  var by: String
  var at: Moment
  var reason: String

  func problem(_ what: String) -> Problem {
    Problem(
      what, because: "\(by) ended your sessions on \(at.short), because: \(reason)",
      try: "Leave mdt and sign in again; your drafts are kept.", kind: .signedOut)
  }
}
