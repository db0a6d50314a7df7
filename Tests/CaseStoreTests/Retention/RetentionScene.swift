import CaseModel
import Testing

@testable import CaseStore

/// Years later: Amina, whose care ended with a plan, notes and a draft; Brian, whose care goes on; and two who look after
/// privacy and the store.
struct RetentionScene {
  let base: AccessScene
  /// Jo, who looks after privacy, on the day that is asked about.
  let jo: Writing
  let store: CaseStore
  let zoe: Writing
  let zoes: CaseStore
  var amina: ID<Patient> { base.amina }
  static let number = NHSNumber(stored: "9990000018")

  /// `years` after everything was written.
  init(after years: Int = 9) async throws {
    base = try await AccessScene()
    let by = base.by
    let plan = try await base.store.publish(
      Plans.ready(owner: by.actor.id), of: base.amina, basedOn: nil, reason: "activated", by: by)
    _ = try await base.store.publish(
      Plans.changing(plan.plan, "Reach Zanzibarquay again"), of: base.amina, basedOn: plan.rowVersion,
      reason: "changed",
      by: by)
    try await base.store.record(
      PlanReview(id: ID(by.newID()), planVersion: 2, dueOn: nil, doneOn: by.at.day), of: base.amina, by: by)
    try await base.store.give(role: "key_worker", to: by.actor.id, for: base.amina, by: by)
    try await base.store.object(base.amina, to: .organisation("R9901"), reason: "A cousin works there", by: by)
    try await base.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: by.at.day),
      of: base.amina, by: by)
    try await base.store.keepDraft(
      PlanDraft(
        patient: base.amina, plan: plan.plan, baseRowVersion: nil, baseVersionNumber: 1, basePlan: nil,
        startedAt: by.at, keptAt: by.at), of: by.actor.id)
    let (_, zoe) = try await base.person("Zoe", .gp)
    try await base.store.propose(.privacyOfficer, for: zoe.actor.id, reason: "Caldicott guardian", by: by)
    let (third, thirds) = try await base.person("Third", .gp)
    let waiting = try #require(try await base.store.privileges().first { $0.confirmedBy == nil })
    try await third.confirmPrivilege(waiting.id, by: thirds)
    var later = by
    later.at = by.at + years * 365 * 86_400 + 3 * 86_400
    jo = later
    store = base.store.signedIn { [later] in later }
    var hers = zoe
    hers.at = later.at
    self.zoe = hers
    zoes = base.store.signedIn { [hers] in hers }
  }

  func approved() async throws -> DisposalReport {
    let report = try await store.reportDisposal(by: jo)
    try await zoes.approveDisposal(report.id, note: "Seen and agreed", by: zoe)
    return report
  }

  func kept(_ by: Writing? = nil) async throws -> Retention {
    try await store.retention(of: try #require(Self.number), by: by ?? jo).retention
  }

  func everything() async throws -> [TableDigest] { try await CopyTests.digests(base.store) }

  func count(_ sql: String) async throws -> Int { try await base.store.reading("No.") { try $0.count(sql) } }

  func problem(_ body: () async throws -> Void) async -> Problem? { await base.denied(body) }
}
