/// What changed between two plans: an entry came, an entry went, or a field of an entry says something else.
public struct PlanDifference: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    case added(PlanItem)
    case removed(PlanItem)
    case changed(PlanKey, was: String?, now: String?)
  }
  public var item: ID<PlanItem>
  public var kind: PlanItemKind
  /// What the entry is about, so that a difference can be read by itself.
  public var headline: String
  public var change: Change

  public var section: PlanSection { kind.section }

  /// What changed without what it says: `Next review`, `Target (goal)`, `Action added`.
  public var label: String {
    switch change {
    case .added: return "\(kind.words) added"
    case .removed: return "\(kind.words) removed"
    case .changed(let key, _, _):
      let label = kind.field(key)?.label ?? key.rawValue
      return kind.isSingle ? label : "\(label) (\(kind.words.lowercasedFirst))"
    }
  }

  /// All differences in the order of the form.
  public static func between(_ old: CarePlan, _ new: CarePlan) -> [PlanDifference] {
    var found = [PlanDifference]()
    for section in PlanSection.allCases {
      for (item, _) in new.outline(section) {
        guard let before = old.counterpart(of: item) else {
          if !(item.kind.isSingle && item.isEmpty) { found.append(.init(item, .added(item))) }
          continue
        }
        for field in item.kind.fields where before[field.key] != item[field.key] {
          found.append(.init(item, .changed(field.key, was: before[field.key], now: item[field.key])))
        }
      }
      for (item, _) in old.outline(section) where new.counterpart(of: item) == nil {
        if !(item.kind.isSingle && item.isEmpty) { found.append(.init(item, .removed(item))) }
      }
    }
    return found
  }

  init(_ item: PlanItem, _ change: Change) {
    self.item = item.id
    kind = item.kind
    headline = item[item.kind.headline] ?? item.kind.words
    self.change = change
  }
}

extension CarePlan {
  /// The same entry in this plan: by identifier, or by kind where there is only one.
  func counterpart(of item: PlanItem) -> PlanItem? {
    item.kind.isSingle ? single(item.kind) : self[item.id]
  }
}
