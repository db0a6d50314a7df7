import CaseModel
import Testing

@testable import CaseStore

@Suite("Looking after the staff list") struct StaffTests {
  @Test("8.1: an administrator adds somebody, who signs in by the account and may what the post gives")
  func added() async throws {
    let it = try await AdministrationScene()
    let id = try await it.admin.store.addStaff(
      name: " Lena  Park ", post: it.post(), account: "lpark", phone: "020 7946 0001", by: it.admin.by)
    let file = try await it.admin.store.staffFile(of: id)
    #expect(file.member.name == "Lena Park" && file.member.phone == "020 7946 0001")
    #expect(file.memberships.map(\.role) == [.gp] && file.memberships[0].from == it.today)
    #expect(file.standing(on: it.today) == "works here")
    let park = try await it.scene.store.seated(as: "lpark")
    #expect(try await it.scene.list(park, it.scene.store.writing(as: "lpark")) == ["Amina"])
    #expect(try await it.audited("staff \(id)").map(\.purpose) == ["added as gp at F99001 from 2016-01-05"])
  }

  @Test("7.3: an account is one person's; a name that works there already is asked about")
  func refused() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    let taken = await it.scene.denied {
      try await store.addStaff(name: "Lena Park", post: it.post(), account: "leaver", by: by)
    }
    #expect(taken?.kind == .conflict && taken?.reason == "The account is Leaver's.")
    let id = try await store.addStaff(name: "Lena Park", post: it.post(), account: nil, by: by)
    let twice = await it.scene.denied {
      try await store.addStaff(name: "lena park", post: it.post(), account: nil, by: by)
    }
    #expect(twice?.kind == .conflict)
    let other = try await store.addStaff(name: "Lena Park", post: it.post(), account: nil, isNamesake: true, by: by)
    #expect(other != id)
    let nowhere = await it.scene.denied { try await store.addMembership(it.post(at: "X99999"), to: id, by: by) }
    #expect(nowhere?.kind == .notFound)
    let account = await it.scene.denied { try await store.setAccount("a b", of: id, by: by) }
    #expect(account?.kind == .badData)
  }

  @Test("8.1: nobody but an administrator changes the staff list")
  func others() async throws {
    let it = try await AdministrationScene()
    for (store, by) in [it.manager, it.leaver] {
      let problem = await it.scene.denied {
        try await store.addStaff(name: "Lena Park", post: it.post(), account: nil, by: by)
      }
      #expect(problem?.kind == .refused && problem?.reason == "Your role may not change staff.")
      #expect(
        try await store.refusal(of: .manageStaff)
          == problem.map { Problem("Not now.", because: $0.reason, try: $0.advice, kind: .refused) })
    }
    #expect(try await it.admin.store.refusal(of: .manageStaff) == nil)
  }

  @Test("8.1: the post of an administrator or privacy officer opens nothing without the privilege that two people give")
  func postsOfPrivileges() async throws {
    let it = try await AdministrationScene()
    let id = try await it.admin.store.addStaff(
      name: "Lena Park", post: it.post(.admin), account: "lpark", by: it.admin.by)
    try await it.admin.store.addMembership(it.post(.privacyOfficer), to: id, by: it.admin.by)
    let park = try await it.scene.store.seated(as: "lpark")
    for action in [AccessAction.manageStaff, .manageSettings, .readAudit, .manageAgreements, .listPeople] {
      #expect(try await park.refusal(of: action)?.kind == .refused, "\(action)")
    }
  }

  @Test("7.3: two posts are held at a time, each opens what it opens, and the end of one leaves the other")
  func twoPosts() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    let id = try await store.addStaff(name: "Lena Park", post: it.post(), account: "lpark", by: by)
    try await store.addMembership(it.post(at: "F99009"), to: id, by: by)
    let twice = await it.scene.denied { try await store.addMembership(it.post(at: "F99009"), to: id, by: by) }
    #expect(twice?.kind == .conflict)
    let park = try await it.scene.store.writing(as: "lpark")
    let seat = it.scene.store.signedIn { park }
    #expect(Set(try await it.scene.list(seat, park)) == ["Amina", "Brian"])
    let first = try #require(try await store.staffFile(of: id).memberships.first { $0.organisationCode == "F99001" })
    try await store.endMembership(first.id, of: id, lastDay: it.today, reason: "Fewer hours", by: by)
    #expect(Set(try await it.scene.list(seat, park)) == ["Amina", "Brian"])
    let tomorrow = it.at(park.at + 86_400, park)
    let later = it.scene.store.signedIn { tomorrow }
    #expect(try await it.scene.list(later, tomorrow) == ["Brian"])
    let again = await it.scene.denied {
      try await store.endMembership(first.id, of: id, lastDay: it.today + 5, reason: "Longer", by: by)
    }
    #expect(again?.kind == .conflict)
    #expect(try await it.audited("staff \(id)").last?.purpose == "ended gp at F99001 after 2016-01-05: Fewer hours")
  }

  @Test("8.1: a membership that ends at midnight ends access at that midnight in London, in summer too")
  func midnight() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    let id = try await store.addStaff(name: "Lena Park", post: it.post(), account: "lpark", by: by)
    let lastDay = try #require(Day(iso: "2016-07-10"))
    let post = try #require(try await store.staffFile(of: id).memberships.first)
    try await store.endMembership(post.id, of: id, lastDay: lastDay, reason: "Moves on", by: by)
    let park = try await it.scene.store.writing(as: "lpark")
    // Midnight in London is 23:00 UTC.
    let before = it.at(Moment(lastDay, hour: 22, minute: 59, second: 59), park)
    let after = it.at(Moment(lastDay, hour: 23, minute: 0), park)
    _ = try await it.scene.store.signedIn { before }.person(it.scene.amina, by: before, purpose: "record")
    let problem = await it.scene.denied {
      _ = try await it.scene.store.signedIn { after }.person(it.scene.amina, by: after, purpose: "record")
    }
    #expect(problem?.reason == "You hold no post in an organisation today.")
  }

  @Test("7.3: a role changes from a day on, before which the old one holds")
  func role() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    try await store.changeRole(of: it.leaverID, to: .socialWorkManager, at: nil, from: it.today + 7, by: by)
    let posts = try await store.staffFile(of: it.leaverID).memberships
    #expect(posts.map(\.role) == [.socialWorkManager, .socialWorker])
    #expect(posts[1].lastDay == it.today + 6 && posts[0].from == it.today + 7)
    let facts = try await it.scene.store.reading("No.") { [today = it.today, id = it.leaverID] connection in
      try (6...7).map { try AccessFacts(of: id, at: Moment(today + $0, hour: 9, minute: 0), connection).actor.roles }
    }
    #expect(facts == [[.socialWorker], [.socialWorkManager]])
    #expect(
      try await it.audited("staff \(it.leaverID)").last?.purpose
        == "role at LBTH from social_worker to sw_manager from 2016-01-12")
    let same = await it.scene.denied {
      try await store.changeRole(of: it.stayerID, to: .socialWorker, at: nil, from: it.today, by: by)
    }
    #expect(same?.kind == .conflict)
  }

  @Test("8.5: training counts for the months of the setting, is warned of, and is nobody's own word")
  func training() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    func standing(_ day: Day) async throws -> TrainingStanding {
      try await store.staffFile(of: it.stayerID).training(on: day)
    }
    #expect(try await standing(it.today) == .notRecorded)
    try await store.recordTraining(of: it.stayerID, on: it.today - 300, by: by)
    let end = (it.today - 300).adding(months: 12)
    #expect(try await standing(it.today) == .valid(to: end))
    #expect(try await standing(end - 30) == .endsSoon(on: end))
    #expect(try await standing(end - 31) == .valid(to: end))
    #expect(try await standing(end + 1) == .overdue(since: end))
    #expect(try await standing(end).mark == "~")
    try await store.setSetting("training.valid_months", to: "6", reason: "Local rule", by: by)
    #expect(try await standing(it.today).mark == "!")
    let own = await it.scene.denied { try await store.recordTraining(of: it.adminID, on: it.today, by: by) }
    #expect(own?.kind == .refused)
    let future = await it.scene.denied { try await store.recordTraining(of: it.stayerID, on: it.today + 1, by: by) }
    #expect(future?.kind == .badData)
  }

  @Test("8.1: an account is changed by another, is free after its holder's last day, and theirs until then")
  func account() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    try await store.setAccount("oleaver", of: it.leaverID, by: by)
    #expect(try await it.audited("staff \(it.leaverID)").last?.purpose == "account from leaver to oleaver")
    #expect(try await it.scene.store.writing(as: "oleaver").actor.id == it.leaverID)
    try await store.leave(it.leaverID, lastDay: it.today + 10, reason: "New post", by: by)
    // A last day to come is no last day yet.
    #expect(try await it.scene.store.writing(as: "oleaver").actor.id == it.leaverID)
    let taken = await it.scene.denied { try await store.setAccount("oleaver", of: it.stayerID, by: by) }
    #expect(taken?.kind == .conflict)
    let later = it.at(by.at + 11 * 86_400, by)
    try await it.scene.store.signedIn { later }.setAccount("oleaver", of: it.stayerID, by: later)
    #expect(try await it.scene.store.writing(as: "oleaver").actor.id == it.stayerID)
    let back = await it.scene.denied {
      try await it.scene.store.signedIn { later }.returnToWork(
        it.leaverID, post: it.post(.socialWorker, at: "LBTH", from: later.at.day), by: later)
    }
    #expect(back?.kind == .conflict && back?.reason.contains("by now") == true)
  }

  @Test("table 8.1, own actions: an administrator lists what they did, and no name of anybody it is about")
  func ownActions() async throws {
    let it = try await AdministrationScene()
    let (store, by) = it.admin
    try await store.setAccount("oleaver", of: it.leaverID, by: by)
    _ = await it.scene.denied { _ = try await store.person(it.scene.amina, by: by, purpose: "record") }
    let (events, names) = try await store.ownAudit(limit: 100)
    #expect(events.count == 2 && events.allSatisfy { $0.staffID == it.adminID.text })
    #expect(events[0].action == .denied && names.people.isEmpty)
    #expect(!events[0].deed(names, .staff).contains("Choudry"))
    let all = await it.scene.denied { _ = try await store.auditEvents(limit: 10) }
    #expect(all?.kind == .refused)
  }
}
