internal import CaseModel

/// The invented staff of the borough: the people of the worked scenarios first.
struct SampleStaff {
  private struct Post {
    let role: StaffRole
    let organisation: String
    let team: String
    let body: ProfessionalBody
    let title: String

    init(_ role: StaffRole, _ organisation: String, _ team: String, _ body: ProfessionalBody, title: String = "") {
      self.role = role
      self.organisation = organisation
      self.team = team
      self.body = body
      self.title = title
    }
  }

  private static let posts: [StaffRole: Post] = {
    let all = [
      Post(.mdtCoordinator, "R9904", "Integrated care", .noBody),
      Post(.careNavigator, "R9904", "Care navigation", .noBody),
      Post(.socialWorker, "R9903", "Integrated social work", .swe),
      Post(.socialWorkManager, "R9903", "Integrated social work", .swe), Post(.gp, "", "", .gmc, title: "Dr"),
      Post(.consultant, "R9901", "Medicine for older people", .gmc, title: "Dr"),
      Post(.seniorNurse, "R9901", "Community health", .nmc, title: "Sister"),
      Post(.districtNurse, "R9901", "District nursing", .nmc, title: "Sister"),
      Post(.communityMatron, "R9901", "Community health", .nmc),
      Post(.geriatrician, "R9901", "Community geriatrics", .gmc, title: "Dr"),
      Post(.cpn, "R9902", "Older people's mental health", .nmc),
      Post(.occupationalTherapist, "R9903", "Reablement", .hcpc),
      Post(.physiotherapist, "R9901", "Community therapy", .hcpc), Post(.pharmacist, "R9904", "Medicines", .gphc),
      Post(.psychiatrist, "R9902", "Older people's mental health", .gmc, title: "Dr"),
      Post(.hospitalSocialWorker, "R9903", "Hospital social work", .swe),
      Post(.analyst, "R9904", "Intelligence", .noBody),
      Post(.privacyOfficer, "R9904", "Information governance", .noBody),
      Post(.admin, "R9904", "Integrated care", .noBody), Post(.other, "R9903", "Welfare advice", .noBody),
    ]
    return Dictionary(all.map { ($0.role, $0) }) { first, _ in first }
  }()

  private static let cast: [(name: String, role: StaffRole, locality: String, languages: String)] = [
    ("Iona Sefton", .gp, "South West", ""), ("Farida Rahmani", .careNavigator, "South West", "Bengali; Sylheti"),
    ("Callum Oyelaran", .socialWorker, "South West", "Sylheti"), ("Bree Halloran", .socialWorker, "South West", ""),
    ("Ade Bankole", .socialWorker, "South West", "Yoruba"), ("Mateus Quill", .geriatrician, "", "Portuguese"),
    ("Nkem Adair", .mdtCoordinator, "South West", ""), ("Petra Lowe", .districtNurse, "South West", ""),
    ("Gwil Tapper", .cpn, "South West", ""), ("Zora Ince", .privacyOfficer, "", ""),
    ("Tomas Beck", .hospitalSocialWorker, "", "Polish"), ("Rukhsana Khan", .gp, "South West", "Bengali; Urdu"),
    ("Tolu Adeyemi", .socialWorker, "South West", "Yoruba"), ("Joan Francis", .careNavigator, "South West", ""),
  ]

  private static let elsewhere: [StaffRole] = [
    .mdtCoordinator, .careNavigator, .careNavigator, .socialWorker, .socialWorker, .gp, .districtNurse,
    .communityMatron, .cpn, .physiotherapist, .pharmacist,
  ]
  private static let southWest: [StaffRole] = [
    .communityMatron, .occupationalTherapist, .physiotherapist, .pharmacist, .districtNurse,
  ]
  private static let borough: [StaffRole] = [
    .socialWorkManager, .consultant, .seniorNurse, .psychiatrist, .occupationalTherapist, .analyst, .admin, .other,
  ]

  private var random: SampleRandom
  private let asOf: Day
  private var names = Set(cast.map(\.name))
  private var count = 0

  init(seed: UInt64, asOf: Day) {
    random = SampleRandom(seed: seed &+ 77)
    self.asOf = asOf
  }

  /// The staff file's rows, header first.
  mutating func rows() -> [[String]] {
    var rows = [StaffField.allCases.map(\.rawValue)]
    for one in SampleStaff.cast { rows.append(row(one.name, one.role, one.locality, one.languages)) }
    for role in SampleStaff.southWest { rows.append(row(name(), role, "South West", "")) }
    for locality in ["North West", "North East", "South East"] {
      for role in SampleStaff.elsewhere { rows.append(row(name(), role, locality, language())) }
    }
    for role in SampleStaff.borough { rows.append(row(name(), role, "", "")) }
    return rows
  }

  private mutating func language() -> String {
    random.percent(45) ? random.pick(["Bengali", "Sylheti; Bengali", "Somali", "Polish", "Cantonese", "Yoruba"]) : ""
  }

  private mutating func name() -> String {
    while true {
      let community = SampleCommunity.all[random.below(SampleCommunity.all.count)]
      let given = random.pick(random.percent(65) ? community.women : community.men)
      let name = "\(given) \(random.pick(community.families))"
      if names.insert(name).inserted { return name }
    }
  }

  private mutating func row(_ name: String, _ role: StaffRole, _ locality: String, _ languages: String) -> [String] {
    guard let post = SampleStaff.posts[role] else { return [] }
    count += 1
    let practices = SamplePlaces.practices.filter { locality.isEmpty || $0.locality == locality }
    var organisation = post.organisation
    if organisation.isEmpty { organisation = practices[count == 1 ? 0 : random.below(practices.count)].code }
    let from = asOf - random.in(60...2600)
    // One who has left, so that lists show it.
    let to = count == 50 ? (asOf - 20).iso : ""
    let digits = padded(count, 3)
    let values: [StaffField: String] = [
      .name: post.title.isEmpty ? name : "\(post.title) \(name)", .role: role.rawValue, .organisation: organisation,
      .team: post.team, .locality: locality, .professionalBody: post.body.rawValue,
      .registrationNumber: registration(post.body, digits), .phone: "020 7946 0\(digits)",
      .email: "\(plainASCII(name))@example.nhs.uk", .languages: languages.isEmpty ? "English" : "English; \(languages)",
      .wte: random.pick(["1", "1", "1", "0.8", "0.6", "0.5"]), .from: from.iso, .to: to, .account: "",
    ]
    return StaffField.allCases.map { values[$0] ?? "" }
  }

  private func registration(_ body: ProfessionalBody, _ digits: String) -> String {
    switch body {
    case .gmc: "9900\(digits)"
    case .nmc: "99A0\(digits)E"
    case .swe: "SW99\(digits)"
    case .hcpc: "PH99\(digits)"
    case .gphc: "2099\(digits)"
    case .noBody: ""
    }
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `tolu.adeyemi`: the letters that an e-mail address takes.
  /// The name as an address has it: letters with marks become the letters they are made of.
  private func plainASCII(_ name: String) -> String {
    let parts = name.split(separator: " ").map { folded(String($0)).filter { $0.isASCII && $0.isLetter } }
    return parts.filter { !$0.isEmpty }.joined(separator: ".")
  }
}
