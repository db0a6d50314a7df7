extension TextEditor {
  /// Types text at the caret.
  @discardableResult
  public mutating func insert(_ text: String) -> Outcome {
    let ends = text.contains { $0.isWhitespace }
    let outcome = put(text, as: text.count == 1 ? .typing : .other)
    if ends { history.endGroup() }
    return outcome
  }

  /// Puts pasted text at the caret, as one change.
  ///
  /// Line ends of other systems become newlines, or blanks where the box takes one line; controls are left out.
  @discardableResult
  public mutating func paste(_ text: String) -> Outcome {
    let outcome = put(Self.pasteable(text, isSingleLine: isSingleLine), as: .other)
    history.endGroup()
    return outcome
  }

  /// Takes the last scalar before the caret: a letter, or only the mark typed last on it.
  @discardableResult
  public mutating func backspace() -> Outcome {
    guard offset > 0 else { return .moved }
    let start = index(at: offset - 1)
    return erase(start..<caretIndex, as: .erasing)
  }

  /// Takes the whole character after the caret.
  @discardableResult
  public mutating func delete() -> Outcome {
    let start = caretIndex
    guard start < content.endIndex else { return .moved }
    return erase(start..<characterEnd(after: start), as: .other)
  }

  /// Takes the line of the text in which the caret stands, but not its end.
  @discardableResult
  public mutating func clearLine() -> Outcome {
    let caret = caretIndex
    let scalars = content.unicodeScalars
    let start = scalars[..<caret].lastIndex(of: "\n").map { scalars.index(after: $0) } ?? content.startIndex
    let end = scalars[caret...].firstIndex(of: "\n") ?? content.endIndex
    return start == end ? .moved : erase(start..<end, as: .other)
  }

  /// Takes the word before the caret.
  @discardableResult
  public mutating func eraseWord() -> Outcome {
    let start = wordStart(before: caretIndex)
    return start == caretIndex ? .moved : erase(start..<caretIndex, as: .other)
  }

  private mutating func put(_ text: String, as kind: TextHistory.Kind) -> Outcome {
    guard !text.isEmpty else { return .moved }
    let caret = caretIndex
    var scalars = content.unicodeScalars
    scalars.insert(contentsOf: text.unicodeScalars, at: caret)
    let changed = String(scalars)
    if let limit, changed.count > limit, changed.count > content.count {
      return .refused("This box takes \(limit) characters; with this there would be \(changed.count).")
    }
    history.keep(state, as: kind)
    content = changed
    offset += text.unicodeScalars.count
    settle()
    return .changed
  }

  private mutating func erase(_ range: Range<String.Index>, as kind: TextHistory.Kind) -> Outcome {
    history.keep(state, as: kind)
    offset = offset(of: range.lowerBound)
    var scalars = content.unicodeScalars
    scalars.removeSubrange(range)
    content = String(scalars)
    settle()
    return .changed
  }

  private static func pasteable(_ text: String, isSingleLine: Bool) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\r", "\u{2028}", "\u{2029}", "\u{85}": result.append(isSingleLine ? " " : "\n")
      case "\n": if last != "\r" { result.append(isSingleLine ? " " : "\n") }
      case "\t": result.append(" ")
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return String(result)
  }
}
