import CaseModel
import CaseStore

extension FindScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    let text =
      switch work {
      case .find(let text), .record(let text): text
      }
    do throws(Problem) {
      let isRecorded = work == .record(text)
      let results = try await world.store.find(text, limit: limit, by: world.writing, audited: isRecorded)
      return isRecorded ? .recorded(text) : .found(text, results)
    } catch {
      return .failed(text, error)
    }
  }
}
