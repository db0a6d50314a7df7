public import CaseModel

/// A crisis plan that somebody is writing, kept beside the store until it is saved or discarded. The key safe's code is
/// never in it.
public struct CrisisDraft: Hashable, Sendable, Codable {
  public var patient: ID<Patient>
  /// What was typed, as it was typed, by field.
  public var answers: [String: String]
  /// The row version of the team's draft that it started from; nil where there was none.
  public var baseRowVersion: Int?
  public var baseVersionNumber: Int
  public var startedAt: Moment
  public var keptAt: Moment
  /// As of a care plan's draft.
  public var number = 1

  enum CodingKeys: String, CodingKey {
    case patient, answers, baseRowVersion, baseVersionNumber, startedAt, keptAt
  }

  public init(
    patient: ID<Patient>, answers: [String: String], baseRowVersion: Int?, baseVersionNumber: Int, startedAt: Moment,
    keptAt: Moment
  ) {
    self.patient = patient
    self.answers = answers
    self.baseRowVersion = baseRowVersion
    self.baseVersionNumber = baseVersionNumber
    self.startedAt = startedAt
    self.keptAt = keptAt
  }
}

extension CrisisDraft: Drafts.Draft {}

extension CaseStore {
  /// Keeps a crisis plan that somebody is writing, as `keepDraft` keeps a care plan.
  public func keepCrisisDraft(_ draft: CrisisDraft, of staff: ID<StaffMember>) async throws(Problem) {
    try await expectOwn(staff, doing: "The draft was not kept.")
    try draftFiles.keep(draft, .crisis, for: draft.patient, of: staff)
  }

  /// Takes hold of a crisis plan in the making, as `holdDraft` does of a care plan.
  public func holdCrisisDraft(
    _ choice: DraftChoice, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) async throws(Problem) -> DraftHold {
    try await expectOwn(staff, doing: "The draft was not read.")
    let drafts = draftFiles
    let kept = try drafts.numbers(.crisis, as: CrisisDraft.self, for: patient, of: staff)
    return try drafts.hold(choice, .crisis, for: patient, of: staff, newestFirst: kept)
  }

  /// Somebody's crisis plan in the making; nil when there is none.
  ///
  /// - Throws: `damaged` when the file is not what mdt writes.
  public func crisisDraft(
    for patient: ID<Patient>, of staff: ID<StaffMember>, number: Int = 1
  ) async throws(Problem) -> CrisisDraft? {
    try await expectOwn(staff, doing: "The draft was not read.")
    return try draftFiles.draft(.crisis, number, for: patient, of: staff)
  }

  /// All of somebody's crisis plans in the making, newest first.
  public func crisisDrafts(of staff: ID<StaffMember>) async throws(Problem) -> [CrisisDraft] {
    try await expectOwn(staff, doing: "The draft was not read.")
    return try draftFiles.all(.crisis, of: staff)
  }

  /// Some session is writing this draft of a crisis plan just now.
  public func isBeingWritten(_ draft: CrisisDraft, by staff: ID<StaffMember>) -> Bool {
    isOwn(staff) && draftFiles.isHeld(.crisis, draft.number, for: draft.patient, of: staff)
  }

  /// Removes one; nothing happens when there is none.
  public func discardCrisisDraft(
    for patient: ID<Patient>, of staff: ID<StaffMember>, number: Int = 1
  ) async throws(Problem) {
    try await expectOwn(staff, doing: "The draft was not removed.")
    try draftFiles.discard(.crisis, number, for: patient, of: staff)
  }
}
