import CaseModel
import Testing

@testable import CaseStore

@Suite("Care Act work and carers") struct SocialCareTests {
  private func work(
    _ kind: SocialCareItem.Kind = .needsAssessment, _ by: Writing, carer: ID<PlanItem>? = nil
  ) -> SocialCareRequest {
    SocialCareRequest(kind: kind, requestedOn: by.at.day, targetOn: by.at.day + 28, owner: by.actor.id, carer: carer)
  }

  @Test("4.3: a piece of work goes from step to step, is completed with an outcome, and no further") func steps()
    async throws
  {
    let scene = try await AccessScene()
    let (store, ruth) = try await scene.person("Ruth", .socialWorkManager)
    let id = try await store.record(work(.needsAssessment, ruth), of: scene.amina, by: ruth)
    func item() async throws -> SocialCareItem { try #require(try await store.socialCare(of: scene.amina).first) }
    func move(_ status: SocialCareItem.Status, _ detail: SocialCareItem.Detail? = nil) async -> Problem? {
      await scene.denied {
        try await store.moveSocialCare(
          id, of: scene.amina, to: status, detail: detail, basedOn: try await item().rowVersion, by: ruth)
      }
    }
    #expect(await move(.inProgress) == nil)
    #expect(await move(.accepted)?.kind == .badData, "not back")
    #expect(await move(.completed)?.kind == .badData, "not without an outcome")
    #expect(await move(.completed, .init(outcome: "Eligible", eligible: .yes)) == nil)
    let done = try await item()
    #expect(done.completedOn == ruth.at.day && done.detail?.eligible == .yes)
    #expect(await move(.closed) == nil)
    #expect(await move(.requested)?.kind == .badData)
    let stale = await scene.denied {
      try await store.moveSocialCare(id, of: scene.amina, to: .closed, basedOn: 1, by: ruth)
    }
    #expect(stale?.kind == .conflict)
  }

  @Test(
    "4.3: outcome, eligibility, advocate and the council's number are read by those who may, and kept by those who may not"
  )
  func restricted() async throws {
    let scene = try await AccessScene()
    let (store, ruth) = try await scene.person("Ruth", .socialWorkManager)
    var request = work(.needsAssessment, ruth)
    request.detail = .init(outcome: "Said in confidence", councilReference: "LBTH-1")
    let id = try await store.record(request, of: scene.amina, by: ruth)
    let seen = try #require(try await scene.store.socialCare(of: scene.amina).first)
    #expect(seen.detail == nil && seen.status == .requested)
    // A navigator moves it on and writes nothing over what they do not read.
    try await scene.store.moveSocialCare(
      id, of: scene.amina, to: .accepted, detail: .init(outcome: "Mine"), basedOn: seen.rowVersion, by: scene.by)
    #expect(try await store.socialCare(of: scene.amina).first?.detail?.outcome == "Said in confidence")
  }

  @Test("s.10: a carer's assessment is of one of the plan's contacts, and the worklist of carers says how it stands")
  func carers() async throws {
    let scene = try await AccessScene()
    var plan = Plans.ready(owner: scene.by.actor.id)
    let carer = PlanItem(
      id: ID(scene.by.newID()), kind: .personalContact, parent: nil,
      values: [.name: "Nasima Begum", .relationship: "daughter", .isUnpaidCarer: "yes", .hoursBand: "20-49"])
    plan.add(carer)
    _ = try await scene.store.publish(plan, of: scene.amina, basedOn: nil, reason: "activated", by: scene.by)
    let row = try #require(try await scene.store.carers().first { $0.why.contains("Nasima") })
    #expect(row.why == "Nasima Begum, daughter, 20-49 hours a week: no assessment offered" && row.toDo.contains("s.10"))
    let without = await scene.denied {
      _ = try await scene.store.record(work(.carerAssessment, scene.by), of: scene.amina, by: scene.by)
    }
    #expect(without?.kind == .badData)
    let unknown = await scene.denied {
      _ = try await scene.store.record(work(.carerAssessment, scene.by, carer: ID("no")), of: scene.amina, by: scene.by)
    }
    #expect(unknown?.kind == .notFound)
    _ = try await scene.store.record(work(.carerAssessment, scene.by, carer: carer.id), of: scene.amina, by: scene.by)
    let next = try #require(try await scene.store.carers().first { $0.why.contains("Nasima") })
    #expect(next.why.contains("assessment requested") && next.due == scene.by.at.day + 28)
    let item = try #require(try await scene.store.socialCare(of: scene.amina).first)
    #expect(item.carerName == "Nasima Begum")
    let (gp, _) = try await scene.person("Gwen", .gp)
    #expect(try await gp.carers() == [])
  }
}

@Suite("Safeguarding") struct SafeguardingTests {
  static func concern(_ by: Writing, named: [ID<StaffMember>] = [], lead: ID<StaffMember>? = nil) -> SafeguardingRequest
  {
    SafeguardingRequest(
      danger: .nobody, raisedOn: by.at.day, category: .financial, concern: "Her card is with the neighbour",
      tests: .init(needsSupport: .yes, atRisk: .yes, cannotProtect: .yes), personAware: false,
      notAwareReason: "The neighbour was in the room", named: named, lead: lead)
  }

