extension CaseloadField {
  public var meaning: String {
    switch self {
    case .nhsNumber: "Ten digits, spaces and hyphens allowed; this or the reason why there is none (R-ID-01, R-ID-04)."
    case .nhsUnavailableReason: "nhs-number-not-known, overseas-patient or devolved-nation (R-ID-04)."
    case .familyName: "1 to 35 characters, never cut."
    case .givenNames: "1 to 35 characters; empty or - for a person with one name, which is a warning."
    case .preferredName: "What the person likes to be called, in any writing, up to 70 characters."
    case .title: "Up to 35 characters."
    case .born: "Date of birth: 1941-03-24, 24/03/1941 or 24-Mar-1941; not after today, age 115 at most."
    case .gender: "As stated: 1 male, 2 female, 9 indeterminate, X not known, or the word or its first letter."
    case .ethnicCategory: "A to S, Z or 99, or the category's name."
    case .language: "Main spoken language, up to 60 characters."
    case .interpreter: "Whether an interpreter is needed: yes or no."
    case .address1: "Up to 35 characters; one long address with commas is split over the five lines."
    case .address2, .address3, .address4, .address5: "Up to 35 characters."
    case .postcode: "A postcode of the United Kingdom; ZZ99 3VZ for no fixed abode."
    case .phone: "Up to 35 characters; a number of a strange shape is a warning."
    case .practiceCode: "The registered practice's code: 3 to 12 capital letters and digits. It must be in a locality."
    case .riskModel: "The tool, for example QAdmissions; needed with a score."
    case .riskModelVersion: "For example 2014.1."
    case .riskScore: "A number with a full stop; needs model, unit and run date."
    case .riskUnit: "percent (0 to 100), probability (0 to 1), index, or count (a whole number)."
    case .riskRunOn: "The date the tool ran; not after today."
    case .percentile: "0 to 100: the share of the population with a lower score."
    case .riskPopulation: "How many people the tool ranked; a whole number."
    case .enrolmentStatus:
      "identified, invited, enrolled, declined, withdrawn, ineligible, died, moved or ended; enrolled needs consent (I-5)."
    case .enrolledOn: "The date of enrolment; not after today."
    case .route:
      "risk_score, clinical_judgement, hospital, frailty, palliative, social_care, self_or_carer or care_home."
    case .consent: "Basis and date in one cell, for example explicit_written 2015-10-01."
    case .consentBasis:
      "explicit_verbal, explicit_written, implied_individual_care, best_interests, lpa, court_deputy, legal_duty or "
        + "vital_interest."
    case .consentOn: "The date of consent; not after today."
    case .livesAlone: "yes, no or not known."
    case .knownAllergies: "Up to 500 characters; none known if so."
    case .longTermConditions: "Separated by semicolons, each up to 200 characters."
    case .lastAEOn: "The date of the last attendance at A&E; not after today."
    case .lastAdmissionOn: "The date of the last emergency admission; not after today."
    case .note: "Up to 4,000 characters, lines allowed."
    }
  }
}
