import CaseModel
import CaseStore
import Glibc

/// One of several editors who append tags of their own to the same answers: nobody's tag may be missing afterwards
/// (promise 3). All of them write the first answer that still has room, so that they meet there.
struct Tagging {
  private let desk: Desk
  private let editor: Int
  private let seconds: Double
  /// Wrong on purpose: on a conflict the own text goes over the others', as a program without versions would do it.
  private let lastWriteWins: Bool
  private let acknowledgements: LineFile
  /// Tells this run's tags from those of another before it.
  private let run = String(getpid(), radix: 36)
  private var conflicts = 0
  private var questions = 0

  private static let answers: [PlanKey] = [
    .mostImportant, .peopleImportant, .communication, .myWellness, .pleaseDoDont, .howWhenSupport, .alsoWorthKnowing,
  ]
  private static let room = 3900

  init(_ options: Options) async throws {
    guard let file = options.text("acknowledge") else { throw Misuse(words: "--acknowledge FILE is missing.") }
    desk = try await Desk(options)
    editor = try options.number("editor", 0)
    seconds = try options.seconds("seconds", 10)
    lastWriteWins = options.flag("last-write-wins")
    acknowledgements = try LineFile(file, syncs: true)
  }

  mutating func run() async throws {
    let people = try await desk.people()
    let end = Machine.monotonic() + seconds
    var (sequence, place) = (0, 0)
    while Machine.monotonic() < end, people.indices.contains(place) {
      let row = people[place]
      let record = try await desk.store.carePlan(of: row.id)
      let plan = record?.plan ?? desk.freshPlan(for: row.name, small: true)
      guard let key = Self.answers.first(where: { Tagging.answer($0, in: plan).count < Self.room }) else {
        place += 1
        continue
      }
      sequence += 1
      let tag = "[\(editor).\(sequence).\(run)]"
      let saved = try await append(tag, to: key, of: row.id, plan, record)
      try acknowledgements.add(
        Acknowledgement(
          what: .tag, writer: editor, sequence: sequence, patient: row.id, subject: saved.id.text,
          rowVersion: saved.rowVersion, text: tag
        ).line)
    }
    await desk.store.close()
    print("tags \(sequence) conflicts \(conflicts) questions \(questions)")
  }

  private static func answer(_ key: PlanKey, in plan: CarePlan) -> String { plan.single(.aboutMe)?[key] ?? "" }

  private static func set(_ text: String, as key: PlanKey, in plan: inout CarePlan) {
    if let me = plan.single(.aboutMe) { plan.set(key, of: me.id, to: text) }
  }

  private mutating func append(
    _ tag: String, to key: PlanKey, of patient: ID<Patient>, _ plan: CarePlan, _ record: CarePlanRecord?
  ) async throws -> CarePlanRecord {
    var (was, base) = (plan, record)
    var yours = plan
    Tagging.set(Tagging.answer(key, in: plan) + tag, as: key, in: &yours)
    for turn in 0..<1000 {
      do throws(PlanSaveFailure) {
        return try await desk.save(yours, of: patient, over: base, reason: tag, joins: turn > 0)
      } catch {
        switch error {
        case .problem(let problem): throw problem
        case .conflict(let theirs):
          conflicts += 1
          if !lastWriteWins { yours = try join(was, theirs.plan, yours, tag) }
          (was, base) = (theirs.plan, theirs)
          // Nobody answers a conflict in no time; four that did, in a queue that keeps its order, would let one of them
          // come too late for ever.
          try await Task.sleep(for: .milliseconds(Int.random(in: 0...20)))
        }
      }
    }
    throw Misuse(words: "A plan was changed by others a thousand times in a row.")
  }

  /// As the conflict screen does it, with a person who keeps both where both wrote.
  private mutating func join(
    _ was: CarePlan, _ theirs: CarePlan, _ yours: CarePlan, _ tag: String
  ) throws -> CarePlan {
    var merge = PlanMerge(was: was, theirs: theirs, yours: yours)
    for (index, question) in merge.questions.enumerated() {
      questions += 1
      guard case .value(let text) = question.theirs, case .value(let own) = question.yours else {
        merge.answer(index, question.theirs == .absent ? .yours : .theirs)
        continue
      }
      // The sections were both changed; the answer itself perhaps by one of them alone.
      guard let own, own.hasSuffix(tag) else {
        merge.answer(index, .theirs)
        continue
      }
      merge.answer(index, .typed((text ?? "") + tag))
    }
    guard let plan = merge.result() else { throw Misuse(words: "A conflict was left undecided.") }
    return plan
  }
}
