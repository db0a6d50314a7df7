import CaseModel
import TerminalKit

/// Who the identifiers in a plan are, by identifier.
typealias StaffNames = [String: String]

extension Page {
  /// Writes a whole plan: every section, every entry, every field of `PlanItemKind.fields`.
  ///
  /// What is wanted and absent is "not recorded"; what is optional and absent is not shown (handbook 0). `link` names
  /// what a section's title leads to.
  mutating func plan(
    _ plan: CarePlan, staff: StaffNames, audience: Audience, link: (PlanSection) -> Link? = { _ in nil }
  ) {
    for section in PlanSection.allCases {
      let entries = plan.outline(section)
      if section != PlanSection.allCases.first { gap() }
      title(section.words, link: link(section))
      if entries.isEmpty { text("No \(section.words.lowercasedFirst) recorded.", .muted, indent: 2) }
      var numbers = PlanNumbers()
      for (item, depth) in entries {
        self.item(item, in: plan, number: numbers.next(item), depth: depth, staff: staff, audience: audience)
      }
    }
  }

  /// One entry with its fields; those that are wanted and absent too, unless `showsAbsent` says otherwise.
  mutating func item(
    _ item: PlanItem, in plan: CarePlan, number: String, depth: Int = 0, staff: StaffNames, audience: Audience,
    showsAbsent: Bool = true
  ) {
    let indent = 2 + 2 * depth
    var fields = item.kind.fields
    if !item.kind.isSingle, let headline = item.kind.field(item.kind.headline) {
      let value = item[headline.key].map { shown($0, headline, staff, audience) }
      fact(
        "\(item.kind.words) \(number)".trimmed, value ?? "not recorded", value == nil ? .muted : .strong, indent: indent
      )
      fields.removeAll { $0.key == headline.key }
    }
    for field in fields {
      let inner = item.kind.isSingle ? indent : indent + 2
      if let value = item[field.key] {
        fact(field.label, shown(value, field, staff, audience), indent: inner)
      } else if showsAbsent, field.necessity != .optional, plan.asks(field.key, of: item) {
        fact(field.label, "not recorded", .muted, indent: inner)
      }
    }
  }
}

/// A value as it is read: staff by name, everything else as its field shows it.
func shown(_ value: String, _ field: PlanField, _ staff: StaffNames, _ audience: Audience) -> String {
  guard case .staff = field.kind else { return field.shown(value, audience: audience) }
  return staff[value] ?? "somebody not on the staff list (\(value))"
}

extension CarePlan {
  /// Whether a field is wanted of an entry, as far as other answers decide that.
  func asks(_ key: PlanKey, of item: PlanItem) -> Bool {
    switch (item.kind, key) {
    case (.plan, .declineReason): item[.offer] == "offered_declined"
    case (.plan, .noGoalReason): items(.goal).isEmpty
    case (.plan, .noEmergencyContact):
      !items(.personalContact).contains { $0.list(.roles).contains("emergency_contact") }
    case (.plan, .copyGivenOn): item[.copyDecision] == "given"
    case (.plan, .copyFormat), (.plan, .copyLanguage): item[.copyDecision] != "declined"
    case (.personalContact, .hoursBand), (.personalContact, .assessmentStatus): item.flag(.isUnpaidCarer) == true
    case (.requirement, .adjustmentConsequence): item[.adjustment] != nil
    case (.contingency, .advanceStatementDate), (.contingency, .advanceStatementWhere):
      item.flag(.advanceStatement) == true
    case (.contingency, .anticipatoryWhere): item[.anticipatory] != nil
    case (.action, .whoRole): item[.whoName] == nil
    default: true
    }
  }
}

/// Numbers entries as they are read: need 1, its goal 1.1, that goal's action 1.1.1.
struct PlanNumbers {
  private var counts: [String: Int] = [:]
  private var numbers: [ID<PlanItem>: String] = [:]

  mutating func next(_ item: PlanItem) -> String {
    let place = "\(item.parent?.text ?? "") \(item.kind.rawValue)"
    let count = (counts[place] ?? 0) + 1
    counts[place] = count
    let number = item.parent.flatMap { numbers[$0] }.map { "\($0).\(count)" } ?? "\(count)"
    numbers[item.id] = number
    return number
  }
}
