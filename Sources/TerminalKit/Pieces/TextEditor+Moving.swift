extension TextEditor {
  /// Does what a key means in a box; a key that means nothing here is ignored.
  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): return insert(String(character))
    case .enter: return isSingleLine ? .ignored : insert("\n")
    case .backspace: return backspace()
    case .delete: return delete()
    case .left: moveCaret(to: characterStart(before: caretIndex))
    case .right: moveCaret(to: characterEnd(after: caretIndex))
    case .wordLeft: moveCaret(to: wordStart(before: caretIndex))
    case .wordRight: moveCaret(to: wordEnd(after: caretIndex))
    case .home: moveInLine { $0.lowerBound }
    case .end: moveInLine { $0.upperBound }
    case .up: return moveLine(by: -1)
    case .down: return moveLine(by: 1)
    case .pageUp: return moveLine(by: -max(1, area.rows - 1))
    case .pageDown: return moveLine(by: max(1, area.rows - 1))
    case .control("u"): return clearLine()
    case .control("w"): return eraseWord()
    case .control("z"): return undo()
    case .control("r"): return redo()
    default: return .ignored
    }
    return .moved
  }

  /// Where the character before a place begins, even when the place is inside one.
  func characterStart(before index: String.Index) -> String.Index {
    guard index > content.startIndex else { return index }
    let inside = content[..<index]
    return inside.index(before: inside.endIndex)
  }

  /// Where the character after a place ends, even when the place is inside one.
  func characterEnd(after index: String.Index) -> String.Index {
    guard index < content.endIndex else { return index }
    return content[index...].index(after: index)
  }

  func wordStart(before index: String.Index) -> String.Index {
    let before = content.unicodeScalars[..<index]
    guard let letter = before.lastIndex(where: { !$0.properties.isWhitespace }) else { return content.startIndex }
    let gap = before[..<letter].lastIndex { $0.properties.isWhitespace }
    return gap.map { before.index(after: $0) } ?? content.startIndex
  }

  func wordEnd(after index: String.Index) -> String.Index {
    let after = content.unicodeScalars[index...]
    guard let letter = after.firstIndex(where: { !$0.properties.isWhitespace }) else { return content.endIndex }
    return after[letter...].firstIndex { $0.properties.isWhitespace } ?? content.endIndex
  }

  /// Moves to one end of the row the caret is in.
  private mutating func moveInLine(to end: (Range<String.Index>) -> String.Index) {
    let layout = layout
    let line = layout.lines[layout.caret.row]
    var target = end(line.range)
    if target == line.range.upperBound, !line.endsLine, target > line.range.lowerBound {
      target = content.unicodeScalars.index(before: target)  // the blank at which the row was broken
    }
    moveCaret(to: max(target, line.range.lowerBound))
  }

  /// Moves so many rows up or down, keeping to the column it started from.
  private mutating func moveLine(by step: Int) -> Outcome {
    if isSingleLine { return .ignored }
    let layout = layout
    let row = min(max(layout.caret.row + step, 0), layout.lines.count - 1)
    guard row != layout.caret.row else { return .moved }
    let goal = goalColumn ?? layout.caret.column
    offset = offset(of: layout.index(atColumn: goal, inRow: row, of: content))
    history.endGroup()
    settle()
    goalColumn = goal
    return .moved
  }
}
