import CaseModel

/// Heads of the audit that were signed: append-only, one row each (store.md 4).
enum PublishedHeads {
  /// Signs the audit as it stands and keeps that; its own row in the audit comes after it.
  @discardableResult static func publish(
    _ reason: PublishedHead.Reason, as action: AuditAction, with key: HeadKey, in change: Change
  ) throws -> PublishedHead {
    guard let last = try AuditReading.head(change.connection) else {
      throw StoreFault(.damaged, "the audit has no head")
    }
    let installation = try StoreContents.installation(change.connection)
    let head = AuditHead(sequence: last.sequence, hash: last.hash, count: last.count, at: change.at)
    let bytes = PublishedHead.signedBytes(installation: installation, head)
    let published = PublishedHead(
      installation: installation, head: head, publicKey: key.publicKey, signature: key.signature(of: bytes),
      reason: reason, publishedBy: "")
    try change.insertPlain(
      "audit_published_head",
      [
        ("seq", .of(head.sequence)), ("hash", .text(head.hash)), ("count", .of(head.count)), ("at", .of(head.at)),
        ("installation", .text(installation)), ("public_key", .text(key.publicKey.text)),
        ("signature", .text(published.signature)), ("published_by", .text(change.staffID)), ("reason", .of(reason)),
      ])
    // Not the key: what the row says is the same on both engines, and the head itself has it.
    try change.audit(
      action, "audit_head \(head.sequence)", purpose: "head of row \(head.sequence), \(reason.words)",
      digest: SHA256.hex(bytes))
    return published
  }

  /// By the first change of a day, once: a clock that is set back makes no second one. Where there is no key to sign with, nothing is published and nobody's work stops for
  /// that: the doctor tells it.
  static func publishDaily(in change: Change, _ key: () throws -> HeadKey) throws {
    let today = change.at.day
    let already = try change.connection.count(
      "SELECT count(*) FROM audit_published_head WHERE at >= $1 AND at < $2 AND reason = 'daily'",
      [.of(today.begins), .of((today + 1).begins)])
    guard already == 0 else { return }
    let made: HeadKey
    do {
      made = try key()
    } catch {
      return
    }
    try publish(.daily, as: .create, with: made, in: change)
  }

  /// Newest first.
  static func all(limit: Int, _ connection: any Connection) throws -> [PublishedHead] {
    try connection.rows("\(select) ORDER BY p.seq DESC LIMIT $1", [.of(limit)], read)
  }

  static func one(_ sequence: Int, _ connection: any Connection) throws -> PublishedHead? {
    try connection.first("\(select) WHERE p.seq = $1", [.of(sequence)], read)
  }

  private static let select = """
    SELECT p.seq, p.hash, p.count, p.at, p.installation, p.public_key, p.signature, p.reason, s.name,
      (SELECT t.role FROM staff_post t WHERE t.staff_id = s.id AND t.entered_in_error = 0
        ORDER BY (t.end_on IS NULL) DESC, COALESCE(t.start_on, '') DESC, t.id DESC LIMIT 1)
    FROM audit_published_head p JOIN staff s ON s.id = p.published_by
    """

  private static func read(_ row: inout Columns) throws -> PublishedHead {
    let head = AuditHead(
      sequence: try row.int(), hash: try row.text(), count: try row.int(), at: try row.moment())
    let installation = try row.text()
    guard let key = HeadPublicKey(reading: try row.text()) else {
      throw StoreFault(.damaged, "the key of the published head of row \(head.sequence) is not what was written")
    }
    let (signature, reason) = (try row.text(), try row.code(PublishedHead.Reason.self))
    let name = try row.text()
    let role = row.textOrNil().flatMap { StaffRole(rawValue: $0)?.words.lowercasedFirst }
    return PublishedHead(
      installation: installation, head: head, publicKey: key, signature: signature, reason: reason,
      publishedBy: [name, role].compactMap { $0 }.joined(separator: ", "))
  }

  /// Heads that their own audit does not bear out: by the row's hash, the installation or the signature.
  static func unfit(_ connection: any Connection) throws -> [(sequence: Int, why: String)] {
    let installation = try StoreContents.installation(connection)
    let found = try connection.rows(
      """
      SELECT p.seq, p.hash, p.count, p.at, p.installation, p.public_key, p.signature, e.hash
      FROM audit_published_head p LEFT JOIN audit_event e ON e.seq = p.seq ORDER BY p.seq
      """
    ) { row -> (Int, String)? in
      let head = AuditHead(
        sequence: try row.int(), hash: try row.text(), count: try row.int(), at: try row.moment())
      let (of, key, signature) = (try row.text(), HeadPublicKey(reading: try row.text()), try row.text())
      guard row.textOrNil() == head.hash, of == installation else {
        return (head.sequence, "is not of the audit as it stands")
      }
      let isSigned = key.map {
        PublishedHead(
          installation: of, head: head, publicKey: $0, signature: signature, reason: .daily, publishedBy: ""
        ).isSigned
      }
      return isSigned == true ? nil : (head.sequence, "has a signature that is not of it")
    }
    return found.compactMap { $0 }.map { (sequence: $0.0, why: $0.1) }
  }
}
