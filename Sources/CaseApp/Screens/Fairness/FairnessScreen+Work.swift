import CaseModel
import CaseStore

extension FairnessScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) { return .loaded(try await world.store.fairness()) } catch { return .failed(error) }
  }
}
