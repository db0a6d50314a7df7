import CaseModel
import CaseStore

extension TransferScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let leaver):
      do throws(Problem) {
        var preview: TransferPreview?
        if let leaver { preview = try await world.store.transferPreview(from: leaver) }
        return .loaded(
          Content(
            preview: preview, workers: try await world.store.socialWorkers(),
            staff: try await world.store.staff(activeOn: world.now().day)))
      } catch {
        return .failed(error)
      }
    case .transfer(let leaver, let choices, let cause):
      do throws(Problem) {
        return .done(try await world.store.transfer(from: leaver, choices, cause: cause, by: world.writing))
      } catch {
        return .notDone(error)
      }
    }
  }
}
