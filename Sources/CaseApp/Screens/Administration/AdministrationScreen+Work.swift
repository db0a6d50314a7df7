import CaseModel
import CaseStore
import TerminalKit

extension AdministrationScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .read(let office, let limit):
        return .read(
          OfficeContents(
            rows: try await rows(of: office, limit: limit, in: world), refusals: try await refusals(in: world)))
      case .readRow(let office, let id): return .rowRead(id, try await more(of: office, id, in: world))
      case .act(let act, let row, let answers):
        do throws(Problem) {
          return .done(try await OfficeDeed(act: act, row: row, answers: answers, world: world).done())
        } catch {
          return .notDone(error)
        }
      }
    } catch {
      return .failed(error)
    }
  }

  /// Why each kind of act would be refused; nothing is recorded, because nothing is tried.
  private static func refusals(in world: World) async throws(Problem) -> [AccessAction: String] {
    var found = [AccessAction: String]()
    for action in [AccessAction.manageStaff, .manageSettings, .manageAgreements, .ownWork] {
      if let problem = try await world.store.refusal(of: action) {
        found[action] = "\(problem.reason) \(problem.advice)"
      }
    }
    // Whoever may decide or propose assigns.
    if let problem = try await world.store.refusal(of: .proposeAssignment),
      try await world.store.refusal(of: .approveAssignment) != nil
    {
      found[.proposeAssignment] = "\(problem.reason) \(problem.advice)"
    }
    return found
  }

  // MARK: Lists

  private static func rows(of office: Office, limit: Int, in world: World) async throws(Problem) -> [OfficeRow] {
    let today = world.now().day
    switch office {
    case .administration: return try await offices(today, in: world)
    case .staff: return try await world.store.staffFiles().map { row(of: $0, today) }
    case .leavers: return try await leavers(today, in: world)
    case .organisations: return try await world.store.organisationFiles().map { row(of: $0, today) }
    case .settings: return try await world.store.settings().map(row)
    case .agreements: return try await world.store.agreements().map { row(of: $0, today) }
    case .privileges: return try await world.store.privileges().reversed().map(row)
    case .own: return try await own(limit, in: world)
    }
  }

  private static func offices(_ today: Day, in world: World) async throws(Problem) -> [OfficeRow] {
    let files = try await world.store.staffFiles().filter { $0.member.isActive(on: today) }
    let untrained = files.count { $0.training(on: today).mark == "!" }
    let warnings = try await world.store.agreements().compactMap { $0.warning(on: today) }
    let proposals = try await world.store.privileges().count { $0.confirmedBy == nil && $0.to == nil }
    var left = 0
    if try await world.store.refusal(of: .manageStaff) == nil {
      left = try await world.store.leftByEach().reduce(0) { $0 + $1.people }
    } else if try await world.store.refusal(of: .listPeople) == nil {
      left = try await world.store.leftByLeavers().count
    }
    return Office.allCases.filter { $0 != .administration }.map { office in
      var row = OfficeRow(id: office.rawValue, label: office.title, value: office.purpose)
      switch office {
      case .staff:
        row.value = "\(files.count) work here. \(office.purpose)"
        if untrained > 0 { row.value += ". Without valid data security training: \(untrained)" }
      case .leavers where left > 0: (row.value, row.role) = ("! \(left) to hand over. \(office.purpose)", .urgent)
      case .agreements where !warnings.isEmpty:
        let isUrgent = warnings.contains { $0.isUrgent }
        row.value = "\(isUrgent ? "!" : "~") \(warnings.map(\.text).joined(separator: " "))"
        row.role = isUrgent ? .urgent : .soon
      case .privileges where proposals > 0:
        (row.value, row.role) = ("~ \(proposals) to be confirmed. \(office.purpose)", .soon)
      default: break
      }
      return row
    }
  }

  private static func row(of file: StaffFile, _ today: Day) -> OfficeRow {
    let (member, training) = (file.member, file.training(on: today))
    let held = file.memberships.filter { $0.isHeld(on: today) }
    let standing = file.standing(on: today)
    var row = OfficeRow(
      id: member.id.text, label: member.name,
      value: ((held.isEmpty ? [member.role.words] : held.map(\.words)) + (standing == "works here" ? [] : [standing]))
        .joined(separator: "; "))
    if training.mark != "", training != .notRecorded, member.isActive(on: today) {
      row.value += "; \(training.mark) \(training.words)"
      row.role = training.mark == "!" ? .urgent : .soon
    }
    row.facts = [
      .init(label: "Standing", value: standing, role: .strong),
      .init(label: "Account", value: member.account ?? "none: nobody signs in as them"),
      .init(label: "Telephone", value: member.phone ?? "not recorded"),
      .init(label: "Mail", value: member.email ?? "not recorded"),
    ]
    for (number, post) in file.memberships.enumerated() {
      row.facts.append(
        .init(
          label: "Post \(number + 1)", value: "\(post.words), \(post.dates(on: today))",
          role: post.isHeld(on: today) ? .body : .muted))
      row.values["post\(number + 1)"] = post.id
    }
    if file.memberships.isEmpty { row.facts.append(.init(label: "Posts", value: "none")) }
    for role in file.privileges { row.facts.append(.init(label: "Privilege", value: role.words)) }
    row.facts.append(
      .init(
        label: "Training", value: [training.mark, training.words].filter { !$0.isEmpty }.joined(separator: " "),
        role: training.mark == "!" ? .urgent : training.mark == "~" ? .soon : .body))
    row.values["account"] = member.account
    if let last = file.memberships.first {
      row.values["role"] = last.role.rawValue
      row.values["organisation"] = last.organisationCode
      row.values["team"] = last.team
      row.values["locality"] = last.locality
    }
    return row
  }

  private static func leavers(_ today: Day, in world: World) async throws(Problem) -> [OfficeRow] {
    guard try await world.store.refusal(of: .listPeople) == nil else {
      return try await world.store.leftByEach().map { one in
        OfficeRow(
          id: one.leaver.text, label: one.name, value: "\(one.people) to hand over, last day \(one.lastDay.short)",
          role: one.lastDay < today ? .urgent : .body,
          facts: [.init(label: "", value: "Who they are is for those who assign people.")])
      }
    }
    let holidays = try await world.store.bankHolidays()
    return try await world.store.leftByLeavers().map { person in
      let isUrgent = person.isUrgent(on: today, holidays: holidays)
      let verb = person.isUnallocated ? "given up by" : person.lastDay < today ? "left by" : "about to be left by"
      let words = "\(person.roleWords), \(verb) \(person.leaverName), \(person.lastDay.short)"
      return OfficeRow(
        id: person.id, label: person.name.shown(),
        value: isUrgent ? "! high risk, not taken for more than 2 working days: \(words)" : words,
        role: isUrgent ? .urgent : .body,
        facts: [
          .init(label: "NHS No.", value: person.nhsNumber?.spaced ?? "not known"),
          .init(label: "Role", value: person.roleWords, role: .strong),
          .init(label: "Left by", value: person.leaverName), .init(label: "Last day", value: person.lastDay.short),
          .init(label: "High risk", value: person.isHighRisk ? "yes" : "no"),
        ], values: ["patient": person.patient.text, "leaver": person.leaver.text])
    }
  }

  private static func row(of file: OrganisationFile, _ today: Day) -> OfficeRow {
    var row = OfficeRow(
      id: file.code, label: file.organisation.name, value: "\(file.code), \(file.words(on: today))",
      facts: [
        .init(label: "ODS code", value: file.code, role: .strong),
        .init(label: "Kind", value: file.organisation.kind?.words ?? "not recorded"),
        .init(label: "Telephone", value: file.phone ?? "not recorded"),
        .init(label: "Opened", value: file.organisation.openFrom?.short ?? "not recorded"),
        .init(label: "Closed", value: file.organisation.closedOn?.short ?? "no"),
        .init(label: "Staff", value: String(file.staff)), .init(label: "People registered", value: String(file.people)),
      ])
    for link in file.links {
      row.facts.append(
        .init(
          label: "Link", value: "\(link.places), \(link.dates)", role: link.isInForce(on: today) ? .body : .muted))
    }
    row.values = ["name": file.organisation.name]
    row.values["kind"] = file.organisation.kind?.rawValue
    row.values["phone"] = file.phone
    if let link = file.links.first(where: { $0.isInForce(on: today) }) {
      row.values["network"] = link.network
      row.values["locality"] = link.locality
    }
    return row
  }

  private static func row(of setting: Setting) -> OfficeRow {
    let rule = SettingRule.of(setting.key)
    let value = setting.value.isEmpty ? "none" : "\(setting.value) \(setting.unit)"
    var row = OfficeRow(
      id: setting.key, label: setting.key,
      value: [value, rule?.isUsed ?? true ? nil : "not used yet", setting.basis].compactMap { $0 }.joined(
        separator: "; "),
      facts: [
        .init(label: "Value", value: value, role: .strong),
        .init(label: "Rests on", value: setting.basis),
      ], values: ["value": setting.value])
    if let rule {
      row.facts.append(.init(label: "Source", value: rule.source))
      if let bounds = rule.bounds { row.facts.append(.init(label: "It may be", value: bounds)) }
      row.facts.append(.init(label: "Used", value: rule.isUsed ? "mdt goes by it" : "mdt does not go by it yet"))
    }
    return row
  }

  private static func row(of agreement: SharingAgreement, _ today: Day) -> OfficeRow {
    let warning = agreement.warning(on: today)
    let parties = agreement.parties.count { party in party.leftOn.map { today <= $0 } ?? true }
    var row = OfficeRow(
      id: agreement.id.text, label: agreement.name,
      value: warning.map { "\($0.isUrgent ? "!" : "~") \($0.text)" }
        ?? "to \(agreement.endsOn.short), \(counted(parties, "party", "parties"))",
      role: warning.map { $0.isUrgent ? .urgent : .soon } ?? .body,
      facts: [
        .init(label: "Version", value: agreement.version), .init(label: "Purpose", value: agreement.purpose),
        .init(label: "Data", value: agreement.categories.map(\.words).sorted().joined(separator: "; ")),
        .init(label: "In force", value: "from \(agreement.startsOn.short) to \(agreement.endsOn.short)", role: .strong),
        .init(label: "Lead officer", value: agreement.leadOfficer ?? "not recorded"),
        .init(label: "DPIA", value: agreement.dpiaReference ?? "not recorded"),
      ])
    if let warning {
      row.facts.insert(
        .init(label: "", value: "\(warning.isUrgent ? "!" : "~") \(warning.text)", role: row.role), at: 0)
    }
    for party in agreement.parties {
      let left = party.leftOn.map { ", left after \($0.short)" } ?? ""
      row.facts.append(
        .init(label: "Party", value: "\(party.organisationCode), signed \(party.signedOn.short)\(left)"))
    }
    return row
  }

  private static func row(of privilege: Privilege) -> OfficeRow {
    let state =
      if let to = privilege.to {
        "ended after \(to.short)"
      } else if let from = privilege.from {
        "since \(from.short)"
      } else {
        "~ waits for somebody to confirm it"
      }
    return OfficeRow(
      id: privilege.id, label: privilege.staffName, value: "\(privilege.role.words), \(state)",
      role: privilege.to == nil && privilege.from == nil ? .soon : .body,
      facts: [
        .init(label: "Privilege", value: privilege.role.words, role: .strong), .init(label: "Standing", value: state),
        .init(label: "Proposed by", value: privilege.proposedBy),
        .init(label: "Confirmed by", value: privilege.confirmedBy ?? "nobody yet"),
        .init(label: "Reason", value: privilege.reason),
      ])
  }

  private static func own(_ limit: Int, in world: World) async throws(Problem) -> [OfficeRow] {
    let (events, names) = try await world.store.ownAudit(limit: limit)
    return events.map { event in
      let thing = event.thing(names).trimmed
      let why = event.why(names)
      return OfficeRow(
        id: String(event.sequence), label: "\(event.at.day.short) \(event.at.clock)",
        value: ["\(event.action.words) \(thing)".trimmed, why].filter { !$0.isEmpty }.joined(separator: ": "),
        facts: [
          .init(label: "What", value: "\(event.action.words) \(thing)".trimmed, role: .strong),
          .init(label: "What for", value: why.isEmpty ? "not said" : why),
          .init(label: "At the machine", value: event.workstation),
          .init(label: "Row", value: thousands(event.sequence)),
        ])
    }
  }

  // MARK: A row

  private static func more(of office: Office, _ id: String, in world: World) async throws(Problem) -> [OfficeRow.Fact] {
    switch office {
    case .staff:
      guard try await world.store.refusal(of: .manageStaff) == nil else { return [] }
      let sentences = try await world.store.leftBehind(by: ID(id)).sentences
      return sentences.isEmpty
        ? [.init(label: "Would leave", value: "nothing")]
        : sentences.map { .init(label: "Would leave", value: $0) }
    case .settings:
      let changes = try await world.store.settingHistory(of: id)
      return changes.isEmpty
        ? [.init(label: "History", value: "nobody has changed it")]
        : changes.map {
          .init(
            label: "\($0.at.day.short) \($0.at.clock)",
            value: "\($0.by), from \($0.before) to \($0.after): \($0.reason)")
        }
    default: return []
    }
  }
}
