import SafeText

/// A text cut into what fills terminal columns: a base scalar with the marks on it, made safe on the way.
///
/// This is the one road from a text to cells, so nothing reaches a picture unsanitised.
struct Columns: Sequence, IteratorProtocol {
  /// One or two columns of a text, and where in the text they came from.
  struct Element {
    var cell: Cell
    var width: Int
    var range: Range<String.Index>
    var isNewline: Bool { width == 0 }
    var isSpace: Bool { cell.base == " " && cell.isBare && width == 1 }
  }

  private let scalars: Substring.UnicodeScalarView
  private var index: String.Index
  private var sanitiser: Sanitiser

  init(_ text: Substring, keepingNewlines: Bool = false) {
    scalars = text.unicodeScalars
    index = scalars.startIndex
    sanitiser = Sanitiser(keepingNewlines: keepingNewlines)
  }

  init(_ text: String, keepingNewlines: Bool = false) {
    self.init(text[...], keepingNewlines: keepingNewlines)
  }

  mutating func next() -> Element? {
    let start = index
    var scalarStart = index
    while let scalar = take() {
      defer { scalarStart = index }
      guard let scalar else { continue }  // dropped: nothing is shown for it
      if scalar == "\n" { return Element(cell: Cell(" "), width: 0, range: scalarStart..<index) }
      var (cell, width) = Self.base(scalar)
      while let mark = takeMark() {
        if let mark { cell.add(mark) }
      }
      return Element(cell: cell, width: width, range: start..<index)
    }
    return nil
  }

  private static func base(_ scalar: Unicode.Scalar) -> (Cell, Int) {
    switch scalar.terminalColumns {
    case 1: return (Cell(scalar), 1)
    case 2: return (Cell(scalar), 2)
    case 0:
      var cell = Cell(" ")
      cell.add(scalar)
      return (cell, 1)
    default: return (Cell("\u{FFFD}"), 1)
    }
  }

  /// Takes one scalar: nil at the end, `.some(nil)` when nothing is shown for it.
  private mutating func take() -> Unicode.Scalar?? {
    guard index < scalars.endIndex else { return nil }
    let scalar = scalars[index]
    scalars.formIndex(after: &index)
    let next = index < scalars.endIndex ? scalars[index] : nil
    return .some(sanitiser.shown(scalar, before: next))
  }

  /// Takes one scalar only if it adds no column.
  private mutating func takeMark() -> Unicode.Scalar?? {
    guard index < scalars.endIndex, scalars[index].value >= 0x7F else { return nil }
    let before = (index, sanitiser)
    guard let scalar = take() else { return nil }
    if let scalar, scalar == "\n" || scalar.terminalColumns != 0 {
      (index, sanitiser) = before
      return nil
    }
    return .some(scalar)
  }
}
