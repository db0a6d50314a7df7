public import CaseModel

/// A review that somebody is writing, kept beside the store until it is recorded or discarded.
public struct ReviewDraft: Hashable, Sendable, Codable {
  public var patient: ID<Patient>
  /// The version that was reviewed when it was begun.
  public var planVersion: Int
  /// What was typed and chosen, by question, as it was typed.
  public var answers: [String: String]
  public var startedAt: Moment
  public var keptAt: Moment
  /// As of a plan's draft.
  public var number = 1

  enum CodingKeys: String, CodingKey {
    case patient, planVersion, answers, startedAt, keptAt
  }

  public init(
    patient: ID<Patient>, planVersion: Int, answers: [String: String], startedAt: Moment, keptAt: Moment
  ) {
    self.patient = patient
    self.planVersion = planVersion
    self.answers = answers
    self.startedAt = startedAt
    self.keptAt = keptAt
  }
}

extension CaseStore {
  /// Keeps a review that somebody is writing, as `keepDraft` keeps a plan.
  public func keepReviewDraft(_ draft: ReviewDraft, of staff: ID<StaffMember>) async throws(Problem) {
    try expectOwn(staff, doing: "The draft was not kept.")
    try draftFiles.keep(draft, .review, for: draft.patient, of: staff)
  }

  /// Takes hold of a review in the making, as `holdDraft` does of a plan.
  public func holdReviewDraft(
    _ choice: DraftChoice, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) async throws(Problem) -> DraftHold {
    try expectOwn(staff, doing: "The draft was not opened.")
    let drafts = draftFiles
    let kept = try drafts.numbers(.review, as: ReviewDraft.self, for: patient, of: staff)
    return try drafts.hold(choice, .review, for: patient, of: staff, newestFirst: kept)
  }

  /// Somebody's review in the making of a person's plan; nil when there is none.
  ///
  /// - Throws: `damaged` when the file is not what mdt writes.
  public func reviewDraft(
    for patient: ID<Patient>, of staff: ID<StaffMember>, number: Int = 1
  ) async throws(Problem) -> ReviewDraft? {
    try expectOwn(staff, doing: "The draft was not read.")
    return try draftFiles.draft(.review, number, for: patient, of: staff)
  }

  /// All of somebody's reviews in the making, newest first.
  public func reviewDrafts(of staff: ID<StaffMember>) async throws(Problem) -> [ReviewDraft] {
    try expectOwn(staff, doing: "The drafts were not read.")
    return try draftFiles.all(.review, of: staff)
  }

  /// Some session is writing this draft of a review just now.
  public func isBeingWritten(_ draft: ReviewDraft, by staff: ID<StaffMember>) -> Bool {
    seat?.writing().actor.id == staff && draftFiles.isHeld(.review, draft.number, for: draft.patient, of: staff)
  }

  /// Removes one; nothing happens when there is none.
  public func discardReviewDraft(
    for patient: ID<Patient>, of staff: ID<StaffMember>, number: Int = 1
  ) async throws(Problem) {
    try expectOwn(staff, doing: "The draft was not discarded.")
    try draftFiles.discard(.review, number, for: patient, of: staff)
  }
}
