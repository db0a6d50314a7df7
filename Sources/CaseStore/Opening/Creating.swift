import CaseModel
import Glibc

/// Making a store and its first member of staff.
enum Creating {
  private static let notMade = "No store was made."

  static func make(at given: String, _ setup: Setup) throws(Problem) {
    try makeFolder(folderPart(given))
    let place = try StorePlace(given, doing: notMade)
    try place.refuseNetwork()
    do {
      try place.lock.held(by: setup.name) {
        try refuseAnything(at: place.path)
        try SQLiteCreation.make(at: place.path) { try fill($0, setup) }
      }
    } catch {
      var problem = Problem(error, doing: notMade)
      if problem.kind == .unavailable || problem.kind == .conflict { problem.kind = .cannotCreate }
      if error is StoreFault { problem.advice = "Put this right or choose another place, then make it again." }
      throw problem
    }
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

  private static func refuseAnything(at path: String) throws(Problem) {
    for name in [path, path + "-wal", path + "-shm", path + "-journal"] {
      var status = stat()
      guard lstat(name, &status) != 0, errno == ENOENT else {
        throw Problem(
          notMade, because: "There is something at \(name) already, and mdt init never touches what exists.",
          try: "Open it with --store, or choose another place.", kind: .cannotCreate)
      }
    }
  }

  /// Makes a folder and those above it, their owner's alone.
  static func makeFolder(_ folder: String, doing what: String = notMade) throws(Problem) {
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw Problem(
          what, because: "\(folder) is not a folder.", try: "Choose another place.", kind: .cannotCreate)
      }
      return
    }
    if folder != folderPart(folder) { try makeFolder(folderPart(folder), doing: what) }
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
    let change = Change(connection: connection, by: by)
    try change.insertPlain(
      "store",
      [
        ("one", 1), ("installation", .text(setup.newID())), ("demo_mode", .of(setup.isPractice)),
        ("listed_on", .of(setup.at.day)), ("created_at", .of(setup.at)),
      ])
    try change.insert(
      "organisation", [("ods_code", .text(setup.organisationCode)), ("name", .text(setup.organisationCode))])
    try StaffRows.insert(staff, localityID: nil, in: change)
    try change.audit(.create, "store", purpose: "mdt init")
    try change.audit(.create, "staff \(staff.id)", after: 1, purpose: "first member of staff")
  }
}
