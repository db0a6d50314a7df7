import CaseModel

/// The chain of the audit (I-8), and the clock against it (H19).
enum AuditChecks {
  static let all = [
    DoctorCheck("audit.chain", "I-8: the audit chain", content: chain),
    DoctorCheck("audit.clock", "the clock against the audit", content: clock),
  ]

  private static func chain(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let progress = content.progress
    let verdict = try await content.store.verifyAudit { count in
      progress("I-8: the audit chain, \(thousands(count)) rows")
    }
    switch verdict {
    case .whole: return []
    case .broken(let sequence, let why): return [.fault("row \(sequence): \(why)")]
    }
  }

  private static func clock(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let last = try await content.store.auditHead()?.at
    return clock(last: last, now: content.now)
  }

  /// Two programs on one machine read one clock, and a clock that is put right moves by seconds.
  static let tolerance = 120

  /// H19: by a clock that is wrong a review never falls due. The last entry of the audit cannot be still to come.
  static func clock(last: Moment?, now: Moment) -> [Symptom] {
    guard let last, last - now > tolerance else { return [] }
    return [
      .warning(
        "the last entry of the audit is of \(last.short), and the clock says \(now.short)",
        try: "Set the machine's clock right before anything more is written.")
    ]
  }
}
