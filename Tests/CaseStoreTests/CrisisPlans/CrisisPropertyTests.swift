import CaseModel
import CaseTesting
import Testing

@testable import CaseStore

@Suite("3.4: no sequence of acts breaks what holds of crisis plans") struct CrisisPropertyTests {
  @Test("random acts by random people, on stale and fresh rows: I-3, I-7 and R-CR-08 hold after each", arguments: 1...6)
  func randomActs(_ seed: Int) async throws {
    let it = try await CrisisScene()
    var random = Chance(seed: seed, operation: 1)
    var (day, signed, done) = (0, [Int: String](), 0)
    var seen: [(id: CrisisPlanRecord.ID, version: Int)] = []
    var expected = Set<String>()
    for _ in 0..<60 {
      day += Int.random(in: 0...9, using: &random)
      let people = [
        (it.store, it.jo), (it.gwen.store, it.gwen.by), (it.maud.store, it.maud.by), (it.carl.store, it.carl.by),
      ]
      let who = it.at(day, try #require(people.randomElement(using: &random)))
      let file = try await who.store.crisisFile(of: it.amina)
      if let draft = file.draft { seen.append((draft.id, draft.rowVersion)) }
      if let current = file.current { seen.append((current.id, current.rowVersion)) }
      // Sometimes on a row as it was long ago.
      let target = Int.random(in: 0...3, using: &random) == 0 ? seen.randomElement(using: &random) : seen.last
      let act = Int.random(in: 0...9, using: &random)
      let review = it.jo.at.day + day + Int.random(in: -5...200, using: &random)
      let problem = await it.refusal {
        switch (act, target) {
        case (0...2, _):
          var plan = CrisisSamples.complete(owner: "Jo Francis", review: review, agreed: it.jo.at.day - 3)
          if Bool.random(using: &random) { plan[.wishes] = "Wish \(day)" }
          if Int.random(in: 0...4, using: &random) == 0 { plan[.ceiling] = nil }
          _ = try await who.store.saveCrisisDraft(plan, of: it.amina, basedOn: file.draft?.rowVersion, by: who.by)
        case (3, let target?), (4, let target?):
          _ = try await who.store.approveCrisisPlan(target.id, of: it.amina, basedOn: target.version, by: who.by)
        case (5, let target?):
          _ = try await who.store.confirmCrisisPlan(target.id, of: it.amina, basedOn: target.version, by: who.by)
        case (6, let target?):
          let discussed = Bool.random(using: &random) ? it.jo.at.day + day : nil
          _ = try await who.store.renewCrisisPlan(
            target.id, of: it.amina, basedOn: target.version, discussedOn: discussed, note: "again", by: who.by)
        case (7, let target?):
          _ = try await who.store.reviewCrisisPlan(
            target.id, of: it.amina, basedOn: target.version, next: review, note: "still right", by: who.by)
        case (8, _):
          _ = try await who.store.revokeCrisisPlan(
            of: it.amina, byPerson: Bool.random(using: &random), reason: "no more", by: who.by)
        case (9, let target?):
          _ = try await who.store.voidCrisisPlan(
            target.id, of: it.amina, basedOn: target.version, reason: "in error", by: who.by)
        default: break
        }
      }
      if problem == nil {
        done += 1
        expected.insert("\(act)")
      }
      try await check(it, on: it.jo.at.day + day, signed: &signed)
    }
    #expect(done > 5, "seed \(seed): hardly anything was done")
    #expect(await it.store.doctor(at: it.jo.at + (day + 1) * 86_400).wrong.isEmpty)
  }

  private func check(_ it: CrisisScene, on day: Day, signed: inout [Int: String]) async throws {
    let rows = try await it.store.reading("No.") { [amina = it.amina] connection in
      try connection.rows(
        """
        SELECT p.status, p.version_no, v.snapshot, v.digest, p.grade FROM crisis_plan p
        LEFT JOIN crisis_plan_version v ON v.patient_id = p.patient_id AND v.plan_id = p.id WHERE p.patient_id = $1
        """, [.of(amina)]
      ) { row in
        (
          status: try row.code(CrisisStatus.self), number: try row.int(), text: row.textOrNil(),
          digest: row.textOrNil(), grade: try row.code(CrisisGrade.self)
        )
      }
    }
    #expect(rows.count { $0.status == .inForce } <= 1, "I-3")
    #expect(rows.count { $0.status == .draft } <= 1)
    for row in rows where row.number > 0 {
      let text = try #require(row.text)
      #expect(SHA256.hex(text) == row.digest)
      #expect(signed[row.number] ?? text == text, "I-7: version \(row.number) changed")
      signed[row.number] = text
    }
    #expect(signed.keys.allSatisfy { number in rows.contains { $0.number == number } }, "a version is gone")
    let offs = try await it.store.crisisFile(of: it.amina).signOffs
    for row in rows where row.number > 0 {
      let own = offs.filter { $0.version == row.number }
      let drafter = own.first { $0.act == .drafted }?.staffID
      #expect(own.contains { [.approved, .confirmed].contains($0.act) && $0.staffID != drafter }, "R-CR-01")
      #expect(own.allSatisfy { $0.digest == row.digest }, "a sign-off names another version")
      if row.grade == .confirmed { #expect(own.contains { $0.act == .confirmed }) }
    }
    let view = try await it.store.emergencyView(of: it.amina, reason: "test", by: it.jo)
    #expect(view.record?.versionNumber != 0, "R-CR-08")
    #expect(view.record.map { $0.status(on: day).isShown } ?? true)
  }
}
