import CaseModel
import TerminalKit

/// The forms of a referral, and what comes of their answers.
enum ReferralForms {
  // MARK: Questions

  static func new(now: Moment, by actor: Actor) -> Questions {
    var questions = Questions("A referral", [])
    questions.ask(asked(.new, questions))
    questions.preset(day: "day", time: "time", now: now)
    questions.preset("from", actor.staff.name)
    questions.preset("organisation", actor.staff.organisationName)
    return questions
  }

  static func questions(_ form: ReferralsScreen.Form, about referral: Referral, now: Moment) -> Questions {
    let whom = "\(referral.patientName.shown()), \(referral.kind.words.lowercasedFirst): \(referral.sbar.situation)"
    var questions: Questions
    switch form {
    case .answer:
      questions = Questions("Somebody of the service answered", notes: [whom], [])
    case .close: questions = Questions("What became of the referral", notes: [whom], [])
    case .void:
      questions = Questions("A referral recorded in error", notes: [whom, "It stays to be read."], [])
    case .new: return Questions("A referral", [])
    }
    // A box is there once it has been asked for.
    questions.ask([.init("service", "Which service", .text)])
    questions.ask(asked(form, questions))
    if case .answer = form { questions.preset(day: "day", time: "time", now: now) }
    if case .close = form { questions.preset("service", referral.team) }
    return questions
  }

  static func asked(_ form: ReferralsScreen.Form, _ now: Questions) -> [Questions.Question] {
    switch form {
    case .new:
      [
        .init("kind", "To which service", .choice(ReferralKind.allCases.map(\.words))),
        .init("day", "Received on", .day), .init("time", "Received at", .text),
        .init("place", "Where they are", .choice(ReferralPlace.allCases.map(\.words))),
        .init("from", "Who refers", .text), .init("organisation", "Of which organisation", .text),
        .init("team", "Team that answers", .text), .init("situation", "Situation", .text),
        .init("background", "Background", .text), .init("assessment", "Assessment", .text),
        .init("recommendation", "Recommendation", .text),
      ]
    case .answer:
      [
        .init("kind", "How", .choice(ResponseKind.allCases.map(\.words))), .init("day", "On", .day),
        .init("time", "At", .text), .init("by", "Who, if not you", .text), .init("note", "Note", .text),
      ]
    case .close: closing(now)
    case .void: [.init("reason", "What was wrong", .text)]
    }
  }

  private static func closing(_ now: Questions) -> [Questions.Question] {
    var all: [Questions.Question] = [
      .init("outcome", "Outcome", .choice(ReferralOutcome.allCases.map(\.words))), .init("note", "Note", .text),
      .init("prevented", "It prevented", .choice(["nothing to claim"] + AvoidedKind.allCases.map(\.words))),
    ]
    if let choice = now.choice("prevented"), choice > 0 {
      all += [
        .init("basis", "Judged by", .choice(AvoidedBasis.allCases.map(\.words))),
        .init("confidence", "How sure", .choice(AvoidedConfidence.allCases.map(\.words))),
        .init("evidence", "What one sees it by", .text), .init("service", "Which service", .text),
      ]
    }
    return all
  }

  /// What is asked of the service that is chosen.
  static func notes(_ now: Questions, _ standards: [ReferralKind: ResponseStandard]) -> [String] {
    let clock = "The clock starts when the service received it, not now."
    guard let kind = now.code("kind", ReferralKind.self), let standard = standards[kind] else { return [clock] }
    return [clock, "\(kind.words) answers \(standard.words)."]
  }

  /// The team of the service that is chosen, where nobody has typed another; nil where it stands as it should.
  static func team(_ now: Questions) -> String? {
    guard let kind = now.code("kind", ReferralKind.self), kind != .other, now.text("team") != kind.words else {
      return nil
    }
    let isOurs = now.text("team").isEmpty || ReferralKind.allCases.contains { $0.words == now.text("team") }
    return isOurs && now.current?.key == "kind" ? kind.words : nil
  }

  // MARK: Answers

  static func request(_ questions: Questions, now: Moment) -> (ReferralRequest?, [Complaint<String>]) {
    let (received, faults) = questions.moment(day: "day", time: "time", today: now.day)
    var found = questions.unreadDays(today: now.day) + faults
    guard let kind = questions.code("kind", ReferralKind.self) else {
      return (nil, [Complaint("kind", "Choose the service.")] + found)
    }
    let request = ReferralRequest(
      kind: kind, place: questions.code("place"), fromName: questions.text("from"),
      fromOrganisation: questions.text("organisation"), team: questions.text("team"),
      sbar: .init(
        situation: questions.text("situation"), background: questions.textOrNil("background"),
        assessment: questions.textOrNil("assessment"), recommendation: questions.text("recommendation")),
      receivedAt: received ?? now)
    found += request.complaints(now: now).map {
      Complaint($0.field == .received ? "time" : $0.field.rawValue, $0.message, rule: $0.rule)
    }
    return (received == nil ? nil : request, found)
  }

  static func response(_ questions: Questions, now: Moment) -> (ResponseRequest?, [Complaint<String>]) {
    let (at, faults) = questions.moment(day: "day", time: "time", today: now.day)
    guard let kind = questions.code("kind", ResponseKind.self) else {
      return (nil, [Complaint("kind", "Choose how.")] + faults)
    }
    guard let at, faults.isEmpty else { return (nil, faults) }
    return (ResponseRequest(kind: kind, at: at, by: questions.textOrNil("by"), note: questions.textOrNil("note")), [])
  }

  static func closing(_ questions: Questions, now: Moment) -> (ClosingRequest?, [Complaint<String>]) {
    var found = [Complaint<String>]()
    let outcome = questions.code("outcome", ReferralOutcome.self)
    if outcome == nil { found.append(Complaint("outcome", "Choose what became of it.")) }
    if outcome == .other, questions.text("note").isEmpty { found.append(Complaint("note", "Say what.")) }
    var claim: AvoidedClaim?
    if let choice = questions.choice("prevented"), choice > 0 {
      let (basis, confidence) = (
        questions.code("basis", AvoidedBasis.self), questions.code("confidence", AvoidedConfidence.self)
      )
      if basis == nil { found.append(Complaint("basis", "Choose what the judgement rests on.")) }
      if confidence == nil { found.append(Complaint("confidence", "Choose how sure you are.")) }
      for (key, words) in [("evidence", "Say what one sees it by."), ("service", "Say which service.")]
      where questions.text(key).isEmpty { found.append(Complaint(key, words)) }
      if let basis, let confidence {
        claim = AvoidedClaim(
          kind: AvoidedKind.allCases[choice - 1], at: now, service: questions.text("service"), basis: basis,
          confidence: confidence, evidence: questions.text("evidence"))
      }
    }
    guard let outcome, found.isEmpty else { return (nil, found) }
    return (ClosingRequest(outcome: outcome, note: questions.textOrNil("note"), claim: claim), [])
  }
}
