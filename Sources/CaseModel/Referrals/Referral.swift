/// A request that a service answers in time (spec 4.6).
public struct Referral: Hashable, Sendable, Identifiable {
  public typealias ID = CaseModel.ID<Referral>

  public var id: ID
  public var patient: CaseModel.ID<Patient>
  public var patientName: PersonName
  public var born: Day
  public var nhsNumber: NHSNumber?
  public var kind: ReferralKind
  public var place: ReferralPlace?
  public var fromName: String
  public var fromOrganisation: String
  public var team: String
  public var ownerID: CaseModel.ID<StaffMember>?
  public var owner: String?
  public var sbar: SBAR
  /// When the service received it, not when it was written down here.
  public var receivedAt: Moment
  public var recordedAt: Moment
  public var recordedBy: String
  /// What was asked of the service when it was received: a later change of the settings does not change it.
  public var standard: ResponseStandard
  public var responses: [ReferralResponse]
  public var closing: ReferralClosing?
  public var avoided: [AvoidedEvent]
  /// Why it is void; nil where it counts.
  public var voidReason: String?
  public var holidays: Set<Day>
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int

  public init(
    id: ID, patient: CaseModel.ID<Patient>, patientName: PersonName, born: Day, nhsNumber: NHSNumber?,
    kind: ReferralKind, place: ReferralPlace?, fromName: String, fromOrganisation: String, team: String,
    ownerID: CaseModel.ID<StaffMember>?, owner: String?, sbar: SBAR, receivedAt: Moment, recordedAt: Moment,
    recordedBy: String, standard: ResponseStandard, responses: [ReferralResponse] = [],
    closing: ReferralClosing? = nil, avoided: [AvoidedEvent] = [], voidReason: String? = nil,
    holidays: Set<Day> = [], rowVersion: Int = 1
  ) {
    self.id = id
    self.patient = patient
    self.patientName = patientName
    self.born = born
    self.nhsNumber = nhsNumber
    self.kind = kind
    self.place = place
    self.fromName = fromName
    self.fromOrganisation = fromOrganisation
    self.team = team
    self.ownerID = ownerID
    self.owner = owner
    self.sbar = sbar
    self.receivedAt = receivedAt
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.standard = standard
    self.responses = responses
    self.closing = closing
    self.avoided = avoided
    self.voidReason = voidReason
    self.holidays = holidays
    self.rowVersion = rowVersion
  }

  public var isOpen: Bool { closing == nil && voidReason == nil }

