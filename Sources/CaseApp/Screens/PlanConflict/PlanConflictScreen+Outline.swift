import CaseModel
import TerminalKit

/// The conflict as it is read: each difference with its three texts, and two numbers to choose by.
extension PlanConflictScreen {
  func outline() -> Outline {
    guard let person else { return Outline([.text("Reading the plan.")]) }
    var outline = Outline(
      bannerOutline(of: person.patient, state: "CONFLICT", isSimilar: person.hasSimilar, around: around))
    outline.heading(headline)
    outline.text(whatNext)
    outline.text(sources(.linear))
    outline.text(PlanConflictScreen.caution)
    if joinedTop != nil {
      outline.heading("Joined for you")
      for joined in merge.joined { outline.choice("take back: \(words(of: joined, .linear))") }
      if merge.joined.isEmpty {
        outline.text(PlanConflictScreen.nothingJoined)
      }
    } else {
      outline.heading(countWords)
      if merge.questions.isEmpty {
        outline.text(PlanConflictScreen.nothingToDecide)
      }
      for index in merge.questions.indices { add(index, to: &outline) }
      readAside(into: &outline)
    }
    outline.text(foot.text)
    if asksToLeave { outline.prompt = foot.text }
    if box != nil, let question, let field = field(of: question) {
      outline.prompt = "\(subject(of: question))? \(hint(of: field)) :leave leaves it."
    }
    return outline
  }

  private func add(_ index: Int, to outline: inout Outline) {
    let question = merge.questions[index]
    let inHand = index == focus ? ", in hand" : ""
    let count = "\(index + 1) of \(merge.questions.count)"
    outline.heading("\(count): \(subject(of: question)), \(state(of: question).text)\(inHand)")
    outline.fact("was", words(question.was, of: question, .linear))
    outline.fact("THEIRS, \(theirName) \(theirClock)", words(question.theirs, of: question, .linear))
    outline.fact("YOURS, you", words(question.yours, of: question, .linear))
    if let result = result(of: index, .linear) { outline.fact("result, \(result.how)", result.text) }
    if let typed = raw[index] { outline.text("typed: \(typed), ! not accepted yet") }
    if question.isTick, question.answer == nil { outline.text("To tick: Space accepts theirs, y keeps yours.") }
    if index == focus {
      if let echo = echo(.linear) { outline.text("This means \(echo).") }
      if let fault { outline.text("Error: \(fault)") }
      if question.key != nil { outline.text("To choose: e opens a box to type another; Enter takes it.") }
    }
    outline.choice(question.isTick ? "accept theirs" : "theirs")
    outline.choice(question.isTick ? "do not accept: keep yours" : "yours")
  }
}
