/// A social worker as whoever allocates sees them: what they carry, what they could, and since when they had no new case.
public struct SocialWorker: Hashable, Sendable, Codable, Identifiable {
  public var id: ID<StaffMember>
  public var name: String
  public var shortName: String
  public var team: String?
  public var locality: String?
  public var languages: [String]
  public var load: CaseLoad
  /// Of those they are named for, how many are at high risk.
  public var highRisk: Int
  public var lastNewCase: Day?
  /// Their last day here; nil while none is known.
  public var lastDay: Day?

  public init(
    id: ID<StaffMember>, name: String, shortName: String, team: String? = nil, locality: String? = nil,
    languages: [String] = [], load: CaseLoad, highRisk: Int = 0, lastNewCase: Day? = nil, lastDay: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.team = team
    self.locality = locality
    self.languages = languages
    self.load = load
    self.highRisk = highRisk
    self.lastNewCase = lastNewCase
    self.lastDay = lastDay
  }

  public var isAway: Bool { load.capacity.present == 0 }
}

/// Whom somebody would give a person to; nothing until it is published (4.5).
public struct AllocationProposal: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var staff: ID<StaffMember>
  public var staffName: String
  public var reason: String?
  public var weight: CaseWeight
  public var by: String
  public var at: Moment

  public init(
    id: String, staff: ID<StaffMember>, staffName: String, reason: String?, weight: CaseWeight, by: String, at: Moment
  ) {
    self.id = id
    self.staff = staff
    self.staffName = staffName
    self.reason = reason
    self.weight = weight
    self.by = by
    self.at = at
  }
}

/// Somebody who waits for a named social worker.
public struct WaitingPerson: Hashable, Sendable, Identifiable {
  public var id: ID<Patient>
  public var name: PersonName
  public var born: Day
  public var nhsNumber: NHSNumber?
  public var hasSimilar: Bool
  public var request: AllocationRequest
  public var practice: String?
  public var locality: String?
  public var language: String?
  public var isHighRisk: Bool
  public var weight: CaseWeight
  /// Who knows them already, and how: "was their named social worker until 03-Mar-2015" (R-SW-01).
  public var knownTo: [ID<StaffMember>: String]
  /// How many others at the same practice each holds.
  public var samePractice: [ID<StaffMember>: Int]
  public var proposal: AllocationProposal?

  public init(
    id: ID<Patient>, name: PersonName, born: Day, nhsNumber: NHSNumber?, hasSimilar: Bool = false,
    request: AllocationRequest, practice: String? = nil, locality: String? = nil, language: String? = nil,
    isHighRisk: Bool = false, weight: CaseWeight = CaseWeight(base: .medium),
    knownTo: [ID<StaffMember>: String] = [:], samePractice: [ID<StaffMember>: Int] = [:],
    proposal: AllocationProposal? = nil
  ) {
    self.id = id
    self.name = name
    self.born = born
    self.nhsNumber = nhsNumber
    self.hasSimilar = hasSimilar
    self.request = request
    self.practice = practice
    self.locality = locality
    self.language = language
    self.isHighRisk = isHighRisk
    self.weight = weight
    self.knownTo = knownTo
    self.samePractice = samePractice
    self.proposal = proposal
  }

  public func waited(on day: Day) -> Int { max(0, day - request.since.day) }

  /// At high risk and unallocated for more than two working days: red (R-SW-04).
  public func isUrgent(on day: Day, holidays: Set<Day>) -> Bool {
    isHighRisk && request.since.day.workingDays(until: day, holidays: holidays) > LeftPerson.urgentAfter
  }
}

/// One who could take a person, and why they stand where they stand (R-SW-01).
public struct AllocationCandidate: Hashable, Sendable, Identifiable {
  public var worker: SocialWorker
  /// What they carry now, with what is proposed for them already.
  public var now: CaseLoad
  public var after: CaseLoad
  public var bandNow: LoadBand
  public var bandAfter: LoadBand
  /// How they know the person; nil where they do not.
  public var knows: String?
  /// The language that they share, other than English.
  public var speaks: String?
  public var rank: Int
  public var samePractice: Int
  public var isLightest: Bool

  public var id: ID<StaffMember> { worker.id }

  /// Choosing them needs a reason: they are full, or would be (4.5).
  public var needsReason: Bool { max(bandNow, bandAfter).needsReason || after.isOverCount || worker.isAway }

