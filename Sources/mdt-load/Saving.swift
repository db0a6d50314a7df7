import CaseModel
import CaseStore

/// Saves care plans one after the other and writes down each that it was told is saved.
struct Saving {
  private let desk: Desk
  private let writer: Int
  private let share: [CaseloadRow]
  private let seconds: Double
  private let saves: Int
  private let every: Double
  private let draftsEvery: Int
  private let start: Double?
  private let first: Int
  private let goesOn: Bool
  private let isSmall: Bool
  private var random: SeededRandom
  private let acknowledgements: LineFile
  private var latencies: Latencies
  private var told = Told()

  /// What came of it, for the last line.
  private struct Told {
    var saved = 0
    var conflicts = 0
    var busy = 0
    var failures = 0
  }

  init(_ options: Options) async throws {
    guard let file = options.text("acknowledge") else { throw Misuse(words: "--acknowledge FILE is missing.") }
    desk = try await Desk(options)
    writer = try options.number("writer", 0)
    let of = max(try options.number("of", 1), 1)
    let writer = writer
    let everybody = try await desk.people()
    // One's own people, or everybody where there are fewer people than writers.
    let own = everybody.enumerated().filter { $0.offset % of == writer % of }.map(\.element)
    share = own.isEmpty ? everybody : own
    seconds = try options.seconds("seconds", 10)
    saves = try options.number("saves", .max)
    every = try options.seconds("every", 0)
    draftsEvery = try options.number("drafts", 0)
    start = try options.text("start").map { _ in try options.seconds("start", 0) }
    first = try options.number("first", 1)
    goesOn = options.flag("go-on")
    isSmall = options.flag("small")
    random = SeededRandom(seed: try options.number("seed", 1) * 1000 + writer)
    acknowledgements = try LineFile(file, syncs: true)
    latencies = Latencies(options.text("latencies"))
  }

  mutating func run() async throws {
    if let start { await Machine.wait(until: Machine.monotonic() + start - Machine.realTime()) }
    // People do not press a key all at the same moment.
    var next = Machine.monotonic() + (every > 0 ? Double.random(in: 0..<every, using: &random) : 0)
    let end = Machine.monotonic() + seconds
    var sequence = first - 1
    while told.saved < saves, Machine.monotonic() < end, let row = share.randomElement(using: &random) {
      sequence += 1
      do {
        try await one(sequence, row, at: next)
      } catch {
        if !(try failed(error)) { throw error }
        await Machine.wait(until: Machine.monotonic() + 0.05)
      }
      next = every > 0 ? next + every : Machine.monotonic()
    }
    try latencies.write()
    await desk.store.close()
    print("saved \(told.saved) conflicts \(told.conflicts) busy \(told.busy) failures \(told.failures)")
  }

  /// Whether to go on after a failure, which is told first.
  private mutating func failed(_ error: any Error) throws -> Bool {
    let problem: Problem
    switch error {
    case let found as Problem: problem = found
    case PlanSaveFailure.problem(let found): problem = found
    default: return false
    }
    note("FAILED \(problem.kind.rawValue): \(problem.text)")
    if problem.kind == .tryAgain { told.busy += 1 } else { told.failures += 1 }
    return goesOn
  }

  private mutating func one(_ sequence: Int, _ row: CaseloadRow, at time: Double) async throws {
    let text = "w\(writer)s\(sequence)r\(UInt16.random(in: 0 ... .max, using: &random))"
    for _ in 0..<50 {
      let record = try await desk.store.carePlan(of: row.id)
      var plan = record?.plan ?? desk.freshPlan(for: row.name, small: isSmall)
      if let me = plan.single(.aboutMe) { plan.set(.mostImportant, of: me.id, to: text) }
      if draftsEvery > 0, sequence % draftsEvery == 0 {
        try await Drafting.keep(
          plan, of: row.id, over: record, text, sequence, writer: writer, desk, acknowledgements)
      }
      await Machine.wait(until: time)
      // From when the key was pressed, or would have been had the save before it not taken so long.
      let start = every > 0 ? time : Machine.monotonic()
      let saved: CarePlanRecord
      do throws(PlanSaveFailure) {
        saved = try await desk.save(plan, of: row.id, over: record, reason: text)
      } catch {
        guard case .conflict = error else { throw error }
        told.conflicts += 1
        continue
      }
      latencies.add(since: start)
      told.saved += 1
      try acknowledgements.add(
        Acknowledgement(
          what: .save, writer: writer, sequence: sequence, patient: row.id, subject: saved.id.text,
          rowVersion: saved.rowVersion, version: record?.status.isInForce == true ? saved.versionNumber : 0,
          text: text
        ).line)
      return
    }
    throw Misuse(words: "A plan was changed by others fifty times in a row.")
  }
}
