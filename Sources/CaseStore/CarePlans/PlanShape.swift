import CaseModel

/// What a plan must be before its rows can stand, whatever it says: checked here because a plan may come from a draft
/// file or another system.
enum PlanShape {
  /// The plan with its numbers in one spelling, in the order of the store; throws `badData` when an entry hangs under
  /// nothing, or has a field that its kind does not have.
  static func checked(_ plan: CarePlan, doing what: String) throws(Problem) -> CarePlan {
    func fault(_ reason: String) -> Problem {
      Problem(what, because: reason, try: "Take the entry out and write it again.", kind: .badData)
    }
    var plan = plan.inStoredOrder
    var seen = Set<ID<PlanItem>>()
    for item in plan.items {
      let name = item.kind.words.lowercased()
      guard !item.id.text.isEmpty, seen.insert(item.id).inserted else {
        throw fault("Two entries have the same identifier (\(name)).")
      }
      guard plan.items(item.kind).count == 1 || !item.kind.isSingle else {
        throw fault("There can be only one entry of this kind (\(name)).")
      }
      let parent = item.parent.flatMap { plan[$0]?.kind }
      guard parent == item.kind.parent, (item.parent == nil) == (item.kind.parent == nil) else {
        throw fault("An entry does not hang under what it belongs to (\(name)).")
      }
      let known = Set(item.kind.fields.map(\.key.rawValue))
      guard item.values.keys.allSatisfy({ known.contains($0) }) else {
        throw fault("An entry has a field that mdt does not know (\(name)).")
      }
      for field in item.kind.fields {
        if case .number = field.kind, let number = item.number(field.key) {
          plan.set(field.key, of: item.id, to: String(number))
        }
      }
    }
    return plan
  }

  /// Complaints as one problem: the first in words and how many more there are.
  static func problem(_ complaints: [Complaint<PlanPlace>], doing what: String) -> Problem? {
    guard let first = complaints.first else { return nil }
    let more = complaints.count - 1
    return Problem(
      what, because: first.message,
      try: more == 0 ? "Put it right and save again." : "Put it and \(more) more right, then save again.",
      kind: .badData)
  }
}
