import CaseModel

/// Importing practices: each row is one dated link from a practice to its network and locality (D-GEO-1). A row that says
/// nothing of a link is about the practice alone.
///
/// A link is named by its practice and first day: a row with the same ones changes it, for instance by giving it an
/// end. All links of the file are known before the first is judged, because the row that ends one link may stand after
/// the row that begins the next. There are as many as a borough has practices, so they fit in memory.
struct PracticeSteps: ImportSteps {
  struct Link: Hashable, Sendable {
    var from: String
    /// The first day it no longer holds; later than any other text while it lasts.
    var to: String
    var line: Int
  }

  struct Plan: Sendable {
    var code: String
    var isNew: Bool
    var practice: FieldDifference
    var network: String?
    var locality: String?
    var linkID: String?
    /// Nil where the row is about the practice alone.
    var link: FieldDifference?
    var from: Value
    var to: Value
  }

  static let subject = ImportSubject.practices
  static let everlasting = "9999-12-31"

  let context: ImportContext
  private var links = [String: [Link]]()
  /// Links that were ended before their own row's turn: the row still counts as a change.
  private var ended = Set<Link>()
  private var before: SelfGrant.Before?

  init(
    _ context: ImportContext, _ source: ImportSource<PracticeLine>, _ connection: any Connection
  ) throws {
    self.context = context
    let next = try source.open()
    while let row = try next() {
      guard case .good(let good) = row, good.content.saysLink else { continue }
      let link = Link(
        from: good.content.from?.iso ?? "", to: good.content.to?.iso ?? Self.everlasting, line: good.line)
      links[good.content.practiceCode, default: []].append(link)
    }
    let starts = links.values.flatMap { $0.compactMap { Day(iso: $0.from) } }
    before = try context.importer.map {
      try SelfGrant.Before(of: $0.id, today: context.day, from: starts, connection)
    }
  }

  func decide(_ row: ImportedLine<PracticeLine>, _ connection: any Connection) throws -> RowDecision<Plan> {
    let line = row.content
    var decision = RowDecision<Plan>()
    let (isNew, practice) = try practice(line, connection)
    guard line.saysLink else {
      decision.effect = isNew ? .new : practice.isEmpty ? .unchanged : .changed
      if decision.effect != .unchanged {
        decision.plan = Plan(
          code: line.practiceCode, isNew: isNew, practice: practice, link: nil, from: .null, to: .null)
      }
      return decision
    }
    let known = try connection.first(
      """
      SELECT k.id, n.name, l.name, k.end_on FROM practice_link k LEFT JOIN network n ON n.id = k.network_id
      LEFT JOIN locality l ON l.id = k.locality_id
      WHERE k.practice_code = $1 AND COALESCE(k.start_on, '') = $2 AND k.entered_in_error = 0
      """, [.text(line.practiceCode), .text(line.from?.iso ?? "")]
    ) { columns in
      (id: try columns.text(), network: columns.textOrNil(), locality: columns.textOrNil(), end: columns.textOrNil())
    }
    var link = FieldDifference()
    link.add("end_on", .of(line.to), known: .of(known?.end))
    var plan = Plan(
      code: line.practiceCode, isNew: isNew, practice: practice, linkID: known?.id, link: link, from: .of(line.from),
      to: .of(line.to))
    if let network = line.network, folded(network) != known?.network.map(folded) { plan.network = network }
    if let locality = line.locality, folded(locality) != known?.locality.map(folded) { plan.locality = locality }
    if let other = try overlapping(line, row.line, connection) {
      decision.complaints.append(
        context.complaint(row.line, "from", line.from?.iso ?? "", "D-GEO-1", other))
    }
    let differs = known == nil || !link.isEmpty || plan.network != nil || plan.locality != nil || !practice.isEmpty
    let wasEnded = ended.contains { $0.line == row.line }
    decision.effect = isNew || known == nil ? .new : differs || wasEnded ? .changed : .unchanged
    if differs || isNew { decision.plan = plan }
    return decision
  }

