public import CaseApp
public import CaseModel
public import CaseStore

/// A store with a name, to start from: for tests, demonstrations, the manual's pictures and bug reports.
///
/// All of them stand at Tuesday 5 January 2016, 09:42, and belong to Jo Francis, care navigator, South West.
public enum Scene: String, CaseIterable, Sendable {
  /// Nobody but the first member of staff.
  case empty
  /// The four partners, their practices and staff; no patients.
  case borough
  /// Two people: Rahela Begum with a plan that is overdue, Winston Clarke without one.
  case twoPeople
  /// The South West caseload of 412 on a Tuesday morning: plans at every stage, overdue reviews, nobody named for some.
  case busyTuesday
  /// Scenario S5: Bree carries 1.06, Callum 0.82, Ade 0.97; Osman Delacroix-Begum waits for a named social worker. The
  /// account is that of Nkem Adair, who coordinates the South West.
  case fairShare

  /// Makes the store. `clockStandsAtScene` lets the real program open it on the scene's Tuesday.
  @discardableResult public func write(
    to path: String, account: String, clockStandsAtScene: Bool = false, realNow: Moment = sceneTime
  ) async throws -> CaseStore {
    let ids = CountedIDs()
    let own = self == .fairShare ? "jo-francis" : account
    let setup = Setup(
      name: "Jo Francis", role: .careNavigator, organisationCode: "R9904", account: own, isPractice: true,
      at: sceneTime - 86_400 * 400, newID: { ids.next() }, workstation: "scene",
      privileges: [.admin, .privacyOfficer], agreementDays: 3650)
    return try await CaseStore.create(at: path, setup: setup) { store in
      let builder = try await SceneBuilder(store: store, account: own, ids: ids)
      if self != .empty { try await builder.importBorough() }
      if self == .twoPeople { try await builder.addTwoPeople() }
      if self == .busyTuesday { try await builder.addBusyTuesday() }
      if self == .fairShare { try await builder.addFairShare(account: account) }
      if clockStandsAtScene {
        try await store.setPracticeClock(offset: sceneTime - realNow, by: builder.writing(at: sceneTime))
      }
    }
  }

  /// A world over a store of its own in a temporary folder, with a stopped clock.
  public func world(account: String = "jfrancis") async throws -> (world: World, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    let place = try folder.server?.makeDatabase() ?? folder.path + "/scene.mdt"
    let store = try await write(to: place, account: account)
    return (try await World.stopped(store, account: account), folder)
  }
}

extension Moment {
  static func - (moment: Moment, seconds: Int) -> Moment { moment + -seconds }
}

extension World {
  /// A world whose clock stands still and whose waits are over at once.
  public static func stopped(_ store: CaseStore, account: String) async throws -> World {
    let ids = CountedIDs()
    let actor = try await store.actor(account: account, workstation: "test")
    return World(
      store: store, actor: actor, isPractice: store.isPractice, isReadOnly: store.isReadOnly, now: { sceneTime },
      // Above every identifier that the scene gave out.
      newID: { "7" + ids.next().dropFirst() }, pause: { _ in await Task.yield() })
  }
}
