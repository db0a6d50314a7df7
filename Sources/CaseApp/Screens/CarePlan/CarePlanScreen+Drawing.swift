import CaseModel
import TerminalKit

extension CarePlanScreen {
  func draw(on canvas: inout Canvas) {
    guard let head = head(.staff) else {
      drawWaiting(problem, "The plan is being read.", on: &canvas)
      return
    }
    let first = head.draw(on: &canvas)
    cursor.draw(lines, on: &canvas, from: first, rows: canvas.size.rows - first)
  }

  func outline() -> Outline {
    guard let head = head(.linear) else { return waitingOutline(problem, "The plan is being read.") }
    return Outline(head.outline + page(.linear).outline)
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - (head(.staff)?.rows(size) ?? 0), 1) }

  private func head(_ audience: Audience) -> PersonHead? {
    guard let content else { return nil }
    var head = PersonHead(
      patient: content.person.patient, state: "record", isSimilar: content.person.hasSimilar, standing: standing,
      nextReview: content.plan?.plan.nextReview, showsAllergies: true, around: around)
    head.glassUntil = content.person.glassUntil
    head.overrideUntil = content.person.overrideUntil
    head.title = title(audience)
    head.side = (standing.shortWords, .of(mark: standing.mark))
    return head
  }

  private func title(_ audience: Audience) -> String {
    guard let plan = content?.plan else { return "Care plan" }
    if plan.noPlanReason != nil { return "No care plan" }
    let version = plan.versionNumber == 0 ? "not signed yet" : "v\(plan.versionNumber)"
    let due = plan.plan.nextReview.map { "\(audience.gap)review due \($0.shown(to: audience))" } ?? ""
    return "Care plan \(version), \(plan.status.words)\(due)"
  }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    page.choosesLinks = false
    guard let content else { return page }
    if let kept = content.draftKept {
      page.text("~ You have a draft of this plan, kept \(kept.shown(to: audience)). e goes on with it.", .soon)
    }
    if let kept = content.reviewKept {
      page.text("~ You began a review, kept \(kept.shown(to: audience)). R goes on with it.", .soon)
    }
    guard let plan = content.plan else {
      page.text("No care plan is written yet. \(whyNotChanged ?? "Press e to write one.")")
      return page
    }
    let by = plan.lastUpdatedBy.isEmpty ? "" : " by \(plan.lastUpdatedBy)"
    if let reason = plan.noPlanReason { page.text("A plan was offered and declined: \(reason)", .soon) }
    page.text("Last changed \(plan.lastUpdated.shown(to: audience))\(by).", .muted)
    page.plan(plan.plan, staff: content.staff, audience: audience) { .section($0) }
    page.gap()
    page.title("Reviews", link: .reviews)
    if content.reviews.isEmpty { page.text("No review is recorded yet. R records one.", .muted, indent: 2) }
    for review in content.reviews { page.review(review, audience) }
    return page
  }
}

extension Page {
  /// One review, its answers in words.
  fileprivate mutating func review(_ review: PlanReview, _ audience: Audience) {
    let done = review.doneOn.shown(to: audience)
    let by = review.doneBy.isEmpty ? "" : ", \(review.doneBy)"
    fact(
      done, "\(review.kind.words) review of v\(review.planVersion)\(by): \(review.decision.words)", .strong, indent: 2)
    if let due = review.dueOn { fact("Was due", due.shown(to: audience), indent: 4) }
    let texts = [
      ("What works", review.whatWorking), ("What does not", review.whatNotWorking),
      ("Changes needed", review.changesNeeded), ("Outcomes", review.outcomesProgress),
      ("Unintended change", review.unintendedChange),
    ]
    for (label, words) in texts where !words.isEmpty { fact(label, words, indent: 4) }
    fact("Person satisfied", review.personSatisfied.words, indent: 4)
    for (question, answer) in zip(PlanReview.questions, review.answers) {
      if let answer { fact(question, "\(answer) of 5", indent: 4) }
    }
    fact("Next review", review.nextReview?.shown(to: audience) ?? "not recorded", indent: 4)
  }
}
