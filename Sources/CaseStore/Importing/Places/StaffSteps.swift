import CaseModel

/// Importing members of staff with the posts they hold.
///
/// Somebody is known by the account, else by professional body and registration number, else by name, organisation and
/// role. A known account or number under a wholly different name is a complaint and never changes whose it is.
struct StaffSteps: ImportSteps {
  struct Plan: Sendable {
    var member: StaffMember
    /// Nil for somebody new.
    var known: StaffMember?
    var localityID: String?
    var columns: FieldDifference
    var movesPost: Bool
  }

  static let subject = ImportSubject.staff
  let context: ImportContext
  private let organisations: Set<String>
  private let localities: [String: (id: String, name: String)]

  init(_ context: ImportContext, _ connection: any Connection) throws {
    self.context = context
    organisations = Set(try connection.rows("SELECT ods_code FROM organisation") { try $0.text() })
    let found = try connection.rows("SELECT name_key, id, name FROM locality") {
      (try $0.text(), (id: try $0.text(), name: try $0.text()))
    }
    localities = Dictionary(found) { first, _ in first }
  }

  func decide(_ row: ImportedLine<StaffLine>, _ connection: any Connection) throws -> RowDecision<Plan> {
    let line = row.content
    var decision = RowDecision<Plan>()
    func complain(_ column: String, _ value: String, _ rule: String, _ message: String) {
      decision.complaints.append(context.complaint(row.line, column, value, rule, message))
    }
    if !organisations.contains(line.organisation) {
      decision.namesUnknown = true
      complain(
        "organisation", line.organisation, "7.3",
        "No organisation \(line.organisation) is known here. Import it first with mdt import organisations.")
    }
    let locality = line.locality.flatMap { localities[folded($0)] }
    if let name = line.locality, locality == nil {
      complain("locality", name, "0.2", "No locality of this name is known here. Import the practices first.")
    }
    let known: StaffMember?
    do throws(Refusal) {
      known = try whoIs(line, connection)
    } catch {
      if case .fault(let fault) = error { throw fault }
      if case .complaint(let column, let value, let message) = error { complain(column, value, "account", message) }
      return decision
    }
    if let importer = context.importer,
      let grant = SelfGrant.complaint(line, known: known, importer: importer)
    {
      complain(grant.column, line.name, SelfGrant.rule, grant.words)
    }
    if !decision.complaints.isEmpty { return decision }
    if known == nil { decision.duplicates = try namesakes(line, row.line, connection) }
    let plan = plan(line, known, locality)
    decision.effect = known == nil ? .new : plan.columns.isEmpty && !plan.movesPost ? .unchanged : .changed
    if decision.effect != .unchanged { decision.plan = plan }
    return decision
  }

  // MARK: Who it is

  private enum Refusal: Error {
    case complaint(column: String, value: String, message: String)
    case fault(any Error)
  }

  private func whoIs(_ line: StaffLine, _ connection: any Connection) throws(Refusal) -> StaffMember? {
    do {
      if let account = line.account, let found = try StaffRows.withAccount(account, on: context.day, connection) {
        if Likeness.sharesAName(found.name, line.name) { return found }
        throw Refusal.complaint(
          column: "account", value: account,
          message: "The account is \(found.name)'s. Give that person an end date first, or correct the account.")
      }
      if let body = line.professionalBody, body != .noBody, let number = line.registrationNumber {
        let found = try connection.first(
          "\(StaffRows.select) WHERE s.professional_body = $1 AND s.registration_no = $2 AND s.entered_in_error = 0",
          [.of(body), .text(number)], StaffRows.read)
        if let found {
          if Likeness.sharesAName(found.name, line.name) { return found }
          throw Refusal.complaint(
            column: "registration_no", value: number,
            message: "The registration number is \(found.name)'s. Find out whose it is.")
        }
      }
      return try connection.first(
        """
        \(StaffRows.select) WHERE s.name_key = $1 AND p.organisation_code = $2 AND p.role = $3
        AND s.entered_in_error = 0 ORDER BY (s.active_to IS NULL) DESC, s.id LIMIT 1
        """, [.text(folded(line.name)), .text(line.organisation), .of(line.role)], StaffRows.read)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .fault(error)
    }
  }

  private func namesakes(
    _ line: StaffLine, _ number: Int, _ connection: any Connection
  ) throws -> [PossibleDuplicate] {
    try connection.rows(
      "\(StaffRows.select) WHERE s.name_key = $1 AND s.entered_in_error = 0 ORDER BY s.id LIMIT 3",
      [.text(folded(line.name))], StaffRows.read
    ).map {
      PossibleDuplicate(
        line: number, resembles: "\($0.name), \($0.role.words.lowercasedFirst), \($0.organisationName)", score: 5,
        shared: "the name")
    }
  }

