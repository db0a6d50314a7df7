import CaseModel

/// The chain of the audit (I-8), and the clock against it (H19).
enum AuditChecks {
  static let all = [
    DoctorCheck("audit.chain", "I-8: the audit chain", content: chain),
    DoctorCheck("audit.heads", "the published heads of the audit", content: heads),
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

  /// Each is of a row that is still there, and signed; and the newest is not old: it is made by the first change of a
  /// day, unless there was no key to sign it with.
  private static func heads(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let (unfit, newest, last, first) = try await content.store.reading("The heads were not read.", .doctor) {
      connection in
      (
        try PublishedHeads.unfit(connection),
        try connection.first("SELECT max(at) FROM audit_published_head") { try $0.momentOrNil() } ?? nil,
        try AuditReading.head(connection)?.at,
        try connection.first("SELECT at FROM audit_event ORDER BY seq LIMIT 1") { try $0.moment() }
      )
    }
    if let worst = unfit.first {
      let more = unfit.count > 1 ? ", and \(unfit.count - 1) more" : ""
      return [.fault("the head published at row \(worst.sequence) \(worst.why)\(more)")]
    }
    guard let last, let first else { return [] }
    return late(newest: newest, first: first, last: last)
  }

  static func late(newest: Moment?, first: Moment, last: Moment) -> [Symptom] {
    guard last.day - (newest ?? first).day >= 2 else { return [] }
    let advice = "See that the key beside the store can be read and made; mdt audit head tells why it cannot."
    guard let newest else { return [.note("no head of the audit was published yet", try: "Run mdt audit head.")] }
    return [.warning("no head of the audit was published since \(newest.day.short)", try: advice)]
  }

  private static func clock(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let last = try await content.store.reading("The audit's end was not read.", .doctor) {
      try AuditReading.latest($0)
    }
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
