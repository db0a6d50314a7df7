/// A way of looking at the caseload with a name: filter, sort and columns together.
public struct CaseloadView: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  /// The key that opens it, 1 to 9; nil for saved views past those.
  public var number: Int?
  public var name: String
  /// As typed; read by `CaseloadFilter(reading:)`.
  public var filter: String
  public var sort: CaseloadSort
  /// What stands right of the name, born date and NHS number.
  public var columns: [CaseloadColumn]
  public var isOwn: Bool

  public init(
    id: String, number: Int?, name: String, filter: String, sort: CaseloadSort,
    columns: [CaseloadColumn] = [.plan, .socialWorker], isOwn: Bool = false
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.filter = filter
    self.sort = sort
    self.columns = columns
    self.isOwn = isOwn
  }

  /// The nine that everybody has.
  public static let builtIn: [CaseloadView] = [
    .init(id: "all", number: 1, name: "All", filter: "", sort: .init(.name)),
    .init(id: "review-due", number: 2, name: "Review due", filter: "due<=28", sort: .init(.review)),
    .init(id: "overdue", number: 3, name: "Overdue", filter: "plan:overdue", sort: .init(.review)),
    .init(id: "no-plan", number: 4, name: "No plan", filter: "plan:none", sort: .init(.name)),
    .init(id: "no-social-worker", number: 5, name: "No named social worker", filter: "sw:none", sort: .init(.name)),
    .init(id: "new", number: 6, name: "New", filter: "new", sort: .init(.enrolled), columns: [.enrolment, .plan]),
    .init(
      id: "high-risk", number: 7, name: "High risk", filter: "percentile>=80", sort: .init(.risk),
      columns: [.risk, .plan]),
    .init(id: "my-people", number: 8, name: "My people", filter: "mine", sort: .init(.review)),
    .init(
      id: "data-quality", number: 9, name: "Data quality", filter: "dq", sort: .init(.name),
      columns: [.plan, .practice]),
  ]

  /// A built-in view by its identifier or name, as `--view` takes it.
  public static func named(_ text: String) -> CaseloadView? {
    let wanted = plainLetters(text)
    return builtIn.first {
      plainLetters($0.id) == wanted || plainLetters($0.name) == wanted || String($0.number ?? 0) == text
    }
  }
}

public enum CaseloadColumn: String, CaseIterable, Sendable, Codable {
  case plan, socialWorker = "social_worker", risk, practice, enrolment, age, locality
  public var words: String {
    switch self {
    case .plan: "Care plan"
    case .socialWorker: "Named SW"
    case .risk: "Risk"
    case .practice: "Practice"
    case .enrolment: "Enrolment"
    case .age: "Age"
    case .locality: "Locality"
    }
  }
}
