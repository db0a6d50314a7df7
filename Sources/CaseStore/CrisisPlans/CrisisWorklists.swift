public import CaseModel

/// The worklists that crisis plans fill (spec 9). Each row says why it is there and what to do about it; nobody is on
/// them whom the reader's lists would not show.
extension CaseStore {
  /// Interim plans with their day of the clock, the expired first: for GPs and coordinators (R-CR-04).
  public func interimPlans(on day: Day) async throws(Problem) -> [WorklistRow] {
    try await crisisList("The interim plans were not read.") { list throws in
      try list.rows(
        select: "p.clock_from, p.expires_on, p.gaps, p.renewals, d.id, d.name",
        from: "crisis_plan p JOIN staff d ON d.id = p.drafted_by", patient: "p.patient_id",
        where: "p.status = 'in_force' AND p.grade = 'interim'", order: "p.expires_on, p.id"
      ) { who, row in
        let clock = CrisisClock(startedOn: try row.day(), expiresOn: try row.day())
        let gaps = try row.text().split(separator: "\n").count
        let renewals = try row.int()
        let stage = clock.stage(on: day)
        let advice =
          switch stage {
          case .expired, .escalated:
            renewals >= CrisisClock.freeRenewals ? "Confirm it, or bring it to the MDT" : "Confirm it or renew it once"
          case .reminder: "Have the conversation, then confirm it"
          case .running: gaps > 0 ? "Fill the gaps: \(gaps)" : "Have it confirmed"
          }
        return who.row(
          why: "Interim plan, \(clock.words(on: day))", toDo: advice, due: clock.expiresOn,
          isOverdue: stage == .expired, owner: try row.id(), ownerName: try row.text())
      }
    }
  }

  /// Drafts that wait for somebody to approve them: nobody's until then, so on the list of all who may.
  public func crisisDraftsWaiting(on day: Day) async throws(Problem) -> [WorklistRow] {
    try await crisisList("The drafts were not read.") { list throws in
      try list.rows(
        select: "p.drafted_at, d.name, p.draft", from: "crisis_plan p JOIN staff d ON d.id = p.drafted_by",
        patient: "p.patient_id", where: "p.status = 'draft'", order: "p.drafted_at, p.id"
      ) { who, row in
        let (since, drafter) = (try row.moment().day, try row.text())
        let plan = try JSONText.decode(CrisisPlan.self, try row.text(), what: "A draft was not read.")
        let missing = CrisisRules.interimGaps(of: plan)
        let wait = day - since
        return who.row(
          why: "Draft by \(drafter), \(wait <= 0 ? "today" : wait == 1 ? "1 day old" : "\(wait) days old")",
          toDo: missing.isEmpty ? "Approve it as interim" : "Complete it: \(CrisisRules.words(missing))",
          due: since + 1,
          isOverdue: wait > 1)
      }
    }
  }

  /// Copies on paper that do not say what is in force, with whoever gave each (H20).
  public func crisisCopiesToRecall(on day: Day) async throws(Problem) -> [WorklistRow] {
    try await crisisList("The copies were not read.") { list throws in
      try list.rows(
        select: "c.number, c.version_no, c.place, c.given_at, s.id, s.name, p.version_no, p.effective_from",
        from: """
          crisis_copy c JOIN staff s ON s.id = c.given_by
          LEFT JOIN crisis_plan p ON p.patient_id = c.patient_id AND p.status = 'in_force'
          """, patient: "c.patient_id",
        where: "c.recall IS NULL AND c.entered_in_error = 0 AND COALESCE(p.version_no, 0) <> c.version_no",
        order: "c.given_at, c.patient_id, c.number"
      ) { who, row in
        let (number, version, place) = (try row.int(), try row.int(), try row.text())
        let given = try row.moment().day
        let (owner, name): (ID<StaffMember>, String) = (try row.id(), try row.text())
        let (now, from) = (row.intOrNil(), try row.momentOrNil()?.day)
        let due = (from ?? given) + 7
        return who.row(
          why:
            "Copy \(number) of version \(version), \(place): \(now.map { "version \($0) is in force" } ?? "no plan is in force")",
          toDo: now == nil ? "Fetch it" : "Replace it, then say so", due: due, isOverdue: due < day, owner: owner,
          ownerName: name)
      }
    }
  }

