/// Who asks, as the store knows them on the day: facts, and no decision.
public struct AccessActor: Hashable, Sendable {
  /// Works here on the day: begun, not left, not revoked.
  public var isActive: Bool
  /// The roles of the posts they hold on the day; none is no membership of an organisation.
  public var roles: Set<StaffRole>
  /// For each kind of data, how their organisation stands in the agreements.
  public var agreements: [DataCategory: AgreementStanding]

  public init(isActive: Bool, roles: Set<StaffRole>, agreements: [DataCategory: AgreementStanding]) {
    self.isActive = isActive
    self.roles = roles
    self.agreements = agreements
  }
}

/// How an organisation stands in the sharing agreements for a kind of data (5.4). Without one it is no party.
public enum AgreementStanding: Hashable, Sendable {
  case inForce
  /// Signed once, and its last day is over.
  case expired
}

/// Whom it is about, as the store knows them on the day and for the one who asks: facts, and no decision.
public struct AccessPatient: Hashable, Sendable {
  public var relationships: Set<Relationship>
  public var tie: PersonalTie?
  /// Sharing in the MDT was refused or withdrawn, or the enrolment was (5.3).
  public var refusesSharing: Bool
  /// The person objects to sharing with this organisation or this member of staff.
  public var objects: Bool
  /// Appears to nobody without a relationship (R-IG-03).
  public var isRestricted: Bool
  /// The one who asks is the person's named social worker now (R-SG-01).
  public var isNamedSocialWorker: Bool
  /// The one who asks is named on the safeguarding concern that is asked about; of all of somebody's concerns, on one.
  public var isNamedOnConcern: Bool

  public init(
    relationships: Set<Relationship> = [], tie: PersonalTie? = nil, refusesSharing: Bool = false, objects: Bool = false,
    isRestricted: Bool = false, isNamedSocialWorker: Bool = false, isNamedOnConcern: Bool = false
  ) {
    self.relationships = relationships
    self.tie = tie
    self.refusesSharing = refusesSharing
    self.objects = objects
    self.isRestricted = isRestricted
    self.isNamedSocialWorker = isNamedSocialWorker
    self.isNamedOnConcern = isNamedOnConcern
  }
}

/// What comes of asking.
public enum AccessDecision: Hashable, Sendable {
  /// `relationship` is the one that the audit names; nil where no person is concerned.
  case allow(relationship: Relationship?)
  case deny(AccessDenial)
  /// Not as things are; in an emergency with a reason, for 60 minutes and reviewed (8.3).
  case breakGlass(AccessDenial)
}

/// Why not, in the order in which it is asked.
public enum AccessDenial: Hashable, Sendable {
  case notActive
  case noMembership
  case noAgreement(DataCategory)
  case agreementExpired(DataCategory)
  case role
  /// R-SG-01: there is a marker and no more for them.
  case markerOnly
  /// R-IG-02: also an alert to the privacy officer.
  case personalTie(PersonalTie)
  /// R-IG-03: said as if there were nobody.
  case concealed
  case noRelationship
  case sharingRefused
  case objection
  /// Nobody who administers gives anything to themself (table 8.1, admin). Said by the act, and not by `decide`.
  case selfGrant
  /// A colleague's own views, notes or drafts.
  case notYours
}

/// The one decision about every read and write (handbook 8.1, 8.2, 5.3, R-IS-01, R-IG-01 to -03).
public enum Access {
  public static func decide(
    _ actor: AccessActor, _ action: AccessAction, _ patient: AccessPatient? = nil
  ) -> AccessDecision {
    guard actor.isActive else { return .deny(.notActive) }
    guard !actor.roles.isEmpty else { return .deny(.noMembership) }
    if let category = action.category, let denial = missingAgreement(actor, category, action) { return .deny(denial) }
    guard actor.roles.contains(where: { RolePermissions.of($0).actions.contains(action) }) else { return .deny(.role) }
    guard action.concernsOnePerson, let patient else { return .allow(relationship: nil) }
    if let tie = patient.tie { return .deny(.personalTie(tie)) }
    if action.isOfConcern, let decision = decideConcern(actor, patient) { return decision }
    if action == .recordSafeguarding || action == .recordReferral, patient.relationships.isEmpty {
      // A concern, or a request for help, is taken down of whoever it is about; of somebody restricted it would say that
      // they are here.
      return patient.isRestricted ? .deny(.concealed) : .allow(relationship: nil)
    }
    guard let relationship = Relationship.allCases.first(where: { patient.relationships.contains($0) }) else {
      return patient.isRestricted ? .deny(.concealed) : .breakGlass(.noRelationship)
    }
    // Somebody has to be able to record that the person changes their mind.
    // A concern is recorded without anybody's consent (R-SG-03).
    if action == .recordConsent || action == .recordSafeguarding { return .allow(relationship: relationship) }
    if patient.relationships.contains(.emergency) {
      return .allow(relationship: patient.objects || patient.refusesSharing ? .emergency : relationship)
    }
    if patient.refusesSharing { return .breakGlass(.sharingRefused) }
    if patient.objects { return .breakGlass(.objection) }
    return .allow(relationship: relationship)
  }

  /// R-SG-01: those of the role that safeguards by their relationship, the named social worker, and who is named on the
  /// concern, whatever the person wants; of the others nobody, and the glass does not open it. Nil goes on as ever.
  private static func decideConcern(_ actor: AccessActor, _ patient: AccessPatient) -> AccessDecision? {
    if patient.isNamedOnConcern || patient.isNamedSocialWorker {
      let relationship = Relationship.allCases.first { patient.relationships.contains($0) }
      return .allow(relationship: relationship ?? .assigned)
    }
    guard actor.roles.contains(where: { RolePermissions.of($0).safeguards }) else {
      return patient.relationships.isEmpty && patient.isRestricted ? .deny(.concealed) : .deny(.markerOnly)
    }
    return nil
  }

  private static func missingAgreement(
    _ actor: AccessActor, _ category: DataCategory, _ action: AccessAction
  ) -> AccessDenial? {
    switch actor.agreements[category] {
    case .inForce: nil
    case .expired: action.isEmergencyView ? nil : .agreementExpired(category)
    case nil: .noAgreement(category)
    }
  }
}
