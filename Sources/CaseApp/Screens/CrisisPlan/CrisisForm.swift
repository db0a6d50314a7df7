import CaseModel
import TerminalKit

/// The forms of the crisis plan's screen: their questions, and what comes of the answers.
enum CrisisForm: Hashable, Sendable {
  case sign, renew, stillRight, takeBack, use, keySafe
  case recall(Int)

  struct Fault: Error, Hashable {
    var complaints: [Complaint<String>]
  }

  /// The ways of `sign`, as far as they apply.
  private static let ways = ["Approve as interim", "Confirm"]

  /// What is signed: the draft, or an interim plan in force.
  static func signed(_ file: CrisisFile) -> CrisisPlanRecord? {
    file.draft ?? (file.current?.grade == .interim ? file.current : nil)
  }

  /// Why it cannot be done; nil when it can.
  func whyNot(_ file: CrisisFile, _ around: Surroundings) -> String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to change a crisis plan." }
    if file.patient.died != nil, self != .use {
      if case .recall = self { return nil }
      return "This person has died, so the plan is kept as it was."
    }
    switch self {
    case .sign:
      guard let record = CrisisForm.signed(file) else { return "There is nothing to sign. Press e to write a draft." }
      if !file.mayApprove, !file.mayConfirm {
        return
          "Your role may not sign a crisis plan. A GP, a consultant, an advanced nurse practitioner or a matron may."
      }
      if record.storedStatus == .draft {
        let gaps = CrisisRules.interimGaps(of: record.plan)
        if !gaps.isEmpty {
          return "The draft does not say: \(CrisisRules.words(gaps)) (R-CR-02). Press e to fill it in."
        }
      }
    case .renew:
      guard let record = file.current, record.grade == .interim else {
        return "Only an interim plan in force is renewed."
      }
      if !file.mayApprove { return "Your role may not renew a crisis plan. Ask whoever may approve it." }
    case .stillRight:
      if file.current == nil { return "There is no plan in force to look at." }
      if !file.mayApprove { return "Your role may not say so. Ask whoever may approve the plan." }
    case .takeBack:
      if file.current == nil, file.draft == nil { return "There is nothing to take back." }
    case .use, .keySafe: return nil
    case .recall(let number):
      if file.copies.first(where: { $0.number == number })?.recall != nil {
        return "Copy \(number) is recalled already."
      }
    }
    return nil
  }

  func questions(_ file: CrisisFile, today: Day) -> Questions {
    switch self {
    case .sign: return sign(file, today: today)
    case .renew:
      let isFree = (file.current?.renewals ?? 0) < CrisisClock.freeRenewals
      var asked: [Questions.Question] = [.init("note", "Why it is renewed", .text)]
      if !isFree { asked.insert(.init("discussed", "Spoken of in the MDT on", .day), at: 0) }
      return Questions(
        "Renew the interim plan",
        notes: [
          isFree
            ? "Its clock starts again today. It can be renewed once without an MDT discussion (R-CR-04)."
            : "It was renewed before: R-CR-04 asks for a discussion in the MDT first."
        ], asked)
    case .stillRight:
      var asked: [Questions.Question] = [.init("note", "What was looked at, with whom", .text)]
      if file.current?.grade == .confirmed { asked.insert(.init("next", "Next review", .day), at: 0) }
      return Questions(
        "Still right", notes: ["The plan stays as it was signed. A review that a crisis asked for is done by it."],
        asked)
    case .takeBack:
      var ways = [String]()
      if file.current != nil { ways += ["The person revokes the plan", "The plan is revoked by a clinician"] }
      if file.draft != nil { ways.append("The draft was entered in error") }
      if file.current != nil { ways.append("The version in force was entered in error") }
      return Questions(
        "Take back",
        notes: ["The person revokes at once and gives no reason (R-CR-11). Everything stays in the history."],
        [.init("way", "What", .choice(ways)), .init("reason", "Why", .text)])
    case .use:
      var questions = Questions(
        "The plan was used in a crisis",
        notes: ["It is then looked at again within \(CrisisClock.reviewAfterUse) days (R-CR-10)."],
        [
          .init("on", "On", .day), .init("who", "Who used it", .text),
          .init("followed", "Was it followed", .choice(CrisisUse.Followed.allCases.map(\.words))),
          .init("outcome", "What came of it", .choice(CrisisUse.Outcome.allCases.map(\.words))),
          .init("change", "What to change", .text),
        ])
      questions.preset("on", today.short)
      return questions
    case .keySafe:
      return Questions(
        "The key safe's code",
        notes: [
          "It is kept sealed, and is in no draft, list or print. An empty code says that there is none any more."
        ],
        [.init("code", "Code", .text)])
    case .recall(let number):
      let copy = file.copies.first { $0.number == number }
      return Questions(
        "Copy \(number) of version \(copy?.version ?? 0), \(copy?.place ?? "")",
        notes: ["Say what became of it."],
        [.init("recall", "It was", .choice(CrisisCopy.Recall.allCases.map(\.words)))])
    }
  }

  private func sign(_ file: CrisisFile, today: Day) -> Questions {
    let record = CrisisForm.signed(file)
    let isDraft = record?.storedStatus == .draft
    let plan = record?.plan ?? CrisisPlan()
    let warnings = CrisisWarning.all(in: plan, on: today)
    var notes = [
      isDraft
        ? "Draft by \(record?.draftedBy ?? ""), last changed by \(record?.updatedBy ?? "")."
        : "Interim version \(record?.versionNumber ?? 0)."
    ]
    let gaps = CrisisRules.confirmedGaps(of: plan)
    notes.append(
      gaps.isEmpty
        ? "Nothing is missing for confirming it." : "Missing before it can be confirmed: \(CrisisRules.words(gaps)).")
    notes += warnings.map { "! \($0.words)" }
    var questions = Questions(
      "Sign the crisis plan", notes: notes,
      [.init("way", "Sign it how", .choice(isDraft ? CrisisForm.ways : [CrisisForm.ways[1]]))]
        + warnings.map { .init($0.rawValue, "Why \($0.short)", .text) })
    questions.go(to: "way")
    return questions
  }

  // MARK: What comes of it

  func act(_ answers: Questions, _ file: CrisisFile, today: Day) -> Result<CrisisAct, Fault> {
    var found = answers.unreadDays(today: today)
    func need(_ key: String, _ words: String, _ isThere: Bool) { if !isThere { found.append(Complaint(key, words)) } }
    func text(_ key: String) -> String { answers.text(key) }
    let act: CrisisAct?
    switch self {
    case .sign: act = sign(answers, file, today, need)
    case .renew:
      need("note", "Say why.", text("note").count >= 3)
      act = file.current.map {
        .renew($0.id, basedOn: $0.rowVersion, discussedOn: answers.day("discussed", today: today), note: text("note"))
      }
    case .stillRight:
      let next = answers.day("next", today: today)
      if file.current?.grade == .confirmed { need("next", "Give the day of the next review.", next != nil) }
      need("note", "Say what was looked at.", text("note").count >= 3)
      act = file.current.map { .stillRight($0.id, basedOn: $0.rowVersion, next: next, note: text("note")) }
    case .takeBack: act = takeBack(answers, file, need)
    case .use:
      let day = answers.day("on", today: today)
      let (followed, outcome) = (
        answers.code("followed", CrisisUse.Followed.self), answers.code("outcome", CrisisUse.Outcome.self)
      )
      need("on", "Give the day, not after today.", day.map { $0 <= today } ?? false)
      need("who", "Say who used it.", !text("who").isEmpty)
      need("followed", "Choose one.", followed != nil)
      need("outcome", "Choose one.", outcome != nil)
      if let day, let followed, let outcome {
        act = .use(
          CrisisUse(
            on: day, whoUsed: text("who"), followed: followed, outcome: outcome, whatToChange: text("change")))
      } else {
        act = nil
      }
    case .keySafe:
      need("code", "A code has at most 20 characters.", text("code").count <= 20)
      act = .keySafe(text("code"))
    case .recall(let number):
      let recall = answers.code("recall", CrisisCopy.Recall.self)
      need("recall", "Choose one.", recall != nil)
      act = recall.map { .recall(number, $0) }
    }
    guard found.isEmpty, let act else { return .failure(Fault(complaints: found)) }
    return .success(act)
  }

  private func sign(
    _ answers: Questions, _ file: CrisisFile, _ today: Day, _ need: (String, String, Bool) -> Void
  ) -> CrisisAct? {
    guard let record = CrisisForm.signed(file) else { return nil }
    var reasons = [CrisisWarning: String]()
    for warning in CrisisWarning.all(in: record.plan, on: today) {
      need(warning.rawValue, "Say why this is right as it is.", !answers.text(warning.rawValue).isEmpty)
      reasons[warning] = answers.text(warning.rawValue)
    }
    need("way", "Choose how it is signed.", answers.choice("way") != nil)
    guard let way = answers.choice("way") else { return nil }
    return record.storedStatus == .draft && way == 0
      ? .approve(record.id, basedOn: record.rowVersion, answers: reasons)
      : .confirm(record.id, basedOn: record.rowVersion, answers: reasons)
  }

  private func takeBack(
    _ answers: Questions, _ file: CrisisFile, _ need: (String, String, Bool) -> Void
  ) -> CrisisAct? {
    let reason = answers.text("reason")
    need("way", "Choose what is taken back.", answers.choice("way") != nil)
    guard let way = answers.choice("way") else { return nil }
    let first = file.current == nil ? 2 : 0
    let chosen = way + first
    if chosen == 0 { return .revoke(byPerson: true, reason: reason) }
    need("reason", "Say why.", reason.count >= 3)
    if chosen == 1 { return .revoke(byPerson: false, reason: reason) }
    let isDraft = chosen == 2 && file.draft != nil
    let record = isDraft ? file.draft : file.current
    return record.map { .void($0.id, basedOn: $0.rowVersion, reason: reason) }
  }
}

extension CrisisWarning {
  /// In three words, as a question's label.
  var short: String {
    switch self {
    case .attemptComfortOnly: "CPR, comfort only"
    case .attemptHomeOnly: "CPR, home only"
    case .noCPRCeilingNotRecorded: "no CPR, no ceiling"
    case .noCPRNoDocument: "no CPR form"
    case .noCPRNotAssessedNotDiscussed: "no CPR, not discussed"
    case .adrtFullCeiling: "full despite refusal"
    case .adrtNoDocument: "no refusal's place"
    case .homeNoOutOfHours: "home, nobody at night"
    case .anticipatoryNoLocation: "medicines, no place"
    case .anticipatoryExpired: "medicines expired"
    case .lacksCapacityNoBestInterests: "no best interests"
    case .attorneyNotConsulted: "attorney not asked"
    }
  }
}
