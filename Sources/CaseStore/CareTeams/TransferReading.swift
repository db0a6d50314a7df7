import CaseModel

/// Whom somebody would hand over, with what of each names them.
enum TransferReading {
  static func preview(
    _ leaver: ID<StaffMember>, _ facts: AccessFacts, _ connection: any Connection
  ) throws -> TransferPreview {
    guard let member = try StaffRows.one(leaver, connection) else {
      throw Problem(
        "Nobody was listed.", because: "There is no such member of staff.", try: "List them with mdt staff --all.",
        kind: .notFound)
    }
    var people = [ID<Patient>: TransferPerson]()
    for (patient, role, weight) in try connection.rows(
      """
      SELECT patient_id, role, weight FROM care_team_member WHERE staff_id = $1 AND end_at IS NULL
      AND entered_in_error = 0 ORDER BY start_at, id
      """, [.of(leaver)], { (try $0.id() as ID<Patient>, try $0.code() as CareRole, $0.intOrNil()) })
    {
      guard var person = try people[patient] ?? person(patient, facts, connection) else { continue }
      person.roles.append(role)
      person.weight = weight ?? person.weight
      people[patient] = person
    }
    for (patient, isReview, mentions) in try connection.rows(
      "SELECT q.patient_id, q.is_review, q.mentions FROM (\(PlanHandover.named)) q",
      [.of(leaver), .text(member.name), .text(member.shortName)],
      { (try $0.id() as ID<Patient>, try $0.flag(), try $0.int()) })
    {
      guard var person = try people[patient] ?? person(patient, facts, connection) else { continue }
      person.hasReview = person.hasReview || isReview
      person.mentions += mentions
      people[patient] = person
    }
    return TransferPreview(
      leaver: member, people: people.values.sorted { ($0.name.likeness, $0.id) < ($1.name.likeness, $1.id) })
  }

  private static func person(
    _ patient: ID<Patient>, _ facts: AccessFacts, _ connection: any Connection
  ) throws -> TransferPerson? {
    guard let about = try PatientFacts.of(patient, for: facts, connection),
      case .allow = Access.decide(facts.actor, .openRecord, about)
    else { return nil }
    let target = Double(try Settings.whole("risk.target_percentile", or: 80, connection))
    return try connection.first(
      """
      SELECT e.family_name, e.given_names, e.title, e.preferred_name, e.born_key, e.nhs_key, e.has_similar,
        e.percentile, e.review_key, p.language, COALESCE(p.interpreter_required, 0), p.lives_alone, e.plan_status
      FROM caseload_entry e JOIN patient p ON p.id = e.patient_id WHERE e.patient_id = $1
      """, [.of(patient)]
    ) { row in
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      let born = try row.day()
      var person = TransferPerson(
        id: patient, name: name, born: born, nhsNumber: NHSNumber(stored: try row.text()),
        hasSimilar: try row.flag())
      person.isHighRisk = try row.real() >= target
      let review = Day(iso: try row.text())
      var who = ["\(born.years(to: facts.day)) years"]
      if let language = row.textOrNil() {
        who.append("speaks \(language)\(try row.flag() ? ", with an interpreter" : "")")
      } else {
        row.skip()
      }
      if let alone = row.flagOrNil() { who.append(alone ? "lives alone" : "does not live alone") }
      person.suggested.whoTheyAre = who.joined(separator: ", ")
      person.suggested.whatIsLive = row.textOrNil().map { "Care plan: \($0)" } ?? "No care plan"
      person.suggested.whatIsDue = review.map { "Review of the care plan \($0.short)" } ?? ""
      return person
    }
  }
}
