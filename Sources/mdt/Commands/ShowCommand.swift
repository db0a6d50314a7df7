import ArgumentParser
import CaseModel
import CaseStore

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one person whole. The opening of the record is audited.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.show($0) }
    }
  }

  private func show(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "))
    let person = try await session.store.person(id, by: session.writing, purpose: "shown on the command line")
    let plan = try await session.store.carePlan(of: id)
    let today = session.now().day
    guard output.json || output.plain else {
      for (label, value) in person.facts(plan: plan, today: today) { Outlet.line("\(label): \(value)") }
      return
    }
    let versions = try await session.store.planVersions(of: id)
    output.tell(person.json(plan: plan, versions: versions, try await session.staffNames(), today: today))
  }
}

extension PersonRecord {
  /// Label and value, in reading order; what should be known and is not says "not recorded".
  func facts(plan: CarePlanRecord?, today: Day) -> [(String, String)] {
    let p = patient
    let unknown = "not recorded"
    var facts: [(String, String)] = [
      ("name", p.name.shown()), ("preferred name", p.name.preferred ?? unknown),
      ("born", "\(p.born.short) (\(p.age(on: today))y)"),
      ("NHS No.", p.nhsNumber?.spaced ?? p.nhsUnavailableReason?.words ?? unknown),
      ("gender", p.gender?.words ?? unknown), ("ethnic category", p.ethnicCategory?.words ?? unknown),
      ("language", p.language ?? unknown),
      ("interpreter", p.interpreterRequired.map { $0 ? "needed" : "not needed" } ?? unknown),
      ("known allergies", p.knownAllergies ?? unknown),
      ("practice", [p.practiceCode, p.practiceName].compactMap { $0 }.joined(separator: " ")),
      ("locality", p.locality ?? unknown),
    ]
    if let died = p.died { facts.insert(("died", died.short), at: 3) }
    facts += addresses.map { ("\($0.kind) address", $0.oneLine) }
    facts += telecoms.map { ("phone, \($0.use)", $0.number) }
    facts += enrolments.prefix(1).map {
      (
        "enrolment",
        [$0.status.words, $0.enrolledOn.map { "since \($0.short)" }].compactMap { $0 }.joined(separator: " ")
      )
    }
    facts += consents.map { ("consent, \($0.subject)", "\($0.decision), \($0.basis.words), \($0.at.short)") }
    facts += scores.map { ("risk", $0.inWords()) }
    facts += team.map { ($0.roleWords.lowercasedFirst, "\($0.name), \($0.organisation)") }
    if namedSocialWorker == nil { facts.append(("named social worker", "none")) }
    facts += partners.flatMap { partner in
      [("data from \(partner.organisationName)", partner.age(on: today))]
        + partner.facts.map { ("\(partner.organisationName), \($0.label.lowercasedFirst)", $0.text) }
    }
    let standing = plan?.standing(on: today) ?? .noPlan
    let version = plan.flatMap { $0.versionNumber == 0 ? nil : "v\($0.versionNumber) " } ?? ""
    facts.append(("care plan", version + standing.words))
    if let warning = standing.warning(nextReview: plan?.plan.nextReview, to: .staff) {
      facts.append(("care plan", warning))
    }
    facts += timeline.map { ($0.on.short, "\($0.who): \($0.what)") }
    facts += dataQuality.map { ("data quality", $0) }
    facts += unknownColumns.map { ("file column \($0.name)", $0.value) }
    return facts
  }
}
