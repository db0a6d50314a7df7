import CaseModel
import TerminalKit

/// The administration: its offices, each a list with a page for every row and forms for what is done there. No word of
/// anybody's care is read here; who may do what the store decides, and the command says beforehand why not.
struct AdministrationScreen: Screen {
  static let name = "Administration"

  enum Part: Hashable, Sendable {
    case list
    /// A row's own page.
    case row(String)
  }

  /// A row by its identifier.
  struct Link: Hashable, Sendable { var id: String }

  enum Event: Sendable {
    case moved(PageCursor.Move)
    case rowPressed, rowChosen(Int), backPressed
    case actPressed(OfficeAct)
    case filterPressed, filterKept, filterLeft
    case typed(Key), pasted(String), answered(String)
    case fieldMoved(Int), enterPressed, savePressed, formLeft
    case read(OfficeContents)
    case rowRead(String, [OfficeRow.Fact])
    case done(String)
    case notDone(Problem)
    case failed(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(Office, limit: Int)
    case readRow(Office, String)
    case act(OfficeAct, on: OfficeRow?, [String: String])
  }

  let office: Office
  var contents: OfficeContents?
  /// What a row's page says besides, once it has been read.
  var more: [String: [OfficeRow.Fact]] = [:]
  var failure: Problem?
  var part = Part.list
  var cursor = PageCursor()
  var listCursor = PageCursor()
  var filter = ""
  var isFiltering = false
  var box = TextEditor(limit: 100, isSingleLine: true)
  var form: OfficeForm?
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ office: Office) {
    self.office = office
    listCursor.stopsAtLinks = true
  }

  var isTyping: Bool { isFiltering || form != nil }

  mutating func begin() -> [Step<Work>] { [read] }

  private var read: Step<Work> { .replace("rows", with: .read(office, limit: 200)) }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    box.fit(columns: boxColumns)
    let columns = formColumns
    form?.fit(columns: columns)
    settle()
    return []
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
    case .moved(let move): moved(move)
    case .rowPressed:
      guard contents != nil else { return [read] }
      if let row = selected { return open(row) }
    case .rowChosen(let number):
      if rows.indices.contains(number) { return open(rows[number]) }
    case .backPressed:
      part = .list
      settle()
    case .actPressed(let act): begin(act)
    case .filterPressed, .filterKept, .filterLeft: handleFilter(event)
    case .typed, .pasted, .answered, .fieldMoved, .enterPressed, .savePressed, .formLeft: return handleTyping(event)
    case .read(let contents):
      failure = nil
      self.contents = contents
      settle()
    case .rowRead(let id, let facts):
      more[id] = facts
      settle()
    case .done(let words):
      form = nil
      return [.say(words), .recordsChanged, read] + rereading
    case .notDone(let problem):
      form?.isSaving = false
      return [.report(problem)]
    case .failed(let problem):
      if contents == nil { failure = problem }
      return [.report(problem)]
    case .recordsChanged: return [read] + rereading
    }
    return []
  }

  /// The row whose page is open is read again with the list.
  private var rereading: [Step<Work>] {
    guard case .row(let id) = part else { return [] }
    return [.replace("row", with: .readRow(office, id))]
  }

  private mutating func open(_ row: OfficeRow) -> [Step<Work>] {
    if office == .administration { return Office(rawValue: row.id).map { [.open(.administration($0))] } ?? [] }
    part = .row(row.id)
    cursor = PageCursor()
    settle()
    return rereading
  }

  private mutating func moved(_ move: PageCursor.Move) {
    if part == .list {
      listCursor.move(move, in: lines, rows: pageRows)
    } else {
      cursor.move(move, in: lines, rows: pageRows)
    }
  }

  mutating func settle() {
    if case .row(let id) = part, contents != nil, !all.contains(where: { $0.id == id }) { part = .list }
    if part == .list {
      listCursor.settle(lines, pageRows)
    } else {
      cursor.settle(lines, pageRows)
    }
  }

  // MARK: Rows

  var all: [OfficeRow] { contents?.rows ?? [] }

  /// Those whose words hold every word of the filter.
  var rows: [OfficeRow] {
    let words = filter.split(separator: " ").map { folded(String($0)) }.filter { !$0.isEmpty }
    guard !words.isEmpty else { return all }
    return all.filter { row in
      let text = folded("\(row.label) \(row.value) \(row.values.values.sorted().joined(separator: " "))")
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The row that an act is about.
  var selected: OfficeRow? {
    if case .row(let id) = part { return all.first { $0.id == id } }
    return listCursor.link(in: lines).flatMap { link in rows.first { $0.id == link.id } }
  }

  // MARK: Forms

  private mutating func begin(_ act: OfficeAct) {
    let row = act.isAboutRow ? selected : nil
    form = OfficeForm(act, about: row, today: around.today)
    let columns = formColumns
    form?.fit(columns: columns)
  }

  private mutating func handleFilter(_ event: Event) {
    switch event {
    case .filterPressed:
      isFiltering = true
      box = TextEditor(filter, limit: 100, isSingleLine: true)
      box.fit(columns: boxColumns)
    case .filterLeft:
      isFiltering = false
      filter = ""
    default: isFiltering = false
    }
    settle()
  }

  private mutating func handleTyping(_ event: Event) -> [Step<Work>] {
    guard form != nil else { return typedInFilter(event) }
    switch event {
    case .typed(let key): return told(form?.typed(key), key)
    case .pasted(let text): return told(form?.pasted(text), .unknown)
    case .answered(let text):
      form?.answer(text)
      return next()
    case .fieldMoved(let step): form?.move(step)
    case .enterPressed: return next()
    case .savePressed: return save()
    case .formLeft: form = nil
    default: break
    }
    return []
  }

  private mutating func next() -> [Step<Work>] {
    if form?.isAtEnd ?? true { return save() }
    form?.move(1)
    return []
  }

  private mutating func save() -> [Step<Work>] {
    guard var form, !form.isSaving else { return [] }
    if let missing = form.missing(today: around.today) {
      form.focus = missing.field
      self.form = form
      return [.say(missing.words)]
    }
    form.isSaving = true
    self.form = form
    return [.perform(.act(form.act, on: form.row, form.answers))]
  }

  private mutating func typedInFilter(_ event: Event) -> [Step<Work>] {
    var outcome: TextEditor.Outcome?
    var key = Key.unknown
    switch event {
    case .typed(let typed):
      key = typed
      outcome = box.handle(typed)
    case .pasted(let text): outcome = box.paste(text)
    case .answered(let text):
      box.replace(with: text == "-" ? "" : text)
      isFiltering = false
    default: break
    }
    filter = box.content
    settle()
    return told(outcome, key)
  }

  private func told(_ outcome: TextEditor.Outcome?, _ key: Key) -> [Step<Work>] {
    switch outcome {
    case .refused(let why): [.say(why)]
    case .ignored: [.say("\(key.named) does nothing in this box. ^G lists what can be done.")]
    case .changed, .moved, nil: []
    }
  }
}
