import CaseModel
import Testing

@Suite("Naming a social worker fairly (R-SW-01, -02, -04, -05)") struct AllocationTests {
  static let today = Day(number: 16_805)

  static func worker(
    _ name: String, _ points: Int, wte: Int = 100, per: Int = 50, people: Int = 20, languages: [String] = [],
    last: Int? = nil, present: Int = 100, locality: String? = "South West", most: Int? = nil
  ) -> SocialWorker {
    SocialWorker(
      id: ID(name), name: name, shortName: name, team: "Integrated", locality: locality,
      languages: ["English"] + languages,
      load: CaseLoad(
        points: points, people: people,
        capacity: Capacity(wte: wte, pointsPerWTE: per, present: present, maxCount: most)),
      lastNewCase: last.map { today - $0 })
  }

  static func person(
    _ id: String, language: String? = nil, knownTo: [String: String] = [:], highRisk: Bool = false, since: Int = 1,
    weight: CaseWeight = CaseWeight(base: .medium)
  ) -> WaitingPerson {
    WaitingPerson(
      id: ID(id), name: PersonName(family: id, given: "A"), born: today - 30_000, nhsNumber: nil,
      request: AllocationRequest(
        id: id, role: .namedSocialWorker, since: Moment(today - since, hour: 9, minute: 0), source: .mdtDecision,
        reason: nil), practice: "F99001", locality: "South West", language: language, isHighRisk: highRisk,
      weight: weight,
      knownTo: Dictionary(uniqueKeysWithValues: knownTo.map { (ID<StaffMember>($0.key), $0.value) }))
  }

  private static func order(_ person: WaitingPerson, _ workers: [SocialWorker]) -> [AllocationCandidate] {
    Allocation.candidates(for: person, among: workers, proposed: [:], bands: .usual)
  }

  @Test("S5, R-SW-01: Bree knows his wife, Callum speaks Sylheti, Ade comes last; each factor is said") func scenario()
  {
    let workers = [
      Self.worker("Ade", 34, wte: 70, languages: ["Yoruba"]), Self.worker("Bree", 53),
      Self.worker("Callum", 41, languages: ["Sylheti"]),
    ]
    let osman = Self.person("osman", language: "Sylheti", knownTo: ["Bree": "knows household"])
    let found = Self.order(osman, workers)
    #expect(found.map(\.worker.name) == ["Bree", "Callum", "Ade"])
    #expect(found.map(\.now.ratioWords) == ["1.06", "0.82", "0.97"])
    #expect(found.map(\.bandNow) == [.amber, .blue, .green])
    #expect(found[0].needsReason && !found[1].needsReason)
    #expect(found[0].fit.hasPrefix("best, ") && found[1].fit == "good")
    #expect(found[0].reasons.first == "+ knows household" && found[1].reasons.contains("+ speaks Sylheti"))
    #expect(found[1].reasons.contains("+ lowest load once assigned: 0.86 blue"))
    #expect(found[0].reasons.contains("- load once assigned: 1.10 red, 1.06 amber now"))
  }

  @Test("R-SW-01: the four in their order, each decided by the one before it") func factors() {
    // Load before the last new case; a tie of both goes by name.
    let byLoad = [Self.worker("A", 20, last: 1), Self.worker("B", 10, last: 2), Self.worker("C", 20, last: 9)]
    #expect(Self.order(Self.person("p"), byLoad).map(\.worker.name) == ["B", "C", "A"])
    let never = byLoad + [Self.worker("D", 20)]
    #expect(Self.order(Self.person("p"), never).map(\.worker.name) == ["B", "D", "C", "A"])
    // English is everybody's here, and is no match.
    #expect(Self.order(Self.person("p", language: "english"), byLoad).allSatisfy { $0.speaks == nil })
    // Loads are compared exactly, whatever the parts: 2/3 and 20/30 are the same.
    let even = [Self.worker("Z", 18, wte: 90, per: 30), Self.worker("Y", 20, per: 30)]
    let light = CaseWeight(base: .low)
    #expect(Self.order(Self.person("p", weight: light), even).map(\.worker.name) == ["Y", "Z"])
  }

  @Test("R-SW-01: only the person's own locality; whoever is away comes last and needs a reason") func near() {
    let workers = [
      Self.worker("Away", 0, present: 0), Self.worker("Here", 60), Self.worker("Elsewhere", 0, locality: "North East"),
      Self.worker("Everywhere", 70, locality: nil),
    ]
    let found = Self.order(Self.person("p"), workers)
    #expect(found.map(\.worker.name) == ["Here", "Everywhere", "Away"])
    #expect(found.last?.fit == "AWAY" && found.last?.needsReason == true)
  }

  @Test("4.5: more people than were agreed needs a reason, however light they are") func agreed() {
    let found = Self.order(Self.person("p"), [Self.worker("A", 5, people: 10, most: 10)])
    #expect(found[0].needsReason && found[0].fit == "best, FULL")
    #expect(found[0].reasons.contains("- would hold 11 people of an agreed 10"))
  }

  @Test("R-SW-02: an even share gives those at high risk first, keeps who knows whom, and fills nobody to amber")
  func share() {
    let workers = [Self.worker("A", 40), Self.worker("B", 30), Self.worker("C", 49)]
    var waiting = (0..<20).map { Self.person("p\($0)", highRisk: $0 % 3 == 0, since: $0) }
    waiting[5].knownTo = [ID("C"): "was theirs"]
    waiting[6].knownTo = [ID("A"): "was theirs"]
    let share = Allocation.evenShare(of: waiting, among: workers, bands: .usual)
    var loads = Dictionary(uniqueKeysWithValues: workers.map { ($0.id, $0.load) })
    for one in share { loads[one.staff] = loads[one.staff]?.adding(2) }
    #expect(loads.values.allSatisfy { !$0.band().needsReason })
    // 50 points each: four for A, nine for B, none for C, who has no room for anybody who knows them either.
    #expect(share.count == 13 && !share.contains { $0.staff == ID("C") })
    #expect(share.first { $0.person == ID("p6") }?.staff == ID("A"))
    let risky = waiting.filter(\.isHighRisk).map(\.id)
    #expect(share.prefix(risky.count).map(\.person).sorted() == risky.sorted())
  }

  @Test("property: no share makes anybody amber, gives anybody two, or leaves somebody whom somebody has room for")
  func shareProperty() {
    var random = Steps(seed: 7)
    for _ in 0..<300 {
      let workers = (0..<random.next(1...5)).map {
        Self.worker(
          "w\($0)", random.next(0...60), wte: random.next(0...15) * 10, people: 5,
          present: random.next(0...3) == 0 ? 0 : 100)
      }
      let waiting = (0..<random.next(0...30)).map {
        Self.person(
          "p\($0)", highRisk: random.next(0...1) == 0, since: random.next(0...9),
          weight: CaseWeight(base: CaseWeight.Base(rawValue: random.next(1...3)) ?? .low))
      }
      let share = Allocation.evenShare(of: waiting, among: workers, bands: .usual)
      #expect(Set(share.map(\.person)).count == share.count)
      var loads = Dictionary(uniqueKeysWithValues: workers.map { ($0.id, $0.load) })
      for one in share {
        let weight = waiting.first { $0.id == one.person }?.weight.points ?? 0
        loads[one.staff] = loads[one.staff]?.adding(weight)
      }
      for one in share { #expect(loads[one.staff].map { !$0.band().needsReason } == true) }
      for person in waiting where !share.contains(where: { $0.person == person.id }) {
        let room = workers.contains { worker in
          guard !worker.isAway, let load = loads[worker.id] else { return false }
          return !max(load.band(), load.adding(person.weight.points).band()).needsReason
        }
        #expect(!room, "somebody had room")
      }
    }
  }

  @Test("R-SW-04: at high risk and waiting for more than two working days is red; others are not") func urgent() throws
  {
    let holidays = Set(["2016-03-25", "2016-03-28"].compactMap { Day(iso: $0) })
    var person = Self.person("p", highRisk: true)
    person.request.since = Moment(try #require(Day(iso: "2016-03-24")), hour: 9, minute: 0)
    #expect(!person.isUrgent(on: try #require(Day(iso: "2016-03-30")), holidays: holidays))
    #expect(person.isUrgent(on: try #require(Day(iso: "2016-03-31")), holidays: holidays))
    person.isHighRisk = false
    #expect(!person.isUrgent(on: try #require(Day(iso: "2016-03-31")), holidays: holidays))
  }

  @Test("S1: a locality without anybody, or with everybody away, is broken; one away is said") func localities() {
    #expect(LocalityStanding(name: "A", workers: 0, present: 0).isBroken)
    #expect(
      LocalityStanding(name: "A", workers: 2, present: 0, back: Self.today).words == "! all 2 away until 05-Jan-2016")
    #expect(LocalityStanding(name: "A", workers: 3, present: 2).words == "3  ~ 1 away")
    #expect(!LocalityStanding(name: "A", workers: 1, present: 1).isBroken)
  }

  @Test("R-SW-05: the Gini coefficient against the definition, pair by pair") func gini() {
    var random = Steps(seed: 3)
    for _ in 0..<200 {
      let values = (0..<random.next(1...12)).map { _ in random.next(0...2_000_000) }
      let sum = values.reduce(0, +)
      let pairs = values.reduce(0.0) { total, one in total + values.reduce(0.0) { $0 + abs(Double(one - $1)) } }
      let wanted = sum == 0 ? 0 : pairs / (2 * Double(values.count) * Double(sum)) * 1000
      let found = FairnessReport.gini(values) ?? -1
      #expect(abs(Double(found) - wanted) <= 0.5001)
    }
    #expect(FairnessReport.gini([]) == nil && FairnessReport.gini([5, 5, 5]) == 0 && FairnessReport.gini([0, 0]) == 0)
    #expect(FairnessReport.gini([0, 1]) == 500)
  }

  @Test("R-SW-05: the report says the spread, cases per whole-time equivalent and the share of high risk")
  func report() {
    var workers = [Self.worker("Bree", 53, people: 24), Self.worker("Ade", 34, wte: 70, people: 15)]
    workers[0].highRisk = 6
    let report = FairnessReport(
      on: Self.today, workers: workers, bands: .usual, quintiles: [], allocated: 39, waiting: 2)
    #expect(report.all.spread == 9 && report.all.casesPerWTE == 229 && report.all.highRiskShare == 154)
    #expect(report.teams.map(\.name) == ["Integrated, South West"])
    #expect(
      report.sentences[0] == "The heaviest load is 1.06 of capacity (Bree), the lightest 0.97 (Ade): a spread of 0.09.")
    #expect(report.sentences.contains("2 people wait for a named social worker."))
  }
}

/// Numbers that come again with their seed.
struct Steps {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }
}
