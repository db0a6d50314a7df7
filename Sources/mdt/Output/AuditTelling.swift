import CaseModel

extension AuditEvent {
  /// The columns of `--plain`, and the keys of `--json`, in order.
  func values(_ names: AuditNames) -> [(String, JSON)] {
    let person = names.person(of: self)
    return [
      ("sequence", .integer(sequence)), ("at", .text(at.iso)), ("staff", .text(staffName)), ("role", .text(role)),
      ("organisation", .text(organisation)), ("workstation", .text(workstation)), ("patient", JSON(patient)),
      ("action", .text(action.rawValue)), ("object", .text(object)), ("version_before", JSON(versionBefore)),
      ("version_after", JSON(versionAfter)), ("purpose", .text(purpose)), ("record_digest", .text(recordDigest)),
      ("previous_hash", .text(previousHash)), ("hash", .text(hash)), ("staff_id", .text(staffID)),
      ("organisation_name", JSON(names.organisations[organisation])),
      ("patient_nhs_number", JSON(person?.nhsNumber?.digits)), ("patient_family_name", JSON(person?.name.family)),
      ("patient_given_names", JSON(person?.name.given)), ("relationship", JSON(relationship?.rawValue)),
    ]
  }

  /// `05-Jan-2016 09:42  Jo Francis, care navigator, GP Care Group  opened  record of BEGUM, Rahela (Mrs), NHS No.
  /// 999 012 3012  single view`
  func line(_ names: AuditNames) -> String {
    [at.short, who(names), action.words, subject(names, .staff), why(names)].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}
