import CaseModel
import CaseStore

extension SocialCareScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .open(let id), .reload(let id):
      let isFirst = if case .open = work { true } else { false }
      do throws(Problem) {
        return .loaded(try await read(id, opens: isFirst, world))
      } catch {
        return .failed(error)
      }
    default:
      do throws(Problem) {
        return .recorded(try await write(work, world))
      } catch {
        return .notRecorded(error)
      }
    }
  }

  private static func read(_ id: ID<Patient>, opens: Bool, _ world: World) async throws(Problem) -> Content {
    let store = world.store
    do throws(Problem) {
      let items = try await store.socialCare(of: id)
      let patient = try await store.peek(id).patient
      let sheet =
        opens ? try await store.safeguarding(of: id, by: world.writing) : try await store.peekSafeguarding(of: id)
      return Content(patient: patient, items: items, safeguarding: sheet, carers: try await carers(id, store))
    } catch {
      guard error.kind == .closed else { throw error }
      // A concern is raised all the same, with who they are and no more (R-SG-03).
      let closed = try await store.closedRecord(id)
      guard closed.mayBreakGlass else { throw error }
      return Content(
        patient: closed.patient, items: [], safeguarding: .init(isMarked: false, concerns: [], hidesSome: false),
        carers: [], whyClosed: error)
    }
  }

  private static func carers(_ id: ID<Patient>, _ store: CaseStore) async throws(Problem) -> [Carer] {
    guard let plan = try await store.carePlan(of: id)?.plan else { return [] }
    return plan.items(.personalContact).filter { $0.flag(.isUnpaidCarer) == true }.map {
      Carer(id: $0.id, name: $0[.name] ?? "A carer without a name")
    }
  }

  private static func write(_ work: Work, _ world: World) async throws(Problem) -> String {
    let (store, by) = (world.store, world.writing)
    switch work {
    case .record(var request, let owner, let id):
      request.owner = try await StaffLookup.member(owner, world, "The social care work was not recorded.")
      _ = try await store.record(request, of: id, by: by)
      return "Recorded: \(request.kind.words)."
    case .move(let item, let status, let detail, let version, let id):
      try await store.moveSocialCare(item, of: id, to: status, detail: detail, basedOn: version, by: by)
      return "It is \(status.words.lowercasedFirst) now."
    case .void(let item, let reason, let id):
      try await store.voidSocialCare(item, of: id, reason: reason, by: by)
      return "It is void, and stays to be read."
    case .raise(var request, let lead, let id):
      if let lead { request.lead = try await StaffLookup.member(lead, world, "The concern was not recorded.") }
      _ = try await store.raiseSafeguarding(request, of: id, by: by)
      return "Recorded. Ring the duty social worker: a record rings nobody."
    case .decide(let concern, let decision, let id):
      try await store.decideSafeguarding(decision, on: concern, of: id, by: by)
      return "Decided: \(decision.words.lowercasedFirst)."
    case .close(let concern, let outcome, let id):
      try await store.closeSafeguarding(concern, of: id, outcome: outcome, by: by)
      return "The concern is closed."
    case .name(let concern, let staff, let isLead, let id):
      let member = try await StaffLookup.member(staff, world, "Nobody was named.")
      try await store.name(member, onConcern: concern, of: id, isLead: isLead, by: by)
      return "They may read it from now on."
    case .open, .reload: return ""
    }
  }
}
