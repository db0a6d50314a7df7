/// Decides scalar by scalar what may be shown, remembering only what came just before.
///
/// Give it the scalars of one text in order.
public struct Sanitiser: Hashable, Sendable {
  /// How many combining marks one letter may carry.
  public static let mostMarks = 4

  private let keepingNewlines: Bool
  private var previous: Unicode.Scalar = " "
  private var marks = 0

  /// A sanitiser at the start of a text.
  public init(keepingNewlines: Bool = false) {
    self.keepingNewlines = keepingNewlines
  }

  /// What to show for `scalar`, or nil for nothing; `next` is the scalar that follows it in the text.
  public mutating func shown(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Unicode.Scalar? {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return base(scalar) }
    switch Showing(scalar) {
    case .asItIs: return base(scalar)
    case .asMark: return mark(scalar)
    case .asSpace: return base(" ")
    case .asReplacement: return base("\u{FFFD}")
    case .asLineEnd:
      if scalar == "\r" && next == "\n" { return nil }
      return base(keepingNewlines ? "\n" : " ")
    case .asJoiner: return isSpelling(before: next) ? mark(scalar) : nil
    case .notAtAll: return nil
    }
  }

  private mutating func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    previous = scalar
    marks = 0
    return scalar
  }

  private mutating func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard marks < Self.mostMarks else { return nil }
    previous = scalar
    marks += 1
    return scalar
  }

  private func isSpelling(before next: Unicode.Scalar?) -> Bool {
    guard previous.isIndic else { return false }
    if let next, next.isIndic { return true }
    return previous.properties.canonicalCombiningClass == .virama
  }
}

extension Unicode.Scalar {
  fileprivate var isIndic: Bool {
    (0x0900...0x0DFF).contains(value) || (0xA8E0...0xA8FF).contains(value)
  }
}
