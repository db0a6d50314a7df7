import CaseModel
import TerminalKit

extension PINScreen {
  static let commands: [Command<PINScreen, Event>] = [
    Command(
      "<enter>", "Go on", help: "Goes to the next box; after the last one the PIN is set.", hint: 1,
      when: { $0.isTyping }, event: { _ in .savePressed }),
    Command("<ctrl-s>", "Set it", help: "Sets the PIN.", hint: 2, when: { $0.isTyping }, event: { _ in .savePressed }),
    Command("<tab> <down>", "Next box", help: "Goes to the next box.", hint: 3, event: { _ in .moved(1) }),
    Command("<shift-tab> <up>", "Box before", help: "Goes to the box before.", event: { _ in .moved(-1) }),
  ]

  private var title: TitleRow { TitleRow(title: "Your PIN", scope: "", around: around) }

  private var explanation: [String] {
    [
      "A PIN has at least \(SecretRules.fewestDigits) digits; a passphrase at least \(SecretRules.fewestCharacters) characters.",
      "It unlocks your screen and shows that it is you. It is not kept in a form that anybody can read.",
      signingIn?.isSecretRequired == true && signingIn?.hasSecret == false
        ? "Here nobody works without one." : "Whoever forgets it asks an administrator to take it away.",
    ]
  }

  func draw(on canvas: inout Canvas) {
    title.draw(on: &canvas)
    canvas.rule(1)
    guard signingIn != nil else { return drawWaiting(problem, "It is being read whether you have one.", on: &canvas) }
    let columns = canvas.size.columns - 2
    var row = 3
    for sentence in explanation { row += canvas.writeWrapped(sentence, at: 1, row, columns: columns) }
    row += 1
    for box in boxes {
      let isFocused = box == focus
      canvas.write(isFocused ? ">" : " ", at: 1, row, as: .key)
      canvas.write(box.label, at: 3, row, as: .label)
      canvas.write("[", at: 22, row, as: .key)
      let shown = min(typed[box, default: ""].count, 31)
      canvas.write(String(repeating: "*", count: shown), at: 23, row)
      canvas.write("]", at: 55, row, as: .key)
      canvas.write("not shown", at: 57, row, as: .muted)
      if isFocused { canvas.placeCursor(at: 23 + shown, row) }
      row += 2
    }
    if isSaving { canvas.write("Setting it", at: 3, row, as: .muted) }
    if let complaint { canvas.writeWrapped("! \(complaint)", at: 1, row, columns: columns, as: .urgent) }
  }

  func outline() -> Outline {
    guard signingIn != nil else { return waitingOutline(problem, "It is being read whether you have one.") }
    var outline = Outline()
    title.read(into: &outline)
    for sentence in explanation { outline.text(sentence) }
    if let complaint { outline.text("! \(complaint)") }
    outline.isSecret = true
    outline.prompt = "\(focus.label) (:back leaves)"
    return outline
  }

  func event(forAnswer text: String) -> Event? { .answered(text) }
}

extension PINScreen.Box {
  var label: String {
    switch self {
    case .old: "The one you have"
    case .new: "The new one"
    case .again: "The new one again"
    }
  }
}
