public import CaseModel

/// The records: everything the screens, the command line and the tests may ask of them.
///
/// Every write is one transaction with its audit row; every failure is a `Problem` in three sentences. Calls run off
/// the main actor. A cancelled read interrupts the database; a write is never cancelled half way.
public struct CaseStore: Sendable {
  let engine: any Engine
  /// The absolute path of the store's file, or the address of its database without the account.
  public let path: String
  /// Where this account's drafts are: beside the file, or in its own folder where the store is on a server.
  let draftFiles: Drafts
  /// Opened with `readOnly`: nothing is written, openings are not audited.
  public let isReadOnly: Bool
  /// Who reads; nil before anybody has signed in.
  var seat: Seat?
  /// A practice store takes NHS numbers from 999 000 0000 only; a live store never does (R-ID-03).
  public let isPractice: Bool

  // MARK: Making and opening

  /// Opens a store that exists.
  ///
  /// - Parameter path: the path of a file; or a database on a server: `postgresql://HOST/DATABASE`, `service=NAME`, or
  ///   the folder of a server's socket, where the database is `mdt`.
  /// - Throws: a `Problem` of kind `notFound` when there is none (never an empty new one), `damaged` when the file was
  ///   emptied, cut or overwritten, `tryAgain` when somebody holds the lock for 5 seconds, and `unavailable` for a
  ///   database of another program, a store of a newer mdt, a link, a network filesystem.
  public static func open(at path: String, readOnly: Bool = false) throws(Problem) -> CaseStore {
    if let server = try PostgreSQLAddress(path) { return try Opening.open(server, readOnly: readOnly) }
    return try Opening.open(path, readOnly: readOnly)
  }

  /// Makes a new store with its first member of staff and opens it. Touches nothing that exists: a database on a server
  /// must be there and hold no store.
  ///
  /// - Throws: kind `cannotCreate`.
  public static func create(at path: String, setup: Setup) throws(Problem) -> CaseStore {
    try Creating.make(at: path, setup)
    return try open(at: path)
  }

  /// A real store in a new folder of its own under the system's temporary folder, for tests and demonstrations. Whoever
  /// asks for it removes the folder.
  ///
  /// - Throws: kind `cannotCreate`.
  public static func temporary(setup: Setup) throws(Problem) -> CaseStore {
    try create(at: try Creating.temporaryFolder() + "/mdt.store", setup: setup)
  }

  /// Who signs in: the active member of staff bound to an account of the operating system; on a server to the database
  /// role that is connected, unless that one connects for many people (a member of `mdt_service`) or owns the store.
  ///
  /// - Throws: kind `refused` when nobody is.
  public func actor(account: String, workstation: String) async throws(Problem) -> Actor {
    let what = "You are not signed in."
    let signing: String
    do { signing = try await engine.account(ofSystem: account) } catch { throw Problem(error, doing: what) }
    let found = try await reading(what, .nothing(because: "nobody has signed in yet")) { connection in
      // To the end of their last day; what day it is now the gate asks at each act.
      try StaffRows.withAccount(signing, on: DayTurn.listedOn(connection), connection).map { staff in
        Actor(
          staff: staff, workstation: workstation,
          revocations: try connection.count(Revocations.count, [.of(staff.id)]))
      }
    }
    guard let found else {
      throw Problem(
        what, because: "Nobody here works under the account \(signing).",
        try: "Ask your coordinator to add the account to your entry in the staff file.", kind: .refused)
    }
    return found
  }

  /// Brings a store on a server up to date, with the account that owns it, and sets the rights of the server's roles
  /// where they are there: all of it or nothing. A file is brought up to date when it is opened, and is left alone.
  ///
  /// - Throws: `notFound` where there is no store, `refused` for an account that does not own it, `unavailable` for a
  ///   store of a newer mdt.
  public static func migrate(at path: String) throws(Problem) -> MigrationReport {
    guard let server = try PostgreSQLAddress(path) else { return .file }
    return try migrate(server, steps: Migrations.all)
  }

  static func migrate(
    _ server: PostgreSQLAddress, steps: [any Migration.Type], before: (String) throws -> Void = { _ in }
  ) throws(Problem) -> MigrationReport {
    do {
      let session = try PostgreSQLSession(server, settings: [])
      let (from, setRights) = try PostgreSQLMigrations.bringUpToDate(session, steps: steps, before: before)
      return .server(from: from, to: steps.map { $0.version }.max() ?? 0, setRights: setRights)
    } catch {
      throw Problem(error, doing: "The store was not brought up to date.")
    }
  }

