import CaseModel

/// The clinical parts of a plan are changed by those whose role may (table 8.1); everybody who may change the plan
/// carries them along as they stand.
enum ClinicalParts {
  static func check(from old: CarePlan?, to new: CarePlan, of patient: ID<Patient>, in change: Change) throws {
    let kinds = PlanItemKind.allCases.filter(\.isClinical)
    guard kinds.contains(where: { (old?.items($0) ?? []) != new.items($0) }) else { return }
    _ = try AccessGate.decide(.action(.editPlanClinical, of: patient), for: change.by, change.connection)
  }
}
