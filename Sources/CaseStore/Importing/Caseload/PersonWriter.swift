import CaseModel

/// Writes what was decided about people, and keeps their rows in the lists.
struct PersonWriter: Sendable {
  let context: ImportContext
  /// Row keys up to here were given out before.
  let lastKnown: Int
  private var newest: Int
  /// The list rows of new people up to here are made.
  private var listed: Int
  private var isBulk: Bool
  private var bulk: BulkLoad

  init(context: ImportContext, lastKnown: Int) {
    self.context = context
    self.lastKnown = lastKnown
    newest = lastKnown
    listed = lastKnown
    bulk = BulkLoad(isFirst: lastKnown == 0)
    isBulk = context.expectedRows >= 50_000 && context.expectedRows >= 2 * lastKnown
  }

  mutating func write(_ plan: PersonPlan, in change: Change) throws {
    if isBulk { try bulk.begin(in: change) }
    var plan = plan
    if plan.isNew {
      newest += 1
      plan.id = change.by.newID()
      try insert(plan, rowKey: newest, in: change)
    } else {
      try update(plan, in: change)
    }
    var consent: String?
    for step in plan.steps { try write(step, of: plan, consent: &consent, in: change) }
    if !plan.isNew, plan.changesAnything {
      if isBulk { return bulk.remember(plan.rowKey) }
      try CaseloadEntries.refresh(rowKeys: plan.rowKey...plan.rowKey, today: context.day, change.connection)
    }
    if newest - listed >= 500, !isBulk { try list(in: change) }
  }

  mutating func finish(in change: Change) throws {
    if bulk.isRunning {
      try bulk.end(from: listed + 1, upTo: newest, today: context.day, in: change)
    } else {
      try list(in: change)
    }
    let people = try change.connection.count(
      "SELECT count(*) FROM caseload_entry WHERE row_key > $1", [.of(lastKnown)])
    guard people == newest - lastKnown else {
      throw StoreFault(.damaged, "\(people) of \(newest - lastKnown) people came back after they were written")
    }
  }

  private mutating func list(in change: Change) throws {
    try CaseloadEntries.refresh(after: listed, upTo: newest, in: change)
    listed = newest
  }

  // MARK: The person's own row

  private static let insertion = Insertion(
    "patient", ["row_key", "id"] + PersonColumns.all + ["nhs_verification", "name_key", "search_words"])

  private func insert(_ plan: PersonPlan, rowKey: Int, in change: Change) throws {
    var values: [Value] = [.of(rowKey), .text(plan.id)]
    for column in PersonColumns.all + ["nhs_verification"] {
      values.append(plan.columns.columns.first { $0.column == column }?.value ?? (column == "given_names" ? "" : .null))
    }
    let names = plan.names ?? ("", "", "")
    values.append(.text(PersonName(family: names.family, given: names.given).likeness))
    values.append(.text(names.words))
    try Self.insertion.run(values, in: change)
  }

  private func update(_ plan: PersonPlan, in change: Change) throws {
    var columns = plan.columns
    if let names = plan.names {
      columns.set("name_key", .text(PersonName(family: names.family, given: names.given).likeness))
      columns.set("search_words", .text(names.words))
    }
    try columns.write("patient", [("id", .text(plan.id))], in: change)
  }
}

/// An INSERT with the standard columns, its SQL made once.
struct Insertion: Sendable {
  let sql: String

  init(_ table: String, _ columns: [String]) {
    let all = columns + Change.standardColumns
    let places = all.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    sql = "INSERT INTO \(table) (\(all.joined(separator: ", "))) VALUES (\(places))"
  }

  func run(_ values: [Value], in change: Change) throws {
    try change.connection.run(sql, values + change.standardValues)
  }
}
