/// One entry of a care plan: its header, a need, a goal, a contact... What it may hold stands in `PlanItemKind.fields`.
///
/// Values are kept as canonical text (days as `YYYY-MM-DD`, choices as their code, yes and no as `yes` and `no`, lists
/// one entry a line), so that the form, the two-version comparison, the store and the exchange formats are each one
/// loop over the same table of fields. An absent value means "not recorded".
public struct PlanItem: Hashable, Sendable, Codable, Identifiable {
  public typealias ID = CaseModel.ID<PlanItem>

  public let id: ID
  public let kind: PlanItemKind
  /// The need of a goal, the goal of an action; nil where the kind stands by itself.
  public var parent: ID?
  public private(set) var values: [String: String]

  public init(id: ID, kind: PlanItemKind, parent: ID? = nil, values: [PlanKey: String] = [:]) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.values = [:]
    for (key, value) in values { self[key] = value }
  }

  /// The canonical text of one field; empty text and absence are the same thing.
  public subscript(key: PlanKey) -> String? {
    get { values[key.rawValue] }
    set { values[key.rawValue] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  public func day(_ key: PlanKey) -> Day? { self[key].flatMap { Day(iso: $0) } }
  public func number(_ key: PlanKey) -> Int? { self[key].flatMap { Int($0) } }
  public func flag(_ key: PlanKey) -> Bool? { self[key].map { $0 == "yes" } }
  public func list(_ key: PlanKey) -> [String] {
    (self[key] ?? "").split(separator: "\n").map(String.init)
  }

  /// Nothing has been filled in.
  public var isEmpty: Bool { values.isEmpty }
}
