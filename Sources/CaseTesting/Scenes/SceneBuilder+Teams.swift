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
      NewAssignment(role: role, staff: member.id, reason: .mdtDecision), to: person,
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
}
