import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Table 8.1 on the screens: nobody is led to what would be refused") @MainActor struct RoleStories {
  private struct Place {
    let world: World
    /// Jo Francis, who looks after the store.
    let jo: World
    let patient: ID<Patient>
    let folder: TemporaryFolder
  }

  /// The two people, and a colleague of that role at the keys.
  private func place(_ role: StaffRole, organisation: String = "R9904") async throws -> Place {
    let (world, folder) = try await Scene.twoPeople.world()
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    let patient = try #require(rows.first { $0.name.family == "Begum" }).id
    try await world.store.addStaff(
      name: "Gwen Hale", post: NewPost(role: role, organisation: organisation, from: sceneTime.day - 1),
      account: "ghale", by: world.writing)
    if [.admin, .privacyOfficer].contains(role) {
      // Such a post opens nothing by itself: two people give what it takes.
      let gwen = try await world.store.actor(account: "ghale", workstation: "test").id
      try await world.store.propose(role, for: gwen, reason: "Her work", by: world.writing)
      try await world.store.addStaff(
        name: "Zed Ames", post: NewPost(role: .gp, organisation: organisation, from: sceneTime.day - 1),
        account: "zames", by: world.writing)
      let zed = try await World.stopped(world.store, account: "zames")
      let proposed = try #require(try await world.store.privileges().first { $0.confirmedBy == nil })
      try await zed.store.confirmPrivilege(proposed.id, by: zed.writing)
    }
    return Place(
      world: try await World.stopped(world.store, account: "ghale"), jo: world, patient: patient, folder: folder)
  }

  private func denied(_ place: Place) async throws -> [String] {
    return try await place.jo.store.auditEvents(limit: 50).filter { $0.action == .denied }.map {
      "\($0.object) \($0.purpose)"
    }
  }

  @Test("8.1: whoever may not change care plans is told at the door, and types nothing in vain") func noEditing()
    async throws
  {
    let place = try await place(.socialWorkManager)
    let pilot = await Pilot(place.world)
    pilot.loop.open(.planEditor(place.patient))
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("The plan was not opened for editing."), "\(pilot.picture())")
    #expect(pilot.sees("Your role may not") && !pilot.sees("[EDITING]"), "\(pilot.picture())")
    pilot.loop.open(.planReview(place.patient))
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("No review was begun."), "\(pilot.picture())")
    #expect(try await denied(place) == [], "nothing was tried")
    withExtendedLifetime(place.folder) {}
  }

  @Test("8.1: a draft that was written while one might stays readable to its writer") func draftStays() async throws {
    let place = try await place(.careNavigator)
    let first = await Pilot(place.world)
    first.loop.open(.planEditor(place.patient))
    await first.press("<home> <enter>")
    await first.type("Words before. ")
    await first.press("<esc> <esc>")
    try await place.jo.store.changeRole(
      of: place.world.actor.id, to: .socialWorkManager, at: nil, from: sceneTime.day, by: place.jo.writing)
    let again = await Pilot(try await World.stopped(place.world.store, account: "ghale"))
    again.loop.open(.planEditor(place.patient))
    await again.loop.idle()
    again.loop.redraw()
    #expect(again.sees("first.Words"), "\(again.picture())")
    withExtendedLifetime(place.folder) {}
  }

  @Test("8.1: a coordinator changes the plan, and of its clinical parts hears why not before a letter is typed")
  func clinicalParts() async throws {
    let place = try await place(.mdtCoordinator)
    let pilot = await Pilot(place.world)
    pilot.loop.open(.planEditor(place.patient))
    await pilot.loop.idle()
    await pilot.press("8 n")
    #expect(pilot.sees("Nothing was changed. Your role may not change the clinical parts"), "\(pilot.picture())")
    await pilot.press("1 <home> <enter>")
    await pilot.type("Hers. ")
    await pilot.press("<esc>")
    #expect(pilot.sees("Hers."), "\(pilot.picture())")
    withExtendedLifetime(place.folder) {}
  }

  @Test("8.1: an analyst, a privacy officer and an administrator are told where their work is, and nothing was tried")
  func noList() async throws {
    for (role, words) in [
      (StaffRole.analyst, "It sees numbers without names."), (.privacyOfficer, "g p Privacy, g a Audit"),
      (.admin, "g s Administration"),
    ] {
      let place = try await place(role)
      let pilot = await Pilot(place.world)
      await pilot.press("l 2 v <esc>")
      await pilot.loop.lookForChanges()
      await pilot.loop.idle()
      pilot.loop.redraw()
      #expect(pilot.sees("Your role lists nobody.") && pilot.sees(words), "\(role): \(pilot.picture())")
      #expect(!pilot.sees("BEGUM") && !pilot.sees("nobody in this store"), "\(role): \(pilot.picture())")
      #expect(try await denied(place) == [], "\(role): nothing was tried")
      withExtendedLifetime(place.folder) {}
    }
  }

  @Test("8.1: whoever sees those assigned to them is not told that the store is empty") func nobodyYet() async throws {
    for role in [StaffRole.hospitalSocialWorker, .consultant] {
      let place = try await place(role)
      let pilot = await Pilot(place.world)
      #expect(pilot.sees("Nobody is on your list yet."), "\(pilot.picture())")
      #expect(!pilot.sees("mdt import"), "\(pilot.picture())")
      withExtendedLifetime(place.folder) {}
    }
  }

  @Test("8.2: a social worker's list is their people wherever they are registered, and its title says so")
  func ownPeople() async throws {
    let place = try await place(.socialWorker)
    try await place.jo.store.addStaff(
      name: "Cora Bell", post: NewPost(role: .mdtCoordinator, organisation: "R9904", from: sceneTime.day - 1),
      account: "cbell", by: place.jo.writing)
    let cora = try await World.stopped(place.world.store, account: "cbell")
    try await cora.store.assign(
      role: "key_worker", staff: place.world.actor.id, to: place.patient, by: cora.writing)
    let pilot = await Pilot(place.world)
    #expect(pilot.sees("my people") && pilot.sees("1 of 1 shown") && pilot.sees("BEGUM"), "\(pilot.picture())")
    withExtendedLifetime(place.folder) {}
  }
}
