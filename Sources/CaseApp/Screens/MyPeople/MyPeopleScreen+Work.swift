import CaseModel
import CaseStore

extension MyPeopleScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .read: return .loaded(try await world.store.myPeople())
      case .acknowledge(let id, let name):
        let accepted = try await world.store.acknowledge(id, by: world.writing)
        return .done(accepted ? "Accepted: you look after \(name)." : "Acknowledged what is new about \(name).")
      case .told(let id, let one, let day, let how):
        try await world.store.recordTold(one, of: id, on: day, how, by: world.writing)
        return .done("Recorded: the person was told.")
      }
    } catch {
      if work == .read { return .failed(error) }
      return .notDone(error)
    }
  }
}
