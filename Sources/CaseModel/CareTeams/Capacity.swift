/// How much a social worker can carry on a day (spec 4.5): whole-time equivalent, points for a whole one, and how much of
/// the time they are there. Counted in ten-thousandths of a point, so that no band rests on a rounding.
public struct Capacity: Hashable, Sendable, Codable {
  public enum Absence: String, Coded {
    case none, leave, sick

    public var words: String {
      switch self {
      case .none: "Here"
      case .leave: "On leave"
      case .sick: "Sick"
      }
    }
  }

  /// Hundredths: 0.6 is 60.
  public var wte: Int
  public var pointsPerWTE: Int
  /// The present factor, in hundredths: 0 for somebody who is away.
  public var present: Int
  /// The most people, where one was agreed.
  public var maxCount: Int?
  public var absence: Absence
  /// The last day of the absence; nil while nobody knows.
  public var awayUntil: Day?
  public var cover: ID<StaffMember>?
  public var coverName: String?

  public init(
    wte: Int, pointsPerWTE: Int = 30, present: Int = 100, maxCount: Int? = nil, absence: Absence = .none,
    awayUntil: Day? = nil, cover: ID<StaffMember>? = nil, coverName: String? = nil
  ) {
    self.wte = wte
    self.pointsPerWTE = pointsPerWTE
    self.present = present
    self.maxCount = maxCount
    self.absence = absence
    self.awayUntil = awayUntil
    self.cover = cover
    self.coverName = coverName
  }

  /// In ten-thousandths of a point.
  public var units: Int { wte * pointsPerWTE * present }

  /// "30", "17.1": exact, without what is not there.
  public var words: String {
    let whole = units / 10_000
    var rest = units % 10_000
    guard rest > 0 else { return "\(whole)" }
    var digits = 4
    while rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    let text = "\(rest)"
    return "\(whole).\(String(repeating: "0", count: digits - text.count))\(text)"
  }
}

/// A share of something as a decimal that people type, kept exactly: `1.10` is 1,100,000 millionths.
public struct ExactDecimal: Hashable, Sendable, Comparable, Codable {
  public var millionths: Int

  public init(millionths: Int) { self.millionths = millionths }

  /// Digits, and at most six after one point.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    func areDigits(_ part: Substring) -> Bool { !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) } }
    guard (1...2).contains(parts.count), parts.allSatisfy(areDigits), let whole = Int(parts[0]), whole < 1000 else {
      return nil
    }
    let digits = parts.count == 2 ? String(parts[1]) : ""
    guard digits.utf8.count <= 6 else { return nil }
    let fraction = Int((digits + "000000").prefix(6)) ?? 0
    millionths = whole * 1_000_000 + fraction
  }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool { left.millionths < right.millionths }
}

/// Where the bands of a caseload begin (settings caseload.band_red and caseload.band_amber).
public struct LoadBands: Hashable, Sendable, Codable {
  public var red: ExactDecimal
  public var amber: ExactDecimal
  /// 95% of capacity: below it there is room (S39b).
  public var green: ExactDecimal

  public init(
    red: ExactDecimal = ExactDecimal(millionths: 1_100_000), amber: ExactDecimal = ExactDecimal(millionths: 1_000_000),
    green: ExactDecimal = ExactDecimal(millionths: 950_000)
  ) {
    self.red = red
    self.amber = amber
    self.green = green
  }

  public static let usual = LoadBands()
}

/// How full somebody is (4.5): a word as well as a colour.
public enum LoadBand: String, Coded, Comparable {
  case blue, green, amber, red

  public var words: String { rawValue }

  public static func < (left: LoadBand, right: LoadBand) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .blue: 0
    case .green: 1
    case .amber: 2
    case .red: 3
    }
  }

  /// Choosing somebody in it needs a reason.
  public var needsReason: Bool { self >= .amber }
}

/// What somebody carries, against what they can.
public struct CaseLoad: Hashable, Sendable, Codable {
  /// The weights of those they are named for.
  public var points: Int
  public var people: Int
  public var capacity: Capacity

  public init(points: Int, people: Int, capacity: Capacity) {
    self.points = points
    self.people = people
    self.capacity = capacity
  }

  /// The same with somebody more.
  public func adding(_ weight: Int, people more: Int = 1) -> CaseLoad {
    CaseLoad(points: points + weight, people: people + more, capacity: capacity)
  }

  /// Whether the load is at least such a share of the capacity. Exact: whole numbers on both sides. Who can carry nothing
  /// is over every share as soon as they carry something, and over none before.
  public func reaches(_ share: ExactDecimal) -> Bool {
    guard capacity.units > 0 else { return points > 0 }
    return points * 10_000 * 1_000_000 >= share.millionths * capacity.units
  }

  /// Red from 1.10, amber from 1.00, green from 0.95, blue below (4.5). Who has as many people as were agreed is full.
  public func band(_ bands: LoadBands = .usual) -> LoadBand {
    if reaches(bands.red) { return .red }
    if reaches(bands.amber) { return .amber }
    return reaches(bands.green) ? .green : .blue
  }

  /// More people than were agreed.
  public var isOverCount: Bool { capacity.maxCount.map { people > $0 } ?? false }

  /// Less of what they can carry than another; exact.
  public func isLighter(than other: CaseLoad) -> Bool {
    compare(other) < 0
  }

  /// -1, 0 or 1.
  public func compare(_ other: CaseLoad) -> Int {
    let (mine, theirs) = (capacity.units, other.capacity.units)
    switch (mine > 0, theirs > 0) {
    case (true, true):
      let (left, right) = (points * theirs, other.points * mine)
      return left < right ? -1 : left > right ? 1 : 0
    case (true, false): return -1
    case (false, true): return 1
    case (false, false): return points < other.points ? -1 : points > other.points ? 1 : 0
    }
  }

  /// In hundredths of the capacity, cut and never rounded up: 1.099 is 1.09 and not yet 1.10. Nil where there is none.
  public var hundredths: Int? {
    capacity.units > 0 ? points * 10_000 * 100 / capacity.units : nil
  }

  /// In millionths, for comparing many; nil where there is no capacity.
  public var millionths: Int? {
    capacity.units > 0 ? points * 10_000 * 1_000_000 / capacity.units : nil
  }

  /// "1.06"; "away" where somebody can carry nothing.
  public var ratioWords: String {
    guard let hundredths else { return "away" }
    return "\(hundredths / 100).\(padded(hundredths % 100, 2))"
  }

  /// "53 of 50 points, 24 people"
  public var words: String {
    "\(points) of \(capacity.words) points, \(people == 1 ? "1 person" : "\(people) people")"
  }
}
