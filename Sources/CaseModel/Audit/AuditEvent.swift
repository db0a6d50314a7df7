/// What the audit may say that somebody did (spec 8.4).
public enum AuditAction: String, CaseIterable, Sendable, Codable {
  case login, logout, search, view, viewMasked = "view_masked", create, update, sign, print, export
  case importFile = "import", consentChange = "consent_change", assignment, breakGlass = "break_glass", denied, merge
  case settingChange = "setting_change", void, undo, redo
}

/// One row of the audit: who did what to which record, chained to the row before it (store.md 4).
public struct AuditEvent: Hashable, Sendable, Codable {
  public var sequence: Int
  public var at: Moment
  public var staffID: String
  public var staffName: String
  public var role: String
  public var organisation: String
  public var workstation: String
  public var patient: String?
  public var action: AuditAction
  /// The kind of record and its identifier: `care_plan 0190...`.
  public var object: String
  public var versionBefore: Int?
  public var versionAfter: Int?
  /// In plain words: what for, which file, which terms.
  public var purpose: String
  /// SHA-256 of the record as it stands after, hex; empty for reads.
  public var recordDigest: String
  public var previousHash: String
  public var hash: String
  /// By which relationship the record was reached; nil where none is asked for, and in rows from before it was kept.
  public var relationship: Relationship?

  public init(
    sequence: Int, at: Moment, staffID: String, staffName: String, role: String, organisation: String,
    workstation: String, patient: String?, action: AuditAction, object: String, versionBefore: Int?,
    versionAfter: Int?, purpose: String, recordDigest: String, previousHash: String, hash: String,
    relationship: Relationship? = nil
  ) {
    self.sequence = sequence
    self.at = at
    self.staffID = staffID
    self.staffName = staffName
    self.role = role
    self.organisation = organisation
    self.workstation = workstation
    self.patient = patient
    self.action = action
    self.object = object
    self.versionBefore = versionBefore
    self.versionAfter = versionAfter
    self.purpose = purpose
    self.recordDigest = recordDigest
    self.previousHash = previousHash
    self.hash = hash
    self.relationship = relationship
  }
}

/// Whom an audit row is about.
public struct AuditedPerson: Hashable, Sendable {
  public var name: PersonName
  public var nhsNumber: NHSNumber?

  public init(name: PersonName, nhsNumber: NHSNumber?) {
    self.name = name
    self.nhsNumber = nhsNumber
  }
}

/// What walking the chain found.
public enum AuditVerdict: Hashable, Sendable {
  case whole(count: Int, head: String)
  /// The first row that does not fit, and why.
  case broken(sequence: Int, why: String)
}
