import CaseModel
import CaseStore

extension ConsentScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    let store = world.store
    do throws(Problem) {
      switch work {
      case .open(let id): return .loaded(try await store.consent(of: id, by: world.writing))
      case .reload(let id): return .loaded(try await store.peekConsent(of: id))
      case .sheet(let id):
        return .sheetMade(try await store.consentSheet(of: id, isFile: false, by: world.writing))
      default: break
      }
    } catch {
      return .failed(error)
    }
    do throws(Problem) {
      return try await record(work, in: world)
    } catch {
      return .notRecorded(error)
    }
  }

  private static func record(_ work: Work, in world: World) async throws(Problem) -> Event? {
    let store = world.store
    switch work {
    case .record(let statement, let id):
      try await store.record(statement, of: id, by: world.writing)
      let isWithdrawal = statement.subject == .enrolment && statement.decision == .withdrawn
      let words = "\(statement.subject.words): \(statement.decision.words.lowercasedFirst)."
      return .recorded("Recorded. \(words)", asksAboutCrisis: isWithdrawal)
    case .object(let id, let isOrganisation, let name, let from, let to, let reason):
      let party: SharingParty =
        isOrganisation ? .organisation(try await organisation(name, store)) : .staff(try await member(name, world))
      try await store.object(id, to: party, from: from, until: to, reason: reason, by: world.writing)
      return .recorded("Recorded: they see \"Restricted\" from \(from.short) on.", asksAboutCrisis: false)
    case .override(let id, let ground, let name, let role, let staff, let days, let reason):
      let request = OverrideRequest(
        ground: ground, decidedByName: name, decidedByRole: role, staff: try await member(staff, world), days: days)
      let until = try await store.overrideSharing(of: id, request, reason: reason, by: world.writing)
      return .recorded(
        "Open to them until \(until.short). The privacy officer is told who decided it.", asksAboutCrisis: false)
    case .void(let id, let statement, let reason):
      try await store.voidConsent(statement, of: id, reason: reason, by: world.writing)
      return .recorded("The statement is void, and stays to be read.", asksAboutCrisis: false)
    case .end(let id, let objection, let reason):
      try await store.endObjection(objection, of: id, reason: reason, by: world.writing)
      return .recorded("Today is the objection's last day.", asksAboutCrisis: false)
    case .open, .reload, .sheet: return nil
    }
  }

  private static func organisation(_ name: String, _ store: CaseStore) async throws(Problem) -> String {
    let all = try await store.organisations()
    if let code = all.first(where: { $0.code.lowercased() == name.lowercased() })?.code { return code }
    let named = all.filter { plainLetters($0.name) == plainLetters(name) }
    guard named.count == 1 else {
      throw Problem(
        "The objection was not recorded.", because: "No organisation is called \"\(name)\".",
        try: "Give its ODS code, or its whole name.", kind: .notFound)
    }
    return named[0].code
  }

  private static func member(_ name: String, _ world: World) async throws(Problem) -> ID<StaffMember> {
    let all = try await world.store.staff(activeOn: world.now().day)
    let found = all.filter { $0.account == name || plainLetters($0.name) == plainLetters(name) }
    guard found.count == 1 else {
      throw Problem(
        "Nothing was recorded.",
        because: found.isEmpty
          ? "Nobody who works here is called \"\(name)\"." : "\(found.count) people here are called \"\(name)\".",
        try: "Give their account, or their whole name.", kind: .notFound)
    }
    return found[0].id
  }
}
