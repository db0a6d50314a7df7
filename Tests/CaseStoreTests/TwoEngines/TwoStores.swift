import CaseModel
import Foundation
import Synchronization
import Testing

@testable import CaseStore

/// The same store twice: in a file and on a server. What is asked of it is asked of both, with the same time and the
/// same new identifiers, and the answers are compared.
final class TwoStores {
  let file: CaseStore
  let server: CaseStore
  private let filePlace: String
  private let serverPlace: Place
  private let seed: Int
  private(set) var operation = 0
  private(set) var compared = 0
  private var at = Place.start
  private var staff = [StaffMember]()
  private var accounts = ["jfrancis"]
  private var actor: Actor
  private(set) var differences = [String]()

  init(seed: Int) async throws {
    self.seed = seed
    serverPlace = try Place()
    filePlace = serverPlace.folder + "/mdt.store"
    func setup() -> Setup {
      var setup = Place.setup()
      setup.newID = TwoStores.ids(0)
      return setup
    }
    file = try CaseStore.create(at: filePlace, setup: setup())
    server = try CaseStore.create(at: serverPlace.path, setup: setup())
    actor = try await file.actor(account: "jfrancis", workstation: "ward-3")
  }

  func close() async {
    await file.close()
    await server.close()
  }

  /// Identifiers that sort by the order they are made in, the same for both.
  static func ids(_ operation: Int) -> @Sendable () -> String {
    let next = Counter()
    return { String(format: "%08d-0000-7000-8000-%012d", operation, next.next()) }
  }

  // MARK: Comparing

  private enum Answer<T: Equatable>: Equatable {
    case given(T)
    case problem(Problem)
    case conflict(CarePlanRecord)
    case other(String)
  }

  /// Asks both; gives the answer of the file, or nil where it failed.
  @discardableResult private func both<T: Equatable & Sendable>(
    _ what: String, _ ask: (CaseStore, Writing) async throws -> T
  ) async -> T? {
    func answer(_ store: CaseStore) async -> Answer<T> {
      do {
        return .given(try await ask(store, Writing(actor: actor, at: at, newID: TwoStores.ids(operation))))
      } catch let problem as Problem {
        return .problem(problem)
      } catch PlanSaveFailure.problem(let problem) {
        return .problem(problem)
      } catch PlanSaveFailure.conflict(let theirs) {
        return .conflict(theirs)
      } catch {
        return .other("\(error)")
      }
    }
    let (one, other) = (await answer(file), await answer(server))
    compared += 1
    if one != other {
      let (ours, theirs) = (String(describing: one), String(describing: other))
      // From a little before where they part.
      let from = max(zip(ours, theirs).prefix { $0 == $1 }.count - 80, 0)
      differences.append(
        """
        seed \(seed), operation \(operation), \(what):
          file   ...\(ours.dropFirst(from).prefix(400))
          server ...\(theirs.dropFirst(from).prefix(400))
        """)
    }
    if case .given(let value) = one { return value }
    return nil
  }

  /// Every row of every table, by digest.
  func compareTables() async throws {
    // Each place signs with a key of its own.
    let shapes = try await file.reading("No.") { try $0.tables() }.map { shape in
      var shape = shape
      if shape.name == "audit_published_head" {
        shape.columns.removeAll { ["public_key", "signature"].contains($0.name) }
      }
      return shape
    }
    func digests(_ store: CaseStore) async throws -> [TableDigest] {
      try await store.reading("No.") { connection in try shapes.map { try TableDigest.of($0, connection) } }
    }
    for (one, other) in zip(try await digests(file), try await digests(server)) where one != other {
      differences.append(
        "seed \(seed), after operation \(operation), the table \(one.table) differs: \(one.rows), \(other.rows) rows")
    }
  }

  // MARK: Operations

  func step() async {
    operation += 1
    var chance = Chance(seed: seed, operation: operation)
    if operation <= 3 { return await begin(&chance) }
    at = at + chance.number(1...(chance.once(in: 30) ? 300_000 : 900))
    if chance.once(in: 5) { await signIn(&chance) }
    switch chance.number(0...99) {
    case 0..<10: await importing(&chance)
    case 10..<28: await planning(&chance)
    case 28..<34: await turning(&chance)
    case 34..<39: await keeping(&chance)
    case 39..<44: await consenting(&chance)
    case 44..<57: await finding(&chance)
    case 57..<85: await listing(&chance)
    case 85..<95: await opening(&chance)
    default: await looking(&chance)
    }
  }

