import CaseModel
import CaseStore

/// Walks down the caseload a hundred people at a time, again and again, in several orders.
struct PageReading {
  private let desk: Desk
  private let seconds: Double
  private var latencies: Latencies

  init(_ options: Options) async throws {
    desk = try await Desk(options)
    seconds = try options.seconds("seconds", 10)
    latencies = Latencies(options.text("latencies"))
  }

  mutating func run() async throws {
    let end = Machine.monotonic() + seconds
    let orders: [CaseloadOrder] = [.name, .review, .risk]
    var (pages, turn) = (0, 0)
    while Machine.monotonic() < end {
      let query = desk.query(orders[turn % orders.count])
      turn += 1
      var page = PageRequest<CaseloadPosition>.first
      while Machine.monotonic() < end {
        let start = Machine.monotonic()
        let rows = try await desk.store.caseload(query, page: page, limit: 100)
        guard rows.count == 100, let last = rows.last else { break }
        latencies.add(since: start)
        pages += 1
        page = .after(last.position)
        // As somebody reads: many a second, but not all that the processor can do.
        await Machine.wait(until: start + 0.02)
      }
    }
    try latencies.write()
    await desk.store.close()
    print("pages \(pages)")
  }
}
