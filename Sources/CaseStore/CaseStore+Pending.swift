public import CaseModel

public enum PlanSaveFailure: Error, Sendable {
  case conflict(theirs: CarePlanRecord)
  case problem(Problem)
}

public struct PlanVersion: Hashable, Sendable {
  public var summary: PlanVersionSummary
  public var plan: CarePlan
}

public struct UndoOutcome: Hashable, Sendable { public var words: String }

/// A plan that somebody is writing, kept beside the store until it is published or discarded.
public struct PlanDraft: Hashable, Sendable {
  public var patient: ID<Patient>
  public var plan: CarePlan
  /// The plan it started from and its version (store.md 2); nil for a person without a plan.
  public var baseRowVersion: Int?
  public var baseVersionNumber: Int
  public var basePlan: CarePlan?
  public var startedAt: Moment
  public var keptAt: Moment
  public init(
    patient: ID<Patient>, plan: CarePlan, baseRowVersion: Int?, baseVersionNumber: Int, basePlan: CarePlan?,
    startedAt: Moment, keptAt: Moment
  ) {
    self.patient = patient
    self.plan = plan
    self.baseRowVersion = baseRowVersion
    self.baseVersionNumber = baseVersionNumber
    self.basePlan = basePlan
    self.startedAt = startedAt
    self.keptAt = keptAt
  }
}

// The face of the store while the store itself is being written; replaced by it.
extension CaseStore {
  private func later() -> Problem { Problem("Nothing was done.", because: "The store is being written.", try: "Wait.") }

  public func person(_ id: ID<Patient>, by: Writing, purpose: String) async throws(Problem) -> PersonRecord {
    throw later()
  }
  public func peek(_ id: ID<Patient>) async throws(Problem) -> PersonRecord { throw later() }
  public func patient(nhs: NHSNumber) async throws(Problem) -> ID<Patient>? { throw later() }
  public func carePlan(of id: ID<Patient>) async throws(Problem) -> CarePlanRecord? { throw later() }
  public func planVersions(of id: ID<Patient>) async throws(Problem) -> [PlanVersionSummary] { throw later() }
  public func planVersion(of id: ID<Patient>, number: Int) async throws(Problem) -> PlanVersion? { throw later() }
  public func saveDraftPlan(_ plan: CarePlan, of id: ID<Patient>, basedOn: Int?, by: Writing)
    async throws(PlanSaveFailure) -> CarePlanRecord
  { throw .problem(later()) }
  public func publish(_ plan: CarePlan, of id: ID<Patient>, basedOn: Int?, reason: String, by: Writing)
    async throws(PlanSaveFailure) -> CarePlanRecord
  { throw .problem(later()) }
  public func reviews(of id: ID<Patient>) async throws(Problem) -> [PlanReview] { throw later() }
  public func record(_ review: PlanReview, of id: ID<Patient>, by: Writing) async throws(Problem) { throw later() }
  public func views(of id: ID<StaffMember>) async throws(Problem) -> [CaseloadView] { throw later() }
  public func saveView(_ view: CaseloadView, by: Writing) async throws(Problem) { throw later() }
  public func removeView(_ id: String, by: Writing) async throws(Problem) { throw later() }
  public func undo(by: Writing) async throws(Problem) -> UndoOutcome { throw later() }
  public func redo(by: Writing) async throws(Problem) -> UndoOutcome { throw later() }
  // Drafts: files beside the store, named by member of staff and patient identifier.
  public func keepDraft(_ draft: PlanDraft, of staff: ID<StaffMember>) async throws(Problem) { throw later() }
  public func draft(for patient: ID<Patient>, of staff: ID<StaffMember>) async throws(Problem) -> PlanDraft? {
    throw later()
  }
  public func drafts(of staff: ID<StaffMember>) async throws(Problem) -> [PlanDraft] { throw later() }
  public func discardDraft(for patient: ID<Patient>, of staff: ID<StaffMember>) async throws(Problem) { throw later() }
}
