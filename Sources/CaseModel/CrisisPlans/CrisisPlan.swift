/// What a crisis plan says (spec 3.2). A signed version is one of these and never changes.
///
/// Values are kept as canonical text, as in a care plan, so that form, store, comparison and print are loops over one
/// table of fields; what has a closed list is read as its code. Nothing is ever worked out from something else.
public struct CrisisPlan: Hashable, Sendable {
  private var values: [CrisisField: String]

  public init(_ values: [CrisisField: String] = [:]) {
    self.values = [:]
    for (field, value) in values { self[field] = value }
  }

  /// A plan that nobody has written in yet: CPR stands at "not recorded", as it does where nobody decided.
  public static let begun = CrisisPlan([.cpr: CPRState.notRecorded.rawValue])

  /// Empty text and absence are the same thing.
  public subscript(field: CrisisField) -> String? {
    get { values[field] }
    set { values[field] = newValue.flatMap { text in text.contains { !$0.isWhitespace } ? text : nil } }
  }

  public var isEmpty: Bool { values.isEmpty }
  /// The fields that say something, in the order of the form.
  public var filled: [CrisisField] { CrisisSection.allCases.flatMap(\.fields).filter { values[$0] != nil } }

  public func lines(_ field: CrisisField) -> [String] {
    (self[field] ?? "").split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
  public func day(_ field: CrisisField) -> Day? { self[field].flatMap { Day(iso: $0) } }
  public func flag(_ field: CrisisField) -> Bool? { self[field].map { $0 == "yes" } }
  private func code<Code: Coded>(_ field: CrisisField) -> Code? { self[field].flatMap { Code(rawValue: $0) } }

  public var contactsInHours: [CrisisContact] { lines(.contactsInHours).map { CrisisContact(reading: $0) } }
  public var contactsOutOfHours: [CrisisContact] { lines(.contactsOutOfHours).map { CrisisContact(reading: $0) } }
  /// Everybody to ring, each once.
  public var contacts: [CrisisContact] {
    var all = contactsInHours
    for contact in contactsOutOfHours where !all.contains(contact) { all.append(contact) }
    return all
  }

  public var reasonInterim: InterimReason? { code(.reasonInterim) }
  public var allergyState: AllergyState? { code(.allergyState) }
  /// As it was recorded; what nobody recorded is `notRecorded`.
  public var cpr: CPRState { code(.cpr) ?? .notRecorded }
  public var ceiling: TreatmentCeiling { code(.ceiling) ?? .notRecorded }
  public var adrt: AdvanceDecision? { code(.adrt) }
  public var lpa: WelfareAttorney? { code(.lpa) }
  public var capacity: PlanCapacity? { code(.capacity) }
  public var placeOfCare: PreferredPlace? { code(.placeOfCare) }
  public var anticipatory: AnticipatoryMedicines? { code(.anticipatory) }
  public var agreedWith: CrisisAgreement? { code(.agreedWith) }
  public var consentToShare: CrisisSharing? { code(.consentToShare) }

  /// Who decided for the person, what and when: all three are an entry.
  public var hasBestInterests: Bool { self[.bestDecision] != nil && self[.bestBy] != nil && day(.bestOn) != nil }

  /// Without what is shown to clinicians only.
  public var withoutPrognosis: CrisisPlan {
    var plan = self
    for field in [CrisisField.prognosis, .prognosisBy, .prognosisOn] { plan[field] = nil }
    return plan
  }

  /// Fields that differ, in the order of the form.
  public func differences(from other: CrisisPlan) -> [CrisisField] {
    CrisisSection.allCases.flatMap(\.fields).filter { self[$0] != other[$0] }
  }
}

extension CrisisPlan: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let texts = try container.decode([String: String].self)
    values = [:]
    for (name, value) in texts {
      guard let field = CrisisField(rawValue: name) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "a crisis plan has no field \(name)")
      }
      values[field] = value
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) }))
  }
}
