import CaseModel
import Foundation
import Testing

@testable import CaseStore

/// A store of its own in a temporary folder, gone when the test is over.
final class Place: Sendable {
  let folder: String
  var path: String { folder + "/mdt.store" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mdt-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }

  static let start = Moment(Day(number: 16_805), hour: 9, minute: 42)

  static func setup(_ name: String = "Jo Francis", account: String = "jfrancis") -> Setup {
    Setup(
      name: name, role: .careNavigator, organisationCode: "LBTH", account: account, isPractice: true, at: start,
      newID: newID, workstation: "ward-3")
  }

  /// Identifiers that sort by the order they were made in, as UUIDv7 do.
  static let newID: @Sendable () -> String = {
    let now = UInt64(DispatchTime.now().uptimeNanoseconds)
    return String(format: "%016llx-", now) + UUID().uuidString.lowercased().prefix(19)
  }

  func make() throws -> CaseStore { try CaseStore.create(at: path, setup: Place.setup()) }
}

extension CaseStore {
  func writing(as account: String = "jfrancis", at moment: Moment = Place.start) async throws -> Writing {
    Writing(actor: try await actor(account: account, workstation: "ward-3"), at: moment, newID: Place.newID)
  }
}

extension CaseStore {
  /// What the doctor finds at the store's place, at a time when nothing in it is still to come.
  func doctor(at now: Moment = Place.start + 400 * 86_400) async -> [DoctorFinding] {
    await CaseStore.doctor(at: path, now: now).findings
  }
}

extension [DoctorFinding] {
  /// What has to be put right: notes, such as that of the SQLite library, depend on the machine.
  var wrong: [Problem] { filter { $0.severity >= .warning }.compactMap(\.problem) }

  subscript(check: String) -> DoctorFinding? { first { $0.check == check } }
}

extension PlanTests.Scene {
  var draft: PlanDraft {
    PlanDraft(
      patient: rahela, plan: plan, baseRowVersion: nil, baseVersionNumber: 0, basePlan: nil, startedAt: Place.start,
      keptAt: Place.start)
  }
}
