import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor @Suite("The emergency view: one screen of 24 rows") struct EmergencyTests {
  private static let today = Rahela.today

  private func record(
    _ plan: CrisisPlan, grade: CrisisGrade = .interim, from: Int = -3, review: Int? = nil
  ) -> CrisisPlanRecord {
    let start = Self.today + from
    return CrisisPlanRecord(
      id: ID("c1"), patient: ID("p1"), versionNumber: 3, grade: grade, storedStatus: .inForce,
      effectiveFrom: Moment(start, hour: 9, minute: 0),
      clock: grade == .interim ? CrisisClock(from: start, days: 28) : nil, reviewOn: review.map { Self.today + $0 },
      plan: plan, rowVersion: 2, draftedBy: "Jo Francis", draftedByID: ID("s1"),
      updatedAt: Moment(start, hour: 9, minute: 0), updatedBy: "Dr S. Mensah", digest: "d")
  }

  private func view(_ record: CrisisPlanRecord?, _ patient: Patient = Rahela.patient) -> EmergencyView {
    var view = EmergencyView(patient: patient, day: Self.today)
    view.record = record
    view.addresses = Rahela.record.addresses
    view.telecoms = Rahela.record.telecoms
    view.keySafeSince = Moment(Self.today, hour: 8, minute: 0)
    if let record {
      view.signOffs = [
        CrisisSignOff(
          id: "s", version: 3, digest: "d", role: .clinicalApprover, act: .approved, name: "Dr S. Mensah",
          at: record.updatedAt, statement: "Approved", method: "signed in")
      ]
    }
    return view
  }

  private func screen(_ view: EmergencyView, _ columns: Int = 80, _ rows: Int = 22) -> EmergencyScreen {
    var screen = EmergencyScreen(ID("p1")).placed(size: Size(columns: columns, rows: rows))
    _ = screen.handle(.loaded(view))
    return screen
  }

  private func rows(_ screen: EmergencyScreen) -> [String] {
    picture(of: screen, size: screen.size).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static let complete = CrisisSamples.complete(owner: "Jo Francis", review: today + 90, agreed: today - 3)
  private static let fullest = CrisisSamples.fullest(owner: "Jo Francis", review: today + 90, agreed: today - 3)

  @Test("R-CR-09: the plan of the mock-up stands whole in 22 rows of 80 columns, in the order of the rule") func usual()
  {
    let drawn = rows(screen(view(record(Self.complete))))
    #expect(
      drawn.joined(separator: "\n") == """
         BEGUM, Rahela (Mrs)                                     Preferred name  Rahela
         Born 14-Jul-1941 (74y)    Gender Female    NHS No. 999 012 3012    [EMERGENCY]
         Plan          INTERIM CRISIS PLAN v3, in force, day 3 of 28. Approved
                       02-Jan-2016 by Dr S. Mensah, 3 days ago.
         CPR           Attempt CPR.  Ceiling: Hospital, no intensive care
         Alerts        No home oxygen. One cat
         Headline      Breathless and frightened at night; settles with inhaler and
                       company.
         If            More breathless than usual; Ankles swelling; Confused
         First do      1 Sit up
                       2 Blue inhaler, 4 puffs
                       3 Ring the rapid response team
         Do not        Do not lie her flat. Do not give penicillin
         Ring          020 7946 0101  Rapid response, nurse on call, 24 hours
                       07700 900123  Nasima, daughter, has a key
                       020 7946 0102  Dr S. Mensah, GP, 08:00 to 18:30
                       020 7946 0103  T. Adeyemi, named social worker, 09:00 to 17:0 >>
         Getting in    Key safe: code hidden, K shows it. Blue door. Daughter and >>
         Allergies     Known allergies: Penicillin: rash in 2009
         Talking       Sylheti. Interpreter needed on the phone
         Place of care Home
         Documents     Advance decision: no advance decision. Copy: Yellow folder on >>
        """)
  }

  @Test(
    "R-CR-09: the fullest and the emptiest plan fit 22 rows of 80 columns: nothing that must be whole is cut",
    arguments: [true, false], [nil, "Venkatanarasimharajuvaripeta-Featherstonehaugh"])
  func extremes(_ isFull: Bool, _ family: String?) {
    var patient = Rahela.patient
    if let family { patient.name = PersonName(family: family, given: "Philippa Anastasia", title: "Lady") }
    let plan = isFull ? Self.fullest : CrisisPlan()
    let it = screen(view(record(plan), patient))
    let drawn = rows(it)
    #expect(drawn.count <= 22 && !it.fills)
    #expect(drawn.allSatisfy { TextWidth.width(of: $0) <= 80 })
    let all = drawn.joined(separator: "\n")
    for label in [
      "Plan", "CPR", "Alerts", "Headline", "First do", "Ring", "Getting in", "Allergies", "Talking",
      "Place of care", "Documents",
    ] { #expect(all.contains("\n \(label)"), "\(label) is missing:\n\(all)") }
    if isFull {
      #expect(all.contains("DO NOT ATTEMPT CPR.  Ceiling: Hospital for what is reversible"))
      #expect(all.contains("Known allergies: Which allergies"))
      #expect(!all.contains("ventilati >>"))
      // A long first step hides no second one.
      #expect(all.contains("1 First do 1") && all.contains("2 First do 2") && all.contains("3 First do 3"))
      // The number that is rung at night is never cut.
      #expect(all.contains("020 7946 0111"))
    } else {
      #expect(all.contains("No decision recorded: attempt CPR.  Ceiling: Not recorded"))
      #expect(all.contains("Allergies not recorded"))
      #expect(all.contains("Not recorded"))
    }
  }

  @Test("R-CR-04: an expired interim plan says so first, in the words of the rule, and is shown all the same")
  func expired() {
    let drawn = rows(screen(view(record(Self.complete, from: -31))))
    #expect(drawn[2].contains("INTERIM PLAN EXPIRED - USE WITH JUDGEMENT."))
    #expect(drawn.joined().contains("EXPIRED 3 days ago") && drawn.joined().contains("Blue inhaler"))
  }

  @Test("no plan, and a plan that was revoked: nothing was decided, and what is known is there") func none() {
    let without = rows(screen(view(nil))).joined(separator: "\n")
    #expect(without.contains("NO CRISIS PLAN IS IN FORCE.") && without.contains("No decision recorded: attempt CPR"))
    #expect(without.contains("penicillin (rash, 2009)"))
    var revoked = view(nil)
    revoked.revokedAt = Moment(Self.today - 1, hour: 9, minute: 0)
    #expect(rows(screen(revoked)).joined().contains("One was revoked on 04-Jan-2016."))
  }

  @Test("the key safe's code is asked for with a reason, seen once, and gone with the next key") func code() {
    var it = screen(view(record(Self.complete)))
    #expect(rows(it).joined().contains("code hidden") || rows(it).joined().contains("Key safe: >>"))
    _ = it.handle(.keySafePressed)
    #expect(it.isTyping && it.handle(.reveal) != [.perform(.reveal(ID("p1"), reason: ""))])
    for key in Keys.typing("no answer") { _ = it.handle(.typed(key)) }
    #expect(it.handle(.reveal) == [.perform(.reveal(ID("p1"), reason: "no answer"))])
    _ = it.handle(.revealed("4711"))
    #expect(rows(it).joined().contains("Key safe's code: 4711"))
    #expect(it.outline().text.contains("4711"))
    // The row of the audit that the look made is a change of the records.
    _ = it.handle(.recordsChanged)
    _ = it.handle(.loaded(view(record(Self.complete))))
    #expect(rows(it).joined().contains("Key safe's code: 4711"))
    _ = it.handle(.moved(.down))
    #expect(!rows(it).joined().contains("4711") && !it.outline().text.contains("4711"))
  }

  @Test("Space shows all of the plan, with where every field stands, and Space again the one screen") func rest() {
    var it = screen(view(record(Self.fullest)))
    _ = it.handle(.moreAsked)
    let all = it.outline().text
    for field in CrisisField.allCases where Self.fullest[field] != nil {
      #expect(all.contains(field.label), "\(field)")
    }
    _ = it.handle(.moreAsked)
    #expect(!it.fills)
  }

  @Test("R-CR-08: a draft cannot reach it: the view has no place for one") func drafts() {
    let names = Mirror(reflecting: view(record(Self.complete))).children.compactMap(\.label)
    #expect(!names.contains { $0.lowercased().contains("draft") })
  }
}
