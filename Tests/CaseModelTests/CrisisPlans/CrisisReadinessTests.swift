import CaseTesting
import Testing

@testable import CaseModel

@Suite("The 3 a.m. test: in words, and nothing clinical is judged") struct CrisisReadinessTests {
  private static let day = Day(iso: "2016-01-05") ?? Day(number: 0)

  private func record(
    _ change: (inout CrisisPlan) -> Void = { _ in }, from: Int = -3, grade: CrisisGrade = .confirmed
  ) -> CrisisPlanRecord {
    var plan = CrisisSamples.complete(owner: "Jo Francis", review: Self.day + 90, agreed: Self.day - 3)
    change(&plan)
    let start = Self.day + from
    return CrisisPlanRecord(
      id: ID("c"), patient: ID("p"), versionNumber: 1, grade: grade, storedStatus: .inForce,
      effectiveFrom: Moment(start, hour: 9, minute: 0),
      clock: grade == .interim ? CrisisClock(from: start, days: 28) : nil, reviewOn: plan.day(.reviewOn), plan: plan,
      rowVersion: 1, draftedBy: "Jo", draftedByID: ID("s"), updatedAt: Moment(start, hour: 9, minute: 0),
      updatedBy: "Jo", digest: "d")
  }

  private func found(
    _ record: CrisisPlanRecord?, use: CrisisUse? = nil, stale: Int = 0,
    _ change: (inout CrisisSurroundings) -> Void = { _ in }
  ) -> CrisisReadiness {
    var around = CrisisSurroundings()
    change(&around)
    return CrisisReadiness(of: record, on: Self.day, around, unreviewedUse: use, staleCopies: stale)
  }

  @Test("rows are shared so that every paragraph begins before any goes on; what is cut is marked") func shares() {
    let long = (1...5).map { "a\($0)" }
    func shorten(_ paragraphs: [[String]], _ rows: Int) -> [[String]] {
      RowShares.shorten(paragraphs, to: rows) { $0 + ">" }
    }
    #expect(shorten([long, ["b"], ["c"]], 3) == [["a1>"], ["b"], ["c"]])
    #expect(shorten([long, ["b"], ["c"]], 4) == [["a1", "a2>"], ["b"], ["c"]])
    #expect(shorten([long, ["b"], ["c"]], 7) == [long, ["b"], ["c"]])
    #expect(shorten([long, ["b"], ["c"]], 2) == [["a1>"], ["b>"]])
    #expect(shorten([["b"], ["c"]], 1) == [["b>"]] && shorten([["b"]], 0) == [])
    for rows in 0...20 {
      let shares = RowShares.rows([(wanted: 4, least: 1), (wanted: 9, least: 0), (wanted: 2, least: 2)], of: rows)
      #expect(shares.reduce(0, +) == min(max(rows, 3), 15))
    }
  }

  @Test("a whole plan would work; none, an expired one and a revoked one would fail") func verdicts() {
    #expect(found(record()).verdict == "It would work at 3 a.m." && found(record()).findings.isEmpty)
    #expect(found(record()).mark == "=")
    #expect(found(nil).findings.map(\.code) == ["no_plan"] && found(nil).verdict == "It would fail at 3 a.m.")
    #expect(found(record(from: -28, grade: .interim)).findings.map(\.code) == ["expired"])
    var revoked = record()
    revoked.storedStatus = .revoked
    #expect(found(revoked).findings.map(\.code) == ["no_plan"])
  }

  @Test("a contact who has left, has no phone, or a number that cannot be rung") func contacts() {
    let left = found(record()) { $0.leavers = ["T. Adeyemi"] }
    #expect(left.findings.map(\.words) == ["T. Adeyemi has left."] && left.verdict == "It might fail at 3 a.m.")
    let night = found(record { $0[.contactsOutOfHours] = "T. Adeyemi; nurse; 020 7946 0101" }) {
      $0.leavers = ["T Adeyemi"]
    }
    #expect(night.verdict == "It would fail at 3 a.m.", "the only one to ring at night")
    for (line, code) in [
      ("Nasima; daughter", "contact_without_phone"), ("Nasima; daughter; 07700 9001", "phone_not_dialled"),
    ] {
      let found = found(record { $0[.contactsOutOfHours] = line })
      #expect(found.findings.map(\.code) == [code] && found.verdict == "It would fail at 3 a.m.", "\(found)")
    }
    let none = found(record { $0[.contactsOutOfHours] = nil })
    #expect(none.findings.map(\.code).contains("no_night_contact"))
  }

  @Test("older than the last time in hospital, past its review, used and not looked at since, copies that are stale")
  func age() {
    #expect(found(record()) { $0.lastHospital = Self.day - 2 }.findings.map(\.code) == ["older_than_hospital"])
    #expect(found(record()) { $0.lastHospital = Self.day - 3 }.findings.isEmpty, "written on the day of discharge")
    #expect(found(record { $0[.reviewOn] = (Self.day - 1).iso }).findings.map(\.code) == ["review_overdue"])
    let use = CrisisUse(on: Self.day - 14, whoUsed: "crew", followed: .yes, outcome: .stayedHome)
    #expect(found(record(), use: use).verdict == "It might fail at 3 a.m.")
    let late = CrisisUse(on: Self.day - 15, whoUsed: "crew", followed: .yes, outcome: .stayedHome)
    #expect(found(record(), use: late).verdict == "It would fail at 3 a.m.")
    #expect(found(record(), stale: 2).findings.map(\.words) == ["2 copies of older versions are out there."])
  }

  @Test("what the care plan says otherwise: a number, the language, the carer, allergies") func carePlan() {
    let phones = found(record()) { $0.carePlanContacts = [.init(name: "NASIMA", phone: "07700 900999")] }
    #expect(phones.findings.map(\.code) == ["phone_differs"])
    let alike = found(record()) { $0.carePlanContacts = [.init(name: "Nasima", phone: "+44 7700 900123")] }
    #expect(alike.findings.isEmpty, "the same number written otherwise")
    #expect(found(record()) { $0.carePlanLanguage = "Bengali" }.findings.map(\.code) == ["language_differs"])
    #expect(found(record()) { $0.carePlanLanguage = "sylheti" }.findings.isEmpty)
    let carer = found(record { $0[.carerUnable] = nil }) { $0.carePlanHasUnpaidCarer = true }
    #expect(carer.findings.map(\.code) == ["carer_missing"])
    let allergies = found(record { ($0[.allergyState], $0[.allergies]) = ("none_known", nil) }) {
      $0.recordAllergies = "penicillin"
    }
    #expect(allergies.verdict == "It would fail at 3 a.m." && allergies.findings.map(\.code) == ["allergies_differ"])
  }
}
