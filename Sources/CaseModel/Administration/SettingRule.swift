/// What a setting's value may be, where its default comes from, and whether this program goes by it yet (spec 0.4).
public struct SettingRule: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case whole(ClosedRange<Int>)
    case real(ClosedRange<Double>)
    /// `09:00`
    case time
    case yesOrNo
    /// One of a closed list.
    case choice([String])
    case publicKeys
  }

  public var kind: Kind
  /// V: verified against a stored source; K: general knowledge, to be checked before relying on it; D: our own choice.
  public var source: String
  public var isUsed: Bool
  /// The setting that this one may not pass, and whether it stays below or above it.
  public var other: (key: String, isBelow: Bool)? {
    SettingRule.pairs.first { $0.low == key }.map { ($0.high, true) }
      ?? SettingRule.pairs.first { $0.high == key }.map { ($0.low, false) }
  }
  private var key: String

  /// Nil for a setting that stands in no table here: its unit says what fits.
  public static func of(_ key: String) -> SettingRule? {
    guard let (kind, source, isUsed) = table[key] else { return nil }
    return SettingRule(kind: kind, source: source, isUsed: isUsed, key: key)
  }

  /// Of two settings the first may not be greater than the second.
  static let pairs: [(low: String, high: String)] = [
    ("plan.first_review_min_days", "plan.first_review_max_days"), ("sw.service_from", "sw.service_to"),
    ("rapid.service_from", "rapid.service_to"), ("geriatrician.service_from", "geriatrician.service_to"),
    ("referral.service_from", "referral.service_to"),
    ("caseload.band_amber", "caseload.band_red"), ("action.escalate_owner_days", "action.escalate_coordinator_days"),
    ("action.escalate_coordinator_days", "action.escalate_chair_days"),
    ("mdt.list_circulate_hours", "mdt.cutoff_hours"),
    ("mdt.case_minutes", "mdt.length_minutes"),
  ]

  private static let serviceDays = Kind.choice(ServiceWindow.Days.allCases.map(\.rawValue))

  private static let table: [String: (Kind, String, Bool)] = [
    "mdt.cutoff_hours": (.whole(1...336), "V S29", false),
    "mdt.list_circulate_hours": (.whole(1...336), "V S30", false),
    "mdt.max_cases": (.whole(1...1000), "D", false),
    "mdt.case_minutes": (.whole(1...60), "D", false),
    "mdt.length_minutes": (.whole(10...480), "D", false),
    "mdt.interval_days": (.whole(1...92), "V S25, S29, S26", false),
    "mdt.minutes_issue_workdays": (.whole(0...20), "D", false),
    "huddle.length_minutes": (.whole(5...60), "V S32, S33", false),
    "action.default_due_days": (.whole(1...90), "D", false),
    "action.accept_workdays": (.whole(1...20), "D", false),
    "action.escalate_owner_days": (.whole(0...90), "D", false),
    "action.escalate_coordinator_days": (.whole(0...90), "D", false),
    "action.escalate_chair_days": (.whole(0...90), "D", false),
    "plan.review_max_days": (.whole(28...365), "V S36", false),
    "plan.first_review_min_days": (.whole(7...182), "V S36", false),
    "plan.first_review_max_days": (.whole(7...182), "V S36", false),
    "crisis.interim_days": (.whole(1...92), "D", true),
    "crisis.confirmed_review_days": (.whole(7...365), "D", true),
    "enrol.notify_days": (.whole(1...21), "V S35", true),
    "discharge.contact_days": (.whole(1...14), "K", false),
    "sw.response_minutes": (.whole(5...480), "V S1, S50", true),
    "sw.service_from": (.time, "V S1", true),
    "sw.service_to": (.time, "V S1", true),
    "sw.service_days": (serviceDays, "V S1", true),
    "rapid.response_minutes": (.whole(5...480), "V S51", true),
    "rapid.service_from": (.time, "D", true),
    "rapid.service_to": (.time, "D", true),
    "rapid.service_days": (serviceDays, "D", true),
    "geriatrician.response_minutes": (.whole(5...4800), "D", true),
    "geriatrician.service_from": (.time, "D", true),
    "geriatrician.service_to": (.time, "D", true),
    "geriatrician.service_days": (serviceDays, "D", true),
    "referral.response_minutes": (.whole(5...4800), "D", true),
    "referral.service_from": (.time, "D", true),
    "referral.service_to": (.time, "D", true),
    "referral.service_days": (serviceDays, "D", true),
    "risk.target_percentile": (.whole(50...99), "V S1", true),
    "caseload.band_red": (.real(0.5...3), "V S39b", true),
    "caseload.band_amber": (.real(0.5...3), "V S39b", true),
    "caseload.points_per_wte": (.whole(1...1000), "D", true),
    "team.accept_workdays": (.whole(1...20), "D", true),
    "audit.retention_years": (.whole(8...100), "D on V S54, S55", false),
    "backup.recipients": (.publicKeys, "D", true),
    "training.valid_months": (.whole(1...24), "K", true),
    "session.idle_minutes": (.whole(1...15), "D", true),
    "session.hours": (.whole(1...12), "D", true),
    "session.pin_required": (.yesOrNo, "D", true),
    "retention.adult_health_years": (.whole(8...1000), "V S54, S55", true),
    "retention.mental_health_years": (.whole(20...1000), "V S54, S55", true),
    "retention.mental_health_after_death_years": (.whole(10...1000), "V S54, S55", true),
    "retention.gp_after_death_years": (.whole(10...1000), "V S54, S55", true),
    "retention.social_care_years": (.whole(8...1000), "K", true),
  ]

  private init(kind: Kind, source: String, isUsed: Bool, key: String) {
    self.kind = kind
    self.source = source
    self.isUsed = isUsed
    self.key = key
  }

  public static func == (left: SettingRule, right: SettingRule) -> Bool { left.key == right.key }
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// What it may be, in words; nil for public keys.
  public var bounds: String? {
    switch kind {
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .real(let range): "a number from \(range.lowerBound) to \(range.upperBound) with a point, like 1.10"
    case .time: "a time of day like 09:00"
    case .yesOrNo: "yes or no"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .publicKeys: nil
    }
  }

  /// Why a text is not such a value, as a clause: "it is a whole number from 8 to 100"; nil where it is one. Public keys
  /// are looked at by whoever knows their form.
  public func fault(in text: String) -> String? {
    switch kind {
    case .whole(let range):
      let fits = Int(text).map { range.contains($0) && String($0) == text } ?? false
      return fits ? nil : bounds.map { "it is \($0)" }
    case .real(let range):
      let fits = SettingRule.decimal(text).map { range.contains($0) } ?? false
      return fits ? nil : bounds.map { "it is \($0)" }
    case .time: return SettingRule.isTime(text) ? nil : bounds.map { "it is \($0)" }
    case .yesOrNo: return text == "yes" || text == "no" ? nil : bounds.map { "it is \($0)" }
    case .choice(let choices): return choices.contains(text) ? nil : bounds.map { "it is \($0)" }
    case .publicKeys: return nil
    }
  }

  /// Digits with at most one point between them: `nan`, `1e9` and `0x10` are numbers to others.
  private static func decimal(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 8,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return Double(text)
  }

  private static func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 58 else { return false }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]]
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return false }
    let (hour, minute) = (Int(bytes[0] - 48) * 10 + Int(bytes[1] - 48), Int(bytes[3] - 48) * 10 + Int(bytes[4] - 48))
    return hour < 24 && minute < 60
  }

  /// Whether one value is greater than another of the same kind.
  public func isGreater(_ one: String, than other: String) -> Bool {
    switch kind {
    case .whole, .real: (Double(one) ?? 0) > (Double(other) ?? 0)
    case .time: one > other
    case .yesOrNo, .choice, .publicKeys: false
    }
  }
}

/// What a setting was, until somebody changed it.
public struct SettingChange: Hashable, Sendable, Codable {
  public var key: String
  public var before: String
  public var after: String
  public var at: Moment
  /// Who changed it, by name.
  public var by: String
  public var reason: String

  public init(key: String, before: String, after: String, at: Moment, by: String, reason: String) {
    self.key = key
    self.before = before
    self.after = after
    self.at = at
    self.by = by
    self.reason = reason
  }
}
