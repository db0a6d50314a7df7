public import CaseModel

/// Sharing agreements (spec 5.4): which organisations may be shown which data.
extension CaseStore {
  /// Every agreement, the newest first. Holds nothing about a person, so everybody may read it.
  public func agreements() async throws(Problem) -> [SharingAgreement] {
    try await reading("The sharing agreements were not read.", .directory) { try Agreements.all($0) }
  }

  /// Records an agreement with those who have signed it.
  ///
  /// - Throws: `refused` for whoever does not look after privacy; `badData` for one without a category, without a party
  ///   or that ends before it begins.
  public func record(_ agreement: SharingAgreement, by: Writing) async throws(Problem) {
    let what = "The sharing agreement was not recorded."
    try await writing(what, .action(.manageAgreements), by) { change in
      try Agreements.check(agreement, doing: what, change.connection)
      try Agreements.insert(agreement, in: change)
      try change.audit(
        .create, "sharing_agreement \(agreement.id)", after: 1, purpose: agreement.name,
        digest: Agreements.digest(agreement))
    }
  }

  /// Records that organisations have signed an agreement.
  ///
  /// - Throws: `notFound` for an agreement or an organisation that is not known.
  public func sign(
    _ id: SharingAgreement.ID, _ organisations: [String], on day: Day, by: Writing
  ) async throws(Problem) {
    let what = "Nobody was added to the sharing agreement."
    try await writing(what, .action(.manageAgreements), by) { change in
      let agreement = try Agreements.one(id, doing: what, change.connection)
      for organisation in organisations {
        try Agreements.expect(organisation, doing: what, change.connection)
        try Agreements.insert(.init(organisationCode: organisation, signedOn: day), to: id, in: change)
      }
      try change.audit(
        .update, "sharing_agreement \(id)", before: agreement.rowVersion,
        after: try Agreements.touch(agreement, in: change),
        purpose: "signed on \(day.iso): \(organisations.joined(separator: ", "))",
        digest: Agreements.digest(try Agreements.one(id, doing: what, change.connection)))
    }
  }

  /// Records that an organisation is no party any more after a day.
  ///
  /// - Throws: `notFound` where it is none.
  public func leave(
    _ id: SharingAgreement.ID, _ organisation: String, after day: Day, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The sharing agreement was not changed."
    try await writing(what, .action(.manageAgreements), by) { change in
      let agreement = try Agreements.one(id, doing: what, change.connection)
      let changed = try change.connection.run(
        """
        UPDATE sharing_agreement_party SET left_on = $1, status_reason = $2, updated_at = $3, updated_by = $4,
        row_version = row_version + 1
        WHERE agreement_id = $5 AND organisation_code = $6 AND entered_in_error = 0 AND left_on IS NULL
        """,
        [.of(day), .text(reason), .of(change.at), .text(change.staffID), .of(id), .text(organisation)])
      guard changed > 0 else {
        throw Problem(
          what, because: "\(organisation) is no party to it.", try: "List the parties with mdt agreements.",
          kind: .notFound)
      }
      try change.audit(
        .update, "sharing_agreement \(id)", before: agreement.rowVersion,
        after: try Agreements.touch(agreement, in: change),
        purpose: "\(organisation) leaves after \(day.iso): \(reason)",
        digest: Agreements.digest(try Agreements.one(id, doing: what, change.connection)))
    }
  }
}

extension Agreements {
  static func one(
    _ id: SharingAgreement.ID, doing what: String, _ connection: any Connection
  ) throws -> SharingAgreement {
    guard let found = try all(connection).first(where: { $0.id == id }) else {
      throw Problem(
        what, because: "There is no such agreement.", try: "List them with mdt agreements.", kind: .notFound)
    }
    return found
  }

  static func expect(_ organisation: String, doing what: String, _ connection: any Connection) throws {
    let known = try connection.count(
      "SELECT count(*) FROM organisation WHERE ods_code = $1 AND entered_in_error = 0", [.text(organisation)])
    guard known == 1 else {
      throw Problem(
        what, because: "There is no organisation \(organisation) in this store.",
        try: "Import it with mdt import organisations first.", kind: .notFound)
    }
  }

  static func check(
    _ agreement: SharingAgreement, doing what: String, _ connection: any Connection
  ) throws {
    let fault: String? =
      if agreement.name.isEmpty || agreement.purpose.isEmpty || agreement.version.isEmpty {
        "It has no name, no purpose or no version."
      } else if agreement.categories.isEmpty {
        "It names no kind of data."
      } else if agreement.parties.isEmpty {
        "Nobody has signed it."
      } else if agreement.endsOn < agreement.startsOn {
        "It ends before it begins."
      } else {
        nil
      }
    if let fault { throw Problem(what, because: fault, try: "Complete it and record it again.", kind: .badData) }
    for party in agreement.parties { try expect(party.organisationCode, doing: what, connection) }
  }

  /// The next version of the agreement's row.
  static func touch(_ agreement: SharingAgreement, in change: Change) throws -> Int {
    try change.connection.run(
      """
      UPDATE sharing_agreement SET row_version = row_version + 1, updated_at = $1, updated_by = $2 WHERE id = $3
      """, [.of(change.at), .text(change.staffID), .of(agreement.id)])
    return agreement.rowVersion + 1
  }

  /// What the audit keeps of an agreement: who is party to what, and when.
  static func digest(_ agreement: SharingAgreement) -> String {
    let parties = agreement.parties
      .map { "\($0.organisationCode) \($0.signedOn.iso) \($0.leftOn?.iso ?? "-")" }.sorted()
    let categories = agreement.categories.map(\.rawValue).sorted()
    return SHA256.hex(
      ([agreement.id.text, agreement.name, agreement.startsOn.iso, agreement.endsOn.iso] + categories + parties)
        .joined(separator: "\n"))
  }
}
