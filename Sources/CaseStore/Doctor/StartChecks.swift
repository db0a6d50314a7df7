public import CaseModel
import Glibc

/// What can be seen of a store in the time that a start may take: no damage, which is refused at opening, but what
/// should be put right before long.
///
/// From outside and from one row: nothing is opened or closed beside what is open, because that would take away the
/// locks that SQLite has on the file in the same program.
enum StartChecks {
  static func modes(_ path: String) -> [Symptom] {
    ["", "-wal", "-shm", ".lock"].compactMap { suffix in
      var status = stat()
      guard lstat(path + suffix, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
      // A setgid program is how a group comes here (store.md 5 B).
      if status.st_mode & 0o007 == 0, getegid() != getgid() { return nil }
      return .warning("others may read or write the store's files", try: advice)
    }
  }

  static func space(_ path: String) -> [Symptom] {
    var status = stat()
    let size = lstat(path, &status) == 0 ? Int(status.st_size) : 0
    return DiskChecks.space(free: PlaceFacts.free(folderPart(path)), size: size).map { _ in
      .warning("there is little room left on the store's disk", try: advice)
    }
  }

  static func clock(last: Moment?, now: Moment) -> [Symptom] {
    AuditChecks.clock(last: last, now: now).map { _ in
      .warning("the clock is behind the last entry of the audit", try: advice)
    }
  }

  static let advice = "Run mdt doctor."
}

extension CaseStore {
  /// What should be put right, as far as a start can see it: one line for the first screen that names `mdt doctor`; nil
  /// when nothing is to be said. `now` is the store's time.
  ///
  /// The gravest first: by a clock that is wrong a review never falls due (H19).
  public func startRemark(now: Moment) async -> String? {
    var symptoms = [Symptom]()
    do throws(Problem) {
      let last = try await reading("The audit's end was not read.", .doctor) { try AuditReading.latest($0) }
      symptoms += StartChecks.clock(last: last, now: now)
    } catch {
      return "The audit's end was not read. \(StartChecks.advice)"
    }
    if engine is SQLiteEngine {
      symptoms += StartChecks.space(path)
      symptoms += StartChecks.modes(path)
    }
    guard let first = symptoms.first else { return nil }
    return "\(first.why.capitalisedFirst). \(first.advice)"
  }
}
