import CaseModel
import TerminalKit

/// The single view as a page: each section a function, in the order of the mock-up.
extension PersonScreen {
  func wholePage(_ record: PersonRecord, _ audience: Audience, repeatsAllergies: Bool) -> Page<Link> {
    var page = Page<Link>()
    for note in record.notes { page.text("+ \(note.at.shown(to: audience)): \(note.words)", .fresh) }
    if !record.notes.isEmpty { page.rule() }
    if repeatsAllergies { page.fact("Known allergies", record.patient.knownAllergies ?? "", .strong) }
    sources(record, audience, &page)
    page.rule()
    plan(record, audience, &page)
    crisis(record, audience, &page)
    inHand(record.inHand, audience, &page)
    team(record, audience, &page)
    risk(record, audience, &page)
    page.rule()
    timeline(record, audience, &page)
    page.rule()
    about(record, audience, &page)
    contacts(record, &page)
    enrolment(record, audience, &page)
    rest(record, &page)
    return page
  }

  private func sources(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    if record.partners.isEmpty {
      page.text("! No partner organisation has given data. Only the caseload file is known; it stands below.", .urgent)
    }
    let blocks = record.partners.enumerated().map { source($1, $0, audience) }
    for first in stride(from: 0, to: blocks.count, by: 2) {
      let right = blocks.indices.contains(first + 1) ? blocks[first + 1] : Page()
      page.beside(blocks[first], right)
    }
  }

  private func source(_ partner: PartnerData, _ index: Int, _ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    let age = partner.age(on: around.today)
    let until = partner.asOf.map { "to \($0.shown(to: audience))" }
    let side =
      audience == .staff
      ? [until, TextWidth.width(of: age) < 11 ? String(repeating: " ", count: 11 - age.count) + age : age]
        .compactMap { $0 }.joined(separator: " ") : [until, age].compactMap { $0 }.joined(separator: ", ")
    page.title(
      "[\(index + 1)] \(partner.organisationName), \(partner.kind.care)",
      side: .init(side, .of(mark: age.first ?? " ")), link: .source(index))
    page.facts(partner.facts.map { .init(label: $0.label, value: $0.text) }, indent: 4, link: .source(index))
    if age.contains("NO DATA") {
      let words = partner.asOf == nil ? "Nothing has come from this partner." : "Shown, and left out of counts."
      page.text("\(words) Ask \(partner.organisationName).", .muted, indent: 4, link: .source(index))
    }
    return page
  }

  private func crisis(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    guard let crisis = record.crisis else { return }
    let standing = crisis.standing(on: around.today)
    var words = "Crisis plan"
    if crisis.versionNumber > 0 {
      words += " v\(crisis.versionNumber), \(crisis.grade.words.lowercasedFirst)"
      if let from = crisis.effectiveFrom { words += ", of \(from.shown(to: audience))" }
    }
    if crisis.hasDraft { words += "; a draft waits" }
    page.title(words, side: .init(standing, .of(mark: standing.first ?? " ")))
  }

  private func plan(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    guard let plan = record.plan else {
      let words = PlanStanding.noPlan.words
      page.title("Care plan", side: .init(words, .urgent), link: .plan)
      page.text(whyNotEdited ?? "Press e to write one.", .muted, indent: 4, link: .plan)
      return
    }
    let standing = plan.standing(on: around.today)
    if let reason = plan.noPlanReason {
      page.title("Care plan", side: .init(standing.shortWords, .of(mark: standing.mark)), link: .plan)
      page.text("Offered and declined: \(reason)", indent: 11, link: .plan)
      return
    }
    var words = [String]()
    words.append(plan.versionNumber == 0 ? "not signed yet" : "v\(plan.versionNumber)")
    if let reviewed = plan.lastReviewed { words.append("reviewed \(reviewed.shown(to: audience))") }
    if let agreed = plan.agreedOn, plan.lastReviewed == nil { words.append("agreed \(agreed.shown(to: audience))") }
    if let next = plan.nextReview { words.append("review due \(next.shown(to: audience))") }
    page.title(
      "Care plan " + words.joined(separator: audience == .staff ? "  " : ", "),
      side: .init(standing.words, .of(mark: standing.mark)), link: .plan)
    let better = plan.improvingGoalCount == 0 ? "" : ", \(plan.improvingGoalCount) getting better"
    let goals =
      plan.goalCount == 0 ? "No goal is written yet." : "\(counted(plan.goalCount, "goal", "goals"))\(better)."
    let owner = plan.reviewOwner.map { "  Review owner \($0)." } ?? ""
    page.text(goals + owner, indent: 11, link: .plan)
  }

