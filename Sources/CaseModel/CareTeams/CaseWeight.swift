/// How much work a person is for their named social worker (spec 4.5): 1 to 3, and what adds to it. A number for sharing
/// work fairly, and no judgement of anybody.
public struct CaseWeight: Hashable, Sendable, Codable {
  public enum Base: Int, CaseIterable, Sendable, Codable {
    case low = 1
    case medium, high

    public var words: String {
      switch self {
      case .low: "low"
      case .medium: "medium"
      case .high: "high"
      }
    }
  }

  /// What adds to the base, or takes from it.
  public enum Part: String, Coded {
    case openEnquiry = "open_s42"
    case openAssessment = "open_assessment"
    case discharge = "hospital_discharge"
    case carerBreakdown = "carer_breakdown"
    case interpreter
    case steppedDown = "stepped_down"

    public var points: Int {
      switch self {
      case .openEnquiry: 2
      case .steppedDown: -1
      default: 1
      }
    }

    public var words: String {
      switch self {
      case .openEnquiry: "Open safeguarding enquiry (s.42)"
      case .openAssessment: "Open assessment or CHC"
      case .discharge: "Home from hospital this week"
      case .carerBreakdown: "Carer may not be able to go on"
      case .interpreter: "Interpreter always needed"
      case .steppedDown: "Stepped down"
      }
    }
  }

  public var base: Base
  public var parts: Set<Part>

  public init(base: Base, parts: Set<Part> = []) {
    self.base = base
    self.parts = parts
  }

  /// At least 1 (4.5).
  public var points: Int { max(1, base.rawValue + parts.reduce(0) { $0 + $1.points }) }

  /// "medium 2, interpreter always needed +1"
  public var words: String {
    let added = CaseWeight.Part.allCases.filter { parts.contains($0) }
      .map { "\($0.words.lowercasedFirst) \($0.points > 0 ? "+" : "")\($0.points)" }
    return (["\(base.words) \(base.rawValue)"] + added).joined(separator: ", ")
  }

  /// As it is stored: `2 interpreter open_s42`.
  public var code: String {
    (["\(base.rawValue)"] + CaseWeight.Part.allCases.filter { parts.contains($0) }.map(\.rawValue))
      .joined(separator: " ")
  }

  public init?(code: String) {
    let words = code.split(separator: " ")
    guard let number = words.first.flatMap({ Int($0) }), let base = Base(rawValue: number) else { return nil }
    var parts = Set<Part>()
    for word in words.dropFirst() {
      guard let part = Part(rawValue: String(word)) else { return nil }
      parts.insert(part)
    }
    self.init(base: base, parts: parts)
  }

  /// What somebody weighs of whom nobody has said it.
  public static let unsaid = Base.medium.rawValue
}
