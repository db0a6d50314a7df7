/// How evenly the work is shared (R-SW-05), on a day: published each month, with no name of anybody who is cared for.
public struct FairnessReport: Hashable, Sendable, Codable {
  public var on: Day
  public var workers: [SocialWorker]
  public var bands: LoadBands
  /// People by deprivation quintile, 1 the most deprived; nil where none is recorded.
  public var quintiles: [Quintile]
  /// People with a named social worker, and those who wait for one.
  public var allocated: Int
  public var waiting: Int
  /// How many were given to somebody who was red with them, in the 28 days before: each with a reason, and for the head of
  /// service to know.
  public var redChoices: Int

  public struct Quintile: Hashable, Sendable, Codable {
    public var number: Int?
    public var people: Int
    public var named: Int
    public var highRisk: Int
    public var points: Int
    public init(number: Int?, people: Int, named: Int, highRisk: Int, points: Int) {
      self.number = number
      self.people = people
      self.named = named
      self.highRisk = highRisk
      self.points = points
    }
  }

  /// Several workers together: a team, or all of them.
  public struct Group: Hashable, Sendable, Codable {
    public var name: String
    public var workers: Int
    public var people: Int
    public var highRisk: Int
    public var points: Int
    /// Hundredths of a whole-time equivalent, of those who are here.
    public var wte: Int
    /// The heaviest and the lightest load in hundredths of capacity; nil where nobody can carry anything.
    public var heaviest: Int?
    public var lightest: Int?
    /// In thousandths: 0 where all loads are equal.
    public var gini: Int?

    /// People for each whole-time equivalent, in tenths, rounded half up; nil without any.
    public var casesPerWTE: Int? { wte > 0 ? (people * 100 * 10 * 2 + wte) / (wte * 2) : nil }
    /// In tenths of a per cent; nil without anybody.
    public var highRiskShare: Int? { people > 0 ? (highRisk * 1000 * 2 + people) / (people * 2) : nil }
    public var spread: Int? { heaviest.flatMap { most in lightest.map { most - $0 } } }
  }

  public init(
    on: Day, workers: [SocialWorker], bands: LoadBands, quintiles: [Quintile], allocated: Int, waiting: Int,
    redChoices: Int = 0
  ) {
    self.on = on
    self.workers = workers
    self.bands = bands
    self.quintiles = quintiles
    self.allocated = allocated
    self.waiting = waiting
    self.redChoices = redChoices
  }

  public var all: Group { FairnessReport.group("All", workers) }

  /// Team by team; localities where there is no team.
  public var teams: [Group] {
    Dictionary(grouping: workers) { [$0.team, $0.locality].compactMap { $0 }.joined(separator: ", ") }
      .map { FairnessReport.group($0.key.isEmpty ? "No team" : $0.key, $0.value) }.sorted { $0.name < $1.name }
  }

  public static func group(_ name: String, _ workers: [SocialWorker]) -> Group {
    let loads = workers.compactMap { $0.load.millionths }
    let hundredths = workers.compactMap { $0.load.hundredths }
    return Group(
      name: name, workers: workers.count, people: workers.reduce(0) { $0 + $1.load.people },
      highRisk: workers.reduce(0) { $0 + $1.highRisk }, points: workers.reduce(0) { $0 + $1.load.points },
      wte: workers.reduce(0) { $0 + $1.load.capacity.wte * $1.load.capacity.present } / 100,
      heaviest: hundredths.max(), lightest: hundredths.min(), gini: gini(loads))
  }

  /// The Gini coefficient in thousandths, by whole numbers: half the mean difference of all pairs, over the mean. 0 where
  /// all are equal, and where nobody carries anything; nil of nobody.
  public static func gini(_ values: [Int]) -> Int? {
    guard !values.isEmpty else { return nil }
    let sum = values.reduce(0, +)
    guard sum > 0 else { return 0 }
    // Sorted, the i-th of n counts (2i - n - 1) times in the sum over all pairs.
    let (sorted, n) = (values.sorted(), values.count)
    let weighted = sorted.enumerated().reduce(0) { $0 + (2 * ($1.offset + 1) - n - 1) * $1.element }
    return (weighted * 1000 * 2 + n * sum) / (n * sum * 2)
  }

  /// What the figures mean, in sentences: who is over, why somebody stands out.
  public var sentences: [String] {
    var found = [String]()
    let total = all
    if let spread = total.spread, let most = total.heaviest, let least = total.lightest {
      let (high, low) = (workers.filter { $0.load.hundredths == most }, workers.filter { $0.load.hundredths == least })
      found.append(
        "The heaviest load is \(decimal(most)) of capacity (\(names(high))), the lightest \(decimal(least)) "
          + "(\(names(low))): a spread of \(decimal(spread)).")
    }
    for worker in workers where worker.load.band(bands).needsReason && !worker.isAway {
      found.append(
        "\(worker.shortName) is \(worker.load.band(bands).words): \(worker.load.words), \(worker.load.ratioWords).")
    }
    for worker in workers where worker.isAway {
      let until = worker.load.capacity.awayUntil.map { " until \($0.short)" } ?? ""
      let cover = worker.load.capacity.coverName.map { ", \($0) covers" } ?? ", nobody covers"
      found.append(
        "\(worker.shortName) is away\(until) and still holds "
          + "\(worker.load.people == 1 ? "1 person" : "\(worker.load.people) people")\(worker.load.people > 0 ? cover : "")."
      )
    }
    if waiting > 0 {
      found.append("\(waiting == 1 ? "1 person waits" : "\(waiting) people wait") for a named social worker.")
    }
    if redChoices > 0 {
      found.append(
        "\(redChoices == 1 ? "1 person was" : "\(redChoices) people were") given to somebody who is red with them, "
          + "in the last 28 days: each with a reason.")
    }
    return found
  }

  private func names(_ workers: [SocialWorker]) -> String {
    let all = workers.map(\.shortName).sorted()
    return all.prefix(3).joined(separator: ", ") + (all.count > 3 ? " and \(all.count - 3) more" : "")
  }

  /// 106 is "1.06".
  public func decimal(_ hundredths: Int) -> String { "\(hundredths / 100).\(padded(hundredths % 100, 2))" }
}
