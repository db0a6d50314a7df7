import CaseModel
import TerminalKit

/// What the conflict says, in words that the picture and the outline share.
extension PlanConflictScreen {
  /// "Next review", "Target of goal: Walk to the mosque", "Contact: Nasima".
  func subject(of question: PlanMerge.Question) -> String {
    let about = PlanRow.oneLine(question.headline)
    guard let field = field(of: question) else { return "\(question.kind.words): \(about)" }
    return question.kind.isSingle ? field.label : "\(field.label) of \(question.kind.words.lowercasedFirst): \(about)"
  }

  func words(_ side: PlanMerge.Side, of question: PlanMerge.Question, _ audience: Audience) -> String {
    switch side {
    case .absent: return "not in the plan"
    case .value(nil): return "not recorded"
    case .value(let value?): return said(value, question, audience)
    case .entry(let item):
      let facts = item.kind.fields.compactMap { field in
        item[field.key].map {
          "\(field.label): \(PlanRow.oneLine(field.words(for: $0, staff: staff, audience: audience)))"
        }
      }
      return facts.isEmpty ? "\(item.kind.words), nothing written" : facts.joined(separator: "; ")
    }
  }

  private func said(_ value: String, _ question: PlanMerge.Question, _ audience: Audience) -> String {
    if value.isEmpty { return "not recorded" }
    let words = field(of: question)?.words(for: value, staff: staff, audience: audience) ?? value
    return PlanRow.oneLine(words)
  }

  func state(of question: PlanMerge.Question) -> (text: String, role: Role) {
    if question.answer != nil { return question.isTick ? ("= ticked", .done) : ("= decided", .done) }
    return question.isTick ? ("! TO TICK", .urgent) : ("! UNDECIDED", .urgent)
  }

  /// What the plan will say, and how that was decided.
  func result(of index: Int, _ audience: Audience) -> (text: String, how: String)? {
    let question = merge.questions[index]
    switch question.answer {
    case nil: return nil
    case .theirs: return (words(question.theirs, of: question, audience), "theirs")
    case .yours: return (words(question.yours, of: question, audience), "yours")
    case .typed(let value): return (said(value, question, audience), "typed by you")
    }
  }

  var theirName: String { conflict.theirs.lastUpdatedBy }
  var theirClock: String { conflict.theirs.lastUpdated.clock }

  /// Whether theirs is a new version, or a shared draft that was saved.
  var isVersion: Bool { conflict.theirs.versionNumber > conflict.wasVersion }

  var headline: String {
    let act = isVersion ? "published v\(conflict.theirs.versionNumber)" : "saved this plan"
    return "Someone \(act) while you were editing.  Nothing is lost."
  }

  var whatNext: String {
    "Choose for each difference, then publish v\(nextVersion).  Both versions stay in the history."
  }

  func sources(_ audience: Audience) -> String {
    let started = conflict.yoursStarted
    let day = started.day == around.today ? "" : "\(started.day.shown(to: audience)) "
    let theirs = isVersion ? "v\(conflict.theirs.versionNumber)" : "Theirs"
    let was = conflict.wasVersion > 0 ? "from v\(conflict.wasVersion), " : ""
    let yours = "\(was)started \(day)\(started.clock)"
    if audience == .linear { return "\(theirs): \(theirName), \(theirClock). Yours: \(yours)." }
    return "\(theirs)   \(theirName), \(theirClock)     Yours   \(yours)"
  }

  var countWords: String {
    let (decide, ticks) = (merge.questions.count { !$0.isTick }, merge.questions.count(where: \.isTick))
    let tick = ticks > 0 ? ", \(ticks) to tick" : ""
    let open = left
    if open != (decide, ticks) {
      let done = decide + ticks - open.decide - open.tick
      return "\(done) of \(decide + ticks) decided, \(merge.joined.count) joined for you"
    }
    return "\(decide) to decide\(tick), \(merge.joined.count) joined for you"
  }

  static let nothingToDecide =
    "There is nothing to decide: you changed different parts. J shows what was joined, ^S publishes it."
  static let nothingJoined = "Nothing was joined: every difference is for you to decide. Esc goes back."
  static let caution = "Phone numbers and contacts are never joined silently."

  /// What stands under the differences.
  var foot: (text: String, role: Role) {
    if asksToLeave {
      return ("Leave, and lose what you decided since it was last kept? y leaves, any other key stays.", .warning)
    }
    if let first = complaints.first {
      let label = label(of: first.field)
      let more = complaints.count > 1 ? ", and \(complaints.count - 1) more" : ""
      return (
        "There is a problem.  The joined plan needs changing: \(label): \(first.message)\(more)  "
          + "E goes on with it in the editor.", .invalid
      )
    }
    if joinedTop != nil, !merge.joined.isEmpty {
      return ("b takes back what the cursor is on, and you decide it.  J or Esc goes to the differences.", .body)
    }
    if merge.undecided > 0 {
      return ("\(leftWords).  You cannot publish yet.  Leaving keeps your draft.", .urgent)
    }
    return ("Everything is decided.  ^S publishes v\(nextVersion).  Leaving keeps your draft.", .done)
  }

  func label(of place: PlanPlace) -> String {
    merge.result()?[place.item]?.kind.field(place.key)?.label ?? place.section.words
  }

  /// One line of what was joined.
  func words(of joined: PlanMerge.Joined, _ audience: Audience) -> String {
    let from =
      switch joined.from {
      case .theirs: "theirs"
      case .yours: "yours"
      case .both: "both the same"
      }
    var text = "\(joined.difference.what) (\(from))"
    if case .changed(let key, _, let now) = joined.difference.change, let field = joined.difference.kind.field(key) {
      let value = now.map { field.words(for: $0, staff: staff, audience: audience) } ?? "not recorded"
      text += ": \(PlanRow.oneLine(value))"
    }
    return text
  }

  /// What a box of this field takes.
  func hint(of field: PlanField) -> String {
    switch field.kind {
    case .day: "Type 24 mar, 24/3/16, +3m or fri.  Enter takes it."
    case .number(let range): "A whole number, \(range.lowerBound) to \(range.upperBound).  Enter takes it."
    case .yesNo, .choice, .choices, .staff: "Type the words of the answer.  Enter takes it."
    case .line: "Enter takes it."
    case .text, .list: "Tab or Esc takes it."
    }
  }

  /// What a typed date or choice means before it is accepted.
  func echo(_ audience: Audience) -> String? {
    guard box != nil, let typed = raw[focus], let question, let field = field(of: question), !field.takesAnyText,
      case .value(let value?) = field.reading(typed, current: nil, today: around.today, staff: staff)
    else { return nil }
    if case .day = field.kind, let day = Day(iso: value) {
      return audience == .staff ? day.shortWithWeekday : day.longWithWeekday
    }
    return field.words(for: value, staff: staff, audience: audience)
  }
}
