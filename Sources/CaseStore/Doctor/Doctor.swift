public import CaseModel

/// Looks a store over: its files, its disk, its chain, its records against their digests, the invariants of handbook 9.
///
/// It writes nothing: where nobody has the store open it is read as it stands (decision 12). A store that cannot be
/// opened is looked at as far as that goes, and what could not be looked at is said.
enum Doctor {
  static let checks =
    FileChecks.all + HeaderChecks.all + DiskChecks.all + LeftoverChecks.all + [opened] + DatabaseChecks.all
    + AuditChecks.all + RecordChecks.all + DraftChecks.all + DerivedChecks.all + Invariants.all

  private static let opened = DoctorCheck(
    "store.opens", "opening the store",
    notYet: "It was not tried, because what stands outside is not in order.")

  static func examine(
    _ given: String, now: Moment, progress: @escaping @Sendable (String) -> Void
  ) async -> DoctorReport {
    let place: StorePlace
    do throws(Problem) {
      place = try StorePlace(given, doing: "The store was not looked at.")
    } catch {
      let missing = DoctorFinding(check: "file.kind", words: "the store's file", severity: .fault, problem: error)
      return DoctorReport(store: given, at: now, storeSchema: nil, findings: [missing])
    }
    var report = DoctorReport(store: place.path, at: now, storeSchema: nil, findings: [])
    // Before it is opened: whoever closes a file takes away the locks that SQLite has on it in the same program.
    var facts = PlaceFacts(place, now: now)
    report.storeSchema = facts.header?.schema
    var refusal: DoctorFinding?
    var content: DoctorContent?
    if facts.isWorthOpening {
      progress(opened.words)
      do throws(Problem) {
        content = try await DoctorContent.open(place, facts, now: now, progress: progress)
      } catch {
        // Somebody writes for long, or a store of an older mdt: neither is damaged.
        let isWhole = error.kind == .tryAgain || facts.header.map { $0.schema < SQLiteMigrations.newest } ?? false
        refusal = DoctorFinding(
          check: opened.name, words: opened.words, severity: isWhole ? .warning : .fault,
          problem: Problem(
            error.what, because: error.reason, try: error.kind == .damaged ? DoctorFinding.advice : error.advice,
            kind: error.kind))
      }
    }
    facts.isPractice = content?.store.isPractice
    for check in checks {
      if Task.isCancelled { break }
      if check.name == opened.name {
        report.findings.append(refusal ?? (content == nil ? check.skipped(opened.why) : check.finding([])))
        continue
      }
      progress(check.words)
      report.findings.append(await finding(check, facts, content))
    }
    await content?.store.close()
    return report
  }

  private static func finding(
    _ check: DoctorCheck, _ facts: PlaceFacts, _ content: DoctorContent?
  ) async -> DoctorFinding {
    switch check.look {
    case .notYet(let why): return check.skipped(why)
    case .place(let look): return check.finding(look(facts))
    case .content(let look):
      guard let content else { return check.skipped("The store could not be opened.") }
      // Every check is made, whatever the ones before it met: a damaged page hides others only.
      do throws(Problem) {
        return check.finding(try await look(content))
      } catch {
        return check.unlookable(error)
      }
    }
  }
}

extension DoctorCheck {
  fileprivate var why: String {
    if case .notYet(let why) = look { return why }
    return ""
  }
}

extension CaseStore {
  /// Looks for what is wrong with the store at a path, whether or not it can be opened; writes nothing. Every check is
  /// in the answer. `progress` hears what is looked at, in words.
  public static func doctor(
    at path: String, now: Moment, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> DoctorReport {
    await Doctor.examine(path, now: now, progress: progress)
  }
}
