internal import CaseModel

/// The columns of a staff file.
public enum StaffField: String, TableField {
  case name
  case role
  case organisation
  case team
  case locality
  case professionalBody = "professional_body"
  case registrationNumber = "registration_no"
  case phone
  case email
  case languages
  case wte
  case from
  case to
  case account

  public var isMandatory: Bool { self == .name || self == .role || self == .organisation }

  public var synonyms: [String] {
    switch self {
    case .name: ["Full name", "Staff name", "Staff member", "Display name"]
    case .role: ["Job role", "Job title", "Post", "Profession"]
    case .organisation: ["Organisation code", "ODS code", "Employer", "Org", "Org code"]
    case .team: ["Team name", "Service"]
    case .locality: ["Locality name"]
    case .professionalBody: ["Body", "Regulator", "Registration body", "Registered with"]
    case .registrationNumber: ["Registration number", "Registration", "Reg no", "PIN", "Professional number"]
    case .phone: ["Telephone", "Tel", "Mobile", "Phone number", "Work phone"]
    case .email: ["E-mail", "Email address", "Mail"]
    case .languages: ["Language", "Speaks", "Spoken languages"]
    case .wte: ["FTE", "Whole time equivalent"]
    case .from: ["Start", "Start date", "Active from", "Valid from"]
    case .to: ["End", "End date", "Active to", "Valid to", "Leaving date"]
    case .account: ["Login", "User name", "User", "System account"]
    }
  }

  public var meaning: String {
    switch self {
    case .name: "Up to 100 characters."
    case .role: "One of: \(StaffRole.allowed)."
    case .organisation: "The organisation's code."
    case .team: "Up to 60 characters."
    case .locality: "The locality's name, up to 60 characters."
    case .professionalBody: "One of: \(ProfessionalBody.allowed)."
    case .registrationNumber: "Up to 32 characters; a strange shape is a warning."
    case .phone, .email: "A strange shape is a warning."
    case .languages: "Separated by semicolons."
    case .wte: "Whole-time equivalent, 0 to 1.5."
    case .from: "The first day at work here."
    case .to: "The last day at work here; empty while at work."
    case .account: "The operating system's account name, up to 32 characters; empty for somebody who has none yet."
    }
  }
}
