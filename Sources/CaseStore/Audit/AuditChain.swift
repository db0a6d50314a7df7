import CaseModel

/// The chain of audit rows: each carries the hash of the one before it and of its own fields (store.md 4).
///
/// The hash is SHA-256 over: the previous hash, the sequence, time, staff, name, role, organisation, workstation,
/// patient, action, object, versions before and after, purpose and the record's digest; each with its length. A
/// relationship comes behind them, after a byte 1; where there is none nothing comes, as in rows from before it was
/// kept. This never changes: old heads must go on fitting.
enum AuditChain {
  /// What stands before the first row.
  static let beginning = String(repeating: "0", count: 64)

  static let columns = columns(ofSchema: Migrations.newest)

  /// Rows from before relationships were kept have none.
  static func columns(ofSchema schema: Int) -> String {
    """
    seq, at, staff_id, staff_name, role, organisation, workstation, patient_id, action, object, version_before, \
    version_after, purpose, record_digest, previous_hash, hash, \(schema < Migration0003.version ? "NULL" : "relationship")
    """
  }

  /// Appends an event whose sequence and hashes are filled in here. Inside a write transaction only.
  @discardableResult static func append(_ event: AuditEvent, to connection: any Connection) throws -> AuditEvent {
    let head = try connection.first("SELECT seq, hash FROM audit_head WHERE one = 1") { (try $0.int(), try $0.text()) }
    var event = event
    event.sequence = (head?.0 ?? 0) + 1
    event.previousHash = head?.1 ?? beginning
    var input = HashInput()
    event.hash = hash(of: event, &input)
    try connection.run(
      """
      INSERT INTO audit_event (\(columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      """,
      [
        .of(event.sequence), .of(event.at), .text(event.staffID), .text(event.staffName), .text(event.role),
        .text(event.organisation), .text(event.workstation), .of(event.patient), .of(event.action),
        .text(event.object), .of(event.versionBefore), .of(event.versionAfter), .text(event.purpose),
        .text(event.recordDigest), .text(event.previousHash), .text(event.hash),
        .of(event.relationship),
      ])
    try connection.run(
      """
      INSERT INTO audit_head (one, seq, hash, count, at) VALUES (1, $1, $2, 1, $3)
      ON CONFLICT (one) DO UPDATE
      SET seq = excluded.seq, hash = excluded.hash, count = audit_head.count + 1, at = excluded.at
      """, [.of(event.sequence), .text(event.hash), .of(event.at)])
    return event
  }

  static func hash(of event: AuditEvent, _ input: inout HashInput) -> String { Row(event).computedHash(&input) }

  static func read(_ row: inout Columns) throws -> AuditEvent {
    AuditEvent(
      sequence: try row.int(), at: try row.moment(), staffID: try row.text(), staffName: try row.text(),
      role: try row.text(), organisation: try row.text(), workstation: try row.text(), patient: row.textOrNil(),
      action: try row.code(), object: try row.text(), versionBefore: row.intOrNil(), versionAfter: row.intOrNil(),
      purpose: try row.text(), recordDigest: try row.text(), previousHash: try row.text(), hash: try row.text(),
      relationship: try row.codeOrNil())
  }
}

extension AuditChain {
  /// An event as the hash sees it.
  struct Row {
    var sequence: Int
    var texts: [String]
    var patient: String?
    var action: String
    var object: String
    var versionBefore: Int?
    var versionAfter: Int?
    var purpose: String
    var recordDigest: String
    var previousHash: String
    var hash: String
    var relationship: String?

    init(_ event: AuditEvent) {
      sequence = event.sequence
      texts = [
        event.at.iso, event.staffID, event.staffName, event.role, event.organisation, event.workstation,
      ]
      patient = event.patient
      action = event.action.rawValue
      object = event.object
      versionBefore = event.versionBefore
      versionAfter = event.versionAfter
      purpose = event.purpose
      recordDigest = event.recordDigest
      previousHash = event.previousHash
      hash = event.hash
      relationship = event.relationship?.rawValue
    }

    func computedHash(_ input: inout HashInput) -> String {
      input.clear()
      input.add(previousHash)
      input.add(sequence)
      for text in texts { input.add(text) }
      input.add(present: patient)
      input.add(action)
      input.add(object)
      input.add(present: versionBefore)
      input.add(present: versionAfter)
      input.add(purpose)
      input.add(recordDigest)
      if let relationship { input.add(present: relationship) }
      return SHA256.hex(input.bytes)
    }
  }
}

extension AuditChain {
  /// The hash of a stored row from its bytes as they lie there, so that a changed byte cannot hide behind a reading of
  /// it. The columns are those of `columns`, in that order.
  static func hash(ofStored row: any Cells, _ input: inout HashInput, into digits: inout [UInt8]) throws {
    func text(_ index: Int) throws {
      guard try row.add(textAt: index, to: &input) else { throw StoreFault(.damaged, "an audit row has a gap") }
    }
    input.clear()
    try text(14)
    input.add(Int(row.integer(at: 0) ?? 0))
    for index in 1...6 { try text(index) }
    input.add(isPresent: !row.isNull(at: 7))
    if !row.isNull(at: 7) { try text(7) }
    try text(8)
    try text(9)
    input.add(present: row.integer(at: 10).map { Int($0) })
    input.add(present: row.integer(at: 11).map { Int($0) })
    try text(12)
    try text(13)
    if !row.isNull(at: 16) {
      input.add(isPresent: true)
      try text(16)
    }
    SHA256.hex(of: input, into: &digits)
  }
}
