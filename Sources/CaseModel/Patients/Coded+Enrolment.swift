/// Where a person stands with the service (handbook 5.1).
public enum EnrolmentStatus: String, Coded {
  case identified, invited, enrolled, declined, withdrawn, ineligible, died, moved, ended

  public var words: String { sentence(rawValue) }

  public var alsoWritten: [String] {
    switch self {
    case .enrolled: ["active", "consented"]
    case .declined: ["refused"]
    case .died: ["deceased", "dead"]
    case .moved: ["moved away", "left area"]
    case .ended: ["closed", "discharged"]
    default: []
    }
  }
}

/// What brought a person to the service (handbook 5.1).
public enum EnrolmentRoute: String, Coded {
  case riskScore = "risk_score"
  case clinicalJudgement = "clinical_judgement"
  case hospital, frailty, palliative
  case socialCare = "social_care"
  case selfOrCarer = "self_or_carer"
  case careHome = "care_home"

  public var words: String { sentence(rawValue) }

  public var alsoWritten: [String] {
    switch self {
    case .riskScore: ["risk", "risk stratification", "risk tool"]
    case .clinicalJudgement: ["clinical", "clinical judgment", "GP"]
    case .selfOrCarer: ["self", "carer", "self referral"]
    default: []
    }
  }
}

/// What a consent rests on (handbook 5.3).
public enum ConsentBasis: String, Coded {
  case explicitVerbal = "explicit_verbal"
  case explicitWritten = "explicit_written"
  case impliedIndividualCare = "implied_individual_care"
  case bestInterests = "best_interests"
  case lpa
  case courtDeputy = "court_deputy"
  case legalDuty = "legal_duty"
  case vitalInterest = "vital_interest"

  public var words: String { self == .lpa ? "Lasting power of attorney" : sentence(rawValue) }

  public var alsoWritten: [String] {
    switch self {
    case .explicitVerbal: ["verbal", "oral", "verbal consent"]
    case .explicitWritten: ["written", "signed", "written consent"]
    case .impliedIndividualCare: ["implied", "implied consent"]
    default: []
    }
  }
}

/// What a risk score's number counts. Scores are imported, never computed (handbook 5.2).
public enum RiskUnit: String, Coded {
  /// 0 to 100.
  case percent
  /// 0 to 1.
  case probability
  /// A number of its own scale, such as the eFI's 0 to 1.
  case index
  /// A whole number, 0 or more.
  case count

  public var words: String { sentence(rawValue) }

  public var alsoWritten: [String] {
    switch self {
    case .percent: ["%", "per cent", "percentage", "pct"]
    case .probability: ["prob"]
    case .index: ["score", "ratio"]
    case .count: ["number"]
    }
  }
}

/// A raw value as words: `best_interests` is `Best interests`.
func sentence(_ raw: String) -> String {
  let spaced = raw.map { $0 == "_" ? " " : $0 }
  return String(spaced.prefix(1)).uppercased() + String(spaced.dropFirst())
}
