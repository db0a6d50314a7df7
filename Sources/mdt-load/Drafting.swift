import CaseModel
import CaseStore

/// Keeps drafts as the editor does while somebody types, and writes down each that it was told is kept.
struct Drafting {
  private let desk: Desk
  private let seconds: Double
  private let every: Double
  private let goesOn: Bool
  private let acknowledgements: LineFile

  init(_ options: Options) async throws {
    guard let file = options.text("acknowledge") else { throw Misuse(words: "--acknowledge FILE is missing.") }
    desk = try await Desk(options)
    seconds = try options.seconds("seconds", 10)
    every = try options.seconds("every", 0.02)
    goesOn = options.flag("go-on")
    acknowledgements = try LineFile(file, syncs: true)
  }

  func run() async throws {
    guard let row = try await desk.people().first else { throw Misuse(words: "There is nobody in the store.") }
    let record = try await desk.store.carePlan(of: row.id)
    let plan = record?.plan ?? desk.freshPlan(for: row.name, small: false)
    let end = Machine.monotonic() + seconds
    var (sequence, failures) = (0, 0)
    while Machine.monotonic() < end {
      sequence += 1
      do {
        try await Drafting.keep(
          plan, of: row.id, over: record, "typed so far \(sequence)", sequence, writer: 0, desk, acknowledgements)
      } catch let problem as Problem {
        note("FAILED \(problem.kind.rawValue): \(problem.text)")
        failures += 1
        if !goesOn { throw problem }
      }
      await Machine.wait(until: Machine.monotonic() + every)
    }
    await desk.store.close()
    print("kept \(sequence - failures) failures \(failures)")
  }

  /// One draft a writer and person, numbered by the writer so that no two write one file.
  static func keep(
    _ plan: CarePlan, of patient: ID<Patient>, over record: CarePlanRecord?, _ text: String, _ sequence: Int,
    writer: Int, _ desk: Desk, _ acknowledgements: LineFile
  ) async throws {
    let now = desk.writing.at
    var draft = PlanDraft(
      patient: patient, plan: plan, baseRowVersion: record?.rowVersion, baseVersionNumber: record?.versionNumber ?? 0,
      basePlan: record?.plan, startedAt: now, keptAt: now, rawTexts: ["load": "\(sequence) \(text)"])
    draft.number = writer + 1
    try await desk.store.keepDraft(draft, of: desk.actor.id)
    try acknowledgements.add(
      Acknowledgement(
        what: .draft, writer: writer, sequence: sequence, patient: patient, subject: desk.actor.id.text,
        rowVersion: draft.number, text: text
      ).line)
  }
}
