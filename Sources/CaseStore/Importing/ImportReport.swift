public import CaseModel

/// One thing wrong with, or doubtful in, a row.
public struct ImportComplaint: Hashable, Sendable {
  /// The line in the file, from 1.
  public var line: Int
  /// The column as the file names it; empty when it is about the whole line.
  public var column: String
  /// The cell. It came from a file: it is made safe where it is shown.
  public var value: String
  /// The rule it breaks, for example `R-ID-05`, or a short name for a plain matter of form, for example `date`.
  public var rule: String
  /// What is wrong and how to put it right.
  public var message: String

  public init(line: Int, column: String, value: String, rule: String, message: String) {
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
    self.message = message
  }
}

/// A row that is not imported, with every complaint about it.
public struct ImportRejection: Hashable, Sendable {
  public var line: Int
  /// Never empty.
  public var complaints: [ImportComplaint]
  /// The row as it came.
  public var raw: String

  public init(line: Int, complaints: [ImportComplaint], raw: String) {
    self.line = line
    self.complaints = complaints
    self.raw = raw
  }
}

/// Somebody new who may be somebody already known (R-ID-06). Both are kept: a person decides.
public struct PossibleDuplicate: Hashable, Sendable {
  /// The new person's line in the file.
  public var line: Int
  /// Whom they resemble: `CHOUDRY, Amina, born 14-Dec-1933, 999 000 0018`, or `line 12 of this file`.
  public var resembles: String
  /// 5 to 8: date of birth 3, names as they sound 2, postcode 2, practice 1.
  public var score: Int
  /// What they share, in words.
  public var shared: String
}

/// What an import did, or would do.
public struct ImportReport: Hashable, Sendable {
  /// An earlier import of the same bytes.
  public struct Earlier: Hashable, Sendable {
    public var at: Moment
    public var by: String
    public var fileName: String
  }

  /// How many rejected rows, warnings and possible duplicates are kept here. All are counted, and every rejected row
  /// is handed to the caller as it is met.
  public static let mostKept = 20_000

  public var subject: ImportSubject
  public var fileName: String
  /// Whether anything was written; false for a preview, a file with bad rows and a file imported before.
  public var isImported = false
  /// Set when the same file was imported whole before: then nothing else is.
  public var alreadyImported: Earlier?
  /// Rows read, good and bad, blank lines and the header not counted.
  public var rows = 0
  public var new = 0
  public var changed = 0
  public var unchanged = 0
  public var rejected = 0
  /// Those of the rejected rows that name a practice or an organisation that nobody here knows.
  public var unknown = 0
  /// Scores of an older run than the one a list shows: they are kept in the history only.
  public var olderScores = 0
  /// New people who are only identified: no list of a team shows them until they are invited (handbook 5.1).
  public var identified = 0
  public var possibleDuplicateCount = 0
  public var possibleDuplicates = [PossibleDuplicate]()
  public var rejections = [ImportRejection]()
  public var warningCount = 0
  public var warnings = [ImportComplaint]()
  /// Headers that mean nothing to mdt; their values are kept with each row.
  public var unknownColumns: [String]

  init(_ subject: ImportSubject, fileName: String, unknownColumns: [String]) {
    self.subject = subject
    self.fileName = fileName
    self.unknownColumns = unknownColumns
  }

  /// For the audit: `8,812 rows: 8,812 new, 0 changed, 0 unchanged, 0 rejected`.
  public var counts: String {
    let parts = [
      "\(thousands(new)) new", "\(thousands(changed)) changed", "\(thousands(unchanged)) unchanged",
      "\(thousands(rejected)) rejected",
    ]
    return "\(thousands(rows)) row\(rows == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
  }
}
