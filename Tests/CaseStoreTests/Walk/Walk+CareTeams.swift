import CaseModel
import CaseStore
import Testing

/// The calls about who looks after a person.
extension Walk {
  /// A key worker, asked by the coordinator and not accepted yet: a navigator, who may hold such a role.
  private static let asked: @Sendable (Scene) async throws -> Void = { scene in
    let nkem = try await scene.base.person("Nkem", .mdtCoordinator)
    _ = try await nkem.store.assign(
      NewAssignment(role: .keyWorker, staff: scene.jo.actor.id), to: scene.amina, by: nkem.by)
  }

  private static let reached = "a list is no opening of a record; it shows whom the reader's post or work reaches"

  private static let waits: @Sendable (Scene) async throws -> Void = { scene in
    let nkem = try await scene.base.person("Nkem", .mdtCoordinator)
    try await nkem.store.requestAllocation(of: scene.amina, source: .mdtDecision, reason: "Falls", by: nkem.by)
  }

  private static let proposed: @Sendable (Scene) async throws -> Void = { scene in
    try await waits(scene)
    let bree = try await scene.base.person("Bree", .socialWorker)
    let other = try await scene.base.person("Other", .mdtCoordinator)
    try await other.store.propose(bree.by.actor.id, for: [scene.amina], reason: "knows her", by: other.by)
  }

  private static func last(_ scene: Scene) async throws -> String {
    try #require(try await scene.base.store.careTeam(of: scene.amina).current.last).id
  }

