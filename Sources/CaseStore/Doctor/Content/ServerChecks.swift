import CaseModel

/// How the server keeps a store that is on one, as far as it tells anybody.
enum ServerChecks {
  static let all = [
    DoctorCheck("server.settings", "how the server keeps what it was given", look: .ofAServer(settings))
  ]

  private static func settings(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    symptoms(
      about: try await content.store.reading("The server's settings were not read.", .doctor) {
        try PostgreSQLMigrations.serverSettings($0)
      })
  }

  /// What a server must have so that "Saved" holds (store.md 6, promises 2 and 23).
  static func symptoms(about found: [String: String]) -> [Symptom] {
    let ask = "Ask whoever looks after the server to set it, as the manual's page on growing says."
    var symptoms = ["fsync", "full_page_writes"].filter { found[$0] == "off" }.map {
      Symptom.warning("\($0) is off: a power cut can lose or damage what was saved", try: ask)
    }
    if found["synchronous_commit"] == "off" {
      symptoms.append(
        .warning("synchronous_commit is off: what is said to be saved may be lost for a second", try: ask))
    }
    if found["data_checksums"] == "off" {
      symptoms.append(.note("data_checksums is off: a damaged page may be noticed by nothing", try: ask))
    }
    return symptoms
  }
}
