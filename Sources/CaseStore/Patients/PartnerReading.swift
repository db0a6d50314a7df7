import CaseModel

/// What each partner has given us about a person, with its age (I-10); partners who gave nothing are there too.
enum PartnerReading {
  static func all(
    of id: ID<Patient>, practice: String?, _ connection: any Connection
  ) throws -> [PartnerData] {
    var partners = try connection.rows(
      """
      SELECT ods_code, name, kind FROM organisation WHERE entered_in_error = 0 AND closed_on IS NULL
      AND (kind IN ('acute', 'community_mh', 'local_authority') OR ods_code = $1)
      ORDER BY CASE WHEN kind = 'gp_practice' THEN 0 ELSE 1 END, name, ods_code
      """, [.of(practice)]
    ) { row in
      PartnerData(
        organisationCode: try row.text(), organisationName: try row.text(), kind: try row.codeOrNil() ?? .gpPractice,
        asOf: nil, facts: [], source: "")
    }
    try connection.forEach(
      """
      SELECT d.organisation_code, o.name, o.kind, d.label, d.text, d.as_of, d.source FROM partner_data d
      JOIN organisation o ON o.ods_code = d.organisation_code
      WHERE d.patient_id = $1 AND d.entered_in_error = 0 ORDER BY d.as_of DESC, d.position, d.id
      """, [.of(id)]
    ) { row in
      let (code, name) = (try row.text(), try row.text())
      let kind: OrganisationKind? = try row.codeOrNil()
      let fact = PartnerData.Fact(try row.text(), try row.text())
      let (asOf, source) = (try row.moment(), try row.text())
      let index: Int
      if let found = partners.firstIndex(where: { $0.organisationCode == code }) {
        index = found
      } else {
        index = partners.count
        partners.append(
          PartnerData(
            organisationCode: code, organisationName: name, kind: kind ?? .gpPractice, asOf: nil, facts: [], source: "")
        )
      }
      if partners[index].asOf == nil { (partners[index].asOf, partners[index].source) = (asOf, source) }
      partners[index].facts.append(fact)
      return true
    }
    return partners
  }
}
