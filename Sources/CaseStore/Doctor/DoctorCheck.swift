import CaseModel

/// One thing that the doctor looks at: a name, words, and the looking.
struct DoctorCheck: Sendable {
  enum Look: Sendable {
    /// The files and the disk, from the outside; nothing is opened.
    case place(@Sendable (PlaceFacts) -> [Symptom])
    /// What people have typed and not saved, in this account's folder.
    case drafts(@Sendable (Drafts) -> [Symptom])
    /// What a store that is a file holds or was opened with.
    case ofAFile(@Sendable (DoctorContent) async throws(Problem) -> [Symptom])
    /// How the server keeps a store that is on one.
    case ofAServer(@Sendable (DoctorContent) async throws(Problem) -> [Symptom])
    /// What the store holds.
    case content(@Sendable (DoctorContent) async throws(Problem) -> [Symptom])
    /// The tables cannot break it yet, and why.
    case notYet(String)
  }

  let name: String
  let words: String
  let look: Look

  init(_ name: String, _ words: String, place: @escaping @Sendable (PlaceFacts) -> [Symptom]) {
    (self.name, self.words, look) = (name, words, .place(place))
  }

  init(
    _ name: String, _ words: String,
    content: @escaping @Sendable (DoctorContent) async throws(Problem) -> [Symptom]
  ) {
    (self.name, self.words, look) = (name, words, .content(content))
  }

  init(_ name: String, _ words: String, look: Look) {
    (self.name, self.words, self.look) = (name, words, look)
  }

  init(_ name: String, _ words: String, notYet why: String) {
    (self.name, self.words, look) = (name, words, .notYet(why))
  }

  /// One finding, of the worst that was complained of; how much more there is is counted.
  func finding(_ symptoms: [Symptom]) -> DoctorFinding {
    guard let worst = symptoms.max(by: { $0.severity < $1.severity })?.severity,
      let first = symptoms.first(where: { $0.severity == worst })
    else { return DoctorFinding(check: name, words: words, severity: .inOrder) }
    let others = symptoms.count - 1
    let more =
      others == 0 ? "" : others == 1 ? "; there is 1 more of this kind" : "; there are \(others) more of this kind"
    let problem = Problem(
      "\(words.capitalisedFirst): \(first.severity.verdict).", because: "\(first.why.capitalisedFirst)\(more).",
      try: first.advice, kind: first.severity == .fault ? .damaged : .unavailable)
    return DoctorFinding(check: name, words: words, severity: first.severity, problem: problem)
  }

  func skipped(_ reason: String) -> DoctorFinding {
    DoctorFinding(check: name, words: words, severity: .skipped, reason: reason)
  }

  func unlookable(_ error: Problem) -> DoctorFinding {
    let problem = Problem(
      "\(words.capitalisedFirst): it could not be checked.", because: error.reason, try: DoctorFinding.advice,
      kind: error.kind)
    return DoctorFinding(check: name, words: words, severity: .fault, problem: problem)
  }
}

/// Something that is not as it should be.
struct Symptom: Hashable, Sendable {
  var severity: DoctorFinding.Severity
  /// Why, as a sentence without its capital and full stop. No text of a record is ever in it.
  var why: String
  /// What to do now, as a sentence.
  var advice: String

  static func fault(_ why: String, try advice: String = DoctorFinding.advice) -> Symptom {
    Symptom(severity: .fault, why: why, advice: advice)
  }

  static func warning(_ why: String, try advice: String) -> Symptom {
    Symptom(severity: .warning, why: why, advice: advice)
  }

  static func note(_ why: String, try advice: String) -> Symptom {
    Symptom(severity: .note, why: why, advice: advice)
  }
}

extension DoctorFinding.Severity {
  fileprivate var verdict: String {
    switch self {
    case .inOrder: "in order"
    case .skipped: "not looked at"
    case .note: "worth knowing"
    case .warning: "should be put right"
    case .fault: "not in order"
    }
  }
}
