import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories: naming a social worker fairly, and handing a caseload over") @MainActor struct AllocationStories {
  /// The same store with somebody else at the keys.
  private func world(_ world: World, as name: String, days: Int = 0) async throws -> World {
    var other = world
    let staff = try #require(try await world.store.staff().first { $0.name == name })
    // Whoever is put at the keys afterwards reads by this clock.
    other.now = { sceneTime + days * 86_400 }
    other.actor = Actor(staff: staff, workstation: "test")
    return other
  }

  private func osman(_ world: World) async throws -> ID<Patient> {
    try #require(try await world.store.allocation().waiting.first { $0.name.given == "Osman" }).id
  }

  @Test("S5: ranked and explained, amber needs a reason, published, accepted, told by phone, and never by itself")
  func scenario() async throws {
    let (nkem, folder) = try await Scene.fairShare.world(account: "nadair")
    let id = try await osman(nkem)
    let pilot = await Pilot(nkem)
    await pilot.press("g l")
    #expect(pilot.sees("1 waiting") && pilot.sees("DELACROIX-BEGUM, Osman (Mr)"), "\(pilot.picture())")
    // Bree knows his wife and is amber, Callum speaks Sylheti, Ade is 0.97.
    let rows = pilot.rows
    let order = ["B. Halloran", "C. Oyelaran", "A. Bankole"].compactMap { name in rows.firstIndex { $0.contains(name) }
    }
    #expect(order.count == 3 && order == order.sorted(), "\(pilot.picture())")
    for words in ["1.06 amber", "0.82 blue", "0.97 green", "best, ", "+ knows household"] {
      #expect(pilot.sees(words), "\(words)\n\(pilot.picture())")
    }
    #expect(pilot.sees("Fit only sorts.  You decide."))
    await pilot.press("<tab> j")
    #expect(pilot.sees("+ speaks Sylheti"), "\(pilot.picture())")
    await pilot.press("k <enter>")
    #expect(pilot.sees("Why Bree Halloran?") && pilot.sees("1.06 amber now"), "\(pilot.picture())")
    await pilot.press("<ctrl-u> <ctrl-s>")
    #expect(pilot.sees("Error: Say why it is them all the same."), "\(pilot.picture())")
    await pilot.type("knows household")
    await pilot.press("<ctrl-s>")
    #expect(
      pilot.sees("Proposed DELACROIX-BEGUM, Osman (Mr) -> Bree Halloran, why: knows household"), "\(pilot.picture())")
    #expect(try await nkem.store.careTeam(of: id).current.isEmpty, "nothing until it is published")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Publish 1 allocation? y publishes") && pilot.sees("999 000 0042"), "\(pilot.picture())")
    await pilot.press("y")
    #expect(pilot.sees("0 waiting") && pilot.sees("Nobody waits."), "\(pilot.picture())")

    // Bree accepts, and tells him by phone on day 2.
    let bree = try await world(nkem, as: "Bree Halloran")
    let hers = await Pilot(bree)
    await hers.press("g m")
    #expect(hers.sees("24 people") == false && hers.sees("25 people"), "\(hers.picture())")
    #expect(hers.sees("+ new: accept by 07-Jan-2016") && hers.sees("knows household. y accepts"), "\(hers.picture())")
    await hers.press("y")
    #expect(hers.message.contains("Accepted: you look after DELACROIX-BEGUM, Osman (Mr)"), "\(hers.picture())")
    let later = try await world(nkem, as: "Bree Halloran", days: 2)
    let phone = await Pilot(later)
    phone.loop.open(.team(id))
    await phone.loop.idle()
    await phone.press("t")
    #expect(phone.sees("The person was told"), "\(phone.picture())")
    await phone.press("1 <ctrl-s>")
    #expect(phone.sees("= Person told 07-Jan-2016 by phone"), "\(phone.picture())")
    #expect(phone.sees("= accepted") && phone.sees("knows household"))

    // The record says it, and the link worker is gone from it (R-SW-06).
    let record = await Pilot(try await world(nkem, as: "Nkem Adair", days: 2), at: .person(id, trail: nil))
    #expect(record.sees("Named social worker") && !record.sees(LinkWorker.words), "\(record.picture())")
    let findings = await CaseStore.doctor(at: nkem.store.path, now: sceneTime + 3 * 86_400).findings
    #expect(findings.filter { $0.severity == .fault }.isEmpty, "\(findings.filter { $0.severity == .fault })")
    withExtendedLifetime(folder) {}
  }

  @Test("S5: the long-leave wizard moves 24 people, two to nobody with alerts; all of it is taken back with u")
  func leave() async throws {
    let (nkem, folder) = try await Scene.fairShare.world(account: "nadair")
    let pilot = await Pilot(nkem, size: Size(columns: 120, rows: 40))
    await pilot.press("g l h")
    #expect(pilot.sees("Bree Halloran, 24 people") && pilot.sees("Choose whose people"), "\(pilot.picture())")
    while !pilot.rows.contains(where: { $0.hasPrefix(">Bree Halloran") || $0.hasPrefix(">  Bree Halloran") }) {
      await pilot.press("j")
      if pilot.rows.contains(where: { $0.hasPrefix(">Tolu") }) { break }
    }
    await pilot.press("<enter>")
    #expect(pilot.sees("24 people.  0 decided"), "\(pilot.picture())")
    await pilot.press("<ctrl-s>")
    #expect(pilot.message.contains("24 people are not decided yet"), "\(pilot.picture())")
    // Two go to nobody.
    for _ in 0..<2 {
      await pilot.press("<enter>")
      await pilot.type("nobody")
      await pilot.press("<ctrl-s> j")
    }
    #expect(pilot.sees("2 decided") && pilot.sees("! nobody: unallocated"), "\(pilot.picture())")
    await pilot.press("a")
    await pilot.type("Callum")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Several fit") || pilot.sees("24 decided"), "\(pilot.picture())")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Why are they handed over?"), "\(pilot.picture())")
    await pilot.type("long leave until 01-Jun-2016")
    await pilot.press("<ctrl-s> <ctrl-s>")
    #expect(pilot.sees("Hand over 24 people? y does it"), "\(pilot.picture())")
    #expect(
      pilot.sees("To Callum Oyelaran") && pilot.sees("22 people") && pilot.sees("To nobody"), "\(pilot.picture())")
    #expect(
      try await nkem.store.nobodyOwnsWorklist().filter { $0.why.contains("Handed") || $0.why.contains("handed") }
        .isEmpty)
    await pilot.press("y")
    #expect(pilot.message.contains("Handed over: 24 roles"), "\(pilot.picture())")
    let alerts = try await nkem.store.nobodyOwnsWorklist().filter { $0.why.contains("handed over to nobody") }
    #expect(alerts.count == 2, "\(alerts.map(\.why))")
    await pilot.press("<esc>")
    #expect(pilot.sees("3 waiting"), "\(pilot.picture())")
    await pilot.press("F")
    #expect(pilot.sees("C. Oyelaran is red") && pilot.sees("Gini 0."), "\(pilot.picture())")
    await pilot.press("<esc> u")
    #expect(pilot.sees("1 waiting"), "\(pilot.picture())")
    #expect(try await nkem.store.socialWorkers().first { $0.name == "Bree Halloran" }?.load.people == 24)
    withExtendedLifetime(folder) {}
  }

  @Test("two coordinators: what the other published meanwhile is said, and nothing is done twice") func two()
    async throws
  {
    let (nkem, folder) = try await Scene.fairShare.world(account: "nadair")
    let id = try await osman(nkem)
    let callum = try #require(try await nkem.store.socialWorkers().first { $0.name == "Callum Oyelaran" })
    try await nkem.store.propose(callum.id, for: [id], reason: nil, by: nkem.writing)
    let pilot = await Pilot(nkem)
    await pilot.press("g l <ctrl-s>")
    // The manager is quicker.
    let manager = try await world(nkem, as: "Begoña da Silva")
    _ = try await manager.store.publishProposals(for: [id], by: manager.writing)
    await pilot.press("y")
    #expect(pilot.sees("Nothing was published."), "\(pilot.picture())")
    #expect(try await nkem.store.careTeam(of: id).current.map(\.name) == ["Callum Oyelaran"])
    withExtendedLifetime(folder) {}
  }

  @Test("linear mode: the allocation, my people, the team, the handover and the fairness report are read as lines")
  func linear() async throws {
    let (nkem, folder) = try await Scene.fairShare.world(account: "nadair")
    let id = try await osman(nkem)
    for (route, words) in [
      (Route.allocation, "Social worker, load, then fit, for DELACROIX-BEGUM, Osman"),
      (.myPeople, "You look after nobody yet"),
      (.team(id), "Waits for a named social worker"), (.transfer(nil), "Bree Halloran, 24 people"),
      (.fairness, "By deprivation"),
    ] {
      let pilot = await Pilot(nkem, at: route)
      let text = pilot.loop.frontOutline()?.text ?? ""
      #expect(text.contains(words), "\(route): \(text)")
    }
    withExtendedLifetime(folder) {}
  }

  @Test(
    "4.2: from the team: asked, declined with a reason, waiting again; another is asked; two at once are told apart")
  func team() async throws {
    let (nkem, folder) = try await Scene.fairShare.world(account: "nadair")
    let id = try await osman(nkem)
    let pilot = await Pilot(nkem)
    pilot.loop.open(.team(id))
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("Waits for a named social worker") && pilot.sees(LinkWorker.words), "\(pilot.picture())")
    // Not needed after all, and needed again.
    await pilot.press("x")
    await pilot.type("His daughter helps")
    await pilot.press("<ctrl-s>")
    #expect(!pilot.sees("Waits for a named social worker"), "\(pilot.picture())")
    await pilot.press("u")
    await pilot.lookAround()
    #expect(pilot.sees("Waits for a named social worker"), "\(pilot.picture())")
    await pilot.press("<home> <enter>")
    await pilot.type("Callum Oyelaran")
    await pilot.press("<ctrl-s>")
    #expect(
      pilot.sees("Named social worker: Callum Oyelaran") && pilot.sees("~ asked, not accepted yet"),
      "\(pilot.picture())")
    #expect(!pilot.sees(LinkWorker.words))
    // The manager has the same team before them and asks Ade; the coordinator ends the role first.
    let manager = try await world(nkem, as: "Begoña da Silva")
    let other = await Pilot(manager)
    other.loop.open(.team(id))
    await other.loop.idle()
    let callum = try await world(nkem, as: "Callum Oyelaran")
    let his = await Pilot(callum)
    his.loop.open(.team(id))
    await his.loop.idle()
    await his.press("d <ctrl-s>")
    #expect(his.sees("Error: Choose why."), "\(his.picture())")
    await his.press("5 <tab>")
    await his.type("His cousin")
    await his.press("<ctrl-s>")
    let team = try await nkem.store.careTeam(of: id)
    #expect(
      team.current.isEmpty && team.past.map(\.endText) == ["His cousin"] && team.waiting.map(\.source) == [.declined])
    await other.press("n")
    await other.type("Ade")
    await other.press("<ctrl-s>")
    #expect(other.sees("Nobody was assigned.") || other.sees("Error"), "\(other.picture())")
    #expect(try await nkem.store.careTeam(of: id).current.isEmpty)
    withExtendedLifetime(folder) {}
  }

  @Test("cover: recorded on the allocation screen; the colleague sees the people among their own") func cover()
    async throws
  {
    let (nkem, folder) = try await Scene.fairShare.world(account: "nadair")
    let pilot = await Pilot(nkem)
    await pilot.press("g l <tab> W")
    #expect(pilot.sees("Bree Halloran is away"), "\(pilot.picture())")
    await pilot.press("<tab> <tab>")
    await pilot.type("+2w")
    await pilot.press("<tab>")
    await pilot.type("Tolu Adeyemi")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("away red") || pilot.sees("AWAY"), "\(pilot.picture())")
    let tolu = await Pilot(try await world(nkem, as: "Tolu Adeyemi"))
    await tolu.press("g m")
    #expect(tolu.sees("24 people"), "\(tolu.picture())")
    await tolu.press("x")
    #expect(tolu.sees("(cover)") && tolu.sees("you cover for B. Halloran"), "\(tolu.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("8.1: a care navigator allocates nobody, and is told why") func navigator() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press("g l")
    #expect(pilot.sees("may not") || pilot.sees("You may"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }
}
