import CaseModel
import CaseStore

extension VisitsScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    if case .read(let id) = work {
      do throws(Problem) {
        let entries = try await world.store.careEntries(of: id)
        return .loaded(Content(patient: try await world.store.peek(id).patient, entries: entries))
      } catch {
        return .failed(error)
      }
    }
    do throws(Problem) {
      if case .draft(let what, let id) = work { return .drafted(try await draft(what, id, world)) }
      return .recorded(try await write(work, world))
    } catch {
      return .notRecorded(error)
    }
  }

  private static func write(_ work: Work, _ world: World) async throws(Problem) -> String {
    let (store, by) = (world.store, world.writing)
    switch work {
    case .record(var request, let owner, let id):
      if let owner { request.followUpOwner = try await StaffLookup.member(owner, world, "The entry was not recorded.") }
      _ = try await store.record(request, of: id, by: by)
      return "Recorded: \(request.kind.words.lowercasedFirst)."
    case .followUp(let entry, let id, let outcome):
      try await store.followUp(entry, of: id, outcome: outcome, by: by)
      return "Followed up."
    case .void(let entry, let id, let reason):
      try await store.voidEntry(entry, of: id, reason: reason, by: by)
      return "The entry is void, and stays to be read."
    case .ask(let entry, let id, let question):
      _ = try await store.askMeeting(question, about: id, entry: entry, by: by)
      return "The next meeting is asked: \(question)"
    case .read, .draft: return ""
    }
  }

  /// An action stands under a goal: the first one that is being worked on.
  private static func draft(_ what: String, _ id: ID<Patient>, _ world: World) async throws(Problem) -> DraftHold {
    let nothing = "No action was made."
    guard let record = try await world.store.carePlan(of: id) else {
      throw Problem(
        nothing, because: "There is no care plan yet.", try: "Write one with e on the person's page.", kind: .notFound)
    }
    let hold = try await world.store.holdDraft(.newest, for: id, of: world.actor.id)
    let now = world.now()
    var draft =
      try await world.store.draft(for: id, of: world.actor.id, number: hold.number)
      ?? PlanDraft(
        patient: id, plan: record.plan, baseRowVersion: record.rowVersion, baseVersionNumber: record.versionNumber,
        basePlan: record.plan, startedAt: now, keptAt: now)
    let goals = draft.plan.items(.goal)
    let isOver = ["cancelled", "rejected", "entered-in-error", "completed"]
    guard let goal = goals.first(where: { !isOver.contains($0[.status] ?? "") }) ?? goals.first else {
      throw Problem(
        nothing, because: "An action serves a goal, and the plan has none.", try: "Write a goal with e first.",
        kind: .notFound)
    }
    draft.plan.add(
      PlanItem(
        id: ID(world.newID()), kind: .action, parent: goal.id,
        values: [.what: what, .whoName: world.actor.staff.name, .status: "not_started"]))
    draft.keptAt = now
    draft.number = hold.number
    try await world.store.keepDraft(draft, of: world.actor.id)
    return hold
  }
}

/// A member of staff by what somebody typed: their account, or their whole name.
enum StaffLookup {
  static func member(_ name: String, _ world: World, _ what: String) async throws(Problem) -> ID<StaffMember> {
    let all = try await world.store.staff(activeOn: world.now().day)
    let found = all.filter { $0.account == name || plainLetters($0.name) == plainLetters(name) }
    guard found.count == 1 else {
      throw Problem(
        what,
        because: found.isEmpty
          ? "Nobody who works here is called \"\(name)\"." : "\(found.count) people here are called \"\(name)\".",
        try: "Give their account, or their whole name.", kind: .notFound)
    }
    return found[0].id
  }
}