  /// Closes the store, after which it answers nothing any more. The last to close it folds its log into its file, so
  /// that the file by itself is the whole store again.
  ///
  /// Where that fails the log stays beside the file, whole, and the next to open the store reads both.
  public func close() async { await engine.close() }

  // MARK: Staff, settings

  /// Members of staff by name; with a day, those who work here on it.
  public func staff(activeOn day: Day? = nil) async throws(Problem) -> [StaffMember] {
    try await reading("The staff list was not read.", .directory) { try StaffRows.all(activeOn: day, $0) }
  }

  /// Every setting, by key.
  public func settings() async throws(Problem) -> [Setting] {
    try await reading("The settings were not read.", .directory) { try Settings.all($0) }
  }

  /// What a setting was before each of its changes, the newest first.
  ///
  /// - Throws: `notFound` for an unknown key.
  public func settingHistory(of key: String) async throws(Problem) -> [SettingChange] {
    try await reading("The history was not read.", .directory) { try Settings.history(of: key, $0) }
  }

  /// Changes a setting and keeps the old value with who, when and why.
  ///
  /// - Throws: `notFound` for an unknown key, `badData` for a value of the wrong kind.
  public func setSetting(_ key: String, to value: String, reason: String, by: Writing) async throws(Problem) {
    try await writing("The setting was not changed.", .action(.manageSettings), by) {
      try Settings.set(key, to: value, reason: reason, in: $0)
    }
  }

  // MARK: Changes by others

  /// A number that differs after anybody has written, this program included. Cheap: poll it once a second.
  public func changeNumber() async throws(Problem) -> Int {
    do { return try await engine.changeNumber() } catch { throw Problem(error, doing: "The store was not read.") }
  }

  /// Waits until somebody may have written, this program included; then ask for the change number. Where the system
  /// cannot tell, it says false at once: ask every second instead.
  public func nextWrite() async -> Bool { await engine.nextWrite() }

  /// The program ends: from now on nobody waits long for a server that does not answer. What is being read is given up
  /// after half a second; a change is waited for while the server lives, for five seconds.
  public func stopWaiting() { engine.stopWaiting() }

  /// Does something while nothing is being written by this program: stops it or ends it, say. What was begun is
  /// committed by then, and the store's lock is free.
  public func betweenWrites(_ body: @escaping @Sendable () -> Void) async { await engine.betweenWrites(body) }

  /// Every table, index and trigger, for `docs/schema.sql`.
  public func schemaSQL() async throws(Problem) -> String {
    do { return try await engine.schemaSQL() } catch { throw Problem(error, doing: "The schema was not read.") }
  }
}

/// What `mdt migrate` did.
public enum MigrationReport: Hashable, Sendable {
  /// A file, which is brought up to date when it is opened.
  case file
  /// The numbers of the schema before and after, which are the same where nothing was to be done; and whether the
  /// rights of the server's roles were set.
  case server(from: Int, to: Int, setRights: Bool)
}

/// What a new store starts with (`mdt init`).
public struct Setup: Sendable {
  public var name: String
  public var role: StaffRole
  /// An ODS code; an organisation not yet known is made and completed by a later import.
  public var organisationCode: String
  /// The account of the operating system that signs in as this person.
  public var account: String
  /// A practice store (demo mode, R-ID-03).
  public var isPractice: Bool
  public var at: Moment
  public var newID: @Sendable () -> String
  public var workstation: String
  /// What else the first member of staff looks after: the store, until somebody else does.
  public var privileges: [StaffRole]
  /// For how many days the store's first sharing agreement is in force: in them the real one is to be recorded (5.4).
  public var agreementDays: Int

  public init(
    name: String, role: StaffRole, organisationCode: String, account: String, isPractice: Bool, at: Moment,
    newID: @escaping @Sendable () -> String, workstation: String, privileges: [StaffRole] = [.admin, .privacyOfficer],
    agreementDays: Int = 90
  ) {
    self.name = name
    self.role = role
    self.organisationCode = organisationCode
    self.account = account
    self.isPractice = isPractice
    self.at = at
    self.newID = newID
    self.workstation = workstation
    self.privileges = privileges
    self.agreementDays = agreementDays
  }
}
