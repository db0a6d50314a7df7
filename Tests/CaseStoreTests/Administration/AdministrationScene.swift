import CaseModel
import Testing

@testable import CaseStore

/// The borough in small with somebody who only administers, one who assigns people, and one who is going to leave.
struct AdministrationScene {
  let scene: AccessScene
  /// Zoë Jackson: an administrator, whose post gives her no one.
  let admin: (store: CaseStore, by: Writing)
  /// Mo Khan: a social work manager of the South West.
  let manager: (store: CaseStore, by: Writing)
  /// Ola Leaver and Sam Stayer: social workers.
  let leaver: (store: CaseStore, by: Writing)
  let stayer: (store: CaseStore, by: Writing)

  var today: Day { scene.by.at.day }

  init() async throws {
    scene = try await AccessScene()
    let jackson = try await scene.person("Jackson", .admin)
    try await scene.store.propose(.admin, for: jackson.by.actor.id, reason: "Looks after the host", by: scene.by)
    let other = try await scene.person("Witness", .other)
    let proposed = try #require(try await scene.store.privileges().last)
    try await other.store.confirmPrivilege(proposed.id, by: other.by)
    admin = jackson
    manager = try await scene.person("Khan", .socialWorkManager, locality: "sw")
    leaver = try await scene.person("Leaver", .socialWorker)
    stayer = try await scene.person("Stayer", .socialWorker)
  }

  var leaverID: ID<StaffMember> { leaver.by.actor.id }
  var stayerID: ID<StaffMember> { stayer.by.actor.id }
  var adminID: ID<StaffMember> { admin.by.actor.id }

  func post(
    _ role: StaffRole = .gp, at organisation: String = "F99001", from: Day? = nil, locality: String? = nil
  ) -> NewPost {
    NewPost(role: role, organisation: organisation, locality: locality, from: from ?? today)
  }

  func at(_ moment: Moment, _ by: Writing) -> Writing { Writing(actor: by.actor, at: moment, newID: by.newID) }

  /// What the audit says of an object that concerns no person.
  func audited(_ object: String) async throws -> [(action: AuditAction, purpose: String)] {
    try await scene.store.auditEvents(limit: 1000).filter { $0.object == object }.reversed().map {
      ($0.action, $0.purpose)
    }
  }

  func name(_ person: ID<Patient>, for staff: ID<StaffMember>, as role: String = "named_social_worker") async throws {
    try await scene.store.give(role: role, to: staff, for: person, by: scene.by)
  }
}
