import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("The crisis plan on one page of paper") struct CrisisPageTests {
  private static let today = Rahela.today
  private static let complete = CrisisSamples.complete(owner: "Jo Francis", review: today + 90, agreed: today - 3)
  private static let fullest = CrisisSamples.fullest(owner: "Jo Francis", review: today + 90, agreed: today - 3)

  private func page(
    _ plan: CrisisPlan, _ patient: Patient = Rahela.patient, from: Int = -3, copy: CrisisCopy? = nil
  ) -> CrisisPage {
    let start = Self.today + from
    let record = CrisisPlanRecord(
      id: ID("c1"), patient: ID("p1"), versionNumber: 3, grade: .interim, storedStatus: .inForce,
      effectiveFrom: Moment(start, hour: 9, minute: 0), clock: CrisisClock(from: start, days: 28),
      reviewOn: Self.today + 90, plan: plan, rowVersion: 2, draftedBy: "Jo Francis", draftedByID: ID("s1"),
      updatedAt: Moment(start, hour: 9, minute: 0), updatedBy: "Dr S. Mensah", digest: "d")
    let signed = CrisisSignOff(
      id: "s", version: 3, digest: "d", role: .clinicalApprover, act: .approved, name: "Dr S. Mensah",
      at: record.updatedAt, statement: "Approved", method: "signed in")
    return CrisisPage(
      of: patient, record, on: Self.today, addresses: Rahela.record.addresses, telecoms: Rahela.record.telecoms,
      signOffs: [signed], copy: copy, printedBy: "Tuesday 5 January 2016 at 9:42am by J. Francis")
  }

  /// Without line ends and gaps.
  private func flat(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

  @Test("mock-up 4b: the page of a usual plan, in the person's kind of dates, with its copy's number") func usual() {
    let copy = CrisisCopy(
      number: 3, version: 3, place: "fridge door", givenAt: Moment(Self.today, hour: 9, minute: 42), givenBy: "Jo")
    let page = page(Self.complete, copy: copy)
    let text = page.lines.joined(separator: "\n")
    #expect(!page.isShortened && page.lines.count <= CrisisPage.rows, "\(page.lines.count)\n\(text)")
    for words in [
      "INTERIM CRISIS PLAN", "version 3  page 1 of 1", "BEGUM, Rahela (Mrs)", "রাহেলা বেগম", "Born 14 July 1941 (74 years)",
      "NHS number 999 012 3012", "14 Test House, Test Street, London", "!! ALLERGY          Penicillin: rash in 2009",
      "FIRST DO            1  Sit up", "Rapid response            020 7946 0101    24 hours",
      "Life-threatening emergency: 999", "I can decide for myself.", "Interim: ends 30 January 2016.",
      "Copy 3, for: fridge door.", "This page is not a legal form.", "Approved by Dr S. Mensah, 2 January 2016.",
      "This paper may be out of date.",
    ] { #expect(flat(text).contains(flat(words)), "\(words) is missing:\n\(text)") }
  }

  @Test("3.2: what must not hang in the home is not on the page: bypass number, marker, hazards, prognosis")
  func notThere() {
    let text = page(Self.fullest).lines.joined(separator: "\n") + page(Self.fullest).html
    for field in [CrisisField.bypass, .homeHazards] {
      #expect(!text.contains(Self.fullest[field] ?? "-"), "\(field)")
    }
    for words in ["afeguarding", "rognosis", "duty social worker"] { #expect(!text.contains(words), "\(words)") }
  }

  @Test(
    "one page: 58 lines of 80 columns for the fullest and the emptiest plan, and names of 35 columns in three scripts",
    arguments: [true, false],
    [
      ("Begum", "Rahela", "রাহেলা বেগম"),
      ("Venkatanarasimharajuvaripeta-Smyth", "Philippa", "Venkatanarasimharajuvaripeta-Smyth"),
      ("মোহাম্মদ আব্দুল করিম চৌধুরী সাহেব খান", "রাহেলা", "মোহাম্মদ আব্দুল করিম চৌধুরী সাহেব খান"),
      ("慕容欧阳司马上官诸葛东方独孤慕容欧", "林", "慕容欧阳司马上官诸葛东方独孤慕容欧"),
    ])
  func onePage(_ isFull: Bool, _ name: (family: String, given: String, native: String)) {
    var patient = Rahela.patient
    patient.name = PersonName(
      family: name.family, given: name.given, title: "Mrs", preferred: isFull ? name.family : nil)
    patient.nativeName = name.native
    let page = page(isFull ? Self.fullest : CrisisPlan(), patient)
    #expect(page.lines.count <= 58, "\(page.lines.count)")
    for line in page.lines { #expect(TextWidth.width(of: line) <= 80, "\(TextWidth.width(of: line)): \(line)") }
    let all = page.lines.joined(separator: "\n")
    #expect(page.isShortened == isFull && all.contains(CrisisPage.shortened) == isFull)
    #expect(all.contains(name.native) || TextWidth.width(of: name.native) > 80)
    #expect(all.contains("This page is not a legal form."))
    if isFull {
      #expect(all.contains("!! CPR              DO NOT ATTEMPT CPR"))
      // Every first step begins, and so does every number up to the sixth, the night's first.
      for number in 1...6 {
        #expect(all.contains("\(number)  First do \(number)") && all.contains("7946 01\(10 + number)"))
      }
      #expect(flat(all).contains("The signed CPR form is: Where the CPR form is"))
    } else {
      #expect(all.contains("!! CPR              No decision recorded: attempt CPR"), "\(all)")
      #expect(all.contains("Allergies not recorded"))
    }
  }

  @Test("R-CR-04: an expired plan's page says so in its title") func expired() {
    #expect(page(Self.complete, from: -40).lines[0].hasPrefix("INTERIM PLAN EXPIRED - USE WITH JUDGEMENT"))
  }

  @Test("HTML that needs nothing else: no address, no script, and text of a record is never a tag") func html() {
    var plan = Self.complete
    plan[.headline] = "<script>alert(\"x\")</script> & \u{202E}evil\u{1B}[31m"
    let html = page(plan).html
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;"))
    #expect(!html.contains("http") && !html.contains("url(") && !html.contains("src="))
    #expect(!html.contains("\u{202E}") && !html.contains("\u{1B}"))
  }
}
