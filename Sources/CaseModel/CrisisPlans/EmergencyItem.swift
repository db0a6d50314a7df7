/// One part of the emergency view: a label and its lines, in the order of R-CR-09. What nobody recorded says so.
public struct EmergencyItem: Hashable, Sendable {
  public enum Weight: Hashable, Sendable { case urgent, strong, body, muted }

  public var label: String
  public var lines: [String]
  public var weight: Weight
  /// Shown whole however little room there is.
  public var isWhole: Bool
  /// So many rows it has before anything else grows.
  public var least: Int

  init(_ label: String, _ lines: [String], _ weight: Weight = .body, isWhole: Bool = false, least: Int = 1) {
    self.label = label
    self.lines = lines
    self.weight = weight
    self.isWhole = isWhole
    self.least = least
  }
}

extension EmergencyView {
  private static let notRecorded = "Not recorded"

  /// What must be seen at once (lines 2 to 18 of R-CR-09).
  public func items(to audience: Audience) -> [EmergencyItem] {
    guard let record else { return withoutPlan(audience) }
    let plan = record.plan
    return [
      status(record, audience), treatment(plan), alarm(plan),
      EmergencyItem("Headline", [plan[.headline] ?? EmergencyView.notRecorded], .strong, least: 1),
      EmergencyItem("If", joined(plan.lines(.triggers), "; "), least: 0),
      EmergencyItem("First do", numbered(plan.lines(.firstSteps)), .strong, least: 3),
      EmergencyItem("Do not", joined(plan.lines(.avoid), " "), plan[.avoid] == nil ? .muted : .body, least: 0),
      EmergencyItem("Ring", contacts(plan), .strong, least: 4),
      EmergencyItem("Getting in", [getting(in: plan)], least: 1),
      allergies(plan),
      EmergencyItem(
        "Talking",
        [[plan[.interpreterLanguage], plan[.communication]].compactMap { $0 }.joined(separator: ". ")].map {
          $0.isEmpty ? EmergencyView.notRecorded : $0
        }, least: 1),
      EmergencyItem("Place of care", [plan.placeOfCare?.words ?? EmergencyView.notRecorded], least: 1),
      EmergencyItem("Documents", [documents(plan)], least: 1),
    ]
  }

  private func joined(_ lines: [String], _ gap: String) -> [String] {
    [lines.isEmpty ? EmergencyView.notRecorded : lines.joined(separator: gap)]
  }

  private func numbered(_ lines: [String]) -> [String] {
    lines.isEmpty ? [EmergencyView.notRecorded] : lines.enumerated().map { "\($0 + 1) \($1)" }
  }

  private func status(_ record: CrisisPlanRecord, _ audience: Audience) -> EmergencyItem {
    let isExpired = record.status(on: day) == .expired
    var words = isExpired ? "\(CrisisClock.expiredBanner)." : "\(record.title(on: day)),"
    words += " \(record.standing(on: day).dropFirst(2))."
    if let signOff {
      let age = day - signOff.at.day
      words +=
        " \(signOff.act.words) \(signOff.at.day.shown(to: audience)) by \(signOff.name), \(age <= 0 ? "today" : age == 1 ? "1 day ago" : "\(age) days ago")."
    }
    let overdue = record.reviewOn.map { $0 < day } ?? false
    return EmergencyItem("Plan", [words], isExpired || overdue ? .urgent : .strong, isWhole: true)
  }

  /// R-CR-05: from what was recorded about CPR alone.
  private func treatment(_ plan: CrisisPlan) -> EmergencyItem {
    EmergencyItem(
      "CPR", ["\(plan.cpr.acted).  Ceiling: \(plan.ceiling.words)"], .urgent, isWhole: true)
  }

  private func alarm(_ plan: CrisisPlan) -> EmergencyItem {
    var words = alerts
    if plan.flag(.safeguardingMarker) == true { words.append("Safeguarding: ring the duty social worker") }
    if let hazards = plan[.homeHazards] { words.append(hazards) }
    return EmergencyItem(
      "Alerts", [words.isEmpty ? "None recorded" : words.joined(separator: ". ")], words.isEmpty ? .muted : .urgent,
      least: 1)
  }

  private func contacts(_ plan: CrisisPlan) -> [String] {
    // At night the number that answers then comes first.
    var all = plan.contactsOutOfHours.map { (contact: $0, when: "night") }
    for contact in plan.contactsInHours where !all.contains(where: { $0.contact == contact }) {
      all.append((contact, "day"))
    }
    var lines = all.map { entry in
      let contact = entry.contact
      let rest = contact.hours.isEmpty ? entry.when : contact.hours
      return "\(contact.phone)  \(contact.who), \(rest)"
    }
    if let bypass = plan[.bypass] { lines.append("\(bypass)  Practice bypass, for crews only") }
    return lines.isEmpty ? [EmergencyView.notRecorded] : lines
  }

  private func getting(in plan: CrisisPlan) -> String {
    let safe = keySafeSince == nil ? "Key safe: no code is kept" : "Key safe: code hidden, K shows it"
    return "\(safe). \(plan[.access] ?? "Access not recorded")"
  }

  private func allergies(_ plan: CrisisPlan) -> EmergencyItem {
    let state = plan.allergyState ?? .notRecorded
    let words = state == .known ? "\(state.words): \(plan[.allergies] ?? "not named")" : state.words
    return EmergencyItem("Allergies", [words], state == .noneKnown ? .body : .urgent, least: 2)
  }

  private func documents(_ plan: CrisisPlan) -> String {
    var parts = [String]()
    if plan.cpr == .doNotAttempt { parts.append("CPR form: \(plan[.cprDocument] ?? "WHERE IS NOT RECORDED")") }
    if plan.adrt?.exists == true {
      parts.append("Advance decision: \(plan[.adrtDocument] ?? "WHERE IS NOT RECORDED")")
    } else {
      parts.append("Advance decision: \(plan.adrt?.words.lowercasedFirst ?? "not recorded")")
    }
    parts.append("Copy: \(plan[.copyLocation] ?? "not recorded")")
    return parts.joined(separator: ". ")
  }

  /// Nothing is in force: what is known all the same, and that nothing was decided.
  private func withoutPlan(_ audience: Audience) -> [EmergencyItem] {
    var words = "NO CRISIS PLAN IS IN FORCE."
    if let revokedAt { words += " One was revoked on \(revokedAt.day.shown(to: audience))." }
    let team = team.compactMap { member in
      member.phone.map { "\($0)  \(member.name), \(member.roleWords.lowercasedFirst)" }
    }
    let recorded = (patient.knownAllergies ?? "").trimmed
    return [
      EmergencyItem("Plan", [words], .urgent, isWhole: true),
      EmergencyItem("CPR", [CPRState.notRecorded.acted], .urgent, isWhole: true),
      EmergencyItem(
        "Alerts", [alerts.isEmpty ? "None recorded" : alerts.joined(separator: ". ")],
        alerts.isEmpty ? .muted : .urgent),
      EmergencyItem("Ring", team.isEmpty ? ["Nobody of the team has a phone number here"] : team, .strong, least: 4),
      EmergencyItem(
        "Getting in",
        ["Access not recorded. Key safe: \(keySafeSince == nil ? "no code is kept" : "code hidden, K shows it")"]),
      EmergencyItem(
        "Allergies", [recorded.isEmpty ? AllergyState.notRecorded.words : "As the record has it: \(recorded)"], .urgent,
        isWhole: true),
      EmergencyItem(
        "Talking", [patient.language.map { "Speaks \($0)" } ?? EmergencyView.notRecorded]),
    ]
  }
}
