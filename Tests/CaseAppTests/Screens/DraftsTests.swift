import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct DraftsTests {
  static var entries: [DraftsScreen.Entry] {
    var clarke = Patient(
      id: ID("p2"), version: 1, name: PersonName(family: "Clarke", given: "Winston", title: "Mr"),
      born: Rahela.day("1938-02-02"))
    clarke.nhsNumber = NHSNumber(stored: "9990202206")
    let now = Rahela.around.now
    return [
      .init(
        id: .plan(ID("p1")), patient: Rahela.patient, isSimilar: true, startedAt: now + -900, keptAt: now + -60,
        baseVersion: 7, changes: 3),
      .init(
        id: .plan(ID("p2")), patient: clarke, isSimilar: false, startedAt: now, keptAt: now, baseVersion: 0, changes: 1),
      .init(
        id: .plan(ID("p3")), patient: nil, isSimilar: false, startedAt: now, keptAt: now, baseVersion: 2, changes: 1),
    ]
  }

  func screen(_ entries: [DraftsScreen.Entry] = entries, practice: Bool = false) -> Driven<DraftsScreen> {
    var screen = DraftsScreen().placed()
    screen.around.isPractice = practice
    _ = screen.handle(.loaded(entries))
    return Driven(screen)
  }

  @Test("PAB-0015: a list of several people has no banner; each has name, born and number")
  func list() {
    let drawn = picture(of: screen(practice: true).screen)
    #expect(drawn.contains("PRACTICE"))
    #expect(drawn.contains(">BEGUM, Rahela (Mrs) [=]"))
    #expect(drawn.contains("Born 14-Jul-1941  999 012 3012"))
    #expect(drawn.contains("Draft from v7, 3 changes, begun 05-Jan-2016 09:27, kept 05-Jan-2016 09:41"))
    #expect(drawn.contains("Draft first plan, 1 change"))
    #expect(drawn.contains("Somebody whose record is no longer here"))
    #expect(!drawn.contains("Gender"))
    #expect(unread(drawn, in: screen(practice: true).screen.outline()) == [])
  }

  @Test("Enter goes on with the draft under the cursor")
  func goOn() {
    var it = screen()
    it.press("j <enter>")
    #expect(it.steps == [.open(.planEditor(ID("p2")))])
  }

  @Test("discarding asks, and only y discards")
  func discard() {
    var it = screen()
    it.press("x")
    #expect(it.screen.isTyping)
    #expect(picture(of: it.screen).contains("Discard the draft for BEGUM, Rahela (Mrs)?"))
    it.press("n")
    #expect(it.said == ["The draft is kept."] && it.screen.asked == nil)
    it.press("x <enter>")
    #expect(it.said == ["The draft is kept."])
    it.press("x <esc>")
    #expect(it.said == ["The draft is kept."])
    it.press("x y")
    #expect(it.steps == [.perform(.discard(.plan(ID("p1"))))])
    it.send(.discarded(.plan(ID("p1"))))
    #expect(it.said == ["The draft for BEGUM, Rahela (Mrs) is discarded. The published plan is as it was."])
    #expect(!picture(of: it.screen).contains("BEGUM"))
  }

  @Test("linear mode goes on with and discards drafts by number")
  func linear() {
    var it = screen()
    it.say("2")
    #expect(it.steps == [.open(.planEditor(ID("p2")))])
    it.say("4")
    #expect(it.screen.outline().prompt?.hasPrefix("Discard the draft for BEGUM") == true)
    it.say("no")
    #expect(it.said == ["The draft is kept."])
    it.say("4")
    it.say("y")
    #expect(it.works == [.discard(.plan(ID("p1")))])
  }

  @Test("a review in the making is listed beside the plan's draft, and opens where it was written")
  func review() {
    let now = Rahela.around.now
    var it = screen(
      Self.entries + [
        .init(
          id: .review(ID("p1")), patient: Rahela.patient, isSimilar: true, startedAt: now, keptAt: now, baseVersion: 7,
          changes: 0)
      ])
    #expect(picture(of: it.screen).contains("Review of v7, begun 05-Jan-2016 09:42, kept 05-Jan-2016 09:42"))
    it.press("<end> <enter>")
    #expect(it.steps == [.open(.planReview(ID("p1")))])
    it.press("x y")
    #expect(it.steps == [.perform(.discard(.review(ID("p1"))))])
  }

  @Test("no drafts, a failure and a read-only session are said in words")
  func words() {
    var it = screen([])
    #expect(picture(of: it.screen).contains("You have no unsaved draft."))
    it.press("x")
    #expect(it.said == ["There is no draft here. Esc goes back."])
    let problem = Problem("The drafts were not read.", because: "The folder is gone.", try: "Ask for help.")
    it.send(.failed(problem))
    #expect(it.steps == [.report(problem)])
    it = screen()
    it.screen.around.isReadOnly = true
    it.press("x")
    #expect(it.said.first?.contains("read-only") == true)
  }
}
