import CaseModel

/// What the database says of itself.
enum DatabaseChecks {
  static let all = [
    DoctorCheck("database.settings", "what it was opened with", look: .ofAFile(settings)),
    DoctorCheck("database.loss", "its newest changes against the lock file", look: .ofAFile(loss)),
    DoctorCheck("database.integrity", "the database's own check", content: integrity),
    DoctorCheck("database.references", "its references", content: references),
    DoctorCheck("store.listed_on", "the day of its lists", content: listedOn),
  ]

  private static func settings(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let found = try await content.store.reading("The settings were not read.", .doctor) { connection in
      try SQLiteFile.settings.map { (name: $0.name, value: try connection.count("PRAGMA \($0.name)")) }
    }
    return symptoms(about: Dictionary(found.map { ($0.name, $0.value) }) { first, _ in first })
  }

  /// Store.md 1.2: a setting may be undone behind our back, so it is read back.
  static func symptoms(about found: [String: Int]) -> [Symptom] {
    SQLiteFile.settings.filter { found[$0.name] ?? 0 != Int($0.value) }.map {
      .fault(
        "the database has \($0.name) \(found[$0.name] ?? 0) where \($0.value) was set",
        try: "Save nothing more, and ask whoever installed mdt to look at the SQLite library.")
    }
  }

  /// Decision 13.
  private static func loss(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    guard let loss = content.loss, let lock = content.lockPath else { return [] }
    let reason = loss.reason.lowercasedFirst
    return [.fault(String(reason.dropLast()), try: loss.advice(lock: lock))]
  }

  private static func integrity(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    do {
      return try await content.store.engine.damage().map { .fault($0) }
    } catch {
      throw Problem(error, doing: "It could not be checked.")
    }
  }

  private static func references(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    do {
      return try await content.store.engine.danglingReferences().map { .fault($0) }
    } catch {
      throw Problem(error, doing: "It could not be checked.")
    }
  }

  private static func listedOn(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let day = try await content.listedOn()
    guard day > content.now.day else { return [] }
    return [
      .warning(
        "the lists are as of \(day.short), which is still to come",
        try: "Set the machine's clock right; the next change of that day brings the lists to it.")
    ]
  }
}
