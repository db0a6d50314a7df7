import CaseModel

/// What a privacy officer has to look at (spec 8.2, 8.3).
enum PrivacyAlerts {
  static func raise(
    _ kind: String, about patient: ID<Patient>, source: String?, reason: String, in change: Change
  ) throws {
    try change.insert(
      "privacy_alert",
      [
        ("id", .text(change.by.newID())), ("kind", .text(kind)), ("patient_id", .of(patient)),
        ("staff_id", .text(change.staffID)), ("at", .of(change.at)), ("source_id", .of(source)),
        ("reason", .text(reason)),
      ])
  }
}
