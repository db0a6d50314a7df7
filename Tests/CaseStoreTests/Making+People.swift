import CaseModel

@testable import CaseStore

extension CaseStore {
  /// A second member of staff in the same store.
  func hire(_ name: String, account: String, role: StaffRole = .socialWorker, by: Writing) async throws -> StaffMember {
    let staff = StaffMember(
      id: ID(by.newID()), name: name, role: role, organisationCode: "LBTH", organisationName: "LBTH",
      from: by.at.day, account: account)
    try await writing("No.", by) { change in
      try StaffRows.insert(staff, localityID: nil, in: change)
      try change.audit(.create, "staff \(staff.id)", purpose: "test")
    }
    return staff
  }

  /// A person with the least that a record needs, enrolled and with consent.
  @discardableResult func admit(
    _ family: String, _ given: String, nhs: String? = nil, by: Writing
  ) async throws -> ID<Patient> {
    let id = ID<Patient>(by.newID())
    try await writing("No.", by) { change in
      let name = PersonName(family: family, given: given)
      try change.insert(
        "patient",
        [
          ("id", .of(id)), ("family_name", .text(family)), ("given_names", .text(given)),
          ("name_key", .text(name.likeness)), ("search_words", .text(nameWords([family, given]))),
          ("birth_date", "1941-07-14"), ("nhs_number", .of(nhs)), ("nhs_verification", .of(nhs == nil ? nil : "02")),
          ("nhs_unavailable_reason", .of(nhs == nil ? "nhs-number-not-known" : nil)),
        ])
      let consent = change.by.newID()
      try change.insert(
        "consent",
        [
          ("patient_id", .of(id)), ("id", .text(consent)), ("subject", "enrolment"), ("basis", "explicit_verbal"),
          ("decision", "given"), ("at", "2016-01-04"),
        ])
      try change.insert(
        "enrolment",
        [
          ("patient_id", .of(id)), ("id", .text(change.by.newID())), ("status", "enrolled"),
          ("enrolled_on", "2016-01-04"), ("consent_id", .text(consent)),
        ])
      try CaseloadEntries.refreshEntry(id, in: change)
      try change.audit(.create, "patient \(id)", patient: id, purpose: "test")
    }
    return id
  }
}

/// Plans to try things with.
enum Plans {
  /// Everything that R-CP-01 asks for, and one goal with an action.
  static func ready(owner: ID<StaffMember>, review: String = "2016-06-01") -> CarePlan {
    var plan = CarePlan(newID: Place.newID)
    func set(_ kind: PlanItemKind, _ values: [PlanKey: String]) {
      guard let id = plan.single(kind)?.id else { return }
      for (key, value) in values { plan.set(key, of: id, to: value) }
    }
    set(
      .plan,
      [
        .offer: "offered_accepted", .agreedWith: "person", .agreedName: "Rahela Begum", .agreedRole: "self",
        .agreedOn: "2016-01-04", .nextReview: review, .reviewOwner: owner.text, .copyDecision: "given",
        .noEmergencyContact: "yes",
      ])
    set(.requirement, [.language: "Bengali", .interpreterRequired: "yes"])
    set(.aboutMe, [.mostImportant: "My garden, and বাংলা গান\nsecond line"])
    let need = PlanItem(id: ID(Place.newID()), kind: .need, values: [.text: "Stairs", .domain: "functional"])
    let goal = PlanItem(
      id: ID(Place.newID()), kind: .goal, parent: need.id,
      values: [.text: "Reach the bedroom", .importance: "08", .status: "active", .owner: "Rahela"])
    let action = PlanItem(
      id: ID(Place.newID()), kind: .action, parent: goal.id,
      values: [.what: "Fit a rail", .whoRole: "occupational therapist", .status: "not_started"])
    for item in [need, goal, action] { plan.add(item) }
    return plan
  }

  static func changing(_ plan: CarePlan, _ text: String) -> CarePlan {
    var plan = plan
    if let id = plan.items(.goal).first?.id { plan.set(.text, of: id, to: text) }
    return plan
  }
}
