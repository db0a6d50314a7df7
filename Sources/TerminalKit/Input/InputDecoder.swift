/// Makes keys and pastes of what a terminal sends. It remembers only a paste that has not ended yet.
public struct InputDecoder: Sendable {
  /// One piece of what a terminal sends.
  public enum Piece: Hashable, Sendable {
    /// A scalar, controls included.
    case scalar(Unicode.Scalar)
    /// A key that was recognised.
    case key(Key)
    /// What follows is pasted.
    case pasteBegins
    /// The paste is complete.
    case pasteEnds
  }

  private var pasted: String.UnicodeScalarView?

  /// A decoder that has seen nothing yet.
  public init() {}

  /// The events that a batch of pieces stands for.
  public mutating func decode(_ pieces: [Piece]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      if pasted != nil {
        index += 1
        if let text = takePasted(piece) { events.append(.paste(text)) }
      } else if let length = Self.sequenceLength(pieces[index...]) {
        index += length
        events.append(.key(.unknown))
      } else {
        index += 1
        switch piece {
        case .scalar(let scalar): events.append(.key(Self.key(for: scalar)))
        case .key(let key): events.append(.key(key))
        case .pasteBegins: pasted = String.UnicodeScalarView()
        case .pasteEnds: break
        }
      }
    }
    return events
  }

  /// Adds to the paste; the text when it is complete. Ctrl-C ends a paste whose end was lost on the way.
  private mutating func takePasted(_ piece: Piece) -> String? {
    switch piece {
    case .scalar("\u{03}"), .pasteEnds:
      defer { pasted = nil }
      return pasted.map { Self.normalised($0) }
    case .scalar(let scalar): pasted?.append(scalar)
    case .key(.enter): pasted?.append("\n")
    case .key, .pasteBegins: break
    }
    return nil
  }

  private static func normalised(_ scalars: String.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in scalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || last != "\r" {
        result.append(scalar)
      }
      last = scalar
    }
    return String(result)
  }

  private static func key(for scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) } ?? .unknown
    case 0x1C...0x1F: Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) } ?? .unknown
    case 0x00, 0x80...0x9F: .unknown
    default: .character(Character(scalar))
    }
  }

  /// The length of a control sequence nobody knows, so that its letters do not act as keys; nil if there is none.
  ///
  /// `Esc [ j` is what a quick hand types; a sequence has a digit in it, or ends with a capital letter.
  private static func sequenceLength(_ pieces: ArraySlice<Piece>) -> Int? {
    var scalars = pieces.lazy.map { piece in
      if case .scalar(let scalar) = piece { return scalar } else { return "\0" }
    }.makeIterator()
    guard scalars.next() == "\u{1B}", let introducer = scalars.next() else { return nil }
    if introducer == "O" { return ("A"..."Z").contains(scalars.next() ?? "\0") ? 3 : nil }
    guard introducer == "[" else { return nil }
    var length = 2
    var hasParameters = false
    while let scalar = scalars.next(), length < 64 {
      length += 1
      switch scalar {
      case "0"..."?", " "..."/": hasParameters = true
      case "A"..."Z": return length
      case "@"..."~": return hasParameters ? length : nil
      default: return nil
      }
    }
    return nil
  }
}