  private func practice(
    _ line: PracticeLine, _ connection: any Connection
  ) throws -> (isNew: Bool, columns: FieldDifference) {
    let known = try connection.first(
      "SELECT name, kind, phone, bypass_phone FROM organisation WHERE ods_code = $1", [.text(line.practiceCode)]
    ) { columns in (0..<4).map { _ in Value.of(columns.textOrNil()) } }
    var columns = FieldDifference()
    let said: [(String, Value)] = [
      ("name", .of(line.name)), ("kind", .of(OrganisationKind.gpPractice)), ("phone", .of(line.phone)),
      ("bypass_phone", .of(line.bypassPhone)),
    ]
    for (index, (column, value)) in said.enumerated() {
      columns.add(column, value, known: known.map { $0[index] } ?? .null)
    }
    return (known == nil, columns)
  }

  /// Why the link cannot stand beside those that are known and that this file does not change; nil when it can.
  private func overlapping(_ line: PracticeLine, _ number: Int, _ connection: any Connection) throws -> String? {
    let own = links[line.practiceCode] ?? []
    let (from, to) = (line.from?.iso ?? "", line.to?.iso ?? Self.everlasting)
    let others = try connection.rows(
      """
      SELECT COALESCE(k.start_on, ''), COALESCE(k.end_on, $1), l.name FROM practice_link k
      LEFT JOIN locality l ON l.id = k.locality_id WHERE k.practice_code = $2 AND k.entered_in_error = 0
      ORDER BY 1
      """, [.text(Self.everlasting), .text(line.practiceCode)]
    ) { (from: try $0.text(), to: try $0.text(), locality: $0.textOrNil()) }
    for other in others {
      if own.contains(where: { $0.from == other.from }) { continue }
      guard other.from < to, from < other.to else { continue }
      let since = Day(iso: other.from).map { "since \($0.short)" } ?? "since ever"
      let until = other.to == Self.everlasting ? "without an end" : "until \(Day(iso: other.to)?.short ?? other.to)"
      return """
        \(line.practiceCode) is already linked to \(other.locality ?? "no locality") \(since) \(until), which is the same \
        days. Give that link its end in this file.
        """
    }
    return nil
  }

  mutating func apply(_ plan: Plan, in change: Change) throws {
    if plan.isNew {
      try OrganisationSteps.insert(plan.code, plan.practice, in: change)
    } else {
      try plan.practice.write("organisation", [("ods_code", .text(plan.code))], in: change)
    }
    guard var link = plan.link else { return }
    try endLinks(of: plan.code, in: change)
    if let network = plan.network { link.set("network_id", .text(try Self.named(network, in: "network", change))) }
    if let locality = plan.locality {
      link.set("locality_id", .text(try Self.named(locality, in: "locality", change)))
    }
    if let id = plan.linkID {
      try link.write("practice_link", [("practice_code", .text(plan.code)), ("id", .text(id))], in: change)
      return
    }
    var values = link.columns.filter { $0.column != "end_on" }
    values += [
      ("practice_code", .text(plan.code)), ("id", .text(change.by.newID())), ("start_on", plan.from),
      ("end_on", plan.to),
    ]
    try change.insert("practice_link", values)
  }

  /// Ends the link that lasts, when a row of the file says so, before another that lasts is added.
  private mutating func endLinks(of code: String, in change: Change) throws {
    for link in links[code] ?? [] where link.to != Self.everlasting {
      let count = try change.connection.run(
        """
        UPDATE practice_link SET end_on = $1, updated_at = $2, updated_by = $3, row_version = row_version + 1
        WHERE practice_code = $4 AND COALESCE(start_on, '') = $5 AND end_on IS NULL AND entered_in_error = 0
        """, [.text(link.to), .of(change.at), .text(change.staffID), .text(code), .text(link.from)])
      if count > 0 { ended.insert(link) }
    }
  }

  /// The identifier of a network or a locality; a name not met before makes a new one.
  static func named(_ name: String, in table: String, _ change: Change) throws -> String {
    let key = folded(name)
    if let id = try change.connection.first(
      "SELECT id FROM \(table) WHERE name_key = $1", [.text(key)], { try $0.text() })
    {
      return id
    }
    let id = change.by.newID()
    try change.insert(table, [("id", .text(id)), ("name", .text(name)), ("name_key", .text(key))])
    return id
  }

  func finish(in change: Change) throws {
    try before?.refuseMore(change.connection)
    try CaseloadEntries.refreshAll(in: change)
  }
}
