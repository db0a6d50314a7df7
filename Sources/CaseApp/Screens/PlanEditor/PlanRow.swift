import CaseModel

/// One row of a section as it is browsed: an entry, or a field of an entry.
struct PlanRow: Hashable, Sendable {
  var item: PlanItem
  /// How deep the entry hangs, from 0.
  var depth: Int
  /// Nil for the row of the entry itself.
  var field: PlanField?

  var place: AnswerPlace? { field.map { AnswerPlace(item.id, $0.key) } }

  /// The rows of a section. The fields of an entry are there only while it is open; a single entry always is.
  static func rows(of section: PlanSection, in plan: CarePlan, open: ID<PlanItem>?) -> [PlanRow] {
    plan.outline(section).flatMap { item, depth in
      let fields = item.kind.fields.map { PlanRow(item: item, depth: depth, field: $0) }
      if item.kind.isSingle { return fields }
      return [PlanRow(item: item, depth: depth)] + (item.id == open ? fields : [])
    }
  }
}

/// An entry that can be added, and under what.
struct NewEntry: Hashable, Sendable {
  var kind: PlanItemKind
  var parent: ID<PlanItem>?
  /// "Action under this goal: Walk to the mosque".
  var words: String

  /// What can be added in a section, nearest to the focused entry first.
  static func choices(in section: PlanSection, near item: PlanItem?, of plan: CarePlan) -> [NewEntry] {
    var found = [NewEntry]()
    var near = item
    while let entry = near {
      for kind in PlanItemKind.allCases where kind.parent == entry.kind {
        let headline = entry[entry.kind.headline].map { ": \(PlanRow.oneLine($0))" } ?? ""
        let words = "\(kind.words) under this \(entry.kind.words.lowercasedFirst)\(headline)"
        found.append(NewEntry(kind: kind, parent: entry.id, words: words))
      }
      near = entry.parent.flatMap { plan[$0] }
    }
    for kind in section.topKinds where !kind.isSingle {
      found.append(NewEntry(kind: kind, parent: nil, words: kind.words))
    }
    return found
  }
}

extension PlanRow {
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// An answer that needs changing.
struct PlanFault: Hashable, Sendable {
  var section: PlanSection
  var place: AnswerPlace
  var label: String
  var message: String
}

/// What the plan is being made ready for; each asks for more than the one before.
enum PlanAim: Hashable, Sendable {
  case share, publish
}
