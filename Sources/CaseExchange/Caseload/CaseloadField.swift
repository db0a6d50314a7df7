/// The columns of a caseload file, in documented order.
public enum CaseloadField: String, TableField {
  case nhsNumber = "nhs_number"
  case nhsUnavailableReason = "nhs_unavailable_reason"
  case familyName = "family_name"
  case givenNames = "given_names"
  case preferredName = "preferred_name"
  case title
  case born
  case gender
  case ethnicCategory = "ethnic_category"
  case language
  case interpreter
  case address1 = "address_1"
  case address2 = "address_2"
  case address3 = "address_3"
  case address4 = "address_4"
  case address5 = "address_5"
  case postcode
  case phone
  case practiceCode = "practice_code"
  case riskModel = "risk_model"
  case riskModelVersion = "risk_model_version"
  case riskScore = "risk_score"
  case riskUnit = "risk_unit"
  case riskRunOn = "risk_run_on"
  case percentile
  case riskPopulation = "risk_population"
  case enrolmentStatus = "enrolment_status"
  case enrolledOn = "enrolled_on"
  case route
  case consent
  case consentBasis = "consent_basis"
  case consentOn = "consent_on"
  case livesAlone = "lives_alone"
  case knownAllergies = "known_allergies"
  case longTermConditions = "long_term_conditions"
  case lastAEOn = "last_ae_on"
  case lastAdmissionOn = "last_admission_on"
  case note

  public var isMandatory: Bool {
    switch self {
    case .familyName, .born, .practiceCode: true
    default: false
    }
  }

  public var synonyms: [String] {
    switch self {
    case .nhsNumber: ["NHS No", "NHS", "NHS Num", "Patient NHS Number", "NHS Number Valid", "New NHS Number"]
    case .nhsUnavailableReason: ["NHS Number Unavailable Reason", "No NHS Number Reason", "NHS Number Status Reason"]
    case .familyName: ["Surname", "Last name", "Family", "Patient Surname"]
    case .givenNames:
      ["Given name", "Forename", "Forenames", "First name", "First names", "Given", "Patient Forename", "Forename 1"]
    case .preferredName: ["Known as", "Preferred", "Likes to be called", "Calling name"]
    case .title: ["Patient title", "Prefix"]
    case .born: ["DOB", "Date of birth", "Birth date", "Patient DOB", "D.O.B", "Born on"]
    case .gender: ["Sex", "Stated gender", "Patient sex", "Patient gender", "Gender code"]
    case .ethnicCategory: ["Ethnicity", "Ethnic group", "Ethnic origin", "Ethnicity code", "Ethnic category code"]
    case .language:
      ["Main language", "Main spoken language", "Preferred language", "First language", "Spoken language"]
    case .interpreter: ["Interpreter required", "Interpreter needed", "Needs interpreter", "Interpreter y/n"]
    case .address1:
      ["Address", "Address line 1", "Line 1", "House name and number", "House", "Patient address", "Full address"]
    case .address2: ["Address line 2", "Line 2", "Street", "Number and street", "Road"]
    case .address3: ["Address line 3", "Line 3", "Village", "Locality line"]
    case .address4: ["Address line 4", "Line 4", "Town", "City", "Post town"]
    case .address5: ["Address line 5", "Line 5", "County"]
    case .postcode: ["Post code", "Postal code", "Patient postcode", "PCode"]
    case .phone:
      ["Telephone", "Phone number", "Telephone number", "Tel", "Tel no", "Home telephone", "Mobile", "Home tel"]
    case .practiceCode:
      [
        "Practice", "GP practice", "GP practice code", "Practice ODS code", "ODS code", "Registered practice",
        "Registered practice code", "National practice code", "Organisation code", "GPP code", "Surgery code",
      ]
    case .riskModel: ["Model", "Risk tool", "Tool", "Risk algorithm", "Algorithm", "Score name"]
    case .riskModelVersion: ["Model version", "Tool version", "Algorithm version", "Version"]
    case .riskScore: ["Score", "Risk", "Risk of admission", "Risk value", "Emergency admission risk", "eFI score"]
    case .riskUnit: ["Unit", "Score unit", "Risk score unit"]
    case .riskRunOn: ["Run date", "Risk run date", "Score date", "Risk score date", "Date of score", "Run on", "As at"]
    case .percentile: ["Risk percentile", "Centile", "Rank percentile"]
    case .riskPopulation: ["Population", "Population size", "Of population", "Risk population size"]
    case .enrolmentStatus: ["Status", "Enrolment", "Service status", "Enrollment status", "ICP status"]
    case .enrolledOn: ["Enrolment date", "Date enrolled", "Enrolled", "Enrollment date", "Enrolled date", "Start date"]
    case .route: ["Enrolment route", "Referral route", "Route of entry", "Source of referral", "Enrollment route"]
    case .consent: ["Consent given", "Patient consent"]
    case .consentBasis: ["Basis of consent", "Consent type", "Type of consent"]
    case .consentOn: ["Consent date", "Date of consent", "Consented on", "Consent given on"]
    case .livesAlone: ["Living alone", "Lives on own"]
    case .knownAllergies: ["Allergies", "Allergy", "Allergies and intolerances"]
    case .longTermConditions:
      ["LTCs", "LTC", "Conditions", "Diagnoses", "Long term condition", "Problems", "QOF registers"]
    case .lastAEOn:
      ["Last A&E", "Last A&E attendance", "Last A&E date", "Date of last A&E attendance", "Last ED", "Last ED date"]
    case .lastAdmissionOn:
      ["Last admission", "Last admission date", "Date of last admission", "Last emergency admission", "Last adm"]
    case .note: ["Notes", "Comment", "Comments", "Free text", "Remarks"]
    }
  }
}
