import CaseModel
import Testing

@testable import CaseStore

/// In whose name something is written, which the server sees to (store.md 5, deployment D).
@Suite(.onAServer) struct NamesTests {
  private let cluster: Cluster

  init() async throws {
    cluster = try Cluster()
    try await cluster.makeStore()
  }

  private static let notAllowed = "this database account may not do that"

  private func statement(_ account: String, _ change: (inout AuditEvent) -> Void = { _ in }) throws -> String {
    let connection = PostgreSQLConnection(session: try cluster.session(as: "mdt_owner"))
    let staff = try connection.first("SELECT id FROM staff WHERE account = $1", [.text(account)]) { try $0.text() }
    let head = try #require(try AuditReading.head(connection))
    var event = AuditEvent(
      sequence: head.sequence + 1, at: Place.start, staffID: try #require(staff), staffName: "Somebody",
      role: "care_navigator", organisation: "LBTH", workstation: "ward-3", patient: nil, action: .view,
      object: "patient 1", versionBefore: nil, versionAfter: 3, purpose: "বাংলা", recordDigest: "",
      previousHash: head.hash, hash: "")
    change(&event)
    var input = HashInput()
    if event.hash.isEmpty { event.hash = AuditChain.hash(of: event, &input) }
    func text(_ value: String) -> String { "'\(value.replacing("'", with: "''"))'" }
    func number(_ value: Int?) -> String { value.map { String($0) } ?? "NULL" }
    let values = [
      String(event.sequence), text(event.at.iso), text(event.staffID), text(event.staffName), text(event.role),
      text(event.organisation), text(event.workstation), event.patient.map(text) ?? "NULL", text(event.action.rawValue),
      text(event.object), number(event.versionBefore), number(event.versionAfter), text(event.purpose),
      text(event.recordDigest), text(event.previousHash), text(event.hash),
      event.relationship.map { text($0.rawValue) } ?? "NULL",
    ]
    return "INSERT INTO audit_event (\(AuditChain.columns)) VALUES (\(values.joined(separator: ", ")))"
  }

  private func head(_ sequence: Int, _ hash: String, count: Int? = nil) -> String {
    """
    ; UPDATE audit_head SET seq = \(sequence), hash = '\(hash)', count = \(count ?? sequence), at = '\(Place.start.iso)'
    """
  }

  /// The statement with the head moved to the row it adds.
  private func headed(_ statement: String) -> String {
    statement
      + "; UPDATE audit_head h SET (seq, hash, at, count) = (SELECT seq, hash, at, seq FROM audit_event ORDER BY seq DESC LIMIT 1)"
  }

  @Test("An audit row is added in one's own name, by a host in anybody's, and in a colleague's by nobody")
  func auditNames() throws {
    #expect(try cluster.refusal(of: headed(try statement("jfrancis")), as: "jfrancis") == nil)
    #expect(try cluster.refusal(of: headed(try statement("okafor")), as: "jfrancis") == Self.notAllowed)
    #expect(try cluster.refusal(of: headed(try statement("okafor")), as: "mdt_host") == nil)
    #expect(try cluster.refusal(of: headed(try statement("jfrancis")), as: "analyst") == Self.notAllowed)
    // What one sets oneself to makes nobody somebody else.
    #expect(
      try cluster.refusal(of: "SET ROLE mdt_program; \(headed(try statement("okafor")))", as: "jfrancis")
        == Self.notAllowed)
  }

  @Test(
    "A forged audit row is refused: another number, another row before it, another hash, a head that stays or jumps")
  func chainOrder() throws {
    let rule = "a rule of the store does not allow it"
    let follows = "\(rule) (an audit row follows the one before it)"
    let forged: [(String, String)] = [
      (headed(try statement("jfrancis") { $0.sequence += 1 }), follows),
      (headed(try statement("jfrancis") { $0.sequence = 2 }), follows),
      (headed(try statement("jfrancis") { $0.previousHash = AuditChain.beginning }), follows),
      (
        headed(try statement("jfrancis") { $0.hash = String(repeating: "a", count: 64) }),
        "\(rule) (an audit row has the hash of what it says)"
      ),
      (try statement("jfrancis"), "\(rule) (the head of the audit moves with its rows)"),
      (
        "UPDATE audit_head SET seq = 2, count = 2, hash = (SELECT hash FROM audit_event WHERE seq = 2)",
        "\(rule) (the head of the audit is its last row)"
      ),
      ("UPDATE audit_head SET count = 9", "\(rule) (the head of the audit is its last row)"),
    ]
    for (statement, why) in forged {
      for role in ["jfrancis", "mdt_host", "mdt_owner"] {
        #expect(try cluster.refusal(of: statement, as: role) == why, "\(role): \(statement.prefix(60))")
      }
    }
  }

