public import CaseModel
import Glibc

/// One check of the store, and the problem it found, if any.
public struct DoctorFinding: Hashable, Sendable {
  /// What was looked at, in words: "the audit chain".
  public var check: String
  /// Nil when it is in order.
  public var problem: Problem?

  /// What to do about damage, once the doctor has been asked.
  public static let advice =
    "Keep the store's files as they are, make a copy of them, and compare with the newest backup."
}

/// Looks the whole store over: the file, the chain, the plans against their digests, the invariants of handbook 9.
struct Doctor {
  let store: CaseStore
  private let advice = DoctorFinding.advice

  /// Every check is made, whatever the ones before it met: a damaged page hides others only.
  func findings() async throws(Problem) -> [DoctorFinding] {
    var found = [file(), draftFolder()]
    found.append(await looking("the database's own check", database))
    found.append(await looking("its references", references))
    found.append(await looking("the audit chain", chain))
    for invariant in Invariants.all {
      found.append(await looking(invariant.words) { () throws(Problem) in try await check(invariant) })
    }
    found.append(await looking(Doctor.livePlans, plans))
    found.append(await looking(Doctor.signedVersions, versions))
    return found
  }

  private static let livePlans = "live plans against their digests"
  private static let signedVersions = "I-7: signed versions never change"

  private func looking(
    _ check: String, _ body: () async throws(Problem) -> DoctorFinding
  ) async -> DoctorFinding {
    do throws(Problem) {
      return try await body()
    } catch {
      return DoctorFinding(
        check: check, problem: Problem("It could not be checked.", because: error.reason, try: advice, kind: error.kind)
      )
    }
  }

  private func finding(_ check: String, _ reasons: [String], kind: Problem.Kind = .damaged) -> DoctorFinding {
    guard let first = reasons.first else { return DoctorFinding(check: check, problem: nil) }
    let more = reasons.count > 1 ? " (and \(reasons.count - 1) more)" : ""
    return DoctorFinding(
      check: check,
      problem: Problem(
        "\(check.capitalisedFirst): not in order.", because: "\(first.capitalisedFirst)\(more).", try: advice,
        kind: kind))
  }

  /// Whose the file is and who else may read it: it is its owner's alone (store.md 5).
  private func file() -> DoctorFinding {
    var reasons = [String]()
    for name in [store.path, store.path + "-wal", store.path + "-shm"] {
      var status = stat()
      guard lstat(name, &status) == 0 else { continue }
      if status.st_mode & 0o077 != 0 { reasons.append("others than the owner may read \(name)") }
      if status.st_mode & S_IFMT != S_IFREG { reasons.append("\(name) is no plain file") }
    }
    var finding = finding("the store's files", reasons, kind: .unavailable)
    finding.problem?.advice = "Take the rights away with chmod 600, unless a setgid program is how people come here."
    return finding
  }

  private func draftFolder() -> DoctorFinding {
    do throws(Problem) {
      let names = try Drafts(store: store.path).unreadable()
      return finding("drafts", names.map { "the draft file \($0) cannot be read" })
    } catch {
      return DoctorFinding(check: "drafts", problem: error)
    }
  }

  private func database() async throws(Problem) -> DoctorFinding {
    do {
      return finding("the database's own check", try await store.engine.damage())
    } catch {
      throw Problem(error, doing: "It could not be checked.")
    }
  }

  private func references() async throws(Problem) -> DoctorFinding {
    do {
      return finding("its references", try await store.engine.danglingReferences())
    } catch {
      throw Problem(error, doing: "It could not be checked.")
    }
  }

  private func chain() async throws(Problem) -> DoctorFinding {
    switch try await store.verifyAudit() {
    case .whole: finding("the audit chain", [])
    case .broken(let sequence, let why): finding("the audit chain", ["row \(sequence): \(why)"])
    }
  }

  private func check(_ invariant: Invariants.Invariant) async throws(Problem) -> DoctorFinding {
    let ids = try await store.reading("An invariant was not checked.") { try $0.rows(invariant.sql) { try $0.text() } }
    return finding(invariant.words, ids.map { "\(invariant.fault) (\($0))" })
  }

  /// Live plan rows against the digest in their header and in the audit: a letter flipped in a plan is found.
  private func plans() async throws(Problem) -> DoctorFinding {
    var reasons = [String]()
    var last = ""
    while true {
      let start = last
      let part = try await store.reading("The plans were not checked.") { connection in
        try connection.rows(
          "SELECT id FROM care_plan WHERE id > $1 ORDER BY id LIMIT $2", [.text(start), .of(Doctor.part)]
        ) { try $0.id() as ID<CarePlan> }.map { (id: $0, fault: try Doctor.fault(inPlan: $0, connection)) }
      }
      reasons += part.compactMap { plan in plan.fault.map { "plan \(plan.id) \($0)" } }
      guard part.count == Doctor.part, let end = part.last else { break }
      last = end.id.text
    }
    return finding(Doctor.livePlans, reasons)
  }

  /// How many are looked at before others may read.
  private static let part = 500

  /// What is wrong with a plan; nil when nothing is.
  static func fault(inPlan id: ID<CarePlan>, _ connection: any Connection) throws -> String? {
    guard let head = try PlanReading.head(id, connection) else { return "is not there" }
    do {
      let digest = PlanReading.digest(of: try PlanReading.record(head, connection))
      if digest != head.digest { return "is not what was saved" }
    } catch let fault as StoreFault {
      return "cannot be read: \(fault.why)"
    }
    let audited = try connection.first(
      """
      SELECT record_digest FROM audit_event WHERE patient_id = $1 AND object = $2 AND record_digest <> ''
      ORDER BY seq DESC LIMIT 1
      """, [.of(head.patient), .text("care_plan \(id)")]
    ) { try $0.text() }
    return audited == head.digest ? nil : "is not what the audit says was saved"
  }

  /// I-7: signed versions never change.
  private func versions() async throws(Problem) -> DoctorFinding {
    var reasons = [String]()
    var last = (patient: "", number: 0)
    while true {
      let start = last
      let part = try await store.reading("The versions were not checked.") { connection in
        try connection.rows(
          """
          SELECT patient_id, number, snapshot, digest FROM care_plan_version
          WHERE (patient_id, number) > ($1, $2) ORDER BY patient_id, number LIMIT $3
          """, [.text(start.patient), .of(start.number), .of(Doctor.part)]
        ) { row in
          (patient: try row.text(), number: try row.int(), fits: SHA256.hex(try row.text()) == (try row.text()))
        }
      }
      for version in part where !version.fits {
        reasons.append("version \(version.number) of patient \(version.patient) is not what was signed")
      }
      guard part.count == Doctor.part, let end = part.last else { break }
      last = (end.patient, end.number)
    }
    return finding(Doctor.signedVersions, reasons)
  }
}
