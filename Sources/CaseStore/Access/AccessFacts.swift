import CaseModel

/// What the store knows of whoever asks, on a day: facts for `Access.decide`, and whom their lists reach.
struct AccessFacts {
  var actor = AccessActor(isActive: false, roles: [], agreements: [:])
  var staff: ID<StaffMember>
  var organisations = Set<String>()
  var served = ServedPeople()
  /// Folded names of the teams that their posts are in.
  var teams = Set<String>()
  var at: Moment
  var day: Day
  /// The services that their roles answer for; other teams are looked up by their name.
  var referralKinds: Set<ReferralKind> { actor.roles.reduce(into: []) { $0.formUnion(ReferralKind.answered(by: $1)) } }
  /// How often their sessions were ended.
  var revocations = 0

  /// Three questions in one journey.
  init(of staff: ID<StaffMember>, at moment: Moment, _ connection: any Connection) throws {
    self.staff = staff
    at = moment
    day = moment.day
    var roles = Set<StaffRole>()
    var isActive = false
    try connection.forEach(of: [
      (AccessFacts.posts, [.of(day), .of(staff)]), (AccessFacts.agreements, [.of(day), .of(staff)]),
      (Revocations.count, [.of(staff)]),
    ]) { query, row in
      if query == 0 {
        isActive = try row.flag()
        guard let role: StaffRole = try row.codeOrNil() else { return }
        let organisation = row.textOrNil()
        let (kind, locality): (OrganisationKind?, String?) = (try row.codeOrNil(), row.textOrNil())
        let isPrivilege = organisation == nil
        // These two are given by somebody and confirmed by somebody else, and never by a file.
        guard isPrivilege || role != .admin && role != .privacyOfficer else {
          return organisations.formUnion([organisation ?? ""])
        }
        roles.insert(role)
        if let team = row.textOrNil(), !folded(team).isEmpty { teams.insert(folded(team)) }
        if let organisation {
          organisations.insert(organisation)
          served.add(role, organisation: organisation, kind: kind, localityKey: locality)
        }
      } else if query == 2 {
        revocations = try row.int()
      } else {
        let category: DataCategory = try row.code()
        let isInForce = try row.flag()
        if isInForce || actor.agreements[category] == nil {
          actor.agreements[category] = isInForce ? .inForce : .expired
        }
      }
    }
    actor.isActive = isActive
    actor.roles = roles
  }

  /// The person's posts today, and their privileges, which have no organisation.
  private static let posts = """
    SELECT CASE WHEN s.entered_in_error = 0 AND COALESCE(s.active_from, '') <= $1
        AND COALESCE(s.active_to, '9999-12-31') >= $1 THEN 1 ELSE 0 END,
      p.role, p.organisation_code, o.kind, l.name_key, p.team
    FROM staff s
    LEFT JOIN staff_post p ON p.staff_id = s.id AND p.entered_in_error = 0 AND COALESCE(p.start_on, '') <= $1
      AND (COALESCE(p.end_on, '9999-12-31') > $1 OR p.end_on = s.active_to)
    LEFT JOIN organisation o ON o.ods_code = p.organisation_code
    LEFT JOIN locality l ON l.id = p.locality_id
    WHERE s.id = $2
    UNION ALL
    SELECT CASE WHEN s.entered_in_error = 0 AND COALESCE(s.active_from, '') <= $1
        AND COALESCE(s.active_to, '9999-12-31') >= $1 THEN 1 ELSE 0 END,
      v.role, NULL, NULL, NULL, NULL
    FROM staff s
    JOIN privilege v ON v.staff_id = s.id AND v.entered_in_error = 0 AND v.start_on <= $1
      AND COALESCE(v.end_on, '9999-12-31') >= $1
    WHERE s.id = $2
    """

  /// How their organisations stand in the agreements; whoever left an agreement is no party to it.
  private static let agreements = """
    SELECT c.category, CASE WHEN a.ends_on >= $1 THEN 1 ELSE 0 END
    FROM staff_post p
    JOIN staff s ON s.id = p.staff_id
    JOIN sharing_agreement_party t ON t.organisation_code = p.organisation_code AND t.entered_in_error = 0
      AND t.signed_on <= $1 AND COALESCE(t.left_on, '9999-12-31') >= $1
    JOIN sharing_agreement a ON a.id = t.agreement_id AND a.entered_in_error = 0 AND a.starts_on <= $1
    JOIN sharing_agreement_category c ON c.agreement_id = a.id
    WHERE p.staff_id = $2 AND p.entered_in_error = 0 AND COALESCE(p.start_on, '') <= $1
      AND (COALESCE(p.end_on, '9999-12-31') > $1 OR p.end_on = s.active_to)
    """
}

/// Whose people a member of staff's posts serve, besides those they are assigned to.
struct ServedPeople: Hashable, Sendable {
  var practices = Set<String>()
  /// Folded names, as `caseload_entry.locality_key` has them.
  var localities = Set<String>()
  var isEverybody = false

  mutating func add(_ role: StaffRole, organisation: String, kind: OrganisationKind?, localityKey: String?) {
    switch RolePermissions.of(role).reach {
    case .nobody, .assigned: return
    case .practice: if kind == .gpPractice { practices.insert(organisation) }
    case .locality:
      if kind == .gpPractice {
        practices.insert(organisation)
      } else if let localityKey {
        localities.insert(localityKey)
      } else {
        isEverybody = true
      }
    }
  }

  func includes(practice: String?, localityKey: String?) -> Bool {
    isEverybody || practice.map { practices.contains($0) } ?? false
      || localityKey.map { localities.contains($0) } ?? false
  }
}
