import CaseModel
import TerminalKit

/// The forms of Care Act work and safeguarding, and what comes of their answers.
enum SocialCareForms {
  /// A safeguarding concern is raised by a form of its own.
  static let kinds = SocialCareItem.Kind.allCases.filter { !$0.isSafeguarding }

  // MARK: Care Act work

  static func new(now: Moment, by actor: Actor) -> Questions {
    var questions = Questions("A piece of Care Act work", [])
    questions.ask(askedNew(questions, carers: []))
    questions.preset("requested", now.day.short)
    questions.preset("owner", actor.staff.name)
    return questions
  }

  static func askedNew(_ now: Questions, carers: [String]) -> [Questions.Question] {
    var all: [Questions.Question] = [.init("kind", "What", .choice(kinds.map(\.words)))]
    if let choice = now.choice("kind"), kinds[choice] == .carerAssessment {
      all.append(.init("carer", "Which carer", .choice(carers.isEmpty ? ["no carer is in the plan"] : carers)))
    }
    return all + [
      .init("requested", "Asked for on", .day), .init("target", "To be done by", .day),
      .init("owner", "Who does it", .text), .init("reason", "Primary support reason", .text),
      .init("advocate", "Advocate", .text), .init("reference", "Council's case number", .text),
    ]
  }

  static func request(
    _ questions: Questions, carers: [SocialCareScreen.Carer], today: Day
  ) -> (SocialCareRequest?, [Complaint<String>]) {
    var found = questions.unreadDays(today: today)
    guard let choice = questions.choice("kind") else { return (nil, [Complaint("kind", "Choose what.")] + found) }
    var carer: ID<PlanItem>?
    if kinds[choice] == .carerAssessment {
      guard let which = questions.choice("carer"), carers.indices.contains(which) else {
        let words = carers.isEmpty ? "Add the carer to the plan's contacts first." : "Choose the carer."
        return (nil, found + [Complaint("carer", words, rule: "s.10")])
      }
      carer = carers[which].id
    }
    if questions.text("owner").isEmpty { found.append(Complaint("owner", "Say who does it.")) }
    let request = SocialCareRequest(
      kind: kinds[choice], requestedOn: questions.day("requested", today: today) ?? today,
      targetOn: questions.day("target", today: today), owner: ID(""), carer: carer,
      detail: .init(
        advocate: questions.textOrNil("advocate"), supportReason: questions.textOrNil("reason"),
        councilReference: questions.textOrNil("reference")))
    found += request.faults(today: today).map { Complaint("kind", $0, rule: "4.3") }
    return (request, found)
  }

  static func move(_ item: SocialCareItem) -> Questions {
    var questions = Questions(
      "How it stands now", notes: ["\(item.kind.words): \(item.status.words.lowercasedFirst)"], [])
    questions.ask(askedMove(questions, item))
    if let detail = item.detail {
      for (key, text) in [("outcome", detail.outcome), ("advocate", detail.advocate)] {
        if let text { questions.preset(key, text) }
      }
    }
    return questions
  }

  static func askedMove(_ now: Questions, _ item: SocialCareItem) -> [Questions.Question] {
    var all: [Questions.Question] = [.init("status", "It is now", .choice(item.status.next.map(\.words)))]
    guard item.detail != nil else { return all }
    if let choice = now.choice("status"), [.completed, .closed].contains(item.status.next[choice]) {
      all += [
        .init("outcome", "What came of it", .text),
        .init("eligible", "Eligible", .choice(SocialCareItem.Eligible.allCases.map(\.words))),
      ]
    }
    return all + [.init("advocate", "Advocate", .text)]
  }

  static func step(
    _ questions: Questions, _ item: SocialCareItem
  ) -> ((status: SocialCareItem.Status, detail: SocialCareItem.Detail?)?, [Complaint<String>]) {
    guard let choice = questions.choice("status") else { return (nil, [Complaint("status", "Choose how it stands.")]) }
    let status = item.status.next[choice]
    guard var detail = item.detail else { return ((status, nil), []) }
    detail.outcome = questions.textOrNil("outcome") ?? detail.outcome
    detail.eligible = questions.code("eligible") ?? detail.eligible
    detail.advocate = questions.textOrNil("advocate") ?? detail.advocate
    if status == .completed, (detail.outcome ?? "").isEmpty {
      return (nil, [Complaint("outcome", "What is completed says what came of it.", rule: "4.3")])
    }
    return ((status, detail), detail.faults.map { Complaint("outcome", $0) })
  }

