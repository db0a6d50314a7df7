import CaseModel

/// What a search shows of whom it finds: the record of those one looks after, of others who they are and no more
/// (R-IG-01), and of a restricted person nothing (R-IG-03).
struct FindingSight {
  let permit: Permit
  let connection: any Connection

  /// Nil where nobody is shown.
  func shown(_ person: FoundPerson) throws -> FoundPerson? {
    switch try decide(.openRecord, person.row.id) {
    case .allow: return person
    case .deny(.concealed): return nil
    case .deny(let denial), .breakGlass(let denial):
      var minimal = person
      minimal.row = person.row.identityOnly
      minimal.sight = denial == .objection ? .restricted : .identityOnly
      return minimal
    }
  }

  func mayRead(_ patient: ID<Patient>) throws -> Bool {
    if case .allow = try decide(.readPlan, patient) { true } else { false }
  }

  func isConcealed(_ patient: ID<Patient>) throws -> Bool { try decide(.openRecord, patient) == .deny(.concealed) }

  func decide(_ action: AccessAction, _ patient: ID<Patient>) throws -> AccessDecision {
    guard let facts = permit.facts, let about = try PatientFacts.of(patient, for: facts, connection) else {
      return .deny(.concealed)
    }
    return Access.decide(facts.actor, action, about)
  }
}