  private func team(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    if record.namedSocialWorker == nil {
      page.fact("Social worker", "! none is named", .urgent, link: .team)
      if let link = record.linkWorker {
        // R-SW-06: another word and another colour than somebody who holds the case.
        page.fact(
          LinkWorker.words, [link.name, link.phone].compactMap { $0 }.joined(separator: ", "), .muted, link: .team)
      }
    }
    for member in record.team {
      let words = [member.name, member.organisation, member.team ?? "", member.phone ?? ""]
      let isWaiting = member.isAsked && member.acceptedOn == nil
      page.fact(
        member.roleWords,
        words.filter { !$0.isEmpty }.joined(separator: ", ") + ", since \(member.start.shown(to: audience))"
          + (isWaiting ? ", ~ not accepted yet" : ""), isWaiting ? .soon : .body, link: .team)
    }
    if let handover = record.handover {
      let said = handover.note.answers.filter { !$0.answer.isEmpty }.map { "\($0.question): \($0.answer)" }
      page.fact(
        "Handover", "\(handover.at.day.shown(to: audience)) from \(handover.from). \(said.joined(separator: ". "))",
        link: .team)
    }
  }

  private func risk(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    guard let newest = record.scores.first else {
      page.fact("Risk", "not recorded", .muted)
      return
    }
    let more = record.scores.count > 1 ? ".  \(record.scores.count) scores, r shows all" : ""
    page.fact("Risk", riskWords(newest, audience) + more, riskRole(newest), link: .risk)
  }

  private func timeline(_ record: PersonRecord, _ audience: Audience, _ page: inout Page<Link>) {
    let shown = record.timeline.prefix(6)
    let rest = record.timeline.count - shown.count
    page.title(
      "Timeline", side: rest > 0 ? .init("\(thousands(rest)) more, t shows all", .muted) : nil, link: .timeline)
    if shown.isEmpty { page.text("Nothing has happened yet that a partner has told of.", .muted, indent: 2) }
    for entry in shown { self.entry(entry, audience, &page) }
  }

  func entry(_ entry: TimelineEntry, _ audience: Audience, _ page: inout Page<Link>) {
    page.fact(
      entry.on.shown(to: audience), [entry.who, entry.what].filter { !$0.isEmpty }.joined(separator: ": "), indent: 2)
  }

  /// R-RS-01 and R-RS-02: never a bare number, and its age in words when it is old.
  func riskWords(_ score: RiskScore, _ audience: Audience) -> String {
    let words = score.inWords(audience)
    let days = around.today - score.runOn
    switch score.age(on: around.today) {
    case .current: return words
    case .old: return "\(words), \(days) days old"
    case .tooOldToList: return "\(words), \(days) days old, too old to list by"
    }
  }

  func riskRole(_ score: RiskScore) -> Role { score.age(on: around.today) == .current ? .body : .muted }
}

extension OrganisationKind {
  /// What kind of care an organisation's data are about.
  fileprivate var care: String {
    switch self {
    case .gpPractice, .gpFederation, .network: "primary care"
    case .acute: "acute"
    case .communityMentalHealth: "mental health"
    case .localAuthority: "social care"
    case .hospice, .voluntary, .ambulance, .careProvider: words.lowercasedFirst
    }
  }
}
