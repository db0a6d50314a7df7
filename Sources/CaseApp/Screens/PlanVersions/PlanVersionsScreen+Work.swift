import CaseModel
import CaseStore

extension PlanVersionsScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .open(let id):
        let person = try await world.store.person(id, by: world.writing, purpose: "plan history")
        return .loaded(try await content(of: person, world))
      case .reload(let id): return .loaded(try await content(of: try await world.store.peek(id), world))
      case .read(let id, let number): return .read(try await signed(id, number, world))
      case .compare(let id, let old, let new):
        return .compared(try await signed(id, old, world), try await signed(id, new, world))
      }
    } catch {
      return .failed(error)
    }
  }

  private static func content(of person: PersonRecord, _ world: World) async throws(Problem) -> Content {
    let versions = try await world.store.planVersions(of: person.patient.id)
    return Content(
      person: person, versions: versions.sorted { $0.number > $1.number }, staff: try await world.staffNames())
  }

  private static func signed(_ id: ID<Patient>, _ number: Int, _ world: World) async throws(Problem) -> SignedPlan {
    guard let version = try await world.store.planVersion(of: id, number: number) else {
      throw Problem(
        "Version \(number) was not read.", because: "The store has no such version of this plan.",
        try: "Go back and open the history again.", kind: .notFound)
    }
    return SignedPlan(summary: version.summary, plan: version.plan)
  }
}
