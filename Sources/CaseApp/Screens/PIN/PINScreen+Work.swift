import CaseModel
import CaseStore

extension PINScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .read: return .loaded(try await world.store.signingIn())
      case .save(let old, let new):
        try await world.store.setSecret(new, old: old, by: world.writing)
        return .saved
      }
    } catch {
      if case .read = work { return .failed(error) }
      return .notSaved(error)
    }
  }
}
