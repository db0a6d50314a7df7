/// Who has looked at one person's record, for that person: in plain words, with long dates, without an identifier
/// (handbook 8.4). Everything that somebody did of one kind, for one reason, is one sentence.
public struct AccessReport: Hashable, Sendable {
  /// The same thing done by the same person for the same reason, so often between two days.
  struct Group: Hashable, Sendable {
    var name: String
    var role: String
    var organisation: String
    /// "opened the record"
    var deed: String
    /// ", to look at the care plan"; empty where the deed says it.
    var why: String
    /// How the record was reached, as a sentence; nil where nothing is known of that.
    var way: String?
    var count: Int
    var first: Day
    var last: Day

    func isLike(_ other: Group) -> Bool {
      (name, role, organisation, deed) == (other.name, other.role, other.organisation, other.deed)
        && (why, way) == (other.why, other.way)
    }
  }

  public var person: AuditedPerson
  /// When, and by whom: `Jo Francis, care navigator at GP Care Group`.
  public var madeAt: Moment
  public var madeBy: String
  /// In the order in which people first came.
  private(set) var groups: [Group] = []
  /// When the first of all was.
  private(set) var since: Day?
  public private(set) var count = 0
  /// Where a group of a kind stands, so that a long audit is one walk.
  private var places: [String: [Int]] = [:]

  public init(person: AuditedPerson, madeAt: Moment, madeBy: String) {
    self.person = person
    self.madeAt = madeAt
    self.madeBy = madeBy
  }

  /// Takes in what was done, the oldest first.
  public mutating func add(_ event: AuditEvent, _ names: AuditNames) {
    let day = event.at.day
    count += 1
    if since == nil { since = day }
    var group = Group(
      name: event.staffName, role: StaffRole(rawValue: event.role)?.words.lowercasedFirst ?? "",
      organisation: names.organisation(of: event), deed: event.plainDeed, why: event.plainWhy(names),
      way: event.relationship?.plainWords, count: 1, first: day, last: day)
    let key = "\(group.name)\n\(group.deed)"
    if let place = places[key]?.first(where: { groups[$0].isLike(group) }) {
      group = groups[place]
      group.count += 1
      // A clock may have been set back between the two.
      (group.first, group.last) = (min(group.first, day), max(group.last, day))
      groups[place] = group
    } else {
      places[key, default: []].append(groups.count)
      groups.append(group)
    }
  }
}

extension AuditEvent {
  /// The first word of what it was done to.
  private var kind: String { object.split(separator: " ").first.map(String.init) ?? "" }

  /// What was done, as the person whose record it is would say it.
  var plainDeed: String {
    switch (action, kind) {
    case (.view, _): "opened the record"
    case (.viewMasked, _): "opened the record with its protected parts hidden"
    case (.breakGlass, _): "opened the record in an emergency"
    case (.denied, _): "asked for the record and was refused"
    case (.print, "access_report"), (.export, "access_report"): "made a report of who had looked at the record"
    case (.export, "audit"): "took a copy of the list of who had looked at the record"
    case (.print, "consent_sheet"), (.export, "consent_sheet"): "made the page that says what the person agreed to"
    case (.create, "consent_task"): "asked what becomes of something that was promised"
    case (.update, "consent_task"): "decided what becomes of something that was promised"
    case (.print, _): "printed from the record"
    case (.export, _): "took a copy of the record out of the system"
    case (.importFile, _): "brought in news about the person from another system"
    case (.consentChange, _): "wrote down what the person agreed to"
    case (.assignment, _): "changed who looks after the person"
    case (.merge, _): "joined two records of the person into one"
    case (.sign, "care_plan"): "signed the care plan"
    case (.undo, "care_plan"): "took back a change to the care plan"
    case (.create, "care_plan"), (.update, "care_plan"), (.redo, "care_plan"): "wrote in the care plan"
    case (.create, "plan_note"): "told a colleague of a change to the care plan"
    case (.update, "plan_note"): "read what a colleague had changed in the care plan"
    case (.create, "patient"): "made the record"
    case (.update, "privacy_alert"): "looked at why somebody had opened the record"
    case (.create, "retention_hold"), (.update, "retention_hold"): "changed whether the record may be destroyed one day"
    case (.create, "referral"): "wrote down that the person was referred to a service"
    case (.update, "referral"): "wrote down what became of a referral"
    case (.create, "care_entry"): "wrote down a visit, or advice that was given"
    case (.update, "care_entry"): "wrote down that somebody had looked again"
    case (.create, "meeting_question"), (.update, "meeting_question"): "asked the next team meeting about the person"
    case (.create, "social_care_record"), (.update, "social_care_record"): "wrote down work of social care"
    case (.create, "avoided_event"), (.sign, "avoided_event"): "judged what a service had spared the person"
    case (.sign, "crisis_plan"): "signed the crisis plan"
    case (.create, "crisis_plan"), (.update, "crisis_plan"): "wrote in the crisis plan"
    case (.update, "enrolment"): "recorded how the person's way into integrated care went on"
    case (.void, _): "marked a part of the record as written in error"
    case (.undo, _): "took back a change to the record"
    case (.login, _), (.logout, _), (.search, _), (.create, _), (.update, _), (.sign, _), (.settingChange, _),
      (.redo, _):
      "changed the record"
    }
  }

