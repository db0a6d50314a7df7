import CaseModel
import Testing

@testable import CaseStore

@Suite("Worklists (spec 9, I-1): each line says why it is there and what to do") struct WorklistTests {
  private func counts(_ store: CaseStore) async throws -> [Worklist: WorklistCount] {
    var counts = [Worklist: WorklistCount]()
    for list in try await store.worklists() { counts[list] = try await store.worklistCount(list) }
    return counts
  }

  @Test("spec 9: the count of a list is the number of its lines, late ones too, and every line has a reason and an act")
  func counted() async throws {
    let it = try await AdministrationScene()
    try await it.name(it.scene.amina, for: it.leaverID)
    try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "New post", by: it.admin.by)
    for list in Worklist.allCases {
      let rows = try await it.scene.store.worklist(list)
      let count = try await it.scene.store.worklistCount(list)
      #expect(count.count == rows.count && count.overdue == rows.count { $0.isOverdue }, "\(list)")
      for row in rows {
        #expect(!row.why.isEmpty && !row.toDo.isEmpty && !row.why.hasSuffix("."), "\(list): \(row)")
      }
    }
    #expect(try await it.scene.store.worklist(.noPlan).map(\.name.given).sorted() == ["Amina", "Brian"])
  }

  @Test("R-SW-03, I-9: whom a leaver holds is on \"Nobody owns this\" until somebody by name has them")
  func nobodyOwns()
    async throws
  {
    let it = try await AdministrationScene()
    try await it.name(it.scene.amina, for: it.leaverID)
    #expect(try await it.manager.store.worklistCount(.nobodyOwns).count == 0)
    try await it.admin.store.leave(it.leaverID, lastDay: it.today, reason: "New post", by: it.admin.by)
    let row = try #require(try await it.manager.store.worklist(.nobodyOwns).first)
    #expect(row.name.given == "Amina" && row.why.hasPrefix("Leaver leaves, and is named social worker ("))
    _ = try await it.manager.store.handOver(from: it.leaverID, to: it.stayerID, by: it.manager.by)
    #expect(try await it.manager.store.worklistCount(.nobodyOwns).count == 0)
  }

  @Test("5.3: what was promised to somebody who withdrew stands on \"Stop or transfer\" with its owner") func stop()
    async throws
  {
    let scene = try await AccessScene()
    _ = try await scene.store.saveDraftPlan(
      Plans.ready(owner: scene.by.actor.id), of: scene.amina, basedOn: nil, by: scene.by)
    try await scene.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: scene.by.at.day),
      of: scene.amina, by: scene.by)
    let row = try #require(try await scene.store.worklist(.stopOrTransfer).first)
    #expect(row.why == "Has withdrawn; still open: Fit a rail" && row.ownerName == "Jo Francis")
    #expect(row.target == .consent)
    // Off every other list the same minute.
    #expect(try await scene.store.worklist(.noPlan).map(\.name.given) == ["Brian"])
  }

  @Test("8.1: a list is open to whoever may act on it, in the order of their role; the others are not named")
  func forRoles() async throws {
    let scene = try await AccessScene()
    let (cora, _) = try await scene.person("Cora", .mdtCoordinator, locality: "sw")
    #expect(try await cora.worklists().first == .nobodyOwns)
    #expect(try await !cora.worklists().contains(.privacy))
    let (ana, _) = try await scene.person("Ana", .analyst)
    #expect(try await ana.worklists() == [])
    // Jo looks after privacy, too.
    #expect(try await scene.store.worklists().contains(.privacy))
  }

  @Test("8.1: a list counts whom the reader may see, and nobody else") func reach() async throws {
    let scene = try await AccessScene()
    let (cora, _) = try await scene.person("Cora", .mdtCoordinator, locality: "sw")
    #expect(try await cora.worklist(.noPlan).map(\.name.given) == ["Amina"])
    let (sol, _) = try await scene.person("Sol", .socialWorker)
    #expect(try await sol.worklistCount(.noPlan).count == 0)
  }
}
