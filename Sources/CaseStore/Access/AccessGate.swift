import CaseModel

/// What a call to the store is, so that it can be decided: every read and every write names one.
enum Need: Sendable {
  /// Something to be decided by role, agreement and, where it concerns somebody, relationship, consent and restrictions.
  case action(AccessAction, of: ID<Patient>? = nil)
  /// Nobody needs to be asked: it shows and changes nothing about a person. Says why.
  case nothing(because: String)
}

/// That it was decided, in the transaction that goes on: who asks, and by which relationship.
struct Permit {
  /// Nil where nobody needed to be asked.
  var facts: AccessFacts?
  var relationship: Relationship?
}

/// It was decided, and the answer is no.
struct AccessRefusal: Error {
  var denial: AccessDenial
  var action: AccessAction
  var patient: ID<Patient>?
  /// The glass may be broken.
  var mayBreakGlass: Bool
}

/// Where every call is decided.
enum AccessGate {
  static func decide(
    _ need: Need, for by: Writing?, _ connection: any Connection
  ) throws -> Permit {
    guard case .action(let action, let patient) = need else { return Permit() }
    guard let by else { throw nobodyIsSignedIn }
    let facts = try AccessFacts(of: by.actor.id, at: by.at, connection)
    guard facts.revocations == by.actor.revocations else {
      let over: (any Error)? = try Revocations.last(of: by.actor.id, connection)
      throw over ?? nobodyIsSignedIn
    }
    var about: AccessPatient?
    if let patient {
      about = try PatientFacts.of(patient, for: facts, connection)
      guard about != nil else {
        throw AccessRefusal(denial: .concealed, action: action, patient: nil, mayBreakGlass: false)
      }
    }
    switch Access.decide(facts.actor, action, about) {
    case .allow(let relationship): return Permit(facts: facts, relationship: relationship)
    case .deny(let denial): throw AccessRefusal(denial: denial, action: action, patient: patient, mayBreakGlass: false)
    case .breakGlass(let denial):
      throw AccessRefusal(denial: denial, action: action, patient: patient, mayBreakGlass: true)
    }
  }

  private static let nobodyIsSignedIn = StoreFault(
    .unavailable, "nobody is signed in", remedy: "Sign in, then try again.")
}

extension Need {
  static let directory = Need.nothing(because: "it holds nothing about a person who is cared for")
  static let hashes = Need.nothing(because: "hashes and numbers say nothing about anybody")
  static let doctor = Need.nothing(because: "the doctor looks at everything and shows no content")
}
