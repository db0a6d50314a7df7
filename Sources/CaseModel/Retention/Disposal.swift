/// That somebody's record, or every record, is not destroyed for now, whatever its age.
public struct RetentionHold: Hashable, Sendable, Identifiable {
  public enum Kind: String, Coded {
    case legal
    /// The list of public inquiries whose evidence is to be kept (Records Management Code, appendix I).
    case publicInquiry = "public_inquiry"

    public var words: String { self == .legal ? "Legal hold" : "Public inquiry" }
  }

  public var id: String
  public var kind: Kind
  /// The case or the inquiry.
  public var name: String
  /// Nil holds every record.
  public var patient: ID<Patient>?
  public var reason: String
  public var from: Day
  public var by: String
  public var liftedOn: Day?
  public var liftedBy: String?
  public var liftReason: String?

  public init(
    id: String, kind: Kind, name: String, patient: ID<Patient>?, reason: String, from: Day, by: String,
    liftedOn: Day? = nil, liftedBy: String? = nil, liftReason: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.patient = patient
    self.reason = reason
    self.from = from
    self.by = by
    self.liftedOn = liftedOn
    self.liftedBy = liftedBy
    self.liftReason = liftReason
  }
}

/// Whose records fall due, as one person has reported it, another approves it, and it is done.
public struct DisposalReport: Hashable, Sendable, Identifiable {
  /// Somebody in it.
  public struct Entry: Hashable, Sendable {
    public var patient: ID<Patient>
    /// Nil for whoever may not see them, and after the record is gone.
    public var name: PersonName?
    public var nhsNumber: NHSNumber?
    public var until: Day
    /// Held: not destroyed.
    public var isHeld: Bool
    public var reasons: [String]
    public var isDestroyed: Bool

    public init(
      patient: ID<Patient>, name: PersonName?, nhsNumber: NHSNumber?, until: Day, isHeld: Bool, reasons: [String],
      isDestroyed: Bool
    ) {
      self.patient = patient
      self.name = name
      self.nhsNumber = nhsNumber
      self.until = until
      self.isHeld = isHeld
      self.reasons = reasons
      self.isDestroyed = isDestroyed
    }
  }

  public var id: String
  /// The day it is of.
  public var day: Day
  public var madeBy: String
  /// The periods that were in force.
  public var basis: String
  public var approvedBy: String?
  public var approvedOn: Day?
  public var disposedBy: String?
  public var disposedOn: Day?
  public var entries: [Entry]

  public init(
    id: String, day: Day, madeBy: String, basis: String, approvedBy: String? = nil, approvedOn: Day? = nil,
    disposedBy: String? = nil, disposedOn: Day? = nil, entries: [Entry] = []
  ) {
    self.id = id
    self.day = day
    self.madeBy = madeBy
    self.basis = basis
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.disposedBy = disposedBy
    self.disposedOn = disposedOn
    self.entries = entries
  }
}

/// That a record was destroyed: whose by an identifier that says nothing, and nothing of what stood in it.
public struct DisposalCertificate: Hashable, Sendable {
  public var patient: ID<Patient>
  public var report: DisposalReport.ID
  public var at: Moment
  public var reportedBy: String
  public var approvedBy: String
  public var disposedBy: String
  public var until: Day
  public var basis: String
  /// How many rows of how many tables.
  public var rows: Int
  public var tables: Int

  public init(
    patient: ID<Patient>, report: DisposalReport.ID, at: Moment, reportedBy: String, approvedBy: String,
    disposedBy: String, until: Day, basis: String, rows: Int, tables: Int
  ) {
    self.patient = patient
    self.report = report
    self.at = at
    self.reportedBy = reportedBy
    self.approvedBy = approvedBy
    self.disposedBy = disposedBy
    self.until = until
    self.basis = basis
    self.rows = rows
    self.tables = tables
  }
}

/// What came of carrying out a report.
public struct Disposed: Hashable, Sendable {
  public var certificates: [DisposalCertificate]
  /// Those who were due when the report was made and are not any more, with why.
  public var left: [String]
  /// Texts of theirs beside the store that could not be removed.
  public var draftsLeft: [String]

  public init(certificates: [DisposalCertificate], left: [String], draftsLeft: [String]) {
    self.certificates = certificates
    self.left = left
    self.draftsLeft = draftsLeft
  }
}
