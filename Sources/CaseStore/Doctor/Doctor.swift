public import CaseModel

/// Looks a store over: its files, its disk, its chain, its records against their digests, the invariants of handbook 9.
///
/// It writes nothing: where nobody has the store open it is read as it stands (decision 12). A store that cannot be
/// opened is looked at as far as that goes, and what could not be looked at is said.
enum Doctor {
  static let checks =
    FileChecks.all + HeaderChecks.all + DiskChecks.all + LeftoverChecks.all + [opened] + DatabaseChecks.all
    + ServerChecks.all
    + AuditChecks.all + RecordChecks.all + DraftChecks.all + DerivedChecks.all + Invariants.all

  private static let opened = DoctorCheck(
    "store.opens", "opening the store",
    notYet: "It was not tried, because what stands outside is not in order.")

  static func examine(
    _ given: String, now: Moment, progress: @escaping @Sendable (String) -> Void
  ) async -> DoctorReport {
    let place: StorePlace
    do throws(Problem) {
      if let server = try PostgreSQLAddress(given) { return await examine(server, now: now, progress: progress) }
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
        let isWhole = error.kind == .tryAgain || facts.header.map { $0.schema < Migrations.newest } ?? false
        refusal = DoctorFinding(
          check: opened.name, words: opened.words, severity: isWhole ? .warning : .fault,
          problem: Problem(
            error.what, because: error.reason, try: error.kind == .damaged ? DoctorFinding.advice : error.advice,
            kind: error.kind))
      }
    }
    facts.isPractice = content?.store.isPractice
    await look(facts, content, refusal, &report, progress)
    return report
  }

  /// A store on a server: what stands round it is its administrator's, and is looked at as far as the server tells.
  private static func examine(
    _ server: PostgreSQLAddress, now: Moment, progress: @escaping @Sendable (String) -> Void
  ) async -> DoctorReport {
    var report = DoctorReport(store: server.name, at: now, storeSchema: nil, findings: [])
    progress(opened.words)
    var content: DoctorContent?
    var refusal: DoctorFinding?
    do throws(Problem) {
      content = try await DoctorContent.open(server, now: now, progress: progress)
      report.storeSchema = Migrations.newest
    } catch {
      refusal = DoctorFinding(check: opened.name, words: opened.words, severity: .fault, problem: error)
    }
    await look(nil, content, refusal, &report, progress)
    return report
  }

  /// `facts` is nil for a store on a server.
  private static func look(
    _ facts: PlaceFacts?, _ content: DoctorContent?, _ refusal: DoctorFinding?, _ report: inout DoctorReport,
    _ progress: @Sendable (String) -> Void
  ) async {
    for check in checks {
      if Task.isCancelled { break }
      if check.name == opened.name {
        report.findings.append(refusal ?? (content == nil ? check.skipped(opened.why) : check.finding([])))
        continue
      }
      progress(check.words)
      report.findings.append(await finding(check, facts, content))
    }
    report.withholdComfort()
    await content?.store.close()
  }

  private static func finding(
    _ check: DoctorCheck, _ facts: PlaceFacts?, _ content: DoctorContent?
  ) async -> DoctorFinding {
    switch check.look {
    case .notYet(let why): return check.skipped(why)
    case .place(let look):
      guard let facts else { return check.skipped(onAServer) }
      return check.finding(look(facts))
    case .drafts(let look):
      guard let files = facts.map({ Drafts(beside: $0.path) }) ?? content?.store.draftFiles else {
        return check.skipped("The store could not be opened.")
      }
      return check.finding(look(files))
    case .ofAFile where facts == nil: return check.skipped(onAServer)
    case .ofAServer where facts != nil: return check.skipped("The store is a file.")
    case .content(let look), .ofAFile(let look), .ofAServer(let look):
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

private let onAServer = "The store is on a server, whose files its administrator looks after."

extension DoctorReport {
  /// "The records are whole, save a change" is said only where they are: nobody is told to write to a damaged store.
  fileprivate mutating func withholdComfort() {
    let grounds = ["database.", "audit.chain", "records."]
    guard findings.contains(where: { one in one.severity == .fault && grounds.contains { one.check.hasPrefix($0) } })
    else { return }
    for index in findings.indices
    where [DerivedChecks.advice, Invariants.lists].contains(findings[index].problem?.advice) {
      findings[index].problem?.advice = DoctorFinding.advice
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
