import CaseModel
import CaseStore

extension EnrolmentScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .open(let id): return .loaded(try await world.store.enrolment(of: id, by: world.writing))
      case .reload(let id): return .loaded(try await world.store.peekEnrolment(of: id))
      default: break
      }
    } catch {
      return .failed(error)
    }
    do throws(Problem) {
      switch work {
      case .open, .reload: return nil
      case .take(let act, let id, let day, let reason):
        try await world.store.record(act, of: id, on: day, reason: reason, by: world.writing)
        return .recorded("Recorded.")
      case .die(let id, let day, let place, let source):
        try await world.store.recordDeath(of: id, on: day, place: place, source: source, by: world.writing)
        return .recorded("Recorded. What is still open stands on the worklist After a death.")
      case .undie(let id, let reason):
        try await world.store.voidDeath(of: id, reason: reason, by: world.writing)
        return .recorded("Taken back: the enrolment is as it was before.")
      case .register(let id, let practice, let day, let reason):
        try await world.store.register(id, at: practice, from: day, reason: reason, by: world.writing)
        return .recorded("Recorded. Lists and locality follow the practice.")
      }
    } catch {
      return .notRecorded(error)
    }
  }
}
