import CaseModel

/// A filter as conditions over `caseload_entry e`, with numbered values.
///
/// What an index can seek is written so that it can: equality on a key, or a range over one. The rest is tested row by
/// row while the order's index is walked, so that nothing is ever sorted.
struct CaseloadConditions {
  private(set) var clauses = [String]()
  private(set) var values = [Value]()
  /// The reader's own people are walked along their own index.
  let isOwnList: Bool
  /// A query of the row keys that an index narrows the list down to; nil where the order is walked.
  private(set) var candidates: String?
  /// The column that the list is ordered by.
  private let orderColumn: String
  /// For counting: no order is kept, so that whichever index holds the least may be read.
  private let inAnyOrder: Bool

  init(
    _ query: CaseloadQuery, reach: ListReach, localities: [String: String], networks: [String: String],
    inAnyOrder: Bool = false
  ) {
    self.inAnyOrder = inAnyOrder
    orderColumn = CaseloadSQL.keyColumn(query.sort.order)
    isOwnList = query.filter.terms.contains { $0.test == .mine && !$0.negated }
    if isOwnList { clauses.append("m.staff_id = \(bind(.of(query.reader)))") }
    if !query.filter.terms.contains(where: { if case .status = $0.test { true } else { false } }) {
      // Nearly everybody is enrolled: an index on that alone is the one to count along only where nothing narrows more.
      let isAlone = query.filter.terms.allSatisfy { if case .locality = $0.test { !$0.negated } else { false } }
      let enrolment = inAnyOrder && isAlone ? "e.enrolment" : "COALESCE(e.enrolment, '')"
      clauses.append(
        query.reach == .caseload
          ? "\(enrolment) IN ('invited', 'enrolled')" : "\(enrolment) IN ('identified', 'invited', 'enrolled')")
    }
    limit(to: reach)
    for term in query.filter.terms where !(isOwnList && term.test == .mine && !term.negated) {
      let clause = condition(term.test, query, localities, networks)
      clauses.append(term.negated ? "(\(clause)) IS NOT TRUE" : clause)
    }
  }

  /// Nobody is listed whom the reader's posts do not serve and whom they do not look after, nor who does not want it.
  private mutating func limit(to reach: ListReach) {
    let served = reach.facts.served
    if !served.isEverybody && !isOwnList {
      var ways = [String]()
      func among(_ column: String, _ keys: Set<String>) -> String {
        let listed = keys.sorted().map { bind(.text($0)) }.joined(separator: ", ")
        return inAnyOrder ? "e.\(column) IN (\(listed))" : "COALESCE(e.\(column), '') IN (\(listed))"
      }
      if !served.practices.isEmpty { ways.append(among("practice_key", served.practices)) }
      if !served.localities.isEmpty { ways.append(among("locality_key", served.localities)) }
      let own = ListReach.ownKeys(of: reach.facts) { bind($0) }
      ways.append("\(key) IN (\(own))")
      clauses.append("(\(ways.joined(separator: " OR ")))")
    }
    if reach.hidesSomebody {
      let hidden = ListReach.hidden(from: reach.facts) { bind($0) }
      clauses.append("COALESCE(e.row_key, 0) NOT IN (\(hidden))")
    }
  }

  /// Written so that no page of a list is looked up by it, which would mean a sort.
  private var key: String { inAnyOrder ? "e.row_key" : "COALESCE(e.row_key, 0)" }

  /// Looks among the people that an index gives, and not along the order.
  mutating func narrow(
    to candidates: CaseloadCandidates, limit: Int? = nil, _ search: any SearchTables.Type
  ) {
    var values = values
    self.candidates = candidates.keys(limit: limit, search) { value in
      values.append(value)
      return "$\(values.count)"
    }
    self.values = values
  }

  /// The number of a value that is given to the statement.
  mutating func bind(_ value: Value) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  private mutating func condition(
    _ test: CaseloadFilter.Test, _ query: CaseloadQuery, _ localities: [String: String], _ networks: [String: String]
  ) -> String {
    let today = query.today
    switch test {
    case .actNow:
      return """
        (e.plan_status IS NULL AND e.no_plan_reason IS NULL \
        OR e.plan_status IN ('active', 'on_hold') AND (\(ranged("review_key")) < \(bind(.of(today))) OR e.review_key = '~'))
        """
    case .new: return "\(ranged("enrolled_key")) >= \(bind(.of(today - 28)))"
    case .mine:
      return """
        EXISTS (SELECT 1 FROM caseload_mine o WHERE o.staff_id = \(bind(.of(query.reader))) AND o.row_key = e.row_key)
        """
    case .dataQuality: return "e.dq_count > 0"
    case .similar: return "e.has_similar = 1"
    case .marked:
      // Written so that no index on it is taken, which would mean a sort; the few that they are come as candidates.
      return query.marked.isEmpty
        ? "1 = 0" : "COALESCE(e.patient_id, '') IN (\(query.marked.map { bind(.of($0)) }.joined(separator: ", ")))"
    case .risk(let comparison, let value):
      return "\(ranged("risk_key")) >= 0 AND \(ranged("risk_key")) \(comparison.rawValue) \(bind(.real(value)))"
    case .percentile(let comparison, let value):
      return "\(ranged("percentile")) >= 0 AND \(ranged("percentile")) \(comparison.rawValue) \(bind(.real(value)))"
    case .age(let comparison, let years): return age(comparison, years, today)
    case .bornYear(let comparison, let year): return born(comparison, year)
    case .bornOn(let day): return "e.born_key = \(bind(.of(day)))"
    case .due(let comparison, let days):
      return """
        e.plan_status IN ('active', 'on_hold') AND \(ranged("review_key")) < '~' \
        AND \(ranged("review_key")) \(comparison.rawValue) \(bind(.of(today + min(max(days, -40_000), 40_000))))
        """
    case .plan(let plan): return planClause(plan, today)
    case .practice(let code): return "\(equal("practice_key")) = \(bind(.text(code)))"
    case .locality(let name):
      return "\(equal("locality_key")) = \(bind(.text(CaseloadConditions.key(of: name, among: localities))))"
    case .network(let name): return "e.network_key = \(bind(.text(CaseloadConditions.key(of: name, among: networks))))"
    case .noSocialWorker: return "e.sw_staff_id IS NULL"
    case .socialWorker(let word): return "e.sw_key LIKE \(bind(.text("%\(word)%")))"
    case .status(let status): return "\(equal("enrolment")) = \(bind(.of(status)))"
    case .gender(let gender): return "e.gender = \(bind(.of(gender)))"
    case .nameWord(let word): return "' ' || e.search_text LIKE \(bind(.text("% \(word)%")))"
    case .nhsPrefix(let digits):
      return "\(ranged("nhs_key")) >= \(bind(.text(digits))) AND \(ranged("nhs_key")) < \(bind(.text(digits + ":")))"
    }
  }