  @Test("The server gives an audit row the hash that the program does, whatever is in it")
  func hashes() throws {
    let connection = PostgreSQLConnection(session: try cluster.session(as: "mdt_owner"))
    let both = try connection.rows("SELECT hash, mdt_audit_hash(a) FROM audit_event a") {
      [try $0.text(), try $0.text()]
    }
    #expect(both.count == 6 && both.allSatisfy { $0[0] == $0[1] })
    for change: (inout AuditEvent) -> Void in [
      { $0.patient = "p-1" }, { $0.versionBefore = -1 }, { $0.versionAfter = nil }, { $0.purpose = "" },
      { $0.object = "'\\\n\u{1F642}" }, { $0.recordDigest = String(repeating: "f", count: 64) }, { $0.patient = "" },
      { $0.relationship = .emergency }, { $0.relationship = .onMeetingList },
    ] {
      #expect(try cluster.refusal(of: headed(try statement("jfrancis", change)), as: "jfrancis") == nil)
    }
  }

  @Test("A head is published in one's own name, by a host in anybody's, and is never changed") func heads() throws {
    func statement(_ account: String) -> String {
      """
      INSERT INTO audit_published_head SELECT seq, hash, count, at, 'x', 'x', repeat('x', 86),
      (SELECT id FROM staff WHERE account = '\(account)'), 'on_demand' FROM audit_head
      """
    }
    #expect(try cluster.refusal(of: statement("jfrancis"), as: "jfrancis") == nil)
    #expect(try cluster.refusal(of: statement("okafor"), as: "jfrancis") == Self.notAllowed)
    #expect(try cluster.refusal(of: statement("okafor"), as: "mdt_host") == nil)
    #expect(try cluster.refusal(of: statement("jfrancis"), as: "analyst") == Self.notAllowed)
    for change in ["UPDATE audit_published_head SET reason = 'daily'", "DELETE FROM audit_published_head"] {
      #expect(try cluster.refusal(of: "\(statement("jfrancis")); \(change)", as: "jfrancis") == Self.notAllowed)
      #expect(
        try cluster.refusal(of: "\(statement("jfrancis")); \(change)", as: "mdt_owner")?.contains(
          "published head is never")
          == true)
    }
  }

  @Test("Views, undo entries, notes and signed versions are written by whom they belong to")
  func ownThings() async throws {
    let store = try await CaseStore.opened(cluster.path(as: "jfrancis"))
    let view = CaseloadView(
      id: "v1", number: nil, name: "Mine", filter: "", sort: CaseloadSort(.name), columns: [.plan], isOwn: true)
    try await store.saveView(view, by: try await store.writing())
    await store.close()
    for table in ["saved_view", "undo_entry"] {
      // Somebody else's rows are not there to be changed, and none is added.
      let session = try cluster.session(as: "okafor")
      let set = table == "saved_view" ? "name = 'x'" : "words = 'x'"
      #expect(try PostgreSQLConnection(session: session).run("UPDATE \(table) SET \(set)", []) == 0)
      let own = try cluster.session(as: "jfrancis")
      try own.execute("BEGIN")
      #expect(try PostgreSQLConnection(session: own).run("UPDATE \(table) SET \(set)", []) == 1)
      try own.rollBack()
    }
    let others = """
      INSERT INTO undo_entry (staff_id, seq, kind, subject_id, words, state, at)
      SELECT id, 99, 'view_saved', 'v1', 'x', 'done', '2016-01-05T09:42:00Z' FROM staff WHERE account =
      """
    #expect(try cluster.refusal(of: "\(others) 'jfrancis'", as: "okafor") == Self.notAllowed)
    #expect(try cluster.refusal(of: "\(others) 'okafor'", as: "okafor") == nil)
    #expect(try cluster.refusal(of: "\(others) 'jfrancis'", as: "mdt_host") == nil)
  }

  @Test("Nobody becomes a colleague by giving the colleague's entry their own account")
  func accounts() throws {
    let why = "a rule of the store does not allow it (nobody gives themself an account)"
    for statement in [
      "UPDATE staff SET account = NULL WHERE account = 'okafor'; UPDATE staff SET account = 'okafor' WHERE account = 'jfrancis'",
      """
      UPDATE staff SET account = NULL WHERE account = 'okafor';
      INSERT INTO staff (id, name, short_name, name_key, account, created_at, created_by, created_org, updated_at, updated_by)
      SELECT 'new', 'Dr No', 'D. No', 'no', 'okafor', created_at, created_by, created_org, updated_at, updated_by
      FROM staff LIMIT 1
      """,
    ] { #expect(try cluster.refusal(of: statement, as: "okafor") == why) }
    // Whoever brings in the staff file binds others.
    #expect(
      try cluster.refusal(of: "UPDATE staff SET account = 'chidi' WHERE account = 'okafor'", as: "jfrancis") == nil)
  }

  @Test("Who signs in is the database role that is connected, and for a host the account that the system knows")
  func whoSignsIn() async throws {
    let own = try CaseStore.open(at: cluster.path(as: "okafor"))
    #expect(try await own.actor(account: "jfrancis", workstation: "w").staff.name == "Chidi Okafor")
    await own.close()
    let host = try CaseStore.open(at: cluster.path(as: "mdt_host"))
    #expect(try await host.actor(account: "jfrancis", workstation: "w").staff.name == "Jo Francis")
    #expect(try await host.actor(account: "okafor", workstation: "w").staff.name == "Chidi Okafor")
    await host.close()
    let reader = try CaseStore.open(at: cluster.path(as: "analyst"), readOnly: true)
    let problem = await #expect(throws: Problem.self) {
      _ = try await reader.actor(account: "jfrancis", workstation: "w")
    }
    #expect(problem?.kind == .refused && problem?.reason.contains("analyst") == true)
    await reader.close()
  }

  @Test("D: no setting of a connection makes anybody somebody else")
  func noSettingIsAName() async throws {
    for options in ["-c role=mdt_program", "-c application_name=jfrancis", "-c search_path=jfrancis"] {
      let address =
        cluster.path(as: "okafor") + "&options=" + options.replacing(" ", with: "%20").replacing("=", with: "%3D")
      let store = try CaseStore.open(at: address)
      #expect(try await store.actor(account: "jfrancis", workstation: "w").staff.name == "Chidi Okafor")
      await store.close()
    }
  }

  @Test("The program works with its role's rights: people, plans, undo, views, settings, lists and imports")
  func wholeDay() async throws {
    let store = try await CaseStore.opened(cluster.path(as: "jfrancis"), as: "whoever")
    var by = try await store.writing(as: "whoever")
    let row = try #require(
      try await store.caseload(
        CaseloadQuery(sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id, reach: .register), page: .first,
        limit: 5
      ).first)
    let saved = try await store.saveDraftPlan(Plans.ready(owner: by.actor.id), of: row.id, basedOn: nil, by: by)
    let signed = try await store.publish(
      Plans.changing(saved.plan, "Walk to the shop"), of: row.id, basedOn: saved.rowVersion, reason: "activated", by: by
    )
    _ = try await store.undo(by: by)
    _ = try await store.redo(by: by)
    #expect(try await store.find("begum", limit: 5, by: by, audited: true).people.count == 1)
    #expect(try await store.find("shop", limit: 5, by: by, audited: true).passages.count == 1)
    _ = try await store.person(row.id, by: by, purpose: "record", tellingNotes: true)
    try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    try await store.give(role: "care_coordinator", to: by.actor.id, for: row.id, by: by)
    by.at = by.at + 86_400
    try await store.bringListsToDay(by: by)
    let file = Borough.file([OrganisationLine(odsCode: "R9901", name: "Barts Health", kind: .acute)])
    _ = try await store.importOrganisations(file, mode: .allOrNothing, by: by)
    let practices = Borough.file([
      PracticeLine(practiceCode: "F99001", name: "Lantern Row", network: "Network 3", locality: "South West")
    ])
    _ = try await store.importPractices(practices, mode: .allOrNothing, by: by)
    var person = try Lines.enrolled(Lines.person("9990000026", score: (31, "2015-12-09")))
    _ = try await store.importCaseload(Borough.file([person]), mode: .allOrNothing, by: by)
    person.familyName = "Chowdhury"
    _ = try await store.importCaseload(Borough.file([person], name: "b.csv"), mode: .acceptGood, by: by)
    #expect(signed.versionNumber == 1)
    // The day's head, and one that is asked for, are published by whoever works.
    #expect(try await store.publishedHeads(limit: 9).map(\.reason) == [.daily])
    let head = try await store.publishAuditHead(.onDemand, isFile: false, by: by)
    #expect(try await store.checkSignature(of: head))
    #expect(try await store.accessReport(row.id, isFile: false, by: by).count > 0)
    guard case .whole = try await store.verifyAudit() else { return #expect(Bool(false)) }
    await store.close()
  }
}