  // MARK: What changes

  private func plan(_ line: StaffLine, _ known: StaffMember?, _ locality: (id: String, name: String)?) -> Plan {
    let member = StaffMember(
      id: known?.id ?? ID(""), name: line.name, role: line.role, organisationCode: line.organisation,
      organisationName: "", team: line.team ?? known?.team, locality: locality?.name ?? known?.locality,
      professionalBody: line.professionalBody, registrationNumber: line.registrationNumber, phone: line.phone,
      email: line.email, languages: line.languages, wte: line.wte, from: line.from, to: line.to, account: line.account)
    var columns = FieldDifference()
    let languages = line.languages.isEmpty ? nil : line.languages.joined(separator: "\n")
    let knownLanguages = (known?.languages ?? []).isEmpty ? nil : known?.languages.joined(separator: "\n")
    columns.add("professional_body", .of(line.professionalBody), known: .of(known?.professionalBody))
    columns.add("registration_no", .of(line.registrationNumber), known: .of(known?.registrationNumber))
    columns.add("phone", .of(line.phone), known: .of(known?.phone))
    columns.add("email", .of(line.email), known: .of(known?.email))
    columns.add("languages", .of(languages), known: .of(knownLanguages))
    columns.add("wte", .of(line.wte), known: .of(known?.wte))
    columns.add("active_from", .of(line.from), known: .of(known?.from))
    columns.add("active_to", .of(line.to), known: .of(known?.to))
    columns.add("account", .of(line.account), known: .of(known?.account))
    if let known, known.name != line.name {
      columns.set("name", .text(line.name))
      columns.set("short_name", .text(member.shortName))
      columns.set("name_key", .text(folded(line.name)))
    }
    let moves =
      known.map {
        $0.role != line.role || $0.organisationCode != line.organisation || $0.team != member.team
          || $0.locality != member.locality
      } ?? false
    return Plan(member: member, known: known, localityID: locality?.id, columns: columns, movesPost: moves)
  }

  func apply(_ plan: Plan, in change: Change) throws {
    guard let known = plan.known else {
      var member = plan.member
      member.id = ID(change.by.newID())
      try StaffRows.insert(member, localityID: plan.localityID, in: change)
      try endPosts(of: member, in: change)
      return
    }
    try plan.columns.write("staff", [("id", .of(known.id))], in: change)
    if plan.movesPost { try move(plan, known, in: change) }
    try endPosts(of: plan.member, in: change)
  }

  /// A post is dated: the one that was ends on the day the next begins.
  private func move(_ plan: Plan, _ known: StaffMember, in change: Change) throws {
    let day = change.at.day
    let localityID =
      try plan.localityID
      ?? plan.known?.locality.flatMap { name in
        try change.connection.first(
          "SELECT id FROM locality WHERE name_key = $1", [.text(folded(name))]
        ) { try $0.text() }
      }
    try change.connection.run(
      """
      UPDATE staff_post SET end_on = $1, updated_at = $2, updated_by = $3, row_version = row_version + 1
      WHERE staff_id = $4 AND organisation_code = $5 AND role = $6 AND end_on IS NULL AND entered_in_error = 0
      """,
      [
        .of(day), .of(change.at), .text(change.staffID), .of(known.id), .text(known.organisationCode), .of(known.role),
      ])
    try change.insert(
      "staff_post",
      [
        ("staff_id", .of(known.id)), ("id", .text(change.by.newID())),
        ("organisation_code", .text(plan.member.organisationCode)), ("role", .of(plan.member.role)),
        ("team", .of(plan.member.team)), ("locality_id", .of(localityID)), ("start_on", .of(day)),
      ])
  }

  private func endPosts(of member: StaffMember, in change: Change) throws {
    guard let end = member.to else { return }
    try change.connection.run(
      """
      UPDATE staff_post SET end_on = $1, updated_at = $2, updated_by = $3, row_version = row_version + 1
      WHERE staff_id = $4 AND end_on IS NULL AND entered_in_error = 0
      """, [.of(end), .of(change.at), .text(change.staffID), .of(member.id)])
  }

  /// Lists name social workers and count plans whose owner has left.
  func finish(in change: Change) throws { try CaseloadEntries.refreshAll(in: change) }
}
