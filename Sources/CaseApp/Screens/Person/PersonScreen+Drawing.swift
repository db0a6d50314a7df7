import CaseModel
import TerminalKit

extension PersonScreen {
  func draw(on canvas: inout Canvas) {
    guard let head else {
      drawWaiting(problem, "The record is being read.", on: &canvas)
      return
    }
    let first = head.draw(on: &canvas)
    cursor.draw(page(.staff).lines(columns: size.columns), on: &canvas, from: first, rows: canvas.size.rows - first)
  }

  func outline() -> Outline {
    guard let head else { return waitingOutline(problem, "The record is being read.") }
    return Outline(head.outline + page(.linear).outline)
  }

  var head: PersonHead? {
    guard let record else { return nil }
    var head = PersonHead(
      patient: record.patient, state: "record", isSimilar: record.hasSimilar,
      standing: record.plan?.standing(on: around.today), nextReview: record.plan?.nextReview, showsAllergies: true,
      around: around)
    head.glassUntil = record.glassUntil
    head.overrideUntil = record.overrideUntil
    switch part {
    case .whole: break
    case .source(let index):
      if record.partners.indices.contains(index) {
        let partner = record.partners[index]
        head.title = "[\(index + 1)] \(partner.organisationName)"
        let age = partner.age(on: around.today)
        head.side = (age, .of(mark: age.first ?? " "))
      }
    case .timeline: head.title = "Timeline, newest first: \(counted(record.timeline.count, "entry", "entries"))"
    case .risk: head.title = "Risk history, newest first: \(counted(record.scores.count, "score", "scores"))"
    }
    return head
  }

  /// The page's rows at the present width.
  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }

  /// How many rows the page has to be shown in.
  var pageRows: Int { max(size.rows - (head?.rows(size) ?? 0), 1) }

  func page(_ audience: Audience) -> Page<Link> {
    guard let record else { return Page() }
    switch part {
    case .whole:
      return wholePage(record, audience, repeatsAllergies: head?.cutsAllergies(columns: size.columns) ?? false)
    case .source(let index):
      return record.partners.indices.contains(index) ? sourcePage(record.partners[index], audience) : Page()
    case .timeline: return timelinePage(record, audience)
    case .risk: return riskPage(record, audience)
    }
  }
}

/// What a screen shows that has nothing to show yet, or could not get it.
func drawWaiting(_ problem: Problem?, _ waiting: String, on canvas: inout Canvas) {
  let text = problem.map { "\($0.text) Press Enter to try again." } ?? waiting
  canvas.writeWrapped(text, at: 1, 1, columns: canvas.size.columns - 2)
  canvas.placeCursor(at: 1, 1)
}

func waitingOutline(_ problem: Problem?, _ waiting: String) -> Outline {
  Outline([.text(problem.map { "\($0.text) Press Enter to try again: type Enter." } ?? waiting)])
}

/// `1 entry`, `12 entries`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(thousands(count)) \(count == 1 ? one : many)" }
