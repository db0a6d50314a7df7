/// For how long records are kept at least, in years (handbook 8.6). Each is a setting with its basis; the law's minimum is
/// what it begins with and never falls below.
public struct RetentionPeriods: Hashable, Sendable {
  public var adultHealth: Int
  public var mentalHealth: Int
  public var mentalHealthAfterDeath: Int
  public var gpAfterDeath: Int
  public var socialCare: Int
  public var audit: Int

  /// The keys of the settings with what the Records Management Code asks for at least.
  public static let least: [String: Int] = [
    "retention.adult_health_years": 8, "retention.mental_health_years": 20,
    "retention.mental_health_after_death_years": 10, "retention.gp_after_death_years": 10,
    "retention.social_care_years": 8, "audit.retention_years": 8,
  ]

  /// What settings say, by their keys. One that is missing, or shorter than the law allows, counts as the least.
  public init(settings: [String: String]) {
    func years(_ key: String) -> Int {
      let least = RetentionPeriods.least[key] ?? 100
      return max(settings[key].flatMap { Int($0) } ?? least, least)
    }
    adultHealth = years("retention.adult_health_years")
    mentalHealth = years("retention.mental_health_years")
    mentalHealthAfterDeath = years("retention.mental_health_after_death_years")
    gpAfterDeath = years("retention.gp_after_death_years")
    socialCare = years("retention.social_care_years")
    audit = years("audit.retention_years")
  }

  /// On one line, for a report and a certificate: what was in force when it was decided.
  public var words: String {
    "adult health \(adultHealth), mental health \(mentalHealth) or \(mentalHealthAfterDeath) after death, "
      + "GP record \(gpAfterDeath) after death, social care \(socialCare), audit \(audit) years"
  }
}
