import CaseModel
import Testing

@testable import CaseStore

@Suite("Who may see and do what, in a store") struct AccessStoreTests {
  @Test("8.1: lists show the practice, the locality or the people of whoever asks, and nobody else") func reach()
    async throws
  {
    let scene = try await AccessScene()
    let cases: [(StaffRole, String, String?, [String])] = [
      (.careNavigator, "LBTH", "sw", ["Amina"]), (.mdtCoordinator, "LBTH", "ne", ["Brian"]),
      (.socialWorkManager, "LBTH", nil, ["Amina", "Brian"]), (.gp, "F99009", nil, ["Brian"]),
      (.socialWorker, "LBTH", "sw", []), (.consultant, "R9901", nil, []),
    ]
    for (role, organisation, locality, names) in cases {
      let (store, by) = try await scene.person("A\(role.rawValue)", role, at: organisation, locality: locality)
      #expect(try await scene.list(store, by) == names, "\(role)")
      try await scene.store.give(role: "key_worker", to: by.actor.id, for: scene.brian, by: scene.by)
      #expect(try await scene.list(store, by) == Array(Set(names + ["Brian"])).sorted(), "\(role) assigned")
    }
    for role in [StaffRole.analyst, .privacyOfficer, .admin] {
      let (store, by) = try await scene.person("B\(role.rawValue)", role)
      let problem = await scene.denied { _ = try await scene.list(store, by) }
      #expect(problem?.kind == .refused, "\(role)")
    }
  }

  @Test("R-IG-01: a search shows who somebody is and no more until there is a relationship") func minimal() async throws
  {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    let found = try await store.find("doyle", limit: 5, by: by, audited: false)
    let brian = try #require(found.people.first)
    #expect(brian.sight == .identityOnly && brian.row.name.family == "Doyle")
    #expect(brian.row.practiceCode == nil && brian.row.planStatus == nil && brian.row.locality == nil)
    #expect(try await store.find("choudry", limit: 5, by: by, audited: false).people.first?.sight == .whole)
    let problem = await scene.denied { _ = try await store.person(scene.brian, by: by, purpose: "record") }
    #expect(problem?.kind == .closed && problem?.what == "The record was not opened.")
    let last = try await scene.store.auditEvents(limit: 1).first
    #expect(last?.action == .denied && last?.patient == scene.brian.text && last?.staffName == "Gwen")
  }

  @Test("8.4: the same denial, read again and again by a screen, is one row of the audit") func once() async throws {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    for _ in 0..<5 { _ = await scene.denied { _ = try await store.peek(scene.brian) } }
    _ = by
    #expect(try await scene.store.auditEvents(limit: 50).count { $0.action == .denied } == 1)
  }

  @Test("R-IG-01: words of plans are found only by those who may read them") func passages() async throws {
    let scene = try await AccessScene()
    let plan = Plans.ready(owner: scene.by.actor.id)
    _ = try await scene.store.saveDraftPlan(
      Plans.changing(plan, "Walk to Brick Lane"), of: scene.brian, basedOn: nil, by: scene.by)
    #expect(try await scene.store.find("brick", limit: 5, by: scene.by, audited: false).passages.count == 1)
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    #expect(try await store.find("brick", limit: 5, by: by, audited: false).passages.isEmpty)
  }

