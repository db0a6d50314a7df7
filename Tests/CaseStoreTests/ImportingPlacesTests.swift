import CaseModel
import Testing

@testable import CaseStore

@Suite("Importing organisations, practices and staff") struct ImportingPlacesTests {
  let place: Place
  let borough: Borough

  init() async throws {
    place = try Place()
    borough = try await Borough(place)
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test("7.3: an organisation that only a code was known of is completed, and an empty cell erases nothing")
  func organisations() async throws {
    let lines = [OrganisationLine(odsCode: "LBTH", name: "LBTH Council", kind: .localAuthority)]
    #expect(try await borough.organisations(lines, "a.csv").changed == 1)
    #expect(try await borough.organisations([OrganisationLine(odsCode: "LBTH")], "b.csv").unchanged == 1)
    let actor = try await borough.store.actor(account: "jfrancis", workstation: "ward-3")
    #expect(actor.staff.organisationName == "LBTH Council")
  }

  @Test("an organisation cannot close before what is known of its opening")
  func closing() async throws {
    try await borough.organisations([OrganisationLine(odsCode: "X9901", openFrom: try day("2014-04-01"))], "a.csv")
    let report = try await borough.organisations(
      [OrganisationLine(odsCode: "X9901", closedOn: try day("2013-01-01"))], "b.csv")
    #expect(report.rejections.first?.complaints.map(\.rule) == ["dates"])
  }

  @Test("D-GEO-1: a practice moves when one row ends its link and another begins, in either order")
  func moves() async throws {
    try await borough.caseload([try Lines.person("9990000018")])
    let begins = PracticeLine(practiceCode: "F99001", locality: "North West", from: try day("2016-01-01"))
    let ends = PracticeLine(practiceCode: "F99001", locality: "South West", to: try day("2016-01-01"))
    let report = try await borough.practices([begins, ends], "b.csv")
    #expect(report.isImported && report.new == 1 && report.changed == 1)
    #expect(try await borough.list().map(\.locality) == ["North West"])
    #expect(try await borough.count("SELECT count(*) FROM practice_link WHERE practice_code = 'F99001'") == 2)
    #expect(try await borough.practices([ends, begins], "c.csv").unchanged == 2)
  }

  @Test("D-GEO-1: two links that last, or links of the same days, are a complaint")
  func overlap() async throws {
    let before = try await borough.everything()
    let report = try await borough.practices(
      [PracticeLine(practiceCode: "F99001", locality: "North West", from: try day("2015-06-01"))], "b.csv")
    #expect(report.rejections.first?.complaints.map(\.rule) == ["D-GEO-1"])
    #expect(report.rejections.first?.complaints.first?.message.contains("South West since ever") == true)
    #expect(try await borough.everything() == before)
  }

  @Test("a row with nothing but the practice leaves its links alone")
  func practiceAlone() async throws {
    try await borough.practices(
      [PracticeLine(practiceCode: "F99009", locality: "North West", from: try day("2009-04-01"))], "b.csv")
    let links = "SELECT count(*) FROM practice_link"
    let before = try await borough.count(links)
    let report = try await borough.practices([PracticeLine(practiceCode: "F99009")], "c.csv")
    #expect(report.isImported && report.unchanged == 1 && report.rejected == 0)
    let named = PracticeLine(practiceCode: "F99009", name: "Quay Surgery")
    #expect(try await borough.practices([named], "d.csv").changed == 1)
    #expect(try await borough.practices([PracticeLine(practiceCode: "F99077")], "e.csv").new == 1)
    #expect(try await borough.count(links) == before)
    let found = try await borough.store.practices(on: try day("2016-01-05")).first { $0.code == "F99009" }
    #expect(found?.locality == "North West" && found?.name == "Quay Surgery")
  }

  @Test("a practice that closed is a complaint of the people registered with it")
  func closed() async throws {
    try await borough.organisations([OrganisationLine(odsCode: "F99001", closedOn: try day("2015-12-31"))], "b.csv")
    let report = try await borough.caseload([try Lines.person("9990000018")])
    #expect(report.rejections.first?.complaints.first?.message.contains("closed on 31-Dec-2015") == true)
  }

  private func member(
    _ name: String, _ role: StaffRole = .socialWorker, account: String? = nil, organisation: String = "LBTH"
  ) -> StaffLine { StaffLine(name: name, role: role, organisation: organisation, account: account) }

  @Test("a staff file completes the first member of staff, named by the account or as they were named")
  func firstMember() async throws {
    var line = member("Jo Francis", .careNavigator)
    line.locality = "South West"
    line.team = "Care navigation"
    #expect(try await borough.staff([line], "a.csv").changed == 1)
    var actor = try await borough.store.actor(account: "jfrancis", workstation: "ward-3")
    #expect(actor.staff.locality == "South West" && actor.staff.team == "Care navigation")
    #expect(try await borough.staff([line], "b.csv").unchanged == 1)
    let named = member("Josephine Francis", .careNavigator, account: "jfrancis")
    #expect(try await borough.staff([named], "c.csv").changed == 1)
    actor = try await borough.store.actor(account: "jfrancis", workstation: "ward-3")
    #expect(actor.staff.locality == "South West" && actor.staff.name == "Josephine Francis")
    #expect(try await borough.store.staff().count == 1)
    #expect(await borough.store.doctor().wrong == [])
  }

  @Test("staff: new, unchanged, changed, and what a file leaves empty stays")
  func staff() async throws {
    var line = member("Tunde Adeyemi", account: "tadeyemi")
    line.locality = "South West"
    line.languages = ["English", "Yoruba"]
    line.wte = 0.8
    #expect(try await borough.staff([line], "a.csv").new == 1)
    #expect(try await borough.staff([line, member("Jo Francis", .careNavigator)], "b.csv").unchanged == 2)
    var promoted = member("Tunde Adeyemi", .socialWorkManager, account: "tadeyemi")
    promoted.team = "Hospital"
    #expect(try await borough.staff([promoted], "c.csv").changed == 1)
    let actor = try await borough.store.actor(account: "tadeyemi", workstation: "x")
    #expect(actor.staff.role == .socialWorkManager && actor.staff.locality == "South West")
    #expect(actor.staff.languages == ["English", "Yoruba"] && actor.staff.wte == 0.8)
    #expect(try await borough.count("SELECT count(*) FROM staff_post WHERE end_on = '2016-01-05'") == 1)
  }

  @Test("staff: an account or a registration number of somebody else is a complaint")
  func taken() async throws {
    let report = try await borough.staff([member("Ruth Abernathy", account: "jfrancis")], "a.csv")
    #expect(report.rejections.first?.complaints.map(\.column) == ["account"])
    var gp = member("Iona Sefton", .gp)
    (gp.professionalBody, gp.registrationNumber) = (.gmc, "9900001")
    try await borough.staff([gp], "b.csv")
    gp.name = "Leonard Pike"
    let other = try await borough.staff([gp], "c.csv")
    #expect(other.rejections.first?.complaints.map(\.column) == ["registration_no"])
  }

  @Test("staff: organisations and localities must be known, and both are told at once")
  func unknown() async throws {
    var line = member("Ruth Abernathy", organisation: "X9999")
    line.locality = "Atlantis"
    let report = try await borough.staff([line], "a.csv")
    #expect(report.unknown == 1)
    #expect(report.rejections.first?.complaints.map(\.column) == ["organisation", "locality"])
  }

  @Test("staff: somebody of the same name in another role is new and named as a possible duplicate")
  func namesake() async throws {
    let report = try await borough.staff([member("Jo Francis", .gp)], "a.csv")
    #expect(report.new == 1 && report.possibleDuplicates.map(\.line) == [2])
  }

  @Test("staff: who has left keeps the post they had, with its end")
  func left() async throws {
    var line = member("Ruth Abernathy")
    (line.from, line.to) = (try day("2014-01-01"), try day("2015-06-30"))
    try await borough.staff([line], "a.csv")
    let all = try await borough.store.staff(activeOn: nil)
    #expect(all.first { $0.name == "Ruth Abernathy" }?.to == Day(iso: "2015-06-30"))
    #expect(try await borough.store.staff(activeOn: borough.by.at.day).map(\.name) == ["Jo Francis"])
  }
}
