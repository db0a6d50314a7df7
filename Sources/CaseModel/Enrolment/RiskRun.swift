/// One run of a risk model over a population, as its scores were imported (5.2). Nothing is computed of anybody's risk:
/// only who is among those most at risk by the numbers that came.
public struct RiskRun: Hashable, Sendable {
  public var model: String
  public var modelVersion: String?
  public var runOn: Day
  /// Scores that count: of people of 18 and over on the day of the run.
  public var population: Int
  /// Scores of people under 18 on that day.
  public var excluded: Int
  /// The value from which on somebody is in target; nil where nobody counts.
  public var threshold: Double?
  /// How many are: ties at the threshold are in, so it may be more than the share asked for.
  public var inTarget: Int
  /// The share asked for, in per cent.
  public var targetPercent: Int

  public init(
    model: String, modelVersion: String?, runOn: Day, population: Int, excluded: Int, threshold: Double?,
    inTarget: Int, targetPercent: Int
  ) {
    self.model = model
    self.modelVersion = modelVersion
    self.runOn = runOn
    self.population = population
    self.excluded = excluded
    self.threshold = threshold
    self.inTarget = inTarget
    self.targetPercent = targetPercent
  }

  /// The top x% rule: the value at rank ceil(x% of N), counted from the highest; everybody at or above it is in target.
  public static func target(of values: [Double], percent: Int) -> (threshold: Double, count: Int)? {
    guard !values.isEmpty, percent > 0 else { return nil }
    let sorted = values.sorted(by: >)
    let rank = (percent * sorted.count + 99) / 100
    let threshold = sorted[min(rank, sorted.count) - 1]
    return (threshold, sorted.count { $0 >= threshold })
  }

  /// `top 20.4% (84 of 412): 0.31 and above`
  public var words: String {
    guard let threshold else { return "nobody of 18 and over has a score" }
    let share = Double(inTarget * 1000 / max(population, 1)) / 10
    return "top \(share)% (\(inTarget) of \(population)): \(threshold) and above"
  }
}
