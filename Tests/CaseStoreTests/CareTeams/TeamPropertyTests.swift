import CaseModel
import Testing

@testable import CaseStore

@Suite("Invariants of the team (I-4, I-9)") struct TeamPropertyTests {
  @Test(
    "property: no sequence of assign, accept, decline, end, leave, transfer, propose, publish and undo breaks I-4 or I-9",
    arguments: 1...6)
  func walk(_ seed: Int) async throws {
    let it = try await TeamScene()
    var random = Chance(seed: seed, operation: 0)
    let people = [it.amina] + [try await it.admit("P1", "A", percentile: 95), try await it.admit("P2", "B")]
    let workers = [it.bree, it.callum, it.ade]
    var done = [String: Int]()
    for step in 0..<60 {
      let person = random.one(people)
      let worker = it.later(random.one(workers), seconds: step * 3600)
      let boss = it.later(random.once(in: 2) ? it.nkem : it.manager, seconds: step * 3600)
      let team = try await it.team(person)
      let one = team.current.isEmpty ? nil : random.one(team.current)
      let role = random.one([CareRole.namedSocialWorker, .careCoordinator, .keyWorker])
      let act = random.number(0...11)
      let problem = await it.problem {
        switch act {
        case 0, 1:
          _ = try await boss.store.assign(NewAssignment(role: role, staff: it.id(worker)), to: person, by: boss.by)
        case 2: if let one { try await worker.store.accept(one.id, of: person, by: worker.by) }
        case 3:
          if let one {
            try await worker.store.decline(one.id, of: person, reason: .capacity, text: "full", by: worker.by)
          }
        case 4:
          if let one {
            let reason = random.one(AssignmentEnd.allCases)
            try await boss.store.endAssignment(one.id, of: person, reason: reason, by: boss.by)
          }
        case 5 where step > 45:
          let jo = it.later((it.base.store, it.base.by), seconds: step * 3600)
          try await jo.store.leave(it.id(worker), lastDay: worker.by.at.day, reason: "left", by: jo.by)
        case 5, 6:
          let preview = try await boss.store.transferPreview(from: it.id(worker))
          let choices = preview.people.map { person in
            let to = random.one(workers)
            return TransferChoice(
              patient: person.id, successor: random.once(in: 3) || it.id(to) == it.id(worker) ? nil : it.id(to),
              note: HandoverNote(whoTheyAre: "x"))
          }
          _ = try await boss.store.transfer(from: it.id(worker), choices, cause: "leave", by: boss.by)
        case 7:
          try await boss.store.propose(it.id(worker), for: [person], reason: "because", by: boss.by)
        case 8: _ = try await boss.store.publishProposals(for: people, by: boss.by)
        case 9: _ = try await boss.store.undo(by: boss.by)
        case 10: _ = try await boss.store.redo(by: boss.by)
        default: _ = try await worker.store.undo(by: worker.by)
        }
      }
      done["\(act)\(problem == nil ? "" : " refused")", default: 0] += 1
      try await check(it, it.later(it.nkem, seconds: step * 3600), seed, step, act)
    }
    // The walk is one that does things.
    #expect((done["0"] ?? 0) + (done["1"] ?? 0) > 3, "\(done)")
    #expect(await it.base.store.doctor().wrong == [])
  }

  private func check(
    _ it: TeamScene, _ nkem: (store: CaseStore, by: Writing), _ seed: Int, _ step: Int, _ act: Int
  ) async throws {
    let place = "seed \(seed), step \(step), act \(act)"
    let (twice, gone, proposals) = try await it.base.store.reading("No.") { connection in
      (
        try connection.count(
          """
          SELECT count(*) FROM (SELECT patient_id FROM care_team_member WHERE end_at IS NULL AND entered_in_error = 0
          AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')
          GROUP BY patient_id, role HAVING count(*) > 1) q
          """),
        try connection.rows(
          """
          SELECT t.patient_id FROM care_team_member t JOIN staff s ON s.id = t.staff_id
          WHERE t.end_at IS NULL AND t.entered_in_error = 0 AND s.active_to IS NOT NULL
          """
        ) { try $0.id() as ID<Patient> },
        try connection.count(
          """
          SELECT count(*) FROM allocation_proposal r WHERE r.state = 'open' AND r.entered_in_error = 0
          AND EXISTS (SELECT 1 FROM care_team_member t WHERE t.patient_id = r.patient_id AND t.role = r.role
            AND t.end_at IS NULL AND t.entered_in_error = 0)
          """)
      )
    }
    #expect(twice == 0, "I-4: \(place)")
    #expect(proposals == 0, "a proposal for somebody who is taken: \(place)")
    let listed = Set(try await nkem.store.nobodyOwnsWorklist().map(\.patient))
    #expect(Set(gone).isSubset(of: listed), "I-9: \(place)")
  }
}
