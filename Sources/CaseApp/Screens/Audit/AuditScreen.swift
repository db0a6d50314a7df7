import CaseModel
import TerminalKit

/// Who did what to which record, newest first: everything, or what concerns one person; filtered, a row at a time, and
/// as the report that the person may have (handbook 8.4).
struct AuditScreen: Screen {
  static let name = "Audit"

  /// Everything that decides which rows are listed.
  struct Query: Hashable, Sendable {
    var about: ID<Patient>?
    var filter = AuditFilter.everything
  }

  enum Part: Hashable, Sendable {
    case list
    case row(AuditRow)
    case report(AccessReport)
  }

  /// Nothing in a page of this screen leads anywhere.
  enum Link: Hashable, Sendable { case nowhere }

  enum Event: Sendable {
    case moved(PageCursor.Move)
    case rowPressed, rowChosen(Int), personPressed, reportPressed, backPressed
    case filterPressed, filterKept, filterLeft
    case typed(Key), pasted(String), answered(String)
    case pageRead(Query, ListPage<Int>, AuditPage)
    case pageFailed(Query, Problem)
    case identified(PersonRecord)
    case reported(AccessReport)
    case recordsChanged
    case failed(Problem)
  }

  enum Work: Hashable, Sendable {
    case readPage(Query, ListPage<Int>, limit: Int)
    /// Whose audit it is, for the banner; opens no record.
    case identify(ID<Patient>)
    /// Makes the report and writes into the audit that it was made.
    case report(ID<Patient>)
  }

  var query: Query
  var person: PersonRecord?
  var list: ListWindow<AuditRow>
  /// The query of the rows that are shown.
  var shownQuery: Query?
  /// Why there are no rows.
  var failure: Problem?
  var part = Part.list
  var cursor = PageCursor()
  /// Rows have come while something else than the list was shown.
  var isStale = false
  var isFiltering = false
  var box = TextEditor(limit: 300, isSingleLine: true)
  /// Why the text in the box cannot be followed.
  var fault: AuditFilter.Fault?
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(about: ID<Patient>? = nil) {
    query = Query(about: about)
    list = ListWindow { row, columns in row.lines(columns: columns, isOfOne: about != nil).count }
  }

  var isTyping: Bool { isFiltering }

  mutating func begin() -> [Step<Work>] {
    let identify: [Step<Work>] = query.about.map { [.perform(.identify($0))] } ?? []
    return identify + refit() + read(list.begin())
  }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    box.fit(columns: boxColumns)
    cursor.settle(lines, pageRows)
    return refit()
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .moved(let move): return moved(move)
    case .rowPressed:
      guard hasRows else { return refit() + read(list.restart()) }
      if let row = list.selected { show(.row(row)) }
    case .rowChosen(let number):
      let visible = list.visible
      if visible.indices.contains(number) { show(.row(visible[number].row)) }
    case .personPressed:
      guard let id = list.selected?.event.patient else { return [.say("This row is about no one person.")] }
      return [.open(.audit(about: ID(id)))]
    case .reportPressed: return query.about.map { [.perform(.report($0))] } ?? []
    case .backPressed:
      show(.list)
      return isStale ? reload() : []
    case .filterPressed, .filterKept, .filterLeft, .typed, .pasted, .answered: return handleTyping(event)
    case .pageRead(let query, let page, let rows): return accept(rows, for: page, of: query)
    case .pageFailed(let query, let problem): return pageFailed(query, problem)
    case .identified(let record):
      person = record
      return refit()
    case .reported(let report):
      show(.report(report))
      isStale = true
    case .recordsChanged:
      // Every opening by anybody is a row; the page that is being read stays as it is.
      guard part == .list else {
        isStale = true
        return []
      }
      return reload()
    case .failed(let problem): return [.report(problem)]
    }
    return []
  }

  private mutating func show(_ part: Part) {
    self.part = part
    cursor = PageCursor()
    cursor.settle(lines, pageRows)
  }

  // MARK: The list

  /// Whether there is something to show for what was asked.
  var hasRows: Bool { !list.rows.isEmpty && shownQuery == query }

  private mutating func read(_ page: ListPage<Int>?) -> [Step<Work>] {
    guard let page else { return [] }
    return [.replace("page", with: .readPage(query, page, limit: list.length(of: page)))]
  }

  private mutating func reload() -> [Step<Work>] {
    isStale = false
    return read(list.rows.isEmpty ? list.begin() : list.reload())
  }

  private mutating func refit() -> [Step<Work>] {
    read(list.fit(Size(columns: size.columns, rows: listRows)))
  }

  private mutating func moved(_ move: PageCursor.Move) -> [Step<Work>] {
    guard part == .list else {
      cursor.move(move, in: lines, rows: pageRows)
      return []
    }
    guard shownQuery == query else { return list.awaited == nil ? read(list.restart()) : [] }
    switch move {
    case .up: return read(list.move(by: -1))
    case .down: return read(list.move(by: 1))
    case .pageUp: return read(list.movePage(by: -1))
    case .pageDown: return read(list.movePage(by: 1))
    case .home: return read(list.home())
    case .end: return read(list.end())
    }
  }

  private mutating func accept(_ page: AuditPage, for request: ListPage<Int>, of query: Query) -> [Step<Work>] {
    guard query == self.query else { return [] }
    failure = nil
    let next = list.accept(page.rows, for: request, atStart: page.atStart, atEnd: page.atEnd)
    shownQuery = query
    return read(next)
  }

  private mutating func pageFailed(_ query: Query, _ problem: Problem) -> [Step<Work>] {
    guard query == self.query else { return [] }
    list.abandon()
    failure = problem
    return [.report(problem)]
  }

  // MARK: The filter

  private mutating func handleTyping(_ event: Event) -> [Step<Work>] {
    switch event {
    case .filterPressed:
      isFiltering = true
      fault = nil
      box = TextEditor(query.filter.text, limit: 300, isSingleLine: true)
      box.fit(columns: boxColumns)
    case .filterLeft:
      isFiltering = false
      fault = nil
    case .filterKept: return keepFilter()
    case .typed(let key): return followed(box.handle(key), key)
    case .pasted(let text): return followed(box.paste(text), .unknown)
    case .answered(let text):
      box.replace(with: text == "-" ? "" : text)
      return keepFilter()
    default: break
    }
    return []
  }

  private mutating func followed(_ outcome: TextEditor.Outcome, _ key: Key) -> [Step<Work>] {
    switch outcome {
    case .changed, .moved:
      fault = nil
      return []
    case .refused(let why): return [.say(why)]
    case .ignored: return [.say("\(key.named) does nothing in this box. Enter lists what fits, Esc leaves it.")]
    }
  }

  private mutating func keepFilter() -> [Step<Work>] {
    do throws(AuditFilter.Fault) {
      let read = try AuditFilter(reading: box.content.trimmed, today: around.today)
      isFiltering = false
      fault = nil
      guard read != query.filter else { return [] }
      query.filter = read
      return self.read(list.restart())
    } catch {
      fault = error
      return [.say("Nothing was filtered. Column \(error.column): \(error.message)")]
    }
  }
}