  @Test(
    "R-SG-01: read by the safeguarding lead, the named social worker and who is named on it; the others see a marker")
  func readers() async throws {
    let scene = try await AccessScene()
    let (manager, _) = try await scene.person("Ruth", .socialWorkManager)
    let (named, ann) = try await scene.person("Ann", .districtNurse, at: "F99001")
    let (social, bree) = try await scene.person("Bree", .socialWorker)
    let (other, olga) = try await scene.person("Olga", .socialWorker)
    let (gp, _) = try await scene.person("Gwen", .gp, at: "F99001")
    try await scene.store.assign(
      role: "named_social_worker", staff: bree.actor.id, to: scene.amina, by: try await scene.coordinator())
    try await scene.store.assign(
      role: "key_worker", staff: olga.actor.id, to: scene.amina, by: try await scene.coordinator())
    let id = try await scene.store.raiseSafeguarding(
      Self.concern(scene.by, named: [ann.actor.id]), of: scene.amina, by: scene.by)
    for store in [scene.store, manager, named, social] {
      let sheet = try await store.peekSafeguarding(of: scene.amina)
      #expect(sheet.isMarked && sheet.concerns.map(\.id) == [id] && !sheet.hidesSome)
    }
    for store in [other, gp] {
      #expect(
        try await store.peekSafeguarding(of: scene.amina)
          == SafeguardingSheet(isMarked: true, concerns: [], hidesSome: true))
      let timeline = try await store.peek(scene.amina).timeline
      #expect(!timeline.contains { $0.what.lowercased().contains("safeguarding") || $0.what.contains("neighbour") })
    }
    // A second one, on which the nurse is not named, is not hers to read.
    let second = try await manager.raiseSafeguarding(Self.concern(scene.by), of: scene.amina, by: scene.by)
    let hers = try await named.peekSafeguarding(of: scene.amina)
    #expect(hers.concerns.map(\.id) == [id] && hers.hidesSome)
    let problem = await scene.denied {
      try await named.decideSafeguarding(.section42, on: second, of: scene.amina, by: ann)
    }
    #expect(problem?.kind == .refused)
    // Neither by breaking the glass.
    let (stranger, sam) = try await scene.person("Sam", .gp)
    _ = try await stranger.breakGlass(scene.amina, .safeguarding, reason: "Police at the door with questions", by: sam)
    #expect(try await stranger.peekSafeguarding(of: scene.amina).concerns == [])
  }

