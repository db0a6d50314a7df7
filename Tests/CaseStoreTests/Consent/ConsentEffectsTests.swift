import CaseModel
import Testing

@testable import CaseStore

@Suite("5.3: what a decision about consent changes, the same minute") struct ConsentEffectsTests {
  private func statement(
    _ subject: ConsentSubject = .enrolment, _ decision: ConsentDecision, _ scene: AccessScene,
    doNotAskBefore: Day? = nil
  ) -> ConsentStatement {
    ConsentStatement(
      subject: subject, decision: decision, basis: .explicitVerbal, at: scene.by.at.day,
      doNotAskBefore: doNotAskBefore)
  }

  private func status(of patient: ID<Patient>, _ scene: AccessScene) async throws -> EnrolmentStatus? {
    try await scene.store.reading("No.") { try Enrolments.current(of: patient, $0)?.status }
  }

  private func invite(_ patient: ID<Patient>, _ scene: AccessScene) async throws {
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run("UPDATE enrolment SET status = 'invited' WHERE patient_id = $1", [.of(patient)])
      try CaseloadEntries.refreshEntry(patient, in: change)
      try change.audit(.update, "enrolment", purpose: "test")
    }
  }

  /// Amina with a plan of three open actions: one that names Gwen, two that name nobody here; and one that is done.
  private func planned(_ scene: AccessScene) async throws {
    var plan = Plans.ready(owner: scene.by.actor.id)
    let goal = try #require(plan.items(.goal).first)
    for (what, who, status) in [
      ("Walk with her", "Gwen", "in_progress"), ("Order a bed", "Somebody Else", "not_started"),
      ("Was done", "Gwen", "done"),
    ] {
      plan.add(
        PlanItem(
          id: ID(Place.newID()), kind: .action, parent: goal.id,
          values: [.what: what, .whoName: who, .whoRole: "x", .status: status]))
    }
    _ = try await scene.store.saveDraftPlan(plan, of: scene.amina, basedOn: nil, by: scene.by)
  }

  @Test("5.3: a refusal at the invitation declines it, keeps the day before which nobody asks, and closes the record")
  func refused() async throws {
    let scene = try await AccessScene()
    try await invite(scene.amina, scene)
    let wordless = await scene.denied {
      try await scene.store.record(statement(.enrolment, .refused, scene), of: scene.amina, by: scene.by)
    }
    #expect(wordless?.kind == .badData && wordless?.reason.contains("not asked again") == true)
    let day = scene.by.at.day + 365
    try await scene.store.record(
      statement(.enrolment, .refused, scene, doNotAskBefore: day), of: scene.amina, by: scene.by)
    #expect(try await status(of: scene.amina, scene) == .declined)
    #expect(try await scene.list(scene.store, scene.by) == ["Brian"])
    let record = try await scene.store.peekConsent(of: scene.amina)
    #expect(record.standing(.enrolment)?.statement.doNotAskBefore == day)
    #expect(record.patient.name.given == "Amina" && record.patient.practiceCode == nil)
    let closed = await scene.denied {
      _ = try await scene.store.person(scene.amina, by: scene.by, purpose: "record")
    }
    #expect(closed?.kind == .closed)
  }

  @Test(
    "5.3, H17: who withdraws is off every list at once, and each open action becomes \"stop or transfer?\" for its owner"
  )
  func withdrawn() async throws {
    let scene = try await AccessScene()
    let (gwen, gwens) = try await scene.person("Gwen", .socialWorker)
    let (_, coras) = try await scene.person("Cora", .mdtCoordinator, locality: "sw")
    _ = try await scene.person("Nils", .mdtCoordinator, locality: "ne")
    try await planned(scene)
    try await scene.store.record(statement(.enrolment, .withdrawn, scene), of: scene.amina, by: scene.by)
    #expect(try await status(of: scene.amina, scene) == .withdrawn)
    #expect(try await scene.list(scene.store, scene.by) == ["Brian"])
    let cora = scene.store.signedIn { coras }
    let all = try await cora.consentTasks()
    #expect(all.map(\.what) == ["Fit a rail", "Walk with her", "Order a bed"])
    #expect(all.map(\.owner) == ["Cora", "Gwen", "Cora"])
    #expect(try await gwen.consentTasks().map(\.what) == ["Walk with her"])
    // Said again, it raises nothing twice.
    try await scene.store.record(statement(.enrolment, .withdrawn, scene), of: scene.amina, by: scene.by)
    #expect(try await cora.consentTasks().count == 3)
    let walk = try #require(all.first { $0.owner == "Gwen" })
    let rail = try #require(all.first { $0.what == "Fit a rail" })
    for (decision, to, reason) in [
      (TaskDecision.stop, nil as String?, " "), (.transfer, nil, "She wants it"), (.transfer, " ", "She wants it"),
      (.stop, "Zoë", "No longer"),
    ] {
      let fault = await scene.denied {
        try await gwen.decideTask(walk.id, decision, transferTo: to, reason: reason, by: gwens)
      }
      #expect(fault?.kind == .badData, "\(decision) \(reason)")
    }
    let others = await scene.denied { try await gwen.decideTask(rail.id, .stop, reason: "Not mine", by: gwens) }
    #expect(others?.kind == .notFound)
    try await gwen.decideTask(walk.id, .transfer, transferTo: "Her daughter", reason: "She goes with her", by: gwens)
    let again = await scene.denied { try await cora.decideTask(walk.id, .stop, reason: "Over", by: coras) }
    #expect(again?.kind == .conflict && again?.reason.hasPrefix("Gwen") == true)
    #expect(try await cora.consentTasks().map(\.what) == ["Fit a rail", "Order a bed"])
    let decided = try #require(try await gwen.consentTasks(decided: true).first)
    #expect(decided.decision == .transfer && decided.transferTo == "Her daughter" && decided.decidedBy == "Gwen")
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test(
    "5.3: without a coordinator of the locality a task is the borough's coordinator's, and at last whoever wrote it down"
  )
  func owners() async throws {
    let scene = try await AccessScene()
    try await planned(scene)
    _ = try await scene.person("Nils", .mdtCoordinator, locality: "ne")
    try await scene.store.record(statement(.enrolment, .withdrawn, scene), of: scene.amina, by: scene.by)
    #expect(Set(try await scene.store.consentTasks().map(\.owner)) == ["Jo Francis"])
    let other = try await AccessScene()
    try await planned(other)
    let (bea, _) = try await other.person("Bea", .mdtCoordinator)
    try await other.store.record(statement(.enrolment, .withdrawn, other), of: other.amina, by: other.by)
    #expect(Set(try await bea.consentTasks().map(\.owner)) == ["Bea"])
  }

  @Test(
    "5.3: a withdrawal that was recorded in error is voided with a reason: list and enrolment are back, and its tasks go"
  )
  func void() async throws {
    let scene = try await AccessScene()
    try await planned(scene)
    try await scene.store.record(statement(.enrolment, .withdrawn, scene), of: scene.amina, by: scene.by)
    let wrong = try #require(try await scene.store.peekConsent(of: scene.amina).standing(.enrolment))
    let wordless = await scene.denied {
      try await scene.store.voidConsent(wrong.id, of: scene.amina, reason: " ", by: scene.by)
    }
    #expect(wordless?.kind == .badData)
    try await scene.store.voidConsent(wrong.id, of: scene.amina, reason: "Another Amina", by: scene.by)
    #expect(try await status(of: scene.amina, scene) == .enrolled)
    #expect(try await scene.list(scene.store, scene.by) == ["Amina", "Brian"])
    #expect(try await scene.store.consentTasks().isEmpty)
    let record = try await scene.store.peekConsent(of: scene.amina)
    #expect(record.statements.count == 2 && record.statements.first?.void?.reason == "Another Amina")
    #expect(record.standing(.enrolment)?.statement.decision == .given)
    let again = await scene.denied {
      try await scene.store.voidConsent(wrong.id, of: scene.amina, reason: "Again", by: scene.by)
    }
    #expect(again?.kind == .conflict)
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("5.3: statements, and that one is void, are never changed and never deleted") func appendOnly() async throws {
    let scene = try await AccessScene()
    try await scene.store.record(statement(.contactCarer, .given, scene), of: scene.amina, by: scene.by)
    let id = try #require(try await scene.store.peekConsent(of: scene.amina).standing(.contactCarer)).id
    try await scene.store.voidConsent(id, of: scene.amina, reason: "Wrong person", by: scene.by)
    for sql in [
      "UPDATE consent SET decision = 'given'", "DELETE FROM consent", "UPDATE consent_void SET reason = 'x'",
      "DELETE FROM consent_void",
    ] {
      let problem = await scene.denied {
        _ = try await scene.store.writing("No.", scene.by) { try $0.connection.run(sql, []) as Int }
      }
      #expect(problem != nil, "\(sql)")
    }
  }

  @Test("5.3: who changes their mind is enrolled anew, and what was is kept") func mind() async throws {
    let scene = try await AccessScene()
    try await scene.store.record(statement(.enrolment, .withdrawn, scene), of: scene.amina, by: scene.by)
    var later = scene.by
    later.at = scene.by.at + 86_400
    var yes = statement(.enrolment, .given, scene)
    yes.at = later.at.day
    try await scene.store.record(yes, of: scene.amina, by: later)
    #expect(try await status(of: scene.amina, scene) == .enrolled)
    #expect(try await scene.list(scene.store, later) == ["Amina", "Brian"])
    let rows = try await scene.store.reading("No.") { [amina = scene.amina] in
      try $0.rows("SELECT status FROM enrolment WHERE patient_id = $1 ORDER BY id", [.of(amina)]) { try $0.text() }
    }
    #expect(rows == ["withdrawn", "enrolled"])
  }

  @Test("5.3: an objection has a first and a last day; whom it closes out reads nothing of it and does not end it")
  func objection() async throws {
    let scene = try await AccessScene()
    let (gwen, gwens) = try await scene.person("Gwen", .gp, at: "F99001")
    let day = scene.by.at.day
    try await scene.store.object(
      scene.amina, to: .organisation("F99001"), from: day + 1, until: day + 10, reason: "Her cousin", by: scene.by)
    #expect(try await scene.list(gwen, gwens) == ["Amina"])
    var later = gwens
    later.at = gwens.at + 86_400
    let then = later
    let tomorrow = scene.store.signedIn { then }
    #expect(try await scene.list(tomorrow, then) == [])
    let unread = await scene.denied { _ = try await tomorrow.peekConsent(of: scene.amina) }
    #expect(unread?.kind == .closed && unread?.reason.hasPrefix("Restricted:") == true)
    let id = try #require(try await scene.store.peekConsent(of: scene.amina).restrictions.first).id
    let own = await scene.denied {
      try await tomorrow.endObjection(id, of: scene.amina, reason: "I want to see it", by: then)
    }
    #expect(own?.kind == .closed)
    var jo = scene.by
    jo.at = then.at
    try await scene.store.endObjection(id, of: scene.amina, reason: "They have made up", by: jo)
    later.at = then.at + 86_400
    let after = later
    #expect(try await scene.list(scene.store.signedIn { after }, after) == ["Amina"])
    let backwards = await scene.denied {
      try await scene.store.object(
        scene.amina, to: .organisation("F99001"), from: day, until: day - 1, reason: "x", by: scene.by)
    }
    #expect(backwards?.kind == .badData)
  }

  @Test(
    "5.3: a best-interests decision falls due within 182 days, is listed before that, and not once it is decided anew")
  func bestInterests() async throws {
    let scene = try await AccessScene()
    let day = scene.by.at.day
    func decision(_ review: Int) -> ConsentStatement {
      ConsentStatement(
        subject: .shareInMDT, decision: .given, basis: .bestInterests, givenBy: .clinician, givenByName: "Dr Huw",
        at: day, validTo: day + review, capacityState: .lacks, capacity: "Advanced dementia")
    }
    let late = await scene.denied { try await scene.store.record(decision(183), of: scene.amina, by: scene.by) }
    #expect(late?.kind == .badData)
    try await scene.store.record(decision(182), of: scene.amina, by: scene.by)
    #expect(try await scene.store.bestInterestsReviews(dueBy: day + 181).isEmpty)
    let due = try await scene.store.bestInterestsReviews(dueBy: day + 182)
    #expect(due.map(\.due) == [day + 182] && due.first?.decidedBy == "Dr Huw")
    // A practice that does not look after her is not told.
    let (gwen, _) = try await scene.person("Gwen", .gp, at: "F99009")
    #expect(try await gwen.bestInterestsReviews(dueBy: day + 182).isEmpty)
    try await scene.store.record(statement(.shareInMDT, .given, scene), of: scene.amina, by: scene.by)
    #expect(try await scene.store.bestInterestsReviews(dueBy: day + 182).isEmpty)
  }
}
