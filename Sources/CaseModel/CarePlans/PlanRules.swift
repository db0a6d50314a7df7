/// The rules a plan answers to before it counts.
///
/// - Every value is of the kind its field takes, and every entry that was begun has its mandatory fields.
/// - R-CP-01: activation needs who agreed, a goal or the reason why there is none, a review owner, a next review,
///   a decision about the person's copy, language and interpreter, and a contact for emergencies or "none known".
/// - R-CP-06: a plan is more than free text: goals and actions exist as rows.
/// - The next review is at most 365 days on; 56 days where a package is new or changed (handbook 0.4).
public enum PlanRules {
  /// What is wrong with what has been typed, activation or not. A draft with these is kept, but not shared.
  public static func complaints(about plan: CarePlan) -> [Complaint<PlanPlace>] {
    var found = [Complaint<PlanPlace>]()
    for section in PlanSection.allCases {
      for (item, _) in plan.outline(section) { found += complaints(about: item) }
    }
    return found
  }

  private static func complaints(about item: PlanItem) -> [Complaint<PlanPlace>] {
    var found = [Complaint<PlanPlace>]()
    func complain(_ key: PlanKey, _ message: String, _ rule: String? = nil) {
      found.append(Complaint(PlanPlace(section: item.kind.section, item: item.id, key: key), message, rule: rule))
    }
    for field in item.kind.fields {
      if let value = item[field.key] {
        if let fault = field.fault(in: value) { complain(field.key, fault) }
      } else if field.necessity == .mandatory, !item.kind.isSingle {
        if item.kind == .action, field.key == .whoName, item[.whoRole] != nil { continue }
        complain(field.key, missing(field))
      }
    }
    if item.kind == .goal, let start = item.day(.startDate), let target = item.day(.targetDate), target < start {
      complain(.targetDate, "The target is before the start. Change one of the two dates.")
    }
    if item.kind == .carePackage, let start = item.day(.start), let end = item.day(.end), end < start {
      complain(.end, "The package ends before it starts. Change one of the two dates.")
    }
    if item.kind == .plan, item[.offer] == "offered_declined", item[.declineReason] == nil {
      complain(.declineReason, "Say why the plan was declined: \"no plan\" needs a reason.")
    }
    return found
  }

  private static func missing(_ field: PlanField) -> String {
    switch field.kind {
    case .choice: "Choose \(field.label.lowercasedFirst)."
    case .list: "Enter at least one line of \(field.label.lowercasedFirst)."
    default: "Enter \(field.label.lowercasedFirst), or remove this entry."
    }
  }

  /// What keeps a plan from being activated (R-CP-01), on top of what is wrong with it anyway.
  ///
  /// `packageChangedSince` is the plan it started from: a package that it does not have, or has otherwise, shortens
  /// the time to the next review.
  public static func activationComplaints(
    about plan: CarePlan, today: Day, packageChangedSince earlier: CarePlan? = nil
  ) -> [Complaint<PlanPlace>] {
    var found = complaints(about: plan)
    guard let header = plan.single(.plan), let requirement = plan.single(.requirement) else { return found }
    func complain(_ item: PlanItem, _ key: PlanKey, _ message: String, rule: String = "R-CP-01") {
      let place = PlanPlace(section: item.kind.section, item: item.id, key: key)
      guard !found.contains(where: { $0.field == place }) else { return }
      found.append(Complaint(place, message, rule: rule))
    }
    if header[.offer] == nil { complain(header, .offer, "Say whether the plan was offered and accepted.") }
    if header[.offer] == "offered_declined" || header[.offer] == "not_offered" {
      complain(
        header, .offer,
        "A plan that was \(header[.offer] == "not_offered" ? "not offered" : "declined") cannot be active.")
    }
    switch header[.agreedWith] {
    case nil: complain(header, .agreedWith, "Choose who agreed to this plan.")
    case "not_agreed": complain(header, .agreedWith, "A plan that nobody agreed to cannot be active.")
    default: break
    }
    if header[.agreedName] == nil { complain(header, .agreedName, "Enter the name of who agreed.") }
    if header[.agreedRole] == nil { complain(header, .agreedRole, "Choose the role of who agreed.") }
    if let agreed = header.day(.agreedOn) {
      if agreed > today { complain(header, .agreedOn, "The agreement cannot be in the future.") }
    } else {
      complain(header, .agreedOn, "Enter the day on which it was agreed.")
    }
    if plan.items(.goal).isEmpty, header[.noGoalReason] == nil {
      complain(header, .noGoalReason, "Add a goal, or say why there is none.")
    }
    if header[.reviewOwner] == nil { complain(header, .reviewOwner, "Choose who makes the review happen.") }
    review(of: plan, header, today, earlier, complain)
    if header[.copyDecision] == nil { complain(header, .copyDecision, "Decide about the person's copy.") }
    if requirement[.language] == nil { complain(requirement, .language, "Enter the person's language.") }
    if requirement[.interpreterRequired] == nil {
      complain(requirement, .interpreterRequired, "Say whether an interpreter is needed.")
    }
    let emergency = plan.items(.personalContact).contains { $0.list(.roles).contains("emergency_contact") }
    if !emergency, header.flag(.noEmergencyContact) != true {
      complain(header, .noEmergencyContact, "Give a contact the role emergency contact, or say that none is known.")
    }
    return found.sorted { order(of: $0.field, in: plan) < order(of: $1.field, in: plan) }
  }

  private static func review(
    of plan: CarePlan, _ header: PlanItem, _ today: Day, _ earlier: CarePlan?,
    _ complain: (PlanItem, PlanKey, String, String) -> Void
  ) {
    guard let next = header.day(.nextReview) else {
      if header[.nextReview] == nil { complain(header, .nextReview, "Enter the day of the next review.", "R-CP-01") }
      return
    }
    if next < today { complain(header, .nextReview, "The next review cannot be in the past.", "R-CP-01") }
    if next - today > 365 {
      complain(
        header, .nextReview, "The next review is at most 365 days on: by \((today + 365).short).",
        "plan.review_max_days")
    }
    let packages = plan.items(.carePackage).map(\.values)
    let before = earlier?.items(.carePackage).map(\.values) ?? []
    if packages != before, !packages.isEmpty, next - today > 56 {
      complain(
        header, .nextReview,
        "The care package is new or changed, so the review is due in 56 days: by \((today + 56).short).",
        "plan.first_review_days")
    }
  }

  /// A number that grows down the form, so that complaints come in form order.
  private static func order(of place: PlanPlace, in plan: CarePlan) -> Int {
    let section = PlanSection.allCases.firstIndex(of: place.section) ?? 0
    let entries = plan.outline(place.section)
    let entry = entries.firstIndex { $0.item.id == place.item } ?? 0
    let field =
      entries.indices.contains(entry)
      ? entries[entry].item.kind.fields.firstIndex { $0.key == place.key } ?? 0 : 0
    return section * 1_000_000 + entry * 100 + field
  }
}