  static let careTeams: [Walk] = [
    Walk(
      call: "careTeam(of:)",
      silence: "part of the record that is open, which has its row; who looks after somebody is no clinical fact"
    ) { _ = try await $0.store.careTeam(of: $0.amina) },
    Walk(
      call: "assign(_:to:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      stranger: .role(.careNavigator)
    ) {
      _ = try await $0.store.assign(
        NewAssignment(role: .keyWorker, staff: $0.jo.actor.id), to: $0.amina, by: $0.by)
    },
    Walk(call: "accept(_:of:by:)", rows: [.assignment], isAboutSomebody: true, before: asked) {
      try await $0.store.accept(try await last($0), of: $0.amina, by: $0.by)
    },
    Walk(call: "decline(_:of:reason:text:by:)", rows: [.assignment], isAboutSomebody: true, before: asked) {
      try await $0.store.decline(
        try await last($0), of: $0.amina, reason: .capacity, text: "Full", by: $0.by)
    },
    Walk(
      call: "endAssignment(_:of:version:reason:text:by:)", who: .mdtCoordinator, rows: [.assignment],
      isAboutSomebody: true, before: asked
    ) {
      try await $0.store.endAssignment(try await last($0), of: $0.amina, reason: .stepDown, by: $0.by)
    },
    Walk(call: "recordTold(_:of:on:_:by:)", rows: [.assignment], isAboutSomebody: true, before: asked) {
      try await $0.store.recordTold(
        try await last($0), of: $0.amina, on: $0.by.at.day, .phone, by: $0.by)
    },
    Walk(
      call: "weigh(_:of:version:_:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      before: { scene in
        let nkem = try await scene.base.person("Nkem", .mdtCoordinator)
        let bree = try await scene.base.person("Bree", .socialWorker)
        _ = try await nkem.store.assign(
          NewAssignment(role: .namedSocialWorker, staff: bree.by.actor.id), to: scene.amina, by: nkem.by)
      }
    ) {
      try await $0.store.weigh(
        try await last($0), of: $0.amina, CaseWeight(base: .high), by: $0.by)
    },
    Walk(call: "suggestedWeight(of:)", silence: "a number about the record that is open") {
      _ = try await $0.store.suggestedWeight(of: $0.amina)
    },
    Walk(
      call: "transferPreview(from:)", who: .mdtCoordinator,
      silence: "a list is no opening of a record; it shows whom the reader's post reaches", before: asked
    ) { _ = try await $0.store.transferPreview(from: $0.jo.actor.id) },
    Walk(
      call: "transfer(from:_:cause:by:)", who: .mdtCoordinator, rows: [.assignment, .assignment], before: asked
    ) {
      let choice = TransferChoice(
        patient: $0.amina, successor: $0.by.actor.id, note: HandoverNote(whoTheyAre: "Lives alone"))
      _ = try await $0.store.transfer(from: $0.jo.actor.id, [choice], cause: "leave", by: $0.by)
    },
    Walk(
      call: "allocation(locality:)", who: .mdtCoordinator,
      silence: "a list is no opening of a record; it shows whom the reader's post reaches", before: waits,
      make: { _ = try await $0.store.allocation() }),
    Walk(call: "localityStandings()", silence: "numbers about localities") {
      _ = try await $0.store.localityStandings()
    },
    Walk(
      call: "requestAllocation(of:role:source:reason:by:)", who: .mdtCoordinator, rows: [.assignment],
      isAboutSomebody: true
    ) {
      try await $0.store.requestAllocation(of: $0.amina, source: .asked, reason: "Her daughter", by: $0.by)
    },
    Walk(
      call: "withdrawRequest(_:of:reason:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      before: waits
    ) {
      let open = try #require(try await $0.base.store.careTeam(of: $0.amina).waiting.first)
      try await $0.store.withdrawRequest(open.id, of: $0.amina, reason: "Managed", by: $0.by)
    },
    Walk(
      call: "propose(_:for:reason:weight:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      before: { scene in
        try await waits(scene)
        _ = try await scene.base.person("Bree", .socialWorker)
      }
    ) {
      let bree = try #require(try await $0.base.store.staff().first { $0.name == "Bree" })
      try await $0.store.propose(bree.id, for: [$0.amina], reason: "knows her", by: $0.by)
    },
    Walk(
      call: "withdrawProposals(for:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      before: proposed
    ) { try await $0.store.withdrawProposals(for: [$0.amina], by: $0.by) },
    Walk(
      call: "proposeEvenShare(locality:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      before: { scene in
        try await waits(scene)
        _ = try await scene.base.person("Bree", .socialWorker)
      }
    ) { _ = try await $0.store.proposeEvenShare(by: $0.by) },
    Walk(
      call: "publishProposals(for:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      before: proposed
    ) { _ = try await $0.store.publishProposals(for: [$0.amina], by: $0.by) },
    Walk(call: "socialWorkers()", who: .mdtCoordinator, silence: "numbers about members of staff") {
      _ = try await $0.store.socialWorkers()
    },
    Walk(
      call: "setCapacity(of:wte:pointsPerWTE:maxCount:from:reason:by:)", who: .socialWorkManager, rows: [.create]
    ) {
      try await $0.store.setCapacity(
        of: $0.jo.actor.id, wte: 80, pointsPerWTE: 30, maxCount: 20, from: $0.by.at.day, reason: "agreed", by: $0.by)
    },
    Walk(
      call: "recordAbsence(of:_:from:to:present:cover:reason:by:)", who: .mdtCoordinator, rows: [.create]
    ) {
      try await $0.store.recordAbsence(
        of: $0.jo.actor.id, .leave, from: $0.by.at.day, to: nil, reason: "leave", by: $0.by)
    },
    Walk(
      call: "endAbsence(_:of:lastDay:by:)", who: .mdtCoordinator, rows: [.update],
      before: { scene in
        let nkem = try await scene.base.person("Nkem", .mdtCoordinator)
        var by = nkem.by
        by.newID = { "absence" }
        try await nkem.store.recordAbsence(
          of: scene.jo.actor.id, .leave, from: by.at.day, to: nil, reason: "leave", by: by)
      }
    ) {
      try await $0.store.endAbsence("absence", of: $0.jo.actor.id, lastDay: $0.by.at.day, by: $0.by)
    },
    Walk(
      call: "fairness()", silence: "numbers about members of staff, and about nobody who is cared for",
      stranger: .role(.admin)
    ) { _ = try await $0.store.fairness() },
    Walk(call: "myPeople()", silence: reached) { _ = try await $0.store.myPeople() },
    Walk(call: "acknowledge(_:by:)", rows: [.assignment, .update], isAboutSomebody: true, before: asked) {
      try await $0.store.acknowledge($0.amina, by: $0.by)
    },
    Walk(call: "myPeopleWorklist()", silence: reached) { _ = try await $0.store.myPeopleWorklist() },
    Walk(call: "nobodyOwnsWorklist()", silence: reached) { _ = try await $0.store.nobodyOwnsWorklist() },
    Walk(call: "tellThePersonWorklist()", silence: reached) { _ = try await $0.store.tellThePersonWorklist() },
  ]
}
