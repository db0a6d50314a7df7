import CaseModel
import CaseStore

extension DuplicatesScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read:
      do throws(Problem) {
        return .loaded(
          Content(
            pairs: try await world.store.possibleDuplicates(), merges: try await world.store.merges()))
      } catch {
        return .failed(error)
      }
    case .merge(let joined, let survivor, let reason):
      do throws(Problem) {
        try await world.store.merge(joined, into: survivor, reason: reason, by: world.writing)
        return .done("Joined. It can be taken apart for \(RecordMerge.reversibleDays) days.")
      } catch {
        return .notDone(error)
      }
    case .unmerge(let joined, let reason):
      do throws(Problem) {
        try await world.store.unmerge(joined, reason: reason, by: world.writing)
        return .done("Taken apart: both are listed again.")
      } catch {
        return .notDone(error)
      }
    }
  }
}
