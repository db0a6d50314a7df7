import CaseModel
import CaseStore

extension TodayScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .list:
      do throws(Problem) {
        let plans = try await world.store.drafts(of: world.actor.id).count
        let reviews = try await world.store.reviewDrafts(of: world.actor.id).count
        return .listed(try await world.store.worklists(), drafts: plans + reviews)
      } catch {
        return .failed(error)
      }
    case .count(let list):
      do throws(Problem) {
        return .counted(try await world.store.worklistCount(list))
      } catch {
        return .notCounted(list, error)
      }
    }
  }
}
