import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct PersonTests {
  let wide = Size(columns: 120, rows: 38)
  let small = Size(columns: 60, rows: 16)

  func screen(
    _ record: PersonRecord = Rahela.record, trail: Trail? = nil, size: Size = Size(columns: 80, rows: 22)
  ) -> PersonScreen {
    var screen = PersonScreen(ID("p1"), trail: trail).placed(size: size)
    _ = screen.handle(.loaded(record))
    return screen
  }

  func run(_ screen: PersonScreen, _ key: String) -> PersonScreen.Event? {
    guard let key = Key(notation: key) else { return nil }
    return PersonScreen.commands.first { $0.keys.contains(key) }?.event(screen)
  }

  func unavailable(_ screen: PersonScreen, _ key: String) -> String? {
    guard let key = Key(notation: key) else { return nil }
    return PersonScreen.commands.first { $0.keys.contains(key) }?.unavailable(screen)
  }

  @Test("opening a person is work that is audited; reloading is not")
  func opening() {
    var screen = PersonScreen(ID("p1"), trail: nil)
    #expect(screen.begin() == [.perform(.open(ID("p1")))])
    #expect(screen.eventForChangedRecords() == nil)
    screen = self.screen()
    #expect(screen.handle(.recordsChanged) == [.replace("peek", with: .peek(ID("p1")))])
  }

  @Test("the single view at 80 by 24: four partners with the age of each one's data, then the plan")
  func view80() {
    #expect(
      picture(of: screen()) == """
         BEGUM, Rahela (Mrs)                                     Preferred name  Rahela
         Born 14-Jul-1941 (74y)    Gender Female    NHS No. 999 012 3012       [record]
        ────────────────────────────────────────────────────────────────────────────────
         ! Known allergies: penicillin (rash, 2009)        Lives alone.  Speaks Sylheti
        ────────────────────────────────────────────────────────────────────────────────
        >[1] GP Care Group, primary care               to 04-Jan-2016 18:05      1d old
             Problems: COPD, heart failure, type 2 diabetes.  Medicines: 11 repeat
             items.
         [2] Barts Health, acute                       to 05-Jan-2016 06:10       today
             Acute: A&E 19-Dec-2015 breathless, home same day.  Community: district
             nurse twice a week.
         [3] East London FT, mental health             to 28-Dec-2015 02:00    ~ 8d old
             Team: Older adults, co-ordinator K. Osei.
         [4] Tower Hamlets Council, social care      to 05-Dec-2015 02:00 ! NO DATA 31d
             Package: 10 hours a week (last known).
             Shown, and left out of counts. Ask Tower Hamlets Council.
        ────────────────────────────────────────────────────────────────────────────────
         Care plan v7  reviewed 24-Nov-2015  review due 24-Dec-2015       ! OVERDUE 12d
                    3 goals, 1 getting better.
         Named social worker T. Adeyemi, Tower Hamlets Council, 020 7946 0105, since
                             01-Apr-2015
         - 33 more below -
        """)
  }

  @Test("the single view at 120 by 40: the partners two by two")
  func view120() {
    let drawn = picture(of: screen(size: wide), size: wide)
    #expect(drawn.contains("│"))
    let rows = drawn.split(separator: "\n")
    #expect(rows.contains { $0.contains("[1] GP Care Group") && $0.contains("[2] Barts Health") })
    #expect(rows.contains { $0.contains("[3] East London FT") && $0.contains("[4] Tower Hamlets") })
  }

  @Test("at 60 by 18 everything is reached by j", arguments: ["j", "<pgdn>"])
  func small(key: String) {
    var screen = screen(size: small)
    var seen = picture(of: screen, size: small)
    for _ in 0..<90 {
      if let event = run(screen, key) { _ = screen.handle(event) }
      seen += picture(of: screen, size: small)
    }
    for word in ["GP Care Group", "NO DATA 31d", "OVERDUE 12d", "T. Adeyemi", "leave no message", "Falls 12m"] {
      #expect(seen.contains(word), "\(word)")
    }
  }

  @Test("all that is drawn can be read", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: 120)
    for part: PersonScreen.Part in [.whole, .source(3), .timeline, .risk] {
      var screen = screen(size: size)
      if part != .whole { _ = screen.handle(.opened(part)) }
      #expect(unread(picture(of: screen, size: size), in: screen.outline()) == [])
    }
  }

  @Test("the cursor stands on the first letter of the line that is read")
  func cursor() {
    var screen = screen()
    _ = screen.handle(.moved(.down))
    var canvas = Canvas(Size(columns: 80, rows: 22))
    screen.draw(on: &canvas)
    #expect(canvas.frame().cursor == Point(column: 5, row: 6))
  }

  @Test("1 to 4 open a source in full; Esc goes back to the single view and then closes")
  func sources() {
    var screen = screen()
    if let event = run(screen, "4") { _ = screen.handle(event) }
    #expect(screen.part == .source(3))
    let drawn = picture(of: screen)
    #expect(drawn.contains("[4] Tower Hamlets Council") && drawn.contains("! NO DATA 31d"))
    #expect(drawn.contains("caseload file of 05-Jan-2016, not from their system"))
    #expect(screen.handle(.backPressed) == [] && screen.part == .whole)
    #expect(unavailable(screen, "5") == "There is no source 5: the record has 4.")
  }

  @Test("Enter opens what the line leads to")
  func enter() {
    var screen = screen()
    for _ in 0..<3 { _ = screen.handle(.moved(.down)) }
    _ = screen.handle(.enterPressed)
    #expect(screen.part == .source(1))
    _ = screen.handle(.backPressed)
    #expect(screen.handle(.followed(.plan)) == [.open(.carePlan(ID("p1")))])
    _ = screen.handle(.followed(.timeline))
    #expect(picture(of: screen).contains("flu vaccine"))
  }

  @Test("R-CP-04: a review more than 90 days late is said above everything, and nothing is hidden")
  func outOfDate() {
    var record = Rahela.record
    record.plan?.nextReview = Rahela.day("2015-09-24")
    let drawn = picture(of: screen(record))
    #expect(drawn.contains("! OUT OF DATE: the review was due 24-Sep-2015, 103 days ago."))
    #expect(drawn.contains("[1] GP Care Group"))
    #expect(screen(record).outline().text.contains("! OUT OF DATE: the review was due 24 September 2015"))
    record.plan?.nextReview = Rahela.day("2015-10-07")
    #expect(!picture(of: screen(record)).contains("OUT OF DATE"))
  }

  @Test("R-RS-01 and R-RS-02: risk in words with model, run and population; old scores are grey and say so")
  func risk() {
    var screen = screen(size: wide)
    _ = screen.handle(.opened(.risk))
    let drawn = picture(of: screen, size: wide)
    #expect(
      drawn.contains(
        "Risk of emergency admission in 12 months 34% (QAdmissions 2014.1, run 22-Nov-2015, top 6% of"))
    #expect(drawn.contains("28% (QAdmissions 2014.1, run 02-May-2015), 248 days"))
    #expect(drawn.contains("old, too old to list by"))
    #expect(screen.riskRole(Rahela.record.scores[0]) == .body)
    #expect(screen.riskRole(Rahela.record.scores[1]) == .muted)
    var old = Rahela.record.scores[0]
    old.runOn = Rahela.day("2015-10-20")
    #expect(screen.riskWords(old, .staff).hasSuffix("77 days old"))
  }

  @Test("R-ID-07: a neighbour takes the screen's place, so nothing of one person stays for the next")
  func neighbours() {
    let query = CaseloadQuery(sort: .init(.name), today: Rahela.today, reader: ID("s1"))
    let trail = Trail(query: query, position: .init(key: .text("begum"), tie: 3))
    var screen = screen(trail: trail)
    #expect(
      screen.handle(.neighbourAsked(.next)) == [.replace("neighbour", with: .findNeighbour(.next, trail))])
    let onward = Trail(query: query, position: .init(key: .text("clarke"), tie: 4))
    #expect(screen.handle(.neighbourFound(ID("p2"), onward)) == [.exchange(.person(ID("p2"), trail: onward))])
    #expect(screen.handle(.noNeighbour(.next)) == [.say("This is the last person of the list. Esc goes back to it.")])
    #expect(
      self.screen().copy { $0.handle(.neighbourAsked(.previous)) }
        == [.say("There is no list to go on in: this record was not opened from one.")])
  }

  @Test("R-ID-08: after a death the plan is kept as it was, and the banner says so")
  func died() {
    var record = Rahela.record
    record.patient.died = Rahela.day("2016-01-03")
    let screen = screen(record)
    #expect(unavailable(screen, "e")?.contains("has died") == true)
    #expect(picture(of: screen).contains(" DIED "))
  }

  @Test("a read-only session says why a plan cannot be edited")
  func readOnly() {
    var screen = screen()
    screen.around.isReadOnly = true
    #expect(unavailable(screen, "e")?.contains("read-only") == true)
  }

  @Test("PAB-0064 and PAB-0008: the allergy line, and none for administrators")
  func allergies() {
    var screen = screen()
    #expect(picture(of: screen).contains("! Known allergies: penicillin"))
    screen.around.actor.staff.role = .admin
    #expect(!picture(of: screen, around: screen.around).contains("llergies"))
    #expect(!screen.outline().text.contains("llergies"))
  }

  @Test("a record with nothing in it says what is missing and what to do")
  func empty() {
    var record = PersonRecord(patient: Rahela.patient)
    record.patient.knownAllergies = nil
    let size = Size(columns: 80, rows: 60)
    let drawn = picture(of: screen(record, size: size), size: size)
    for words in [
      "Allergies not recorded", "No partner organisation has given data", "! NO PLAN", "Press e to write one.",
      "! none is named", "No enrolment is recorded", "! not recorded", "No address",
    ] { #expect(drawn.contains(words), "\(words)") }
  }

  @Test("a failure is reported, keeps what is shown, and Enter tries again where nothing is")
  func failure() {
    let problem = Problem("The record was not opened.", because: "The store is busy.", try: "Try again.")
    var screen = screen()
    #expect(screen.handle(.failed(problem)) == [.report(problem)])
    #expect(screen.record != nil)
    var fresh = PersonScreen(ID("p1"), trail: nil).placed()
    #expect(fresh.handle(.failed(problem)) == [.report(problem)])
    #expect(picture(of: fresh).contains("The store is busy."))
    #expect(fresh.handle(.enterPressed) == [.perform(.open(ID("p1")))])
  }

  @Test("in linear mode the numbers open what the keys open")
  func choices() {
    let screen = screen()
    guard case .followed(let first)? = screen.event(forChoice: 1) else { return #expect(Bool(false)) }
    #expect(first == .source(0))
    #expect(screen.outline().choiceCount == 8)
    guard case .followed(let plan)? = screen.event(forChoice: 5) else { return #expect(Bool(false)) }
    #expect(plan == .plan)
    #expect(screen.event(forChoice: 9) == nil)
  }
}

extension Screen {
  /// What some act on a copy answers.
  func copy<Answer>(_ act: (inout Self) -> Answer) -> Answer {
    var screen = self
    return act(&screen)
  }
}
