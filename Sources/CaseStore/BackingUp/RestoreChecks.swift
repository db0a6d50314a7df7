import CaseModel

/// Looking over a store that came out of a backup, before it replaces anything.
enum RestoreChecks {
  /// What was wrong with the store when the backup was made, in words.
  ///
  /// - Throws: a `Problem` where it is not what the manifest says, or of a newer mdt.
  static func faults(in path: String, _ manifest: BackupManifest, _ source: String) async throws -> [String] {
    guard manifest.schema <= Migrations.newest else {
      throw Problem(
        Restoration.what,
        because: "\(source) is of a newer mdt (schema \(manifest.schema), this one knows \(Migrations.newest)).",
        try: "Use the newer mdt.")
    }
    do {
      // The longest of the checks, beside the others.
      async let damage = damage(in: path)
      let found = Result { try faultsOfContent(in: path, manifest, source) }
      // Whatever the others met on a damaged page says no more than this.
      guard try await damage.isEmpty else { return ["the database's own check failed"] }
      return try found.get()
    } catch let fault as StoreFault where fault.kind == .damaged {
      throw Problem(
        Restoration.what, because: "The store in \(source) is damaged: \(fault.why).",
        try: "Restore an older backup.", kind: .badData)
    }
  }

  @concurrent private static func damage(in path: String) async throws -> [String] {
    try SQLiteAlone.reading(path) { try SQLiteAlone.damage(quick: false, $0) }
  }

  private static func faultsOfContent(
    in path: String, _ manifest: BackupManifest, _ source: String
  ) throws -> [String] {
    try SQLiteAlone.reading(path) { connection in
      try compare(try StoreContents(connection), manifest, source)
      return try [chain(manifest, connection), references(connection), plans(connection), versions(connection)]
        .compactMap { $0 }
    }
  }

  private static func compare(_ found: StoreContents, _ manifest: BackupManifest, _ source: String) throws(Problem) {
    let isSame =
      found.schema == manifest.schema && found.installation == manifest.installation
      && found.generation == manifest.generation && found.isPractice == manifest.isPractice
      && found.audit == manifest.audit && found.tables == manifest.tables && found.pages == manifest.pages
    guard isSame else {
      throw Problem(
        Restoration.what, because: "The store in \(source) is not what its manifest says.",
        try: "Restore another backup.", kind: .badData)
    }
  }

  private static func chain(_ manifest: BackupManifest, _ connection: any Connection) throws -> String? {
    var walk = AuditWalk(expected: manifest.audit, schema: manifest.schema)
    while try walk.advance(connection) { try Task.checkCancellation() }
    switch walk.verdict(head: try AuditReading.head(connection)) {
    case .whole: return nil
    case .broken(let sequence, let why): return "the audit is broken at row \(sequence) (\(why))"
    }
  }

  private static func references(_ connection: any Connection) throws -> String? {
    let count = try SQLiteAlone.danglingReferences(connection)
    return count == 0 ? nil : "\(count) rows point at what is not there"
  }

  private static func plans(_ connection: any Connection) throws -> String? {
    let ids = try connection.rows("SELECT id FROM care_plan ORDER BY id") { try $0.id() as ID<CarePlan> }
    let wrong = try ids.count { try PlanChecks.fault(inPlan: $0, connection) != nil }
    return wrong == 0 ? nil : "\(wrong) plans are not what was saved"
  }

  private static func versions(_ connection: any Connection) throws -> String? {
    var wrong = 0
    try connection.forEach("SELECT snapshot, digest FROM care_plan_version", []) { row in
      if SHA256.hex(try row.text()) != (try row.text()) { wrong += 1 }
      return true
    }
    return wrong == 0 ? nil : "\(wrong) signed versions are not what was signed"
  }
}
