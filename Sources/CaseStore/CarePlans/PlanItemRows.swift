import CaseModel

/// The entries of a plan as rows, one table a kind, one column a field: goals and actions can be listed and followed
/// (R-CP-06).
struct PlanItemRows {
  let planID: ID<CarePlan>
  let connection: any Connection

  private static func columns(_ kind: PlanItemKind) -> String {
    kind.fields.map { "\"\($0.key.rawValue)\"" }.joined(separator: ", ")
  }

  /// The entries of some kinds as they stand, kind by kind in their order, each in its order.
  func items(_ kinds: [PlanItemKind] = PlanItemKind.allCases) throws -> [PlanItem] {
    let queries = kinds.map { kind in
      (
        sql: """
        SELECT id, parent_id, \(Self.columns(kind)) FROM \(kind.rawValue)
        WHERE plan_id = $1 AND entered_in_error = 0 ORDER BY position, id
        """, values: [Value.of(planID)]
      )
    }
    var items = [PlanItem]()
    try connection.forEach(of: queries) { place, row in
      let kind = kinds[place]
      var item = PlanItem(id: try row.id(), kind: kind, parent: row.idOrNil())
      for field in kind.fields {
        if case .number = field.kind {
          item[field.key] = row.intOrNil().map { String($0) }
        } else {
          item[field.key] = row.textOrNil()
        }
      }
      items.append(item)
    }
    return items
  }

  func plan() throws -> CarePlan {
    var missing = false
    let plan = CarePlan(items: try items()) {
      missing = true
      return ""
    }
    guard !missing else { throw StoreFault(.damaged, "a care plan has lost one of its single entries") }
    return plan
  }

  /// Makes the rows say what `plan` says. Rows that it leaves out stay, marked with the reason (D-VER-2).
  func write(_ plan: CarePlan, leftOut reason: String, in change: Change) throws {
    let standing = Dictionary(grouping: try items(), by: \.kind)
    for kind in PlanItemKind.allCases {
      let old = standing[kind] ?? []
      let new = plan.items(kind)
      let kept = Set(new.map(\.id))
      for gone in old where !kept.contains(gone.id) { try leaveOut(gone, reason, in: change) }
      for (position, item) in new.enumerated() {
        let isSame = old.indices.contains(position) && old[position] == item
        if !isSame { try put(item, at: position, in: change) }
      }
    }
  }

  private func leaveOut(_ item: PlanItem, _ reason: String, in change: Change) throws {
    try connection.run(
      """
      UPDATE \(item.kind.rawValue) SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE plan_id = $4 AND id = $5
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(planID), .of(item.id)])
  }

  /// Adds an entry, changes it, or takes it up again after it was left out.
  private func put(_ item: PlanItem, at position: Int, in change: Change) throws {
    let fields = item.kind.fields
    let names =
      ["plan_id", "id", "parent_id", "position"] + fields.map { "\"\($0.key.rawValue)\"" } + Change.standardColumns
    var values: [Value] = [.of(planID), .of(item.id), .of(item.parent), .of(position)]
    for field in fields {
      if case .number = field.kind {
        values.append(.of(item.number(field.key)))
      } else {
        values.append(.of(item[field.key]))
      }
    }
    values += change.standardValues
    let updated = (["parent_id", "position"] + fields.map { "\"\($0.key.rawValue)\"" } + ["updated_at", "updated_by"])
      .map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let table = item.kind.rawValue
    try connection.run(
      """
      INSERT INTO \(table) (\(names.joined(separator: ", ")))
      VALUES (\(values.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))
      ON CONFLICT (plan_id, id) DO UPDATE SET \(updated), row_version = \(table).row_version + 1,
      entered_in_error = 0, status_reason = NULL
      """, values)
  }
}
