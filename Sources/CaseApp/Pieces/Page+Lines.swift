import TerminalKit

/// One row of a page, ready to be written.
struct PageLine<Link: Hashable & Sendable>: Hashable {
  struct Span: Hashable {
    var column: Int
    var words: String
    var role: Role
  }
  var spans: [Span] = []
  var link: Link?
  var isRule = false

  /// Nothing to read on it.
  var isBlank: Bool { spans.allSatisfy { $0.role == .rule } }
  /// Where the cursor stands when this line has the focus.
  var firstColumn: Int { spans.first?.column ?? 0 }
}

extension Page {
  /// From how many columns on two parts stand side by side.
  static var wide: Int { 110 }

  /// The page broken into rows of a width. Column 0 is kept for `>`.
  func lines(columns: Int) -> [PageLine<Link>] {
    Page.lines(of: parts, from: 1, to: columns - 1, isWide: columns >= Page.wide)
  }

  private static func lines(of parts: [Part], from left: Int, to right: Int, isWide: Bool) -> [PageLine<Link>] {
    parts.flatMap { part in
      let start = min(left + part.indent, max(left, right - 20))
      var lines = rows(of: part.kind, from: start, to: right, isWide)
      for index in lines.indices where lines[index].link == nil { lines[index].link = part.link }
      return lines
    }
  }

  private static func rows(of kind: Kind, from left: Int, to right: Int, _ isWide: Bool) -> [PageLine<Link>] {
    switch kind {
    case .gap: return [PageLine()]
    case .rule: return [PageLine(isRule: true)]
    case .title(let text, let side): return title(text, side, from: left, to: right)
    case .fact(let label, let value): return fact(label, value, from: left, to: right)
    case .text(let text): return wrapped(text, from: left, to: right)
    case .facts(let facts) where isWide:
      return facts.flatMap { fact($0.label, Text($0.value), from: left, to: right) }
    case .facts(let facts):
      return wrapped(Text(facts.map { "\($0.label): \($0.value)." }.joined(separator: "  ")), from: left, to: right)
    case .beside(let a, let b):
      guard isWide else { return lines(of: a + b, from: left, to: right, isWide: false) }
      let middle = (left + right) / 2
      return merged(
        lines(of: a, from: left, to: middle - 1, isWide: true),
        lines(of: b, from: middle + 2, to: right, isWide: true), middle)
    }
  }

  private static func wrapped(_ text: Text, from left: Int, to right: Int) -> [PageLine<Link>] {
    TextWidth.wrapped(text.words, to: right - left).map {
      PageLine(spans: [.init(column: left, words: $0.text, role: text.role)])
    }
  }

  private static func title(_ text: String, _ side: Text?, from left: Int, to right: Int) -> [PageLine<Link>] {
    guard let side else { return wrapped(Text(text, .heading), from: left, to: right) }
    let width = TextWidth.width(of: side.words)
    let span = PageLine<Link>.Span(column: max(right - width, left), words: side.words, role: side.role)
    var lines = wrapped(Text(text, .heading), from: left, to: right)
    if lines.count == 1, left + TextWidth.width(of: text) + 1 <= right - width {
      lines[0].spans.append(span)
    } else {
      lines.append(PageLine(spans: [span]))
    }
    return lines
  }

  private static func fact(_ label: String, _ value: Text, from left: Int, to right: Int) -> [PageLine<Link>] {
    let room = right - left
    let labelRoom = room < 58 ? 12 : room < 66 ? 16 : room < 100 ? 20 : 26
    let labelWidth = TextWidth.width(of: label)
    let isBeside = labelWidth < labelRoom
    let start = left + (isBeside ? labelRoom : 4)
    var lines = wrapped(value, from: start, to: right)
    let span = PageLine<Link>.Span(column: left, words: label, role: .label)
    if isBeside {
      lines[0].spans.insert(span, at: 0)
    } else if left + labelWidth + 2 + TextWidth.width(of: value.words) <= right, !value.words.contains("\n") {
      lines = [PageLine(spans: [span, .init(column: left + labelWidth + 2, words: value.words, role: value.role)])]
    } else {
      lines = wrapped(Text(label, .label), from: left, to: right) + lines
    }
    return lines
  }

  private static func merged(_ a: [PageLine<Link>], _ b: [PageLine<Link>], _ middle: Int) -> [PageLine<Link>] {
    (0..<max(a.count, b.count)).map { row in
      let (left, right) = (a.indices.contains(row) ? a[row] : nil, b.indices.contains(row) ? b[row] : nil)
      let divider = PageLine<Link>.Span(column: middle, words: "│", role: .rule)
      let spans = (left?.spans ?? []) + [divider] + (right?.spans ?? [])
      return PageLine(spans: spans, link: left?.link ?? right?.link)
    }
  }
}