  @Test(
    "R-SG-01: nothing of the text is in the audit, in what is found, in lists or on the record of those who may not")
  func nowhere() async throws {
    let scene = try await AccessScene()
    _ = try await scene.store.raiseSafeguarding(Self.concern(scene.by), of: scene.amina, by: scene.by)
    let events = try await scene.store.auditEvents(limit: 20)
    #expect(!events.contains { "\($0)".contains("neighbour") || "\($0)".contains("financial") })
    let found = try await scene.store.find("neighbour", limit: 5, by: scene.by, audited: false)
    #expect(found.passages == [])
    _ = try await scene.store.safeguarding(of: scene.amina, by: scene.by)
    let (gp, gwen) = try await scene.person("Gwen", .gp, at: "F99001")
    _ = await scene.denied {
      try await gp.decideSafeguarding(.section42, on: "no", of: scene.amina, by: gwen)
    }
    let report = try await scene.store.accessReport(scene.amina, isFile: false, by: scene.by)
    #expect(!report.paragraphs.joined().lowercased().contains("safeguarding"), "\(report.paragraphs)")
    #expect(!report.paragraphs.joined().contains("concern"))
  }

  @Test(
    "R-SG-03: a concern is recorded of whoever refuses sharing or objects, by whoever has no post with them, and without an agreement"
  )
  func withoutConsent() async throws {
    let scene = try await AccessScene()
    let refusal = ConsentStatement(
      subject: .shareInMDT, decision: .refused, basis: .explicitVerbal, at: scene.by.at.day)
    try await scene.store.record(refusal, of: scene.amina, by: scene.by)
    let (gp, gwen) = try await scene.person("Gwen", .gp)
    #expect(await scene.denied { _ = try await gp.peek(scene.amina) } != nil)
    for (store, by) in [(scene.store, scene.by), (gp, gwen)] {
      _ = try await store.raiseSafeguarding(Self.concern(by), of: scene.amina, by: by)
    }
    try await scene.store.leave(scene.agreement, "LBTH", after: scene.by.at.day - 1, reason: "Left", by: scene.by)
    _ = try await gp.raiseSafeguarding(Self.concern(gwen), of: scene.amina, by: gwen)
  }

  @Test("R-SG-04: nothing is recorded before it is said whether anybody is in danger now") func danger() async throws {
    let scene = try await AccessScene()
    var request = Self.concern(scene.by)
    request.danger = nil
    let problem = await scene.denied {
      _ = try await scene.store.raiseSafeguarding(request, of: scene.amina, by: scene.by)
    }
    #expect(problem?.kind == .badData && problem?.reason.contains("999") == true)
    #expect(try await scene.store.peekSafeguarding(of: scene.amina).isMarked == false)
  }

  @Test("4.4: decided, then closed with its outcome; the marker goes with the last that is open") func life()
    async throws
  {
    let scene = try await AccessScene()
    let (manager, ruth) = try await scene.person("Ruth", .socialWorkManager)
    let id = try await scene.store.raiseSafeguarding(Self.concern(scene.by), of: scene.amina, by: scene.by)
    func close() async -> Problem? {
      await scene.denied {
        try await manager.closeSafeguarding(id, of: scene.amina, outcome: "Card returned", by: ruth)
      }
    }
    #expect(await close()?.kind == .badData)
    try await manager.decideSafeguarding(.section42, on: id, of: scene.amina, by: ruth)
    try await manager.name(ruth.actor.id, onConcern: id, of: scene.amina, isLead: true, by: ruth)
    #expect(await close() == nil)
    #expect(await close()?.kind == .conflict)
    let sheet = try await manager.peekSafeguarding(of: scene.amina)
    #expect(!sheet.isMarked && sheet.concerns.first?.outcome == "Card returned")
    #expect(sheet.concerns.first?.decided?.by == "Ruth" && sheet.concerns.first?.lead == "Ruth")
    let (gp, _) = try await scene.person("Gwen", .gp, at: "F99001")
    #expect(
      try await gp.peekSafeguarding(of: scene.amina)
        == SafeguardingSheet(isMarked: false, concerns: [], hidesSome: false))
  }
}

extension AccessScene {
  /// Whoever gives roles.
  func coordinator() async throws -> Writing { try await person("Nkem\(by.newID().suffix(6))", .mdtCoordinator).by }
}
