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
    try Drafts(store: path).keep(draft, .review, for: draft.patient, of: staff)
  }

  /// Somebody's review in the making of a person's plan; nil when there is none.
  ///
  /// - Throws: `damaged` when the file is not what mdt writes.
  public func reviewDraft(for patient: ID<Patient>, of staff: ID<StaffMember>) async throws(Problem) -> ReviewDraft? {
    try Drafts(store: path).draft(.review, for: patient, of: staff)
  }

  /// All of somebody's reviews in the making, newest first.
  public func reviewDrafts(of staff: ID<StaffMember>) async throws(Problem) -> [ReviewDraft] {
    try Drafts(store: path).all(.review, of: staff).sorted { $0.keptAt > $1.keptAt }
  }

  /// Removes one; nothing happens when there is none.
  public func discardReviewDraft(for patient: ID<Patient>, of staff: ID<StaffMember>) async throws(Problem) {
    try Drafts(store: path).discard(.review, for: patient, of: staff)
  }
}
