import CaseModel
import Testing

@testable import CaseStore

@Suite("Visits and advice") struct CareEntryTests {
  private func joint(_ by: Writing, found: String = "In bed at noon, kettle unused") -> CareEntryRequest {
    CareEntryRequest(
      kind: .jointVisit, at: by.at,
      people: [.init(name: "Petra Lowe", role: "district nurse"), .init(name: "Gwil Tapper")],
      found: found, follows: "Ask the pharmacist about the evening tablets")
  }

  @Test(
    "A joint visit says who went together, what was found, what follows and who wrote it, and stands on the timeline")
  func visit() async throws {
    let scene = try await AccessScene()
    let id = try await scene.store.record(joint(scene.by), of: scene.amina, by: scene.by)
    let entry = try #require(try await scene.store.careEntries(of: scene.amina).first)
    #expect(entry.id == id && entry.people.map(\.name) == ["Petra Lowe", "Gwil Tapper"])
    #expect(
      entry.author == scene.by.actor.staff.name && entry.authorRole == .careNavigator && entry.recordedAt == scene.by.at
    )
    let told = try await scene.store.peek(scene.amina).timeline.first { $0.what.contains("kettle") }
    #expect(told?.what == "joint visit with Gwil Tapper and 1 more: In bed at noon, kettle unused")
    #expect(told?.who == scene.by.actor.staff.name)
  }

  @Test("An entry without who went, to whom, what was found, or in the future, is refused with what is missing")
  func faults() async throws {
    let scene = try await AccessScene()
    let at = scene.by.at
    let wrong: [(CareEntryRequest, CareEntryRequest.Part)] = [
      (.init(kind: .jointVisit, at: at, found: "x"), .people),
      (.init(kind: .advice, medium: .phone, at: at, found: "x"), .to),
      (.init(kind: .visit, at: at, found: " \n"), .found),
      (.init(kind: .visit, at: at + 1, found: "x"), .at),
      (.init(kind: .wardFlag, at: at, found: "x"), .followUp),
      (.init(kind: .visit, at: at, found: "x", followUpOn: at.day - 1), .followUp),
      (.init(kind: .visit, at: at, found: String(repeating: "x", count: 1001)), .found),
    ]
    for (request, part) in wrong {
      #expect(request.complaints(now: at).map(\.field) == [part])
      let problem = await scene.denied { _ = try await scene.store.record(request, of: scene.amina, by: scene.by) }
      #expect(problem?.kind == .badData)
    }
  }

  @Test("What was written is found by its words, by phrase and by beginning, by those who may read the record")
  func found() async throws {
    let scene = try await AccessScene()
    let id = try await scene.store.record(joint(scene.by), of: scene.amina, by: scene.by)
    _ = try await scene.store.record(joint(scene.by, found: "Kettles everywhere"), of: scene.brian, by: scene.by)
    func find(_ text: String, _ store: CaseStore, _ by: Writing) async throws -> [FoundPassage] {
      try await store.find(text, limit: 10, by: by, audited: false).passages
    }
    let one = try await find("evening tablets", scene.store, scene.by).first
    #expect(one?.patient == scene.amina && one?.source.hasPrefix("Joint visit, ") == true)
    #expect(try await find("kettl", scene.store, scene.by).count == 2)
    #expect(try await find("\"kettle unused\"", scene.store, scene.by).map(\.patient) == [scene.amina])
    #expect(try await find("tapper", scene.store, scene.by).isEmpty == false, "also by who went along")
    let (gp, gwen) = try await scene.person("Gwen", .gp)
    #expect(try await find("kettl", gp, gwen) == [])
    try await scene.store.voidEntry(id, of: scene.amina, reason: "Another address", by: scene.by)
    #expect(try await find("unused", scene.store, scene.by) == [])
    #expect(try await scene.store.careEntries(of: scene.amina).map(\.voidReason) == ["Another address"])
  }

  @Test("The ward team's flags are the geriatrician's worklist by their dates, until somebody has looked")
  func flags() async throws {
    let scene = try await AccessScene()
    let (store, mateus) = try await scene.person("Mateus", .geriatrician, at: "F99001")
    let day = scene.by.at.day
    for (days, patient) in [(7, scene.amina), (2, scene.brian)] {
      let flag = CareEntryRequest(
        kind: .wardFlag, at: scene.by.at, found: "Delirium on ward 13F", followUpOn: day + days,
        followUpOwner: mateus.actor.id)
      _ = try await scene.store.record(flag, of: patient, by: scene.by)
    }
    #expect(try await scene.store.followUps().map(\.due) == [day + 2, day + 7])
    #expect(try await store.followUps(ownOnly: true).map(\.patient) == [scene.amina], "of those whom he may open")
    let entry = try #require(try await scene.store.careEntries(of: scene.amina).first)
    try await store.followUp(entry.id, of: scene.amina, outcome: "Clear again", by: mateus)
    #expect(try await store.followUps() == [])
    let done = try #require(try await scene.store.careEntries(of: scene.amina).first?.followUp)
    #expect(done.doneBy == "Mateus" && done.outcome == "Clear again" && done.doneOn == day)
    let again = await scene.denied { try await store.followUp(entry.id, of: scene.amina, outcome: "Twice", by: mateus) }
    #expect(again?.kind == .conflict)
  }

  @Test("R-MDT-16, I-1: an entry becomes one question for the meeting, which waits until it is taken or withdrawn")
  func question() async throws {
    let scene = try await AccessScene()
    let entry = try await scene.store.record(joint(scene.by), of: scene.amina, by: scene.by)
    let id = try await scene.store.askMeeting("Can she stay at home?", about: scene.amina, entry: entry, by: scene.by)
    let twice = await scene.denied {
      _ = try await scene.store.askMeeting("Again?", about: scene.amina, entry: entry, by: scene.by)
    }
    #expect(twice?.kind == .conflict)
    for text in ["", String(repeating: "x", count: 281)] {
      let problem = await scene.denied { _ = try await scene.store.askMeeting(text, about: scene.amina, by: scene.by) }
      #expect(problem?.kind == .badData)
    }
    #expect(try await scene.store.meetingQuestions().map(\.id) == [id])
    let (gp, _) = try await scene.person("Gwen", .gp)
    #expect(try await gp.meetingQuestions() == [])
    try await scene.store.withdrawQuestion(id, about: scene.amina, reason: "Settled by phone", by: scene.by)
    #expect(try await scene.store.meetingQuestions() == [])
    _ = try await scene.store.askMeeting("And now?", about: scene.amina, entry: entry, by: scene.by)
  }
}
