import CaseModel
import CaseStore

extension PlanReviewScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .open(let id):
      return await content(id, world) { world throws(Problem) in
        try await world.store.person(id, by: world.writing, purpose: "plan review")
      }
    case .reload(let id):
      return await content(id, world) { world throws(Problem) in try await world.store.peek(id) }
    case .record(var review, let id):
      review.id = ID(world.newID())
      do throws(Problem) {
        try await world.store.record(review, of: id, by: world.writing)
        return .recorded(review)
      } catch {
        return .recordFailed(error)
      }
    }
  }

  private static func content(
    _ id: ID<Patient>, _ world: World, person: (World) async throws(Problem) -> PersonRecord
  ) async -> Event {
    do throws(Problem) {
      let person = try await person(world)
      return .loaded(Content(person: person, plan: try await world.store.carePlan(of: id)))
    } catch {
      return .failed(error)
    }
  }
}
