/// Keys written down, in the one notation that tests, help, scripts and documents share.
public enum Keys {
  /// Reads `j n <tab> <ctrl-s> <enter> <space>`.
  ///
  /// Blanks part keys and mean nothing else; other letters and signs stand for themselves, a lone `<` too.
  /// A name in angle brackets that is not a key's name reads as ``Key/unknown``, and so is never quietly typed.
  public static func parse(_ notation: String) -> [Key] {
    var keys: [Key] = []
    var rest = notation[...]
    while let character = rest.first {
      if character == "<", let (key, end) = named(in: rest) {
        keys.append(key)
        rest = rest[end...]
      } else {
        if character != " " && character != "\n" { keys.append(.character(character)) }
        rest.removeFirst()
      }
    }
    return keys
  }

  /// The keys as they would be written.
  public static func notation(of keys: [Key]) -> String {
    keys.map(\.notation).joined(separator: " ")
  }

  /// The keys that type a text, line ends as Enter.
  public static func typing(_ text: String) -> [Key] {
    text.map { character in
      switch character {
      case "\n", "\r", "\r\n": .enter
      case "\t": .tab
      default: .character(character)
      }
    }
  }

  private static func named(in text: Substring) -> (Key, String.Index)? {
    guard let close = text.dropFirst().firstIndex(where: { $0 == ">" || $0 == " " }), text[close] == ">" else {
      return nil
    }
    let name = text[text.index(after: text.startIndex)..<close].lowercased()
    guard !name.isEmpty else { return nil }
    return (key(named: name), text.index(after: close))
  }

  private static func key(named name: String) -> Key {
    if let known = KeyName.all.first(where: { $0.notation == name }) { return known.key }
    let letter = name.dropFirst("ctrl-".count)
    if name.hasPrefix("ctrl-"), letter.count == 1, let letter = letter.first { return .control(letter) }
    return .unknown
  }
}