  /// "best", "good", "amber", "FULL", "AWAY": only sorts, and decides nothing.
  public var fit: String {
    if worker.isAway { return "AWAY" }
    let level = max(bandNow, bandAfter)
    let full = bandAfter == .red || after.isOverCount ? "FULL" : level == .amber ? "amber" : nil
    return switch (rank, full) {
    case (0, let full?): "best, \(full)"
    case (0, nil): "best"
    case (_, let full?): full
    case (_, nil): "good"
    }
  }

  /// Each thing that the order rests on, in words: with + for what speaks for them, - for what does not.
  public var reasons: [String] {
    var found = [String]()
    found.append(knows.map { "+ \($0)" } ?? "- does not know them yet")
    if let speaks { found.append("+ speaks \(speaks)") }
    found.append(
      "\(isLightest ? "+ lowest load" : "- load") once assigned: \(after.ratioWords) \(bandAfter.words)"
        + (bandNow == bandAfter ? "" : ", \(now.ratioWords) \(bandNow.words) now"))
    if samePractice > 0 {
      found.append("+ \(samePractice == 1 ? "1 other" : "\(samePractice) others") at the same practice")
    }
    found.append(worker.lastNewCase.map { "  last new case \($0.short)" } ?? "+ has had no new case")
    if after.isOverCount, let most = after.capacity.maxCount {
      found.append("- would hold \(after.people) people of an agreed \(most)")
    }
    if worker.isAway {
      found.append(
        "- away\(worker.load.capacity.awayUntil.map { " until \($0.short)" } ?? ", nobody knows until when")")
    }
    if let last = worker.lastDay { found.append("- leaves after \(last.short)") }
    return found
  }
}

/// The order of those who could take a person (R-SW-01), and shares that even the loads. Both only propose.
public enum Allocation {
  /// In the same locality, by: who knows the person, who shares their language, the load once assigned, and whose last
  /// new case is longest ago. Whoever is away comes last.
  ///
  /// - Parameter proposed: points and people that open proposals would add, without this person's own.
  public static func candidates(
    for person: WaitingPerson, among workers: [SocialWorker], proposed: [ID<StaffMember>: (points: Int, people: Int)],
    bands: LoadBands
  ) -> [AllocationCandidate] {
    let near = workers.filter { $0.locality == nil || person.locality == nil || $0.locality == person.locality }
    var all = near.map { worker in
      let more = proposed[worker.id] ?? (0, 0)
      let now = worker.load.adding(more.points, people: more.people)
      let after = now.adding((person.proposal?.weight ?? person.weight).points)
      return AllocationCandidate(
        worker: worker, now: now, after: after, bandNow: now.band(bands), bandAfter: after.band(bands),
        knows: person.knownTo[worker.id], speaks: shared(person.language, worker.languages), rank: 0,
        samePractice: person.samePractice[worker.id] ?? 0, isLightest: false)
    }
    all.sort(by: isBefore)
    for index in all.indices {
      all[index].rank = index
      all[index].isLightest = !all[index].worker.isAway && !all.contains { $0.after.isLighter(than: all[index].after) }
    }
    return all
  }

  private static func isBefore(_ one: AllocationCandidate, _ other: AllocationCandidate) -> Bool {
    if one.worker.isAway != other.worker.isAway { return other.worker.isAway }
    if (one.knows == nil) != (other.knows == nil) { return one.knows != nil }
    if (one.speaks == nil) != (other.speaks == nil) { return one.speaks != nil }
    let load = one.after.compare(other.after)
    if load != 0 { return load < 0 }
    let (first, second) = (one.worker.lastNewCase, other.worker.lastNewCase)
    if first != second {
      guard let first else { return true }
      guard let second else { return false }
      return first < second
    }
    return (one.worker.name, one.worker.id) < (other.worker.name, other.worker.id)
  }

  /// English is everybody's here; any other language is shared where both have it.
  static func shared(_ language: String?, _ spoken: [String]) -> String? {
    guard let language, !language.isEmpty, folded(language) != "english" else { return nil }
    return spoken.contains { folded($0) == folded(language) } ? language : nil
  }

