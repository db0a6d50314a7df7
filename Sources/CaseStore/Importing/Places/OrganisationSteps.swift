import CaseModel

/// Importing organisations: one record a code, which is never used again (handbook 7.3).
struct OrganisationSteps: ImportSteps {
  struct Plan: Sendable {
    var code: String
    var isNew: Bool
    var columns: FieldDifference
  }

  static let subject = ImportSubject.organisations
  let context: ImportContext
  private let before: SelfGrant.Before?

  init(_ context: ImportContext, _ connection: any Connection) throws {
    self.context = context
    before = try context.importer.map {
      try SelfGrant.Before(of: $0.id, today: context.day, from: [], connection)
    }
  }

  func decide(_ row: ImportedLine<OrganisationLine>, _ connection: any Connection) throws -> RowDecision<Plan> {
    let line = row.content
    var decision = RowDecision<Plan>()
    let known = try connection.first(
      "SELECT name, kind, open_from, closed_on FROM organisation WHERE ods_code = $1", [.text(line.odsCode)]
    ) { columns in (0..<4).map { _ in Value.of(columns.textOrNil()) } }
    let said: [(String, Value)] = [
      ("name", .of(line.name)), ("kind", .of(line.kind)), ("open_from", .of(line.openFrom)),
      ("closed_on", .of(line.closedOn)),
    ]
    var columns = FieldDifference()
    for (index, (column, value)) in said.enumerated() {
      columns.add(column, value, known: known.map { $0[index] } ?? .null)
    }
    let opened = line.openFrom.map { $0.iso } ?? text(known?[2])
    let closed = line.closedOn.map { $0.iso } ?? text(known?[3])
    if let opened, let closed, closed <= opened {
      decision.complaints.append(
        context.complaint(
          row.line, "closed_on", line.closedOn?.iso ?? "", "dates",
          "With what is known of \(line.odsCode), it would close on \(closed), on or before the day it opened, \(opened)."
        ))
    }
    decision.effect = known == nil ? .new : columns.isEmpty ? .unchanged : .changed
    if known == nil || !columns.isEmpty {
      decision.plan = Plan(code: line.odsCode, isNew: known == nil, columns: columns)
    }
    return decision
  }

  private func text(_ value: Value?) -> String? {
    if case .text(let text)? = value { return text }
    return nil
  }

  func apply(_ plan: Plan, in change: Change) throws {
    if plan.isNew {
      try OrganisationSteps.insert(plan.code, plan.columns, in: change)
    } else {
      try plan.columns.write("organisation", [("ods_code", .text(plan.code))], in: change)
    }
  }

  /// An organisation that says no name goes by its code until a later file names it.
  static func insert(_ code: String, _ columns: FieldDifference, in change: Change) throws {
    var values = columns.columns
    if !values.contains(where: { $0.column == "name" }) { values.append(("name", .text(code))) }
    // Codes of this shape belong to nobody: they are for practice and for tests.
    let fictional = code.hasPrefix("F99") || code.hasPrefix("R99")
    values += [("ods_code", .text(code)), ("is_fictional", .of(fictional))]
    try change.insert("organisation", values)
  }

  /// What the lists show of people whose practice closed or got its name is derived again.
  func finish(in change: Change) throws {
    try before?.refuseMore(change.connection)
    try CaseloadEntries.refreshAll(in: change)
  }
}
