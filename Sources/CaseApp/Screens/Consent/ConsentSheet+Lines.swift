public import CaseModel
import TerminalKit

extension ConsentSheet {
  /// The page as it is printed: so many columns, a blank line between its parts. `safely` makes text from records safe
  /// before it is measured.
  public func lines(columns: Int = 80, safely: (String) -> String) -> [String] {
    func wrapped(_ text: String) -> [String] { TextWidth.wrapped(safely(text), to: columns).map(\.text) }
    var lines = wrapped(ConsentSheet.title.uppercased()) + [""] + heading.flatMap(wrapped)
    for section in sections {
      lines += [""] + wrapped(section.title.uppercased()) + section.paragraphs.flatMap(wrapped)
    }
    return lines
  }
}
