import CaseModel
import CaseStore

/// What a form says, done by the store: it decides, checks and records.
struct OfficeDeed {
  let act: OfficeAct
  let row: OfficeRow?
  let answers: [String: String]
  let world: World

  private var today: Day { world.now().day }
  private var by: Writing { world.writing }
  private var id: String { row?.id ?? "" }
  private func text(_ key: String) -> String { answers[key] ?? "" }
  private func textOrNil(_ key: String) -> String? { answers[key].flatMap { $0.isEmpty ? nil : $0 } }

  private func day(_ key: String) throws(Problem) -> Day {
    switch Day.typed(text(key), today: today) {
    case .success(let day): return day
    case .failure(let fault):
      throw Problem("Nothing was changed.", because: fault.message, try: "Write it like 5 jan 2016.", kind: .badData)
    }
  }

  private func role() throws(Problem) -> StaffRole {
    guard let role = StaffRole(reading: text("role")) else {
      throw Problem(
        "Nothing was changed.", because: "\"\(text("role"))\" is no role.", try: "Give one of \(StaffRole.allowed).",
        kind: .badData)
    }
    return role
  }

  private func kind() throws(Problem) -> OrganisationKind {
    guard let kind = OrganisationKind(reading: text("kind")) else {
      throw Problem(
        "Nothing was changed.", because: "\"\(text("kind"))\" is no kind of organisation.",
        try: "Give one of \(OrganisationKind.allowed).", kind: .badData)
    }
    return kind
  }

  private func post() throws(Problem) -> NewPost {
    NewPost(
      role: try role(), organisation: text("organisation").uppercased(), team: textOrNil("team"),
      locality: textOrNil("locality"), from: try day("from"))
  }

  private func codes(_ key: String) -> [String] {
    text(key).split { $0 == " " || $0 == "," }.map { $0.uppercased() }
  }

  /// A colleague by account or name.
  private func member(_ text: String) async throws(Problem) -> StaffMember {
    let wanted = plainLetters(text)
    let found = try await world.store.staff(activeOn: today).filter {
      $0.account == text || plainLetters($0.name) == wanted
    }
    guard let member = found.first, found.count == 1 else {
      throw Problem(
        "Nothing was changed.",
        because: found.isEmpty ? "Nobody here is called \(text)." : "Several people here are called \(text).",
        try: "Give the account, or the whole name as the staff list has it.", kind: .notFound)
    }
    return member
  }

  /// Does it, and says what was done.
  func done() async throws(Problem) -> String {
    switch act.office {
    case .staff: return try await staff()
    case .leavers: return try await handOver()
    case .organisations: return try await organisation()
    case .settings:
      try await world.store.setSetting(id, to: text("value"), reason: text("reason"), by: by)
      return "\(id) is now \(text("value"))."
    case .agreements: return try await agreement()
    case .privileges: return try await privilege()
    case .administration, .own: return ""
    }
  }

  private func staff() async throws(Problem) -> String {
    let (store, staff) = (world.store, ID<StaffMember>(id))
    switch act {
    case .addStaff:
      let post = try post()
      try await store.addStaff(name: text("name"), post: post, account: textOrNil("account"), by: by)
      return "\(text("name")) is on the staff list from \(post.from.short)."
    case .addPost:
      try await store.addMembership(try post(), to: staff, by: by)
      return "The post was added."
    case .changeRole:
      let day = try day("from")
      try await store.changeRole(of: staff, to: try role(), at: textOrNil("at")?.uppercased(), from: day, by: by)
      return "The role changes on \(day.short)."
    case .endPost:
      guard let post = row?.values["post\(text("post"))"] else {
        throw Problem(
          "The post was not ended.", because: "There is no post \(text("post")).",
          try: "Give its number as the person's page has it.", kind: .notFound)
      }
      let day = try day("on")
      try await store.endMembership(post, of: staff, lastDay: day, reason: text("reason"), by: by)
      return "It ends at the midnight that follows \(day.short)."
    case .lastDay:
      let day = try day("on")
      let left = try await store.leave(staff, lastDay: day, reason: text("reason"), by: by)
      let behind =
        left.isNothing ? "They leave nothing behind." : "They leave: \(left.sentences.joined(separator: " "))"
      return "\(row?.label ?? "") leaves after \(day.short). \(behind)"
    case .comeBack:
      let post = try post()
      try await store.returnToWork(staff, post: post, by: by)
      return "\(row?.label ?? "") works here again from \(post.from.short)."
    case .account:
      try await store.setAccount(textOrNil("account"), of: staff, by: by)
      return "The account was changed."
    case .training:
      try await store.recordTraining(of: staff, on: try day("on"), by: by)
      return "The training was recorded."
    default: return ""
    }
  }

