import CaseModel
import TerminalKit

/// The forms of visits and advice, and what comes of their answers.
enum VisitForms {
  static func new(now: Moment, role: StaffRole) -> Questions {
    var questions = Questions("A visit, or advice that was given", notes: ["It is dated, and bears your name."], [])
    questions.ask(asked(questions))
    questions.preset(day: "day", time: "time", now: now)
    if role == .geriatrician { questions.preset("kind", CareEntry.Kind.advice) }
    questions.ask(asked(questions))
    return questions
  }

  static func asked(_ now: Questions) -> [Questions.Question] {
    let kind = now.code("kind", CareEntry.Kind.self)
    var all: [Questions.Question] = [
      .init("kind", "What it was", .choice(CareEntry.Kind.allCases.map(\.words))),
      .init("medium", "How", .choice(CareEntry.Medium.allCases.map(\.words))), .init("day", "On", .day),
      .init("time", "At", .text),
    ]
    if kind?.isAdvice == true {
      all.append(.init("to", "To whom", .text))
    } else {
      all.append(.init("people", "With whom (names, commas)", .text))
    }
    all += [
      .init("found", kind?.isAdvice == true ? "What was advised" : "What was found", .text),
      .init("follows", "What follows", .text), .init("followUp", "To be seen again by", .day),
    ]
    if !now.text("followUp").isEmpty { all.append(.init("owner", "By whom (name, account)", .text)) }
    return all
  }

  static func followUp(_ entry: CareEntry) -> Questions {
    Questions("The follow-up is done", notes: [entry.told], [.init("outcome", "What came of it", .text)])
  }

  static func void(_ entry: CareEntry) -> Questions {
    Questions(
      "An entry recorded in error", notes: [entry.told, "It stays to be read, and is found no more."],
      [.init("reason", "What was wrong", .text)])
  }

  static func ask(_ entry: CareEntry) -> Questions {
    var questions = Questions(
      "A question for the next meeting", notes: [entry.told], [.init("question", "What is asked", .text)])
    questions.preset("question", String((entry.follows ?? "").prefix(MeetingQuestion.limit)))
    return questions
  }

  static func request(_ questions: Questions, now: Moment) -> (CareEntryRequest?, [Complaint<String>]) {
    let (at, faults) = questions.moment(day: "day", time: "time", today: now.day)
    let found = questions.unreadDays(today: now.day) + faults
    guard let kind = questions.code("kind", CareEntry.Kind.self) else {
      return (nil, [Complaint("kind", "Choose what it was.")] + found)
    }
    let names = questions.text("people").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let request = CareEntryRequest(
      kind: kind, medium: questions.code("medium") ?? .inPerson, at: at ?? now, people: names.map { .init(name: $0) },
      to: questions.textOrNil("to"), found: questions.text("found"), follows: questions.textOrNil("follows"),
      followUpOn: questions.day("followUp", today: now.day))
    let wrong = request.complaints(now: now).map {
      Complaint($0.field == .at ? "time" : $0.field.rawValue, $0.message, rule: $0.rule)
    }
    return (at == nil ? nil : request, found + wrong)
  }
}
