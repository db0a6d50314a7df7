import CaseModel
import Testing

@testable import CaseStore

@Suite("Organisations and practices (D-GEO-1)") struct OrganisationTests {
  @Test("D-GEO-1: a link that ends and another that begins are two rows, and the people move with it on the day")
  func link() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    let day = it.today + 10
    try await store.linkPractice(
      "F99001", network: nil, locality: "North East", from: day, reason: "Networks merge", by: by)
    let links = try await store.organisationFile("F99001").links
    #expect(links.map(\.locality) == ["North East", "South West"])
    #expect(links[0].from == day && links[1].end == day)
    // A coordinator of the South West sees Amina until the day, one of the North East from the day on.
    let west = try await it.scene.person("West", .mdtCoordinator, locality: "sw")
    let east = try await it.scene.person("East", .mdtCoordinator, locality: "ne")
    #expect(try await it.scene.list(west.store, west.by) == ["Amina"])
    #expect(try await it.scene.list(east.store, east.by) == ["Brian"])
    let (westThen, eastThen) = (it.at(west.by.at + 10 * 86_400, west.by), it.at(east.by.at + 10 * 86_400, east.by))
    try await it.scene.store.bringListsToDay(by: eastThen)
    #expect(try await it.scene.list(it.scene.store.signedIn { westThen }, westThen) == [])
    #expect(Set(try await it.scene.list(it.scene.store.signedIn { eastThen }, eastThen)) == ["Amina", "Brian"])
    #expect(
      try await it.audited("organisation F99001").last?.purpose
        == "link from South West to North East from 2016-01-15: Networks merge")
  }

  @Test("D-GEO-1: links never share a day; an unknown locality is a slip until it is said to be new")
  func clashes() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    try await store.linkPractice(
      "F99001", network: nil, locality: "North East", from: it.today + 10, reason: "A", by: by)
    for day in [it.today + 10, it.today + 5] {
      let problem = await it.scene.denied {
        try await store.linkPractice("F99001", network: nil, locality: "South West", from: day, reason: "B", by: by)
      }
      #expect(problem?.kind == .conflict)
    }
    let slip = await it.scene.denied {
      try await store.linkPractice(
        "F99009", network: "Network 3", locality: "Soth West", from: it.today, reason: "C", by: by)
    }
    #expect(slip?.kind == .notFound)
    try await store.linkPractice(
      "F99009", network: "Network 9", locality: "Docks", from: it.today, reason: "C", allowsNew: true, by: by)
    #expect(try await store.practices(on: it.today).first { $0.code == "F99009" }?.network == "Network 9")
    let trust = await it.scene.denied {
      try await store.linkPractice("R9901", network: nil, locality: "Docks", from: it.today, reason: "D", by: by)
    }
    #expect(trust?.kind == .badData)
    try await store.linkPractice("F99009", network: nil, locality: nil, from: it.today + 1, reason: "Closes", by: by)
    #expect(try await store.practices(on: it.today + 1).first { $0.code == "F99009" }?.locality == nil)
    #expect(try await store.practices(on: it.today).first { $0.code == "F99009" }?.locality == "Docks")
  }

  @Test("7.3: a code is never used again; a closing has a day, a reason, and leaves nobody without a word")
  func organisations() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    try await store.addOrganisation(code: "f99020", name: "Dock Surgery", kind: .gpPractice, by: by)
    let known = await it.scene.denied {
      try await store.addOrganisation(code: "F99020", name: "Another", kind: .gpPractice, by: by)
    }
    #expect(known?.kind == .conflict && known?.reason == "F99020 is Dock Surgery, and a code is never used again.")
    let bad = await it.scene.denied { try await store.addOrganisation(code: "F 9", name: "X", kind: .acute, by: by) }
    #expect(bad?.kind == .badData)
    try await store.changeOrganisation("F99020", name: "Docks Surgery", phone: "020 7946 0003", reason: "Slip", by: by)
    #expect(
      try await it.audited("organisation F99020").map(\.purpose) == [
        "added: Dock Surgery, gp_practice",
        "name from Dock Surgery to Docks Surgery, telephone from none to 020 7946 0003: Slip",
      ])
    try await store.closeOrganisation("F99001", on: it.today, reason: "Merged", by: by)
    let file = try await store.organisationFile("F99001")
    #expect(file.organisation.closedOn == it.today && file.people == 1)
    #expect(try await it.scene.store.peek(it.scene.amina).dataQuality.contains("the practice is closed"))
    let twice = await it.scene.denied {
      try await store.closeOrganisation("F99001", on: it.today, reason: "Again", by: by)
    }
    #expect(twice?.kind == .conflict)
    let other = await it.scene.denied {
      try await it.manager.store.closeOrganisation("F99009", on: it.today, reason: "No", by: it.manager.by)
    }
    #expect(other?.kind == .refused)
  }
}
