import CaseModel

/// Importing a caseload: who a line is about, whether that can be, and what it changes.
struct CaseloadSteps: ImportSteps {
  typealias Plan = PersonPlan

  struct Practice: Sendable {
    var hasLocality: Bool
    var closedOn: Day?
  }

  static let subject = ImportSubject.caseload

  let context: ImportContext
  let practices: [String: Practice]
  /// The one acute trust that is known; nil when there are none or several and the file does not say which.
  let acute: String?
  /// People with row keys up to here were known before this import.
  let lastKnown: Int
  var writer: PersonWriter

  init(_ context: ImportContext, _ connection: any Connection) throws {
    self.context = context
    let found = try connection.rows(
      """
      SELECT o.ods_code, o.closed_on, EXISTS (
        SELECT 1 FROM practice_link k WHERE k.practice_code = o.ods_code AND k.entered_in_error = 0
        AND k.locality_id IS NOT NULL AND COALESCE(k.start_on, '') <= $1 AND COALESCE(k.end_on, '9999-12-31') > $1)
      FROM organisation o
      """, [.of(context.day)]
    ) { row in
      let code = try row.text()
      let closed = try row.dayOrNil()
      return (code, Practice(hasLocality: try row.flag(), closedOn: closed))
    }
    practices = Dictionary(found) { first, _ in first }
    let trusts = try connection.rows("SELECT ods_code FROM organisation WHERE kind = 'acute' AND closed_on IS NULL") {
      try $0.text()
    }
    acute = trusts.count == 1 ? trusts[0] : nil
    lastKnown = try connection.count("SELECT COALESCE(max(row_key), 0) FROM patient")
    writer = PersonWriter(context: context, lastKnown: lastKnown)
  }

  func decide(_ row: ImportedLine<CaseloadLine>, _ connection: any Connection) throws -> RowDecision<PersonPlan> {
    let line = row.content
    var decision = RowDecision<PersonPlan>()
    judge(line, row.line, &decision)
    let known = try whoIs(line, row.line, connection, &decision)
    guard decision.complaints.isEmpty else { return decision }
    var difference = PersonDifference(
      line: line, row: row, known: known ?? KnownPerson(), context: context, acute: acute)
    difference.compare()
    decision.complaints = difference.complaints
    decision.warnings += difference.warnings
    guard decision.complaints.isEmpty else { return decision }
    decision.isOlderScore = difference.isOlderScore
    decision.isIdentified = known == nil && line.enrolmentStatus ?? .identified == .identified
    let changes = difference.plan.changesAnything
    decision.effect = known == nil ? .new : changes ? .changed : .unchanged
    if known == nil || changes || !difference.plan.steps.isEmpty { decision.plan = difference.plan }
    if known == nil, lastKnown > 0 {
      decision.duplicates = try likeness(of: line).resembling(upTo: lastKnown, connection).map {
        PossibleDuplicate(line: row.line, resembles: $0.person, score: $0.score, shared: $0.shared)
      }
    }
    return decision
  }

  private func judge(_ line: CaseloadLine, _ number: Int, _ decision: inout RowDecision<PersonPlan>) {
    let code = line.practiceCode
    func complain(_ message: String) {
      decision.complaints.append(context.complaint(number, "practice_code", code, "0.2", message))
    }
    if let practice = practices[code] {
      if let closed = practice.closedOn, closed <= context.day {
        complain("The practice closed on \(closed.short). Give the practice where the person is registered now.")
      } else if !practice.hasLocality {
        complain(
          "The practice is in no locality on \(context.day.short). Import its locality with mdt import practices.")
      }
    } else {
      decision.namesUnknown = true
      complain("No practice \(code) is known here. Correct the code, or import it first with mdt import practices.")
    }
    if let fault = line.nhsNumber?.fault(inPracticeStore: context.isPractice) {
      decision.complaints.append(
        context.complaint(number, "nhs_number", line.nhsNumber?.spaced ?? "", "R-ID-03", fault.message))
    }
  }

  // MARK: Who it is

  /// The person a line is about; nil for somebody new, or when a complaint says why that cannot be told.
  private func whoIs(
    _ line: CaseloadLine, _ number: Int, _ connection: any Connection, _ decision: inout RowDecision<PersonPlan>
  ) throws -> KnownPerson? {
    if let nhs = line.nhsNumber, let key = try KnownPerson.keys(nhs: nhs, connection).first {
      guard let known = try KnownPerson(rowKey: key, connection) else { return nil }
      check(known, line, number, &decision)
      return known
    }
    guard lastKnown > 0 else { return nil }
    let keys = try KnownPerson.keys(like: line, withoutNumber: line.nhsNumber != nil, upTo: lastKnown, connection)
    if keys.count > 1 {
      decision.complaints.append(
        context.complaint(
          number, "family_name", line.familyName, "R-ID-06",
          "\(keys.count) people here have these names, this date of birth and this practice. Give the NHS number."))
      return nil
    }
    guard let key = keys.first, let known = try KnownPerson(rowKey: key, connection) else { return nil }
    if let nhs = line.nhsNumber {
      decision.warnings.append(
        context.complaint(
          number, "nhs_number", nhs.spaced, "R-ID-04",
          "The same names, date of birth and practice are here without a number: this number is added to that record."))
    }
    return known
  }

  /// R-ID-05: what a line changes about who somebody is, is told or refused.
  private func check(
    _ known: KnownPerson, _ line: CaseloadLine, _ number: Int, _ decision: inout RowDecision<PersonPlan>
  ) {
    let identity = KnownIdentity(known, line)
    let nhs = line.nhsNumber?.spaced ?? ""
    if let complaint = identity.complaint {
      decision.complaints.append(context.complaint(number, "nhs_number", nhs, "R-ID-05", complaint))
    } else if let change = identity.change(number: nhs, isApplied: !context.importID.isEmpty) {
      decision.warnings.append(context.complaint(number, change.column, change.value, "R-ID-05", change.message))
    }
  }

  // MARK: Within the file

  func onceKey(of line: CaseloadLine) -> String? {
    guard line.nhsNumber == nil else { return nil }
    let name = PersonName(family: line.familyName, given: line.givenNames)
    return "\(line.born.iso)|\(name.likeness)|\(line.practiceCode)"
  }

  func likenessKeys(of line: CaseloadLine) -> [String] { likeness(of: line).keys }

  private func likeness(of line: CaseloadLine) -> Likeness {
    Likeness(
      born: line.born.iso, family: line.familyName, given: line.givenNames, postcode: line.postcode,
      practice: line.practiceCode)
  }

  // MARK: Writing

  mutating func apply(_ plan: PersonPlan, in change: Change) throws { try writer.write(plan, in: change) }

  mutating func finish(in change: Change) throws { try writer.finish(in: change) }
}
