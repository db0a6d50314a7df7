import CaseModel
import TerminalKit

extension ClosedRecordScreen {
  static let commands: [Command<ClosedRecordScreen, Event>] =
    [
      Command(
        "<enter>", "Choose", help: "Takes the way that is selected, and asks for the reason.", hint: 1,
        when: { $0.way == nil }, event: { $0.closed == nil ? .recordsChanged : .choosePressed }),
      Command(
        "<enter> <ctrl-s>", "Open it", help: "Records the reason and opens the record.", hint: 1,
        when: { $0.way != nil }, event: { _ in .openPressed }),
      Command(
        "<esc>", "Back", help: "Goes back to the ways to open it; the reason stays.", hint: 2, when: { $0.way != nil },
        event: { _ in .backPressed }),
      Command(
        "c", "Consent", help: "Shows what this person has agreed to or refused, so that they can be asked again.",
        hint: 2, when: { $0.way == nil }, event: { _ in .consentPressed }),
      Command(
        "F", "Referral", help: "Records that this person was referred, which opens the record to the service.", hint: 3,
        when: { $0.way == nil }, event: { _ in .referralsPressed }),
      Command(
        "S", "Safeguarding", help: "Raises a safeguarding concern, for which nobody's consent is needed.", hint: 4,
        when: { $0.way == nil }, event: { _ in .socialCarePressed }),
      Command("<down> j", "Next", help: "Selects the next way.", when: { $0.way == nil }, event: { _ in .moved(1) }),
      Command(
        "<up> k", "Previous", help: "Selects the way before.", when: { $0.way == nil }, event: { _ in .moved(-1) }),
    ]
    + (1...6).map { number in
      Command(
        "\(number)", "Way \(number)", help: "Takes way \(number) and asks for the reason.", when: { $0.way == nil },
        event: { _ in .chosen(number - 1) })
    }

  var boxColumns: Int { max(size.columns - 6, 10) }

  func draw(on canvas: inout Canvas) {
    guard let closed else {
      drawWaiting(problem, "It is being read who this is.", on: &canvas)
      return
    }
    var row = drawBanner(of: closed.patient, state: "CLOSED", on: &canvas, around: around)
    canvas.rule(row)
    row += 1
    let columns = canvas.size.columns - 2
    row += canvas.writeWrapped("! This record is not open to you.", at: 1, row, columns: columns, as: .urgent)
    for sentence in [closed.why?.reason, closed.why?.advice].compactMap({ $0 }) {
      row += canvas.writeWrapped(sentence, at: 3, row, columns: columns - 2)
    }
    row += 1
    if let way {
      canvas.write(way.words, at: 1, row, width: columns, as: .heading, cut: .mark)
      row += canvas.writeWrapped(way.consequence, at: 1, row + 1, columns: columns) + 2
      canvas.write("Why?  At least 15 characters", at: 1, row, as: .label)
      canvas.write("[", at: 2, row + 1, as: .key)
      box.draw(on: &canvas, at: 3, row + 1, isFocused: true)
      canvas.write("]", at: 3 + boxColumns, row + 1, as: .key)
      return
    }
    guard !ways.isEmpty else { return }
    canvas.write("What would open it", at: 1, row, as: .heading)
    for (number, way) in ways.enumerated() {
      let role: Role = number == selection ? .selected : .body
      if number == selection {
        canvas.fill(row + 1 + number, as: .selected)
        canvas.write(">", at: 0, row + 1 + number, as: .selected)
        canvas.placeCursor(at: 3, row + 1 + number)
      }
      canvas.write("\(number + 1)  \(way.words)", at: 3, row + 1 + number, width: columns - 2, as: role, cut: .mark)
    }
    row += ways.count + 2
    canvas.writeWrapped(
      "Whatever opens it is recorded with your reason, and the person can be told who looked.", at: 1, row,
      columns: columns, as: .muted)
  }

  func outline() -> Outline {
    guard let closed else { return waitingOutline(problem, "It is being read who this is.") }
    var outline = Outline(bannerOutline(of: closed.patient, state: "CLOSED", around: around))
    outline.text("! This record is not open to you.")
    for sentence in [closed.why?.reason, closed.why?.advice].compactMap({ $0 }) { outline.text(sentence) }
    if let way {
      outline.heading(way.words)
      outline.text(way.consequence)
      outline.prompt = "Why? At least 15 characters (:back leaves)"
      return outline
    }
    guard !ways.isEmpty else { return outline }
    outline.heading("What would open it")
    for way in ways { outline.choice(way.words) }
    outline.text("Whatever opens it is recorded with your reason, and the person can be told who looked.")
    return outline
  }

  func event(forChoice number: Int) -> Event? { ways.indices.contains(number - 1) ? .chosen(number - 1) : nil }

  func event(forAnswer text: String) -> Event? { way == nil ? nil : .answered(text) }
}

extension ClosedRecordScreen.Way {
  var words: String {
    switch self {
    case .claim: "I look after this person: say how"
    case .glass(let reason): "Break the glass. \(reason.words)"
    }
  }

  var consequence: String {
    switch self {
    case .claim: "It opens to you for fourteen days. The privacy officer is told, and looks whether it was justified."
    case .glass: "It opens to you alone for 60 minutes. The privacy officer is told, and somebody else reviews it."
    }
  }
}
