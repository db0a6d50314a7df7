import CaseModel
import TerminalKit

/// One row of the audit with everything in words.
struct AuditRow: ListRow, Hashable {
  var event: AuditEvent
  /// `Jo Francis, care navigator, GP Care Group`
  var who: String
  var organisation: String
  /// What it was done to: `care plan`.
  var thing: String
  /// What for.
  var why: String
  var person: AuditedPerson?

  var id: Int { event.sequence }
  var key: Int { event.sequence }

  init(_ event: AuditEvent, _ names: AuditNames) {
    self.event = event
    who = event.who(names)
    organisation = names.organisation(of: event)
    thing = event.thing(names)
    why = event.why(names)
    person = names.person(of: event)
  }

  /// `opened record of BEGUM, Rahela (Mrs), NHS No. 999 012 3012: single view`; without the name where the whole list is
  /// of one person.
  func deed(_ audience: Audience, isOfOne: Bool) -> String {
    var names = AuditNames()
    if let id = event.patient, !isOfOne { names.people[CaseModel.ID(id)] = person }
    var shown = event
    // Its words were found when the row was read; identifiers in it are of no use here.
    shown.object = event.action == .search ? "" : thing
    let deed = shown.deed(names, audience)
    return (isAlarming ? "! " : "") + (why.isEmpty ? deed : "\(deed): \(why)")
  }

  /// Somebody was refused, or nobody else has said that they may.
  var isAlarming: Bool { event.action == .denied || event.relationship?.isOwnWord == true }

  /// From this many columns on, time, person and deed stand side by side.
  static let wide = 110

  struct Line: Hashable {
    var text: String
    var column: Int
    var role: Role
  }

  /// The row as lines of a list of so many columns, each with what stands on it. Nothing is cut.
  func lines(columns: Int, isOfOne: Bool) -> [[Line]] {
    let when = Line(text: event.at.short, column: 2, role: .strong)
    let (deed, role) = (deed(.staff, isOfOne: isOfOne), isAlarming ? Role.urgent : .body)
    let whoColumn = 21
    if columns >= AuditRow.wide {
      let deedColumn = whoColumn + 44
      let left = wrapped(who, whoColumn, to: deedColumn - 2, .strong)
      let right = wrapped(deed, deedColumn, to: columns - 1, role)
      return (0..<max(left.count, right.count)).map { row in
        (row == 0 ? [when] : []) + (row < left.count ? [left[row]] : []) + (row < right.count ? [right[row]] : [])
      }
    }
    var lines = wrapped(who, whoColumn, to: columns - 1, .strong).map { [$0] }
    lines[0].insert(when, at: 0)
    return lines + wrapped(deed, 4, to: columns - 1, role).map { [$0] }
  }

  private func wrapped(_ text: String, _ column: Int, to end: Int, _ role: Role) -> [Line] {
    // An NHS number stays on one line.
    let number = person?.nhsNumber?.spaced ?? ""
    let whole = number.isEmpty ? text : text.replacing(number, with: number.replacing(" ", with: "\u{A0}"))
    let found = TextWidth.wrapped(whole, to: max(end - column, 10)).map {
      Line(text: $0.text.replacing("\u{A0}", with: " "), column: column, role: role)
    }
    return found.isEmpty ? [Line(text: "", column: column, role: role)] : found
  }
}
