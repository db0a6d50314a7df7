/// What a person has agreed to, for the person: one page in plain words, to be handed over or read aloud (spec 5.3,
/// "no surprise"). Short sentences, long dates, no codes.
public struct ConsentSheet: Hashable, Sendable {
  /// Somebody to ask, with how to reach them.
  public struct Contact: Hashable, Sendable {
    public var name: String
    /// "care navigator"
    public var role: String
    public var phone: String?
    public init(name: String, role: String, phone: String? = nil) {
      self.name = name
      self.role = role
      self.phone = phone
    }
  }

  public var record: ConsentRecord
  /// Who has signed an agreement to share, practices left out.
  public var organisations: [String]
  /// How many practices have.
  public var practices: Int
  public var practice: String?
  public var contacts: [Contact]
  public var madeAt: Moment
  public var madeBy: String

  public init(
    record: ConsentRecord, organisations: [String], practices: Int, practice: String?, contacts: [Contact],
    madeAt: Moment, madeBy: String
  ) {
    self.record = record
    self.organisations = organisations
    self.practices = practices
    self.practice = practice
    self.contacts = contacts
    self.madeAt = madeAt
    self.madeBy = madeBy
  }

  public struct Section: Hashable, Sendable {
    public var title: String
    public var paragraphs: [String]
  }

  public static let title = "Your record and who may see it"

  /// It must fit one printed page.
  public static let mostRows = 58

  /// Whose sheet it is, and who made it when.
  public var heading: [String] {
    let number = record.patient.nhsNumber.map { " NHS number \($0.spaced)." } ?? ""
    return [
      "For \(record.patient.name.shown(to: .patient)).\(number)",
      "Made on \(madeAt.day.long) by \(madeBy).",
    ]
  }

  public var sections: [Section] {
    [
      Section(title: "What is shared, and why", paragraphs: [shared]),
      Section(title: "Who may see it", paragraphs: [whoSees] + objections),
      Section(title: "What you have said", paragraphs: ConsentSubject.allCases.map(said)),
      Section(title: "In an emergency", paragraphs: [emergency]),
      Section(title: "If you change your mind", paragraphs: [mind]),
      Section(title: "Who to ask", paragraphs: [ask]),
    ]
  }

  private var today: Day { madeAt.day }

  private func stands(_ subject: ConsentSubject) -> ConsentDecision? { record.standing(subject)?.statement.decision }

  /// Nothing is shared in the team.
  private var isClosed: Bool {
    let sharing = stands(.shareInMDT)
    return sharing == .refused || sharing == .withdrawn || record.enrolment == .withdrawn
      || record.enrolment == .declined
  }

  private var shared: String {
    if isClosed {
      return "Your record is closed to the team. It is kept, because the law says so, but it is not on any list."
        + " Your doctor, the hospital and the council each go on with their own notes."
    }
    return "The people who look after you write down who you are, how you are, and the plan you have made with them."
      + " They share this so that you do not have to say it all again. They use it only to look after you."
  }

  private var whoSees: String {
    if isClosed { return "Nobody in the team may open it. Whoever opens it in an emergency must say why." }
    var places = organisations.prefix(6).map { $0 }
    let more = organisations.count - places.count
    if more > 0 { places.append(more == 1 ? "one more" : "\(more) more") }
    if practices > 0 { places.append(practices == 1 ? "one doctors' practice" : "\(practices) doctors' practices") }
    let who = places.isEmpty ? "Only the team that made this sheet." : "These have signed to share: \(list(places))."
    return who + " Only people there who look after you may open your record. Each time, their name is written down."
  }

  private var objections: [String] {
    let now = record.restrictions.filter { $0.isInForce(on: today) }.map(\.party)
    guard !now.isEmpty else { return [] }
    let names = now.count > 4 ? Array(now.prefix(4)) + ["\(now.count - 4) more"] : now
    return ["You asked us not to share with \(list(names)). They may open it only in an emergency."]
  }

  private var emergency: String {
    let crisis =
      switch stands(.shareCrisisExternal) {
      case .given: "You said that an ambulance or a hospital may see your crisis plan."
      case .refused, .withdrawn: "You said that your crisis plan stays in the team. An ambulance may not have it."
      case .notAsked, nil: "We have not yet asked you who may see your crisis plan."
      }
    return crisis + " You will always get help in an emergency, whatever you have said here."
      + " If your life or somebody else's is in danger, one person may open your record for one hour. They must write"
      + " down why, and someone else checks that it was right."
  }

  private var mind: String {
    "You can say yes or no to each of these, at any time, and you need not say why. Tell anyone who looks after you,"
      + " or one of the people below. It counts from the same minute. Your care does not stop because you said no."
  }

  private var ask: String {
    var people = contacts.prefix(3).map { contact in
      let phone = contact.phone.map { ", phone \($0)" } ?? ""
      return "\(contact.name), your \(contact.role)\(phone)"
    }
    if let practice { people.append("your practice, \(practice)") }
    let first = people.isEmpty ? "Ask the person who gave you this." : "Ask \(list(people, last: "or"))."
    return first + " You can also ask who has looked at your record: you will get a list."
  }

  private func list(_ words: [String], last: String = "and") -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) \(end)"
  }

  // MARK: What was said

  /// "You agreed to be in the shared care team on 1 June 2015."
  func said(_ subject: ConsentSubject) -> String {
    guard let recorded = record.standing(subject), recorded.statement.decision != .notAsked else {
      return "We have not asked you about \(subject.plainAct.gerund)."
    }
    let statement = recorded.statement
    let who = statement.givenBy == .person ? "You" : decider(statement)
    let day = statement.at.long
    let act = subject.plainAct.plain
    let words: String
    switch statement.decision {
    case .given: words = "\(who) said yes on \(day): \(act)."
    case .refused: words = "\(who) said no on \(day): \(act)."
    case .withdrawn: words = "\(who) took back the yes on \(day): \(act)."
    case .notAsked: words = ""
    }
    guard let end = statement.validTo else { return words }
    if statement.basis == .bestInterests { return words + " We look at this again by \(end.long)." }
    return words + (end < today ? " That ran out on \(end.long)." : " It holds until \(end.long).")
  }

  private func decider(_ statement: ConsentStatement) -> String {
    let name = statement.givenByName ?? "Somebody"
    let role =
      switch statement.givenBy {
      case .attorney: "who may decide for you,"
      case .deputy: "whom a court asked to decide for you,"
      case .imca: "who speaks for you,"
      case .clinician: "who looks after you,"
      case .person: ""
      }
    let best = statement.basis == .bestInterests ? " thought about what is best for you and" : ""
    return "\(name), \(role)\(best)"
  }
}

extension ConsentSubject {
  struct PlainAct {
    var gerund: String
    var plain: String
  }

  /// What it is about, as one says it to the person.
  var plainAct: PlainAct {
    switch self {
    case .enrolment: PlainAct(gerund: "working with the team", plain: "to work with the team")
    case .shareInMDT: PlainAct(gerund: "sharing your record in the team", plain: "to share your record in the team")
    case .shareCrisisExternal:
      PlainAct(
        gerund: "showing your crisis plan outside the team", plain: "to show your crisis plan outside the team")
    case .contactCarer: PlainAct(gerund: "talking to your carer", plain: "to talk to your carer")
    case .attendMeeting:
      PlainAct(gerund: "coming to the meeting about you", plain: "to come to the meeting about you")
    case .researchUse: PlainAct(gerund: "using your record for research", plain: "to use your record for research")
    }
  }
}
