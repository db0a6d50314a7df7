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
  /// Typed texts that are no value of the plan: a date that does not exist, an answer not yet given.
  public var rawTexts: [String: String]
  /// Which of somebody's drafts of this plan it is: 1, or more where they write it in several sessions. It is in the
  /// file's name.
  public var number = 1

  enum CodingKeys: String, CodingKey {
    case patient, plan, baseRowVersion, baseVersionNumber, basePlan, startedAt, keptAt, rawTexts
  }

  public init(
    patient: ID<Patient>, plan: CarePlan, baseRowVersion: Int?, baseVersionNumber: Int, basePlan: CarePlan?,
    startedAt: Moment, keptAt: Moment, rawTexts: [String: String] = [:]
  ) {
    self.patient = patient
    self.plan = plan
    self.baseRowVersion = baseRowVersion
    self.baseVersionNumber = baseVersionNumber
    self.basePlan = basePlan
    self.startedAt = startedAt
    self.keptAt = keptAt
    self.rawTexts = rawTexts
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    patient = try container.decode(ID<Patient>.self, forKey: .patient)
    plan = try container.decode(CarePlan.self, forKey: .plan)
    baseRowVersion = try container.decodeIfPresent(Int.self, forKey: .baseRowVersion)
    baseVersionNumber = try container.decode(Int.self, forKey: .baseVersionNumber)
    basePlan = try container.decodeIfPresent(CarePlan.self, forKey: .basePlan)
    startedAt = try container.decode(Moment.self, forKey: .startedAt)
    keptAt = try container.decode(Moment.self, forKey: .keptAt)
    // Drafts of an earlier program have none.
    rawTexts = try container.decodeIfPresent([String: String].self, forKey: .rawTexts) ?? [:]
  }
}

extension PlanDraft: Drafts.Draft {}
extension ReviewDraft: Drafts.Draft {}