  private func begin(_ chance: inout Chance) async {
    let lines: [PracticeLine] = [
      PracticeLine(practiceCode: "F99001", name: "Lantern Row", network: "Network 3", locality: "South West"),
      PracticeLine(practiceCode: "F99002", name: "Ropewalk", network: "Network 5", locality: "North East"),
    ]
    switch operation {
    case 1: await both("import") { try await $0.importPractices(Borough.file(lines), mode: .allOrNothing, by: $1) }
    case 2:
      let file = Borough.file([OrganisationLine(odsCode: "F99003", name: "Nowhere", kind: .gpPractice)])
      await both("import") { try await $0.importOrganisations(file, mode: .allOrNothing, by: $1) }
    default: await importCaseload(&chance, lines: 30)
    }
  }

  private func signIn(_ chance: inout Chance) async {
    let account = chance.one(["jfrancis", "jfrancis", "okafor", "halloran", "adeyemi", "nobody", "Jfrancis"])
    if let found = await both("sign in", { store, _ in try await store.actor(account: account, workstation: "ward-3") })
    {
      actor = found
    }
  }

  private func importing(_ chance: inout Chance) async {
    let mode = chance.one([ImportMode.preview, .allOrNothing, .acceptGood, .acceptGood])
    let name = "\(chance.number(1...300)).csv"
    switch chance.number(0...9) {
    case 0:
      let file = Borough.file((0...chance.number(0...3)).map { _ in chance.practiceLine() }, name: name)
      await both("import practices") { try await $0.importPractices(file, mode: mode, by: $1) }
    case 1:
      let file = Borough.file((0...chance.number(0...3)).map { _ in chance.staffLine() }, name: name)
      await both("import staff") { try await $0.importStaff(file, mode: mode, by: $1) }
    case 2:
      let file = Borough.file((0...chance.number(0...3)).map { _ in chance.organisationLine() }, name: name)
      await both("import organisations") { try await $0.importOrganisations(file, mode: mode, by: $1) }
    default: await importCaseload(&chance, lines: chance.number(1...6), mode: mode)
    }
  }

  private func importCaseload(_ chance: inout Chance, lines: Int, mode: ImportMode = .acceptGood) async {
    let unknown = chance.once(in: 4) ? [ImportedCell(name: "Ward", value: chance.text(1...2))] : []
    let file = Borough.file(
      (0..<lines).map { _ in chance.caseloadLine() }, name: "\(operation).csv", unknown: unknown,
      failingAfter: chance.once(in: 15) ? chance.number(0...lines) : nil)
    struct Outcome: Equatable {
      var report: ImportReport
      var rejected: [ImportRejection]
    }
    await both("import caseload") { store, by in
      let rejected = Rejected()
      let report = try await store.importCaseload(file, mode: mode, by: by) { _ in
      } rejected: { rejection throws(Problem) in
        rejected.add(rejection)
      }
      return Outcome(report: report, rejected: rejected.all)
    }
  }

  private func somebody(_ chance: inout Chance) async -> ID<Patient>? {
    let number = chance.one(Numbers.all)
    let found = await both("look up") { store, _ in try await store.patient(nhs: number) }
    return found ?? nil
  }

  private func planning(_ chance: inout Chance) async {
    guard let id = await somebody(&chance) else { return }
    let old = (await both("plan") { store, _ in try await store.carePlan(of: id) }) ?? nil
    let based =
      chance.once(in: 10)
      ? chance.one([nil, 1, 2, 99]) : old?.status.isInForce == true || old?.status == .draft ? old?.rowVersion : nil
    let plan = chance.plan(old?.plan, owner: actor.id, TwoStores.ids(operation + 50_000_000))
    let (joins, reason) = (chance.once(in: 5), chance.once(in: 9) ? "" : chance.one(Chance.words))
    switch chance.number(0...9) {
    case 0..<4:
      await both("save a draft") { try await $0.saveDraftPlan(plan, of: id, basedOn: based, joins: joins, by: $1) }
    case 4..<8:
      await both("publish") {
        try await $0.publish(plan, of: id, basedOn: based, reason: reason, joins: joins, by: $1)
      }
    default:
      let review = PlanReview(
        id: ID(TwoStores.ids(operation + 60_000_000)()), planVersion: chance.once(in: 5) ? 1 : old?.versionNumber ?? 1,
        dueOn: nil, doneOn: at.day + -chance.number(0...20), kind: chance.one(PlanReview.Kind.allCases),
        whatWorking: chance.text(), changesNeeded: chance.text(1...3),
        personSatisfied: chance.one(PlanReview.Satisfied.allCases), decision: chance.one(PlanReview.Decision.allCases),
        nextReview: chance.maybe([at.day + chance.number(1...300)]),
        answers: (0..<5).map { _ in chance.maybe([1, 2, 5, 6]) })
      await both("review") {
        try await $0.record(review, of: id, by: $1); return true
      }
    }
  }

