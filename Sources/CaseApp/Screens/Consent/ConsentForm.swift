import CaseModel
import TerminalKit

/// What is being recorded: its questions, and what comes of the answers.
enum ConsentForm: Hashable, Sendable {
  case statement
  case objection
  case override
  /// A statement that was recorded in error.
  case void(String)
  /// An objection that the person makes no longer.
  case end(String)

  static let emergencyNote =
    "Withdrawing from MDT is not withdrawing from emergency care: ask separately about the crisis plan, next."

  /// A form about a subject, with the answers that go without saying.
  static func statement(about subject: ConsentSubject, asksAboutCrisis: Bool, today: Day) -> Questions {
    var questions = Questions("A statement about consent", statementQuestions(nil))
    questions.preset("subject", subject)
    questions.preset("basis", ConsentBasis.explicitVerbal)
    questions.preset("givenBy", ConsentGiver.person)
    questions.preset("capacity", ConsentCapacity.notAssessed)
    questions.preset("at", today.short)
    questions.go(to: asksAboutCrisis ? "decision" : "subject")
    refresh(&questions, isInvited: false)
    if asksAboutCrisis {
      questions.notes = [
        "Withdrawing from MDT is not withdrawing from emergency care.",
        "May the crisis plan still be shared with the ambulance service and the hospital? Esc leaves it as it was.",
      ]
    }
    return questions
  }

  /// Asks what the answers so far make needful, and says what they mean.
  static func refresh(_ questions: inout Questions, isInvited: Bool) {
    questions.ask(statementQuestions(questions))
    let isLeaving = questions.code("subject", ConsentSubject.self) == .enrolment
    switch questions.code("decision", ConsentDecision.self) {
    case .withdrawn where isLeaving:
      questions.notes = [
        "The person leaves every list at once, and each open action is asked about: stop or transfer?", emergencyNote,
      ]
    case .refused where isLeaving && isInvited:
      questions.notes = ["The invitation is declined. Nobody asks again before the day that you give."]
    case .given where isLeaving: questions.notes = ["Whoever agrees is enrolled from today."]
    case nil: break
    default: questions.notes = []
    }
  }

  private static func statementQuestions(_ now: Questions?) -> [Questions.Question] {
    let decision = now?.code("decision", ConsentDecision.self)
    let basis = now?.code("basis", ConsentBasis.self)
    let isBest = basis == .bestInterests
    let lacks = now?.code("capacity", ConsentCapacity.self) == .lacks
    var all: [Questions.Question] = [
      .init("subject", "About", .choice(ConsentSubject.allCases.map(\.words))),
      .init("decision", "What was decided", .choice(ConsentDecision.allCases.map(\.words))),
      .init("at", "Said on", .day),
    ]
    if decision == .notAsked { all.append(.init("reasonNotObtained", "Why nobody asked", .text)) }
    all += [
      .init("basis", "On what basis", .choice(ConsentBasis.allCases.map(\.words))),
      .init("capacity", "Capacity for this", .choice(ConsentCapacity.allCases.map(\.words))),
    ]
    if lacks || isBest { all.append(.init("capacityWords", "Why they cannot decide", .text)) }
    all.append(.init("givenBy", "Who decided", .choice(ConsentGiver.allCases.map(\.words))))
    if let giver = now?.code("givenBy", ConsentGiver.self), giver != .person {
      all.append(.init("givenByName", "Their name", .text))
    }
    if decision == .refused, now?.code("subject", ConsentSubject.self) == .enrolment {
      all.append(.init("doNotAskBefore", "Do not ask before", .day))
    }
    return all + [
      .init("validFrom", "Holds from", .day), .init("validTo", isBest ? "Looked at again by" : "Holds until", .day),
      .init("scope", "What for, in words", .text), .init("evidence", "Where the paper is", .text),
    ]
  }

  /// The statement as it is answered; nil while a choice is missing that nothing is assumed for.
  static func statement(_ questions: Questions, today: Day) -> ConsentStatement? {
    guard let subject = questions.code("subject", ConsentSubject.self),
      let decision = questions.code("decision", ConsentDecision.self),
      let basis = questions.code("basis", ConsentBasis.self), let giver = questions.code("givenBy", ConsentGiver.self)
    else { return nil }
    return ConsentStatement(
      subject: subject, decision: decision, basis: basis, givenBy: giver,
      givenByName: questions.textOrNil("givenByName"), at: questions.day("at", today: today) ?? today,
      validFrom: questions.day("validFrom", today: today), validTo: questions.day("validTo", today: today),
      scope: questions.textOrNil("scope"), evidence: questions.textOrNil("evidence"),
      capacityState: questions.code("capacity"), capacity: questions.textOrNil("capacityWords"),
      reasonNotObtained: questions.textOrNil("reasonNotObtained"),
      doNotAskBefore: questions.day("doNotAskBefore", today: today))
  }

  /// What is wrong with a statement as it is answered.
  static func complaints(_ questions: Questions, today: Day, isInvited: Bool) -> [Complaint<String>] {
    let unread = questions.unreadDays(today: today)
    guard let statement = statement(questions, today: today) else {
      return unread + [Complaint("decision", "Choose what was decided.")]
    }
    return unread
      + statement.complaints(today: today, isInvitation: isInvited).map {
        Complaint($0.field.rawValue, $0.message, rule: $0.rule)
      }
  }

  // MARK: The others

  static func objection(today: Day) -> Questions {
    var questions = Questions(
      "The person does not want to share with ...",
      notes: ["They see \"Restricted\" in place of the record, and the person is on none of their lists."],
      [
        .init("kind", "With", .choice(["an organisation", "a member of staff"])),
        .init("party", "Name, code or account", .text), .init("from", "From", .day),
        .init("to", "To, if it ends", .day),
        .init("reason", "Why, in their words", .text),
      ])
    questions.preset("from", today.short)
    return questions
  }

  static func override(today: Day) -> Questions {
    Questions(
      "Share against the person's wish",
      notes: [
        "It opens the record to one member of staff for some days. The privacy officer is told, with who decided it.",
        "For an hour, and at once, break the glass instead.",
      ],
      [
        .init("ground", "On what ground", .choice(OverrideGround.allCases.map(\.words))),
        .init("decidedByName", "Who decided it", .text), .init("decidedByRole", "In what post", .text),
        .init("staff", "Open to (name, account)", .text), .init("days", "For how many days", .text),
        .init("reason", "Why, in a sentence", .text),
      ])
  }

  static func reason(_ title: String, _ note: String) -> Questions {
    Questions(title, notes: [note], [.init("reason", "Why", .text)])
  }
}
