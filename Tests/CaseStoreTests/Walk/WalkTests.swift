import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("Promise 10: every change and every opening is in the audit, and no call goes round it") struct WalkTests {
  /// All of them; on a server every third, because each makes a database there: `make faults` walks them all.
  static let tried: [Walk] = {
    let environment = ProcessInfo.processInfo.environment
    guard environment["MDT_TEST_SERVER"] != nil, environment["MDT_WALK"] != "whole" else { return Walk.calls }
    return Walk.calls.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
  }()

  @Test("every public call of the store stands in the walk, and the walk has none that is not there") func complete()
    throws
  {
    var left = Walk.calls.map(\.call)
    var unknown = [String]()
    for call in try StoreCalls.inSources() {
      if let place = left.firstIndex(of: call) { left.remove(at: place) } else { unknown.append(call) }
    }
    #expect(unknown == [], "calls of the store that are not walked")
    #expect(left == [], "calls that the store has not")
  }

  @Test("a call that is added is seen, in whatever way it is written") func seen() {
    let text = """
      extension CaseStore {
        public func one<T>(
          _ what: @escaping @Sendable (Int, String) -> [T: Int], of id: ID<Patient> = .init(), limit: Int
        ) async throws(Problem) -> T { body() }
        func notOne(_ what: Int) {}
        @concurrent public static func two() {}
        struct Inner {
          public func notTwo() {}
        }
      }
      public struct CaseStore: Sendable {
        public func three(at: Int) {}
      }
      extension CaseStoreOfAnother {
        public func notThree() {}
      }
      public extension CaseStore {
        func four(_ one: (Int, Int)) {}
      }
      """
    #expect(StoreCalls.calls(in: text) == ["one(_:of:limit:)", "two()", "three(at:)", "four(_:)"])
  }

  @Test(
    "denied: one row, and nothing else is changed; allowed: the rows it owes, with who, organisation, role, time, purpose",
    arguments: WalkTests.tried)
  func each(_ walk: Walk) async throws { try await walk.run() }

  @Test("the figures of the walk") func figures() {
    let owing = Walk.calls.filter { !$0.rows.isEmpty }
    let denied = Walk.calls.count { if case .nobody = $0.stranger { false } else { true } }
    #expect(owing.allSatisfy { $0.silence == nil })
    print(
      "the walk: \(Walk.calls.count) calls, \(owing.count) owe \(owing.reduce(0) { $0 + $1.rows.count }) rows,",
      "\(Walk.calls.count - owing.count) say why they owe none, \(denied) are denied to somebody in one row each")
  }

  @Test("8.4: a record that is opened is one row, however much of it is read, and nothing of it is read without one")
  func oneOpening() async throws {
    let scene = try await Walk.Scene()
    try await scene.publish()
    let store = scene.base.store.signedIn { scene.jo }
    let head = try await scene.head()
    _ = try await store.person(scene.amina, by: scene.jo, purpose: "record")
    for _ in 0..<3 {
      _ = try await store.carePlan(of: scene.amina)
      _ = try await store.planVersions(of: scene.amina)
      _ = try await store.planVersion(of: scene.amina, number: 1)
      _ = try await store.reviews(of: scene.amina)
      _ = try await store.peek(scene.amina)
    }
    #expect(try await scene.events(after: head).map(\.action) == [.view])
    _ = try await store.carePlan(of: scene.base.brian)
    _ = try await store.reviews(of: scene.base.brian)
    let last = try await scene.events(after: head).last
    #expect(last?.patient == scene.base.brian.text && last?.purpose == "care plan")
    #expect(try await scene.events(after: head).count == 2)
    _ = try await store.person(scene.amina, by: scene.jo, purpose: "record")
    #expect(try await scene.events(after: head).count == 3, "opened again is another row")
  }

  @Test("a number that is looked up is in the audit, also where nobody has it") func looked() async throws {
    let scene = try await Walk.Scene()
    let head = try await scene.head()
    #expect(try await scene.base.store.patient(nhs: try #require(NHSNumber(stored: "9990000042"))) == nil)
    #expect(try await scene.events(after: head).map(\.purpose) == ["9990000042"])
  }

  @Test("what a colleague is writing is neither shown nor said to be written") func colleague() async throws {
    let scene = try await Walk.Scene()
    let me = scene.jo.actor.id
    let hold = try await scene.base.store.holdDraft(.newest, for: scene.amina, of: me)
    var draft = scene.draft
    draft.number = hold.number
    #expect(scene.base.store.isBeingWritten(draft, by: me))
    let (store, _) = try await scene.base.person("Stranger", .careNavigator)
    #expect(!store.isBeingWritten(draft, by: me))
  }
}

extension StoreCalls {
  static func remove(folderOf path: String) throws {
    try FileManager.default.removeItem(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }
}
