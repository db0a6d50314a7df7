import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Caseload") @MainActor struct CaseloadTests {
  private func opened(_ around: Surroundings = surroundings()) -> (CaseloadScreen, [Step<CaseloadScreen.Work>]) {
    var screen = CaseloadScreen()
    screen.around = around
    _ = screen.fit(Size(columns: 80, rows: 22))
    let steps = screen.begin()
    return (screen, steps)
  }

  @Test("the reader's own locality is listed first, its count and one's own views and drafts are asked for")
  func begins() {
    let (screen, steps) = opened()
    #expect(screen.query.filter.terms == [.init(.locality("South West"))])
    #expect(steps.contains(.replace("page", with: .readPage(screen.query, .first, limit: screen.list.area.rows + 4))))
    #expect(steps.contains(.replace("count", with: .count(screen.query))))
    #expect(steps.contains(.perform(.readViews)))
    #expect(steps.contains(.perform(.countDrafts)))
  }

  @Test("l shows everyone and the locality again; who has no locality is told why not")
  func scope() {
    var screen = caseload()
    #expect(screen.press("l").contains(.say("Showing everyone.")))
    #expect(screen.query.filter == .everyone)
    _ = screen.press("l")
    #expect(screen.query.filter.terms == [.init(.locality("South West"))])
    var other = caseload(around: surroundings(locality: nil))
    #expect(other.query.filter == .everyone)
    #expect(other.press("l") == [.say("Everyone is shown already. The staff list gives you no locality.")])
  }

  @Test("a digit opens the view of that number with its filter, sort and columns")
  func views() {
    var screen = caseload()
    let steps = screen.press("7")
    #expect(screen.view.name == "High risk")
    #expect(screen.sort == CaseloadSort(.risk))
    #expect(screen.query.filter.terms.contains(.init(.percentile(.atLeast, 80))))
    #expect(steps.contains(.replace("page", with: .readPage(screen.query, .first, limit: screen.list.area.rows + 4))))
    #expect(picture(of: screen, around: surroundings()).contains("Risk"))
  }

  @Test("rows of an earlier query are dropped, and its count too")
  func newestWins() {
    var screen = caseload(of: 38)
    let old = screen.query
    _ = screen.press("3")
    let late = CaseloadPage(rows: [mockPeople[0]], atStart: true, atEnd: true, firstNumber: nil)
    #expect(screen.handle(.pageRead(old, .first, late)).isEmpty)
    _ = screen.handle(.counted(old, 7))
    #expect(screen.countWords == "counting")
    _ = screen.handle(.counted(screen.query, 5))
    _ = screen.arrive(Array(mockPeople.prefix(2)), of: 5)
    #expect(screen.countWords == "5 of 412 shown")
    #expect(screen.list.rows.count == 2)
  }

  @Test("a count that comes before its rows is not lost")
  func earlyCount() {
    var screen = caseload(of: 38)
    _ = screen.press("3")
    _ = screen.handle(.counted(screen.query, 200))
    let page = CaseloadPage(rows: mockPeople, atStart: true, atEnd: false, firstNumber: nil)
    _ = screen.handle(.pageRead(screen.query, .first, page))
    #expect(screen.countWords == "200 of 412 shown")
  }

  @Test("a count that comes before its rows is not taken for that of the list that stands there, which ended")
  func earlyCountOverAWholeList() {
    var screen = caseload(Array(mockPeople.prefix(3)))
    _ = screen.press("3")
    _ = screen.handle(.counted(screen.query, 200))
    let page = CaseloadPage(rows: mockPeople, atStart: true, atEnd: false, firstNumber: nil)
    _ = screen.handle(.pageRead(screen.query, .first, page))
    #expect(screen.countWords == "200 of 412 shown")
    #expect(screen.moreWords.contains("more below"))
  }

  @Test("the filter acts with every letter; what cannot be read is said and the last good list stays")
  func filter() {
    var screen = caseload()
    _ = screen.press("/")
    #expect(screen.isTyping)
    _ = screen.type("begum")
    #expect(screen.query.filter.terms.contains(.init(.nameWord("begum"))))
    _ = screen.arrive([mockPeople[0]])
    #expect(screen.type(" age>").isEmpty)
    #expect(screen.fault?.column == 7)
    #expect(screen.query.filter.terms.contains(.init(.nameWord("begum"))))
    #expect(screen.list.rows.count == 1)
    let drawn = picture(of: screen, around: surroundings(), marks: true)
    #expect(drawn.contains("Column 7, age>: Something must follow age>, for example age>=80."))
    #expect(screen.press("<enter>").first?.saying?.hasPrefix("The filter is not kept yet.") == true)
    #expect(screen.isTyping)
    _ = screen.type("80")
    #expect(screen.fault == nil)
    #expect(screen.press("<enter>").isEmpty)
    #expect(!screen.isTyping)
    #expect(screen.filterText == "begum age>80")
  }

  @Test("letters that are commands elsewhere are typed into the filter box, and arrows move the list")
  func filterTypes() {
    var screen = caseload()
    _ = screen.press("/")
    _ = screen.type("jkqev1")
    #expect(screen.box.content == "jkqev1")
    _ = screen.arrive(mockPeople)
    _ = screen.press("<down>")
    #expect(screen.list.selectedID == mockPeople[1].id)
    #expect(screen.isTyping)
  }

  @Test("Esc clears the filter and stays on the person that was found")
  func clears() {
    var screen = caseload()
    _ = screen.press("/")
    _ = screen.type("petrov")
    _ = screen.arrive([mockPeople[5]])
    let steps = screen.press("<esc>")
    #expect(screen.filterText.isEmpty)
    #expect(
      steps.contains(
        .replace(
          "page", with: .readPage(screen.query, .around(mockPeople[5].position), limit: screen.list.area.rows + 4))))
    _ = screen.handle(
      .pageRead(
        screen.query, .around(mockPeople[5].position),
        CaseloadPage(rows: mockPeople, atStart: true, atEnd: true, firstNumber: nil)))
    #expect(screen.list.selectedID == mockPeople[5].id)
  }

  @Test("marks belong to people: they survive filters, views and reloads")
  func marks() {
    var screen = caseload()
    _ = screen.press("<space> <space>")
    #expect(screen.marked == [mockPeople[0].id, mockPeople[1].id])
    #expect(screen.list.selectedID == mockPeople[2].id)
    _ = screen.press("3")
    _ = screen.arrive(Array(mockPeople.reversed()))
    _ = screen.handle(.recordsChanged)
    _ = screen.arrive(mockPeople)
    #expect(screen.marked.count == 2)
    #expect(picture(of: screen, around: surroundings()).contains("* 2 marked"))
    _ = screen.press("<home> <space>")
    #expect(screen.marked == [mockPeople[1].id])
  }

  @Test("the selection survives a reload, even when rows come before it")
  func reload() {
    var screen = caseload(Array(mockPeople.dropFirst()))
    _ = screen.press("j j j")
    let selected = screen.list.selectedID
    _ = screen.handle(.recordsChanged)
    _ = screen.arrive(mockPeople)
    #expect(screen.list.selectedID == selected)
  }

  @Test("Enter opens the person with the way back to their neighbours, e opens the plan, D the drafts")
  func opens() {
    var screen = caseload()
    let trail = Trail(query: screen.query, position: mockPeople[0].position)
    #expect(screen.press("<enter>") == [.open(.person(mockPeople[0].id, trail: trail))])
    #expect(screen.press("e") == [.open(.planEditor(mockPeople[0].id))])
    #expect(screen.press("D") == [.open(.drafts)])
  }

  @Test("in a read-only session nothing that writes is begun, and the reason is said")
  func readOnly() {
    var screen = caseload(around: surroundings(readOnly: true))
    #expect(
      screen.press("e") == [
        .say("This session is read-only, so care plans cannot be edited. Open mdt without --read-only.")
      ])
    _ = screen.press("v")
    for _ in 0..<20 { _ = screen.press("j") }
    #expect(screen.press("<enter>").first?.saying?.contains("read-only") == true)
    #expect(picture(of: screen, around: surroundings(readOnly: true)).contains("READ-ONLY"))
  }

  @Test("s sorts by another column, and by the same one the other way round")
  func sorts() {
    var screen = caseload()
    _ = screen.press("s j j <enter>")
    #expect(screen.sort == CaseloadSort(.risk, descending: true))
    _ = screen.press("s <enter>")
    #expect(screen.sort == CaseloadSort(.risk, descending: false))
    _ = screen.press("s <esc>")
    #expect(screen.mode == .list)
  }

  @Test("a view of one's own keeps filter, sort and columns under a name nobody else's view has")
  func savesView() {
    var screen = caseload()
    _ = screen.press("7 /")
    _ = screen.type("age>80")
    _ = screen.press("<enter> v")
    while screen.viewChoices[screen.menu?.selected ?? 0] != .save { _ = screen.press("j") }
    _ = screen.press("<enter>")
    #expect(screen.press("<enter>").first?.saying == "A view needs a name. Type one, or press Esc to keep none.")
    _ = screen.type("overdue")
    #expect(screen.press("<enter>").first?.saying?.contains("everybody has") == true)
    _ = screen.press("<ctrl-u>")
    _ = screen.type("Old and at risk")
    let kept = CaseloadView(
      id: "", number: nil, name: "Old and at risk", filter: "percentile>=80 age>80", sort: .init(.risk),
      columns: [.risk, .plan], isOwn: true)
    #expect(screen.press("<enter>") == [.perform(.saveView(kept))])
    var saved = kept
    saved.id = "v1"
    _ = screen.handle(.viewSaved(saved))
    #expect(screen.view == saved)
    #expect(screen.typedFilter.isEmpty)
    #expect(screen.query.filter.terms.count == 3)
  }

  @Test("a view is removed by y only; any other key keeps it")
  func removesView() {
    let own = CaseloadView(
      id: "v1", number: nil, name: "Mine", filter: "mine", sort: .init(.name), isOwn: true)
    for (key, work) in [("<enter>", false), ("n", false), ("<space>", false), ("<esc>", false), ("y", true)] {
      var screen = caseload()
      _ = screen.handle(.viewsRead([own]))
      _ = screen.press("v")
      for _ in 0..<20 { _ = screen.press("j") }
      _ = screen.press("<enter> <enter>")
      #expect(screen.mode == .confirming(own))
      #expect(picture(of: screen, around: surroundings()).contains("Remove the view Mine? y removes it"))
      if key == "<space>" {
        _ = screen.type(" ")
      } else {
        let steps = screen.press(key)
        #expect(steps.contains(.perform(.removeView(own))) == work)
      }
      #expect(screen.mode == .list)
    }
  }

  @Test("a view whose filter cannot be read says so and changes nothing")
  func spoiltView() {
    var screen = caseload()
    let bad = CaseloadView(id: "v1", number: nil, name: "Bad", filter: "colour:red", sort: .init(.name), isOwn: true)
    _ = screen.handle(.viewsRead([bad]))
    let steps = screen.handle(.viewsPressed) + screen.handle(.choiceMade(9))
    #expect(steps.first?.problem?.what == "The view Bad was not opened.")
    #expect(screen.view.id == "all")
  }

  @Test("a list that cannot be read says so, keeps its rows, and asks again at the next move")
  func failure() {
    var screen = caseload()
    _ = screen.press("3")
    let problem = Problem("The caseload was not read.", because: "The store is busy.", try: "Try again in a moment.")
    #expect(screen.handle(.pageFailed(screen.query, problem)) == [.report(problem)])
    #expect(picture(of: screen, around: surroundings()).contains("Press 3 to try again."))
    #expect(screen.press("j").contains { $0.isReading })
    #expect(screen.handle(.failed(problem)) == [.report(problem)])
  }

  @Test("an empty list says what is missing and what to press")
  func empty() {
    func words(_ prepare: (inout CaseloadScreen) -> Void, _ around: Surroundings = surroundings()) -> String {
      var screen = caseload([], around: around)
      prepare(&screen)
      _ = screen.arrive([])
      return picture(of: screen, around: around)
    }
    let overdue = words { _ = $0.press("3") }
    #expect(overdue.contains("Nobody in the South West locality is in the view Overdue."))
    #expect(overdue.contains("Press 1 for all, or v for another view. Press l to look among everyone."))
    let filtered = words {
      _ = $0.press("/")
      _ = $0.type("zz")
    }
    #expect(filtered.contains("fits zz."))
    #expect(filtered.contains("Press Esc to clear the filter."))
    let none = words({ _ in }, surroundings(locality: nil))
    #expect(none.contains("There is nobody in this store yet."))
    #expect(none.contains("mdt import caseload FILE"))
  }

  @Test("drafts kept on this computer are offered once, at the start")
  func drafts() {
    var (screen, _) = opened()
    #expect(
      screen.handle(.draftsRead(2)) == [.say("2 drafts are kept unsaved on this computer. D opens them.")])
    #expect(screen.handle(.draftsRead(1)).isEmpty)
    #expect(screen.keptWords == "D 1 draft kept")
  }

  @Test("beside the list the record of the selected person is read, the newest wish only, and never another's shown")
  func pane() {
    var screen = caseload(size: Size(columns: 120, rows: 38))
    #expect(screen.press("j").contains(.replace("peek", with: .peek(mockPeople[1].id))))
    var record = PersonRecord(
      patient: Patient(id: mockPeople[0].id, version: 1, name: mockPeople[0].name, born: mockPeople[0].born))
    record.patient.language = "Sylheti"
    _ = screen.handle(.peeked(record))
    let size = Size(columns: 120, rows: 38)
    #expect(!picture(of: screen, size: size, around: surroundings()).contains("Sylheti"))
    _ = screen.press("k")
    #expect(picture(of: screen, size: size, around: surroundings()).contains("Sylheti"))
    var narrow = caseload()
    #expect(!narrow.press("j").contains { if case .later("peek", _, _) = $0 { true } else { false } })
  }

  @Test("i says what the marks of the selected person mean")
  func explains() {
    var screen = caseload()
    #expect(screen.press("i").first?.saying?.contains("review was due on 24-Dec-2015") == true)
    _ = screen.press("j j")
    #expect(screen.press("i").first?.saying?.contains("Nobody is named as social worker") == true)
    _ = screen.press("<end> k")
    #expect(screen.press("i").first?.saying?.contains("[=]") == true)
  }

  @Test("in no state has a key two meanings, and none is a key of the loop's")
  func keys() {
    let own = CaseloadView(id: "v", number: nil, name: "Mine", filter: "", sort: .init(.name), isOwn: true)
    let modes: [CaseloadScreen.Mode] = [
      .list, .filtering, .sorting(0), .views(0), .removing(0), .confirming(own), .naming,
    ]
    let loops = Set(Keys.parse("? : g u <ctrl-r> M . <ctrl-l> q <ctrl-g> <ctrl-p>"))
    for mode in modes {
      var screen = caseload()
      screen.mode = mode
      let keys = CaseloadScreen.commands.filter { $0.applies(screen) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(mode)")
      #expect(loops.isDisjoint(with: keys), "\(mode)")
    }
  }

  @Test("NID-0001: a name is never cut, however narrow its column")
  func names() {
    for row in mockPeople {
      for width in 8...44 {
        let lines = row.nameLines(width: width)
        #expect(lines.allSatisfy { TextWidth.width(of: $0) <= width })
        #expect(lines.joined().filter { $0 != " " } == row.listName().filter { $0 != " " })
      }
    }
  }

  @Test("linear: a number opens, a menu is chosen from by number, a filter is answered")
  func linear() {
    var screen = caseload()
    #expect(screen.outline().choiceCount == 10)
    let trail = Trail(query: screen.query, position: mockPeople[2].position)
    #expect(
      screen.event(forChoice: 3).map { screen.handle($0) } == [.open(.person(mockPeople[2].id, trail: trail))])
    #expect(screen.event(forChoice: 11) == nil)
    _ = screen.press("s")
    _ = screen.event(forChoice: 4).map { screen.handle($0) }
    #expect(screen.sort.order == .born)
    _ = screen.press("/")
    #expect(screen.outline().prompt != nil)
    _ = screen.event(forAnswer: "age>80").map { screen.handle($0) }
    #expect(screen.mode == .list)
    #expect(screen.filterText == "age>80")
    _ = screen.press("/")
    _ = screen.event(forAnswer: "-").map { screen.handle($0) }
    #expect(screen.filterText.isEmpty)
  }
}

extension Step {
  var saying: String? { if case .say(let text) = self { text } else { nil } }
  var problem: Problem? { if case .report(let problem) = self { problem } else { nil } }
}

extension Step where Work == CaseloadScreen.Work {
  var isReading: Bool { if case .replace(_, with: .readPage) = self { true } else { false } }
}
