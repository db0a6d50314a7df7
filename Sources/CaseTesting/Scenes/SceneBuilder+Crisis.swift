import CaseModel
import CaseStore

/// Crisis plans of the scenes: confirmed and interim ones at every stage of the clock, drafts that wait, copies to fetch.
extension SceneBuilder {
  /// How a plan comes about; days count from the scene's.
  private struct Story {
    var drafted: Int
    var isConfirmed = false
    var isOnlyDrafted = false
  }

  /// Every so-manieth of the people has one.
  func addCrisisPlans(to rows: [CaseloadRow]) async throws {
    let staff = try await store.staff(activeOn: sceneTime.day)
    guard let geriatrician = staff.first(where: { $0.role == .geriatrician }) else { return }
    let stories: [Story] = [
      Story(drafted: -42, isConfirmed: true), Story(drafted: -3), Story(drafted: -16), Story(drafted: -23),
      Story(drafted: -31), Story(drafted: -2, isOnlyDrafted: true),
    ]
    var number = 0
    for row in rows where row.enrolment == .enrolled && row.died == nil {
      let isRahela = row.nhsNumber?.digits == "9990123012"
      number += 1
      guard isRahela || number % 9 == 0 else { continue }
      let story = isRahela ? stories[0] : stories[number / 9 % stories.count]
      try await assign(.geriatrician, geriatrician, to: row)
      try await crisisPlan(for: row, geriatrician, story, number)
      if isRahela { try await livedWith(row) }
    }
  }

  private func by(_ member: StaffMember, _ days: Int) -> (store: CaseStore, by: Writing) {
    let writing = Writing(
      actor: Actor(staff: member, workstation: "scene"), at: sceneTime + days * 86_400, newID: { [ids] in ids.next() })
    return (store.signedIn { writing }, writing)
  }

  private func crisisPlan(for row: CaseloadRow, _ clinician: StaffMember, _ story: Story, _ number: Int) async throws {
    let (day, navigator, doctor) = (
      sceneTime.day + story.drafted, by(actor.staff, story.drafted), by(clinician, story.drafted + 1)
    )
    let full = CrisisSamples.complete(owner: actor.staff.name, review: sceneTime.day + 60 + number % 80, agreed: day)
    var plan = story.isConfirmed ? full : CrisisSamples.minimum
    if story.isConfirmed {
      plan[.agreedName] = row.name.shown(to: .patient)
      plan[.reasonInterim] = nil
    }
    plan[.contactsInHours] = plan[.contactsInHours]?.replacing("Dr S. Mensah", with: clinician.name).replacing(
      "; GP; Test Surgery", with: "; community geriatrician; Test Trust")
    var begun = CrisisPlan.begun
    for field in plan.filled where !field.isClinical { begun[field] = plan[field] }
    let first = try await navigator.store.saveCrisisDraft(begun, of: row.id, basedOn: nil, by: navigator.by)
    let draft = try await doctor.store.saveCrisisDraft(plan, of: row.id, basedOn: first.rowVersion, by: doctor.by)
    if story.isOnlyDrafted { return }
    if story.isConfirmed {
      _ = try await doctor.store.confirmCrisisPlan(draft.id, of: row.id, basedOn: draft.rowVersion, by: doctor.by)
    } else {
      _ = try await doctor.store.approveCrisisPlan(draft.id, of: row.id, basedOn: draft.rowVersion, by: doctor.by)
    }
  }

  /// Copies on the fridge and in the ambulance folder, a key safe, and a night on which the plan was needed.
  private func livedWith(_ row: CaseloadRow) async throws {
    let then = by(actor.staff, -40)
    for (place, isHome) in [("fridge door", true), ("ambulance folder", false)] {
      _ = try await then.store.giveCrisisCopy(of: row.id, place: place, isForHome: isHome, by: then.by)
    }
    try await then.store.setKeySafeCode("4711", of: row.id, by: then.by)
    let use = CrisisUse(
      on: sceneTime.day - 17, whoUsed: "London Ambulance Service", followed: .partly, outcome: .ed,
      whatToChange: "The night number rang out twice")
    let later = by(actor.staff, -15)
    try await later.store.recordCrisisUse(use, of: row.id, by: later.by)
  }
}
