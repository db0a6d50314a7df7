/// Words between quotation marks: they must stand in this order next to each other.
public struct FindPhrase: Hashable, Sendable {
  public var words: [String]
  /// The closing mark is not typed yet, so the last word may go on.
  public var isOpen: Bool

  public init(words: [String], isOpen: Bool = false) {
    self.words = words
    self.isOpen = isOpen
  }

  /// Where the phrase begins in a text's words; nil where it does not stand there.
  public func place(in text: [String]) -> Int? {
    guard !words.isEmpty, text.count >= words.count else { return nil }
    return (0...(text.count - words.count)).first { start in
      words.indices.allSatisfy { index in
        let word = text[start + index]
        return isOpen && index == words.count - 1 ? word.hasPrefix(words[index]) : word == words[index]
      }
    }
  }

  /// The words of a text as plans and notes are searched: an apostrophe parts them.
  public static func words(of text: some StringProtocol) -> [String] {
    let apart = String(text.map { "'\u{2019}`".contains($0) ? " " : $0 })
    return folded(apart).split(separator: " ").map(String.init)
  }
}