  private func handOver() async throws(Problem) -> String {
    guard let leaver = row?.values["leaver"], let patient = row?.values["patient"] else { return "" }
    var successor: ID<StaffMember>?
    if let to = textOrNil("to") { successor = try await member(to).id }
    let outcome = try await world.store.handOver(
      from: ID(leaver), to: successor, people: act == .handOver ? [ID(patient)] : nil,
      note: HandoverNote(
        whoTheyAre: text("who"), whatIsLive: text("live"), whatIsDue: text("due"), whoIsCross: text("cross")), by: by)
    let kept = outcome.kept.values.reduce(0, +)
    let done = "Handed over: \(outcome.roles) roles, \(outcome.reviews) reviews."
    guard kept > 0, let reason = outcome.kept.keys.sorted().first else { return done }
    return "\(done) \(kept) still on the list: \(reason)"
  }

  private func organisation() async throws(Problem) -> String {
    let store = world.store
    switch act {
    case .addOrganisation:
      try await store.addOrganisation(
        code: text("code"), name: text("name"), kind: try kind(), phone: textOrNil("phone"), by: by)
      return "\(text("name")) is added."
    case .changeOrganisation:
      try await store.changeOrganisation(
        id, name: text("name"), kind: try kind(), phone: textOrNil("phone"), reason: text("reason"), by: by)
      return "\(text("name")) was changed."
    case .link:
      let day = try day("from")
      try await store.linkPractice(
        id, network: textOrNil("network"), locality: textOrNil("locality"), from: day, reason: text("reason"),
        allowsNew: text("new").lowercased().hasPrefix("y"), by: by)
      return "It belongs to \(PracticeLink.places(textOrNil("network"), textOrNil("locality"))) from \(day.short)."
    case .close:
      let day = try day("on")
      try await store.closeOrganisation(id, on: day, reason: text("reason"), by: by)
      let file = try await store.organisationFile(id)
      return "It closes on \(day.short). Still there: \(file.staff) staff, \(file.people) people registered."
    default: return ""
    }
  }

  private func agreement() async throws(Problem) -> String {
    let store = world.store
    switch act {
    case .recordAgreement:
      let start = try day("from")
      var categories = Set<DataCategory>()
      for word in text("data").split(whereSeparator: { $0 == " " || $0 == "," }) {
        guard let category = DataCategory(reading: String(word)) else {
          throw Problem(
            "No agreement was recorded.", because: "\"\(word)\" is no kind of data.",
            try: "Give one of \(DataCategory.allowed).", kind: .badData)
        }
        categories.insert(category)
      }
      try await store.record(
        SharingAgreement(
          id: ID(world.newID()), name: text("name"), purpose: text("purpose"), version: text("version"),
          categories: categories.isEmpty ? Set(DataCategory.allCases) : categories, startsOn: start,
          endsOn: try day("to"), dpiaReference: textOrNil("dpia"), leadOfficer: textOrNil("lead"),
          parties: codes("parties").map { .init(organisationCode: $0, signedOn: start) }), by: by)
      return "\(text("name")) is recorded."
    case .signAgreement:
      try await store.sign(ID(id), codes("parties"), on: try day("on"), by: by)
      return "\(codes("parties").joined(separator: ", ")) signed."
    case .leaveAgreement:
      let day = try day("on")
      try await store.leave(
        ID<SharingAgreement>(id), text("party").uppercased(), after: day, reason: text("reason"), by: by)
      return "\(text("party").uppercased()) is no party after \(day.short)."
    default: return ""
    }
  }

  private func privilege() async throws(Problem) -> String {
    switch act {
    case .propose:
      let member = try await member(text("staff"))
      try await world.store.propose(try role(), for: member.id, reason: text("reason"), by: by)
      return "Proposed. Somebody confirms it who is neither you nor \(member.name)."
    case .confirm:
      try await world.store.confirmPrivilege(id, by: by)
      return "Confirmed, and in force from today."
    case .endPrivilege:
      try await world.store.endPrivilege(id, reason: text("reason"), by: by)
      return "Ended."
    default: return ""
    }
  }
}
