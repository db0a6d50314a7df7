import CaseModel
import TerminalKit

/// A form: what an act asks for, a box a question.
struct OfficeForm: Hashable, Sendable {
  let act: OfficeAct
  let row: OfficeRow?
  var boxes: [TextEditor]
  var focus = 0
  var isSaving = false

  init(_ act: OfficeAct, about row: OfficeRow?, today: Day) {
    self.act = act
    self.row = row
    boxes = act.fields.map { field in
      // What a form adds begins empty; what it changes begins as it is.
      let known = act.startsFromRow ? row?.values[field.key] : nil
      return TextEditor(known ?? (field.key == "from" ? today.short : ""), limit: 500, isSingleLine: true)
    }
  }

  var fields: [OfficeAct.Field] { act.fields }
  var title: String { row.map { "\(act.name): \($0.label)" } ?? act.name }
  var isAtEnd: Bool { focus == boxes.count - 1 }

  mutating func fit(columns: Int) { for index in boxes.indices { boxes[index].fit(columns: columns) } }

  mutating func typed(_ key: Key) -> TextEditor.Outcome { boxes[focus].handle(key) }
  mutating func pasted(_ text: String) -> TextEditor.Outcome { boxes[focus].paste(text) }
  /// In linear mode a line answers; a dash leaves the box empty, and an empty line cannot be told from none.
  mutating func answer(_ text: String) { boxes[focus].replace(with: text == "-" ? "" : text) }
  mutating func move(_ step: Int) { focus = min(max(focus + step, 0), boxes.count - 1) }

  var answers: [String: String] {
    Dictionary(zip(fields, boxes).map { ($0.key, $1.content.trimmed) }) { first, _ in first }
  }

  /// The first answer that is wanted and missing, or that cannot be read.
  func missing(today: Day) -> (field: Int, words: String)? {
    for (index, field) in fields.enumerated() {
      let text = boxes[index].content.trimmed
      if text.isEmpty {
        if !field.isOptional {
          return (index, "\(field.label) is wanted\(field.hint.isEmpty ? "" : ": \(field.hint)").")
        }
        continue
      }
      switch field.kind {
      case .day:
        if case .failure(let fault) = Day.typed(text, today: today) {
          return (index, "\(field.label): \(fault.message)")
        }
      case .role where StaffRole(reading: text) == nil:
        return (index, "\(field.label): \"\(text)\" is no role.")
      case .organisationKind where OrganisationKind(reading: text) == nil:
        return (index, "\(field.label): \"\(text)\" is no kind of organisation.")
      case .answer where !["y", "yes"].contains(text.lowercased()) && !field.isOptional:
        return (index, "\(field.label): y does it; Esc leaves everything as it is.")
      default: continue
      }
    }
    return nil
  }
}

extension OfficeAct {
  /// What is changed begins as it is.
  var startsFromRow: Bool {
    switch self {
    case .changeOrganisation, .changeSetting, .account, .comeBack, .link: true
    default: false
    }
  }
}
