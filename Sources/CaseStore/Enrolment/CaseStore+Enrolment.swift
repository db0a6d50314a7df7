public import CaseModel

/// Somebody's way into integrated care and out of it (spec 5.1, R-ID-08). Whoever records what people decide about it
/// records this too; it stays open where the record itself is closed by a withdrawal.
extension CaseStore {
  /// Everything about somebody's enrolment, as an opening of it.
  ///
  /// - Throws: `notFound`, `refused`.
  public func enrolment(of patient: ID<Patient>, by: Writing) async throws(Problem) -> EnrolmentFile {
    let file = try await peekEnrolment(of: patient)
    guard !isReadOnly else { return file }
    try await writing("The enrolment was not opened.", .action(.recordConsent, of: patient), by) { change in
      try change.audit(.view, "enrolment \(patient)", patient: patient, purpose: "enrolment")
    }
    return file
  }

  /// The same without an audit row, for reading again what is open.
  public func peekEnrolment(of patient: ID<Patient>) async throws(Problem) -> EnrolmentFile {
    let what = "The enrolment was not read."
    return try await permitted(what, .action(.recordConsent, of: patient)) { connection, permit in
      try Consents.expectNoObjection(patient, permit, connection)
      guard let file = try EnrolmentReading.file(patient, connection) else {
        throw AccessDenial.concealed.problem(what, .recordConsent)
      }
      return file
    }
  }

  /// Identifies somebody, invites them, or ends their enrolment without a decision of theirs.
  ///
  /// - Parameter on: the day it took effect; today where nil.
  /// - Throws: `conflict` where it may not be done from where they are; `badData` without a reason, or for a day to come.
  public func record(
    _ act: EnrolmentAct, of patient: ID<Patient>, on day: Day? = nil, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The enrolment was not changed."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) { change in
      try Consents.expectNoObjection(patient, change.permit, change.connection)
      try EnrolmentSteps(patient: patient, what: what, change: change).take(act, on: day ?? change.at.day, reason: why)
    }
  }

  /// Records that somebody has died (R-ID-08): they leave every list, their plans stay as they are to be read, and what was
  /// still open stands on a worklist to be closed one by one.
  ///
  /// - Parameters:
  ///   - place: where, if it is known: to be set beside where they wanted to be.
  ///   - source: how it is known: "the daughter rang".
  /// - Throws: `conflict` where it is recorded already; `badData` for a day to come or before they were born.
  public func recordDeath(
    of patient: ID<Patient>, on day: Day, place: PreferredPlace?, source: String, by: Writing
  ) async throws(Problem) {
    let what = "The death was not recorded."
    let source = try Reason.read(source, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) { change in
      try EnrolmentSteps(patient: patient, what: what, change: change).die(on: day, place: place, source: source)
    }
  }

  /// Takes back a death that was recorded in error: enrolment and lists are as they were before it.
  ///
  /// - Throws: `notFound` where none is recorded here; `badData` without a reason.
  public func voidDeath(of patient: ID<Patient>, reason: String, by: Writing) async throws(Problem) {
    let what = "The death was not taken back."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) { change in
      try EnrolmentSteps(patient: patient, what: what, change: change).undie(reason: why)
    }
  }

  /// Registers somebody with another practice from a day on; where that day is today or before, lists and relationships
  /// follow at once.
  ///
  /// - Throws: `conflict` where they are registered there already; `notFound` for an unknown practice; `badData`.
  public func register(
    _ patient: ID<Patient>, at practice: String, from day: Day, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The practice was not changed."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) { change in
      try EnrolmentSteps(patient: patient, what: what, change: change)
        .register(at: practice.uppercased(), from: day, reason: why)
    }
  }
}
