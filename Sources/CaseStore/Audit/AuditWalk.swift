import CaseModel

/// Walking the chain from its beginning, a part at a time, so that others may read in between.
struct AuditWalk: Sendable {
  private(set) var count = 0
  private(set) var sequence = 0
  /// The last hash, as the bytes of its digits.
  private var last = Array(AuditChain.beginning.utf8)
  private(set) var fault: AuditVerdict?
  /// A head that was published earlier and has to fit.
  let expected: AuditHead?

  static let part = 20_000

  var hash: String { String(decoding: last, as: UTF8.self) }

  private let columns: String

  /// `schema` is that of the store whose audit it is.
  init(expected: AuditHead?, schema: Int = Migrations.newest) {
    self.expected = expected
    columns = AuditChain.columns(ofSchema: schema)
  }

  /// Takes in the next part; false at the end or at the first row that does not fit.
  mutating func advance(_ connection: any Connection) throws -> Bool {
    var walk = self
    var input = HashInput()
    var computed = [UInt8]()
    var seen = 0
    try connection.forEach(
      "SELECT \(columns) FROM audit_event WHERE seq > $1 ORDER BY seq LIMIT $2",
      [.of(sequence), .of(Self.part)]
    ) { row in
      seen += 1
      return try walk.take(row.cells, &input, &computed)
    }
    self = walk
    return fault == nil && seen == Self.part
  }

  /// Compares bytes as they lie there: of a row that fits, no text is made.
  private mutating func take(_ cells: any Cells, _ input: inout HashInput, _ computed: inout [UInt8]) throws -> Bool {
    let number = Int(cells.integer(at: 0) ?? 0)
    try AuditChain.hash(ofStored: cells, &input, into: &computed)
    if let why = fault(at: number, cells, computed) {
      fault = .broken(sequence: number, why: why)
      return false
    }
    (sequence, count) = (number, count + 1)
    swap(&last, &computed)
    return true
  }

  private func fault(at number: Int, _ cells: any Cells, _ computed: [UInt8]) -> String? {
    if number != sequence + 1 { return "rows are missing before it" }
    if !AuditWalk.isSame(cells, 14, last) { return "it does not follow the row before it" }
    if !AuditWalk.isSame(cells, 15, computed) { return "what it says was changed after it was written" }
    if let expected, expected.sequence == number, Array(expected.hash.utf8) != computed {
      return "it is not the row that the published head names"
    }
    return nil
  }

  private static func isSame(_ cells: any Cells, _ index: Int, _ digits: [UInt8]) -> Bool {
    cells.withBytes(ofTextAt: index) { bytes in
      digits.withUnsafeBytes { $0.count == bytes.count && $0.elementsEqual(bytes) }
    } ?? false
  }

  /// The verdict once everything is taken in.
  func verdict(head: AuditHead?) -> AuditVerdict {
    if let fault { return fault }
    guard let head else { return .broken(sequence: sequence, why: "the audit has no head") }
    guard head.sequence == sequence, head.hash == hash, head.count == count else {
      return .broken(sequence: sequence, why: "rows are missing at the end, or the head was changed")
    }
    if let expected, expected.sequence > sequence {
      return .broken(sequence: sequence, why: "rows are missing at the end: the published head is further on")
    }
    return .whole(count: count, head: hash)
  }
}