  /// The earliest that counts.
  public var firstResponse: ReferralResponse? {
    responses.filter { $0.voidReason == nil }.min { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  public var clock: ReferralClock {
    ReferralClock(standard: standard, receivedAt: receivedAt, answeredAt: firstResponse?.at, holidays: holidays)
  }

  /// How it stands; what was closed without an answer is a breach, however soon (R-RF-02).
  public func standing(at now: Moment) -> ReferralClock.Standing {
    let standing = clock.standing(at: closing.map { min($0.at, now) } ?? now)
    if closing != nil, firstResponse == nil {
      return .unanswered(over: max(clock.service(at: closing?.at ?? now) - standard.minutes, 0))
    }
    return standing
  }

  /// Situation, background, assessment, recommendation.
  public struct SBAR: Hashable, Sendable, Codable {
    public var situation: String
    public var background: String?
    public var assessment: String?
    public var recommendation: String

    public init(situation: String, background: String? = nil, assessment: String? = nil, recommendation: String) {
      self.situation = situation
      self.background = background
      self.assessment = assessment
      self.recommendation = recommendation
    }

    /// Label and text, those without a text left out.
    public var parts: [(label: String, text: String)] {
      [
        ("Situation", situation), ("Background", background ?? ""), ("Assessment", assessment ?? ""),
        ("Recommendation", recommendation),
      ].filter { !$0.1.isEmpty }.map { (label: $0.0, text: $0.1) }
    }
  }
}

/// That somebody of the service answered.
public struct ReferralResponse: Hashable, Sendable, Identifiable {
  public var id: String
  public var at: Moment
  public var kind: ResponseKind
  /// Who answered.
  public var by: String
  public var note: String?
  public var recordedBy: String
  public var voidReason: String?

  public init(
    id: String, at: Moment, kind: ResponseKind, by: String, note: String?, recordedBy: String, voidReason: String? = nil
  ) {
    self.id = id
    self.at = at
    self.kind = kind
    self.by = by
    self.note = note
    self.recordedBy = recordedBy
    self.voidReason = voidReason
  }
}

/// That a referral was closed, and what became of it.
public struct ReferralClosing: Hashable, Sendable {
  public var outcome: ReferralOutcome
  public var note: String?
  public var at: Moment
  public var by: String

  public init(outcome: ReferralOutcome, note: String?, at: Moment, by: String) {
    self.outcome = outcome
    self.note = note
    self.at = at
    self.by = by
  }
}

/// The judgement of a clinician that something did not happen to somebody because of a service (spec 6.2).
public struct AvoidedEvent: Hashable, Sendable, Identifiable {
  public var id: String
  public var patient: ID<Patient>
  public var kind: AvoidedKind
  public var at: Moment
  public var judgedBy: String
  public var judgedByID: ID<StaffMember>
  public var service: String
  public var basis: AvoidedBasis
  public var confidence: AvoidedConfidence
  /// What it is seen by, in words, besides the referral or the use of the crisis plan that it cites (R-OM-02).
  public var evidence: String
  public var referral: Referral.ID?
  public var crisisUse: String?
  public var counterSignedBy: String?
  public var counterSignedAt: Moment?
  /// In pence, gross and not cashable, with the list it comes from and its year (R-OM-04).
  public var value: UnitValue?
  public var voidReason: String?

  public struct UnitValue: Hashable, Sendable, Codable {
    public var pence: Int
    public var source: String
    public var year: String

    public init(pence: Int, source: String, year: String) {
      self.pence = pence
      self.source = source
      self.year = year
    }
  }

  public init(
    id: String, patient: ID<Patient>, kind: AvoidedKind, at: Moment, judgedBy: String, judgedByID: ID<StaffMember>,
    service: String, basis: AvoidedBasis, confidence: AvoidedConfidence, evidence: String, referral: Referral.ID?,
    crisisUse: String?, counterSignedBy: String? = nil, counterSignedAt: Moment? = nil, value: UnitValue? = nil,
    voidReason: String? = nil
  ) {
    self.id = id
    self.patient = patient
    self.kind = kind
    self.at = at
    self.judgedBy = judgedBy
    self.judgedByID = judgedByID
    self.service = service
    self.basis = basis
    self.confidence = confidence
    self.evidence = evidence
    self.referral = referral
    self.crisisUse = crisisUse
    self.counterSignedBy = counterSignedBy
    self.counterSignedAt = counterSignedAt
    self.value = value
    self.voidReason = voidReason
  }

  /// Within so many seconds of one another two are one event of a person and a kind (R-OM-01).
  public static let once = 86_400

  /// Whether another claim of the same person and kind is the same event.
  public func isSame(_ kind: AvoidedKind, at moment: Moment) -> Bool {
    voidReason == nil && self.kind == kind && abs(at - moment) < AvoidedEvent.once
  }
}

extension Referral {
  /// What runs out next stands first: those that nobody has answered by when they are due, then the others.
  public struct Urgency: Comparable, Hashable, Sendable {
    var isAnswered: Bool
    var due: Moment
    var id: String

    public static func < (left: Urgency, right: Urgency) -> Bool {
      (left.isAnswered ? 1 : 0, left.due, left.id) < (right.isAnswered ? 1 : 0, right.due, right.id)
    }
  }

  public func urgency(at now: Moment) -> Urgency {
    Urgency(isAnswered: firstResponse != nil, due: clock.due ?? receivedAt + 366 * 86_400, id: id.text)
  }

  /// `12 min left`, `OVER by 3 min`, `met in 30 min`, `LATE, after 75 min`, `BREACH, no answer`.
  public func standingWords(at now: Moment) -> String {
    switch standing(at: now) {
    case .running(let left): "\(left.minutesSaid) left"
    case .met(let after): "met in \(after.minutesSaid)"
    case .late(let after): "LATE, \(after.minutesSaid)"
    case .unanswered(let over): closing == nil ? "OVER by \(over.minutesSaid)" : "BREACH, no answer"
    }
  }

  /// A line of the worklist "Response clock".
  public func worklistRow(at now: Moment) -> WorklistRow {
    let isOver = standing(at: now).isBreach
    return WorklistRow(
      patient: patient, name: patientName, nhsNumber: nhsNumber,
      why: "\(kind.words), received \(receivedAt.day.short) \(receivedAt.clockSaid): \(standingWords(at: now))",
      toDo: "Answer it\(clock.due.map { " by \($0.day == now.day ? "" : "\($0.day.short) ")\($0.clockSaid)" } ?? "")",
      due: clock.due?.day, isOverdue: isOver, owner: ownerID, ownerName: owner ?? team, target: .referral(id.text))
  }
}
