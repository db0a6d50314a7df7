import CaseModel
import Glibc

/// Making a store and its first member of staff.
enum Creating {
  private static let notMade = "No store was made."

  static func make(at place: String, _ setup: Setup) throws(Problem) {
    try make(at: place, notMade, by: setup.name) { try fill($0, setup) }
  }

  /// A new store that begins with what `fill` puts into its tables, in one transaction: whole, or not there. `what` is
  /// the first sentence when it fails.
  static func make<T>(
    at place: String, _ what: String, by holder: String = "an mdt that makes a store",
    _ fill: (any Connection) throws -> T
  ) throws(Problem) -> T {
    do {
      if let server = try PostgreSQLAddress(place) { return try make(at: server, what, fill) }
      return try make(atPath: place, what, by: holder, fill)
    } catch {
      var problem = Problem(error, doing: what)
      if problem.kind == .unavailable || problem.kind == .conflict { problem.kind = .cannotCreate }
      if let fault = error as? StoreFault, fault.remedy == nil {
        problem.advice = "Put this right or choose another place, then make it again."
      }
      throw problem
    }
  }

  private static func make<T>(
    atPath given: String, _ what: String, by holder: String, _ fill: (any Connection) throws -> T
  ) throws -> T {
    try StoreNames.refuse(given, what)
    try makeFolder(folderPart(given), what)
    let place = try StorePlace(given, doing: what)
    try place.refuseNetwork()
    return try place.lock.held(by: holder) {
      try refuseAnything(at: place.path, what)
      return try SQLiteCreation.make(at: place.path, fill)
    }
  }

  /// In a database that holds no store yet; with the account that is to own it.
  private static func make<T>(
    at server: PostgreSQLAddress, _ what: String, _ fill: (any Connection) throws -> T
  ) throws -> T {
    let session = try PostgreSQLSession(server, settings: [])
    try session.execute("BEGIN")
    try session.execute("SELECT pg_advisory_xact_lock(\(PostgreSQLWriter.lock))")
    guard try PostgreSQLMigrations.version(session) == 0 else {
      throw Problem(
        what, because: "There is a store at \(server.name) already, and mdt never touches what exists.",
        try: "Open it with --store, or choose another database.", kind: .cannotCreate)
    }
    guard
      try PostgreSQLConnection(session: session).count("SELECT count(*) WHERE has_schema_privilege('public', 'CREATE')")
        == 1
    else {
      throw Problem(
        what, because: "This database account may not make tables in \(server.name).",
        try: "Use the account that owns the database (mdt_owner in the manual's page on growing).",
        kind: .cannotCreate)
    }
    try PostgreSQLMigrations.run(session)
    let filled = try fill(PostgreSQLConnection(session: session))
    try session.execute("COMMIT")
    return filled
  }

  /// A new folder that only this account may look into.
  static func temporaryFolder() throws(Problem) -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(place)/mdt-XXXXXX".utf8CString)
    let made = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      throw Problem(
        notMade, because: "No folder can be made in \(place) (\(systemWords(errno))).",
        try: "Name another place in TMPDIR.", kind: .cannotCreate)
    }
    return made
  }

  private static func refuseAnything(at path: String, _ what: String) throws(Problem) {
    for name in [path, path + "-wal", path + "-shm", path + "-journal"] {
      var status = stat()
      guard lstat(name, &status) != 0, errno == ENOENT else {
        throw Problem(
          what, because: "There is something at \(name) already, and mdt never touches what exists.",
          try: "Open it with --store, or choose another place.", kind: .cannotCreate)
      }
    }
  }

  /// Makes a folder and those above it, their owner's alone.
  static func makeFolder(_ folder: String, _ what: String) throws(Problem) {
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw Problem(
          what, because: "\(folder) is not a folder.", try: "Choose another place.", kind: .cannotCreate)
      }
      return
    }
    if folder != folderPart(folder) { try makeFolder(folderPart(folder), what) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw Problem(
        what, because: "The folder \(folder) cannot be made (\(systemWords(errno))).", try: "Choose another place.",
        kind: .cannotCreate)
    }
  }

  private static func fill(_ connection: any Connection, _ setup: Setup) throws {
    let staff = StaffMember(
      id: ID(setup.newID()), name: setup.name, role: setup.role, organisationCode: setup.organisationCode,
      organisationName: setup.organisationCode, from: setup.at.day, account: setup.account)
    let by = Writing(
      actor: Actor(staff: staff, workstation: setup.workstation), at: setup.at, newID: setup.newID)
    let change = Change(connection: connection, by: by, permit: Permit())
    try change.insertPlain(
      "store",
      [
        ("one", 1), ("installation", .text(setup.newID())), ("demo_mode", .of(setup.isPractice)),
        ("listed_on", .of(setup.at.day)), ("created_at", .of(setup.at)),
      ])
    try change.insert(
      "organisation", [("ods_code", .text(setup.organisationCode)), ("name", .text(setup.organisationCode))])
    try StaffRows.insert(staff, localityID: nil, in: change)
    try Agreements.begin(setup, in: change)
    for role in setup.privileges { try Privileges.begin(role, setup, in: change) }
    try change.audit(.create, "store", purpose: "mdt init")
    try change.audit(.create, "staff \(staff.id)", after: 1, purpose: "first member of staff")
  }
}
