import CaseModel
import Testing

@testable import CaseStore

/// Somebody's way into integrated care and out of it; records that are joined.
extension Walk {
  private static let list = "a list is no opening of a record; it shows whom the reader's post or work reaches"
  /// A record that may be joined: of Amina again, without anything at it.
  private static let twice: @Sendable (Scene) async throws -> Void = { scene in
    _ = try await scene.base.store.admit("Choudry", "Amina", nhs: "9990000034", by: scene.jo)
  }

  static let enrolment: [Walk] = [
    Walk(call: "enrolment(of:by:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.enrolment(of: $0.amina, by: $0.by)
    },
    Walk(call: "peekEnrolment(of:)", silence: "reads again what is open, and that has its row") {
      _ = try await $0.store.peekEnrolment(of: $0.amina)
    },
    Walk(call: "record(_:of:on:reason:by:)", rows: [.update], isAboutSomebody: true) {
      try await $0.store.record(.end(.moved), of: $0.amina, reason: "Went to live with her son in Leeds", by: $0.by)
    },
    Walk(call: "recordDeath(of:on:place:source:by:)", rows: [.update], isAboutSomebody: true) {
      try await $0.store.recordDeath(
        of: $0.amina, on: $0.by.at.day, place: .home, source: "Her son rang", by: $0.by)
    },
    Walk(
      call: "voidDeath(of:reason:by:)", rows: [.update], isAboutSomebody: true,
      before: {
        try await $0.base.store.recordDeath(
          of: $0.amina, on: $0.jo.at.day, place: nil, source: "Her son rang", by: $0.jo)
      }, make: { try await $0.store.voidDeath(of: $0.amina, reason: "Another Amina", by: $0.by) }),
    Walk(call: "register(_:at:from:reason:by:)", rows: [.update], isAboutSomebody: true) {
      try await $0.store.register(
        $0.amina, at: "F99009", from: $0.by.at.day, reason: "Moved house", by: $0.by)
    },
    Walk(call: "possibleDuplicates()", silence: list) { _ = try await $0.store.possibleDuplicates() },
    Walk(call: "merges()", silence: list) { _ = try await $0.store.merges() },
    Walk(call: "riskRuns()", silence: "numbers about everybody, and about no one", stranger: .role(.privacyOfficer)) {
      _ = try await $0.store.riskRuns()
    },
    Walk(
      call: "merge(_:into:reason:by:)", who: .mdtCoordinator, rows: [.merge, .merge],
      stranger: .role(.careNavigator), before: twice,
      make: {
        try await $0.store.merge(try await $0.twin(), into: $0.amina, reason: "The same person", by: $0.by)
      }),
    Walk(
      call: "unmerge(_:reason:by:)", who: .mdtCoordinator, rows: [.merge, .merge],
      stranger: .role(.careNavigator),
      before: {
        try await twice($0)
        let (cora, by) = try await $0.base.person("Cora", .mdtCoordinator)
        try await cora.merge(try await $0.twin(), into: $0.amina, reason: "The same person", by: by)
      }, make: { try await $0.store.unmerge(try await $0.twin(), reason: "Two sisters", by: $0.by) }),
  ]
}

extension Walk.Scene {
  func twin() async throws -> ID<Patient> {
    let found: ID<Patient>? = try await base.store.reading("No.") { connection in
      try connection.first("SELECT id FROM patient WHERE nhs_number = '9990000034'", [], { try $0.id() })
    }
    return try #require(found)
  }
}
