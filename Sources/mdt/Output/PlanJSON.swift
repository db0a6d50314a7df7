import CaseModel

/// A care plan as JSON: each section's entries nested as they hang together, needs with goals with actions.
extension CarePlanRecord {
  var json: JSON {
    .object(
      [
        ("id", .text(id.text)), ("status", .text(status.rawValue)), ("no_plan_reason", JSON(noPlanReason)),
        ("version", .integer(versionNumber)),
        ("row_version", .integer(rowVersion)), ("last_updated", .text(lastUpdated.iso)),
        ("last_updated_by", .text(lastUpdatedBy)), ("next_review", JSON(plan.nextReview?.iso)),
      ] + plan.sectionsJSON)
  }
}

extension CarePlan {
  var sectionsJSON: [(String, JSON)] {
    let tops = PlanSection.allCases.flatMap(\.topKinds)
    return tops.map { kind in
      if kind.isSingle { return (kind.jsonKey, .object(single(kind)?.fieldsJSON ?? [])) }
      return (kind.jsonKey, .list(items(kind).map { json(of: $0) }))
    }
  }

  private func json(of item: PlanItem) -> JSON {
    var pairs = [("id", JSON.text(item.id.text))] + item.fieldsJSON
    for kind in PlanItemKind.allCases where kind.parent == item.kind {
      pairs.append((kind.jsonKey, .list(items(kind, under: item.id).map { json(of: $0) })))
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
  /// Every field in form order; what is not recorded is null.
  var fieldsJSON: [(String, JSON)] {
    kind.fields.map { field in
      guard let value = self[field.key] else { return (field.key.rawValue, .absent) }
      switch field.kind {
      case .number: return (field.key.rawValue, JSON(Int(value)))
      case .yesNo: return (field.key.rawValue, .flag(value == "yes"))
      case .list, .choices: return (field.key.rawValue, .list(list(field.key).map { .text($0) }))
      default: return (field.key.rawValue, .text(value))
      }
    }
  }
}

extension PlanVersionSummary {
  var json: JSON {
    .object([
      ("version", .integer(number)), ("signed_at", .text(signedAt.iso)), ("signed_by", .text(signedBy)),
      ("role", .text(signedByRole)), ("next_review", JSON(nextReview?.iso)), ("reason", .text(reason)),
      ("digest", .text(digest)),
    ])
  }
}
