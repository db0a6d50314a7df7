import CaseModel

/// What is known of a person before a line is compared with it; of somebody new, nothing.
struct KnownPerson: Sendable {
  struct HomeAddress: Sendable {
    var id: String
    var lines: [String]
    var postcode: String
  }

  struct Enrolled: Sendable {
    var id: String
    var status: EnrolmentStatus
    var route: EnrolmentRoute?
    var identifiedOn: Day?
    var enrolledOn: Day?
    var endedOn: Day?
  }

  struct Statement: Hashable, Sendable {
    var basis: ConsentBasis
    var decision: String
    var at: Day
  }

  struct Score: Hashable, Sendable {
    var model: String
    var version: String?
    var runOn: Day
    var value: Double
    var unit: RiskUnit
  }

  struct Fact: Sendable {
    var id: String
    var organisation: String
    var label: String
    var text: String
  }

  struct Happening: Hashable, Sendable {
    var kind: String
    var on: Day
  }

  var id = ""
  var rowKey = 0
  /// The columns of `PersonColumns.all`, in that order.
  var columns = [Value](repeating: .null, count: PersonColumns.all.count)
  var aliases = [String]()
  var isBirthEstimated = false
  var died: Day?
  var address: HomeAddress?
  /// Digits only.
  var telephones = [String]()
  var practice: (id: String, code: String)?
  var enrolment: Enrolled?
  var consents = [Statement]()
  var scores = [Score]()
  var facts = [Fact]()
  var happenings = Set<Happening>()
  var unknown = [String: String]()

  func text(_ column: String) -> String? {
    guard let index = PersonColumns.all.firstIndex(of: column), case .text(let text) = columns[index] else {
      return nil
    }
    return text
  }

  /// All names on one line, for comparison.
  var names: String {
    ["family_name", "given_names", "preferred_name"].compactMap(text).joined(separator: " ") + " "
      + aliases.joined(separator: " ")
  }
}

/// The columns of `patient` that a caseload line may say something about.
enum PersonColumns {
  static let all = [
    "nhs_number", "nhs_unavailable_reason", "family_name", "given_names", "preferred_name", "title", "birth_date",
    "stated_gender", "ethnic_category", "language", "known_allergies", "long_term_conditions", "note",
    "interpreter_required", "lives_alone",
  ]

  /// What the line says, in the order of `all`; null is: nothing.
  static func said(by line: CaseloadLine) -> [Value] {
    [
      .of(line.nhsNumber?.digits), .of(line.nhsNumber == nil ? line.nhsUnavailableReason : nil),
      .text(line.familyName), line.givenNames.isEmpty ? .null : .text(line.givenNames), .of(line.preferredName),
      .of(line.title), .of(line.born), .of(line.gender), .of(line.ethnicCategory), .of(line.language),
      .of(line.knownAllergies),
      line.longTermConditions.isEmpty ? .null : .text(line.longTermConditions.joined(separator: "\n")),
      .of(line.note), .of(line.interpreterRequired), .of(line.livesAlone),
    ]
  }
}
