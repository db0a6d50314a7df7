/// A filter as typed in a list: terms with spaces between them, all of which must hold.
///
/// The grammar, also in `docs/manual/caseload.md`:
///
///     filter   = term { " " term }
///     term     = [ "-" ] ( "!" | "*" | flag | key op value | word )
///     flag     = "new" | "mine" | "dq" | "similar"
///     key op   = "risk" | "age" | "born" | "due" followed by  ":"  "="  ">"  ">="  "<"  "<="
///              | "plan:" | "practice:" | "locality:" | "network:" | "sw:" | "status:" | "gender:" | "percentile" op
///     word     = letters of a name, or digits of an NHS number or a birth year
///
/// `!` means act now: no plan, no review date, or overdue; `*` marked in the list. `-` before a term turns it round.
public struct CaseloadFilter: Hashable, Sendable, Codable {
  public var terms: [Term]

  public static let everyone = CaseloadFilter(terms: [])

  public init(terms: [Term]) { self.terms = terms }

  public struct Term: Hashable, Sendable, Codable {
    public var negated: Bool
    public var test: Test

    public init(_ test: Test, negated: Bool = false) {
      self.test = test
      self.negated = negated
    }
  }

  public enum Test: Hashable, Sendable, Codable {
    /// `!`
    case actNow
    /// `*`: one of those that the query names as marked.
    case marked
    /// Enrolled in the last 28 days.
    case new
    /// On the reader's own list.
    case mine
    /// On the data quality list.
    case dataQuality
    case similar
    case risk(Comparison, Double)
    case percentile(Comparison, Double)
    /// Whole years.
    case age(Comparison, Int)
    case bornYear(Comparison, Int)
    case bornOn(Day)
    /// Days until the review: `due<14` takes in what is overdue.
    case due(Comparison, Int)
    case plan(Plan)
    case practice(String)
    case locality(String)
    case network(String)
    /// `sw:none`
    case noSocialWorker
    /// A named social worker whose name has this word in it, folded.
    case socialWorker(String)
    case status(EnrolmentStatus)
    case gender(Gender)
    /// The start of a word of the name, folded.
    case nameWord(String)
    /// The start of an NHS number, digits only.
    case nhsPrefix(String)
  }

  public enum Plan: String, CaseIterable, Hashable, Sendable, Codable {
    /// No plan at all, a reason recorded or not.
    case none
    case draft, active
    /// Review in at most 28 days and not overdue.
    case due
    case overdue
    /// More than 90 days late (R-CP-04).
    case old
  }

  public enum Comparison: String, Hashable, Sendable, Codable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"

    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .less: left < right
      case .atMost: left <= right
      case .equal: left == right
      case .atLeast: left >= right
      case .more: left > right
      }
    }
  }

  /// A term that could not be read: where it starts (from 1), and what to write instead.
  public struct Fault: Error, Hashable, Sendable {
    public var column: Int
    public var term: String
    public var message: String
  }

  /// Both filters must hold.
  public func and(_ other: CaseloadFilter) -> CaseloadFilter { CaseloadFilter(terms: terms + other.terms) }
}
