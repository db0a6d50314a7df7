/// What becomes of an action of somebody who has withdrawn.
public enum TaskDecision: String, Coded {
  case stop, transfer

  public var words: String { self == .stop ? "Stopped" : "Transferred" }
}

/// "Stop or transfer?": an action that was open when the person withdrew, until somebody decides (spec 5.3).
public struct ConsentTask: Hashable, Sendable, Identifiable {
  public var id: String
  public var patient: ID<Patient>
  public var patientName: PersonName
  public var nhsNumber: NHSNumber?
  /// What somebody had said they would do.
  public var what: String
  public var ownerID: ID<StaffMember>
  public var owner: String
  public var raisedAt: Moment
  public var decision: TaskDecision?
  /// To whom it was handed over.
  public var transferTo: String?
  public var reason: String?
  public var decidedBy: String?
  public var decidedAt: Moment?

  public init(
    id: String, patient: ID<Patient>, patientName: PersonName, nhsNumber: NHSNumber?, what: String,
    ownerID: ID<StaffMember>, owner: String, raisedAt: Moment, decision: TaskDecision? = nil,
    transferTo: String? = nil, reason: String? = nil, decidedBy: String? = nil, decidedAt: Moment? = nil
  ) {
    self.id = id
    self.patient = patient
    self.patientName = patientName
    self.nhsNumber = nhsNumber
    self.what = what
    self.ownerID = ownerID
    self.owner = owner
    self.raisedAt = raisedAt
    self.decision = decision
    self.transferTo = transferTo
    self.reason = reason
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
  }
}