/// A stretch of the audit as it was read.
struct AuditPage: Hashable, Sendable {
  var rows: [AuditRow]
  var atStart: Bool
  var atEnd: Bool
}

extension AuditScreen {
  private static func hasNone(_ screen: AuditScreen) -> String? {
    screen.hasRows ? nil : "No row is here. Press / to ask for others."
  }

  private static let isList: @Sendable (AuditScreen) -> Bool = { $0.part == .list && !$0.isFiltering }
  private static let isOpen: @Sendable (AuditScreen) -> Bool = { !$0.isFiltering }

  static let commands: [Command<AuditScreen, Event>] = [
    Command("<enter>", "Show row", help: "Shows the selected row whole.", hint: 1, when: isList) { _ in .rowPressed },
    Command(
      "/", "Filter",
      help: "Lists only what fits: staff:francis, action:view,print, denied, from:-7d, to:today, organisation:R9904.",
      hint: 2, when: isList
    ) { _ in .filterPressed },
    Command(
      "r", "Access report", help: "Says in plain words who has looked at this person's record; making it is recorded.",
      hint: 3, when: isList,
      unavailable: { screen in
        if screen.query.about == nil { return "A report is about one person. Press p on a row about them first." }
        return screen.around.isReadOnly
          ? "No report was made. This session only reads. Open mdt without --read-only to make one." : nil
      }
    ) { _ in .reportPressed },
    Command(
      "p", "Only this person", help: "Lists everything that was done to the record of the selected row's person.",
      hint: 4, when: { isList($0) && $0.query.about == nil }, unavailable: hasNone
    ) { _ in .personPressed },
    Command("<enter>", "List what fits", help: "Lists what fits the filter.", hint: 1, when: { $0.isFiltering }) { _ in
      .filterKept
    },
    Command("<esc>", "Leave filter", help: "Leaves the box and keeps the list as it was.", when: { $0.isFiltering }) {
      _ in .filterLeft
    },
    Command(
      "<esc> <left>", "Rows", help: "Goes back to the list.", hint: 1, when: { $0.part != .list && !$0.isFiltering }
    ) { _ in .backPressed },
    Command("j <down>", "Down", help: "Moves to the next row.", when: isOpen) { _ in .moved(.down) },
    Command("k <up>", "Up", help: "Moves to the row before.", when: isOpen) { _ in .moved(.up) },
    Command("<pgdn>", "Page down", help: "Moves a screenful on.", when: isOpen) { _ in .moved(.pageDown) },
    Command("<pgup>", "Page up", help: "Moves a screenful back.", when: isOpen) { _ in .moved(.pageUp) },
    Command("<home>", "Newest", help: "Moves to the newest row.", when: isOpen) { _ in .moved(.home) },
    Command("<end>", "Oldest", help: "Moves to the oldest row.", when: isOpen) { _ in .moved(.end) },
  ]

  func event(forChoice number: Int) -> Event? {
    guard part == .list, hasRows, list.visible.indices.contains(number - 1) else { return nil }
    return .rowChosen(number - 1)
  }

  func event(forAnswer text: String) -> Event? { isFiltering ? .answered(text) : nil }
}