  /// What for: ", to look at the care plan".
  func plainWhy(_ names: AuditNames) -> String {
    switch action {
    case .view, .viewMasked:
      switch purpose {
      case "single view", "record", "shown on the command line": return ", to look at the record as a whole"
      case "care plan", "care plan on the command line": return ", to look at the care plan"
      case "care plan edit": return ", to write in the care plan"
      case "care plan check": return ", to see whether the care plan is complete"
      case "plan history": return ", to look at earlier versions of the care plan"
      case "plan review": return ", to review the care plan"
      case "handover notes": return ", to read what was handed over about the person"
      case "consent": return ", to look at what the person has agreed to"
      case "enrolment": return ", to look at how the person came into integrated care"
      case "team": return ", to look at who looks after the person"
      case "crisis plan": return ", to look at the crisis plan"
      case _ where purpose.hasPrefix("crisis plan: "):
        return ", to look at the crisis plan, and gave as the reason: “\(purpose.dropFirst(13))”"
      case _ where purpose.hasPrefix("key safe's code shown: "):
        return ", to be let in, and gave as the reason: “\(purpose.dropFirst(23))”"
      case "referrals": return ", to look at where the person was referred"
      case "visits and advice": return ", to look at visits and advice"
      case "social care", "avoided events": return ", to look at the work of social care"
      // Of a safeguarding concern nothing is told here, not even that there is one (R-SG-01).
      case _ where object.hasPrefix("safeguarding"): return ""
      default: return given(names)
      }
    case .denied where purpose.contains("safeguarding"): return ""
    case .denied: return refusal.map { ", because \($0.because)" } ?? ""
    case .breakGlass: return given(names)
    default: return ""
    }
  }

  /// What was typed as the reason; nothing of it that is an identifier.
  private func given(_ names: AuditNames) -> String {
    let words = why(names).split(separator: " ").filter { !String($0).isIdentifier }.joined(separator: " ")
    return words.isEmpty ? "" : ", and gave as the reason: “\(words)”"
  }
}

extension Relationship {
  /// How the record was reached, as a sentence of its own; nil where it goes without saying.
  var plainWords: String? {
    switch self {
    case .registeredPractice: "That was as somebody whose team serves the practice that the person is registered with."
    case .assigned: "That was as a member of the team that looks after the person."
    case .onMeetingList: "That was because the person was on the list of a team meeting."
    case .referralOpen: "That was because of a referral that was open."
    case .hospitalEpisode: "That was because the person was in hospital."
    case .selfClaimed:
      "That was on their own word: they said that they were involved in the person's care, and no record of that was"
        + " there. A privacy officer looks at every such opening."
    case .emergency:
      "That was in an emergency, without being on record as involved in the person's care (this is called"
        + " “break-glass”). A privacy officer looks at every such opening."
    }
  }
}
