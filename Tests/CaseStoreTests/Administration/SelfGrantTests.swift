import CaseModel
import Testing

@testable import CaseStore

/// Table 8.1, admin: nobody who administers gives anything to themself, by whatever way.
@Suite("8.1: nobody gives themself anything") struct SelfGrantTests {
  private func refused(_ it: AdministrationScene, _ body: () async throws -> Void) async -> Bool {
    let problem = await it.scene.denied(body)
    return problem?.kind == .refused && problem?.advice.isEmpty == false
  }

  @Test("8.1: no post, role, account, return, training or privilege of one's own")
  func commands() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    #expect(await refused(it) { try await store.addMembership(it.post(), to: it.adminID, by: by) })
    #expect(await refused(it) { try await store.changeRole(of: it.adminID, to: .gp, at: nil, from: it.today, by: by) })
    #expect(await refused(it) { try await store.setAccount("another", of: it.adminID, by: by) })
    #expect(await refused(it) { try await store.setAccount("jackson", of: it.leaverID, by: by) })
    #expect(await refused(it) { try await store.returnToWork(it.adminID, post: it.post(), by: by) })
    #expect(await refused(it) { try await store.recordTraining(of: it.adminID, on: it.today, by: by) })
    #expect(await refused(it) { try await store.propose(.privacyOfficer, for: it.adminID, reason: "Why not", by: by) })
    #expect(await refused(it) { try await store.addStaff(name: "jackson", post: it.post(), account: "other", by: by) })
    #expect(
      await refused(it) { try await store.addStaff(name: "Lena Park", post: it.post(), account: "jackson", by: by) })
    // A namesake without an account is nobody who signs in, and gets none from whoever bears the name.
    let namesake = try await store.addStaff(name: "Jackson", post: it.post(), account: nil, by: by)
    #expect(await refused(it) { try await store.setAccount("jackson2", of: namesake, by: by) })
    #expect(try await store.staffFile(of: it.adminID).memberships.map(\.role) == [.admin])
    // That it was tried is in the audit, as every denial is.
    let denied = try await it.scene.store.auditEvents(limit: 100).filter {
      $0.action == .denied && $0.staffID == it.adminID.text
    }
    #expect(denied.map(\.purpose) == ["manage_staff: self_grant"])
    // A privilege that another proposes for them they do not confirm either.
    try await it.scene.store.propose(.privacyOfficer, for: it.adminID, reason: "Cover", by: it.scene.by)
    let proposed = try #require(try await store.privileges().last)
    #expect(await refused(it) { try await store.confirmPrivilege(proposed.id, by: by) })
  }

  @Test("8.1: a staff file gives the one who imports it no role, organisation, locality, account, stay or second entry")
  func staffFile() async throws {
    let place = try Place()
    let borough = try await Borough(place)
    // Jo Francis administers and coordinates; first the file narrows her post, which is no grant.
    func own(_ change: (inout StaffLine) -> Void = { _ in }) -> StaffLine {
      var line = StaffLine(
        name: "Jo Francis", role: .careNavigator, organisation: "LBTH", locality: "South West", account: "jfrancis")
      change(&line)
      return line
    }
    #expect(try await borough.staff([own()], "narrow.csv").isImported)
    let by = try await borough.store.writing()
    func imported(_ name: String, _ line: StaffLine) async throws -> ImportReport {
      try await borough.store.importStaff(Borough.file([line], name: name), mode: .allOrNothing, by: by)
    }
    let before = try await borough.store.staffFile(of: by.actor.id)
    let lines = [
      own { $0.role = .gp }, own { $0.organisation = "F99001" }, own { $0.locality = "North East" },
      own { $0.account = "jo2" },
      StaffLine(name: "Jo Francis", role: .gp, organisation: "F99001", account: "jo2"),
      StaffLine(name: "Somebody Else", role: .gp, organisation: "F99001", account: "jfrancis"),
    ]
    for (number, line) in lines.enumerated() {
      let report = try await imported("\(number).csv", line)
      #expect(!report.isImported && report.rejected == 1, "\(line)")
      #expect(report.rejections.first?.complaints.isEmpty == false)
    }
    #expect(try await borough.store.staffFile(of: by.actor.id) == before)
    #expect(try await borough.store.auditEvents(limit: 50).contains { $0.purpose == "manage_staff: self_grant" })
    // Others are changed by the same file, and the importer's telephone is nobody's right.
    #expect(try await imported("phone.csv", own { $0.phone = "020 7946 0002" }).isImported)
  }

  @Test("8.1: no link, kind or file of practices shows the one who makes it more people")
  func organisations() async throws {
    let place = try Place()
    let borough = try await Borough(place)
    let line = StaffLine(
      name: "Jo Francis", role: .careNavigator, organisation: "LBTH", locality: "South West", account: "jfrancis")
    try await borough.staff([line])
    let (store, by) = (borough.store, try await borough.store.writing())
    func refused(_ body: () async throws -> Void) async -> Bool {
      do {
        try await body()
        return false
      } catch {
        return (error as? Problem)?.kind == .refused
      }
    }
    let today = by.at.day
    #expect(
      await refused {
        try await store.linkPractice(
          "F99002", network: nil, locality: "South West", from: today, reason: "Moves", by: by)
      })
    #expect(
      await refused {
        try await store.linkPractice(
          "F99002", network: nil, locality: "South West", from: today + 30, reason: "Moves later", by: by)
      })
    #expect(
      await refused {
        _ = try await store.importPractices(
          Borough.file(
            [PracticeLine(practiceCode: "F99009", name: "New", network: "Network 3", locality: "South West")], name: "n"
          ),
          mode: .allOrNothing, by: by)
      })
    #expect(try await store.practices(on: today + 60).first { $0.code == "F99002" }?.locality == "North East")
    #expect(try await store.practices(on: today).contains { $0.code == "F99009" } == false)
    // To another locality is no grant.
    try await store.linkPractice("F99001", network: nil, locality: "North East", from: today, reason: "Moves", by: by)
  }

  @Test("8.1: an organisation that becomes a practice does not open its people to the administrator who works there")
  func kind() async throws {
    let it = try await AdministrationScene()
    // A coordinator at the acute trust, for a locality, who also administers.
    let doctor = try await it.scene.person("Doctor", .gp, at: "R9901")
    try await it.scene.store.propose(.admin, for: doctor.by.actor.id, reason: "Cover", by: it.scene.by)
    let proposed = try #require(try await it.scene.store.privileges().last)
    try await it.stayer.store.confirmPrivilege(proposed.id, by: it.stayer.by)
    #expect(
      await refused(it) {
        try await doctor.store.changeOrganisation("R9901", kind: .gpPractice, reason: "Is one", by: doctor.by)
      })
    #expect(
      await refused(it) {
        _ = try await doctor.store.importOrganisations(
          Borough.file([OrganisationLine(odsCode: "R9901", name: "R9901", kind: .gpPractice)], name: "k"),
          mode: .allOrNothing, by: doctor.by)
      })
    // Somebody else who is no clinician there may.
    try await it.admin.store.changeOrganisation("R9901", kind: .gpPractice, reason: "Is one", by: it.admin.by)
  }

  @Test("8.1: what a leaver leaves an administrator hears in numbers; people they neither see nor assign")
  func noPeople() async throws {
    let it = try await AdministrationScene()
    try await it.name(it.scene.amina, for: it.leaverID)
    let left = try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "New post", by: it.admin.by)
    #expect(left.careRoles == ["named_social_worker": 1])
    #expect(await refused(it) { _ = try await it.admin.store.leftByLeavers() })
    #expect(
      await refused(it) {
        _ = try await it.admin.store.handOver(from: it.leaverID, to: it.stayerID, by: it.admin.by)
      })
    #expect(
      await refused(it) {
        _ = try await it.admin.store.handOver(from: it.leaverID, to: it.adminID, by: it.admin.by)
      })
    let each = try await it.admin.store.leftByEach()
    #expect(each.map(\.name) == ["Leaver"] && each[0].people == 1)
    for (store, by) in [it.admin] {
      #expect(
        await it.scene.denied { _ = try await store.person(it.scene.amina, by: by, purpose: "record") }?.kind == .closed
      )
      #expect(await refused(it) { _ = try await store.find("choudry", limit: 5, by: by, audited: true) })
    }
  }

  @Test("8.1: the last administrator neither leaves nor is ended, and one who has left does not count")
  func last() async throws {
    let it = try await AdministrationScene()
    // Jo Francis and Jackson: when the one leaves, the other is the last.
    try await it.admin.store.leave(it.scene.by.actor.id, lastDay: it.today, reason: "Retires", by: it.admin.by)
    #expect(try await it.admin.store.privileges().filter { $0.to == nil }.map(\.staffName) == ["Jackson"])
    #expect(
      await refused(it) {
        try await it.admin.store.leave(it.adminID, lastDay: it.today, reason: "Too", by: it.admin.by)
      })
    let own = try #require(try await it.admin.store.privileges().first { $0.staffID == it.adminID })
    #expect(await refused(it) { try await it.admin.store.endPrivilege(own.id, reason: "Enough", by: it.admin.by) })
  }
}
