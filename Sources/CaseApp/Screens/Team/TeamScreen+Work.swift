import CaseModel
import CaseStore

extension TeamScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    let (store, by) = (world.store, world.writing)
    do throws(Problem) {
      switch work {
      case .read(let id): return .loaded(try await read(id, world))
      case .assign(let id, let new):
        let made = try await store.assign(new, to: id, by: by)
        return .done("\(made.name) was asked to be \(made.role.words.lowercasedFirst).")
      case .accept(let id, let one):
        try await store.accept(one, of: id, by: by)
        return .done("Accepted.")
      case .decline(let id, let one, let reason, let text):
        try await store.decline(one, of: id, reason: reason, text: text, by: by)
        return .done("Declined.")
      case .end(let id, let one, let version, let reason, let text):
        try await store.endAssignment(one, of: id, version: version, reason: reason, text: text, by: by)
        return .done("The role is ended.")
      case .told(let id, let one, let day, let how):
        try await store.recordTold(one, of: id, on: day, how, by: by)
        return .done("Recorded: the person was told.")
      case .weigh(let id, let one, let version, let weight):
        try await store.weigh(one, of: id, version: version, weight, by: by)
        return .done("It weighs \(weight.points) now.")
      case .request(let id, let role, let source, let text):
        try await store.requestAllocation(of: id, role: role, source: source, reason: text, by: by)
        return .done("They wait for a \(role.words.lowercasedFirst).")
      case .withdraw(let id, let request, let why):
        try await store.withdrawRequest(request, of: id, reason: why, by: by)
        return .done("They wait no more.")
      }
    } catch {
      if case .read = work { return .failed(error) }
      return .notDone(error)
    }
  }

  private static func read(_ id: ID<Patient>, _ world: World) async throws(Problem) -> Content {
    let record = try await world.store.peek(id)
    let settings = try await world.store.settings()
    func number(_ key: String, or usual: Int) -> Int {
      settings.first { $0.key == key }.flatMap { Int($0.value) } ?? usual
    }
    return Content(
      patient: record.patient, isSimilar: record.hasSimilar, team: try await world.store.careTeam(of: id),
      staff: try await world.store.staff(activeOn: world.now().day),
      suggested: try await world.store.suggestedWeight(of: id), holidays: try await world.store.bankHolidays(),
      acceptDays: number("team.accept_workdays", or: 2), tellDays: number("enrol.notify_days", or: 21))
  }
}
