/// Statements as staff read them: who, when, on what basis, and whether the person could decide.
extension RecordedStatement {
  /// `Given 5-Jun-2015, explicit verbal, by the person`
  public func words(_ audience: Audience) -> String {
    if statement.decision == .notAsked {
      let why = statement.reasonNotObtained.map { ": \($0)" } ?? ""
      return "Not asked, \(statement.at.shown(to: audience))\(why)"
    }
    return "\(statement.decision.words) \(statement.at.shown(to: audience)), \(statement.basis.words.lowercasedFirst),"
      + " by \(giver)"
  }

  private var giver: String {
    let name = statement.givenByName ?? ""
    if statement.givenBy == .person { return name.isEmpty ? "the person" : name }
    return [name, statement.givenBy.words.lowercasedFirst].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Everything else that is known of it, a sentence each.
  public func details(_ audience: Audience) -> [String] {
    var found = [String]()
    if let state = statement.capacityState ?? (statement.capacity == nil ? nil : .notAssessed) {
      found.append([state.words, statement.capacity ?? ""].filter { !$0.isEmpty }.joined(separator: ": ") + ".")
    }
    if let from = statement.validFrom { found.append("Holds from \(from.shown(to: audience)).") }
    if let to = statement.validTo {
      let words = statement.basis == .bestInterests ? "To be looked at again by" : "Holds until"
      found.append("\(words) \(to.shown(to: audience)).")
    }
    if let day = statement.doNotAskBefore { found.append("Not to be asked again before \(day.shown(to: audience)).") }
    if let scope = statement.scope { found.append("What for: \(scope).") }
    if let evidence = statement.evidence { found.append("Evidence: \(evidence).") }
    let who = [takenBy, organisation].compactMap { $0 }.joined(separator: ", ")
    if !who.isEmpty { found.append("Written down by \(who).") }
    if let void { found.append("RECORDED IN ERROR: \(void.reason) (\(void.by), \(void.at.shown(to: audience))).") }
    return found.map { $0.hasSuffix("..") ? String($0.dropLast()) : $0 }
  }

  /// It does not hold any more, or has to be looked at again.
  public func isOver(on day: Day) -> Bool { statement.validTo.map { $0 < day } ?? false }
}

extension ConsentRecord {
  /// What stands for a subject in a line, with `!` before what needs somebody.
  public func line(_ subject: ConsentSubject, on day: Day, _ audience: Audience) -> (words: String, isUrgent: Bool) {
    guard let recorded = standing(subject) else { return ("Not asked: nothing is recorded", false) }
    let words = recorded.words(audience)
    guard recorded.isOver(on: day) else { return (words, false) }
    let over = recorded.statement.basis == .bestInterests ? "to be looked at again" : "ran out"
    return ("! \(words); \(over)", true)
  }
}

extension SharingRestriction {
  /// `Barts Health NHS Trust, from 5-Jan-2016 to 3-Mar-2016: her cousin works there (Jo Francis)`
  public func words(_ audience: Audience) -> String {
    let end = to.map { " to \($0.shown(to: audience))" } ?? ""
    return "\(party), from \(from.shown(to: audience))\(end): \(reason) (\(recordedBy))"
  }
}

extension String {
  /// With a full stop at its end, where it has none of its own.
  public var asSentence: String { last.map { ".!?".contains($0) } ?? true ? self : self + "." }
}

extension SharingOverride {
  public func words(_ audience: Audience) -> String {
    "\(staffName), from \(at.shown(to: audience)) to \(until.shown(to: audience)). \(ground.words): \(reason.asSentence)"
      + " Decided by \(decidedByName), \(decidedByRole) (written down by \(recordedBy))"
  }
}
