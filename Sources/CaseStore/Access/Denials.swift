import CaseModel

/// What was denied: it stands in the audit, and what R-IG-02 forbids is put before the privacy officer.
enum Denials {
  static func record(_ over: SessionOver, in change: Change) throws {
    try change.audit(.denied, "session", purpose: "ended by \(over.by) before")
  }

  static func record(_ refusal: AccessRefusal, in change: Change) throws {
    try change.audit(
      .denied, refusal.patient.map { "patient \($0)" } ?? refusal.action.rawValue, patient: refusal.patient,
      purpose: "\(refusal.action.rawValue): \(refusal.denial.code)")
    guard case .personalTie(let tie) = refusal.denial, let patient = refusal.patient else { return }
    try PrivacyAlerts.raise(
      tie.rawValue, about: patient, source: nil, reason: "tried to \(refusal.action.words)", in: change)
  }
}

extension AccessRefusal {
  /// The same attempt, made again, has the same.
  var key: String { "\(action.rawValue) \(denial.code) \(patient?.text ?? "")" }

  func problem(_ what: String) -> Problem {
    var problem = denial.problem(what, action)
    // Also where no reason opens it: whoever has it on the screen sees it no longer.
    let reads = action == .openRecord || action == .readPlan
    if reads, denial != .concealed, denial != .notActive { problem.kind = .closed }
    return problem
  }
}
