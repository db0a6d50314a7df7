import CaseModel
import Foundation
import Synchronization
import Testing

@testable import CaseStore

/// A store of its own, gone when the test is over: a file in a temporary folder or, where MDT_TEST_SERVER names the
/// folder of a server's socket, a database there. The whole suite runs on both engines.
final class Place: Sendable {
  let folder: String
  /// What a store is opened by.
  let path: String

  init() throws {
    let name = "mdt_\(UUID().uuidString.lowercased().replacing("-", with: "_"))"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = Place.server.map { "postgresql:///\(name)?host=\($0)" } ?? folder + "/mdt.store"
    if Place.server != nil { try Place.tellServer("CREATE DATABASE \(name) TEMPLATE template0") }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
      if Place.server != nil {
        try Place.tellServer("DROP DATABASE \((folder as NSString).lastPathComponent) WITH (FORCE)")
      }
    } catch { Issue.record(error) }
  }

  /// The folder of the server's socket.
  static let server = ProcessInfo.processInfo.environment["MDT_TEST_SERVER"]

  private static func tellServer(_ statement: String) throws {
    let address = try #require(try PostgreSQLAddress("postgresql:///postgres?host=\(server ?? "")"))
    try PostgreSQLSession(address, settings: []).execute(statement)
  }

  static let start = Moment(Day(number: 16_805), hour: 9, minute: 42)

  static func setup(_ name: String = "Jo Francis", account: String = "jfrancis") -> Setup {
    Setup(
      name: name, role: .careNavigator, organisationCode: "LBTH", account: account, isPractice: true, at: start,
      newID: newID, workstation: "ward-3", privileges: [.admin, .privacyOfficer], agreementDays: 4000)
  }

  /// Identifiers that sort by the order they were made in, as UUIDv7 do.
  static let newID: @Sendable () -> String = {
    let now = UInt64(DispatchTime.now().uptimeNanoseconds)
    return String(format: "%016llx-", now) + UUID().uuidString.lowercased().prefix(19)
  }

  /// A store with Jo Francis at it, who looks after it and after privacy.
  func make() throws -> CaseStore {
    var setup = Place.setup()
    let first = FirstIdentifier()
    setup.newID = { first.next() }
    let store = try CaseStore.create(at: path, setup: setup)
    let staff = StaffMember(
      id: ID(first.value), name: setup.name, role: setup.role, organisationCode: setup.organisationCode,
      organisationName: setup.organisationCode, account: setup.account)
    let actor = Actor(staff: staff, workstation: setup.workstation)
    return store.signedIn { Writing(actor: actor, at: Place.start, newID: Place.newID) }
  }
}

/// The first identifier that a store is made with is that of its first member of staff.
final class FirstIdentifier: Sendable {
  let value = Place.newID()
  private let isGiven = Mutex(false)

  func next() -> String {
    let isFirst = isGiven.withLock { given in
      defer { given = true }
      return !given
    }
    return isFirst ? value : Place.newID()
  }
}

/// For tests of what lies below the face of the store: nobody is asked.
extension CaseStore {
  func reading<T: Sendable>(
    _ what: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    try await reading(what, .nothing(because: "a test looks"), body)
  }

  func counting<T: Sendable>(
    _ what: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    try await counting(what, .nothing(because: "a test looks")) { connection, _ in try body(connection) }
  }

  func writing<T: Sendable>(
    _ what: String, _ by: Writing, _ body: @escaping @Sendable (Change) throws -> T
  ) async throws(Problem) -> T {
    try await writing(what, .nothing(because: "a test writes"), by, body)
  }

  func transaction<T: Sendable>(_ by: Writing, _ body: @escaping @Sendable (Change) throws -> T) async throws -> T {
    try await transaction(.nothing(because: "a test writes"), by, body)
  }
}

extension CaseStore {
  /// Opens a store with somebody at it.
  static func opened(
    _ path: String, readOnly: Bool = false, as account: String = "jfrancis"
  ) async throws -> CaseStore {
    try await open(at: path, readOnly: readOnly).seated(as: account)
  }

  func seated(as account: String = "jfrancis") async throws -> CaseStore {
    let by = try await writing(as: account)
    return signedIn { by }
  }

  /// Gives somebody a role for a person, whoever may: what the tests of it are about is what comes of it.
  func give(
    role: String, to staff: ID<StaffMember>, for patient: ID<Patient>, by: Writing
  ) async throws(Problem) {
    try await writing("Nobody was assigned.", by) {
      try CareTeam.assign(role: role, staff: staff, to: patient, in: $0)
    }
  }

  func writing(as account: String = "jfrancis", at moment: Moment = Place.start) async throws -> Writing {
    Writing(actor: try await actor(account: account, workstation: "ward-3"), at: moment, newID: Place.newID)
  }
}

extension Trait where Self == ConditionTrait {
  /// A test of what only a store that is a file has: its bytes, its lock, its log, its plans of queries.
  static var ofAFile: Self { .enabled("it is about a store that is a file") { Place.server == nil } }
}

extension CaseStore {
  /// What the doctor finds at the store's place, at a time when nothing in it is still to come.
  func doctor(at now: Moment = Place.start + 400 * 86_400) async -> [DoctorFinding] {
    await CaseStore.doctor(at: path, now: now).findings.filter { $0.check != "server.settings" }
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

extension ListReach {
  /// Of somebody whose post serves every locality.
  static func everybody(_ connection: any Connection) throws -> ListReach {
    var facts = try AccessFacts(of: ID("nobody"), at: Place.start, connection)
    facts.served.isEverybody = true
    return try ListReach(facts, connection)
  }
}