  /// A proposal of who takes whom, so that loads come to be even: those at high risk first, then who waited longest. Who
  /// knows somebody takes them while there is room (R-SW-02); nobody is filled to amber, so that some may be left over.
  public static func evenShare(
    of waiting: [WaitingPerson], among workers: [SocialWorker], bands: LoadBands
  ) -> [(person: ID<Patient>, staff: ID<StaffMember>, reason: String)] {
    var proposed = [ID<StaffMember>: (points: Int, people: Int)]()
    func add(_ weight: Int, to staff: ID<StaffMember>) {
      let before = proposed[staff] ?? (0, 0)
      proposed[staff] = (before.points + weight, before.people + 1)
    }
    for person in waiting { if let made = person.proposal { add(made.weight.points, to: made.staff) } }
    var share = [(person: ID<Patient>, staff: ID<StaffMember>, reason: String)]()
    let order = waiting.filter { $0.proposal == nil }.sorted {
      ($0.isHighRisk ? 0 : 1, $0.request.since, $0.id) < ($1.isHighRisk ? 0 : 1, $1.request.since, $1.id)
    }
    for person in order {
      let room = candidates(for: person, among: workers, proposed: proposed, bands: bands)
        .filter { !$0.needsReason && $0.worker.lastDay == nil }
      let lightest = room.min {
        let load = $0.after.compare($1.after)
        return load == 0 ? $0.rank < $1.rank : load < 0
      }
      guard let chosen = room.first(where: { $0.knows != nil }) ?? lightest else { continue }
      add(person.weight.points, to: chosen.id)
      share.append(
        (
          person.id, chosen.id,
          chosen.knows ?? "even share: \(chosen.after.ratioWords) \(chosen.bandAfter.words) once assigned"
        ))
    }
    return share
  }
}

/// How a locality stands: whether it has a named social worker at all (S1), and who waits there.
public struct LocalityStanding: Hashable, Sendable, Codable {
  public var name: String
  /// Social workers whose post is there, and those of them who are here today.
  public var workers: Int
  public var present: Int
  public var back: Day?
  public var waiting: Int
  /// At high risk and unallocated for more than two working days (R-SW-04).
  public var urgent: Int

  public init(name: String, workers: Int, present: Int, back: Day? = nil, waiting: Int = 0, urgent: Int = 0) {
    self.name = name
    self.workers = workers
    self.present = present
    self.back = back
    self.waiting = waiting
    self.urgent = urgent
  }

  /// At least one named social worker in each locality: broken where there is none, or none is here.
  public var isBroken: Bool { present == 0 }

  public var words: String {
    if workers == 0 { return "! NOBODY" }
    if present == 0 { return "! all \(workers) away\(back.map { " until \($0.short)" } ?? "")" }
    let away = workers - present
    guard away > 0 else { return "\(workers)" }
    return "\(workers)  ~ \(away) away\(back.map { " until \($0.short)" } ?? "")"
  }
}

/// Everything that whoever allocates needs to see at once.
public struct AllocationBoard: Hashable, Sendable {
  /// Those who wait longest first.
  public var waiting: [WaitingPerson]
  public var workers: [SocialWorker]
  public var localities: [LocalityStanding]
  public var bands: LoadBands
  public var holidays: Set<Day>

  public init(
    waiting: [WaitingPerson] = [], workers: [SocialWorker] = [], localities: [LocalityStanding] = [],
    bands: LoadBands = .usual, holidays: Set<Day> = []
  ) {
    self.waiting = waiting
    self.workers = workers
    self.localities = localities
    self.bands = bands
    self.holidays = holidays
  }

  public var proposals: [WaitingPerson] { waiting.filter { $0.proposal != nil } }

  /// What open proposals would add, but for one person's own.
  public func proposed(without person: ID<Patient>? = nil) -> [ID<StaffMember>: (points: Int, people: Int)] {
    var found = [ID<StaffMember>: (points: Int, people: Int)]()
    for one in waiting where one.id != person {
      guard let made = one.proposal else { continue }
      let before = found[made.staff] ?? (0, 0)
      found[made.staff] = (before.points + made.weight.points, before.people + 1)
    }
    return found
  }

  public func candidates(for person: WaitingPerson) -> [AllocationCandidate] {
    Allocation.candidates(for: person, among: workers, proposed: proposed(without: person.id), bands: bands)
  }
}

/// What came of publishing proposals.
public struct PublishOutcome: Hashable, Sendable {
  public var published: Int
  /// Who was left, each with why.
  public var left: [String]

  public init(published: Int, left: [String]) {
    self.published = published
    self.left = left
  }
}
