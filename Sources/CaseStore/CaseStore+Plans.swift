public import CaseModel

/// Why a plan was not saved.
public enum PlanSaveFailure: Error, Sendable {
  /// Somebody else saved first (D-VER-1). Nothing was saved; `theirs` is what stands now.
  case conflict(theirs: CarePlanRecord)
  case problem(Problem)
}

/// A signed version with what it says.
public struct PlanVersion: Hashable, Sendable {
  public var summary: PlanVersionSummary
  public var plan: CarePlan
}

/// Care plans: reading, saving, signing, reviewing.
extension CaseStore {
  /// A person's plan: the live one, else the newest that has ended, else nil.
  public func carePlan(of id: ID<Patient>) async throws(Problem) -> CarePlanRecord? {
    try await readingPlan("The care plan was not read.", of: id) { try PlanReading.record(of: id, $0) }
  }

  /// Signed versions, newest first.
  public func planVersions(of id: ID<Patient>) async throws(Problem) -> [PlanVersionSummary] {
    try await readingPlan("The versions were not read.", of: id) { try PlanVersions.all(of: id, $0) }
  }

  /// One signed version, checked against its digest.
  ///
  /// - Throws: `damaged` when its text is no longer what was signed.
  public func planVersion(of id: ID<Patient>, number: Int) async throws(Problem) -> PlanVersion? {
    try await readingPlan("The version was not read.", of: id) {
      try PlanVersions.one(of: id, number: number, $0)
    }
  }

  /// Saves a plan as a draft that partners see. Only a plan that is not active yet can be: an active one changes by a
  /// signed version (`refused`).
  ///
  /// - Parameters:
  ///   - basedOn: the `rowVersion` it was read at; nil where there was no live plan.
  ///   - joins: as for `publish`.
  public func saveDraftPlan(
    _ plan: CarePlan, of id: ID<Patient>, basedOn: Int?, joins: Bool = false, by: Writing
  ) async throws(PlanSaveFailure) -> CarePlanRecord {
    try await savingPlan(id, by) {
      try PlanWriting(patient: id, change: $0).save(plan, basedOn: basedOn, as: .draft, joins: joins)
    }
  }

  /// Activates a plan, or makes the next version of an active one: signed, kept for good. R-CP-01 is checked again.
  ///
  /// - Parameters:
  ///   - basedOn: the `rowVersion` it was read at; nil where there was no live plan.
  ///   - reason: shown in the list of versions: "activated", "changed".
  ///   - joins: it joins what stood with a draft from before that; whoever wrote what stood is told what changed.
  public func publish(
    _ plan: CarePlan, of id: ID<Patient>, basedOn: Int?, reason: String, joins: Bool = false, by: Writing
  ) async throws(PlanSaveFailure) -> CarePlanRecord {
    try await savingPlan(id, by) {
      try PlanWriting(patient: id, change: $0).save(
        plan, basedOn: basedOn, as: .version(reason: reason), joins: joins)
    }
  }

  private func savingPlan(
    _ id: ID<Patient>, _ by: Writing, _ body: @escaping @Sendable (Change) throws -> CarePlanRecord
  ) async throws(PlanSaveFailure) -> CarePlanRecord {
    do {
      return try await transaction(.action(.editPlan, of: id), by, body)
    } catch let failure as PlanSaveFailure {
      throw failure
    } catch {
      var problem = await told(error, doing: "The care plan was not saved.", by)
      // Nothing about a draft: on a full disk that is not kept either.
      if problem.kind == .unavailable {
        problem.advice =
          "What you typed is still in front of you: \(problem.advice.prefix(1).lowercased())\(problem.advice.dropFirst())"
      }
      throw .problem(problem)
    }
  }

  /// Reviews of a person's plans, newest first.
  public func reviews(of id: ID<Patient>) async throws(Problem) -> [PlanReview] {
    try await readingPlan("The reviews were not read.", of: id) { try PlanReviews.all(of: id, $0) }
  }

  /// Records a review of the version that stands now. With the decision "no change" and another next review, the plan's
  /// next review moves to it by a new signed version with the reason "review".
  ///
  /// - Throws: `notFound` without a signed plan, `conflict` when a newer version stands, `badData`.
  public func record(_ review: PlanReview, of id: ID<Patient>, by: Writing) async throws(Problem) {
    try await writing("The review was not recorded.", .action(.recordReview, of: id), by) {
      try PlanReviews.record(review, of: id, in: $0)
    }
  }
}