  private func turning(_ chance: inout Chance) async {
    await both("undoable") { store, _ in try await store.undoable().map { "\($0.at.iso) \($0.words)" } }
    if chance.once(in: 3) {
      await both("redo") { try await $0.redo(by: $1).words }
    } else {
      await both("undo") { try await $0.undo(by: $1).words }
    }
  }

  private func consenting(_ chance: inout Chance) async {
    guard let id = await somebody(&chance) else { return }
    let day = at.day
    switch chance.number(0...6) {
    case 0...2:
      let statement = ConsentStatement(
        subject: chance.one(ConsentSubject.allCases), decision: chance.one(ConsentDecision.allCases),
        basis: chance.one([.explicitVerbal, .explicitWritten, .bestInterests, .lpa]),
        givenBy: chance.one(ConsentGiver.allCases), givenByName: chance.maybe([chance.text()]),
        at: day + chance.number(-3...1), validTo: chance.maybe([day + chance.number(-2...190)]),
        scope: chance.maybe([chance.text()]), evidence: chance.maybe([chance.text()]),
        capacityState: chance.maybe(ConsentCapacity.allCases), capacity: chance.maybe([chance.text()]),
        reasonNotObtained: chance.maybe([chance.text()]), doNotAskBefore: chance.maybe([day + 30]))
      await both("record consent") {
        try await $0.record(statement, of: id, by: $1); return true
      }
    case 3:
      let reason = chance.text()
      await both("void consent") { store, by in
        let all = try await store.peekConsent(of: id).statements
        guard let last = all.first(where: { $0.void == nil }) else { return false }
        try await store.voidConsent(last.id, of: id, reason: reason, by: by)
        return true
      }
    case 4:
      let code = chance.one(["LBTH", "R9901", "nowhere"])
      await both("object") {
        try await $0.object(id, to: .organisation(code), until: day + 2, reason: "because", by: $1); return true
      }
    case 5:
      await both("decide a task") { store, by in
        guard let task = try await store.consentTasks().first else { return false }
        try await store.decideTask(task.id, .stop, reason: "over", by: by)
        return true
      }
    default: break
    }
    await both("consent") { store, _ in try await store.peekConsent(of: id) }
    await both("tasks") { store, _ in try await store.consentTasks() }
    await both("reviews due") { store, _ in try await store.bestInterestsReviews(dueBy: day + 100) }
  }

  private func keeping(_ chance: inout Chance) async {
    switch chance.number(0...5) {
    case 0, 1:
      let view = CaseloadView(
        id: chance.one(["v1", "v2", "Ω", "all", ""]), number: nil, name: chance.one(Chance.words + [""]),
        filter: "due<=28", sort: CaseloadSort(chance.one(CaseloadOrder.allCases)),
        columns: chance.some(CaseloadColumn.allCases, 0...3), isOwn: true)
      await both("save a view") {
        try await $0.saveView(view, by: $1); return true
      }
    case 2:
      let view = chance.one(["v1", "v2", "Ω", "v9"])
      await both("remove a view") {
        try await $0.removeView(view, by: $1); return true
      }
    case 3: await both("views") { store, _ in try await store.views() }
    case 4:
      let key = chance.one(["mdt.max_cases", "sw.service_from", "caseload.band_red", "nothing", "plan.review_max_days"])
      let value = chance.one(["8", "09:30", "1.2", "x", "", "-1", "৮"])
      await both("set") {
        try await $0.setSetting(key, to: value, reason: "because", by: $1); return true
      }
    default:
      guard let patient = await somebody(&chance) else { return }
      let role = chance.one(["named_social_worker", "care_coordinator", "key_worker", "nothing"])
      let members = (await both("staff") { store, _ in try await store.staff() }) ?? []
      let member = chance.once(in: 9) || members.isEmpty ? ID("x") : chance.one(members).id
      await both("assign") {
        try await $0.give(role: role, to: member, for: patient, by: $1); return true
      }
    }
  }

