import CaseModel
import CaseStore

/// A care plan as JSON: each section's entries nested as they hang together, needs with goals with actions.
extension CarePlanRecord {
  func json(of person: Patient, _ names: StaffNames) -> JSON {
    .object(
      [
        ("nhs_number", JSON(person.nhsNumber?.digits)), ("id", .text(id.text)), ("status", .text(status.rawValue)),
        ("no_plan_reason", JSON(noPlanReason)),
        ("version", .integer(versionNumber)),
        ("row_version", .integer(rowVersion)), ("last_updated", .text(lastUpdated.iso)),
        ("last_updated_by", .text(lastUpdatedBy)), ("next_review", JSON(plan.nextReview?.iso)),
      ] + plan.sectionsJSON(names))
  }
}

extension CarePlan {
  func sectionsJSON(_ names: StaffNames) -> [(String, JSON)] {
    let tops = PlanSection.allCases.flatMap(\.topKinds)
    return tops.map { kind in
      if kind.isSingle { return (kind.jsonKey, .object(single(kind)?.fieldsJSON(names) ?? [])) }
      return (kind.jsonKey, .list(items(kind).map { json(of: $0, names) }))
    }
  }

  private func json(of item: PlanItem, _ names: StaffNames) -> JSON {
    var pairs = [("id", JSON.text(item.id.text))] + item.fieldsJSON(names)
    for kind in PlanItemKind.allCases where kind.parent == item.kind {
      pairs.append((kind.jsonKey, .list(items(kind, under: item.id).map { json(of: $0, names) })))
    }
    return .object(pairs)
  }
}

extension PlanItemKind {
  /// `goals`, `actions`: plural where there may be several.
  var jsonKey: String {
    switch self {
    case .plan: "agreement"
    case .aboutMe: "about_me"
    case .requirement: "requirements"
    case .action: "actions"
    case .equipment: "equipment"
    case .contingency: "contingencies"
    default: rawValue + "s"
    }
  }
}

extension PlanItem {
  /// Every field in form order; what is not recorded is null. Beside the identifier of a member of staff stands the name.
  func fieldsJSON(_ names: StaffNames) -> [(String, JSON)] {
    kind.fields.flatMap { field in
      let key = field.key.rawValue
      if field.kind == .staff {
        return [(key, JSON(self[field.key])), ("\(key)_name", JSON(self[field.key].flatMap { names[$0] }))]
      }
      return [(key, self[field.key].map { json($0, in: field) } ?? .absent)]
    }
  }

  private func json(_ value: String, in field: PlanField) -> JSON {
    switch field.kind {
    case .number: JSON(Int(value))
    case .yesNo: .flag(value == "yes")
    case .list, .choices: .list(list(field.key).map { .text($0) })
    case .line, .text, .day, .choice, .staff: .text(value)
    }
  }
}

extension PlanVersion {
  func json(of person: Patient, _ names: StaffNames) -> JSON {
    .object([("nhs_number", JSON(person.nhsNumber?.digits))] + summary.values + plan.sectionsJSON(names))
  }
}

extension PlanVersionSummary {
  var json: JSON { .object(values) }

  var values: [(String, JSON)] {
    [
      ("version", .integer(number)), ("signed_at", .text(signedAt.iso)), ("signed_by", .text(signedBy)),
      ("role", .text(signedByRole)), ("next_review", JSON(nextReview?.iso)), ("reason", .text(reason)),
      ("digest", .text(digest)),
    ]
  }
}
