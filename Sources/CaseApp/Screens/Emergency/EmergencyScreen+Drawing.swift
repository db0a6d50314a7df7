import CaseModel
import TerminalKit

extension EmergencyScreen {
  private static let labelColumns = 15

  func draw(on canvas: inout Canvas) {
    guard let view else {
      drawWaiting(problem, "The emergency view is being read.", on: &canvas)
      return
    }
    let row = drawBanner(of: view.patient, state: "EMERGENCY", on: &canvas, around: around)
    if fills {
      cursor.draw(lines, on: &canvas, from: row, rows: canvas.size.rows - row)
    } else {
      drawItems(view, from: row, on: &canvas)
    }
    if let code { drawCode(code, on: &canvas) }
    if let reason { drawReason(reason, on: &canvas) }
  }

  /// Each part gets its least; what is left goes to those that are never cut, then round and round to the others.
  private func drawItems(_ view: EmergencyView, from first: Int, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let room = columns - EmergencyScreen.labelColumns - 1
    let items = view.items(to: .staff)
    let wrapped = items.map { item in item.lines.map { TextWidth.wrapped($0, to: room).map(\.text) } }
    let wanted = wrapped.map { $0.reduce(0) { $0 + $1.count } }
    let heights = EmergencyScreen.heights(items, wanted, rows: canvas.size.rows - first)
    var row = first
    for (index, item) in items.enumerated() where heights[index] > 0 {
      let role = EmergencyScreen.role(item.weight)
      canvas.write(item.label, at: 1, row, as: .label)
      if index == 0 { canvas.placeCursor(at: 1, row) }
      let lines = RowShares.shorten(wrapped[index], to: heights[index]) { line in
        String(TextWidth.prefix(of: line, fitting: room - 3)) + " >>"
      }
      for (offset, line) in lines.flatMap({ $0 }).enumerated() {
        canvas.write(line, at: EmergencyScreen.labelColumns, row + offset, as: role)
      }
      row += heights[index]
    }
  }

  /// How many rows each part gets of those that there are.
  static func heights(_ items: [EmergencyItem], _ wanted: [Int], rows: Int) -> [Int] {
    RowShares.rows(
      zip(items, wanted).map { (wanted: $1, least: $0.isWhole ? $1 : $0.least) }, of: rows)
  }

  static func role(_ weight: EmergencyItem.Weight) -> Role {
    switch weight {
    case .urgent: .urgent
    case .strong: .strong
    case .body: .body
    case .muted: .muted
    }
  }

  private func drawCode(_ code: String, on canvas: inout Canvas) {
    let row = canvas.size.rows - 1
    canvas.fill(row, as: .selected)
    canvas.write("Key safe's code: \(code)   The next key hides it.", at: 1, row, as: .selected)
  }

  private func drawReason(_ reason: TextEditor, on canvas: inout Canvas) {
    let row = canvas.size.rows - 2
    canvas.fill(row)
    canvas.fill(row + 1)
    canvas.write("Why do you need the key safe's code? It is recorded.", at: 1, row, as: .label)
    canvas.write("[", at: 2, row + 1, as: .key)
    reason.draw(on: &canvas, at: 3, row + 1, isFocused: true)
    canvas.write("]", at: 3 + boxColumns, row + 1, as: .key)
  }

  // MARK: The rest

  /// The page is read line by line: asked for, or because the window is too small for what must be seen at once.
  var fills: Bool {
    if showsRest { return true }
    guard let view else { return false }
    let items = view.items(to: .staff)
    let room = max(size.columns - EmergencyScreen.labelColumns - 1, 1)
    let least = items.map { item in
      let wanted = item.lines.flatMap { TextWidth.wrapped($0, to: room) }.count
      return item.isWhole ? wanted : min(item.least, wanted)
    }
    return least.reduce(0, +) > pageRows
  }

  var lines: [PageLine<Int>] { page(.staff).lines(columns: size.columns) }

  var pageRows: Int {
    guard let view else { return 1 }
    var canvas = Canvas(Size(columns: size.columns, rows: 1))
    return max(size.rows - drawBanner(of: view.patient, state: "EMERGENCY", on: &canvas, around: around), 1)
  }

  /// What must be seen at once, whole, and everything else that the plan says.
  func page(_ audience: Audience) -> Page<Int> {
    var page = Page<Int>()
    guard let view else { return page }
    for item in view.items(to: audience) {
      page.fact(item.label, item.lines.joined(separator: "\n"), EmergencyScreen.role(item.weight))
    }
    page.gap()
    if let address = view.addresses.first { page.fact("Address", address.oneLine) }
    for telecom in view.telecoms { page.fact("Phone", telecom.number) }
    guard let plan = view.record?.plan else { return page }
    for section in CrisisSection.allCases {
      let fields = section.fields.filter { plan[$0] != nil }
      guard !fields.isEmpty else { continue }
      page.title(section.title)
      for field in fields { page.fact(field.label, field.shown(plan[field] ?? "", to: audience), indent: 2) }
    }
    if let signOff = view.signOff {
      page.fact(
        signOff.act.words, "\(signOff.at.shown(to: audience)), \(signOff.name), \(signOff.role.words.lowercasedFirst)")
    }
    page.text("This is not the legal form: where the signed form is stands under Documents.", .muted)
    return page
  }

  func outline() -> Outline {
    guard let view else { return waitingOutline(problem, "The emergency view is being read.") }
    var parts = bannerOutline(of: view.patient, state: "EMERGENCY", around: around)
    if let code { parts.append(.fact("Key safe's code", "\(code). The next key hides it")) }
    var outline = Outline(parts + page(.linear).outline)
    if reason != nil { outline.prompt = "Why do you need the key safe's code? It is recorded." }
    return outline
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  static let commands: [Command<EmergencyScreen, Event>] =
    [
      Command(
        "<space>", "Whole plan", help: "Shows everything that the plan says, and again the one screen.", hint: 1,
        when: { $0.isPlain }, event: { _ in .moreAsked }),
      Command(
        "K", "Key safe", help: "Asks why, then shows the code of the key safe until the next key; it is recorded.",
        hint: 2, when: { $0.isPlain }, unavailable: { $0.whyNoCode }, event: { _ in .keySafePressed }),
      Command(
        "e", "Crisis plan", help: "Goes to the crisis plan: its draft, its sign-offs, its copies, its uses.", hint: 3,
        when: { $0.isPlain }, event: { _ in .planPressed }),
      Command(
        "r", "Record", help: "Opens the person's record.", hint: 4, when: { $0.isPlain },
        event: { _ in .recordPressed }),
      Command(
        "<enter> <ctrl-s>", "Show code", help: "Records the reason and shows the code.", hint: 1,
        when: { $0.isTyping }, event: { _ in .reveal }),
      Command(
        "<esc>", "Go back", help: "Goes back to the one screen.", hint: 5,
        when: { $0.isTyping || $0.showsRest }, event: { _ in .backPressed }),
    ] + pageMoves(when: { $0.isPlain }) { .moved($0) }

  private var whyNoCode: String? {
    around.isReadOnly
      ? "Each look at the code is recorded, and this session is read-only. Start mdt without --read-only." : nil
  }
}
