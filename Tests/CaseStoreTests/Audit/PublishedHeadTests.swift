import CaseModel
import CaseTesting
import Foundation
import Testing

@testable import CaseStore

/// Heads of the audit that are signed and kept elsewhere, and what they show (store.md 4).
@Suite("Published heads of the audit") struct PublishedHeadTests {
  /// A store in which somebody works for a day, and the head that was published at its end, as its printed sheet.
  struct Scene {
    let scene: PlanTests.Scene
    let sheet: String
    var store: CaseStore { scene.store }

    init() async throws {
      scene = try await PlanTests.Scene()
      for purpose in ["record", "care plan", "record", "plan history"] {
        _ = try await scene.store.person(scene.rahela, by: scene.by, purpose: purpose)
      }
      let head = try await scene.store.publishAuditHead(.onDemand, isFile: false, by: scene.by)
      sheet = head.sheet.joined(separator: "\n")
      for _ in 1...3 { _ = try await scene.store.person(scene.rahela, by: scene.by, purpose: "record") }
    }

    /// What whoever holds the sheet is told of a store.
    func verdict(of store: CaseStore? = nil) async throws -> AuditVerdict {
      let head = try PublishedHead(readingSheet: sheet)
      _ = try await (store ?? self.store).checkSignature(of: head)
      return try await (store ?? self.store).verifyAudit(against: head.head)
    }

    /// Every row, the oldest first.
    func events() async throws -> [AuditEvent] {
      try await store.auditEvents(.everything, page: .last, limit: 1000).reversed()
    }

    func forge(_ sql: String) throws { try AuditTests.forge(scene.place.path, sql) }

    /// The statements of somebody who knows how the chain is made: rows from one on are exchanged for others, and every
    /// hash and the head are made anew.
    func reforged(_ change: (inout AuditEvent) -> Void) async throws -> String {
      var (statements, last) = ([String](), AuditChain.beginning)
      var input = HashInput()
      for var event in try await events() {
        change(&event)
        event.previousHash = last
        event.hash = AuditChain.hash(of: event, &input)
        last = event.hash
        statements.append(
          """
          UPDATE audit_event SET purpose = '\(event.purpose)', staff_name = '\(event.staffName)', \
          previous_hash = '\(event.previousHash)', hash = '\(event.hash)' WHERE seq = \(event.sequence)
          """)
      }
      return statements.joined(separator: "; ") + "; UPDATE audit_head SET hash = '\(last)'"
    }
  }

  private func isBroken(_ verdict: AuditVerdict, _ words: String, _ sourceLocation: SourceLocation = #_sourceLocation) {
    guard case .broken(_, let why) = verdict else {
      Issue.record("it was not found", sourceLocation: sourceLocation)
      return
    }
    #expect(why.contains(words), "\(why)", sourceLocation: sourceLocation)
  }

  @Test("promise 11: an audit that nobody has touched goes through yesterday's head, however much was added")
  func whole()
    async throws
  {
    let scene = try await Scene()
    guard case .whole(let count, _) = try await scene.verdict() else {
      Issue.record("an honest audit is not believed")
      return
    }
    #expect(count == (try await scene.events().count))
    let head = try PublishedHead(readingSheet: scene.sheet)
    #expect(try await scene.store.checkSignature(of: head))
    #expect(await scene.store.doctor()["audit.heads"]?.severity == .inOrder)
  }

  @Test("promise 11: an edited row is found") func edited() async throws {
    let scene = try await Scene()
    try scene.forge("UPDATE audit_event SET staff_name = 'Somebody else' WHERE seq = 5")
    isBroken(try await scene.verdict(), "changed after it was written")
  }

  @Test("promise 11: a deleted row is found") func deleted() async throws {
    let scene = try await Scene()
    try scene.forge("DELETE FROM audit_event WHERE seq = 5")
    isBroken(try await scene.verdict(), "rows are missing")
  }

  @Test("promise 11: a tail that was cut with its head made to fit is found") func cut() async throws {
    let scene = try await Scene()
    try scene.forge(
      """
      DELETE FROM audit_published_head; DELETE FROM audit_event WHERE seq > 5;
      UPDATE audit_head SET seq = 5, count = 5, hash = (SELECT hash FROM audit_event WHERE seq = 5)
      """)
    guard case .whole = try await scene.store.verifyAudit() else {
      Issue.record("the forgery is clumsy")
      return
    }
    isBroken(try await scene.verdict(), "the published head is further on")
    // Nor when others have worked on from there.
    for _ in 1...12 { _ = try await scene.store.person(scene.scene.rahela, by: scene.scene.by, purpose: "record") }
    isBroken(try await scene.verdict(), "it is not the row that the published head names")
  }

