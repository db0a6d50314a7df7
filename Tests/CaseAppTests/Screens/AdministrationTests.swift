import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// The administration's screen by itself.
@MainActor struct AdministrationTests {
  private static let around = Surroundings(
    actor: Actor(
      staff: StaffMember(
        id: ID("jo"), name: "Jo Francis", role: .careNavigator, organisationCode: "R9904", organisationName: "GPCG"),
      workstation: "ward-3"), now: Moment(Day(number: 16_805), hour: 9, minute: 42), isPractice: true, isReadOnly: false
  )

  private static let rows = [
    OfficeRow(
      id: "s1", label: "Lena Park", value: "GP, Lantern Row", facts: [.init(label: "Standing", value: "works here")],
      values: ["account": "lpark", "post1": "p1"]),
    OfficeRow(id: "s2", label: "Tunde Adeyemi", value: "Social worker, LBTH; leaves after 31-Jan-2016"),
  ]

  private func screen(
    _ office: Office = .staff, rows: [OfficeRow] = AdministrationTests.rows, refusals: [AccessAction: String] = [:]
  ) -> AdministrationScreen {
    var it = AdministrationScreen(office)
    it.around = Self.around
    _ = it.fit(Size(columns: 80, rows: 22))
    _ = it.begin()
    _ = it.handle(.read(OfficeContents(rows: rows, refusals: refusals)))
    return it
  }

  private func command(_ name: String) throws -> Command<AdministrationScreen, AdministrationScreen.Event> {
    try #require(AdministrationScreen.commands.first { $0.name == name })
  }

  @Test("a list with a line for each, the selected one marked; its page with everything recorded") func pages() {
    var it = screen()
    #expect(picture(of: it, around: Self.around).contains(">Lena Park           GP, Lantern Row"))
    #expect(it.handle(.rowPressed) == [.replace("row", with: .readRow(.staff, "s1"))])
    _ = it.handle(.rowRead("s1", [.init(label: "Would leave", value: "nothing")]))
    let page = picture(of: it, around: Self.around)
    #expect(page.contains("Standing            works here") && page.contains("Would leave         nothing"))
    _ = it.handle(.backPressed)
    #expect(picture(of: it, around: Self.around).contains("Tunde Adeyemi"))
  }

  @Test("a filter narrows the list by every word, in any field; leaving it shows everything again") func filter() {
    var it = screen()
    _ = it.handle(.filterPressed)
    _ = it.handle(.pasted("adeyemi lbth"))
    #expect(it.rows.map(\.id) == ["s2"] && it.selected?.id == "s2")
    _ = it.handle(.filterKept)
    #expect(!it.isTyping && it.rows.count == 1)
    _ = it.handle(.filterPressed)
    _ = it.handle(.filterLeft)
    #expect(it.rows.count == 2)
  }

  @Test("8.1: whoever may not is told why before anything is tried, and in a session that only reads too")
  func whyNot() throws {
    let why = "Your role may not change staff. Ask somebody of the team whose role may."
    let it = screen(refusals: [.manageStaff: why])
    for act in OfficeAct.allCases where act.office == .staff {
      #expect(try command(act.name).unavailable(it) == why, "\(act)")
    }
    var reading = screen()
    reading.around.isReadOnly = true
    #expect(try command("Last day").unavailable(reading)?.contains("only reads") == true)
    #expect(try command("Last day").unavailable(screen(rows: []))?.contains("Nothing is selected") == true)
    #expect(try command("Last day").unavailable(screen()) == nil)
    // In its own office only.
    #expect(try !command("Change setting").applies(screen()) && command("Change setting").applies(screen(.settings)))
  }

  @Test("a form asks one thing after the other, echoes a day with its month in letters, and is saved as typed")
  func form() {
    var it = screen()
    _ = it.handle(.actPressed(.lastDay))
    #expect(it.isTyping)
    #expect(it.handle(.savePressed) == [.say("Last day is wanted.")])
    _ = it.handle(.pasted("32 jan"))
    #expect(it.handle(.savePressed).first.map { if case .say = $0 { true } else { false } } == true)
    for _ in 0..<6 { _ = it.handle(.typed(.backspace)) }
    _ = it.handle(.pasted("5 feb"))
    #expect(picture(of: it, around: Self.around).contains("Fri 05-Feb-2016"))
    #expect(it.handle(.enterPressed).isEmpty && it.form?.focus == 1)
    _ = it.handle(.pasted("New post"))
    #expect(
      it.handle(.enterPressed)
        == [.perform(.act(.lastDay, on: Self.rows[0], ["on": "5 feb", "reason": "New post"]))])
    // Twice is once.
    #expect(it.handle(.savePressed).isEmpty)
  }

  @Test("what the store refuses leaves the form as it was typed; what is done closes it and reads anew") func outcome()
  {
    var it = screen()
    _ = it.handle(.actPressed(.account))
    #expect(it.form?.boxes[0].content == "lpark")
    _ = it.handle(.savePressed)
    let problem = Problem("No.", because: "The account is taken.", try: "Give another.", kind: .conflict)
    #expect(it.handle(.notDone(problem)) == [.report(problem)])
    #expect(it.form?.answers == ["account": "lpark"] && it.form?.isSaving == false)
    #expect(it.handle(.done("Changed.")).prefix(2) == [.say("Changed."), .recordsChanged] && it.form == nil)
  }

  @Test("the administration's own page leads to each office") func overview() {
    var it = screen(.administration, rows: [OfficeRow(id: "settings", label: "Settings", value: "Numbers")])
    #expect(it.handle(.rowPressed) == [.open(.administration(.settings))])
  }

  @Test("linear mode reads a form question by question, and says what each answer may be") func linear() {
    var it = screen()
    _ = it.handle(.actPressed(.lastDay))
    let lines = it.outline().lines
    #expect(lines.contains("Last day: Lena Park.") && lines.contains("Reason: empty."))
    #expect(it.outline().prompt?.hasPrefix("Last day?") == true)
    _ = it.handle(.answered("5 feb"))
    #expect(it.outline().prompt?.hasPrefix("Reason?") == true)
    _ = it.handle(.answered("New post"))
    #expect(it.form?.isSaving == true)
  }

  @Test(
    "every act has a form with unlike keys, a sentence of help and one about what comes of it",
    arguments: OfficeAct.allCases)
  func acts(_ act: OfficeAct) {
    #expect(!act.fields.isEmpty && act.help.hasSuffix(".") && act.consequence.hasSuffix("."))
    #expect(Set(act.fields.map(\.key)).count == act.fields.count)
    for size in [Size(columns: 80, rows: 22), Size(columns: 60, rows: 16), Size(columns: 120, rows: 38)] {
      var it = screen(act.office)
      _ = it.fit(size)
      _ = it.handle(.actPressed(act))
      for _ in act.fields { _ = it.handle(.fieldMoved(1)) }
      let rows = picture(of: it, size: size, around: Self.around)
      #expect(rows.contains(act.fields.last?.label ?? "?"), "\(act) at \(size)")
    }
  }
}
