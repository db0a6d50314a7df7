/// One of those somebody looks after, with what they need of them (worklist "My people").
public struct MyPerson: Hashable, Sendable, Identifiable {
  /// What a person needs, or what is new: a mark, its words, and by when.
  public struct Note: Hashable, Sendable, Codable {
    public enum Mark: String, Hashable, Sendable, Codable {
      case urgent = "!"
      case soon = "~"
      case new = "+"
    }

    public var mark: Mark
    public var words: String
    public var due: Day?

    public init(_ mark: Mark, _ words: String, due: Day? = nil) {
      self.mark = mark
      self.words = words
      self.due = due
    }

    public var text: String { "\(mark.rawValue) \(words)" }
  }

  public enum Group: Int, Hashable, Sendable, Comparable, Codable {
    case today, week, rest
    public static func < (left: Group, right: Group) -> Bool { left.rawValue < right.rawValue }

    public var words: String {
      switch self {
      case .today: "NEEDS YOU TODAY"
      case .week: "THIS WEEK"
      case .rest: "EVERYONE ELSE"
      }
    }
  }

  public var id: ID<Patient>
  public var name: PersonName
  public var born: Day
  public var nhsNumber: NHSNumber?
  public var hasSimilar: Bool
  public var roles: [CareRole]
  /// A colleague who is away and whose person it is.
  public var coverFor: String?
  /// What is to be accepted: who asked, and when.
  public var asked: CareAssignment?
  /// What the person is to be told of.
  public var untold: CareAssignment?
  public var phone: String?
  public var isOnHold: Bool
  /// The most urgent first.
  public var notes: [Note]
  /// What is new since the reader acknowledged it, the newest first.
  public var news: [String]
  public var seenAt: Moment?

  public init(
    id: ID<Patient>, name: PersonName, born: Day, nhsNumber: NHSNumber?, hasSimilar: Bool, roles: [CareRole] = [],
    coverFor: String? = nil, asked: CareAssignment? = nil, untold: CareAssignment? = nil, phone: String? = nil,
    isOnHold: Bool = false, notes: [Note] = [], news: [String] = [], seenAt: Moment? = nil
  ) {
    self.id = id
    self.name = name
    self.born = born
    self.nhsNumber = nhsNumber
    self.hasSimilar = hasSimilar
    self.roles = roles
    self.coverFor = coverFor
    self.asked = asked
    self.untold = untold
    self.phone = phone
    self.isOnHold = isOnHold
    self.notes = notes
    self.news = news
    self.seenAt = seenAt
  }

  public var group: Group {
    if notes.contains(where: { $0.mark != .soon }) { return .today }
    return notes.isEmpty ? .rest : .week
  }

  /// The next thing that is due.
  public var due: Day? { notes.compactMap(\.due).min() }

  /// What stands beside the name: the first thing, or that it is quiet.
  public var words: String { notes.first?.text ?? (isOnHold ? "on hold" : "quiet") }
}

/// Whom somebody looks after, in the order in which they need it.
public struct MyPeople: Hashable, Sendable {
  public var people: [MyPerson]
  /// When the reader last acknowledged anything; nil before the first time.
  public var lookedAt: Moment?
  /// What they carry, for a social worker.
  public var load: CaseLoad?
  public var bands: LoadBands

  public init(people: [MyPerson] = [], lookedAt: Moment? = nil, load: CaseLoad? = nil, bands: LoadBands = .usual) {
    self.people = people.sorted {
      ($0.group, $0.due ?? Day(number: 999_999), $0.name.likeness, $0.id)
        < ($1.group, $1.due ?? Day(number: 999_999), $1.name.likeness, $1.id)
    }
    self.lookedAt = lookedAt
    self.load = load
    self.bands = bands
  }

  public func count(_ group: MyPerson.Group) -> Int { people.count { $0.group == group } }

  /// "Since you last looked, Mon 04-Jan-2016 17:20: 2 things new, 1 to accept".
  public func sinceWords() -> String {
    let (news, asked) = (people.reduce(0) { $0 + $1.news.count }, people.count { $0.asked != nil })
    let since = lookedAt.map { "Since you last looked, \($0.day.shortWithWeekday) \($0.clock)" } ?? "Not looked at yet"
    guard news + asked > 0 else { return "\(since): nothing new" }
    let parts = [
      news > 0 ? (news == 1 ? "1 thing new" : "\(news) things new") : nil, asked > 0 ? "\(asked) to accept" : nil,
    ].compactMap { $0 }
    return "\(since): \(parts.joined(separator: ", "))"
  }
}
