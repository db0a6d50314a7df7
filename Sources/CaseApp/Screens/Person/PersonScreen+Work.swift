import CaseModel
import CaseStore

extension PersonScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .open(let id):
        return .loaded(
          try await world.store.person(id, by: world.writing, purpose: "single view", tellingNotes: true))
      case .peek(let id): return .loaded(try await world.store.peek(id))
      case .findNeighbour(let side, let trail):
        let page: PageRequest<CaseloadPosition> =
          side == .next ? .after(trail.position) : .before(trail.position)
        guard let row = try await world.store.caseload(trail.query, page: page, limit: 1).first else {
          return .noNeighbour(side)
        }
        return .neighbourFound(row.id, Trail(query: trail.query, position: row.position))
      }
    } catch {
      return .failed(error)
    }
  }
}
