/// The text as it may be shown: no control reaches a terminal, nothing invisible hides, nothing turns the line round.
///
/// - Controls, C1 and DEL included, become U+FFFD; a tab becomes a space.
/// - Line ends become a newline when `keepingNewlines`, otherwise a space.
/// - Direction controls, joiners and selectors after emoji and all other invisible characters are dropped.
/// - U+200C and U+200D stay between Indic letters, where they are spelling.
/// - A letter carries at most four combining marks.
///
/// Text of printable ASCII comes back as it is.
public func safe(_ text: String, keepingNewlines: Bool = false) -> String {
  if isPlain(text, keepingNewlines: keepingNewlines) { return text }
  var sanitiser = Sanitiser(keepingNewlines: keepingNewlines)
  var result = String.UnicodeScalarView()
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let following = scalars.index(after: index)
    let next = following < scalars.endIndex ? scalars[following] : nil
    if let shown = sanitiser.shown(scalars[index], before: next) { result.append(shown) }
    index = following
  }
  return String(result)
}

/// The text as it may be shown; see ``safe(_:keepingNewlines:)-(String,_)``.
public func safe(_ text: some StringProtocol, keepingNewlines: Bool = false) -> String {
  safe(String(text), keepingNewlines: keepingNewlines)
}

private func isPlain(_ text: String, keepingNewlines: Bool) -> Bool {
  text.utf8.allSatisfy { byte in
    (0x20...0x7E).contains(byte) || (keepingNewlines && byte == 0x0A)
  }
}
