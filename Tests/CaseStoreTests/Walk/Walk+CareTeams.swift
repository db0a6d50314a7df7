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
  ]
}
