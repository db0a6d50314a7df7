import CaseModel
import TerminalKit

extension PlanVersionsScreen {
  func draw(on canvas: inout Canvas) {
    guard let head = head(.staff) else {
      drawWaiting(problem, "The versions are being read.", on: &canvas)
      return
    }
    let first = head.draw(on: &canvas)
    cursor.draw(lines, on: &canvas, from: first, rows: canvas.size.rows - first)
  }

  func outline() -> Outline {
    guard let content, let head = head(.linear) else {
      return waitingOutline(problem, "The versions are being read.")
    }
    var outline = Outline(head.outline + page(.linear).outline)
    guard part == .list, !content.versions.isEmpty else { return outline }
    outline.heading("To compare two")
    for version in content.versions {
      outline.choice(
        marked.contains(version.number) ? "Unmark version \(version.number)" : "Mark version \(version.number)")
    }
    if content.versions.count > 1 { outline.choice("Show what changed between the marked versions") }
    return outline
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - (head(.staff)?.rows(size) ?? 0), 1) }

  private func head(_ audience: Audience) -> PersonHead? {
    guard let content else { return nil }
    let plan = content.person.plan
    var head = PersonHead(
      patient: content.person.patient, state: "history", isSimilar: content.person.hasSimilar,
      standing: plan?.standing(on: around.today), nextReview: plan?.nextReview, around: around)
    head.glassUntil = content.person.glassUntil
    head.overrideUntil = content.person.overrideUntil
    switch part {
    case .list:
      head.title = "Signed versions of the care plan, newest first"
      head.side = (counted(content.versions.count, "version", "versions"), .muted)
    case .version(let signed):
      let isNewest = signed.summary.number == content.versions.first?.number
      head.title = "Care plan version \(signed.summary.number), signed, \(isNewest ? "the newest" : "superseded")"
      head.side = (signed.summary.signedAt.shown(to: audience), .body)
    case .difference(let old, let new):
      head.title = "What changed from version \(old.summary.number) to version \(new.summary.number)"
    }
    return head
  }

  func page(_ audience: Audience) -> Page<Link> {
    guard let content else { return Page() }
    switch part {
    case .list: return list(content, audience)
    case .version(let signed):
      var page = Page<Link>()
      page.text(signature(signed.summary, audience))
      page.text("A signed version never changes. This is what it said.", .muted)
      page.plan(signed.plan, staff: content.staff, audience: audience)
      return page
    case .difference(let old, let new):
      var page = Page<Link>()
      page.text("v\(old.summary.number)\(audience.gap)\(signature(old.summary, audience))", .muted)
      page.text("v\(new.summary.number)\(audience.gap)\(signature(new.summary, audience))", .muted)
      page.differences(from: old.plan, to: new.plan, staff: content.staff, audience: audience)
      return page
    }
  }

  private func signature(_ version: PlanVersionSummary, _ audience: Audience) -> String {
    let role = version.signedByRole.isEmpty ? "" : ", \(version.signedByRole)"
    return "Signed \(version.signedAt.shown(to: audience)) by \(version.signedBy)\(role). Reason: \(version.reason)."
  }

  private func list(_ content: Content, _ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    if content.versions.isEmpty {
      page.text("No version is signed yet. Esc goes back, and e there edits the plan so that it can be signed.")
    }
    for version in content.versions {
      let isMarked = marked.contains(version.number)
      let role = version.signedByRole.isEmpty ? "" : ", \(version.signedByRole)"
      let when = version.signedAt.shown(to: audience)
      let newest = version.number == content.versions.first?.number ? ", the newest" : ", superseded"
      page.text(
        ["\(isMarked ? "*" : " ") version \(version.number), signed\(newest)", when, "\(version.signedBy)\(role)"]
          .joined(separator: audience.gap), isMarked ? .marked : .strong, link: .version(version.number))
      let next = version.nextReview.map { "  Next review \($0.shown(to: audience))." } ?? ""
      page.text(
        "Reason: \(version.reason).\(next)\(isMarked ? "  Marked." : "")", indent: 4, link: .version(version.number))
    }
    return page
  }
}

extension Page {
  /// What was added, removed and changed, section by section.
  mutating func differences(from old: CarePlan, to new: CarePlan, staff: StaffNames, audience: Audience) {
    let found = PlanDifference.between(old, new)
    if found.isEmpty { text("Nothing: the two versions say the same.") }
    for section in PlanSection.allCases {
      let here = found.filter { $0.section == section }
      guard !here.isEmpty else { continue }
      gap()
      title(section.words)
      var about: ID<PlanItem>?
      for difference in here {
        switch difference.change {
        case .added(let item):
          text("+ added", .fresh, indent: 2)
          self.item(item, in: new, number: "", depth: 1, staff: staff, audience: audience, showsAbsent: false)
        case .removed(let item):
          text("removed", .strong, indent: 2)
          self.item(item, in: old, number: "", depth: 1, staff: staff, audience: audience, showsAbsent: false)
        case .changed(let key, let was, let now):
          guard let field = difference.kind.field(key) else { continue }
          if about != difference.item, !difference.kind.isSingle {
            text("changed: \(difference.kind.words), \(difference.headline)", .strong, indent: 2)
          }
          about = difference.item
          func words(_ value: String?) -> String { value.map { shown($0, field, staff, audience) } ?? "not recorded" }
          text(field.label, .label, indent: 4)
          fact("was", words(was), .muted, indent: 6)
          fact("now", words(now), indent: 6)
        }
      }
    }
  }
}
