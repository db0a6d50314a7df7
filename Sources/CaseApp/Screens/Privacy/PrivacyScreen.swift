import CaseModel
import TerminalKit

/// What somebody who looks after privacy has to look at: broken glass, claims, forbidden tries, and what was shared
/// against a person's wish; each with who, whom, when, why, and for how long it has waited (spec 8.2, 8.3, R-IG-02).
/// Nothing clinical stands here.
struct PrivacyScreen: Screen {
  static let name = "Privacy"

  enum Link: Hashable, Sendable { case alert(String) }

  struct Content: Hashable, Sendable {
    var alerts: [PrivacyAlert]
    var holidays: Set<Day>
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, reviewedPressed, overridesPressed, auditPressed
    case chosen(Link)
    case recordPressed, nextAsked(forward: Bool), leavePressed
    case typed(Key)
    case pasted(String)
    case answered(String)
    case closed(PrivacyVerdict)
    case notClosed(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(reviewed: Bool)
    case close(String, PrivacyVerdict, followUp: String)
  }

  var content: Content?
  var problem: Problem?
  /// What was reviewed, the newest first, in place of what waits.
  var showsReviewed = false
  /// Only what was shared against a person's wish.
  var showsOverrides = false
  /// What is being reviewed.
  var alert: PrivacyAlert?
  var questions: Questions?
  var isClosing = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  var isTyping: Bool { questions != nil }

  /// Those that are listed now.
  var alerts: [PrivacyAlert] {
    (content?.alerts ?? []).filter { !showsOverrides || $0.kind == .override }
  }

  mutating func begin() -> [Step<Work>] { [.perform(.read(reviewed: showsReviewed))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isClosing ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      // Who does not look after privacy any more sees it no longer.
      if problem.kind != .unavailable { content = nil }
      if content == nil {
        self.problem = problem
        leaveForm()
      }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(reviewed: showsReviewed))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .reviewedPressed:
      showsReviewed.toggle()
      return [.replace("read", with: .read(reviewed: showsReviewed))]
    case .overridesPressed:
      showsOverrides.toggle()
      cursor = PageCursor(stopsAtLinks: true)
      cursor.settle(lines, pageRows)
    case .auditPressed:
      guard let alert = selected else { return [.say("Nothing is selected. Esc goes back.")] }
      return [.open(.audit(about: alert.patient))]
    case .enterPressed:
      guard content != nil else { return [.perform(.read(reviewed: showsReviewed))] }
      guard let alert = selected else { return [.say("Nothing waits here. Esc goes back.")] }
      return review(alert)
    case .chosen(.alert(let id)):
      guard let alert = alerts.first(where: { $0.id == id }) else { return [] }
      return review(alert)
    case .recordPressed, .nextAsked, .leavePressed, .typed, .pasted, .answered: return handleForm(event)
    case .closed(let verdict):
      isClosing = false
      leaveForm()
      return [
        .say("Reviewed: \(verdict.words.lowercasedFirst)."), .replace("read", with: .read(reviewed: showsReviewed)),
      ]
    case .notClosed(let problem):
      isClosing = false
      return [.report(problem)]
    }
    return []
  }

  private var selected: PrivacyAlert? {
    guard case .alert(let id)? = cursor.link(in: lines) else { return nil }
    return alerts.first { $0.id == id }
  }

  private mutating func review(_ alert: PrivacyAlert) -> [Step<Work>] {
    if around.isReadOnly { return [.say("This session is read-only. Start mdt without --read-only to review.")] }
    if alert.verdict != nil { return [.say("This is reviewed: it stays as it is.")] }
    if alert.staffID == around.actor.id {
      return [.say("This is about what you did yourself. Another privacy officer reviews it.")]
    }
    self.alert = alert
    questions = Questions(
      "\(alert.kind.words), \(alert.at.short)",
      notes: [
        "\(alert.staffName), \(alert.staffRole.words.lowercasedFirst), \(alert.organisation), about"
          + " \(alert.patientName.shown()).",
        "The reason typed: \(alert.reason)",
      ],
      [
        .init("verdict", "Verdict", .choice(PrivacyVerdict.allCases.map(\.words))),
        .init("followUp", "What follows", .text),
      ])
    questions?.fit(columns: size.columns)
    return []
  }

  private mutating func leaveForm() {
    alert = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  // MARK: The form

  private mutating func handleForm(_ event: Event) -> [Step<Work>] {
    guard !isClosing else { return [] }
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: around.today)
    case .pasted(let text): words = questions?.paste(text)
    case .nextAsked(let forward): questions?.move(forward: forward, today: around.today)
    case .answered(let line):
      switch questions?.answer(line, today: around.today) {
      case .say(let text): words = text
      case .record: return close()
      case .taken, nil: break
      }
    case .recordPressed: return close()
    case .leavePressed:
      if questions?.isTouched == true, questions?.isLeaving == false {
        questions?.isLeaving = true
        return [.say("Nothing is recorded yet. Esc once more leaves it; ^S records it.")]
      }
      leaveForm()
    default: break
    }
    return words.map { [.say($0)] } ?? []
  }

  private mutating func close() -> [Step<Work>] {
    guard let alert, let questions else { return [] }
    let verdict: PrivacyVerdict? = questions.code("verdict")
    var found = [Complaint<String>]()
    if verdict == nil { found.append(Complaint("verdict", "Choose a verdict.")) }
    if verdict != nil, verdict != .justified, questions.text("followUp").isEmpty {
      found.append(Complaint("followUp", "What was not justified, or is not clear, needs words on what follows."))
    }
    guard found.isEmpty, let verdict else {
      self.questions?.complaints = found
      if let first = found.first { self.questions?.go(to: first.field) }
      return [.say("Nothing was recorded. What you typed is as you left it.")]
    }
    isClosing = true
    return [.perform(.close(alert.id, verdict, followUp: questions.text("followUp")))]
  }
}
