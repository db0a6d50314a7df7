/// A score that another system worked out. It is imported, shown in words and never computed here (spec 5.2).
public struct RiskScore: Hashable, Sendable, Codable {
  public var model: String
  public var modelVersion: String?
  public var runOn: Day
  public var value: Double
  public var unit: RiskUnit
  /// 0 to 100: how much of the population scores lower.
  public var percentile: Double?
  public var populationSize: Int?

  public init(
    model: String, modelVersion: String? = nil, runOn: Day, value: Double, unit: RiskUnit, percentile: Double? = nil,
    populationSize: Int? = nil
  ) {
    self.model = model
    self.modelVersion = modelVersion
    self.runOn = runOn
    self.value = value
    self.unit = unit
    self.percentile = percentile
    self.populationSize = populationSize
  }

  /// The value with its unit: `34%`, `0.34`, `index 0.28`, `5 counted`.
  public var valueText: String {
    switch unit {
    case .percent: "\(plain(value))%"
    case .probability: "\(plain(value * 100))%"
    case .index: "index \(plain(value))"
    case .count: plain(value)
    }
  }

  /// On one scale for sorting and for `risk>60`: per cent where it is a chance, the bare value where it is not.
  public var comparable: Double { unit == .probability ? value * 100 : value }

  /// R-RS-01: never a bare number: what it means, of which model, run when, among whom.
  public func inWords(_ audience: Audience = .staff) -> String {
    var source = [model + (modelVersion.map { " \($0)" } ?? ""), "run \(runOn.shown(to: audience))"]
    if let percentile {
      let top = max(100 - percentile, 0)
      let share = "top \(top < 1 ? "1" : plain(top.rounded(.up)))%"
      source.append(populationSize.map { "\(share) of \(thousands($0)) adults" } ?? share)
    }
    let meaning: String
    switch unit {
    case .percent, .probability: meaning = "risk of emergency admission in 12 months"
    case .index: meaning = "frailty or risk"
    case .count: meaning = "risk, number of deficits"
    }
    return "\(meaning) \(valueText) (\(source.joined(separator: ", ")))"
  }

  /// R-RS-02: older than 60 days is greyed; older than 180 days is not used for listing.
  public func age(on day: Day) -> Freshness {
    switch day - runOn {
    case ...60: .current
    case 61...180: .old
    default: .tooOldToList
    }
  }

  public enum Freshness: Hashable, Sendable { case current, old, tooOldToList }
}

/// A number without needless zeros: `34`, `0.28`, `12.5`.
func plain(_ value: Double) -> String {
  let scaled = (value * 100).rounded()
  guard scaled.isFinite, abs(scaled) < 1e15 else { return "\(value)" }
  let whole = Int(scaled)
  let sign = whole < 0 ? "-" : ""
  let (units, rest) = (abs(whole) / 100, abs(whole) % 100)
  if rest == 0 { return "\(sign)\(units)" }
  return rest % 10 == 0 ? "\(sign)\(units).\(rest / 10)" : "\(sign)\(units).\(padded(rest, 2))"
}

/// `41,200`
public func thousands(_ value: Int) -> String {
  var digits = String(abs(value))
  var groups = [String]()
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}
