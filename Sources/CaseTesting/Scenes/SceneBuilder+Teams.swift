import CaseModel
import CaseStore

/// Who looks after whom in the scenes: accepted, asked, waiting, away and handed over.
extension SceneBuilder {
  /// A member of staff of the South West who acts at a time.
  private func writing(as member: StaffMember, days: Int) -> Writing {
    var by = writing(at: sceneTime + days * 86_400)
    by.actor = Actor(staff: member, workstation: "scene")
    return by
  }

  /// Gives somebody a role ten days ago, by the coordinator of the locality; unless they are to be asked still, they
  /// accepted the day after.
  func give(
    _ role: CareRole, _ member: StaffMember, to person: ID<Patient>, by coordinator: StaffMember, accepts: Bool = true,
    tells: Bool = true, days: Int = -10
  ) async throws {
    let made = try await store.assign(
      NewAssignment(role: role, staff: member.id, reason: .mdtDecision, text: "agreed by the team"), to: person,
      by: writing(as: coordinator, days: days))
    guard accepts else { return }
    let by = writing(as: member, days: days + 1)
    try await store.accept(made.id, of: person, by: by)
    guard tells, role.personIsTold else { return }
    try await store.recordTold(made.id, of: person, on: by.at.day, .phone, by: by)
  }

  /// What the screens about teams show on the busy Tuesday: capacities, people who wait for a social worker, two
  /// proposals, somebody away with a colleague who covers, a caseload that changed hands, and roles not accepted yet.
  func addTeams(among rows: [CaseloadRow], workers: [StaffMember], coordinator: StaffMember) async throws {
    guard
      let manager = try await store.staff(activeOn: sceneTime.day).first(where: {
        $0.role == .socialWorkManager
      })
    else { return }
    let by = writing(as: coordinator, days: 0)
    let seated = store.signedIn { by }
    for worker in workers {
      let carried = try await seated.socialWorkers().first { $0.id == worker.id }?.load.points ?? 0
      // So that the loads are of every band, whatever the names of the day.
      let share = [115, 104, 97, 70][(workers.firstIndex { $0.id == worker.id } ?? 0) % 4]
      try await store.setCapacity(
        of: worker.id, wte: 100, pointsPerWTE: max(1, carried * 100 / share), maxCount: nil, from: sceneTime.day - 5,
        reason: "agreed at supervision", by: writing(as: manager, days: -5))
    }
    let free = rows.filter { $0.namedSocialWorker == nil && $0.enrolment == .enrolled }
    for (index, row) in free.prefix(9).enumerated() {
      try await store.requestAllocation(
        of: row.id, source: index % 3 == 0 ? .asked : .mdtDecision,
        reason: ["Two falls since the summer", "Her son cannot go on alone", "Home from hospital"][index % 3],
        by: writing(as: coordinator, days: -14 + index))
    }
    if let first = free.first, let last = workers.last {
      try await store.propose(
        last.id, for: [first.id], reason: "knows the family", by: writing(as: coordinator, days: -1))
    }
    // One who was asked and has not accepted, and roles that Jo is asked to take.
    if let row = free.dropFirst(10).first, let worker = workers.first {
      try await give(.namedSocialWorker, worker, to: row.id, by: coordinator, accepts: false, days: -6)
    }
    for row in free.dropFirst(12).prefix(2) {
      try await give(.keyWorker, actor.staff, to: row.id, by: coordinator, accepts: false, days: -1)
    }
    if let away = workers.dropFirst(2).first, let cover = workers.dropFirst(3).first {
      try await store.recordAbsence(
        of: away.id, .leave, from: sceneTime.day - 1, to: sceneTime.day + 12, cover: cover.id, reason: "annual leave",
        by: writing(as: manager, days: -3))
    }
    if let from = workers.first, let to = workers.last, from.id != to.id {
      let preview = try await seated.transferPreview(from: from.id)
      let choices = preview.people.prefix(3).map {
        var note = $0.suggested
        note.whoIsCross = "The daughter, about the waiting time for the stairlift"
        return TransferChoice(patient: $0.id, successor: to.id, note: note)
      }
      _ = try await store.transfer(
        from: from.id, Array(choices), cause: "fewer days from January", by: writing(as: coordinator, days: -2))
      for choice in choices {
        guard let made = try await seated.careTeam(of: choice.patient).holder(of: .namedSocialWorker) else { continue }
        try await store.accept(made.id, of: choice.patient, by: writing(as: to, days: -1))
      }
    }
  }

