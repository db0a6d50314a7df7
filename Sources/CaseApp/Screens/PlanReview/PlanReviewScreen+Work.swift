import CaseModel
import CaseStore

extension PlanReviewScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let id):
      do throws(Problem) {
        let person = try await world.store.peek(id)
        return .loaded(Content(person: person, plan: try await world.store.carePlan(of: id)))
      } catch {
        return .failed(error)
      }
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
}
