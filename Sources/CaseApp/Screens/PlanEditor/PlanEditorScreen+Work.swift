import CaseModel
import CaseStore

extension PlanEditorScreen {
  /// How many entries can be added before names are asked for again.
  private static let nameCount = 40

  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .nothing: return nil
    case .nameEntries: return .named((0..<nameCount).map { _ in world.newID() })
    case .load(let patient, let choice): return await load(patient, choice, world)
    case .look(let patient):
      do throws(Problem) {
        return .looked(try await world.store.carePlan(of: patient))
      } catch {
        return .lookFailed(error)
      }
    case .keepDraft(let draft, let leaving):
      do throws(Problem) {
        let (draft, at) = try await keep(draft, world)
        return .draftKept(draft, at, leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .discardDraft(let patient, let hold, let leaving):
      do throws(Problem) {
        // Without a hold nothing was kept.
        if let hold { try await world.store.discardDraft(for: patient, of: world.actor.id, number: hold.number) }
        return .draftDiscarded(leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .publish(let draft, let reason):
      return await save(draft, world, done: Event.published) { world throws(PlanSaveFailure) in
        try await world.store.publish(
          draft.plan, of: draft.patient, basedOn: draft.base.rowVersion, reason: reason,
          joins: try await joins(draft, world), by: world.writing)
      }
    case .share(let draft):
      return await save(draft, world, done: Event.shared) { world throws(PlanSaveFailure) in
        try await world.store.saveDraftPlan(
          draft.plan, of: draft.patient, basedOn: draft.base.rowVersion, joins: try await joins(draft, world),
          by: world.writing)
      }
    }
  }

  /// A draft that was begun before what it is based on was written is one that was joined with it, and edited since.
  private static func joins(_ draft: PlanEditorDraft, _ world: World) async throws(PlanSaveFailure) -> Bool {
    do throws(Problem) {
      guard let record = try await world.store.carePlan(of: draft.patient) else { return false }
      return record.rowVersion == draft.base.rowVersion && draft.startedAt < record.lastUpdated
    } catch {
      // It is the saving that did not happen, whatever was looked at on the way.
      var problem = error
      problem.what = "The care plan was not saved."
      throw .problem(problem)
    }
  }

  private static func load(_ patient: ID<Patient>, _ choice: DraftChoice, _ world: World) async -> Event {
    do throws(Problem) {
      // Whoever may not change it types nothing that could not be saved. What they wrote while they might stays theirs.
      if let refusal = try await world.store.refusal(
        of: .editPlan, doing: "The plan was not opened for editing."),
        try await !world.store.drafts(of: world.actor.id).contains(where: { $0.patient == patient })
      {
        return .loadFailed(refusal)
      }
      let person = try await world.store.person(patient, by: world.writing, purpose: "care plan edit")
      let record = try await world.store.carePlan(of: patient)
      let hold = try await hold(choice, patient, world)
      let drafts = try await world.store.drafts(of: world.actor.id).filter { $0.patient == patient }
      let number = hold?.number ?? drafts.first?.number ?? 1
      let draft = try await world.store.draft(for: patient, of: world.actor.id, number: number)
      let staff = try await world.store.staff(activeOn: nil)
      return .loaded(
        PlanEditorStart(
          person: person, record: record, draft: draft.map(PlanEditorDraft.init), staff: staff,
          blank: blank(for: person.patient, world), spareIDs: (0..<nameCount).map { _ in world.newID() },
          at: world.now(),
          hold: hold, otherDrafts: drafts.count { $0.number != number },
          clinicalRefusal: try await world.store.refusal(
            of: .editPlanClinical, doing: "Nothing was changed.")))
    } catch {
      return .loadFailed(error)
    }
  }

  /// A plan in which only that stands which the record says already.
  private static func blank(for patient: Patient, _ world: World) -> CarePlan {
    var plan = CarePlan(newID: world.newID)
    guard let requirement = plan.single(.requirement) else { return plan }
    if let language = patient.language { plan.set(.language, of: requirement.id, to: language) }
    if let needed = patient.interpreterRequired {
      plan.set(.interpreterRequired, of: requirement.id, to: needed ? "yes" : "no")
    }
    return plan
  }

  /// Nil in a session that only reads, and where the folder of drafts cannot be used: then keeping tries again and says
  /// so.
  private static func hold(
    _ choice: DraftChoice, _ patient: ID<Patient>, _ world: World
  ) async throws(Problem) -> DraftHold? {
    guard !world.isReadOnly else { return nil }
    do throws(Problem) {
      return try await world.store.holdDraft(choice, for: patient, of: world.actor.id)
    } catch  where error.kind == .unavailable {
      return nil
    }
  }

  private static func keep(
    _ draft: PlanEditorDraft, _ world: World
  ) async throws(Problem) -> (PlanEditorDraft, Moment) {
    var draft = draft
    let now = world.now()
    if draft.hold == nil {
      draft.hold = try await world.store.holdDraft(.newest, for: draft.patient, of: world.actor.id)
    }
    try await world.store.keepDraft(draft.stored(at: now), of: world.actor.id)
    return (draft, now)
  }

  /// Keeps the draft, saves, and only then lets the draft go: whatever happens in between, the text is somewhere.
  private static func save(
    _ draft: PlanEditorDraft, _ world: World, done: (CarePlanRecord, Problem?) -> Event,
    _ act: (World) async throws(PlanSaveFailure) -> CarePlanRecord
  ) async -> Event {
    var unkept: Problem?
    var draft = draft
    do throws(Problem) {
      draft = try await keep(draft, world).0
    } catch {
      // What cannot be kept as a draft may still be saved for good, and then no draft is missing.
      unkept = error
    }
    let record: CarePlanRecord
    do throws(PlanSaveFailure) {
      record = try await act(world)
    } catch {
      switch error {
      case .conflict(let theirs): return .conflicted(theirs)
      case .problem(let problem): return .saveFailed(unkept ?? problem)
      }
    }
    do throws(Problem) {
      if let hold = draft.hold {
        try await world.store.discardDraft(for: draft.patient, of: world.actor.id, number: hold.number)
      }
      return done(record, nil)
    } catch {
      let problem = Problem(
        "The plan was saved, but its draft was not removed.", because: error.reason,
        try: "Open the drafts and discard it there.", kind: error.kind)
      return done(record, problem)
    }
  }
}

extension PlanEditorDraft {
  init(_ draft: PlanDraft) {
    self.init(
      patient: draft.patient, plan: draft.plan, rawTexts: draft.rawTexts,
      base: PlanBase(
        plan: draft.basePlan, rowVersion: draft.baseRowVersion, versionNumber: draft.baseVersionNumber, at: nil),
      startedAt: draft.startedAt, keptAt: draft.keptAt)
  }

  func stored(at now: Moment) -> PlanDraft {
    var stored = PlanDraft(
      patient: patient, plan: plan, baseRowVersion: base.rowVersion, baseVersionNumber: base.versionNumber,
      basePlan: base.plan, startedAt: startedAt, keptAt: now, rawTexts: rawTexts)
    stored.number = hold?.number ?? 1
    return stored
  }
}
