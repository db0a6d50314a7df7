import CaseModel
import CaseStore

extension WorklistScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let list):
      do throws(Problem) {
        return .loaded(try await world.store.worklist(list))
      } catch {
        return .failed(error)
      }
    }
  }
}
