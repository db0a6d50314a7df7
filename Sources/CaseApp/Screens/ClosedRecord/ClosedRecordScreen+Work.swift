import CaseModel
import CaseStore

extension ClosedRecordScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let id):
      do throws(Problem) {
        return .loaded(try await world.store.closedRecord(id))
      } catch {
        return .failed(error)
      }
    case .claim(let id, let reason):
      do throws(Problem) {
        try await world.store.claim(id, reason: reason, by: world.writing)
        return .claimed
      } catch {
        return .notOpened(error)
      }
    case .breakGlass(let id, let code, let reason):
      do throws(Problem) {
        return .opened(until: try await world.store.breakGlass(id, code, reason: reason, by: world.writing))
      } catch {
        return .notOpened(error)
      }
    }
  }
}
