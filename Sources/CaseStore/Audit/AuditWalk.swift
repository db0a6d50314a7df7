import CaseModel

/// Walking the chain from its beginning, a part at a time, so that others may read in between.
struct AuditWalk: Sendable {
  private(set) var count = 0
  private(set) var sequence = 0
  private(set) var hash = AuditChain.beginning
  private(set) var fault: AuditVerdict?
  /// A head that was published earlier and has to fit.
  let expected: AuditHead?

  static let part = 20_000

  init(expected: AuditHead?) { self.expected = expected }

  /// Takes in the next part; false at the end or at the first row that does not fit.
  mutating func advance(_ connection: any Connection) throws -> Bool {
    var walk = self
    var input = HashInput()
    var seen = 0
    try connection.forEach(
      "SELECT \(AuditChain.columns) FROM audit_event WHERE seq > $1 ORDER BY seq LIMIT $2",
      [.of(sequence), .of(Self.part)]
    ) { row in
      seen += 1
      return try walk.take(&row, &input)
    }
    self = walk
    return fault == nil && seen == Self.part
  }

  private mutating func take(_ row: inout Columns, _ input: inout HashInput) throws -> Bool {
    let cells = row.cells
    let number = Int(cells.integer(at: 0) ?? 0)
    let kept = cells.text(at: 15)
    func broken(_ why: String) -> AuditVerdict { .broken(sequence: number, why: why) }
    if number != sequence + 1 {
      fault = broken("rows are missing before it")
    } else if cells.text(at: 14) != hash {
      fault = broken("it does not follow the row before it")
    } else if try AuditChain.hash(ofStored: cells, &input) != kept {
      fault = broken("what it says was changed after it was written")
    } else if let expected, expected.sequence == number, expected.hash != kept {
      fault = broken("it is not the row that the published head names")
    }
    guard fault == nil, let kept else { return false }
    (sequence, hash, count) = (number, kept, count + 1)
    return true
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
