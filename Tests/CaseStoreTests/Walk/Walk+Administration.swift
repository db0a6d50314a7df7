import CaseModel
import Testing

@testable import CaseStore

/// Looking after staff, organisations and settings.
extension Walk {
  private static let about = "nothing in it is about a person who is cared for"
  private static let everybody = Stranger.nobody(about)
  private static let outsider = Stranger.role(.careNavigator)
  private static let addZoe: @Sendable (Scene) async throws -> Void = { _ = try await $0.base.person("Zoe", .gp) }
  /// Zoe has a post in Amina's care, and leaves today.
  private static let zoeLeaves: @Sendable (Scene) async throws -> Void = {
    _ = try await $0.base.person("Zoe", .gp)
    let (coordinator, by) = try await $0.base.person("Cora", .mdtCoordinator)
    try await coordinator.assign(role: "key_worker", staff: try await $0.zoe(), to: $0.amina, by: by)
    try await $0.base.store.leave(try await $0.zoe(), lastDay: $0.jo.at.day, reason: "New post", by: $0.jo)
  }

  static let staffList: [Walk] = [
    Walk(call: "staffFiles()", silence: about, stranger: everybody) { _ = try await $0.store.staffFiles() },
    Walk(call: "staffFile(of:)", silence: about, stranger: everybody) {
      _ = try await $0.store.staffFile(of: $0.jo.actor.id)
    },
    Walk(call: "addStaff(name:post:account:phone:email:isNamesake:by:)", rows: [.create], stranger: outsider) {
      try await $0.store.addStaff(
        name: "Gwen Hale", post: NewPost(role: .gp, organisation: "F99001", from: $0.by.at.day), account: "ghale",
        by: $0.by)
    },
    Walk(
      call: "addMembership(_:to:by:)", rows: [.assignment], stranger: outsider, before: addZoe,
      make: {
        let post = NewPost(role: .gp, organisation: "F99009", from: $0.by.at.day)
        try await $0.store.addMembership(post, to: try await $0.zoe(), by: $0.by)
      }),
    Walk(
      call: "endMembership(_:of:lastDay:reason:by:)", rows: [.assignment], stranger: outsider, before: addZoe,
      make: {
        let zoe = try await $0.zoe()
        let post = try #require(try await $0.base.store.staffFile(of: zoe).memberships.first)
        try await $0.store.endMembership(post.id, of: zoe, lastDay: $0.by.at.day, reason: "Moves", by: $0.by)
      }),
    Walk(
      call: "changeRole(of:to:at:from:by:)", rows: [.assignment], stranger: outsider, before: addZoe,
      make: {
        try await $0.store.changeRole(
          of: try await $0.zoe(), to: .communityMatron, at: nil, from: $0.by.at.day, by: $0.by)
      }),
    Walk(
      call: "setAccount(_:of:by:)", rows: [.update], stranger: outsider, before: addZoe,
      make: { try await $0.store.setAccount("zsmith", of: try await $0.zoe(), by: $0.by) }),
    Walk(
      call: "recordTraining(of:on:by:)", rows: [.update], stranger: outsider, before: addZoe,
      make: { try await $0.store.recordTraining(of: try await $0.zoe(), on: $0.by.at.day, by: $0.by) }),
    Walk(
      call: "leave(_:lastDay:reason:by:)", rows: [.update], stranger: outsider, before: addZoe,
      make: { try await $0.store.leave(try await $0.zoe(), lastDay: $0.by.at.day, reason: "New post", by: $0.by) }),
    Walk(
      call: "returnToWork(_:post:by:)", rows: [.assignment], stranger: outsider,
      before: {
        try await addZoe($0)
        try await $0.base.store.leave(try await $0.zoe(), lastDay: $0.jo.at.day, reason: "New post", by: $0.jo)
      },
      make: {
        let post = NewPost(role: .gp, organisation: "F99009", from: $0.by.at.day + 1)
        try await $0.store.returnToWork(try await $0.zoe(), post: post, by: $0.by)
      }),
    Walk(
      call: "leftBehind(by:)", silence: "numbers, for whoever looks after the staff", stranger: outsider,
      before: addZoe, make: { _ = try await $0.store.leftBehind(by: try await $0.zoe()) }),
    Walk(
      call: "leftByEach()", silence: "numbers, for whoever looks after the staff", stranger: outsider,
      before: zoeLeaves,
      make: {
        let left = try await $0.store.leftByEach()
        #expect(left.count == 1)
      }),
    Walk(
      call: "leftByLeavers(limit:)", who: .mdtCoordinator,
      silence: "a list is no opening of a record; it shows whom the reader's post or work reaches", before: zoeLeaves,
      make: {
        let left = try await $0.store.leftByLeavers()
        #expect(left.count == 1)
      }),
    Walk(
      call: "handOver(from:to:people:note:by:)", who: .mdtCoordinator, rows: [.assignment, .assignment],
      stranger: .role(.analyst), before: zoeLeaves,
      make: {
        _ = try await $0.store.handOver(from: try await $0.zoe(), to: $0.jo.actor.id, people: [$0.amina], by: $0.by)
      }),
    Walk(call: "handoverNotes(of:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.handoverNotes(of: $0.amina)
    },
  ]

  static let places: [Walk] = [
    Walk(call: "organisationFiles()", silence: about, stranger: everybody) {
      _ = try await $0.store.organisationFiles()
    },
    Walk(call: "organisationFile(_:)", silence: about, stranger: everybody) {
      _ = try await $0.store.organisationFile("F99001")
    },
    Walk(call: "addOrganisation(code:name:kind:openFrom:phone:by:)", rows: [.create], stranger: outsider) {
      try await $0.store.addOrganisation(code: "F99011", name: "Ropewalk", kind: .gpPractice, by: $0.by)
    },
    Walk(call: "changeOrganisation(_:name:kind:phone:reason:by:)", rows: [.update], stranger: outsider) {
      try await $0.store.changeOrganisation("F99001", name: "Ropewalk", reason: "Merged", by: $0.by)
    },
    Walk(call: "closeOrganisation(_:on:reason:by:)", rows: [.update], stranger: outsider) {
      try await $0.store.closeOrganisation("R9901", on: $0.by.at.day, reason: "Merged", by: $0.by)
    },
    Walk(
      call: "linkPractice(_:network:locality:from:reason:allowsNew:by:)", rows: [.update], stranger: outsider
    ) {
      try await $0.store.linkPractice(
        "F99001", network: nil, locality: "North East", from: $0.by.at.day + 1, reason: "Networks redrawn", by: $0.by)
    },
    Walk(call: "settingHistory(of:)", silence: about, stranger: everybody) {
      _ = try await $0.store.settingHistory(of: "mdt.max_cases")
    },
  ]
}
