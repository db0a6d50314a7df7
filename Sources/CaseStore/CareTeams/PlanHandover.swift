import CaseModel

/// What of a care plan names a member of staff, and that it names another from now on: by a signed version, as always.
enum PlanHandover {
  /// One answer of a plan that named the leaver.
  struct Answer: Codable, Hashable {
    var item: String
    var key: String
    var before: String?
    var after: String?
  }

  /// The answers that name the leaver, with what they say of the successor instead.
  static func answers(_ plan: CarePlan, from: StaffMember, to: StaffMember) -> [Answer] {
    var found = [Answer]()
    func isLeaver(_ name: String?) -> Bool { name == from.name || name == from.shortName }
    func change(_ item: PlanItem, _ key: PlanKey, to value: String?) {
      found.append(Answer(item: item.id.text, key: key.rawValue, before: item[key], after: value))
    }
    for item in plan.items {
      switch item.kind {
      case .plan, .contingency:
        if item[.reviewOwner] == from.id.text { change(item, .reviewOwner, to: to.id.text) }
      case .action:
        guard isLeaver(item[.whoName]), !["done", "refused", "stopped"].contains(item[.status]) else { continue }
        change(item, .whoName, to: to.name)
        if item[.whoContact] != nil { change(item, .whoContact, to: to.phone) }
      case .goal, .additionalPlan:
        if isLeaver(item[.owner]) { change(item, .owner, to: to.name) }
      case .contingencyContact:
        guard isLeaver(item[.name]) else { continue }
        change(item, .name, to: to.name)
        change(item, .phone, to: to.phone)
      default: continue
      }
    }
    return found
  }

  /// Writes the successor where the leaver stood.
  ///
  /// - Returns: what was changed; nothing where the plan names the leaver nowhere.
  static func move(
    _ patient: ID<Patient>, from: ID<StaffMember>, to: ID<StaffMember>, in own: Change
  ) throws -> [Answer] {
    guard let from = try StaffRows.one(from, own.connection), let to = try StaffRows.one(to, own.connection),
      let head = try PlanReading.head(of: patient, own.connection), head.isLive
    else { return [] }
    let answers = answers(try PlanReading.record(head, own.connection).plan, from: from, to: to)
    try write(answers, of: patient, over: head, because: "review goes from \(from.name) to \(to.name)", in: own)
    return answers
  }

  /// Puts answers back as they were, or again as they were after, as far as nobody has written another since: what was the
  /// successor's own before stays theirs.
  static func turn(_ answers: [Answer], of patient: ID<Patient>, undone: Bool, in own: Change) throws {
    guard let head = try PlanReading.head(of: patient, own.connection), head.isLive else { return }
    let plan = try PlanReading.record(head, own.connection).plan
    let turned = answers.map {
      undone ? Answer(item: $0.item, key: $0.key, before: $0.after, after: $0.before) : $0
    }.filter { answer in
      guard let key = PlanKey(rawValue: answer.key) else { return false }
      return plan[ID(answer.item)]?[key] == answer.before
    }
    try write(
      turned, of: patient, over: head, because: "\(undone ? "undo" : "redo") of the handover", in: own)
  }

  private static func write(
    _ answers: [Answer], of patient: ID<Patient>, over head: PlanReading.Head, because reason: String, in own: Change
  ) throws {
    guard !answers.isEmpty else { return }
    let record = try PlanReading.record(head, own.connection)
    var plan = record.plan
    for answer in answers {
      if let key = PlanKey(rawValue: answer.key) { plan.set(key, of: ID(answer.item), to: answer.after) }
    }
    _ = try PlanWriting(patient: patient, change: own).put(
      plan, over: head, as: record.status == .draft ? .draft : .version(reason: reason))
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
