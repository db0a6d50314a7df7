import CaseModel
import TerminalKit

/// Where things stand in the editor at one size.
struct PlanEditorLayout {
  let size: Size

  /// The list of sections has a column of its own.
  var hasSections: Bool { size.columns >= 78 }
  var isWide: Bool { size.columns >= 110 }
  var sectionColumns: Int { hasSections ? (isWide ? 36 : 28) : 0 }
  var paneColumn: Int { hasSections ? sectionColumns + 1 : 0 }
  var paneColumns: Int { size.columns - paneColumn }
  /// Where values start in the pane.
  var valueColumn: Int { min(30, paneColumns * 2 / 5 + 1) }
  var lineColumns: Int { max(4, min(paneColumns - valueColumn - 3, 72)) }
  var textColumns: Int { max(4, min(paneColumns - 7, 100)) }
  /// The most rows of a box of several lines.
  var textRows: Int { min(max(size.rows - 15, 3), 10) }
  /// Rows of a list under its field.
  var listRows: Int { min(max(size.rows - 14, 2), 9) }
}

extension PlanEditing {
  var layout: PlanEditorLayout { PlanEditorLayout(size: size) }

  /// Gives the open box its room, and keeps the focus on a row that is there.
  mutating func fit(_ size: Size) {
    self.size = size
    focus = min(max(focus, 0), max(rows.count - 1, 0))
    guard case .box(var box) = mode else { return }
    if box.field.isTall {
      box.editor.fit(columns: layout.textColumns, rows: textRows(of: box))
    } else {
      box.editor.fit(columns: layout.lineColumns)
    }
    mode = .box(box)
  }

  /// A box of several lines grows with its text.
  func textRows(of box: PlanBox) -> Int {
    min(max(box.editor.lines(width: layout.textColumns).count + 1, 3), layout.textRows)
  }

  /// Rows under the pane: a rule, and as many as the question or summary takes.
  var footRows: Int {
    let usual = size.rows >= 20 ? 2 : 1
    let needed = foot.map { TextWidth.wrapped($0.text, to: max(size.columns - 2, 1)).count } ?? 0
    return 1 + min(max(usual, needed), 4)
  }

  /// What the left column says of a section.
  func state(of section: PlanSection, faults: [PlanFault], differences: [PlanDifference]) -> (text: String, role: Role)
  {
    let toFix = faults.count { $0.section == section }
    if toFix > 0 { return ("! \(toFix) to fix", .invalid) }
    let hasRaw = form.raw.keys.contains { form.plan[$0.item]?.kind.section == section }
    if hasRaw || differences.contains(where: { $0.section == section }) { return ("changed", .strong) }
    return form.plan.outline(section).allSatisfy(\.item.isEmpty) ? ("empty", .muted) : ("ok", .body)
  }

  /// What row 3 says at its left: which version this becomes, and from which it started.
  func title(_ audience: Audience) -> String {
    let next = base.versionNumber + 1
    if base.versionNumber > 0 {
      let of = base.at.map { " of \($0.day.shown(to: audience))" } ?? ""
      return "Care plan v\(next) draft from v\(base.versionNumber)\(of)"
    }
    if base.rowVersion != nil { return "Care plan, shared draft, not active yet" }
    return "Care plan v1, nothing published yet"
  }

  /// The same in as many words as fit: what it started from is told before that it is a draft, which stands beside it.
  func title(columns: Int) -> String {
    let whole = title(.staff)
    guard base.versionNumber > 0 else { return whole }
    let short = "Care plan v\(base.versionNumber + 1) from v\(base.versionNumber)"
    let forms = [whole, short + (base.at.map { " of \($0.day.short)" } ?? ""), short]
    return forms.first { TextWidth.width(of: $0) <= columns } ?? short
  }

  /// "draft kept 09:44", and what stands there before and when it could not be.
  var keepingWords: (text: String, role: Role) {
    if draftProblem != nil { return ("! DRAFT NOT KEPT", .urgent) }
    if isUnchanged, form.raw.isEmpty { return ("no changes yet", .muted) }
    if isUnkept { return ("keeping draft", .muted) }
    return (keptAt.map { "draft kept \($0.clock)" } ?? "draft kept", .body)
  }

  /// What the rows under the pane say; the question in hand comes first.
  var foot: (text: String, role: Role)? {
    if case .asking(let question) = mode { return (words(of: question), .warning) }
    if let summary { return (summary, .invalid) }
    if let newer { return ("! " + newerWords(newer), .urgent) }
    return nil
  }

  /// What the plan said before, when an answer says something else now.
  func before(_ place: AnswerPlace, _ field: PlanField, audience: Audience) -> String? {
    guard let item = form.plan[place.item] else { return nil }
    let earlier = item.kind.isSingle ? basePlan.single(item.kind) : basePlan[place.item]
    if form.raw[place] != nil {
      let value = item[place.key].map { field.words(for: $0, staff: staffNames, audience: audience) }
      return value.map { "The answer so far: \($0)" }
    }
    guard let earlier, earlier[place.key] != item[place.key] else { return nil }
    // Nothing was said in a plan that was not there.
    if base.rowVersion == nil, earlier[place.key] == nil { return nil }
    let said = earlier[place.key].map { field.words(for: $0, staff: staffNames, audience: audience) } ?? "not recorded"
    return "In \(baseName) this said: \(PlanRow.oneLine(said))"
  }

  /// How an entry stands: a mark and a word, or nothing.
  func state(of item: PlanItem, faults: [PlanFault], differences: [PlanDifference]) -> String {
    let toFix = faults.count { $0.place.item == item.id }
    if toFix > 0 { return "! \(toFix) to fix" }
    let own = differences.filter { $0.item == item.id }
    if own.contains(where: { if case .added = $0.change { true } else { false } }) { return "+ new" }
    return own.isEmpty ? "" : "changed"
  }

  /// What may be typed into a box.
  func hint(for box: PlanBox) -> String {
    let help = box.field.help.isEmpty ? "" : box.field.help.capitalisedFirst + ". "
    switch box.field.kind {
    case .day: return help + "Type 24 mar, 24/3/16, +3m or fri."
    case .number(let range): return "A whole number, \(range.lowerBound) to \(range.upperBound)."
    case .choices: return "Space ticks, Enter is done."
    case .staff: return "Type part of a name, Enter takes it."
    case .yesNo, .choice: return "Arrows or letters choose, Enter takes it."
    case .list: return help.isEmpty ? "One a line." : help
    case .line, .text: return help
    }
  }

  /// What a date or number means as it is typed, before it is accepted.
  func echo(of box: PlanBox, audience: Audience = .staff) -> String? {
    guard !box.isList, !box.field.takesAnyText, let typed = form.raw[box.place], !typed.trimmed.isEmpty,
      case .value(let value?) = box.field.reading(
        typed, current: form.value(at: box.place), today: around.today, staff: staff)
    else { return nil }
    if case .day = box.field.kind, let day = Day(iso: value) {
      return audience == .staff ? day.shortWithWeekday : day.longWithWeekday
    }
    return value
  }
}
