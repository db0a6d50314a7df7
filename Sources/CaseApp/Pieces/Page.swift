import CaseModel
import TerminalKit

/// What a reading screen says, written once: drawn in rows of any width and read as lines.
///
/// `Link` names what a part leads to: Enter on its line, or its number in linear mode, goes there.
struct Page<Link: Hashable & Sendable>: Hashable {
  struct Part: Hashable {
    var kind: Kind
    var indent = 0
    var link: Link?
  }

  enum Kind: Hashable {
    /// A title with something at the right end of its row.
    case title(String, side: Text?)
    /// A label and its value; the value wraps beside the label, or below a long one.
    case fact(String, Text)
    case text(Text)
    /// Several facts: a row each where there is room, one after the other where not.
    case facts([Fact])
    case rule
    case gap
    /// Side by side where there is room, one after the other where not.
    case beside([Part], [Part])
  }

  struct Fact: Hashable {
    var label: String
    var value: String
  }

  /// Words and what they mean.
  struct Text: Hashable {
    var words: String
    var role: Role
    init(_ words: String, _ role: Role = .body) {
      self.words = words
      self.role = role
    }
  }

  var parts: [Part] = []
  /// Whether the links are named as choices where the page is read.
  var choosesLinks = true

  mutating func title(_ text: String, side: Text? = nil, indent: Int = 0, link: Link? = nil) {
    parts.append(Part(kind: .title(text, side: side), indent: indent, link: link))
  }
  mutating func fact(_ label: String, _ value: String, _ role: Role = .body, indent: Int = 0, link: Link? = nil) {
    parts.append(Part(kind: .fact(label, Text(value, role)), indent: indent, link: link))
  }
  mutating func text(_ words: String, _ role: Role = .body, indent: Int = 0, link: Link? = nil) {
    parts.append(Part(kind: .text(Text(words, role)), indent: indent, link: link))
  }
  mutating func facts(_ facts: [Fact], indent: Int = 0, link: Link? = nil) {
    guard !facts.isEmpty else { return }
    parts.append(Part(kind: .facts(facts), indent: indent, link: link))
  }
  mutating func beside(_ left: Page, _ right: Page) {
    parts.append(Part(kind: .beside(left.parts, right.parts)))
  }
  mutating func rule() { parts.append(Part(kind: .rule)) }
  mutating func gap() { parts.append(Part(kind: .gap)) }

  // MARK: Reading

  /// The page as it is read. A link's first line is a choice, in the order of `links`.
  var outline: [Outline.Part] {
    var named = Set<Link>()
    return Page.outline(of: parts) { link in choosesLinks && named.insert(link).inserted }
  }

  /// What there is to go to, in the order of the page.
  var links: [Link] {
    var seen = Set<Link>()
    return Page.flat(parts).compactMap(\.link).filter { seen.insert($0).inserted }
  }

  private static func flat(_ parts: [Part]) -> [Part] {
    parts.flatMap { part in
      if case .beside(let left, let right) = part.kind { flat(left) + flat(right) } else { [part] }
    }
  }

  private static func outline(of parts: [Part], _ isFirst: (Link) -> Bool) -> [Outline.Part] {
    flat(parts).flatMap { part -> [Outline.Part] in
      let isChoice = part.link.map(isFirst) ?? false
      switch part.kind {
      case .title(let text, let side):
        let whole = side.map { "\(text), \($0.words.trimmed)" } ?? text
        return [isChoice ? .choice(whole) : .heading(whole)]
      case .fact(let label, let value):
        let lines = value.words.split(separator: "\n").map(String.init)
        let first = lines.first ?? ""
        return [isChoice ? .choice("\(label): \(first)") : .fact(label, first)] + lines.dropFirst().map { .text($0) }
      case .text(let text):
        let lines = text.words.split(separator: "\n").map { Outline.Part.text(String($0)) }
        return isChoice ? [.choice(text.words)] : lines
      case .facts(let facts): return facts.map { .fact($0.label, $0.value) }
      case .rule, .gap, .beside: return []
      }
    }
  }
}
