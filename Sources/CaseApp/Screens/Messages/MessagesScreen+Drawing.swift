import CaseModel
import TerminalKit

extension MessagesScreen {
  struct Line: Hashable, Sendable {
    var message: Int
    /// On the first line of a message.
    var time: String?
    var text: String
  }

  private var textColumn: Int { 21 }

  /// Every message in as many rows as it needs: none is cut.
  var lines: [Line] {
    messages.enumerated().flatMap { index, message in
      let rows = TextWidth.wrapped(words(of: message), to: max(size.columns - textColumn - 1, 20))
      return rows.enumerated().map { row, line in
        Line(message: index, time: row == 0 ? message.at.short : nil, text: line.text)
      }
    }
  }

  private func words(of message: Message) -> String {
    message.weight == .problem ? "! Problem: \(message.text)" : message.text
  }

  private var scope: String {
    messages.count == 1 ? "1 message of this session" : "\(messages.count) messages of this session"
  }

  private static let nothing = [
    "Nothing has been said in this session yet.", "What mdt says about your work is kept here. Press Esc to go back.",
  ]

  func draw(on canvas: inout Canvas) {
    TitleRow(title: "Messages", scope: scope, around: around).draw(on: &canvas)
    canvas.rule(1)
    if messages.isEmpty {
      for (row, text) in MessagesScreen.nothing.enumerated() { canvas.write(text, at: 3, 3 + row, cut: .mark) }
      canvas.placeCursor(at: 3, 3)
      return
    }
    for (row, line) in lines.dropFirst(scroll.top).prefix(canvas.size.rows - 2).enumerated() {
      let isSelected = line.message == selection
      let own: Role = messages[line.message].weight == .problem ? .warning : .body
      if isSelected { canvas.fill(row + 2, as: .selected) }
      if let time = line.time {
        if isSelected {
          canvas.write(">", at: 0, row + 2, as: .selected)
          canvas.placeCursor(at: 3, row + 2)
        }
        canvas.write(time, at: 3, row + 2, as: isSelected ? .selected : .muted)
      }
      canvas.write(line.text, at: textColumn, row + 2, as: isSelected ? .selected : own)
    }
  }

  func outline() -> Outline {
    var outline = Outline()
    TitleRow(title: "Messages", scope: scope, around: around).read(into: &outline)
    for message in messages { outline.text("\(message.at.long). \(words(of: message))") }
    if messages.isEmpty { for text in MessagesScreen.nothing { outline.text(text) } }
    return outline
  }
}
