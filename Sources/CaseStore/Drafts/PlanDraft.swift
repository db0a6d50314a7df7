public import CaseModel

/// A plan that somebody is writing, kept beside the store until it is published or discarded.
public struct PlanDraft: Hashable, Sendable, Codable {
  public var patient: ID<Patient>
  public var plan: CarePlan
  /// The row version of the plan it started from (store.md 2); nil for a person without a plan.
  public var baseRowVersion: Int?
  public var baseVersionNumber: Int
  /// The plan it started from: what "was" is in a conflict.
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
