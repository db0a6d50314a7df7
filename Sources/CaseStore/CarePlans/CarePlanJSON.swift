public import CaseModel
import FoundationEssentials

/// A care plan as JSON with sorted keys: the one form that drafts, signed versions and the command line share.
///
/// The same plan always gives the same bytes, so that digests of them can be compared.
public enum CarePlanJSON {
  /// Throws a `Problem` of kind `badData` when the plan cannot be written, which no plan made by the model is.
  public static func encode(_ plan: CarePlan) throws(Problem) -> String {
    try JSONText.encode(plan.inStoredOrder, what: "The care plan was not written.")
  }

  /// Throws a `Problem` of kind `damaged` when the text is no care plan.
  public static func decode(_ text: String) throws(Problem) -> CarePlan {
    try JSONText.decode(CarePlan.self, text, what: "The care plan was not read.")
  }
}

/// JSON with sorted keys, and failures as problems. What failed is not quoted: it may be content of a record.
enum JSONText {
  static func encode(_ value: some Encodable, what: String) throws(Problem) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw Problem(
        what, because: "It has a value that cannot be kept.", try: "Tell whoever looks after mdt.", kind: .badData)
    }
  }

  static func decode<T: Decodable>(_ type: T.Type, _ text: String, what: String) throws(Problem) -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw Problem(
        what, because: "What is kept is not what mdt writes.",
        try: "Keep the store's files as they are and run mdt doctor.", kind: .damaged)
    }
  }
}

extension CarePlan {
  /// The entries kind by kind, each kind in its own order: how rows come back from the store. Nothing that is shown
  /// depends on the order between kinds.
  var inStoredOrder: CarePlan {
    CarePlan(items: PlanItemKind.allCases.flatMap { items($0) }, newID: { "" })
  }
}
