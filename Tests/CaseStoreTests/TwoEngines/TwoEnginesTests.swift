import Foundation
import Testing

@testable import CaseStore

@Suite(.onAServer) struct TwoEnginesTests {
  /// How many operations; `make faults` asks for 50,000. And which: a difference is told with its seed.
  private static func asked(_ name: String, _ otherwise: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? otherwise
  }

  @Test("Both engines give the same answers, and the same tables, to the same random operations (promise 24)")
  func sameAnswers() async throws {
    let wanted = Self.asked("MDT_OPERATIONS", 400)
    let first = Self.asked("MDT_SEED", Int.random(in: 1...1_000_000))
    var (done, compared, seed) = (0, 0, first)
    // A new pair now and then, so that a store never becomes so full that all is refused.
    while done < wanted {
      let stores = try await TwoStores(seed: seed)
      while done < wanted, stores.operation < 2500 {
        await stores.step()
        done += 1
        if stores.operation % 250 == 0 { try await stores.compareTables() }
        if stores.differences.count >= 5 { break }
      }
      try await stores.compareTables()
      await stores.close()
      compared += stores.compared
      for difference in stores.differences.prefix(8) { Issue.record("\(difference)") }
      if !stores.differences.isEmpty { break }
      seed += 1
    }
    print("both engines: \(done) operations, \(compared) answers compared, seeds \(first) to \(seed - 1)")
  }
}
