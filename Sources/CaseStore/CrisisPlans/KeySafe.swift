public import CaseModel
import Glibc

enum KeySafe {
  /// Since when there is a code; nil where there is none.
  static func since(of patient: ID<Patient>, _ connection: any Connection) throws -> Moment? {
    try newest(of: patient, connection).flatMap { $0.sealed == nil ? nil : $0.at }
  }

  static func newest(
    of patient: ID<Patient>, _ connection: any Connection
  ) throws -> (id: String, sealed: String?, key: String?, at: Moment)? {
    try connection.first(
      """
      SELECT id, sealed, sealed_by_key, at FROM key_safe_code WHERE patient_id = $1 ORDER BY at DESC, id DESC LIMIT 1
      """, [.of(patient)]
    ) { (id: try $0.text(), sealed: $0.textOrNil(), key: $0.textOrNil(), at: try $0.moment()) }
  }
}

extension CaseStore {
  private func sealKeyPlace() throws -> (path: String, rights: UInt32) {
    let neighbour = try draftFiles.neighbour()
    var status = stat()
    let rights = stat(neighbour, &status) == 0 ? status.st_mode : 0o600
    return (neighbour + SealKey.ending, rights)
  }

  /// Keeps the code of a person's key safe, sealed; an empty one says that there is none any more. It is in no draft, no
  /// version, no list and no file that goes out.
  ///
  /// - Throws: `badData` for more than 20 characters or several lines.
  public func setKeySafeCode(_ code: String, of patient: ID<Patient>, by: Writing) async throws(Problem) {
    let what = "The key safe's code was not kept."
    let text = code.trimmedText
    guard text.count <= 20, text.utf8.count <= 80,
      !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
    else {
      throw Problem(
        what, because: "A code has at most 20 characters in one line.", try: "Type the code alone.", kind: .badData)
    }
    try await writing(what, .action(.editCrisisFirstSteps, of: patient), by) { change in
      let id = change.by.newID()
      var (sealed, key): (String?, String?) = (nil, nil)
      if !text.isEmpty {
        let place = try sealKeyPlace()
        let seal = try SealKey.keptOrMade(at: place.path, rights: place.rights)
        (sealed, key) = (try seal.seal(text, patient: patient, row: id), seal.fingerprint)
      }
      try change.insertPlain(
        "key_safe_code",
        [
          ("patient_id", .of(patient)), ("id", .text(id)), ("sealed", .of(sealed)), ("sealed_by_key", .of(key)),
          ("at", .of(change.at)), ("created_by", .text(change.staffID)),
          ("created_org", .text(change.by.actor.staff.organisationCode)),
        ])
      try change.audit(
        sealed == nil ? .void : .create, "key_safe_code \(id)", patient: patient, after: 1,
        purpose: sealed == nil ? "there is no code any more" : "a code was sealed",
        digest: SHA256.hex(sealed ?? ""))
    }
  }

  /// The code, to one pair of eyes: each time is a row of the audit with the reason, also in a store that is open for
  /// reading only, where nothing can be recorded and so nothing is shown.
  ///
  /// - Throws: `notFound` where there is none; `unavailable` where the key that sealed it is not on this machine.
  public func revealKeySafeCode(
    of patient: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) -> String {
    let what = "The key safe's code was not shown."
    let why = try Reason.read(reason, atLeast: 3, doing: what)
    guard !isReadOnly else {
      throw Problem(
        what, because: "Each look at it is recorded first, and this store is open for reading only.",
        try: "Open it without --read-only.", kind: .refused)
    }
    return try await writing(what, .action(.readCrisisFirstSteps, of: patient), by) { change in
      guard let row = try KeySafe.newest(of: patient, change.connection), let sealed = row.sealed else {
        throw Problem(what, because: "No code is kept.", try: "Ask whoever has a key.", kind: .notFound)
      }
      let place = try sealKeyPlace()
      let key = try SealKey.kept(at: place.path)
      guard let code = try key?.open(sealed, patient: patient, row: row.id) else {
        guard key?.fingerprint != row.key else { throw StoreFault(.damaged, "the sealed code is not what was kept") }
        throw Problem(
          what, because: "It was sealed with the key \(row.key ?? ""), which is not at \(place.path).",
          try: "Have whoever looks after this host put that key there; until then ask whoever has a key to the home.")
      }
      try change.audit(.view, "key_safe_code \(row.id)", patient: patient, purpose: "key safe's code shown: \(why)")
      return code
    }
  }
}
