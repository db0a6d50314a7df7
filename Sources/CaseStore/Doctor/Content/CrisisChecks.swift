import CaseModel

/// Crisis plans against the digests that the audit holds of them, their signed texts, and their sign-offs.
enum CrisisChecks {
  static let all = [DoctorCheck("records.crisis", "crisis plans and their signed versions", content: plans)]

  private static func plans(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await RecordChecks.each("crisis_plan", content) { id, patient, connection in
      let record: CrisisPlanRecord
      do {
        // Reading it compares the signed text with its hash (I-7).
        guard let found = try CrisisReading.one(ID(id), of: patient, connection) else { return "is not there" }
        record = found
      } catch let fault as StoreFault where fault != SQLiteFault.damagedFile {
        return "cannot be read: \(fault.why)"
      }
      let digest = try CrisisReading.digest(of: record)
      let events = try RecordChecks.events("crisis_plan \(id)", of: patient, connection)
      guard events.last?.digest == digest else { return "is not what the audit says was saved" }
      guard record.versionNumber > 0 else { return nil }
      let offs = try CrisisReading.signOffs(of: patient, connection).filter { $0.version == record.versionNumber }
      guard offs.allSatisfy({ $0.digest == record.digest }) else { return "has a sign-off of another text" }
      let drafter = record.draftedByID
      return offs.contains { [.approved, .confirmed].contains($0.act) && $0.staffID != drafter }
        ? nil : "is signed by nobody but its drafter"
    }
  }
}
