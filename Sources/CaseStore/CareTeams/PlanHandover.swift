import CaseModel

/// What of a care plan names a member of staff, and that it names another from now on: by a signed version, as always.
enum PlanHandover {
  /// The plan with the successor where the leaver stood; nil where it names the leaver nowhere.
  static func renamed(_ plan: CarePlan, from: StaffMember, to: StaffMember) -> CarePlan? {
    var plan = plan
    var isChanged = false
    func isLeaver(_ name: String?) -> Bool { name == from.name || name == from.shortName }
    for item in plan.items {
      switch item.kind {
      case .plan, .contingency:
        guard item[.reviewOwner] == from.id.text else { continue }
        plan.set(.reviewOwner, of: item.id, to: to.id.text)
      case .action:
        guard isLeaver(item[.whoName]), !["done", "refused", "stopped"].contains(item[.status]) else { continue }
        plan.set(.whoName, of: item.id, to: to.name)
        if item[.whoContact] != nil { plan.set(.whoContact, of: item.id, to: to.phone) }
      case .goal, .additionalPlan:
        guard isLeaver(item[.owner]) else { continue }
        plan.set(.owner, of: item.id, to: to.name)
      case .contingencyContact:
        guard isLeaver(item[.name]) else { continue }
        plan.set(.name, of: item.id, to: to.name)
        plan.set(.phone, of: item.id, to: to.phone)
      default: continue
      }
      isChanged = true
    }
    return isChanged ? plan : nil
  }

  /// - Returns: whether the plan named the leaver anywhere.
  @discardableResult static func move(
    _ patient: ID<Patient>, from: ID<StaffMember>, to: ID<StaffMember>, doing what: String, in own: Change
  ) throws -> Bool {
    guard let from = try StaffRows.one(from, own.connection), let to = try StaffRows.one(to, own.connection),
      let head = try PlanReading.head(of: patient, own.connection), head.isLive
    else { return false }
    let record = try PlanReading.record(head, own.connection)
    guard let plan = renamed(record.plan, from: from, to: to) else { return false }
    _ = try PlanWriting(patient: patient, change: own).put(
      plan, over: head,
      as: record.status == .draft ? .draft : .version(reason: "review goes from \(from.name) to \(to.name)"))
    return true
  }

  /// People whose live plan names somebody: as the owner of a review, of an open action or goal, or as a contact.
  static let named = """
    SELECT c.patient_id AS patient_id, 1 AS is_review, 0 AS mentions FROM care_plan_header h
    JOIN care_plan c ON c.id = h.plan_id
    WHERE h.review_owner = $1 AND h.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
    UNION ALL
    SELECT c.patient_id, 0, count(*) FROM plan_action a JOIN care_plan c ON c.id = a.plan_id
    WHERE a.who_name IN ($2, $3) AND a.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
      AND COALESCE(a.status, '') NOT IN ('done', 'refused', 'stopped') GROUP BY c.patient_id
    UNION ALL
    SELECT c.patient_id, 0, count(*) FROM contingency_contact a JOIN care_plan c ON c.id = a.plan_id
    WHERE a.name IN ($2, $3) AND a.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
    GROUP BY c.patient_id
    """
}