  /// Osman's wife, at his address; he is in the sample caseload.
  private static let wife = """
    nhs_number,family_name,given_names,preferred_name,title,born,gender,language,interpreter,address_1,address_2,\
    address_3,address_4,postcode,phone,practice_code,risk_model,risk_model_version,risk_score,risk_unit,risk_run_on,\
    percentile,risk_population,enrolment_status,enrolled_on,route,consent,lives_alone,known_allergies,\
    long_term_conditions,last_ae_on
    9990000050,Delacroix-Begum,Shahida,,Mrs,14-Jul-1938,female,Sylheti,yes,Flat 79,Linnet House,107 Harbour Steps,\
    London,E1 2ES,020 7946 0190,F99004,QAdmissions,2014.1,12,percent,2015-12-07,70,41200,enrolled,2015-12-21,\
    risk_score,explicit_verbal 2015-12-21,no,none known,,

    """

  /// Scenario S5 of the handbook: three social workers with loads of 1.06, 0.82 and 0.97, and Osman, who waits.
  func addFairShare(account: String) async throws {
    try await importSouthWest()
    try await importPeople(Self.wife)
    let staff = try await store.staff(activeOn: sceneTime.day)
    func named(_ name: String) -> StaffMember? { staff.first { $0.name == name } }
    guard let coordinator = try await coordinator(), let bree = named("Bree Halloran"),
      let callum = named("Callum Oyelaran"), let ade = named("Ade Bankole"),
      let manager = staff.first(where: { $0.role == .socialWorkManager })
    else { return }
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: actor.id)
    var rows = try await store.caseload(query, page: .first, limit: 1000).filter { $0.enrolment == .enrolled }
    let wife = rows.first { $0.nhsNumber?.digits == "9990000050" }
    let osman = rows.first { $0.nhsNumber?.digits == "9990000042" }
    rows.removeAll { $0.name.family == "Delacroix-Begum" }
    // 53 of 50 points with 24 people, 41 of 50, and 34 of 35.
    var share = [(bree, wife, CaseWeight(base: .high))]
    share += rows.prefix(23).enumerated().map { (bree, $1, CaseWeight(base: $0 < 4 ? .high : .medium)) }
    share += rows.dropFirst(23).prefix(21).enumerated().map { (callum, $1, CaseWeight(base: $0 == 0 ? .low : .medium)) }
    share += rows.dropFirst(44).prefix(17).map { (ade, $0, CaseWeight(base: .medium)) }
    for (worker, row, weight) in share {
      guard let row else { continue }
      let made = try await store.assign(
        NewAssignment(
          role: .namedSocialWorker, staff: worker.id, reason: .mdtDecision, text: "agreed by the team", weight: weight),
        to: row.id,
        by: writing(as: coordinator, days: -10))
      let by = writing(as: worker, days: -9)
      try await store.accept(made.id, of: row.id, by: by)
      try await store.recordTold(made.id, of: row.id, on: by.at.day, .inPerson, by: by)
    }
    for (worker, wte) in [(bree, 100), (callum, 100), (ade, 70)] {
      try await store.setCapacity(
        of: worker.id, wte: wte, pointsPerWTE: 50, maxCount: nil, from: sceneTime.day - 5,
        reason: "agreed at supervision", by: writing(as: manager, days: -5))
    }
    if let osman {
      try await store.requestAllocation(
        of: osman.id, source: .mdtDecision, reason: "Needs one person who knows him",
        by: writing(as: coordinator, days: -1))
    }
    try await store.setAccount(account, of: coordinator.id, by: writing(at: sceneTime))
  }
}