  static func void(_ item: SocialCareItem) -> Questions {
    Questions("Work recorded in error", notes: [item.kind.words], [.init("reason", "What was wrong", .text)])
  }

  // MARK: Safeguarding

  static func raise(now: Moment) -> Questions {
    var questions = Questions(
      "A safeguarding concern",
      notes: [
        ImmediateDanger.prompt, "Nobody's consent is needed. Only those who deal with it read what you write.",
      ], [])
    questions.ask(askedRaise(questions))
    return questions
  }

  /// Nothing else is asked before it is said whether anybody is in danger (R-SG-04).
  static func askedRaise(_ now: Questions) -> [Questions.Question] {
    var all: [Questions.Question] = [
      .init("danger", "In danger now?", .choice(ImmediateDanger.allCases.map(\.words)))
    ]
    guard now.choice("danger") != nil else { return all }
    let answers = SafeguardingConcern.Answer.allCases.map(\.words)
    all += [
      .init("category", "What kind", .choice(SafeguardingConcern.Category.allCases.map(\.words))),
      .init("concern", "What the concern is", .text), .init("needs", "Needs care and support", .choice(answers)),
      .init("risk", "At risk of abuse", .choice(answers)),
      .init("protect", "Cannot protect themself", .choice(answers)),
      .init("aware", "Does the person know", .choice(["yes", "no"])),
    ]
    if now.choice("aware") == 1 { all.append(.init("why", "Why they do not know", .text)) }
    return all + [.init("wishes", "What they want", .text), .init("lead", "Lead (name, account)", .text)]
  }

  static func concern(_ questions: Questions, today: Day) -> (SafeguardingRequest?, [Complaint<String>]) {
    guard let danger = questions.code("danger", ImmediateDanger.self) else {
      return (nil, [Complaint("danger", ImmediateDanger.prompt, rule: "R-SG-04")])
    }
    var found = [Complaint<String>]()
    let category = questions.code("category", SafeguardingConcern.Category.self)
    if category == nil { found.append(Complaint("category", "Choose the kind.")) }
    if questions.text("concern").isEmpty { found.append(Complaint("concern", "Say what the concern is.")) }
    let aware = questions.choice("aware")
    if aware == nil { found.append(Complaint("aware", "Say whether they know.")) }
    if aware == 1, questions.text("why").isEmpty { found.append(Complaint("why", "Say why not.")) }
    guard found.isEmpty, let category else { return (nil, found) }
    return (
      SafeguardingRequest(
        danger: danger, raisedOn: today, category: category, concern: questions.text("concern"),
        tests: .init(
          needsSupport: questions.code("needs") ?? .unclear, atRisk: questions.code("risk") ?? .unclear,
          cannotProtect: questions.code("protect") ?? .unclear),
        personAware: aware == 0, notAwareReason: questions.textOrNil("why"),
        personWishes: questions.textOrNil("wishes")), []
    )
  }

  static func decide(_ concern: SafeguardingConcern) -> Questions {
    Questions(
      "What is done about the concern",
      notes: [
        concern.tests.areMet
          ? "All three tests are met: the duty of section 42 arises." : "Not all three tests are met."
      ],
      [.init("decision", "Decision", .choice(SafeguardingConcern.Decision.allCases.map(\.words)))])
  }

  static func close(_ concern: SafeguardingConcern) -> Questions {
    Questions("The concern is closed", notes: [], [.init("outcome", "What came of it", .text)])
  }

  static func name(_ concern: SafeguardingConcern) -> Questions {
    Questions(
      "Who else may read the concern", notes: ["They read this one from now on, and no other."],
      [.init("staff", "Name or account", .text), .init("lead", "As", .choice(["one who is named", "its lead"]))])
  }
}
