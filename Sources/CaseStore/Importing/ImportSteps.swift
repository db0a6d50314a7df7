import CaseModel

/// What the store makes of one row, before anything is written.
struct RowDecision<Plan: Sendable>: Sendable {
  enum Effect: Sendable { case new, changed, unchanged }

  var effect = Effect.unchanged
  /// What to write; nil when nothing is.
  var plan: Plan?
  /// Not empty: the row is rejected.
  var complaints = [ImportComplaint]()
  var warnings = [ImportComplaint]()
  /// Rejected because it names a practice or an organisation that nobody knows.
  var namesUnknown = false
  var isOlderScore = false
  /// Somebody new who is only identified.
  var isIdentified = false
  var duplicates = [PossibleDuplicate]()
}

/// How one subject is imported: deciding only reads, applying only does what was decided.
///
/// A preview and the pass before an all-or-nothing import decide without applying; the pass that writes decides again
/// inside its transaction, so that a store that changed meanwhile is noticed.
protocol ImportSteps: Sendable {
  associatedtype Line: Sendable
  associatedtype Plan: Sendable

  static var subject: ImportSubject { get }

  func decide(_ row: ImportedLine<Line>, _ connection: any Connection) throws -> RowDecision<Plan>
  mutating func apply(_ plan: Plan, in change: Change) throws
  /// After the last row.
  mutating func finish(in change: Change) throws

  /// Rows with the same text here are the same record, which a file may hold only once; nil where that is not so or
  /// was seen to when the file was read.
  func onceKey(of line: Line) -> String?
  /// What new rows of one file must share to be possible duplicates of each other (R-ID-06).
  func likenessKeys(of line: Line) -> [String]
}

extension ImportSteps {
  func onceKey(of line: Line) -> String? { nil }
  func likenessKeys(of line: Line) -> [String] { [] }
  mutating func finish(in change: Change) throws {}
}

/// What every kind of import knows while it runs.
struct ImportContext: Sendable {
  var day: Day
  var isPractice: Bool
  var headers: [String: String]
  /// Names the import in the rows it writes; empty while only checking.
  var importID = ""
  var expectedRows = 0
  /// Who imports: nobody gives themself anything by a file (table 8.1).
  var importer: StaffMember?

  func complaint(_ line: Int, _ column: String, _ value: String, _ rule: String, _ message: String) -> ImportComplaint {
    ImportComplaint(line: line, column: headers[column] ?? column, value: value, rule: rule, message: message)
  }
}

/// FNV-1a: the same for the same text in every run.
func fnv1a(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}
