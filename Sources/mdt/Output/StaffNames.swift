import CaseModel
import CaseStore

/// What members of staff are called, by identifier: nobody reads identifiers.
struct StaffNames {
  private let names: [String: String]

  init(_ staff: [StaffMember]) { names = Dictionary(staff.map { ($0.id.text, $0.name) }) { first, _ in first } }

  subscript(id: String) -> String? { names[id] }

  /// An answer of a plan as a person reads it.
  func shown(_ value: String, in field: PlanField) -> String {
    guard field.kind == .staff else { return field.shown(value) }
    return self[value] ?? "somebody who is not listed any more"
  }
}

extension Session {
  /// Everybody who works or has worked here.
  func staffNames() async throws(Problem) -> StaffNames { StaffNames(try await store.staff()) }
}
