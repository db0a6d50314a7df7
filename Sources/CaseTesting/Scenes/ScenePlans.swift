public import CaseModel

/// Care plans as scenes need them: whole, and short enough to read in a test.
public enum ScenePlans {
  /// A plan that can be activated on the scene's day. Words differ from person to person by `variant`.
  public static func whole(
    for name: PersonName, reviewOwner: ID<StaffMember>, nextReview: Day, agreedOn: Day, variant: Int,
    newID: @escaping () -> String
  ) -> CarePlan {
    var plan = CarePlan(newID: newID)
    func add(_ kind: PlanItemKind, under parent: ID<PlanItem>? = nil, _ values: [PlanKey: String]) -> ID<PlanItem> {
      let item = PlanItem(id: ID(newID()), kind: kind, parent: parent, values: values)
      plan.add(item)
      return item.id
    }
    func set(_ kind: PlanItemKind, _ values: [PlanKey: String]) {
      guard let item = plan.single(kind) else { return }
      for (key, value) in values { plan.set(key, of: item.id, to: value) }
    }
    let first = name.preferred ?? name.given
    set(
      .plan,
      [
        .offer: "offered_accepted", .agreedWith: "person", .agreedName: "\(name.given) \(name.family)",
        .agreedRole: "self", .agreedOn: agreedOn.iso, .nextReview: nextReview.iso, .reviewOwner: reviewOwner.text,
        .copyDecision: "given", .copyGivenOn: agreedOn.iso, .copyFormat: "paper", .funding: "local_authority",
      ])
    set(
      .aboutMe,
      [
        .mostImportant: "To stay in my own home.\nIn an emergency ring my daughter first.",
        .peopleImportant: "My daughter, and the friends I pray with on Fridays.",
        .communication: "Speak slowly and face me. I read large print.", .supportedBy: "a care navigator",
        .recordedOn: agreedOn.iso,
      ])
    set(
      .requirement,
      [
        .language: variant % 3 == 0 ? "Sylheti" : "English", .interpreterRequired: variant % 3 == 0 ? "yes" : "no",
        .mobility: "Walks with a frame indoors.",
      ])
    _ = add(.strength, [.text: "\(first) knows the neighbours and asks for help early."])
    let breath = add(.need, [.text: "Breathless on stairs and frightened by it", .domain: "physical"])
    let walk = add(
      .goal, under: breath,
      [
        .text: "I want to get to the mosque on Fridays", .importance: "9", .status: "active", .owner: first,
        .achievement: variant % 2 == 0 ? "improving" : "no-change", .startDate: agreedOn.iso,
        .targetDate: (nextReview).iso,
      ])
    _ = add(
      .action, under: walk,
      [
        .what: "Practise the stairs with the physiotherapist", .whoName: "Physiotherapist",
        .whoTeam: "Community health team", .when: "weekly", .status: "in_progress", .confidence: "7",
        .coping: "Rest on the landing chair and try again tomorrow.", .updatedOn: agreedOn.iso,
      ])
    let tablets = add(.need, [.text: "Mixes up morning and evening tablets", .domain: "medicines"])
    let manage = add(
      .goal, under: tablets,
      [
        .text: "I want to manage my own tablets", .importance: "8", .status: "active", .owner: first,
        .achievement: "in-progress", .startDate: agreedOn.iso,
      ])
    _ = add(
      .action, under: manage,
      [
        .what: "Blister packs from the pharmacy", .whoName: "Practice pharmacist", .status: "done", .confidence: "9",
        .when: "by the end of the month", .updatedOn: agreedOn.iso,
      ])
    _ = add(
      .personalContact,
      [
        .name: "Nasima \(name.family)", .relationship: "daughter",
        .roles: "carer\nnext_of_kin\nemergency_contact\nkeyholder",
        .contact: "07700 900\(100 + variant % 800)", .rank: "1", .isUnpaidCarer: "yes", .hoursBand: "1-19",
        .assessmentStatus: "offered", .consentsToContact: "yes",
      ])
    _ = add(.equipment, [.name: "Walking frame", .date: agreedOn.iso, .location: "hall"])
    let crisis = add(
      .contingency,
      [
        .name: "Breathless at night", .triggers: "More breathless than usual\nAnkles swelling",
        .whatShouldHappen: "Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team",
        .earlyWarningSigns: "Sleeping in the chair", .coping: "Open the window, radio on",
      ])
    let rapid: [PlanKey: String] = [.name: "Rapid response team", .role: "24 hours", .phone: "020 7946 0101"]
    _ = add(.contingencyContact, under: crisis, rapid)
    return plan
  }
}
