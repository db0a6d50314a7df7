import CaseModel
import CaseStore

/// Who is in the scenes and how their plans stand.
extension SceneBuilder {
  private static let header = """
    nhs_number,family_name,given_names,preferred_name,title,born,gender,language,interpreter,address_1,postcode,phone,\
    practice_code,risk_model,risk_model_version,risk_score,risk_unit,risk_run_on,percentile,risk_population,\
    enrolment_status,enrolled_on,route,consent,lives_alone,known_allergies,long_term_conditions,last_ae_on

    """

  private static let people = """
    9990123012,Begum,Rahela,Rahela,Mrs,14-Jul-1941,female,Sylheti,yes,14 Test House,E1 0AA,020 7946 0188,F99003,\
    QAdmissions,2014.1,34,percent,2015-12-07,94,41200,enrolled,2015-06-01,hospital,explicit_written 2015-06-01,yes,\
    penicillin (rash 2009),COPD; heart failure; type 2 diabetes,2015-12-19
    9990202206,Clarke,Winston,,Mr,02-Feb-1938,male,English,no,2 Test Street,E1 0AB,020 7946 0189,F99003,QAdmissions,\
    2014.1,21.5,percent,2015-12-07,88,41200,enrolled,2015-12-21,risk_score,explicit_verbal 2015-12-21,yes,none known,\
    COPD,

    """

  /// Rahela Begum, whose plan is 12 days overdue, and Winston Clarke, who has none.
  func addTwoPeople() async throws {
    try await importPeople(Self.header + Self.people)
    let rows = try await everybody()
    guard let begum = rows.first(where: { $0.nhsNumber?.digits == "9990123012" }) else { return }
    try await publish(for: begum, agreed: -42, review: -12, variant: 0)
    try await assign(.careNavigator, actor.staff, to: begum)
    if let worker = try await socialWorkers().first { try await assign(.namedSocialWorker, worker, to: begum) }
  }

  /// 412 people and the two above: most have a plan, some are overdue, some have nobody.
  func addBusyTuesday() async throws {
    try await importSouthWest()
    try await addTwoPeople()
    let workers = try await socialWorkers()
    for (index, row) in try await everybody().enumerated() where row.planStatus == nil && row.enrolment == .enrolled {
      try await givePlan(to: row, index)
      if index % 6 != 0, !workers.isEmpty {
        try await assign(.namedSocialWorker, workers[index % workers.count], to: row)
      }
      if index % 9 == 0 { try await assign(.careNavigator, actor.staff, to: row) }
    }
    if let coordinator = try await coordinator() {
      try await addTeams(among: try await everybody(), workers: workers, coordinator: coordinator)
    }
    try await addReferrals()
    try await addCrisisPlans(to: try await everybody())
  }

  private func givePlan(to row: CaseloadRow, _ index: Int) async throws {
    switch index % 10 {
    case 0: try await publish(for: row, agreed: -120, review: -(3 + index % 27), variant: index)
    case 1: try await publish(for: row, agreed: -300, review: -(95 + index % 60), variant: index)
    case 2, 3: try await publish(for: row, agreed: -60, review: index % 29, variant: index)
    case 4, 5, 6: try await publish(for: row, agreed: -30, review: 40 + index % 250, variant: index)
    case 7: try await draft(for: row, variant: index)
    default: return
    }
  }

  private func everybody() async throws -> [CaseloadRow] {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: actor.id)
    return try await store.caseload(query, page: .first, limit: 1000)
  }

  private func socialWorkers() async throws -> [StaffMember] {
    try await store.staff(activeOn: sceneTime.day).filter { $0.role == .socialWorker && $0.locality == "South West" }
  }

  /// A care navigator gives nobody a role (table 8.1); the coordinator of the locality does.
  func coordinator() async throws -> StaffMember? {
    try await store.staff(activeOn: sceneTime.day).first { $0.role == .mdtCoordinator && $0.locality == "South West" }
  }

  func assign(_ role: CareRole, _ member: StaffMember, to row: CaseloadRow) async throws {
    guard let coordinator = try await coordinator() else { return }
    try await give(role, member, to: row.id, by: coordinator)
  }

  /// Signs a plan on the day it was agreed; days count from the scene's.
  private func publish(for row: CaseloadRow, agreed: Int, review: Int, variant: Int) async throws {
    let plan = plan(for: row, agreed: agreed, review: review, variant: variant)
    _ = try await store.publish(
      plan, of: row.id, basedOn: nil, reason: "activated", by: writing(at: sceneTime + agreed * 86_400))
  }

  private func draft(for row: CaseloadRow, variant: Int) async throws {
    let plan = plan(for: row, agreed: -5, review: 60, variant: variant)
    _ = try await store.saveDraftPlan(plan, of: row.id, basedOn: nil, by: writing(at: sceneTime + -3 * 86_400))
  }

  private func plan(for row: CaseloadRow, agreed: Int, review: Int, variant: Int) -> CarePlan {
    ScenePlans.whole(
      for: row.name, reviewOwner: actor.id, nextReview: sceneTime.day + review, agreedOn: sceneTime.day + agreed,
      variant: variant, newID: { [ids] in ids.next() })
  }
}
