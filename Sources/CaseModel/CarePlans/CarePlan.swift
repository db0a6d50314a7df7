/// What a care plan says: its entries, in the order they are shown. A version is one of these, signed and unchangeable.
public struct CarePlan: Hashable, Sendable, Codable {
  /// Every kind that stands once is there from the start; children follow their parent anywhere later in the array.
  public private(set) var items: [PlanItem]

  /// A plan with its three single entries and nothing in them. `newID` names each.
  public init(newID: () -> String) {
    items = PlanItemKind.allCases.filter(\.isSingle).map { PlanItem(id: ID(newID()), kind: $0) }
  }

  /// Entries as they were kept; entries of a single kind that are missing are made.
  public init(items: [PlanItem], newID: () -> String) {
    self.items = items
    for kind in PlanItemKind.allCases where kind.isSingle && !items.contains(where: { $0.kind == kind }) {
      self.items.insert(PlanItem(id: ID(newID()), kind: kind), at: 0)
    }
  }

  public subscript(id: ID<PlanItem>) -> PlanItem? {
    get { items.first { $0.id == id } }
    set {
      guard let index = items.firstIndex(where: { $0.id == id }) else { return }
      if let newValue { items[index] = newValue } else { remove(id) }
    }
  }

  /// The one entry of a kind that stands once.
  public func single(_ kind: PlanItemKind) -> PlanItem? { items.first { $0.kind == kind } }

  public func items(_ kind: PlanItemKind, under parent: ID<PlanItem>? = nil) -> [PlanItem] {
    items.filter { $0.kind == kind && (parent == nil || $0.parent == parent) }
  }

  public func children(of id: ID<PlanItem>) -> [PlanItem] { items.filter { $0.parent == id } }

  /// A section as it is read: each entry followed by what hangs under it, with its depth from 0.
  public func outline(_ section: PlanSection) -> [(item: PlanItem, depth: Int)] {
    var out = [(item: PlanItem, depth: Int)]()
    func visit(_ item: PlanItem, _ depth: Int) {
      out.append((item, depth))
      for kind in PlanItemKind.allCases where kind.parent == item.kind {
        for child in items where child.kind == kind && child.parent == item.id { visit(child, depth + 1) }
      }
    }
    for kind in section.topKinds { for item in items where item.kind == kind { visit(item, 0) } }
    return out
  }

  /// Adds an entry after its siblings.
  public mutating func add(_ item: PlanItem) { items.append(item) }

  /// Takes an entry out with all that hangs under it. Signed versions keep what they said.
  public mutating func remove(_ id: ID<PlanItem>) {
    for child in children(of: id) { remove(child.id) }
    items.removeAll { $0.id == id }
  }

  public mutating func set(_ key: PlanKey, of id: ID<PlanItem>, to value: String?) {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return }
    items[index][key] = value
  }

  /// Nothing is written in it at all.
  public var isEmpty: Bool { items.allSatisfy(\.isEmpty) }

  public var nextReview: Day? { single(.plan)?.day(.nextReview) }

  /// Why the person has no plan: the reason they gave when they declined one (spec 2.1).
  public var noPlanReason: String? {
    guard let header = single(.plan), header[.offer] == "offered_declined" else { return nil }
    return header[.declineReason] ?? "declined"
  }
}

/// Where in a plan something is.
public struct PlanPlace: Hashable, Sendable, Codable {
  public var section: PlanSection
  public var item: ID<PlanItem>
  public var key: PlanKey

  public init(section: PlanSection, item: ID<PlanItem>, key: PlanKey) {
    self.section = section
    self.item = item
    self.key = key
  }
}

/// FHIR CarePlan.status, as the header keeps it.
public enum CarePlanStatus: String, CaseIterable, Sendable, Codable {
  case draft, active, onHold = "on_hold", revoked, completed, enteredInError = "entered_in_error"

  public var words: String {
    switch self {
    case .onHold: "on hold"
    case .enteredInError: "entered in error"
    default: rawValue
    }
  }

  /// Partners act on it.
  public var isInForce: Bool { self == .active || self == .onHold }
}

/// A plan as the store holds it now.
public struct CarePlanRecord: Hashable, Sendable, Codable {
  public var id: ID<CarePlan>
  public var patient: ID<Patient>
  public var status: CarePlanStatus
  /// The newest signed version; 0 while there is none.
  public var versionNumber: Int
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int
  public var plan: CarePlan
  public var lastUpdated: Moment
  public var lastUpdatedBy: String

  public init(
    id: ID<CarePlan>, patient: ID<Patient>, status: CarePlanStatus, versionNumber: Int, rowVersion: Int,
    plan: CarePlan, lastUpdated: Moment, lastUpdatedBy: String
  ) {
    self.id = id
    self.patient = patient
    self.status = status
    self.versionNumber = versionNumber
    self.rowVersion = rowVersion
    self.plan = plan
    self.lastUpdated = lastUpdated
    self.lastUpdatedBy = lastUpdatedBy
  }

  /// Why this is no plan: a draft that only records that the person declined. Nil for every other plan.
  public var noPlanReason: String? { status == .draft ? plan.noPlanReason : nil }

  public func standing(on day: Day) -> PlanStanding {
    .of(status: status, nextReview: plan.nextReview, reason: noPlanReason, on: day)
  }
}

/// One signed version, without its content.
public struct PlanVersionSummary: Hashable, Sendable, Codable, Identifiable {
  public var number: Int
  public var signedAt: Moment
  public var signedBy: String
  public var signedByRole: String
  public var nextReview: Day?
  /// Why it was made: "activated", "review", "undo of version 8".
  public var reason: String
  /// SHA-256 of the snapshot, hex.
  public var digest: String
  public var id: Int { number }

  public init(
    number: Int, signedAt: Moment, signedBy: String, signedByRole: String, nextReview: Day?, reason: String,
    digest: String
  ) {
    self.number = number
    self.signedAt = signedAt
    self.signedBy = signedBy
    self.signedByRole = signedByRole
    self.nextReview = nextReview
    self.reason = reason
    self.digest = digest
  }
}
