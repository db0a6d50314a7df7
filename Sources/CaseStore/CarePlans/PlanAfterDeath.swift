import CaseModel

/// The plan of somebody who has died stays as it is, to be read (R-ID-08). What was still to be done is closed one by one:
/// only how an action stands may be changed.
enum PlanAfterDeath {
  static func check(
    from old: CarePlan?, to new: CarePlan, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws {
    let died = try change.connection.first("SELECT death_date FROM patient WHERE id = $1", [.of(patient)]) {
      try $0.dayOrNil()
    }
    guard let died = died ?? nil else { return }
    let closesOnly = old.map { old in
      PlanDifference.between(old, new).allSatisfy { difference in
        guard case .changed(let key, _, _) = difference.change else { return false }
        return difference.kind == .action && (key == .status || key == .updatedOn)
      }
    }
    guard closesOnly != true else { return }
    throw Problem(
      what, because: "The person has died, on \(died.short), and the plan stays as it is.",
      try: "Change only how an action stands; if the death was recorded in error, take it back with mdt enrolment.",
      kind: .refused)
  }
}
