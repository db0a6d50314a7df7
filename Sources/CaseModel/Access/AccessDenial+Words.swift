extension AccessDenial {
  /// What the audit keeps of it: "role", "no_relationship".
  public var code: String {
    switch self {
    case .notActive: "not_active"
    case .noMembership: "no_membership"
    case .noAgreement: "no_agreement"
    case .agreementExpired: "agreement_expired"
    case .role: "role"
    case .markerOnly: "marker_only"
    case .personalTie(let tie): tie.rawValue
    case .concealed: "concealed"
    case .noRelationship: "no_relationship"
    case .sharingRefused: "sharing_refused"
    case .objection: "objection"
    case .selfGrant: "self_grant"
    case .notYours: "not_yours"
    }
  }

  /// What a code of the audit means, for whoever reads the row; it goes on from "because".
  public static func words(ofCode code: String) -> String {
    switch code {
    case "not_active": "they had left by then"
    case "no_membership": "they had no post that day"
    case "no_agreement": "no agreement shared it with their organisation"
    case "agreement_expired": "the agreement with their organisation had run out"
    case "role": "it is not in their role"
    case "own_record": "it was their own record"
    case "household": "it was of somebody whom they live with"
    case "colleague": "it was a colleague's record"
    case "concealed": "the person is shown to nobody but those who look after them"
    case "no_relationship": "nothing said that they looked after the person"
    case "sharing_refused": "the person did not want their record shared"
    case "objection": "the person objected to sharing with them"
    case "self_grant": "it was about themself"
    case "not_yours": "it was a colleague's"
    default: code.split(separator: "_").joined(separator: " ")
    }
  }

  /// The denial as a person is told of it. `what` is the first sentence: what did not happen.
  public func problem(_ what: String, _ action: AccessAction) -> Problem {
    let (reason, advice) = sentences(action)
    // Whoever may not know that somebody is here hears what they would hear of nobody.
    let kind: Problem.Kind =
      switch self {
      case .concealed: .notFound
      case .notActive: .signedOut
      default: .refused
      }
    return Problem(what, because: reason, try: advice, kind: kind)
  }

  private func sentences(_ action: AccessAction) -> (reason: String, advice: String) {
    switch self {
    case .notActive:
      ("Your entry in the staff list has ended.", "Ask your administrator to renew it.")
    case .noMembership:
      ("You hold no post in an organisation today.", "Ask your administrator to record the post that you hold.")
    case .noAgreement(let category):
      (
        "Your organisation is no party to an agreement that shares \(category.words.lowercasedFirst).",
        "Ask the privacy officer whether it should be."
      )
    case .agreementExpired(let category):
      (
        "The agreement by which \(category.words.lowercasedFirst) are shared with your organisation has run out.",
        "Ask the privacy officer to have it renewed; crisis plans can still be read."
      )
    case .role:
      ("Your role may not \(action.words).", "Ask somebody of the team whose role may.")
    case .markerOnly:
      (
        "Only those who deal with a safeguarding concern read it: the safeguarding lead, the named social worker, and who is named on it.",
        "Ring the duty social worker; you may record a concern yourself at any time."
      )
    case .personalTie(.ownRecord):
      ("It is your own record.", "Ask your practice for what you want to see; the privacy officer has been told.")
    case .personalTie(.household):
      (
        "It is the record of somebody you live with.",
        "Let a colleague look after this person; the privacy officer has been told."
      )
    case .personalTie(.colleague):
      (
        "It is the record of a colleague.",
        "Let another team look after this person; the privacy officer has been told."
      )
    case .concealed:
      ("There is no such person in this store.", "Check the number or the name.")
    case .noRelationship:
      (
        "Nothing here says that you look after this person.",
        "Have them assigned or referred to you, say yourself why you need the record, or break the glass in an emergency."
      )
    case .sharingRefused:
      (
        "This person has said that their record is not to be shared in the team.",
        "Ask them again if that has changed, or break the glass in an emergency."
      )
    case .objection:
      (
        "Restricted: this person objects to sharing their record with you or your organisation.",
        "Ask whoever coordinates their care, or break the glass in an emergency."
      )
    case .selfGrant:
      (
        "It is about yourself, or would show you more people, and nobody gives themself anything.",
        "Have another administrator do it: mdt privileges lists them, and proposes one."
      )
    case .notYours:
      ("It belongs to a colleague.", "Ask them for what you need.")
    }
  }
}