  @Test("promise 11: a whole chain that was forged anew is found") func reforged() async throws {
    let scene = try await Scene()
    try scene.forge(
      try await scene.reforged { event in
        if event.sequence == 5 { event.staffName = "Somebody else" }
      } + "; DELETE FROM audit_published_head")
    guard case .whole = try await scene.store.verifyAudit() else {
      Issue.record("the forgery is clumsy")
      return
    }
    isBroken(try await scene.verdict(), "it is not the row that the published head names")
  }

  @Test("promise 11: an old copy in the store's place is found") func oldCopy() async throws {
    let before = try await PlanTests.Scene()
    let elsewhere = try Place()
    _ = try await before.store.copy(to: elsewhere.path, by: before.by)
    for _ in 1...3 { _ = try await before.store.person(before.rahela, by: before.by, purpose: "record") }
    let head = try await before.store.publishAuditHead(.onDemand, isFile: false, by: before.by)
    let old = try CaseStore.open(at: elsewhere.path)
    guard case .whole = try await old.verifyAudit() else {
      Issue.record("the copy is not whole")
      return
    }
    _ = try await old.checkSignature(of: head)
    isBroken(try await old.verifyAudit(against: head.head), "the published head is further on")
    await old.close()
  }

  @Test("promise 11: a chain that was forged before the head was listed is found by the store's own list, too")
  func ownList() async throws {
    let scene = try await Scene()
    try scene.forge(try await scene.reforged { if $0.sequence == 5 { $0.purpose = "something else" } })
    let finding = await scene.store.doctor()["audit.heads"]
    #expect(finding?.severity == .fault)
    #expect(finding?.problem?.reason.contains("is not of the audit as it stands") == true)
  }

