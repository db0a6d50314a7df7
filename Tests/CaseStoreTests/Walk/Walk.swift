import CaseModel
import Testing

@testable import CaseStore

/// One call to the store, made once by somebody who may and once by somebody who may not (promise 10).
struct Walk: Sendable, CustomTestStringConvertible {
  /// As the sources have it: `name(label:label:)`.
  let call: String
  /// Whoever may: Jo, who looks after people, the store and privacy; or somebody whose post it takes.
  var who = StaffRole.careNavigator
  /// Where they hold that post.
  var at = "LBTH"
  /// The rows of the audit that it owes, in their order.
  var rows: [AuditAction] = []
  /// Why it owes none.
  var silence: String?
  /// Whether its rows are about a person, and say by which relationship.
  var isAboutSomebody = false
  var stranger = Stranger.role(.analyst)
  /// How many days after everything else it is made.
  var later = 0
  /// What must be there before it is made, done by Jo.
  var before: @Sendable (Scene) async throws -> Void = { _ in }
  let make: @Sendable (Scene) async throws -> Void

  /// Who may not.
  enum Stranger: Sendable {
    case role(StaffRole)
    /// Somebody whose time here is over: of what everybody who works here may.
    case left
    /// A colleague, of what is somebody's own.
    case colleague
    /// Nobody: says why.
    case nobody(String)
  }

  var testDescription: String { call }

  /// A borough in small, and somebody who makes the call.
  struct Scene: Sendable {
    let base: AccessScene
    /// With whoever makes the call at it.
    var store: CaseStore
    var by: Writing
    var amina: ID<Patient> { base.amina }
    var jo: Writing { base.by }

    init() async throws {
      base = try await AccessScene()
      (store, by) = (base.store, base.by)
    }

    func as_(_ person: (store: CaseStore, by: Writing)) -> Scene {
      var scene = self
      (scene.store, scene.by) = person
      return scene
    }

    func after(days: Int) -> Scene {
      guard days > 0 else { return self }
      var writing = by
      writing.at = by.at + days * 86_400
      return as_((store.signedIn { [writing] in writing }, writing))
    }

    func row(_ store: CaseStore) async throws -> CaseloadRow {
      let query = CaseloadQuery(sort: CaseloadSort(.name), today: jo.at.day, reader: jo.actor.id)
      return try #require(try await store.caseload(query, page: .first, limit: 1).first)
    }

    var query: CaseloadQuery { CaseloadQuery(sort: CaseloadSort(.name), today: jo.at.day, reader: by.actor.id) }
    var plan: CarePlan { Plans.ready(owner: jo.actor.id) }
    /// Somewhere beside the store.
    func path(_ name: String) -> String { "\(base.place.folder)/\(name)" }

    func publish() async throws {
      _ = try await base.store.publish(plan, of: amina, basedOn: nil, reason: "activated", by: jo)
    }

    var draft: PlanDraft {
      PlanDraft(
        patient: amina, plan: plan, baseRowVersion: nil, baseVersionNumber: 0, basePlan: nil, startedAt: jo.at,
        keptAt: jo.at)
    }

    var reviewDraft: ReviewDraft {
      ReviewDraft(patient: amina, planVersion: 1, answers: [:], startedAt: jo.at, keptAt: jo.at)
    }

    var view: CaseloadView {
      CaseloadView(id: "mine", number: nil, name: "mine", filter: "", sort: CaseloadSort(.name), isOwn: true)
    }

    /// Everything in the store but its audit.
    func everything() async throws -> [TableDigest] {
      try await base.store.reading("No.") { connection in
        try connection.tables().filter { !Scene.governance.contains($0.name) }
          .map { try TableDigest.of($0, connection) }
      }
    }

    /// What a denial writes: its row, and what a privacy officer has to look at.
    private static let governance = ["audit_event", "audit_head", "privacy_alert"]

    func events(after row: Int) async throws -> [AuditEvent] {
      try await base.store.auditEvents(limit: 50).filter { $0.sequence > row }.reversed()
    }

    func head() async throws -> Int { try #require(try await base.store.auditHead()).sequence }
  }

  // MARK: Making it

  func run() async throws {
    let scene = try await Scene()
    try await before(scene)
    // First, because what is denied changes nothing.
    try await bySomebodyWhoMayNot(scene)
    try await byWhoeverMay(scene)
  }

  private func byWhoeverMay(_ scene: Scene) async throws {
    var scene = scene.after(days: later)
    if who != .careNavigator { scene = scene.as_(try await scene.base.person("Whoever", who, at: at)) }
    let (head, stood) = (try await scene.head(), try await scene.everything())
    try await make(scene)
    let events = try await scene.events(after: head)
    #expect(events.map(\.action) == rows, "the rows of the audit")
    #expect((silence == nil) == !rows.isEmpty, "a call without a row says why")
    if rows.isEmpty { #expect(try await scene.everything() == stood, "what is not in the audit changes nothing") }
    for event in events { check(event, scene) }
  }

  private func bySomebodyWhoMayNot(_ scene: Scene) async throws {
    let stranger: (store: CaseStore, by: Writing)
    switch self.stranger {
    case .nobody(let why): return #expect(!why.isEmpty)
    case .role(let role): stranger = try await scene.base.person("Stranger", role)
    case .colleague: stranger = try await scene.base.person("Stranger", .careNavigator)
    case .left:
      stranger = try await scene.base.person("Stranger", .careNavigator)
      let id = stranger.by.actor.id
      try await scene.base.store.writing("No.", scene.jo) { change in
        try change.connection.run(
          "UPDATE staff SET active_to = $1 WHERE id = $2", [.of(change.at.day - 1), .of(id)])
        try change.audit(.update, "staff \(id)", purpose: "left")
      }
    }
    let (head, stood) = (try await scene.head(), try await scene.everything())
    let tried = scene.as_(stranger).after(days: later)
    do {
      try await make(tried)
      Issue.record("nobody was denied anything")
    } catch let problem as Problem {
      #expect([.refused, .closed, .signedOut].contains(problem.kind), "\(problem)")
    } catch PlanSaveFailure.problem(let problem) {
      #expect([.refused, .signedOut].contains(problem.kind), "\(problem)")
    } catch CrisisSaveFailure.problem(let problem) {
      #expect([.refused, .signedOut].contains(problem.kind), "\(problem)")
    }
    let events = try await scene.events(after: head)
    #expect(events.map(\.action) == [.denied], "one denied attempt is one row")
    #expect(try await scene.everything() == stood, "what is denied changes nothing")
    for event in events { check(event, tried, isDenied: true) }
  }

  /// Who, for which organisation, in what role, when, where, what for.
  private func check(_ event: AuditEvent, _ scene: Scene, isDenied: Bool = false) {
    let actor = scene.by.actor
    #expect(event.staffID == actor.id.text && event.staffName == actor.staff.name)
    #expect(event.role == actor.staff.role.rawValue && event.organisation == actor.staff.organisationCode)
    #expect(event.at == scene.by.at && event.workstation == actor.workstation && !event.workstation.isEmpty)
    #expect(event.purpose.contains { !$0.isWhitespace } && !event.object.isEmpty, "what for: \(event)")
    guard isAboutSomebody, !isDenied else { return }
    #expect(event.patient == scene.amina.text && event.relationship != nil, "of whom, and how reached: \(event)")
  }
}
