import CTerminal
import TerminalKit

/// The looks of all meanings as this terminal can show them: attributes, and pairs of colours it agreed to.
struct Palette {
  struct Entry: Hashable {
    var attributes: UInt32
    var pair: Int32
  }

  private let entries: [Entry]

  /// Defines the pairs a theme needs. What the terminal refuses is shown without colour.
  @MainActor init(_ theme: Theme, colours: Int, highlightsWholeRows: Bool) {
    var pairs: [Colours: Int32] = [:]
    entries = Role.allCases.map { role in
      var style = theme.style(for: role, colours: colours)
      if role == .selected && !highlightsWholeRows { style.attributes = [] }
      guard !style.isColourless else { return Entry(style) }
      let wanted = Colours(foreground: style.foreground ?? -1, background: style.background ?? -1)
      if let known = pairs[wanted] { return Entry(style, pair: known) }
      let pair = Int32(pairs.count + 1)
      guard ct_define_pair(pair, wanted.foreground, wanted.background) != 0 else {
        return Entry(Theme.monochrome(role))
      }
      pairs[wanted] = pair
      return Entry(style, pair: pair)
    }
  }

  subscript(role: Role) -> Entry {
    let index = Int(role.rawValue)
    return entries.indices.contains(index) ? entries[index] : Entry(attributes: 0, pair: 0)
  }
}

private struct Colours: Hashable {
  var foreground: Int32
  var background: Int32
}

extension Palette.Entry {
  init(_ style: Style, pair: Int32 = 0) {
    self.init(attributes: style.attributes.rawValue, pair: pair)
  }
}
