import CaseModel
import Testing

@testable import CaseStore

/// What is kept, for how long, and what becomes of it then.
extension Walk {
  private static let work = "the work of whoever looks after it; what comes of it has its rows"

  static let retention: [Walk] = [
    Walk(call: "retention(of:by:)", rows: [.viewMasked], stranger: .role(.careNavigator)) {
      _ = try await $0.store.retention(of: try #require(NHSNumber(stored: "9990000018")), by: $0.by)
    },
    Walk(call: "retentionHolds()", silence: work, stranger: .role(.careNavigator)) {
      _ = try await $0.store.retentionHolds()
    },
    Walk(call: "hold(_:_:name:reason:by:)", rows: [.create], stranger: .role(.careNavigator)) {
      let number = try #require(NHSNumber(stored: "9990000018"))
      _ = try await $0.store.hold(number, .legal, name: "Claim 7", reason: "A letter came", by: $0.by)
    },
    Walk(
      call: "liftHold(_:reason:by:)", rows: [.update], stranger: .role(.careNavigator),
      before: { _ = try await $0.base.store.hold(nil, .legal, name: "Claim 7", reason: "A letter came", by: $0.jo) },
      make: {
        let hold = try #require(try await $0.base.store.retentionHolds().first)
        try await $0.store.liftHold(hold.id, reason: "Settled", by: $0.by)
      }),
    Walk(call: "reportDisposal(by:)", rows: [.create], stranger: .role(.careNavigator)) {
      _ = try await $0.store.reportDisposal(by: $0.by)
    },
    Walk(call: "disposalReports()", silence: "without names; \(work)", stranger: .role(.careNavigator)) {
      _ = try await $0.store.disposalReports()
    },
    Walk(
      call: "approveDisposal(_:note:by:)", rows: [.sign], stranger: .role(.careNavigator),
      before: { try await $0.reportMadeByAnother() },
      make: {
        let report = try #require(try await $0.base.store.disposalReports().first)
        try await $0.store.approveDisposal(report.id, note: "Agreed", by: $0.by)
      }),
    Walk(
      call: "dispose(_:by:)", rows: [.void, .update], stranger: .role(.careNavigator), later: 9 * 366,
      before: {
        try await $0.reportMadeByAnother()
        let report = try #require(try await $0.base.store.disposalReports().first)
        try await $0.base.store.approveDisposal(report.id, note: "Agreed", by: $0.jo)
      },
      make: {
        let report = try #require(try await $0.base.store.disposalReports().first)
        _ = try await $0.store.dispose(report.id, by: $0.by)
      }),
    Walk(call: "disposalCertificates()", silence: "without names or content", stranger: .role(.careNavigator)) {
      _ = try await $0.store.disposalCertificates()
    },
  ]
}

extension Walk.Scene {
  /// Amina's care is long over, and somebody else has said so.
  func reportMadeByAnother() async throws {
    let (store, zoe) = try await base.person("Zoe", .gp)
    try await base.store.propose(.privacyOfficer, for: zoe.actor.id, reason: "Caldicott guardian", by: jo)
    let (third, by) = try await base.person("Third", .gp)
    try await third.confirmPrivilege(try await proposed(), by: by)
    try await base.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: jo.at.day), of: amina,
      by: jo)
    var later = zoe
    later.at = zoe.at + 9 * 366 * 86_400
    let writing = later
    _ = try await store.signedIn { writing }.reportDisposal(by: writing)
  }
}
