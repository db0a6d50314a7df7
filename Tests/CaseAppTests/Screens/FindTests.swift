import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Find") @MainActor struct FindTests {
  private func found(_ row: CaseloadRow, _ by: String...) -> FoundPerson { FoundPerson(row: row, foundBy: by) }

  private var results: FindResults {
    let begum = mockPeople[0]
    return FindResults(
      people: [
        found(mockPeople[7], "name"), found(mockPeople[8], "name"), found(mockPeople[6], "sounds alike", "birth year"),
      ],
      passages: [
        FoundPassage(
          patient: begum.id, name: begum.name, born: begum.born, nhsNumber: begum.nhsNumber, source: "Care plan v7",
          excerpt: "..Nurjahan will ring her daughter..")
      ], staff: [surroundings().actor.staff])
  }

  private func opened(
    _ text: String = "nur", size: Size = Size(columns: 80, rows: 22), around: Surroundings = surroundings()
  ) -> FindScreen {
    var screen = FindScreen(text)
    screen.around = around
    _ = screen.fit(size)
    _ = screen.begin()
    return screen
  }

  private func answered(_ size: Size = Size(columns: 80, rows: 22)) -> FindScreen {
    var screen = opened(size: size)
    _ = screen.handle(.found("nur", results))
    return screen
  }

  @Test("every letter looks anew, the newest counts, and only what is settled on is recorded")
  func typing() {
    var screen = opened("")
    #expect(screen.handle(.typed(.character("n"))) == look("n"))
    #expect(screen.handle(.typed(.character("u"))) == look("nu"))
    _ = screen.handle(.found("n", results))
    #expect(screen.results == nil)
    _ = screen.handle(.found("nu", results))
    #expect(screen.hits.count == 5)
  }

  private func look(_ text: String) -> [Step<FindScreen.Work>] {
    [.replace("find", with: .find(text)), .later("record", seconds: 2, .record(text))]
  }

  @Test("Enter opens the person and records the search, once")
  func opens() {
    var screen = answered()
    let person = Step<FindScreen.Work>.open(.person(mockPeople[7].id, trail: nil))
    #expect(screen.handle(.openPressed) == [.replace("record", with: .record("nur")), person])
    _ = screen.handle(.recorded("nur"))
    #expect(screen.handle(.openPressed) == [person])
    #expect(screen.workBeforeStopping() == nil)
  }

  @Test("who leaves after looking has their search recorded; a read-only session records nothing")
  func leaving() {
    #expect(answered().workBeforeStopping() == .record("nur"))
    #expect(opened("").workBeforeStopping() == nil)
    var readOnly = opened(around: surroundings(readOnly: true))
    _ = readOnly.handle(.found("nur", results))
    #expect(readOnly.workBeforeStopping() == nil)
    #expect(readOnly.handle(.typed(.character("j"))) == [.replace("find", with: .find("nurj"))])
  }

  @Test("Tab goes from group to group and round, arrows from hit to hit")
  func moving() {
    var screen = answered()
    var seen: [Int] = []
    for _ in 0..<3 {
      _ = screen.handle(.groupMoved(1))
      seen.append(screen.selection)
    }
    #expect(seen == [3, 4, 0])
    _ = screen.handle(.groupMoved(-1))
    #expect(screen.selection == 4)
    _ = screen.handle(.moved(-1))
    #expect(screen.handle(.openPressed).last == .open(.person(mockPeople[0].id, trail: nil)))
    _ = screen.handle(.moved(9))
    #expect(
      screen.handle(.openPressed).last?.saying
        == "Rashid Khan, care navigator, GP Care Group: no phone and no e-mail recorded.")
  }

  @Test("a search that fails says so, keeps the text, and finds again when typing goes on")
  func failure() {
    var screen = opened()
    let problem = Problem("Nothing was found.", because: "The store is busy.", try: "Try again in a moment.")
    #expect(screen.handle(.failed("nur", problem)) == [.report(problem)])
    #expect(screen.text == "nur")
    #expect(picture(of: screen, around: surroundings()).contains("The store is busy."))
    _ = screen.handle(.typed(.character("j")))
    #expect(screen.failure == nil)
  }

  @Test("nothing found says what to try; more than fits says so")
  func edges() {
    var screen = opened("zz")
    _ = screen.handle(.found("zz", FindResults()))
    let drawn = picture(of: screen, around: surroundings())
    #expect(drawn.contains("Nobody and nothing is found for zz."))
    #expect(drawn.contains("Try fewer words"))
    var many = results
    many.morePeople = true
    many.morePassages = true
    many.passages[0].hasSimilar = true
    var crowd = opened()
    _ = crowd.handle(.found("nur", many))
    #expect(picture(of: crowd, around: surroundings()).contains("5 shown, more match"))
    #expect(picture(of: crowd, around: surroundings()).contains("PLANS AND NOTES 1 shown, more match"))
    #expect(picture(of: crowd, around: surroundings()).contains("BEGUM, Rahela (Mrs) [=]"))
    #expect(picture(of: crowd, around: surroundings()).contains("PATIENTS 3 shown, more match: type more of the name"))
  }

  @Test("changed records are looked at again, and the one selected stays selected")
  func reload() {
    var screen = answered()
    _ = screen.handle(.moved(2))
    #expect(screen.handle(.recordsChanged) == [.replace("find", with: .find("nur"))])
    var fewer = results
    fewer.people.removeFirst()
    _ = screen.handle(.found("nur", fewer))
    #expect(screen.selection == 1)
  }

  @Test("mock-up 10 at 80 by 24") func picture80() {
    var screen = answered()
    _ = screen.handle(.moved(1))
    #expect(
      picture(of: screen, around: surroundings(), marks: true) == """
         MDT > Find  everything you may see   R. Khan, care navigator  05-Jan-2016 09:42
         hhhhhhhhhh                           bbbbbbbbbbbbbbbbbbbbbbb
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
         Find [nur                                           ]                  5 found
         llll kffffffffffffffffffffffffffffffffffffffffffffffk
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
         PATIENTS 3
         hhhhhhhhhh
           ALI, Nurjahan (Miss) [=]   11-Dec-1961 999 075 6538  name
           bbbbbbbbbbbbbbbbbbbbbbbb                             ????????????????????????
        >  ALI, Nurjahan (Mrs) [=]    05-Apr-1958 999 083 5721  name
        ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
           VAN DER MERWE-ASHWORTH,    21-Mar-1929 999 067 7344  sounds alike, birth year
           bbbbbbbbbbbbbbbbbbbbbbb                              ????????????????????????
             Philippa (Lady)
           bbbbbbbbbbbbbbbbb
         PLANS AND NOTES 1
         hhhhhhhhhhhhhhhhh
           BEGUM, Rahela (Mrs)        Care plan v7  ..Nurjahan will ring her daughter..
           bbbbbbbbbbbbbbbbbbb                      ????????????????????????????????????
                                      Born 14-Jul-1941  NHS No. 999 012 3012
                                      mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
         PEOPLE AND TEAMS 1
         hhhhhhhhhhhhhhhhhh
           Rashid Khan                care navigator, GP Care Group
           bbbbbbbbbbb



        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
         [=] similar names: check the full date and the NHS No.
         wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
         Try a name in any order, a birth date or year, an NHS No., a postcode,
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
         or words in a plan or note.  A few letters are enough.
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
         Not here?  Perhaps not enrolled.  Searches are recorded.
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
        """)
  }

  @Test("what is seen can be read, at every size", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: columns == 60 ? 16 : columns == 80 ? 22 : 38)
    for selection in 0..<5 {
      var screen = answered(size)
      _ = screen.handle(.moved(selection))
      screen.around = surroundings()
      let missing = unread(picture(of: screen, size: size), in: screen.outline())
      #expect(missing.filter { !$0.hasSuffix("y") || Int($0.dropLast()) == nil } == [])
    }
  }

  @Test("the cursor stands in the box while typing and on the chosen name after an arrow")
  func cursor() {
    var screen = answered()
    func cursor() -> Point? {
      var canvas = Canvas(Size(columns: 80, rows: 22))
      screen.draw(on: &canvas)
      return canvas.frame().cursor
    }
    #expect(cursor() == Point(column: 10, row: 2))
    _ = screen.handle(.moved(1))
    #expect(cursor() == Point(column: 3, row: 6))
    _ = screen.handle(.typed(.left))
    #expect(cursor()?.row == 2)
  }

  @Test("linear: an answer searches, a number opens, new-search asks again")
  func linear() {
    var screen = opened("")
    #expect(screen.outline().prompt != nil)
    #expect(screen.event(forAnswer: "nur").map { screen.handle($0) } == look("nur"))
    _ = screen.handle(.found("nur", results))
    #expect(screen.outline().prompt == nil)
    #expect(
      screen.event(forChoice: 2).map { screen.handle($0).last } == .open(.person(mockPeople[8].id, trail: nil)))
    _ = screen.handle(.cleared)
    #expect(screen.outline().prompt != nil)
  }
}
