import CaseModel
import CaseStore

extension PrivacyScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let reviewed):
      do throws(Problem) {
        let alerts = try await world.store.privacyAlerts(closed: reviewed)
        return .loaded(Content(alerts: alerts, holidays: try await world.store.bankHolidays()))
      } catch {
        return .failed(error)
      }
    case .close(let id, let verdict, let followUp):
      do throws(Problem) {
        try await world.store.closeAlert(id, verdict, followUp: followUp, by: world.writing)
        return .closed(verdict)
      } catch {
        return .notClosed(error)
      }
    }
  }
}
