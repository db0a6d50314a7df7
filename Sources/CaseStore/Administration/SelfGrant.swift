import CaseModel

/// Nobody who administers gives anything to themself (issue rule of table 8.1, admin): no post, no account, no longer
/// stay, no wider reach. Each way in asks here; what a way in changes for others is none of its business.
enum SelfGrant {
  /// The rule that a rejected row of a file names.
  static let rule = "8.1"
  /// Like every denial it is a row in the audit.
  static let refusal = AccessRefusal(denial: .selfGrant, action: .manageStaff, patient: nil, mayBreakGlass: false)

  /// Refuses an act about the one who acts.
  static func refuse(_ staff: ID<StaffMember>, in change: Change) throws {
    if staff.text == change.staffID { throw refusal }
  }

  /// Refuses a second entry by which the one who acts would be somebody else here. Without an account nobody signs in by
  /// it: then it is a namesake.
  static func refuse(name: String, account: String?, in change: Change) throws {
    let own = change.by.actor.staff
    guard let account else { return }
    if folded(name) == folded(own.name) || account == own.account { throw refusal }
  }

  /// Whom somebody reaches by their posts on a day, and as what.
  struct Reach: Equatable {
    var isActive: Bool
    var roles: Set<StaffRole>
    var organisations: Set<String>
    var practices: Set<String>
    var isEverybody: Bool

    init(of staff: ID<StaffMember>, on day: Day, _ connection: any Connection) throws {
      let facts = try AccessFacts(of: staff, at: Moment(day, hour: 12, minute: 0), connection)
      isActive = facts.actor.isActive
      roles = facts.actor.roles
      organisations = facts.organisations
      isEverybody = facts.served.isEverybody
      practices = facts.served.practices
      guard !facts.served.localities.isEmpty else { return }
      let linked = try connection.rows(
        """
        SELECT k.practice_code, l.name_key FROM practice_link k JOIN locality l ON l.id = k.locality_id
        WHERE k.entered_in_error = 0 AND COALESCE(k.start_on, '') <= $1 AND COALESCE(k.end_on, '9999-12-31') > $1
        """, [.of(day)]
      ) { (code: try $0.text(), locality: try $0.text()) }
      practices.formUnion(linked.filter { facts.served.localities.contains($0.locality) }.map(\.code))
    }

    func isMore(than other: Reach) -> Bool {
      isActive && !other.isActive || !roles.isSubset(of: other.roles)
        || !organisations.isSubset(of: other.organisations) || isEverybody && !other.isEverybody
        || !other.isEverybody && !practices.isSubset(of: other.practices)
    }
  }

  /// What somebody reached before a change, on the day and on the days on which parts of the change begin.
  struct Before {
    private let staff: ID<StaffMember>
    private let days: [(day: Day, reach: Reach)]

    init(of staff: ID<StaffMember>, today: Day, from starts: [Day], _ connection: any Connection) throws {
      self.staff = staff
      days = try Set([today] + starts.filter { $0 > today }).sorted().map {
        ($0, try Reach(of: staff, on: $0, connection))
      }
    }

    /// Refuses the change where it gives them more.
    func refuseMore(_ connection: any Connection) throws {
      for (day, before) in days where try Reach(of: staff, on: day, connection).isMore(than: before) {
        throw refusal
      }
    }
  }

  static func before(from starts: [Day] = [], in change: Change) throws -> Before {
    try Before(of: change.by.actor.id, today: change.at.day, from: starts, change.connection)
  }
}

extension SelfGrant {
  /// What a row of a staff file would give to the one who imports it, in a sentence; nil where it gives nothing. What
  /// takes away, such as the locality to which a post narrows down, is no grant.
  static func complaint(_ line: StaffLine, known: StaffMember?, importer: StaffMember) -> (
    column: String, words: String
  )? {
    let end = "Have another administrator import this row."
    guard let known, known.id == importer.id else {
      guard known == nil, let account = line.account,
        folded(line.name) == folded(importer.name) || account == importer.account
      else { return nil }
      return ("name", "The row would be a second entry for yourself. \(end)")
    }
    if line.role != known.role { return ("role", "Nobody gives themself another role. \(end)") }
    if line.organisation != known.organisationCode {
      return ("organisation", "Nobody gives themself a post at another organisation. \(end)")
    }
    if let locality = line.locality, let had = known.locality, folded(locality) != folded(had) {
      return ("locality", "Nobody gives themself another locality. \(end)")
    }
    if let account = line.account, let had = known.account, account != had {
      return ("account", "Nobody gives themself another account. \(end)")
    }
    if let to = line.to, let had = known.to, to > had { return ("to", "Nobody lengthens their own stay. \(end)") }
    if let from = line.from, let had = known.from, from < had {
      return ("from", "Nobody lengthens their own stay. \(end)")
    }
    return nil
  }
}
