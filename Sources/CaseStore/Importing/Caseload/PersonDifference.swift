import CaseModel

/// Compares a line with what is known of its person and gathers what to write. Nothing is erased: a line that says
/// nothing about something leaves it as it is.
struct PersonDifference {
  let line: CaseloadLine
  let row: ImportedLine<CaseloadLine>
  let known: KnownPerson
  let context: ImportContext
  let acute: String?

  private(set) var plan: PersonPlan
  private(set) var complaints = [ImportComplaint]()
  private(set) var warnings = [ImportComplaint]()
  private(set) var isOlderScore = false

  init(
    line: CaseloadLine, row: ImportedLine<CaseloadLine>, known: KnownPerson, context: ImportContext, acute: String?
  ) {
    self.line = line
    self.row = row
    self.known = known
    self.context = context
    self.acute = acute
    plan = PersonPlan(id: known.id, rowKey: known.rowKey, practice: line.practiceCode)
  }

  private var isNew: Bool { known.rowKey == 0 }

  mutating func compare() {
    compareColumns()
    compareAddress()
    if let phone = line.phone, !known.telephones.contains(digits(of: phone)) { plan.steps.append(.telephone(phone)) }
    if known.practice?.code != line.practiceCode {
      plan.steps.append(.practice(line.practiceCode, ending: known.practice?.id))
    }
    compareEnrolment()
    compareScore()
    compareFacts()
    for (position, cell) in row.unknown.enumerated() where known.unknown[cell.name] != cell.value {
      plan.steps.append(.unknown(name: cell.name, value: cell.value, position: position))
    }
  }

  // MARK: Who they are

  private mutating func compareColumns() {
    for (index, value) in PersonColumns.said(by: line).enumerated() {
      let column = PersonColumns.all[index]
      if column == "nhs_unavailable_reason", known.text("nhs_number") != nil { continue }
      plan.columns.add(column, value, known: known.columns[index])
    }
    let changed = Set(plan.columns.columns.map { $0.column })
    if changed.contains("nhs_number") {
      // Present and not traced: only a traced source could say more (R-ID-04).
      plan.columns.set("nhs_verification", "02")
      if !isNew { plan.columns.set("nhs_unavailable_reason", .null) }
    }
    if !changed.isDisjoint(with: ["family_name", "given_names", "preferred_name"]) {
      let family = line.familyName
      let given = line.givenNames.isEmpty ? known.text("given_names") ?? "" : line.givenNames
      let former = [known.text("family_name"), known.text("given_names")]
      let preferred = line.preferredName ?? known.text("preferred_name")
      plan.names = (family, given, nameWords([family, given, preferred] + former + known.aliases))
      if !isNew, !changed.isDisjoint(with: ["family_name", "given_names"]) {
        plan.steps.append(.alias(family: former[0] ?? "", given: former[1] ?? ""))
      }
    }
    if changed.contains("note"), let note = line.note { plan.steps.append(.note(note)) }
  }

  private mutating func compareAddress() {
    let postcode = line.postcode ?? ""
    guard !line.address.isEmpty || !postcode.isEmpty else { return }
    if let address = known.address {
      let sameLines = line.address.isEmpty || line.address == address.lines
      if sameLines, postcode.isEmpty || postcode == address.postcode { return }
    }
    // A postcode alone is an address whose lines nobody has written down.
    let lines = line.address.isEmpty ? ["Not recorded"] : line.address
    plan.steps.append(.address(lines: lines, postcode: postcode, ending: known.address?.id))
  }

  // MARK: Scores

  private mutating func compareScore() {
    guard let risk = line.risk else { return }
    let score = KnownPerson.Score(
      model: risk.model, version: risk.modelVersion, runOn: risk.runOn, value: risk.score, unit: risk.unit)
    if known.scores.contains(score) { return }
    if known.scores.contains(where: {
      $0.model == score.model && $0.version == score.version && $0.runOn == score.runOn
    }) {
      warn(
        "risk_score", plain(risk.score), "5.2",
        "Another score of the same model and the same run is here. Both are kept; the list shows this one.")
    } else if let newest = known.scores.map(\.runOn).max(), newest > risk.runOn {
      isOlderScore = true
    }
    plan.steps.append(.score(risk))
  }

  // MARK: What partners know

  private mutating func compareFacts() {
    let conditions = line.longTermConditions.joined(separator: "; ")
    fact(line.practiceCode, "Problems", conditions.isEmpty ? nil : conditions, 0)
    fact(line.practiceCode, "Allergies", line.knownAllergies, 1)
    // Which hospital it was the file does not say: it is the trust's only where there is one, else it is hearsay.
    fact(acute ?? line.practiceCode, "Last A&E attendance", line.lastAEOn?.short, 2)
    fact(acute ?? line.practiceCode, "Last emergency admission", line.lastAdmissionOn?.short, 3)
    happening("ae_attendance", line.lastAEOn)
    happening("unplanned_admission", line.lastAdmissionOn)
  }

  private mutating func fact(_ organisation: String, _ label: String, _ text: String?, _ position: Int) {
    guard let text else { return }
    guard let old = known.facts.first(where: { $0.organisation == organisation && $0.label == label }) else {
      plan.steps.append(.fact(organisation: organisation, label: label, text: text, position: position))
      return
    }
    plan.steps.append(old.text == text ? .factAgain(id: old.id) : .factChange(id: old.id, text: text))
  }

  private mutating func happening(_ kind: String, _ day: Day?) {
    guard let day else { return }
    let happening = KnownPerson.Happening(kind: kind, on: day)
    if !known.happenings.contains(happening) { plan.steps.append(.happening(happening)) }
  }

  // MARK: For the enrolment, in its own file

  mutating func add(_ step: PersonPlan.Step) { plan.steps.append(step) }

  mutating func complain(_ column: String, _ value: String, _ rule: String, _ message: String) {
    complaints.append(context.complaint(row.line, column, value, rule, message))
  }

  mutating func warn(_ column: String, _ value: String, _ rule: String, _ message: String) {
    warnings.append(context.complaint(row.line, column, value, rule, message))
  }

  /// A number without needless zeros.
  private func plain(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }
}