  /// Plans to look at again: used in a crisis and not looked at since (R-CR-10), or confirmed and past their review.
  public func crisisReviewsDue(on day: Day) async throws(Problem) -> [WorklistRow] {
    try await crisisList("The reviews were not read.") { list throws in
      let used = try list.rows(
        select: "u.used_on, u.who_used, o.id, o.name",
        from: """
          crisis_use u LEFT JOIN crisis_plan p ON p.patient_id = u.patient_id AND p.status = 'in_force'
          LEFT JOIN staff o ON o.id = p.review_owner
          """, patient: "u.patient_id",
        where: """
          u.entered_in_error = 0 AND NOT EXISTS (SELECT 1 FROM crisis_plan_signoff f WHERE f.patient_id = u.patient_id
          AND f.act IN ('approved', 'confirmed', 'reviewed') AND f.at > u.created_at)
          AND NOT EXISTS (SELECT 1 FROM crisis_use n WHERE n.patient_id = u.patient_id AND n.entered_in_error = 0
          AND (n.used_on, n.id) > (u.used_on, u.id))
          """, order: "u.used_on, u.id"
      ) { who, row in
        let due = try row.day() + CrisisClock.reviewAfterUse
        let by = try row.text()
        return who.row(
          why: "Used on \((due - CrisisClock.reviewAfterUse).short) by \(by)", toDo: "Look at the plan again", due: due,
          isOverdue: due < day, owner: row.idOrNil(), ownerName: row.textOrNil())
      }
      let due = try list.rows(
        select: "p.review_on, o.id, o.name",
        from: "crisis_plan p LEFT JOIN staff o ON o.id = p.review_owner", patient: "p.patient_id",
        where: "p.status = 'in_force' AND p.grade = 'confirmed' AND p.review_on <= \(list.literal(day + 28))",
        order: "p.review_on, p.id"
      ) { who, row in
        let review = try row.day()
        return who.row(
          why: review < day ? "Review overdue \(day - review)d" : "Review due in \(review - day)d",
          toDo: "Say that it is still right, or write a new version", due: review, isOverdue: review < day,
          owner: row.idOrNil(), ownerName: row.textOrNil())
      }
      return (used + due).sorted { ($0.due?.number ?? .max) < ($1.due?.number ?? .max) }
    }
  }

  private func crisisList(
    _ what: String, _ body: @escaping @Sendable (PeopleList) throws -> [WorklistRow]
  ) async throws(Problem) -> [WorklistRow] {
    try await counting(what, .action(.listPeople)) { connection, permit in
      try body(PeopleList(reach: permit.reach(connection), connection: connection))
    }
  }
}

/// Rows about people, as a list shows them: only those within the reader's reach.
struct PeopleList {
  let reach: ListReach
  let connection: any Connection

  /// Whom a row is about.
  struct Who {
    var patient: ID<Patient>
    var name: PersonName
    var nhsNumber: NHSNumber?

    func row(
      why: String, toDo: String, due: Day?, isOverdue: Bool, owner: ID<StaffMember>? = nil, ownerName: String? = nil
    ) -> WorklistRow {
      WorklistRow(
        patient: patient, name: name, nhsNumber: nhsNumber, why: why, toDo: toDo, due: due, isOverdue: isOverdue,
        owner: owner, ownerName: ownerName, target: .crisisPlan)
    }
  }

  /// A day in a condition: digits and hyphens.
  func literal(_ day: Day) -> String { "'\(day.iso)'" }

  func rows(
    select: String, from: String, patient: String, where condition: String, order: String,
    _ row: (Who, inout Columns) throws -> WorklistRow
  ) throws -> [WorklistRow] {
    var values = [Value]()
    func bind(_ value: Value) -> String {
      values.append(value)
      return "$\(values.count)"
    }
    // Whoever withdraws, moves or dies is on no list.
    var limits = ["e.enrolment IN ('identified', 'invited', 'enrolled')", "e.died IS NULL"]
    let served = reach.facts.served
    if !served.isEverybody {
      var ways = [String]()
      func among(_ column: String, _ keys: Set<String>) {
        guard !keys.isEmpty else { return }
        ways.append("e.\(column) IN (\(keys.sorted().map { bind(.text($0)) }.joined(separator: ", ")))")
      }
      among("practice_key", served.practices)
      among("locality_key", served.localities)
      ways.append("e.row_key IN (\(ListReach.ownKeys(of: reach.facts, bind: bind)))")
      limits.append("(\(ways.joined(separator: " OR ")))")
    }
    if reach.hidesSomebody { limits.append("e.row_key NOT IN (\(ListReach.hidden(from: reach.facts, bind: bind)))") }
    let all = [condition] + limits
    return try connection.rows(
      """
      SELECT e.patient_id, e.family_name, e.given_names, e.title, e.preferred_name, n.nhs_number, \(select)
      FROM \(from) JOIN caseload_entry e ON e.patient_id = \(patient) JOIN patient n ON n.id = e.patient_id
      WHERE \(all.joined(separator: " AND ")) ORDER BY \(order) LIMIT 1000
      """, values
    ) { columns in
      let id: ID<Patient> = try columns.id()
      let name = PersonName(
        family: try columns.text(), given: try columns.text(), title: columns.textOrNil(),
        preferred: columns.textOrNil())
      let number = columns.textOrNil().flatMap { NHSNumber(stored: $0) }
      return try row(Who(patient: id, name: name, nhsNumber: number), &columns)
    }
  }
}
