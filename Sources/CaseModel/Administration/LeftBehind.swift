/// What somebody who leaves leaves behind (H18), in numbers: an administrator hears of no one.
public struct LeftBehind: Hashable, Sendable, Codable {
  /// People they have a role for, by the role: `named_social_worker`.
  public var careRoles: [String: Int]
  /// Care plans whose review they own, and how many of them are overdue.
  public var reviews: Int
  public var overdueReviews: Int
  /// Actions of care plans that stand under their name and are not done.
  public var actions: Int
  /// What they have typed and not published, where this computer keeps it.
  public var drafts: Int
  public var privileges: [StaffRole]
  /// People whose record is open to them because they said so.
  public var claims: Int
  /// What they did that a privacy officer has not looked at yet.
  public var alerts: Int

  public init(
    careRoles: [String: Int] = [:], reviews: Int = 0, overdueReviews: Int = 0, actions: Int = 0, drafts: Int = 0,
    privileges: [StaffRole] = [], claims: Int = 0, alerts: Int = 0
  ) {
    self.careRoles = careRoles
    self.reviews = reviews
    self.overdueReviews = overdueReviews
    self.actions = actions
    self.drafts = drafts
    self.privileges = privileges
    self.claims = claims
    self.alerts = alerts
  }

  public var isNothing: Bool { sentences.isEmpty }

  /// One sentence a kind of thing that is left; none where nothing is.
  public var sentences: [String] {
    var found = [String]()
    for (role, count) in careRoles.sorted(by: { $0.key < $1.key }) {
      found.append("\(role.split(separator: "_").joined(separator: " ")) of \(people(count)).")
    }
    if reviews > 0 {
      let late = overdueReviews > 0 ? ", \(overdueReviews) of them overdue" : ""
      found.append("Owner of \(reviews == 1 ? "1 review" : "\(reviews) reviews") of care plans\(late).")
    }
    if actions > 0 { found.append("\(actions == 1 ? "1 open action" : "\(actions) open actions") in care plans.") }
    if drafts > 0 { found.append("\(drafts == 1 ? "1 draft" : "\(drafts) drafts") that nobody else sees.") }
    for role in privileges {
      found.append("The privilege \(role.words.lowercasedFirst), which ends with the last day.")
    }
    if claims > 0 {
      found.append("Records of \(people(claims)) open on their own word, which closes with the last day.")
    }
    if alerts > 0 {
      found.append("\(alerts == 1 ? "1 alert" : "\(alerts) alerts") about what they did, for the privacy officer.")
    }
    return found.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  private func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}

/// Somebody who is cared for, whom a leaver leaves, or has left, without anybody in their place (R-SW-03, R-SW-04).
public struct LeftPerson: Hashable, Sendable, Identifiable {
  public var patient: ID<Patient>
  public var name: PersonName
  public var nhsNumber: NHSNumber?
  /// `named_social_worker`, or what of the care plan is theirs: `review_owner`, `open_action`, `plan_contact`.
  public var role: String
  public var leaver: ID<StaffMember>
  public var leaverName: String
  /// The leaver's last day.
  public var lastDay: Day
  /// Nobody has the role: it was given up and given to nobody.
  public var isUnallocated: Bool
  /// Among those most at risk by the newest score (setting risk.target_percentile).
  public var isHighRisk: Bool

  public var id: String { "\(patient) \(role) \(leaver)" }

  public init(
    patient: ID<Patient>, name: PersonName, nhsNumber: NHSNumber?, role: String, leaver: ID<StaffMember>,
    leaverName: String, lastDay: Day, isUnallocated: Bool, isHighRisk: Bool
  ) {
    self.patient = patient
    self.name = name
    self.nhsNumber = nhsNumber
    self.role = role
    self.leaver = leaver
    self.leaverName = leaverName
    self.lastDay = lastDay
    self.isUnallocated = isUnallocated
    self.isHighRisk = isHighRisk
  }

  /// After so many working days somebody at high risk whom nobody has taken is urgent (R-SW-04).
  public static let urgentAfter = 2

  public func isUrgent(on day: Day, holidays: Set<Day>) -> Bool {
    isHighRisk && lastDay.workingDays(until: day, holidays: holidays) > LeftPerson.urgentAfter
  }

  public var roleWords: String { role.split(separator: "_").joined(separator: " ") }
}

/// What the next one hears of a person (R-SW-03): four answers, each may be empty.
public struct HandoverNote: Hashable, Sendable, Codable {
  public var whoTheyAre: String
  public var whatIsLive: String
  public var whatIsDue: String
  public var whoIsCross: String

  public init(whoTheyAre: String = "", whatIsLive: String = "", whatIsDue: String = "", whoIsCross: String = "") {
    self.whoTheyAre = whoTheyAre
    self.whatIsLive = whatIsLive
    self.whatIsDue = whatIsDue
    self.whoIsCross = whoIsCross
  }

  public var isEmpty: Bool { answers.allSatisfy { $0.answer.isEmpty } }

  public var answers: [(question: String, answer: String)] {
    [
      ("Who they are", whoTheyAre), ("What is live", whatIsLive), ("What is due", whatIsDue),
      ("Who is cross", whoIsCross),
    ]
  }
}

/// What came of a handover.
public struct HandoverOutcome: Hashable, Sendable {
  /// Roles that were handed over, each for one person.
  public var roles: Int
  public var reviews: Int
  /// What stays on the list of those left by a leaver, by the reason, with how many.
  public var kept: [String: Int]

  public init(roles: Int = 0, reviews: Int = 0, kept: [String: Int] = [:]) {
    self.roles = roles
    self.reviews = reviews
    self.kept = kept
  }
}
