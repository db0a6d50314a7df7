/// A referral as it is written down, before it is kept.
public struct ReferralRequest: Hashable, Sendable {
  public var kind: ReferralKind
  public var place: ReferralPlace?
  /// Who refers: a member of staff here, or somebody elsewhere by name.
  public var fromStaff: ID<StaffMember>?
  public var fromName: String
  public var fromOrganisation: String
  /// Which team answers.
  public var team: String
  /// Who of the team, where one is named.
  public var owner: ID<StaffMember>?
  public var sbar: Referral.SBAR
  /// The clock starts when the service received it.
  public var receivedAt: Moment

  public init(
    kind: ReferralKind, place: ReferralPlace? = nil, fromStaff: ID<StaffMember>? = nil, fromName: String,
    fromOrganisation: String, team: String, owner: ID<StaffMember>? = nil, sbar: Referral.SBAR, receivedAt: Moment
  ) {
    self.kind = kind
    self.place = place
    self.fromStaff = fromStaff
    self.fromName = fromName
    self.fromOrganisation = fromOrganisation
    self.team = team
    self.owner = owner
    self.sbar = sbar
    self.receivedAt = receivedAt
  }

  public enum Part: String, Hashable, Sendable, CaseIterable {
    case kind, place, from, organisation, team, situation, background, assessment, recommendation, received
  }

  /// What is wrong with it; empty where it can be kept.
  public func complaints(now: Moment) -> [Complaint<Part>] {
    var found = [Complaint<Part>]()
    func want(_ part: Part, _ text: String, _ most: Int, _ what: String) {
      if text.isBlank { found.append(Complaint(part, "Say \(what).", rule: "4.6")) }
      limit(part, text, most)
    }
    func limit(_ part: Part, _ text: String?, _ most: Int) {
      guard let text, text.count > most else { return }
      found.append(Complaint(part, "It has \(text.count) characters, and \(most) fit.", rule: "4.6"))
    }
    want(.from, fromName, 70, "who refers")
    want(.organisation, fromOrganisation, 70, "for which organisation they refer")
    want(.team, team, 35, "which team is to answer")
    want(.situation, sbar.situation, 500, "what the situation is")
    limit(.background, sbar.background, 500)
    limit(.assessment, sbar.assessment, 500)
    want(.recommendation, sbar.recommendation, 500, "what is asked of the service")
    if receivedAt > now {
      found.append(Complaint(.received, "It is in the future: the clock starts when it was received.", rule: "4.6"))
    }
    return found
  }
}

extension String {
  /// Nothing but blanks.
  public var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// An answer as it is written down.
public struct ResponseRequest: Hashable, Sendable {
  public var kind: ResponseKind
  public var at: Moment
  /// Who answered, where it was not whoever writes it down.
  public var by: String?
  public var note: String?

  public init(kind: ResponseKind, at: Moment, by: String? = nil, note: String? = nil) {
    self.kind = kind
    self.at = at
    self.by = by
    self.note = note
  }
}

/// How a referral is closed.
public struct ClosingRequest: Hashable, Sendable {
  public var outcome: ReferralOutcome
  public var note: String?
  /// What it prevented, where somebody judges so (6.2).
  public var claim: AvoidedClaim?

  public init(outcome: ReferralOutcome, note: String? = nil, claim: AvoidedClaim? = nil) {
    self.outcome = outcome
    self.note = note
    self.claim = claim
  }
}

/// That something was avoided, as it is claimed (spec 6.2).
public struct AvoidedClaim: Hashable, Sendable {
  public var kind: AvoidedKind
  public var at: Moment
  public var service: String
  public var basis: AvoidedBasis
  public var confidence: AvoidedConfidence
  public var evidence: String
  /// The use of a crisis plan that it cites, where it cites no referral.
  public var crisisUse: String?
  public var value: AvoidedEvent.UnitValue?

  public init(
    kind: AvoidedKind, at: Moment, service: String, basis: AvoidedBasis, confidence: AvoidedConfidence,
    evidence: String, crisisUse: String? = nil, value: AvoidedEvent.UnitValue? = nil
  ) {
    self.kind = kind
    self.at = at
    self.service = service
    self.basis = basis
    self.confidence = confidence
    self.evidence = evidence
    self.crisisUse = crisisUse
    self.value = value
  }

  /// What is wrong with it, as sentences.
  public func faults(now: Moment) -> [String] {
    var found = [String]()
    if evidence.isBlank { found.append("It does not say by what one sees it (R-OM-02).") }
    if service.isBlank { found.append("It does not say which service avoided it.") }
    if evidence.count > 500 || service.count > 70 { found.append("A text in it is too long.") }
    if at > now { found.append("It is in the future: what has not happened yet is a forecast (R-OM-03).") }
    if let value, value.pence < 0 || value.source.isBlank || value.year.isBlank {
      found.append("A value in pounds needs its price list and its year (R-OM-04).")
    }
    return found
  }
}
