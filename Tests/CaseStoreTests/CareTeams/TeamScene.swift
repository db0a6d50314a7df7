import CaseModel
import Testing

@testable import CaseStore

/// The borough in small with those of scenario S5: Bree, Callum and Ade, social workers of the South West; Nkem, who
/// coordinates it; Mo Khan, who manages them; and Iona Sefton, a GP who chairs.
struct TeamScene {
  let base: AccessScene
  let bree: (store: CaseStore, by: Writing)
  let callum: (store: CaseStore, by: Writing)
  let ade: (store: CaseStore, by: Writing)
  let nkem: (store: CaseStore, by: Writing)
  let manager: (store: CaseStore, by: Writing)
  let chair: (store: CaseStore, by: Writing)

  var amina: ID<Patient> { base.amina }
  var today: Day { base.by.at.day }

  init() async throws {
    base = try await AccessScene()
    bree = try await base.person("Bree", .socialWorker, locality: "sw")
    callum = try await base.person("Callum", .socialWorker, locality: "sw")
    ade = try await base.person("Ade", .socialWorker, locality: "sw")
    nkem = try await base.person("Nkem", .mdtCoordinator, locality: "sw")
    manager = try await base.person("Khan", .socialWorkManager, locality: "sw")
    chair = try await base.person("Sefton", .gp, at: "F99001")
  }

  func id(_ who: (store: CaseStore, by: Writing)) -> ID<StaffMember> { who.by.actor.id }

  /// The same somebody some days later, or so many seconds.
  func later(
    _ who: (store: CaseStore, by: Writing), days: Int = 0, seconds: Int = 0
  ) -> (store: CaseStore, by: Writing) {
    var writing = who.by
    writing.at = writing.at + (days * 86_400 + seconds)
    return (base.store.signedIn { [writing] in writing }, writing)
  }

  /// Somebody else of the South West, with whatever is given.
  func admit(
    _ family: String, _ given: String, percentile: Double? = nil, language: String? = nil, street: String? = nil,
    practice: String = "F99001"
  ) async throws -> ID<Patient> {
    let id = try await base.store.admit(family, given, by: base.by)
    try await base.store.writing("No.", base.by) { change in
      try change.insert(
        "registered_practice",
        [("patient_id", .of(id)), ("id", .text("reg-\(id)")), ("practice_code", .text(practice))])
      if let percentile {
        try change.insertPlain(
          "risk_score",
          [
            ("patient_id", .of(id)), ("id", .text(change.by.newID())), ("model", "QAdmissions"),
            ("run_on", "2015-12-07"), ("value", .real(34)), ("unit", "percent"), ("percentile", .real(percentile)),
            ("created_at", .of(change.at)),
          ])
      }
      if let street {
        try change.insert(
          "patient_address",
          [
            ("patient_id", .of(id)), ("id", .text("home-\(id)")), ("kind", "home"), ("line1", .text(street)),
            ("postcode", "E1 0AA"), ("postcode_key", "E10AA"),
          ])
      }
      if let language {
        try change.connection.run(
          "UPDATE patient SET language = $1 WHERE id = $2", [.text(language), .of(id)])
      }
      try CaseloadEntries.refreshEntry(id, in: change)
      try change.audit(.update, "patient \(id)", patient: id, purpose: "test")
    }
    return id
  }

  func name(
    _ who: (store: CaseStore, by: Writing), for person: ID<Patient>, weight: CaseWeight? = nil, accepted: Bool = true
  ) async throws {
    let made = try await nkem.store.assign(
      NewAssignment(role: .namedSocialWorker, staff: id(who), reason: .mdtDecision, text: "agreed", weight: weight),
      to: person,
      by: nkem.by)
    if accepted { try await who.store.accept(made.id, of: person, by: who.by) }
  }

  func problem(_ body: () async throws -> Void) async -> Problem? { await base.denied(body) }

  func team(_ person: ID<Patient>) async throws -> CareTeamRecord { try await base.store.careTeam(of: person) }
}
