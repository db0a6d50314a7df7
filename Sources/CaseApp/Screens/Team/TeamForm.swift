import CaseModel
import TerminalKit

/// What is being recorded about somebody's team: its questions.
enum TeamForm: Hashable, Sendable {
  case assign
  case decline(String)
  case end(String, version: Int)
  case told(String)
  case weigh(String, version: Int)
  case request
  /// They wait no more, and nobody was named.
  case withdraw(String)

  static func assign(_ role: CareRole?, replaces: String?) -> Questions {
    var questions = Questions(
      "Give somebody a role",
      notes: [
        replaces.map { "\($0) has it now and is released with it." }
          ?? "They are asked to accept; in a role that only one has, whoever holds it is released."
      ],
      [
        .init("role", "Role", .choice(CareRole.given.map(\.words))), .init("staff", "To whom (name, account)", .text),
        .init("reason", "Why", .choice(AssignmentReason.allCases.map(\.words))), .init("text", "In words", .text),
      ])
    if let role, let index = CareRole.given.firstIndex(of: role) {
      questions.preset("role", index: index)
      questions.go(to: "staff")
    }
    questions.preset("reason", AssignmentReason.mdtDecision)
    return questions
  }

  static func ending(_ title: String, _ note: String) -> Questions {
    Questions(
      title, notes: [note],
      [.init("end", "Why", .choice(AssignmentEnd.allCases.map(\.words))), .init("text", "In words", .text)])
  }

  static func told(_ name: String, today: Day) -> Questions {
    var questions = Questions(
      "The person was told", notes: ["That \(name) looks after them, and how to reach them."],
      [.init("on", "Told on", .day), .init("how", "How", .choice(ToldMethod.allCases.map(\.words)))])
    questions.preset("on", today.short)
    questions.go(to: "how")
    return questions
  }

  static func weigh(_ weight: CaseWeight) -> Questions {
    var questions = Questions(
      "What the work weighs", notes: ["For sharing work fairly; it says nothing of the person."],
      [.init("base", "Base", .choice(["low 1", "medium 2", "high 3"]))]
        + CaseWeight.Part.allCases.map {
          .init($0.rawValue, "\($0.words) (\($0.points > 0 ? "+" : "")\($0.points))", .choice(["no", "yes"]))
        })
    questions.preset("base", index: weight.base.rawValue - 1)
    for part in CaseWeight.Part.allCases { questions.preset(part.rawValue, index: weight.parts.contains(part) ? 1 : 0) }
    return questions
  }

  static func weight(_ questions: Questions) -> CaseWeight {
    CaseWeight(
      base: CaseWeight.Base(rawValue: (questions.choice("base") ?? 1) + 1) ?? .medium,
      parts: Set(CaseWeight.Part.allCases.filter { questions.choice($0.rawValue) == 1 }))
  }

  static func withdraw(_ role: CareRole) -> Questions {
    Questions(
      "They need no \(role.words.lowercasedFirst) after all", notes: ["They leave the list of those who wait."],
      [.init("text", "Why", .text)])
  }

  static var asking: Questions {
    Questions(
      "The person needs somebody", notes: ["They wait on the allocation list until somebody is named."],
      [
        .init("role", "In what role", .choice(CareRole.single.map(\.words))),
        .init("source", "Whose wish", .choice(["a decision of an MDT", "asked for"])), .init("text", "Why", .text),
      ])
  }
}