  /// A column that is compared with a range. Unless the list is ordered by it, it is written so that no index on it is
  /// taken: the planner would seek there and then sort what it found.
  private func ranged(_ column: String) -> String {
    if inAnyOrder || column == orderColumn && !isOwnList { return "e.\(column)" }
    let isNumber = column == "risk_key" || column == "percentile"
    return "COALESCE(e.\(column), \(isNumber ? "-1.0" : "''"))"
  }

  /// A column that is compared for equality. Practices and localities have indexes for the orders that are asked for
  /// most; in another order the order's own index is walked.
  private func equal(_ column: String) -> String {
    let isNarrowing = column != "enrolment" && ["name_key", "review_key", "risk_key", column].contains(orderColumn)
    return inAnyOrder || isNarrowing && !isOwnList ? "e.\(column)" : "COALESCE(e.\(column), '')"
  }

  private mutating func planClause(_ plan: CaseloadFilter.Plan, _ today: Day) -> String {
    let live = "e.plan_status IN ('active', 'on_hold')"
    switch plan {
    case .none: return "e.plan_status IS NULL"
    case .draft: return "e.plan_status = 'draft'"
    case .active: return live
    case .due:
      return
        "\(live) AND \(ranged("review_key")) >= \(bind(.of(today))) AND \(ranged("review_key")) <= \(bind(.of(today + 28)))"
    case .overdue: return "\(live) AND \(ranged("review_key")) < \(bind(.of(today)))"
    case .old: return "\(live) AND \(ranged("review_key")) < \(bind(.of(today - 90)))"
    }
  }

  /// At least so many years old: born on or before this day so many years ago.
  private mutating func age(_ comparison: CaseloadFilter.Comparison, _ years: Int, _ today: Day) -> String {
    func latest(_ years: Int) -> Value { .of(today.adding(months: -12 * min(max(years, 0), 200))) }
    switch comparison {
    case .atLeast: return "\(ranged("born_key")) <= \(bind(latest(years)))"
    case .more: return "\(ranged("born_key")) <= \(bind(latest(years + 1)))"
    case .less: return "\(ranged("born_key")) > \(bind(latest(years)))"
    case .atMost: return "\(ranged("born_key")) > \(bind(latest(years + 1)))"
    case .equal:
      return "\(ranged("born_key")) <= \(bind(latest(years))) AND \(ranged("born_key")) > \(bind(latest(years + 1)))"
    }
  }

  private mutating func born(_ comparison: CaseloadFilter.Comparison, _ year: Int) -> String {
    func start(_ year: Int) -> Value { .of(Day(year: min(max(year, 1), 9999), month: 1, day: 1)) }
    switch comparison {
    case .equal:
      return "\(ranged("born_key")) >= \(bind(start(year))) AND \(ranged("born_key")) < \(bind(start(year + 1)))"
    case .less: return "\(ranged("born_key")) < \(bind(start(year)))"
    case .atMost: return "\(ranged("born_key")) < \(bind(start(year + 1)))"
    case .more: return "\(ranged("born_key")) >= \(bind(start(year + 1)))"
    case .atLeast: return "\(ranged("born_key")) >= \(bind(start(year)))"
    }
  }

  /// A locality or network as typed: its name, its name without blanks, or its initials. What is none of them matches
  /// nobody.
  static func key(of typed: String, among names: [String: String]) -> String {
    let wanted = folded(typed)
    if names[wanted] != nil { return wanted }
    let joined = wanted.filter { $0 != " " }
    for key in names.keys.sorted() {
      let words = key.split(separator: " ")
      if key.filter({ $0 != " " }) == joined || String(words.compactMap(\.first)) == joined { return key }
      if let last = words.last, words.count > 1, last == wanted { return key }
    }
    return wanted
  }
}
