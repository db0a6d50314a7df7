import CaseModel
import CaseStore

/// Whether everything that somebody was told is kept is there, and nothing is damaged.
///
/// A save is there when the audit has its row version, and, as long as nobody saved after it, the plan has its text; a
/// signed one when its version has its text. That no later save undid it is shown by the digests, which the doctor
/// compares. A draft is there when the file has it or one kept after it.
struct Verifying {
  private let options: Options
  private let acknowledgements: [Acknowledgement]
  private var lost = [String]()

  init(_ options: Options) throws {
    self.options = options
    acknowledgements = try options.files.flatMap { try Acknowledgement.read($0) }
  }

  /// The exit status: 0, 65 when something is lost, 66 when something is damaged, 69 when it is not opened.
  mutating func run() async throws -> Int32 {
    do throws(Problem) {
      _ = try CaseStore.open(at: options.store)
    } catch {
      note("REFUSED \(error.kind.rawValue): \(error.text)")
      return 69
    }
    let (store, _, _) = try await Desk.open(options.store)
    // Whatever is a fault; what should be put right about the place concerns the harness and not the store.
    let now = Machine.now() + (try await store.practiceClockOffset())
    var damage = await CaseStore.doctor(at: options.store, now: now).findings.filter { $0.severity == .fault }
      .map { $0.problem?.text ?? $0.words }
    if let head = try head(), case .broken(let row, let why) = try await store.verifyAudit(against: head) {
      damage.append("The audit does not fit its published head: row \(row): \(why).")
    }
    let audited = try await audited(store)
    try await lookForSaves(store, audited)
    try await lookForViews(store, audited)
    try await lookForTags(store)
    try await lookForDrafts(store)
    let count = try await store.auditHead()?.count ?? 0
    await store.close()
    for text in damage.prefix(20) { note("DAMAGED \(text)") }
    for text in lost.prefix(20) { note("LOST \(text)") }
    print("acknowledged \(acknowledgements.count) lost \(lost.count) damaged \(damage.count) audit \(count)")
    if !damage.isEmpty { return 66 }
    return lost.isEmpty ? 0 : 65
  }

  private func head() throws -> AuditHead? {
    guard let text = options.text("head") else { return nil }
    let words = text.split(separator: ":")
    guard words.count == 3, let sequence = Int(words[0]), let count = Int(words[2]) else {
      throw Misuse(words: "--head wants SEQUENCE:HASH:COUNT.")
    }
    return AuditHead(sequence: sequence, hash: String(words[1]), count: count, at: Machine.now())
  }

  private mutating func lookForSaves(_ store: CaseStore, _ audited: Set<String>) async throws {
    let saves = acknowledgements.filter { $0.what == .save }
    for save in saves where !audited.contains("care_plan \(save.subject) \(save.rowVersion)") {
      lost.append("save \(save.sequence) of writer \(save.writer): the audit has no row version \(save.rowVersion)")
    }
    for (patient, theirs) in Dictionary(grouping: saves, by: \.patient) {
      guard let newest = theirs.max(by: { $0.rowVersion < $1.rowVersion }) else { continue }
      guard let record = try await plan(of: patient, store), record.rowVersion >= newest.rowVersion else {
        lost.append("save \(newest.sequence) of writer \(newest.writer): the plan is older")
        continue
      }
      let text = record.plan.single(.aboutMe)?[.mostImportant]
      if record.rowVersion == newest.rowVersion, text != newest.text {
        lost.append("save \(newest.sequence) of writer \(newest.writer): the plan has another text")
      }
      for save in theirs.filter({ $0.version > 0 }).suffix(20) {
        let version = try await store.planVersion(of: patient, number: save.version)
        guard version?.plan.single(.aboutMe)?[.mostImportant] != save.text else { continue }
        lost.append("save \(save.sequence) of writer \(save.writer): version \(save.version) has another text")
      }
    }
  }

  /// Nil also for a person who is not there.
  private func plan(of patient: ID<Patient>, _ store: CaseStore) async throws -> CarePlanRecord? {
    do throws(Problem) {
      return try await store.carePlan(of: patient)
    } catch {
      guard error.kind == .notFound else { throw error }
      return nil
    }
  }

  /// Every row version of every plan that the audit has, and every filter of every view.
  private func audited(_ store: CaseStore) async throws -> Set<String> {
    var found = Set<String>()
    guard acknowledgements.contains(where: { $0.what == .save || $0.what == .view }) else { return found }
    var before: Int?
    while true {
      let events = try await store.auditEvents(limit: 5000, before: before)
      for event in events {
        if event.object.hasPrefix("care_plan "), let after = event.versionAfter {
          found.insert("\(event.object) \(after)")
        } else if event.object.hasPrefix("saved_view ") {
          found.insert("\(event.object) \(event.purpose)")
        }
      }
      guard events.count == 5000, let last = events.last else { return found }
      before = last.sequence
    }
  }

  private mutating func lookForViews(_ store: CaseStore, _ audited: Set<String>) async throws {
    let views = acknowledgements.filter { $0.what == .view }
    guard !views.isEmpty else { return }
    for view in views where !audited.contains("saved_view \(view.subject) \(view.text)") {
      lost.append("view \(view.sequence) of writer \(view.writer): the audit has no such filter")
    }
    let own = try await store.views()
    for (id, theirs) in Dictionary(grouping: views, by: \.subject) {
      guard let newest = theirs.max(by: { $0.sequence < $1.sequence }) else { continue }
      let filter = own.first { $0.id == id }?.filter ?? "none"
      // One that was killed may have saved once more than it could say.
      guard let found = Int(filter.drop { $0 != "v" }.dropFirst()), found >= newest.sequence else {
        lost.append("view \(newest.sequence) of writer \(newest.writer): the view has the filter \(filter)")
        continue
      }
    }
  }

  private mutating func lookForTags(_ store: CaseStore) async throws {
    let tags = acknowledgements.filter { $0.what == .tag }
    for (patient, theirs) in Dictionary(grouping: tags, by: \.patient) {
      let plan = try await plan(of: patient, store)?.plan
      let texts = plan?.single(.aboutMe)?.values.values.joined() ?? ""
      // A tag stands in brackets, and whatever stands between two of them is text that was there before.
      let there = Set(texts.split(separator: "[").map { "[\($0.prefix { $0 != "]" })]" })
      for tag in theirs where !there.contains(tag.text) {
        lost.append("tag \(tag.text) of editor \(tag.writer), acknowledged with row version \(tag.rowVersion)")
      }
    }
  }

  private mutating func lookForDrafts(_ store: CaseStore) async throws {
    struct Place: Hashable {
      let patient: ID<Patient>
      let staff: String
      let number: Int
    }
    let drafts = acknowledgements.filter { $0.what == .draft }
    let places = Dictionary(grouping: drafts) {
      Place(patient: $0.patient, staff: $0.subject, number: $0.rowVersion)
    }
    for (place, theirs) in places {
      let wanted = theirs.map(\.sequence).max() ?? 0
      let draft = try await store.draft(for: place.patient, of: ID(place.staff), number: place.number)
      let found = draft?.rawTexts["load"]?.split(separator: " ").first.flatMap { Int($0) } ?? 0
      if found < wanted { lost.append("draft \(wanted) of number \(place.number): the file has \(found)") }
    }
  }
}