  private func finding(_ chance: inout Chance) async {
    let (text, limit, audited) = (chance.search(), chance.number(1...12), chance.once(in: 4))
    await both("find “\(text)” (\(limit))") { try await $0.find(text, limit: limit, by: $1, audited: audited) }
  }

  private func listing(_ chance: inout Chance) async {
    var query = CaseloadQuery(
      filter: chance.filter(),
      sort: CaseloadSort(chance.one(CaseloadOrder.allCases), descending: chance.one([true, false])),
      today: chance.once(in: 5) ? at.day + chance.number(-400...400) : at.day, reader: actor.id,
      reach: chance.one([.caseload, .register]))
    if query.filter.terms.contains(where: { $0.test == .marked }) {
      for _ in 0..<chance.number(0...4) { if let id = await somebody(&chance) { query.marked.append(id) } }
    }
    let (asked, limit) = (query, chance.number(1...9))
    let words = "\(query.sort.words) \(query.reach) \(query.filter.terms)"
    var page = chance.one([PageRequest<CaseloadPosition>.first, .last])
    for _ in 0..<3 {
      let wanted = page
      guard
        let rows = await both(
          "page \(wanted) of \(words)",
          { store, _ in
            try await store.caseload(asked, page: wanted, limit: limit)
          }), let first = rows.first, let last = rows.last
      else { break }
      let place = chance.one(rows).position
      switch chance.number(0...4) {
      case 0: await both("rank of \(place) in \(words)") { store, _ in try await store.rank(of: place, in: asked) }
      case 1:
        let orders = chance.some(CaseloadOrder.allCases, 1...3)
        await both("order keys") { store, _ in try await store.orderKeys(of: rows, by: orders) }
      default: break
      }
      page = chance.one([
        .after(last.position), .after(last.position), .before(first.position), .after(place), .before(place),
      ])
    }
    await both("count of \(words)") { store, _ in try await store.caseloadCount(asked) }
    if chance.once(in: 3) { await both("states of \(words)") { store, _ in try await store.caseloadStates(asked) } }
  }

  private func opening(_ chance: inout Chance) async {
    guard let id = await somebody(&chance) else { return }
    let tells = chance.once(in: 2)
    await both("open") { try await $0.person(id, by: $1, purpose: "record", tellingNotes: tells) }
    await both("versions") { store, _ in try await store.planVersions(of: id) }
    let number = chance.number(1...4)
    await both("version \(number)") { store, _ in try await store.planVersion(of: id, number: number) }
    await both("reviews") { store, _ in try await store.reviews(of: id) }
    await both("audit of one") { store, _ in try await store.auditEvents(patient: id, limit: 5) }
  }

  private func looking(_ chance: inout Chance) async {
    let (before, day) = (chance.maybe([chance.number(1...500)]), at.day + chance.number(-200...200))
    switch chance.number(0...8) {
    case 0: await both("audit") { store, _ in try await store.auditEvents(limit: 20, before: before) }
    case 1: await both("head") { store, _ in try await store.auditHead() }
    case 2: await both("verify") { store, _ in try await store.verifyAudit() }
    case 3: await both("settings") { store, _ in try await store.settings() }
    case 4: await both("staff") { store, _ in try await store.staff(activeOn: day) }
    case 5: await both("organisations") { store, _ in try await store.organisations() }
    case 6: await both("practices") { store, _ in try await store.practices(on: day) }
    case 7: await both("localities") { store, _ in try await store.localities() }
    default: await both("notes") { store, _ in try await store.notes() }
    }
    if chance.once(in: 3) {
      await both("the day") {
        try await $0.bringListsToDay(by: $1); return true
      }
    }
  }
}

private final class Rejected: Sendable {
  private let found = Mutex([ImportRejection]())
  func add(_ rejection: ImportRejection) { found.withLock { $0.append(rejection) } }
  var all: [ImportRejection] { found.withLock { $0 } }
}
