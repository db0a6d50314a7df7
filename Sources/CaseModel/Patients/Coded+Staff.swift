/// What an organisation is (handbook 7.3).
public enum OrganisationKind: String, Coded {
  case gpPractice = "gp_practice"
  case acute
  case communityMentalHealth = "community_mh"
  case localAuthority = "local_authority"
  case gpFederation = "gp_federation"
  case network = "pcn_network"
  case hospice, voluntary, ambulance
  case careProvider = "care_provider"

  public var words: String {
    switch self {
    case .gpPractice: "GP practice"
    case .acute: "Acute hospital trust"
    case .communityMentalHealth: "Community and mental health trust"
    case .localAuthority: "Local authority"
    case .gpFederation: "GP federation"
    case .network: "Primary care network"
    case .hospice: "Hospice"
    case .voluntary: "Voluntary organisation"
    case .ambulance: "Ambulance service"
    case .careProvider: "Care provider"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .gpPractice: ["practice", "GP surgery", "prescribing cost centre"]
    case .acute: ["acute trust", "hospital", "NHS trust"]
    case .communityMentalHealth: ["mental health trust", "community trust"]
    case .localAuthority: ["council", "borough"]
    case .gpFederation: ["federation"]
    case .network: ["PCN", "network"]
    case .voluntary: ["charity", "voluntary sector"]
    default: []
    }
  }
}

/// Who registers a professional (handbook 7.3).
public enum ProfessionalBody: String, Coded {
  case gmc = "GMC"
  case nmc = "NMC"
  case swe = "SWE"
  case hcpc = "HCPC"
  case gphc = "GPhC"
  case noBody = "none"

  public var words: String {
    switch self {
    case .gmc: "General Medical Council"
    case .nmc: "Nursing and Midwifery Council"
    case .swe: "Social Work England"
    case .hcpc: "Health and Care Professions Council"
    case .gphc: "General Pharmaceutical Council"
    case .noBody: "None"
    }
  }

  /// The usual shape of a registration number, in words, when it is not that of `number`; nil when it fits or the
  /// body has no shape we know. A warning only (handbook 7.3).
  public func doubt(about number: String) -> String? {
    let bytes = Array(number.utf8)
    func digits(_ part: some Sequence<UInt8>) -> Bool { part.allSatisfy { (48...57).contains($0) } }
    func letter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    switch self {
    case .gmc: return bytes.count == 7 && digits(bytes) ? nil : "a GMC number is usually 7 digits"
    case .nmc:
      let fits =
        bytes.count == 8 && digits(bytes[0..<2]) && letter(bytes[2]) && digits(bytes[3..<7]) && letter(bytes[7])
      return fits ? nil : "an NMC PIN is usually 2 digits, a letter, 4 digits and a letter"
    case .swe:
      let fits = bytes.count > 2 && number.hasPrefix("SW") && digits(bytes.dropFirst(2))
      return fits ? nil : "a Social Work England number is usually SW and digits"
    case .hcpc, .gphc, .noBody: return nil
    }
  }
}

/// What a member of staff does here.
public enum StaffRole: String, Coded {
  case mdtCoordinator = "mdt_coordinator"
  case careNavigator = "care_navigator"
  case socialWorker = "social_worker"
  case socialWorkManager = "sw_manager"
  case gp
  case consultant
  case seniorNurse = "senior_nurse"
  case districtNurse = "district_nurse"
  case communityMatron = "community_matron"
  case geriatrician
  case cpn
  case occupationalTherapist = "ot"
  case physiotherapist
  case pharmacist
  case psychiatrist
  case hospitalSocialWorker = "hospital_sw"
  case analyst
  case privacyOfficer = "privacy_officer"
  case admin
  case other

  public var words: String {
    switch self {
    case .mdtCoordinator: "MDT coordinator"
    case .socialWorkManager: "Social work manager"
    case .gp: "GP"
    case .cpn: "Community psychiatric nurse"
    case .occupationalTherapist: "Occupational therapist"
    case .hospitalSocialWorker: "Hospital social worker"
    case .admin: "Administrator"
    default: sentence(rawValue)
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .mdtCoordinator: ["coordinator", "co-ordinator"]
    case .careNavigator: ["navigator"]
    case .gp: ["general practitioner", "doctor"]
    case .communityMatron: ["matron"]
    case .geriatrician: ["community geriatrician"]
    case .districtNurse: ["community nurse"]
    case .physiotherapist: ["physio"]
    case .psychiatrist: ["psychogeriatrician", "old age psychiatrist"]
    case .admin: ["administration", "admin officer"]
    default: []
    }
  }
}
