/// What a statement about consent must say before it is kept (spec 5.3).
extension ConsentStatement {
  /// A part of it, as forms and complaints name it.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case subject, decision, basis, givenBy, givenByName, at, validFrom, validTo, capacity, capacityWords, evidence
    case scope, reasonNotObtained, doNotAskBefore
  }

  /// What is wrong with it, as sentences; empty when it can be recorded.
  public func faults(today: Day, isInvitation: Bool = false) -> [String] {
    complaints(today: today, isInvitation: isInvitation).map(\.message)
  }

  /// What is wrong, each with the part that it is wrong with. `isInvitation`: they have been invited and are not enrolled.
  public func complaints(today: Day, isInvitation: Bool = false) -> [Complaint<Part>] {
    var found = [Complaint<Part>]()
    func complain(_ part: Part, _ message: String, when isWrong: Bool) {
      if isWrong { found.append(Complaint(part, message, rule: "5.3")) }
    }
    complain(.at, "It is dated in the future.", when: at > today)
    complain(
      .validTo, "Its last day is before its first.",
      when: validTo.map { $0 < at || validFrom.map { from in validTo.map { $0 < from } ?? false } ?? false } ?? false)
    found += faultsOfCapacity(lacks: capacityState == .lacks)
    complain(
      .reasonNotObtained, "It does not say why nobody asked.",
      when: decision == .notAsked && isEmpty(reasonNotObtained))
    complain(
      .givenByName, "It does not name who decided for the person.", when: givenBy != .person && isEmpty(givenByName))
    complain(
      .evidence, "It does not say where the paper is that was signed.",
      when: basis == .explicitWritten && decision != .notAsked && isEmpty(evidence))
    let texts: [(Part, String?)] = [
      (.givenByName, givenByName), (.capacityWords, capacity), (.scope, scope), (.evidence, evidence),
      (.reasonNotObtained, reasonNotObtained),
    ]
    for (part, text) in texts {
      complain(part, "It has more than 2,000 characters.", when: text.map { $0.count > 2000 } ?? false)
    }
    if subject == .enrolment, decision == .refused, isInvitation {
      complain(
        .doNotAskBefore, "Who refuses an invitation is not asked again before a day: give the day.",
        when: doNotAskBefore.map { $0 <= at } ?? true)
    }
    return found
  }

  private func isEmpty(_ text: String?) -> Bool { text.map { $0.allSatisfy(\.isWhitespace) } ?? true }

  private func faultsOfCapacity(lacks: Bool) -> [Complaint<Part>] {
    var found = [Complaint<Part>]()
    func complain(_ part: Part, _ message: String, when isWrong: Bool) {
      if isWrong { found.append(Complaint(part, message, rule: "5.3")) }
    }
    let isForThem = basis == .bestInterests || basis == .lpa || basis == .courtDeputy
    if basis == .bestInterests {
      complain(
        .capacityWords, "A decision in somebody's best interests says why they cannot decide.", when: isEmpty(capacity))
      complain(
        .capacity, "Somebody who can decide this decides it themself: choose another basis.",
        when: capacityState == .has)
      complain(
        .validTo,
        "A decision in somebody's best interests is looked at again within 182 days: give the day, by"
          + " \((at + ConsentStatement.bestInterestsDays).short).",
        when: validTo.map { $0 <= at || $0 > at + ConsentStatement.bestInterestsDays } ?? true)
      complain(.givenBy, "Somebody who cannot decide has not decided: say who did.", when: givenBy == .person)
    } else {
      complain(
        .capacityWords, "It does not say why they cannot decide this.", when: lacks && isEmpty(capacity))
    }
    complain(
      .basis,
      "Somebody who cannot decide this has not agreed or refused themself: record a decision in their best interests,"
        + " or of their attorney or deputy.",
      when: lacks && !isForThem && basis != .vitalInterest && basis != .legalDuty && decision != .notAsked)
    complain(
      .givenBy, "Under a lasting power of attorney it is the attorney who decides.",
      when: basis == .lpa && givenBy != .attorney)
    complain(
      .givenBy, "Where a court has named a deputy it is the deputy who decides.",
      when: basis == .courtDeputy && givenBy != .deputy)
    return found
  }
}
