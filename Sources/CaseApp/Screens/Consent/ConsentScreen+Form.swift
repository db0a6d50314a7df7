import CaseModel
import TerminalKit

/// What keys, pastes and answered lines do to the form that is open.
extension ConsentScreen {
  mutating func handleForm(_ event: Event) -> [Step<Work>] {
    guard !isRecording else { return [] }
    let today = today
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: today)
    case .pasted(let text): words = questions?.paste(text)
    case .nextAsked(let forward): questions?.move(forward: forward, today: today)
    case .answered(let line):
      switch questions?.answer(line, today: today) {
      case .say(let text): words = text
      case .record: return send()
      case .taken, nil: break
      }
    case .recordPressed: return send()
    case .leavePressed:
      if questions?.isTouched == true, questions?.isLeaving == false {
        questions?.isLeaving = true
        return [.say("Nothing is recorded yet. Esc once more leaves it; ^S records it.")]
      }
      close()
    default: break
    }
    refresh()
    return words.map { [.say($0)] } ?? []
  }

  private mutating func refresh() {
    guard form == .statement, var questions else { return }
    ConsentForm.refresh(&questions, isInvited: record?.isInvited ?? false)
    questions.fit(columns: size.columns)
    // Shown from the first try to record on, and kept up to date with the typing.
    if !questions.complaints.isEmpty {
      questions.complaints = ConsentForm.complaints(questions, today: today, isInvited: record?.isInvited ?? false)
    }
    self.questions = questions
  }

  private mutating func send() -> [Step<Work>] {
    guard let form, let questions else { return [] }
    let reason = questions.text("reason")
    switch form {
    case .statement:
      let found = ConsentForm.complaints(questions, today: today, isInvited: record?.isInvited ?? false)
      guard found.isEmpty, let statement = ConsentForm.statement(questions, today: today) else {
        return complain(found)
      }
      return perform(.record(statement, id))
    case .objection:
      var found = questions.unreadDays(today: today)
      if questions.choice("kind") == nil { found.append(Complaint("kind", "Choose with whom.")) }
      if questions.text("party").isEmpty { found.append(Complaint("party", "Name them.")) }
      if reason.isEmpty { found.append(Complaint("reason", "Say why, in the person's words.")) }
      guard found.isEmpty else { return complain(found) }
      return perform(
        .object(
          id, isOrganisation: questions.choice("kind") == 0, name: questions.text("party"),
          from: questions.day("from", today: today) ?? today, to: questions.day("to", today: today), reason: reason))
    case .override:
      var found = [Complaint<String>]()
      if questions.choice("ground") == nil { found.append(Complaint("ground", "Choose the ground.")) }
      for key in ["decidedByName", "decidedByRole", "staff"] where questions.text(key).isEmpty {
        found.append(Complaint(key, "This is needed."))
      }
      let days = Int(questions.text("days")) ?? 0
      if !(1...SharingOverride.mostDays).contains(days) {
        found.append(Complaint("days", "Give 1 to \(SharingOverride.mostDays) days."))
      }
      if reason.count < 15 { found.append(Complaint("reason", "At least 15 characters are wanted.")) }
      guard found.isEmpty, let ground: OverrideGround = questions.code("ground") else { return complain(found) }
      return perform(
        .override(
          id, ground, decidedByName: questions.text("decidedByName"), decidedByRole: questions.text("decidedByRole"),
          staff: questions.text("staff"), days: days, reason: reason))
    case .void(let statement):
      guard !reason.isEmpty else { return complain([Complaint("reason", "Say what was wrong.")]) }
      return perform(.void(id, statement, reason: reason))
    case .end(let objection):
      guard !reason.isEmpty else { return complain([Complaint("reason", "Say what the person said.")]) }
      return perform(.end(id, objection, reason: reason))
    }
  }

  private mutating func complain(_ found: [Complaint<String>]) -> [Step<Work>] {
    questions?.complaints = found
    if let first = found.first { questions?.go(to: first.field) }
    return [.say("Nothing was recorded. What you typed is as you left it.")]
  }

  private mutating func perform(_ work: Work) -> [Step<Work>] {
    isRecording = true
    return [.perform(work)]
  }
}
