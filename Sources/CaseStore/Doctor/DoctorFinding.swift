public import CaseModel

/// What one check of the store came to.
public struct DoctorFinding: Hashable, Sendable {
  /// How bad it is, from nothing to damage.
  public enum Severity: String, Comparable, CaseIterable, Sendable {
    /// In order.
    case inOrder = "ok"
    /// Not looked at, because something before it did not allow it, or because the tables cannot break it yet.
    case skipped
    /// Worth knowing; nothing has to be done.
    case note
    /// The store is whole, and something about it or around it should be put right.
    case warning
    /// The store, or a record in it, is not what it should be.
    case fault

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The check's name for programs; never changes: `audit.chain`.
  public var check: String
  /// What was looked at, in words: "the audit chain".
  public var words: String
  public var severity: Severity
  /// What was found, in three sentences; nil when it is in order or was not looked at.
  public var problem: Problem?
  /// Why it was not looked at, as a sentence.
  public var reason: String?

  /// What to do about damage, once the doctor has been asked.
  public static let advice =
    "Keep the store's files as they are, make a copy of them, and compare with the newest backup."
}

/// Everything that the doctor found, in the order it looked.
public struct DoctorReport: Hashable, Sendable {
  /// The absolute path of the store's file; what was given, where that names none.
  public var store: String
  public var at: Moment
  /// The schema that the store says it has; nil where it does not say.
  public var storeSchema: Int?
  public var findings: [DoctorFinding]

  public var worst: DoctorFinding.Severity { findings.map(\.severity).max() ?? .inOrder }
  public func count(_ severity: DoctorFinding.Severity) -> Int { findings.count { $0.severity == severity } }
}
