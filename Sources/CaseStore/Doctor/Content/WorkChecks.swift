import CaseModel

/// Referrals, entries and concerns against the digests that the audit holds of them as they were written down.
enum WorkChecks {
  static let all = [
    DoctorCheck("records.referrals", "referrals against their digests", content: referrals),
    DoctorCheck("records.entries", "visits and advice against their digests", content: entries),
    DoctorCheck("records.safeguarding", "safeguarding concerns against their digests", content: concerns),
  ]

  private static func referrals(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await RecordChecks.each("referral", content) { id, patient, connection in
      try fault("referral \(id)", of: patient, connection) {
        try connection.first(
          "SELECT kind, received_at, situation FROM referral WHERE patient_id = $1 AND id = $2",
          [.of(patient), .text(id)]
        ) { Referrals.digest(id, kind: try $0.text(), received: try $0.text(), situation: try $0.text()) }
      }
    }
  }

  private static func entries(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await RecordChecks.each("care_entry", content) { id, patient, connection in
      try fault("care_entry \(id)", of: patient, connection) {
        try connection.first(
          "SELECT kind, at, found FROM care_entry WHERE patient_id = $1 AND id = $2", [.of(patient), .text(id)]
        ) { CareEntries.digest(id, kind: try $0.text(), at: try $0.text(), found: try $0.text()) }
      }
    }
  }

  private static func concerns(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await RecordChecks.each("safeguarding", content) { id, patient, connection in
      try fault("safeguarding \(id)", of: patient, connection) {
        try connection.first(
          "SELECT category, concern FROM safeguarding WHERE patient_id = $1 AND id = $2", [.of(patient), .text(id)]
        ) { Safeguarding.digest(id, category: try $0.text(), concern: try $0.text()) }
      }
    }
  }

  private static func fault(
    _ object: String, of patient: ID<Patient>, _ connection: any Connection, _ digest: () throws -> String?
  ) throws -> String? {
    let events = try RecordChecks.events(object, of: patient, connection)
    guard let made = events.first(where: { $0.action == .create }) else { return "is not in the audit" }
    return try digest() == made.digest ? nil : "is not what was written down"
  }
}
