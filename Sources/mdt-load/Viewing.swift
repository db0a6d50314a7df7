import CaseModel
import CaseStore

/// Saves a view of one's own again and again and writes down each that it was told is saved: the least that goes
/// through the store's one way to write, with its lock, audit row, undo entry and sync. For counts that whole plans do
/// not reach.
struct Viewing {
  private let desk: Desk
  private let writer: Int
  private let seconds: Double
  private let saves: Int
  private let goesOn: Bool
  private let acknowledgements: LineFile
  private var latencies: Latencies

  init(_ options: Options) async throws {
    guard let file = options.text("acknowledge") else { throw Misuse(words: "--acknowledge FILE is missing.") }
    desk = try await Desk(options)
    writer = try options.number("writer", 0)
    seconds = try options.seconds("seconds", 10)
    saves = try options.number("saves", .max)
    goesOn = options.flag("go-on")
    acknowledgements = try LineFile(file, syncs: true)
    latencies = Latencies(options.text("latencies"))
  }

  mutating func run() async throws {
    let end = Machine.monotonic() + seconds
    let id = "load-\(writer)"
    var (sequence, saved) = (0, 0)
    while saved < saves, Machine.monotonic() < end {
      sequence += 1
      let text = "w\(writer)v\(sequence)"
      let start = Machine.monotonic()
      do throws(Problem) {
        // The audit keeps the filter, so each save can be looked for, and the newest in the view itself.
        try await desk.store.saveView(
          CaseloadView(id: id, number: nil, name: "Load \(writer)", filter: text, sort: CaseloadSort(.name)),
          by: desk.writing)
      } catch {
        note("FAILED \(error.kind.rawValue): \(error.text)")
        if !goesOn { throw error }
        continue
      }
      latencies.add(since: start)
      saved += 1
      // A view is of no patient.
      try acknowledgements.add(
        Acknowledgement(
          what: .view, writer: writer, sequence: sequence, patient: ID(""), subject: id, rowVersion: sequence,
          text: text
        ).line)
    }
    try latencies.write()
    await desk.store.close()
    print("saved \(saved)")
  }
}
