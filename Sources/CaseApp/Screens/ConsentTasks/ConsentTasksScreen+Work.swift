import CaseModel
import CaseStore

extension ConsentTasksScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let decided):
      do throws(Problem) {
        let tasks = try await world.store.consentTasks(decided: decided)
        let day = world.now().day + BestInterestsReview.listedDays
        let reviews = decided ? [] : try await world.store.bestInterestsReviews(dueBy: day)
        return .loaded(Content(tasks: tasks, reviews: reviews))
      } catch {
        return .failed(error)
      }
    case .decide(let id, let decision, let to, let reason):
      do throws(Problem) {
        try await world.store.decideTask(id, decision, transferTo: to, reason: reason, by: world.writing)
        return .decided(decision)
      } catch {
        return .notDecided(error)
      }
    }
  }
}
