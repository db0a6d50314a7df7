/// Somebody's way into integrated care and out of it (spec 5.1). Who agrees is enrolled and who refuses or withdraws is
/// not: that follows from consent alone (5.3); everything else is an act here.
public enum EnrolmentAct: Hashable, Sendable {
  /// Names somebody as a person for whom this may be right. A score alone lists nobody (R-RS-03): a reason is wanted.
  case identify(EnrolmentRoute)
  /// They have been asked. Only whoever is invited stands on lists.
  case invite
  case end(Ending)

  /// How an enrolment, or the way to one, ends without a decision of the person's.
  public enum Ending: String, Coded {
    case ineligible, moved, ended

    public var words: String {
      switch self {
      case .ineligible: "Not eligible"
      case .moved: "Moved away"
      case .ended: "Ended"
      }
    }

    public var status: EnrolmentStatus {
      switch self {
      case .ineligible: .ineligible
      case .moved: .moved
      case .ended: .ended
      }
    }
  }

  /// From which states it may be done; what else stands is told by `objection`.
  public var from: Set<EnrolmentStatus> {
    switch self {
    case .identify: [.declined, .withdrawn, .ineligible, .moved, .ended]
    case .invite: [.identified]
    case .end(.ineligible): [.identified, .invited]
    case .end(.moved), .end(.ended): [.identified, .invited, .enrolled]
    }
  }

  /// Why it may not be done now; nil where it may.
  ///
  /// - Parameters:
  ///   - status: nil for somebody who never was identified.
  ///   - doNotAskBefore: what the person said when they declined (5.3).
  public func objection(in status: EnrolmentStatus?, doNotAskBefore: Day?, on day: Day) -> String? {
    if status == .died { return "The person has died." }
    guard let status else {
      if case .identify = self { return nil }
      return "The person was never identified."
    }
    guard from.contains(status) else { return "The person is \(status.words.lowercasedFirst)." }
    if case .identify = self, let before = doNotAskBefore, day < before, status == .declined || status == .withdrawn {
      return "They have said not to be asked before \(before.short)."
    }
    return nil
  }
}

/// One step of somebody's way, as it was recorded.
public struct EnrolmentEvent: Hashable, Sendable, Identifiable {
  public var id: String
  /// Nil for the first.
  public var from: EnrolmentStatus?
  public var to: EnrolmentStatus
  /// The day it took effect, which may lie before it was recorded.
  public var on: Day
  public var reason: String
  public var by: String
  public var at: Moment

  public init(
    id: String, from: EnrolmentStatus?, to: EnrolmentStatus, on: Day, reason: String, by: String, at: Moment
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.on = on
    self.reason = reason
    self.by = by
    self.at = at
  }
}

/// Where somebody was registered, from when to when.
public struct Registration: Hashable, Sendable {
  public var practiceCode: String
  public var practiceName: String
  public var from: Day?
  public var to: Day?

  public init(practiceCode: String, practiceName: String, from: Day?, to: Day?) {
    self.practiceCode = practiceCode
    self.practiceName = practiceName
    self.from = from
    self.to = to
  }
}

/// Everything about somebody's enrolment.
public struct EnrolmentFile: Hashable, Sendable {
  public var patient: ID<Patient>
  public var name: PersonName
  public var nhsNumber: NHSNumber?
  /// Nil for somebody who never was identified.
  public var status: EnrolmentStatus?
  public var enrolledOn: Day?
  public var doNotAskBefore: Day?
  public var died: Day?
  public var placeOfDeath: PreferredPlace?
  /// The newest first.
  public var events: [EnrolmentEvent]
  public var registrations: [Registration]

  public init(
    patient: ID<Patient>, name: PersonName, nhsNumber: NHSNumber?, status: EnrolmentStatus?, enrolledOn: Day?,
    doNotAskBefore: Day?, died: Day?, placeOfDeath: PreferredPlace?, events: [EnrolmentEvent],
    registrations: [Registration]
  ) {
    self.patient = patient
    self.name = name
    self.nhsNumber = nhsNumber
    self.status = status
    self.enrolledOn = enrolledOn
    self.doNotAskBefore = doNotAskBefore
    self.died = died
    self.placeOfDeath = placeOfDeath
    self.events = events
    self.registrations = registrations
  }
}
