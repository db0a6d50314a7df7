import CaseModel
import TerminalKit

/// The lower half of the single view, and the parts that fill the page by themselves.
extension PersonScreen {
  func about(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    let patient = record.patient
    page.title("About")
    func fact(_ label: String, _ value: String?) {
      page.fact(label, value ?? "not recorded", value == nil ? .muted : .body, indent: 2)
    }
    if let native = patient.nativeName { fact("Own script", native) }
    fact("Language", patient.language)
    fact("Interpreter", patient.interpreterRequired.map { $0 ? "needed" : "not needed" })
    fact("Lives alone", patient.livesAlone.map { $0 ? "yes" : "no" })
    fact("Ethnic category", patient.ethnicCategory?.words)
    fact("Practice", [patient.practiceName, patient.practiceCode].compactMap { $0 }.nonEmpty?.joined(separator: ", "))
    fact("Locality", [patient.locality, patient.network].compactMap { $0 }.nonEmpty?.joined(separator: ", "))
    fact("Conditions", patient.longTermConditions.nonEmpty?.joined(separator: "; "))
    if let words = numberWords(patient) { fact("NHS No. check", words) }
    if patient.restricted { page.fact("Access", "! restricted record", .urgent, indent: 2) }
    if let note = patient.note { fact("Note", note) }
  }

  /// How far the number can be relied on (R-ID-02, R-ID-04).
  private func numberWords(_ patient: Patient) -> String? {
    guard let number = patient.nhsNumber else { return nil }
    let status: [String: String] = [
      "01": "verified", "02": "present, not traced", "03": "trace required", "04": "no match or several",
      "05": "conflict to resolve", "06": "trace in progress", "07": "not required", "08": "postponed",
    ]
    let words = patient.nhsVerification.map { status[$0] ?? $0 }
    return [words, number.warning?.message].compactMap { $0 }.nonEmpty?.joined(separator: "; ")
  }

  func contacts(_ record: PersonRecord, _ page: inout Page<Link>) {
    page.title("Contacts")
    if record.addresses.isEmpty, record.telecoms.isEmpty {
      page.text("No address and no telephone number is recorded.", .muted, indent: 2)
    }
    for address in record.addresses {
      page.fact(address.kind.capitalisedFirst.spacedOut, address.oneLine, indent: 2)
    }
    for telecom in record.telecoms.sorted(by: { $0.rank < $1.rank }) {
      let message =
        switch telecom.safeToLeaveMessage {
        case true: "safe to leave a message"
        case false: "! leave no message"
        case nil: "messages: not recorded"
        }
      let use = telecom.use.isEmpty ? "Phone" : "Phone, \(telecom.use.spacedOut)"
      page.fact(use, "\(telecom.number), \(message)", indent: 2)
    }
  }

  func enrolment(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    page.title("Enrolment and consent")
    if record.enrolments.isEmpty { page.text("No enrolment is recorded.", .muted, indent: 2) }
    for enrolment in record.enrolments {
      var words = [String]()
      if let on = enrolment.identifiedOn { words.append("identified \(on.shown(to: audience))") }
      if let on = enrolment.enrolledOn { words.append("enrolled \(on.shown(to: audience))") }
      if let on = enrolment.endedOn { words.append("ended \(on.shown(to: audience))") }
      if let reason = enrolment.endReason { words.append(reason) }
      if let route = enrolment.route { words.append("by \(route.words.lowercasedFirst)") }
      if let practice = enrolment.practiceAtEnrolment { words.append("at \(practice)") }
      page.fact(enrolment.status.words, words.nonEmpty?.joined(separator: ", ") ?? "dates not recorded", indent: 2)
    }
    if record.consents.isEmpty { page.fact("Consent", "! not recorded", .urgent, indent: 2) }
    for consent in record.consents {
      var words = [
        "\(consent.decision.spacedOut) \(consent.at.shown(to: audience))", consent.basis.words.lowercasedFirst,
      ]
      if let name = consent.givenByName { words.append("by \(name)") }
      let isAgainst = consent.decision == "refused" || consent.decision == "withdrawn"
      page.fact(
        consent.subject == "share_in_mdt" ? "Share in MDT" : consent.subject.spacedOut.capitalisedFirst,
        (isAgainst ? "! " : "") + words.joined(separator: ", "),
        isAgainst ? .urgent : .body, indent: 2)
    }
  }

  func rest(_ record: PersonRecord, _ page: inout Page<Link>) {
    if !record.dataQuality.isEmpty {
      page.title("Data quality: \(counted(record.dataQuality.count, "thing", "things")) to put right")
      for words in record.dataQuality { page.text("~ \(words)", .soon, indent: 2) }
    }
    if !record.unknownColumns.isEmpty {
      page.title("Other columns of the caseload file, as they came")
      for column in record.unknownColumns { page.fact(column.name, column.value, indent: 2) }
    }
  }

  func sourcePage(_ partner: PartnerData, _ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    page.fact("Organisation", "\(partner.organisationName), \(partner.kind.words), \(partner.organisationCode)")
    page.fact(
      "Data to", partner.asOf?.shown(to: audience) ?? "nothing has come from this partner",
      partner.asOf == nil ? .muted : .body)
    page.fact("Where from", partner.source.isEmpty ? "not recorded" : partner.source)
    page.gap()
    if partner.facts.isEmpty { page.text("No facts. Ask \(partner.organisationName).", .muted) }
    for fact in partner.facts { page.fact(fact.label, fact.text) }
    return page
  }

  func timelinePage(_ record: PersonRecord, _ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    if record.timeline.isEmpty { page.text("Nothing has happened yet that a partner has told of.", .muted) }
    for entry in record.timeline { self.entry(entry, audience, &page) }
    return page
  }

  func riskPage(_ record: PersonRecord, _ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    if record.scores.isEmpty {
      page.text("No risk score is recorded. Scores come with the caseload file; mdt never works one out.", .muted)
    }
    for score in record.scores {
      page.fact(score.runOn.shown(to: audience), riskWords(score, audience).capitalisedFirst, riskRole(score))
    }
    return page
  }
}

extension Array {
  /// Nil when there is nothing in it.
  var nonEmpty: Self? { isEmpty ? nil : self }
}

extension String {
  /// A code as words: `share_in_mdt` is `share in mdt`.
  var spacedOut: String { split(separator: "_").joined(separator: " ") }
}
