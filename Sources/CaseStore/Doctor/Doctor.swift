public import CaseModel
import Glibc

/// One check of the store, and the problem it found, if any.
public struct DoctorFinding: Hashable, Sendable {
  /// What was looked at, in words: "the audit chain".
  public var check: String
  /// Nil when it is in order.
  public var problem: Problem?
}

/// Looks the whole store over: the file, the chain, the plans against their digests, the invariants of handbook 9.
struct Doctor {
  let store: CaseStore
  private let advice = "Keep the store's files as they are, make a copy of them, and compare with the newest backup."

  func findings() async throws(Problem) -> [DoctorFinding] {
    var found = [file(), draftFolder()]
    found.append(contentsOf: try await database())
    found.append(try await chain())
    for invariant in Invariants.all { found.append(try await check(invariant)) }
    found.append(try await plans())
    found.append(try await versions())
    return found
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

  private func database() async throws(Problem) -> [DoctorFinding] {
    do {
      return [finding("the database's own check", try await store.engine.damage())]
    } catch {
      return [
        DoctorFinding(check: "the database's own check", problem: Problem(error, doing: "It could not be checked."))
      ]
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
    let reasons = try await store.reading("The plans were not checked.") { connection in
      var reasons = [String]()
      let ids = try connection.rows("SELECT id FROM care_plan ORDER BY id") { try $0.id() as ID<CarePlan> }
      for id in ids {
        guard let head = try PlanReading.head(id, connection) else { continue }
        do {
          let digest = try PlanReading.digest(of: try PlanReading.record(head, connection))
          if digest != head.digest { reasons.append("plan \(id) is not what was saved") }
        } catch let fault as StoreFault {
          reasons.append("plan \(id): \(fault.why)")
        }
        let audited = try connection.first(
          """
          SELECT record_digest FROM audit_event WHERE patient_id = $1 AND object = $2 AND record_digest <> ''
          ORDER BY seq DESC LIMIT 1
          """, [.of(head.patient), .text("care_plan \(id)")]
        ) { try $0.text() }
        if audited != head.digest { reasons.append("plan \(id) is not what the audit says was saved") }
      }
      return reasons
    }
    return finding("live plans against their digests", reasons)
  }

  /// I-7: signed versions never change.
  private func versions() async throws(Problem) -> DoctorFinding {
    let reasons = try await store.reading("The versions were not checked.") { connection in
      var reasons = [String]()
      try connection.forEach("SELECT patient_id, number, snapshot, digest FROM care_plan_version", []) { row in
        let (patient, number) = (try row.text(), try row.int())
        if SHA256.hex(try row.text()) != (try row.text()) {
          reasons.append("version \(number) of patient \(patient) is not what was signed")
        }
        return true
      }
      return reasons
    }
    return finding("I-7: signed versions never change", reasons)
  }
}