  @Test(
    "store.md 4: a head with a changed letter, of another store or with half its lines is refused",
    arguments: [
      ("rows 9", "rows 8"), ("row 9", "row 6"), ("taken 2016-01-05T09:42:00Z", "taken 2016-01-05T09:43:00Z"),
      ("installation ", "installation x"),
    ])
  func changedSheet(_ old: String, _ new: String) async throws {
    let scene = try await Scene()
    #expect(scene.sheet.contains(old))
    let forged = scene.sheet.replacing("\n" + old, with: "\n" + new)
    #expect(forged != scene.sheet)
    let problem = await #expect(throws: Problem.self) {
      _ = try await scene.store.checkSignature(of: try PublishedHead(readingSheet: forged))
    }
    #expect(problem?.kind == .badData)
    #expect(problem?.reason.contains("signature is not of what the head says") == true)
  }

  @Test("store.md 4: a head that is signed by a key of one's own is not in the store's list") func ownKey() async throws
  {
    let scene = try await Scene()
    let honest = try PublishedHead(readingSheet: scene.sheet)
    let key = try #require(HeadKey(seed: try HeadSigning.newSeed()))
    let bytes = PublishedHead.signedBytes(installation: honest.installation, honest.head)
    let forged = PublishedHead(
      installation: honest.installation, head: honest.head, publicKey: key.publicKey,
      signature: key.signature(of: bytes), reason: .onDemand, publishedBy: "")
    #expect(try await scene.store.checkSignature(of: forged) == false)
  }

  @Test("store.md 4: a head of another store is told apart from a forged one") func otherStore() async throws {
    let (scene, other) = (try await Scene(), try await PlanTests.Scene())
    let head = try PublishedHead(readingSheet: scene.sheet)
    let problem = await #expect(throws: Problem.self) { _ = try await other.store.checkSignature(of: head) }
    #expect(problem?.reason.contains("of another store") == true)
  }

  @Test("the first change of a day publishes a head, once, and whoever makes it pays for its own row alone")
  func daily()
    async throws
  {
    let scene = try await PlanTests.Scene()
    #expect(try await scene.store.publishedHeads(limit: 10).isEmpty)
    var by = scene.by
    for moment in [86_400, 86_400 + 60, 0, 2 * 86_400, 86_400 + 120] {
      by.at = scene.by.at + moment
      _ = try await scene.store.person(scene.rahela, by: by, purpose: "record")
    }
    let heads = try await scene.store.publishedHeads(limit: 10)
    #expect(heads.map(\.reason) == [.daily, .daily, .daily])
    #expect(heads.map { $0.head.at.day - scene.by.at.day } == [2, 0, 1])
    #expect(heads.allSatisfy { $0.isSigned && $0.publishedBy == "Jo Francis, care navigator" })
    #expect(Set(heads.map(\.publicKey)).count == 1)
    let rows = try await scene.store.auditEvents(AuditQuery(actions: [.create]), page: .first, limit: 3)
    #expect(rows.map(\.object) == heads.map { "audit_head \($0.head.sequence)" })
    for head in heads {
      #expect(try await scene.store.verifyAudit(against: head.head) != .broken(sequence: 0, why: ""))
    }
  }

  @Test("a day without a key has no head, nobody's work stops for that, and the doctor tells it", .ofAFile)
  func withoutKey() async throws {
    let scene = try await PlanTests.Scene()
    let place = HeadKey.place(scene.place.path)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    var by = scene.by
    by.at = by.at + 3 * 86_400
    _ = try await scene.store.person(scene.rahela, by: by, purpose: "record")
    #expect(try await scene.store.publishedHeads(limit: 10).isEmpty)
    #expect(await scene.store.doctor()["audit.heads"]?.severity == .note)
    let problem = await #expect(throws: Problem.self) {
      _ = try await scene.store.publishAuditHead(.onDemand, isFile: false, by: by)
    }
    #expect(problem?.kind == .unavailable)
    try FileManager.default.removeItem(atPath: place)
    _ = try await scene.store.publishAuditHead(.onDemand, isFile: false, by: by)
    by.at = by.at + 3 * 86_400
    try FileManager.default.removeItem(atPath: place)
    try "noise".write(toFile: place, atomically: false, encoding: .utf8)
    _ = try await scene.store.person(scene.rahela, by: by, purpose: "record")
    let finding = await scene.store.doctor()["audit.heads"]
    #expect(finding?.severity == .warning)
    #expect(finding?.problem?.reason.contains("since 08-Jan-2016") == true)
  }

  @Test("the key is its owner's alone, and no link is followed to it", .ofAFile) func keyFile() async throws {
    let scene = try await Scene()
    let place = HeadKey.place(scene.scene.place.path)
    let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try FileManager.default.moveItem(atPath: place, toPath: place + "-there")
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: place + "-there")
    await #expect(throws: Problem.self) {
      _ = try await scene.store.publishAuditHead(.onDemand, isFile: false, by: scene.scene.by)
    }
  }

  @Test("a sheet is read as it was printed, also with other line ends, indents and what people wrote on it")
  func sheets()
    async throws
  {
    let scene = try await Scene()
    let head = try PublishedHead(readingSheet: scene.sheet)
    let typed = "Pinned to the wall 6 January\r\n" + scene.sheet.replacing("\n", with: "\r\n").uppercasedHash() + "\r\n"
    #expect(try PublishedHead(readingSheet: typed) == head)
    for line in scene.sheet.split(separator: "\n").suffix(8) where !line.hasPrefix(" ") {
      #expect(throws: Problem.self) {
        _ = try PublishedHead(readingSheet: scene.sheet.replacing("\n\(line)", with: ""))
      }
      #expect(throws: Problem.self) { _ = try PublishedHead(readingSheet: scene.sheet + "\n\(line)") }
    }
    for text in ["", "\u{0}", "row", "hash x", String(repeating: "row 1\n", count: 3)] {
      #expect(throws: Problem.self) { _ = try PublishedHead(readingSheet: text) }
    }
    #expect(scene.sheet.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    "a published head is never changed or deleted",
    arguments: [
      "UPDATE audit_published_head SET count = 1", "DELETE FROM audit_published_head",
    ])
  func appendOnly(_ sql: String) async throws {
    let scene = try await Scene()
    await #expect(throws: Problem.self) {
      try await scene.store.writing("No.", scene.scene.by) { change in
        try change.connection.run(sql, [])
        try change.audit(.update, "test", purpose: "test")
      }
    }
    #expect(try await scene.store.publishedHeads(limit: 10).count == 1)
  }
}

extension String {
  /// As somebody types a hash who has capitals on, and leaves room between its parts.
  fileprivate func uppercasedHash() -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("hash ") else { return String(line) }
      let digits = line.dropFirst(5).uppercased()
      return "hash \(digits.prefix(16)) \(digits.dropFirst(16))"
    }.joined(separator: "\n")
  }
}
