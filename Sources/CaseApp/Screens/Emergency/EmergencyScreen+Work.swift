import CaseModel
import CaseStore

extension EmergencyScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .open(let id):
        return .loaded(try await world.store.emergencyView(of: id, reason: "emergency view", by: world.writing))
      case .reload(let id):
        return .loaded(try await world.store.peekEmergencyView(of: id, on: world.now().day))
      case .reveal(let id, let reason):
        return .revealed(try await world.store.revealKeySafeCode(of: id, reason: reason, by: world.writing))
      }
    } catch {
      if case .reveal = work { return .notRevealed(error) }
      return .failed(error)
    }
  }
}
