public import CaseModel

/// Which rows of the audit are listed, with everything found out that an `AuditFilter` leaves to be found out.
public struct AuditQuery: Hashable, Sendable {
  public var patient: ID<Patient>?
  /// Nil for everybody.
  public var staff: [ID<StaffMember>]?
  /// Empty for everything.
  public var actions: [AuditAction]
  /// Codes; nil for every one.
  public var organisations: [String]?
  /// From this moment on, and before that one.
  public var from: Moment?
  public var before: Moment?

  public init(
    patient: ID<Patient>? = nil, staff: [ID<StaffMember>]? = nil, actions: [AuditAction] = [],
    organisations: [String]? = nil, from: Moment? = nil, before: Moment? = nil
  ) {
    self.patient = patient
    self.staff = staff
    self.actions = actions
    self.organisations = organisations
    self.from = from
    self.before = before
  }

  public static let everything = AuditQuery()
}

/// The query as SQL: along the index of a person or of one member of staff, or along the rows themselves; never sorted.
struct AuditSQL {
  private var clauses = [String]()
  private(set) var values = [Value]()

  init(_ query: AuditQuery) {
    if let patient = query.patient { clauses.append("patient_id = \(bind(.of(patient)))") }
    if let staff = query.staff {
      // With several no index is taken: it would mean a sort.
      if staff.count == 1, query.patient == nil {
        clauses.append("staff_id = \(bind(.of(staff[0])))")
      } else {
        clauses.append(among("COALESCE(staff_id, '')", staff.map(\.text)))
      }
    }
    if !query.actions.isEmpty { clauses.append(among("action", query.actions.map(\.rawValue))) }
    if let organisations = query.organisations { clauses.append(among("organisation", organisations)) }
    if let from = query.from { clauses.append("at >= \(bind(.of(from)))") }
    if let before = query.before { clauses.append("at < \(bind(.of(before)))") }
  }

  private mutating func bind(_ value: Value) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  private mutating func among(_ column: String, _ found: [String]) -> String {
    found.isEmpty ? "1 = 0" : "\(column) IN (\(found.map { bind(.text($0)) }.joined(separator: ", ")))"
  }

  /// A page, newest first; `isTurned` says that its rows come in the other order.
  mutating func page(_ page: PageRequest<Int>, limit: Int) -> (sql: String, isTurned: Bool) {
    var isTurned = false
    switch page {
    case .first: break
    case .last: isTurned = true
    case .after(let sequence): clauses.append("seq < \(bind(.of(sequence)))")
    case .before(let sequence):
      clauses.append("seq > \(bind(.of(sequence)))")
      isTurned = true
    }
    let tested = clauses.isEmpty ? "" : " WHERE \(clauses.joined(separator: " AND "))"
    let order = isTurned ? "ASC" : "DESC"
    return (
      "SELECT \(AuditChain.columns) FROM audit_event\(tested) ORDER BY seq \(order) LIMIT \(bind(.of(limit)))", isTurned
    )
  }
}

extension AuditReading {
  /// Newest first.
  static func events(
    _ query: AuditQuery, page: PageRequest<Int>, limit: Int, _ connection: any Connection
  ) throws -> [AuditEvent] {
    var statement = AuditSQL(query)
    let (sql, isTurned) = statement.page(page, limit: limit)
    let found = try connection.rows(sql, statement.values, AuditChain.read)
    return isTurned ? found.reversed() : found
  }

  /// Who and what a filter means.
  ///
  /// - Throws: a `Problem` of kind `notFound` where nobody and nothing is called so.
  static func query(_ filter: AuditFilter, about patient: ID<Patient>?, _ connection: any Connection) throws
    -> AuditQuery
  {
    var query = AuditQuery(patient: patient, actions: filter.actions)
    query.from = filter.from.map(\.begins)
    query.before = filter.to.map { ($0 + 1).begins }
    if let person = filter.person {
      let found = try connection.first(
        "SELECT id FROM patient WHERE nhs_number = $1 AND entered_in_error = 0 ORDER BY id", [.text(person.digits)]
      ) { try $0.id() as ID<Patient> }
      guard let found else { throw nothing("Nobody with the NHS number \(person.spaced) is in this store.") }
      if let patient, patient != found {
        throw nothing("The NHS number is that of somebody else than this audit is of.")
      }
      query.patient = found
    }
    if let staff = filter.staff { query.staff = try members(called: staff, connection) }
    if let name = filter.organisation { query.organisations = try organisations(called: name, connection) }
    return query
  }

  /// One by their account or their whole name; else everybody whose name has the words.
  private static func members(called text: String, _ connection: any Connection) throws -> [ID<StaffMember>] {
    let all = try connection.rows("SELECT id, account, name_key FROM staff ORDER BY id") {
      (try $0.id() as ID<StaffMember>, $0.textOrNil(), try $0.text())
    }
    let words = folded(text)
    let ways: [((ID<StaffMember>, String?, String)) -> Bool] = [
      { $0.1 == text }, { $0.2 == words }, { !words.isEmpty && $0.2.contains(words) },
    ]
    for isMeant in ways {
      let found = all.filter(isMeant)
      if !found.isEmpty { return found.map(\.0) }
    }
    throw nothing("Nobody here has the account or the name \(text).")
  }

  private static func organisations(called text: String, _ connection: any Connection) throws -> [String] {
    let all = try connection.rows("SELECT ods_code, name FROM organisation ORDER BY ods_code") {
      (try $0.text(), folded(try $0.text()))
    }
    let words = folded(text)
    let exact = all.filter { $0.0 == text.uppercased() || $0.1 == words }
    let found = exact.isEmpty && !words.isEmpty ? all.filter { $0.1.contains(words) } : exact
    guard !found.isEmpty else { throw nothing("No organisation has the code or the name \(text).") }
    return found.map(\.0)
  }

  private static func nothing(_ why: String) -> Problem {
    Problem(
      "The audit was not listed.", because: why, try: "Check what is asked for, or leave it out.", kind: .notFound)
  }
}
