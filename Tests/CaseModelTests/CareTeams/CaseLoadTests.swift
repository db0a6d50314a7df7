import CaseModel
import Testing

@Suite("Caseloads, weights and bands (4.5)") struct CaseLoadTests {
  static func load(_ points: Int, wte: Int = 100, per: Int = 30, present: Int = 100) -> CaseLoad {
    CaseLoad(points: points, people: 1, capacity: Capacity(wte: wte, pointsPerWTE: per, present: present))
  }

  @Test(
    "4.5: the bands begin exactly at 1.10, 1.00 and 0.95, and one point below each is the band before",
    arguments: [
      (110, LoadBand.red), (109, .amber), (100, .amber), (99, .green), (95, .green), (94, .blue), (0, .blue),
      (111, .red),
    ])
  func edges(_ points: Int, _ band: LoadBand) {
    // 100 points: a whole one at 100 points, and 2 at 50 would be the same.
    #expect(Self.load(points, per: 100).band() == band)
    #expect(Self.load(points, wte: 50, per: 200).band() == band)
  }

  @Test("4.5: no band rests on a rounding: against exact fractions, for every load and many capacities")
  func exact() {
    for wte in stride(from: 5, through: 150, by: 5) {
      for per in [7, 13, 30, 33, 50] {
        for points in 0...120 {
          let it = Self.load(points, wte: wte, per: per)
          // points / (wte/100 * per) against 110/100, 100/100 and 95/100, by whole numbers alone.
          let (top, bottom) = (points * 100 * 100, wte * per)
          let wanted: LoadBand =
            top >= 110 * bottom ? .red : top >= 100 * bottom ? .amber : top >= 95 * bottom ? .green : .blue
          #expect(it.band() == wanted, "\(points) of \(wte) x \(per)")
        }
      }
    }
  }

  @Test("4.5: who is away carries nothing: over every band with somebody, in none without")
  func away() {
    #expect(Self.load(1, present: 0).band() == .red)
    #expect(Self.load(0, present: 0).band() == .blue)
    #expect(Self.load(1, present: 0).ratioWords == "away")
    #expect(Self.load(10, present: 50).band() == .blue && Self.load(15, present: 50).band() == .amber)
  }

  @Test("a share is cut and never rounded up into the next band") func words() {
    #expect(Self.load(53, per: 50).ratioWords == "1.06")
    #expect(Self.load(1099, per: 1000).ratioWords == "1.09" && Self.load(1099, per: 1000).band() == .amber)
    #expect(Self.load(34, wte: 70, per: 50).ratioWords == "0.97")
    #expect(Capacity(wte: 57, pointsPerWTE: 30).words == "17.1")
    #expect(Capacity(wte: 60).words == "18" && Capacity(wte: 33, pointsPerWTE: 7, present: 50).words == "1.155")
  }

  @Test(
    "settings: a share that people type is kept exactly",
    arguments: [
      ("1.10", 1_100_000), ("1", 1_000_000), ("0.95", 950_000), ("1.000001", 1_000_001), ("12.5", 12_500_000),
    ])
  func decimals(_ text: String, _ millionths: Int) {
    #expect(ExactDecimal(text)?.millionths == millionths)
  }

  @Test(
    "settings: what is no share is refused", arguments: ["", ".", "1.", "-1", "1e3", "1.0000001", "a", "1.1.1", "+1"])
  func noDecimals(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test("4.5: a weight is 1 to 3 and what adds to it, and at least 1") func weights() {
    #expect(CaseWeight(base: .low, parts: [.steppedDown]).points == 1)
    #expect(CaseWeight(base: .medium, parts: [.steppedDown]).points == 1)
    #expect(CaseWeight(base: .high, parts: Set(CaseWeight.Part.allCases)).points == 3 + 2 + 1 + 1 + 1 + 1 - 1)
    #expect(CaseWeight(base: .medium, parts: [.interpreter]).words == "medium 2, interpreter always needed +1")
    for base in CaseWeight.Base.allCases {
      for part in CaseWeight.Part.allCases {
        let weight = CaseWeight(base: base, parts: [part])
        #expect(CaseWeight(code: weight.code) == weight)
      }
    }
    #expect(CaseWeight(code: "4") == nil && CaseWeight(code: "2 nothing") == nil && CaseWeight(code: "") == nil)
  }

  @Test("4.2: two working days to accept; a bank holiday and a weekend are none (D-VER-4)") func acceptance() throws {
    let holidays = Set(["2016-03-25", "2016-03-28"].compactMap { Day(iso: $0) })
    let thursday = try #require(Day(iso: "2016-03-24"))
    var it = CareAssignment(
      id: "a", patient: ID("p"), role: .namedSocialWorker, staff: ID("s"), name: "S", organisation: "O",
      start: Moment(thursday, hour: 16, minute: 0), assignedBy: "J", reason: .mdtDecision,
      askedAt: Moment(thursday, hour: 16, minute: 0))
    #expect(it.acceptBy(days: 2, holidays: holidays)?.iso == "2016-03-30")
    #expect(!it.isUnaccepted(on: try #require(Day(iso: "2016-03-30")), days: 2, holidays: holidays))
    #expect(it.isUnaccepted(on: try #require(Day(iso: "2016-03-31")), days: 2, holidays: holidays))
    it.acceptedAt = it.start
    #expect(!it.isUnaccepted(on: thursday + 40, days: 2, holidays: holidays))
    #expect(it.tellBy(days: 21) == thursday + 21)
    it.role = .keyWorker
    #expect(it.tellBy(days: 21) == nil)
  }
}
