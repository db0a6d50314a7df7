import CaseModel
import TerminalKit

/// What is said about the selected person: beside the list where there is room, below it where not.
extension CaseloadScreen {
  enum DetailPart: Hashable, Sendable {
    case heading(String)
    case fact(String, String)
    case text(String, Role)
  }

  /// The record, if it is the selected person's.
  private func record(of row: CaseloadRow) -> PersonRecord? { detail?.patient.id == row.id ? detail : nil }

  /// Everything the pane says, for eyes or for ears.
  func details(of row: CaseloadRow, _ audience: Audience = .staff) -> [DetailPart] {
    let standing = row.standing(on: around.today)
    let due = row.reviewDue.map { "\(audience.gap)review due \($0.shown(to: audience))" } ?? ""
    var parts: [DetailPart] = [.text("\(standing.words)\(due)", standing.role)]
    if standing.isOutOfDate { parts.append(.text("! OUT OF DATE", .urgent)) }
    if let died = row.died { parts.append(.fact("Died", died.shown(to: audience))) }
    parts += [
      .fact(row.died == nil ? "Born" : "Born, age at death", row.bornWithAge(on: around.today, audience)),
      .fact("Gender", row.gender?.words ?? "Not known"),
      .fact("NHS No.", row.nhsText),
      .fact("Named SW", row.namedSocialWorker ?? "(none)"),
      .fact("Practice", practice(of: row)),
      .fact("Enrolment", row.enrolment.words),
      .fact("Risk", risk(of: row, audience)),
    ]
    if row.hasSimilar {
      parts.append(.text("[=] similar name or number: check the full date and the NHS No.", .warning))
    }
    if let record = record(of: row) { parts += more(from: record, audience) }
    let count = row.dataQualityCount
    if count > 0, record(of: row) == nil {
      parts.append(.fact("Data quality", count == 1 ? "1 thing" : "\(count) things"))
    }
    return parts
  }

  private func more(from record: PersonRecord, _ audience: Audience) -> [DetailPart] {
    var parts: [DetailPart] = []
    if let plan = record.plan, plan.noPlanReason == nil {
      let reviewed = plan.lastReviewed.map { ", reviewed \($0.shown(to: audience))" } ?? ", not reviewed yet"
      parts.append(.fact("Care plan", plan.versionNumber == 0 ? "draft" : "v\(plan.versionNumber)\(reviewed)"))
      parts.append(.fact("Goals", "\(plan.goalCount), \(plan.improvingGoalCount) getting better"))
    }
    if let alone = record.patient.livesAlone { parts.append(.fact("Lives alone", alone ? "yes" : "no")) }
    if let language = record.patient.language { parts.append(.fact("Speaks", language)) }
    for member in record.team where member.role != "named_social_worker" {
      parts.append(.fact(member.roleWords, member.name))
    }
    if !record.partners.isEmpty {
      parts.append(.heading("PARTNER DATA"))
      parts += record.partners.map { .fact($0.organisationName, $0.age(on: around.today)) }
    }
    if !record.dataQuality.isEmpty {
      parts.append(.heading("DATA QUALITY"))
      parts += record.dataQuality.map { .text("~ \($0)", .soon) }
    }
    // Last, because it is what one can do without when the pane is full.
    if !record.timeline.isEmpty {
      parts.append(.heading("LAST EVENTS"))
      parts += record.timeline.prefix(3).map { .fact($0.on.shown(to: audience), "\($0.who): \($0.what)") }
    }
    return parts
  }

  private func practice(of row: CaseloadRow) -> String {
    let words = [row.practiceCode, record(of: row)?.patient.practiceName].compactMap { $0 }
    return words.isEmpty ? "(none)" : words.joined(separator: ", ")
  }

  /// R-RS-01: never a bare number. R-RS-02: what is old is said to be old.
  private func risk(of row: CaseloadRow, _ audience: Audience) -> String {
    guard let score = record(of: row)?.scores.first ?? row.score else { return "Not recorded" }
    switch score.age(on: around.today) {
    case .current: return score.inWords(audience)
    case .old: return "~ old: \(score.inWords(audience))"
    case .tooOldToList: return "~ too old to list by: \(score.inWords(audience))"
    }
  }

  /// Draws the pane in its own area.
  func drawPane(on canvas: inout Canvas) {
    guard hasRows, let row = list.selected else { return }
    let width = canvas.size.columns
    var line = canvas.writeWrapped(row.listName(), at: 0, 0, columns: width, as: .heading)
    canvas.rule(line)
    line += 1
    let last = canvas.size.rows - 1
    let parts = details(of: row)
    for part in parts {
      if line > last { break }
      let start = line
      line += draw(part, at: line, on: &canvas)
      // Nothing stops in the middle of a sentence unseen: what does not fit is said to go on in the record.
      guard line > canvas.size.rows || (line == canvas.size.rows && part != parts.last) else { continue }
      for row in min(start, last)...last { canvas.fill(row) }
      canvas.write("Enter shows more >>", at: 0, min(start, last), as: .muted)
      break
    }
  }

  private func draw(_ part: DetailPart, at line: Int, on canvas: inout Canvas) -> Int {
    let width = canvas.size.columns
    switch part {
    case .heading(let text):
      canvas.write(text, at: 0, line + 1, as: .heading)
      return 2
    case .text(let text, let role): return canvas.writeWrapped(text, at: 0, line, columns: width, as: role)
    case .fact(let label, let value):
      let labelWidth = TextWidth.width(of: label)
      // Short labels stand in a column of their own; a long one has a row to itself.
      guard labelWidth <= 13 else {
        canvas.write(label, at: 0, line, width: width, as: .label, cut: .mark)
        return 1 + canvas.writeWrapped(value, at: 2, line + 1, columns: width - 2, as: .strong)
      }
      canvas.write(label, at: 0, line, as: .label)
      return canvas.writeWrapped(value, at: 14, line, columns: width - 14, as: .strong)
    }
  }

  /// The two rows below the list where there is no pane.
  func drawSummary(on canvas: inout Canvas, from top: Int) {
    guard hasRows, let row = list.selected else { return }
    let width = canvas.size.columns - 2
    var column = 1 + canvas.write(row.name.family.uppercased(), at: 1, top, as: .strong) + 3
    // R-CP-04: said on every screen once the review is more than 90 days late.
    if row.standing(on: around.today).isOutOfDate {
      column += canvas.write("! OUT OF DATE", at: column, top, as: .urgent) + 3
    }
    for (label, value) in summary(of: row) {
      let needed = TextWidth.width(of: label) + 1 + TextWidth.width(of: value)
      guard column + needed <= width else { continue }
      if !label.isEmpty { column += canvas.write(label, at: column, top, as: .label) + 1 }
      column += canvas.write(value, at: column, top, as: .strong) + 3
    }
    guard top + 1 < canvas.size.rows else { return }
    let rows = canvas.size.rows - top - 1
    let risk = row.score == nil ? "Risk not recorded" : risk(of: row, .staff).capitalisedFirst
    canvas.writeWrapped(risk, at: 1, top + 1, columns: width, rows: rows)
  }

  private func summary(of row: CaseloadRow) -> [(String, String)] {
    [("Named SW", row.namedSocialWorker ?? "(none)")] + (row.reviewDue.map { [("review due", $0.short)] } ?? [])
      + [("Practice", row.practiceCode ?? "(none)"), ("", row.enrolment.words)]
  }
}
