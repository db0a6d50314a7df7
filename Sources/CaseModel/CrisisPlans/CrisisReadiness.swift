/// What else the record knows that a plan must agree with.
public struct CrisisSurroundings: Hashable, Sendable, Codable {
  /// The newest admission, attendance or discharge.
  public var lastHospital: Day?
  /// Names of members of staff who have left, among those the plan names.
  public var leavers: [String] = []
  public var carePlanLanguage: String?
  public var carePlanInterpreter: Bool?
  public var carePlanHasUnpaidCarer: Bool?
  /// Names and phones of the contacts of the care plan.
  public var carePlanContacts: [Contact] = []
  /// As the record's banner has it.
  public var recordAllergies: String?

  public struct Contact: Hashable, Sendable, Codable {
    public var name: String
    public var phone: String
    public init(name: String, phone: String) {
      self.name = name
      self.phone = phone
    }
  }

  public init() {}
}

/// The 3 a.m. test: whether somebody who opens the plan at night could act on it. Each finding is in words; nothing is
/// a number, and nothing clinical is judged.
public struct CrisisReadiness: Hashable, Sendable, Codable {
  public enum Weight: Int, Sendable, Codable, Hashable, Comparable {
    /// Worth knowing.
    case note
    /// It may fail.
    case doubt
    /// It fails.
    case failure

    public var mark: Character {
      switch self {
      case .note: " "
      case .doubt: "~"
      case .failure: "!"
      }
    }

    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  public struct Finding: Hashable, Sendable, Codable {
    /// Stable: `contact_left`.
    public var code: String
    public var weight: Weight
    public var words: String
  }

  public var findings: [Finding]

  /// In words: what the findings come to.
  public var verdict: String {
    switch findings.map(\.weight).max() {
    case .failure: "It would fail at 3 a.m."
    case .doubt: "It might fail at 3 a.m."
    case .note, nil: "It would work at 3 a.m."
    }
  }

  public var mark: Character { findings.map(\.weight).max()?.mark ?? "=" }

  public init(
    of record: CrisisPlanRecord?, on day: Day, _ around: CrisisSurroundings, unreviewedUse: CrisisUse? = nil,
    staleCopies: Int = 0
  ) {
    var findings = [Finding]()
    func find(_ code: String, _ weight: Weight, _ words: String) {
      findings.append(Finding(code: code, weight: weight, words: words))
    }
    guard let record, record.status(on: day).isShown else {
      self.findings = [Finding(code: "no_plan", weight: .failure, words: "There is no plan in force.")]
      return
    }
    let plan = record.plan
    if record.status(on: day) == .expired { find("expired", .failure, "It has expired.") }
    CrisisReadiness.contacts(plan, around, find)
    let missing = CrisisRules.interimGaps(of: plan)
    if !missing.isEmpty { find("incomplete", .failure, "It does not say: \(CrisisRules.words(missing)).") }
    if let hospital = around.lastHospital, let from = record.effectiveFrom, from.day < hospital {
      find(
        "older_than_hospital", .doubt,
        "It is of \(from.day.short), older than the last time in hospital on \(hospital.short).")
    }
    if let review = record.reviewOn, review < day {
      find("review_overdue", .doubt, "Its review was due on \(review.short).")
    }
    if let use = unreviewedUse {
      find(
        "used", use.reviewBy < day ? .failure : .doubt,
        "It was used on \(use.on.short), and nobody has looked at it since; due by \(use.reviewBy.short).")
    }
    CrisisReadiness.carePlan(plan, around, find)
    for warning in CrisisWarning.all(in: plan, on: day) { find(warning.rawValue, .doubt, warning.words) }
    if plan[.copyLocation] == nil { find("no_copy_location", .note, "It does not say where the copy is kept.") }
    if staleCopies > 0 {
      find(
        "stale_copies", .doubt,
        staleCopies == 1
          ? "A copy of an older version is out there." : "\(staleCopies) copies of older versions are out there.")
    }
    self.findings = findings.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
  }

  private static func contacts(
    _ plan: CrisisPlan, _ around: CrisisSurroundings, _ find: (String, Weight, String) -> Void
  ) {
    if plan.contactsOutOfHours.isEmpty {
      find("no_night_contact", .failure, "Nobody is named to ring out of hours.")
    }
    for contact in plan.contacts {
      let isLeaver = around.leavers.contains { plainLetters($0) == plainLetters(contact.name) }
      if isLeaver {
        let isOnly = plan.contactsOutOfHours.allSatisfy { plainLetters($0.name) == plainLetters(contact.name) }
        find("contact_left", isOnly ? .failure : .doubt, "\(contact.name) has left.")
      }
      if contact.phone.isEmpty {
        find("contact_without_phone", .failure, "\(contact.name) has no phone number.")
      } else if let fault = PhoneNumber.fault(in: contact.phone) {
        find("phone_not_dialled", .failure, "\(contact.name)'s number cannot be rung. \(fault)")
      }
    }
  }

  private static func carePlan(
    _ plan: CrisisPlan, _ around: CrisisSurroundings, _ find: (String, Weight, String) -> Void
  ) {
    for contact in plan.contacts {
      guard let other = around.carePlanContacts.first(where: { plainLetters($0.name) == plainLetters(contact.name) }),
        let ours = PhoneNumber(contact.phone), let theirs = PhoneNumber(other.phone), ours.dialled != theirs.dialled
      else { continue }
      find(
        "phone_differs", .doubt,
        "\(contact.name)'s number is \(contact.phone) here and \(other.phone) in the care plan.")
    }
    if let language = around.carePlanLanguage, let ours = plan[.interpreterLanguage],
      plainLetters(language) != plainLetters(ours)
    {
      find("language_differs", .doubt, "The language is \(ours) here and \(language) in the care plan.")
    }
    if around.carePlanInterpreter == true, plan[.interpreterLanguage] == nil {
      find("no_language", .doubt, "The care plan says that an interpreter is needed; no language is named here.")
    }
    if around.carePlanHasUnpaidCarer == true, plan[.carerUnable] == nil {
      find(
        "carer_missing", .doubt,
        "The care plan has an unpaid carer; nothing says here what happens if they cannot care.")
    }
    if let recorded = around.recordAllergies, plan.allergyState == .noneKnown {
      find("allergies_differ", .failure, "It says no known allergies; the record says: \(recorded).")
    }
    if around.recordAllergies != nil, plan.allergyState == .notRecorded {
      find("allergies_differ", .failure, "It says allergies not recorded, and the record names some.")
    }
  }
}
