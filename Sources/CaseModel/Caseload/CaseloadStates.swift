/// How the care plans of everybody a list shows stand on a day, counted.
public struct CaseloadStates: Hashable, Sendable {
  /// In the order they are shown: what needs somebody first.
  public enum State: CaseIterable, Hashable, Sendable {
    /// Late, or nobody has set a day to look again.
    case overdue
    case noPlan
    /// In at most 28 days.
    case due
    /// A draft, or a plan that was declined.
    case begun
    case current
    case ended

    /// A mark and words, as `PlanStanding` has them.
    public var words: String {
      switch self {
      case .overdue: "! overdue, or no review date"
      case .noPlan: "! no plan"
      case .due: "~ due within 28d"
      case .begun: "~ draft, or plan declined"
      case .current: "= due later"
      case .ended: "  plan ended"
      }
    }
  }

  public var counts: [State: Int]

  public init(_ counts: [State: Int]) { self.counts = counts }

  public subscript(state: State) -> Int { counts[state] ?? 0 }
  public var total: Int { counts.values.reduce(0, +) }
}
