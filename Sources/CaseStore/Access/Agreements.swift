import CaseModel

/// Sharing agreements as rows (spec 5.4).
enum Agreements {
  /// A new store begins with an agreement of its first organisation with itself: nobody else is shown anything before
  /// an agreement is recorded that they signed.
  static func begin(_ setup: Setup, in change: Change) throws {
    let first = SharingAgreement(
      id: ID(change.by.newID()), name: "Setting up", version: "1", purposeOfSetup: change.at.day,
      days: setup.agreementDays, organisation: setup.organisationCode)
    try insert(first, in: change)
  }

  static func insert(_ agreement: SharingAgreement, in change: Change) throws {
    try change.insert(
      "sharing_agreement",
      [
        ("id", .of(agreement.id)), ("name", .text(agreement.name)), ("purpose", .text(agreement.purpose)),
        ("version", .text(agreement.version)), ("starts_on", .of(agreement.startsOn)),
        ("review_on", .of(agreement.reviewOn)), ("ends_on", .of(agreement.endsOn)),
        ("dpia_reference", .of(agreement.dpiaReference)), ("lead_officer", .of(agreement.leadOfficer)),
      ])
    for category in agreement.categories.sorted(by: { $0.rawValue < $1.rawValue }) {
      try change.insertPlain(
        "sharing_agreement_category", [("agreement_id", .of(agreement.id)), ("category", .of(category))])
    }
    for party in agreement.parties { try insert(party, to: agreement.id, in: change) }
  }

  static func insert(
    _ party: SharingAgreement.Party, to agreement: SharingAgreement.ID, in change: Change
  ) throws {
    try change.insert(
      "sharing_agreement_party",
      [
        ("agreement_id", .of(agreement)), ("id", .text(change.by.newID())),
        ("organisation_code", .text(party.organisationCode)), ("signed_on", .of(party.signedOn)),
        ("left_on", .of(party.leftOn)),
      ])
  }

  static func all(_ connection: any Connection) throws -> [SharingAgreement] {
    var found = try connection.rows(
      """
      SELECT id, name, purpose, version, starts_on, review_on, ends_on, dpia_reference, lead_officer, row_version
      FROM sharing_agreement WHERE entered_in_error = 0 ORDER BY starts_on DESC, id DESC
      """
    ) { row in
      SharingAgreement(
        id: try row.id(), name: try row.text(), purpose: try row.text(), version: try row.text(), categories: [],
        startsOn: try row.day(), reviewOn: try row.dayOrNil(), endsOn: try row.day(), dpiaReference: row.textOrNil(),
        leadOfficer: row.textOrNil(), rowVersion: try row.int())
    }
    for place in found.indices {
      let id = found[place].id
      found[place].categories = Set(
        try connection.rows(
          "SELECT category FROM sharing_agreement_category WHERE agreement_id = $1", [.of(id)]
        ) { try $0.code() })
      found[place].parties = try connection.rows(
        """
        SELECT organisation_code, signed_on, left_on FROM sharing_agreement_party
        WHERE agreement_id = $1 AND entered_in_error = 0 ORDER BY organisation_code, signed_on
        """, [.of(id)]
      ) {
        SharingAgreement.Party(
          organisationCode: try $0.text(), signedOn: try $0.day(), leftOn: try $0.dayOrNil())
      }
    }
    return found
  }
}

extension SharingAgreement {
  /// What a store begins with.
  fileprivate init(id: ID, name: String, version: String, purposeOfSetup day: Day, days: Int, organisation: String) {
    self.init(
      id: id, name: name, purpose: "The first organisation sets up its store", version: version,
      categories: Set(DataCategory.allCases), startsOn: day, endsOn: day + days,
      parties: [.init(organisationCode: organisation, signedOn: day)])
  }
}
