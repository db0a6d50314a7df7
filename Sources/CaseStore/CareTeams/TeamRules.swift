import CaseModel

/// What is asked before somebody is given a role, and of those who give it.
enum TeamRules {
  /// Those who may look after a person from now on: they work here after today, and neither a role, an agreement, a tie
  /// nor an objection stands between.
  static func expectMayLookAfter(
    _ patient: ID<Patient>, _ staff: ID<StaffMember>, doing what: String, in change: Change
  ) throws -> StaffMember {
    guard let member = try StaffRows.one(staff, change.connection), member.isActive(on: change.at.day),
      member.to.map({ $0 > change.at.day }) ?? true
    else {
      throw Problem(
        what, because: "That member of staff does not work here, or leaves today.", try: "Choose somebody else.",
        kind: .notFound)
    }
    let facts = try AccessFacts(of: staff, at: change.at, change.connection)
    guard var about = try PatientFacts.of(patient, for: facts, change.connection) else {
      throw AccessRefusal(denial: .concealed, action: .openRecord, patient: nil, mayBreakGlass: false)
    }
    about.relationships.insert(.assigned)
    about.relationships.remove(.emergency)
    if case .allow = Access.decide(facts.actor, .openRecord, about) { return member }
    throw Problem(
      what,
      because: "\(member.name) may not look after them: a role, an agreement, a tie or an objection stands between.",
      try: "Choose somebody else.", kind: .refused)
  }

  /// A role that a post fits: a GP is accountable, a social worker is named.
  static func expectFits(_ role: CareRole, _ member: StaffMember, doing what: String, _ connection: any Connection)
    throws
  {
    let wanted: [StaffRole]
    switch role {
    case .accountableGP: wanted = [.gp]
    case .namedSocialWorker: wanted = [.socialWorker, .socialWorkManager, .hospitalSocialWorker]
    case .localitySocialWorker:
      throw Problem(
        what, because: "The locality link worker is worked out from the practice and given to nobody (R-SW-06).",
        try: "Name a social worker instead.", kind: .badData)
    default: return
    }
    let posts = try connection.rows(
      "SELECT role FROM staff_post WHERE staff_id = $1 AND entered_in_error = 0", [.of(member.id)]
    ) { try $0.text() }
    guard wanted.contains(where: { posts.contains($0.rawValue) }) else {
      let words = wanted.map(\.words.lowercasedFirst).joined(separator: ", ")
      throw Problem(
        what, because: "\(member.name) is no \(words).", try: "Choose somebody who holds such a post.", kind: .badData)
    }
  }

  static func holidays(_ connection: any Connection) throws -> Set<Day> {
    Set(
      try connection.rows("SELECT date FROM bank_holiday WHERE nation = 'england-and-wales'") { try $0.day() })
  }

  static func text(_ text: String?, doing what: String) throws -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    guard text.count <= 500 else {
      throw Problem(
        what, because: "The reason has \(text.count) characters, and at most 500 are wanted.",
        try: "Say it in fewer words.", kind: .badData)
    }
    return text
  }
}