  @Test("R-IG-03: a restricted person is in no search, no list and under no number for those without a relationship")
  func restricted() async throws {
    let scene = try await AccessScene()
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run("UPDATE patient SET restricted = 1 WHERE id = $1", [.of(scene.brian)])
      try change.audit(.update, "patient", purpose: "test")
    }
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    #expect(try await store.find("doyle", limit: 5, by: by, audited: false).people.isEmpty)
    #expect(try await store.patient(nhs: try #require(NHSNumber(stored: "9990000026"))) == nil)
    let problem = await scene.denied { _ = try await store.person(scene.brian, by: by, purpose: "record") }
    #expect(problem?.kind == .notFound && problem?.reason == "There is no such person in this store.")
    let glass = await scene.denied {
      _ = try await store.breakGlass(scene.brian, .safeguarding, reason: "A long enough reason", by: by)
    }
    #expect(glass?.kind == .notFound)
    try await scene.store.give(role: "key_worker", to: by.actor.id, for: scene.brian, by: scene.by)
    #expect(try await store.person(scene.brian, by: by, purpose: "record").patient.name.given == "Brian")
  }

  @Test("R-IS-01: without an agreement that their organisation signed nobody is shown anything; signing shows it")
  func agreement() async throws {
    let scene = try await AccessScene()
    try await scene.store.writing("No.", scene.by) { change in
      try change.insert("organisation", [("ods_code", "R9902"), ("name", "Trust"), ("kind", "community_mh")])
      try change.audit(.create, "organisation", purpose: "test")
    }
    let (store, by) = try await scene.person("Cora", .mdtCoordinator, at: "R9902")
    let problem = await scene.denied { _ = try await scene.list(store, by) }
    #expect(problem?.kind == .refused && problem?.reason.contains("no party") == true)
    try await scene.store.sign(scene.agreement, ["R9902"], on: by.at.day, by: scene.by)
    #expect(try await scene.list(store, by) == ["Amina", "Brian"])
    try await scene.store.leave(
      scene.agreement, "R9902", after: by.at.day - 1, reason: "Left the borough", by: scene.by)
    #expect(await scene.denied { _ = try await scene.list(store, by) }?.kind == .refused)
  }

  @Test("R-IG-02: one's own record is closed, the attempt is an alert, and the glass does not open it") func tie()
    async throws
  {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99009")
    try await scene.store.writing("No.", scene.by) { change in
      try change.insert(
        "personal_tie",
        [
          ("patient_id", .of(scene.brian)), ("id", "tie"), ("staff_id", .of(by.actor.id)), ("kind", "household"),
          ("start_on", .of(change.at.day)),
        ])
      try change.audit(.create, "personal_tie", purpose: "test")
    }
    #expect(await scene.denied { _ = try await store.person(scene.brian, by: by, purpose: "record") }?.kind == .closed)
    let glass = await scene.denied {
      _ = try await store.breakGlass(scene.brian, .other, reason: "A long enough reason", by: by)
    }
    #expect(glass?.kind == .closed)
    #expect(try await scene.store.privacyAlerts().map(\.kind) == [.household])
  }

  @Test("8.3: the glass opens one record to one person for 60 minutes, and somebody else reviews it") func glass()
    async throws
  {
    let scene = try await AccessScene()
    var (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    let short = await scene.denied {
      _ = try await store.breakGlass(scene.brian, .vitalInterest, reason: "  why  ", by: by)
    }
    #expect(short?.kind == .badData)
    let open = await scene.denied {
      _ = try await store.breakGlass(scene.amina, .vitalInterest, reason: "A long enough reason", by: by)
    }
    #expect(open?.reason == "The record is open to you as it is.")
    let until = try await store.breakGlass(
      scene.brian, .emergencyUnconscious, reason: "Found on the floor, unconscious", by: by)
    #expect(until == by.at + 3600)
    #expect(try await store.glassIsBroken(for: scene.brian) == until)
    #expect(try await store.person(scene.brian, by: by, purpose: "record").patient.name.given == "Brian")
    // To nobody else.
    let (other, others) = try await scene.person("Huw", .gp, at: "F99001")
    #expect(
      await scene.denied { _ = try await other.person(scene.brian, by: others, purpose: "record") }?.kind == .closed)
    by.at = by.at + 3600
    let later = by
    store = store.signedIn { later }
    #expect(
      await scene.denied { _ = try await store.person(scene.brian, by: later, purpose: "record") }?.kind == .closed)
    // Reviewed by somebody else who looks after privacy.
    let alert = try #require(try await scene.store.privacyAlerts().first)
    #expect(alert.kind == .breakGlass && alert.staffName == "Gwen" && alert.reason.contains("Found on the floor"))
    #expect(await scene.denied { _ = try await store.privacyAlerts() }?.kind == .refused)
    let wordless = await scene.denied {
      try await scene.store.closeAlert(alert.id, .notJustified, followUp: " ", by: scene.by)
    }
    #expect(wordless?.kind == .badData)
    try await scene.store.closeAlert(alert.id, .justified, followUp: "", by: scene.by)
    #expect(try await scene.store.privacyAlerts().isEmpty)
    #expect(try await scene.store.privacyAlerts(closed: true).map(\.verdict) == [.justified])
    #expect(
      await scene.denied { try await scene.store.closeAlert(alert.id, .unclear, followUp: "x", by: scene.by) }?.kind
        == .conflict)
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("8.3: whoever broke the glass closes it before its time, and does not review themself") func ended()
    async throws
  {
    let scene = try await AccessScene()
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run("UPDATE staff_post SET role = 'gp', organisation_code = 'F99001'", [])
      try change.audit(.update, "staff_post", purpose: "test")
    }
    _ = try await scene.store.breakGlass(scene.brian, .other, reason: "A long enough reason", by: scene.by)
    let alert = try #require(try await scene.store.privacyAlerts().first)
    let own = await scene.denied { try await scene.store.closeAlert(alert.id, .justified, followUp: "", by: scene.by) }
    #expect(own?.kind == .refused)
    try await scene.store.endBreakGlass(scene.brian, by: scene.by)
    #expect(try await scene.store.glassIsBroken(for: scene.brian) == nil)
    #expect(await scene.denied { try await scene.store.endBreakGlass(scene.brian, by: scene.by) }?.kind == .notFound)
  }

  @Test("8.2: a claim opens a record for fourteen days and is an alert; it overcomes no objection") func claim()
    async throws
  {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .socialWorker)
    try await store.claim(scene.brian, reason: "Asked to cover for Tola this week", by: by)
    #expect(try await store.person(scene.brian, by: by, purpose: "record").patient.name.given == "Brian")
    #expect(try await scene.list(store, by) == ["Brian"])
    #expect(try await scene.store.privacyAlerts().map(\.kind) == [.selfClaimed])
    var later = by
    later.at = by.at + 15 * 86_400
    let then = later
    #expect(try await scene.list(store.signedIn { then }, then) == [])
    try await scene.store.object(
      scene.amina, to: .organisation("F99009"), reason: "Her cousin works there", by: scene.by)
    let (other, others) = try await scene.person("Huw", .gp, at: "F99009")
    try await scene.store.give(role: "key_worker", to: others.actor.id, for: scene.amina, by: scene.by)
    #expect(
      await scene.denied { try await other.claim(scene.amina, reason: "A long enough reason", by: others) }?.kind
        == .closed)
  }

  @Test("5.3: who objects to one organisation is \"Restricted\" to it, on no list of it, and open to the others")
  func objection() async throws {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    #expect(try await scene.list(store, by) == ["Amina"])
    try await scene.store.object(
      scene.amina, to: .organisation("F99001"), reason: "Her cousin works there", by: scene.by)
    #expect(try await scene.list(store, by) == [])
    #expect(try await store.find("choudry", limit: 5, by: by, audited: false).people.first?.sight == .restricted)
    let problem = await scene.denied { _ = try await store.person(scene.amina, by: by, purpose: "record") }
    #expect(problem?.kind == .closed && problem?.reason.hasPrefix("Restricted:") == true)
    #expect(try await scene.list(scene.store, scene.by) == ["Amina", "Brian"])
    // One member of staff.
    let (other, others) = try await scene.person("Huw", .gp, at: "F99009")
    try await scene.store.object(scene.brian, to: .staff(others.actor.id), reason: "Neighbours", by: scene.by)
    #expect(try await scene.list(other, others) == [])
  }

  @Test("5.3: withdrawing takes a person off every list in the same transaction, and a change of mind can be recorded")
  func withdrawn() async throws {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    let day = by.at.day
    try await store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: day), of: scene.amina,
      by: by)
    #expect(try await scene.list(store, by) == [])
    #expect(try await scene.list(scene.store, scene.by) == ["Brian"])
    #expect(await scene.denied { _ = try await store.person(scene.amina, by: by, purpose: "record") }?.kind == .closed)
    let row = try await scene.store.auditEvents(patient: scene.amina, limit: 10).first { $0.action == .consentChange }
    #expect(row?.purpose == "enrolment: withdrawn")
    // Sharing in the team is another decision: refused, then given.
    for (decision, names) in [(ConsentDecision.refused, [String]()), (.given, ["Brian"])] {
      try await scene.store.record(
        ConsentStatement(subject: .shareInMDT, decision: decision, basis: .explicitVerbal, at: day), of: scene.brian,
        by: scene.by)
      #expect(try await scene.list(scene.store, scene.by) == names, "\(decision)")
    }
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("5.3: who refuses an invitation is declined") func declined() async throws {
    let scene = try await AccessScene()
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run("UPDATE enrolment SET status = 'invited' WHERE patient_id = $1", [.of(scene.amina)])
      try CaseloadEntries.refreshEntry(scene.amina, in: change)
      try change.audit(.update, "enrolment", purpose: "test")
    }
    try await scene.store.record(
      ConsentStatement(
        subject: .enrolment, decision: .refused, basis: .explicitVerbal, at: scene.by.at.day,
        doNotAskBefore: scene.by.at.day + 365),
      of: scene.amina, by: scene.by)
    let status = try await scene.store.reading("No.") { [amina = scene.amina] in
      try $0.first("SELECT status FROM enrolment WHERE patient_id = $1", [.of(amina)]) { try $0.text() }
    }
    #expect(status == "declined")
    #expect(try await scene.list(scene.store, scene.by) == ["Brian"])
  }

  @Test("8.1: the clinical parts of a plan are changed by those whose role may, and carried along by the others")
  func clinical() async throws {
    let scene = try await AccessScene()
    var plan = Plans.ready(owner: scene.by.actor.id)
    plan.add(PlanItem(id: ID("formulation"), kind: .formulation, values: [.text: "Grief"]))
    let saved = try await scene.store.saveDraftPlan(plan, of: scene.amina, basedOn: nil, by: scene.by)
    let (store, by) = try await scene.person("Cora", .mdtCoordinator, locality: "sw")
    let next = try await store.saveDraftPlan(
      Plans.changing(saved.plan, "Walk to the shop"), of: scene.amina, basedOn: saved.rowVersion, by: by)
    var other = next.plan
    other.set(.text, of: ID("formulation"), to: "Loneliness")
    do {
      _ = try await store.saveDraftPlan(other, of: scene.amina, basedOn: next.rowVersion, by: by)
      Issue.record("it was saved")
    } catch {
      guard case .problem(let problem) = error else {
        Issue.record(error)
        return
      }
      #expect(problem.kind == .refused && problem.reason.contains("clinical parts"))
    }
  }

  @Test("A privilege is proposed by one, confirmed by another and given to a third; nobody gives themself anything")
  func privileges() async throws {
    let scene = try await AccessScene()
    let (zora, zoras) = try await scene.person("Zora", .other)
    let (_, nkems) = try await scene.person("Nkem", .mdtCoordinator)
    let nkem = scene.store.signedIn { nkems }
    #expect(
      await scene.denied { try await scene.store.propose(.admin, for: scene.by.actor.id, reason: "me", by: scene.by) }?
        .kind == .refused)
    #expect(
      await scene.denied { try await nkem.propose(.admin, for: zoras.actor.id, reason: "her", by: nkems) }?.kind
        == .refused)
    try await scene.store.propose(.privacyOfficer, for: zoras.actor.id, reason: "Caldicott lead", by: scene.by)
    let id = try #require(try await scene.store.privileges().last).id
    for by in [scene.by, zoras] {
      #expect(await scene.denied { try await scene.store.confirmPrivilege(id, by: by) }?.kind == .refused)
    }
    #expect(await scene.denied { _ = try await zora.auditEvents(limit: 1) }?.kind == .refused)
    try await nkem.confirmPrivilege(id, by: nkems)
    #expect(try await !zora.auditEvents(limit: 1).isEmpty)
    try await scene.store.endPrivilege(id, reason: "Has another post", by: scene.by)
    #expect(await scene.denied { _ = try await zora.auditEvents(limit: 1) }?.kind == .refused)
    let own = try #require(try await scene.store.privileges().first { $0.role == .admin })
    #expect(
      await scene.denied { try await scene.store.endPrivilege(own.id, reason: "x", by: scene.by) }?.kind == .refused)
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("A role that is taken away, or a leaving, counts at the next act of a session that is open") func changed()
    async throws
  {
    let scene = try await AccessScene()
    let (store, by) = try await scene.person("Gwen", .gp, at: "F99001")
    #expect(try await scene.list(store, by) == ["Amina"])
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run("UPDATE staff SET active_to = '2015-12-31' WHERE id = $1", [.of(by.actor.id)])
      try change.audit(.update, "staff", purpose: "test")
    }
    let problem = await scene.denied { _ = try await scene.list(store, by) }
    #expect(problem?.reason == "Your entry in the staff list has ended.")
  }

  @Test("Before anybody has signed in nothing about a person is read") func unsigned() async throws {
    let scene = try await AccessScene()
    let store = try CaseStore.open(at: scene.place.path)
    for call: () async throws -> Void in [
      { _ = try await store.peek(scene.amina) }, { _ = try await store.carePlan(of: scene.amina) },
      { _ = try await scene.list(store, scene.by) }, { _ = try await store.auditEvents(limit: 1) },
    ] {
      #expect(await scene.denied(call)?.reason == "Nobody is signed in.")
    }
  }
}
