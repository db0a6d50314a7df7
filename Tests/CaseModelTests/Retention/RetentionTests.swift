import CaseModel
import Testing

@Suite("8.6: for how long a record is kept") struct RetentionTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
  private static let law = RetentionPeriods(settings: [:])
  private let born = Day(number: -10_000)

  private func until(_ facts: RetentionFacts) -> String? { Retention(facts, Self.law).until?.iso }

  @Test("each kind of record has its years, and the longest of them counts") func longest() throws {
    let entry = try Self.day("2016-03-01")
    var facts = RetentionFacts(born: born, lastEntry: entry)
    #expect(until(facts) == "2024-03-01")
    facts.hasMentalHealth = true
    #expect(until(facts) == "2036-03-01")
    facts.died = try Self.day("2016-04-01")
    #expect(until(facts) == "2026-04-01", "mental health: 10 years after death")
    facts.hasMentalHealth = false
    #expect(until(facts) == "2024-03-01")
    facts.isGPRegistered = true
    #expect(until(facts) == "2026-04-01", "GP record: 10 years after death")
    facts = RetentionFacts(
      born: born, lastEntry: entry, hasSocialCare: true, socialCareEnded: try Self.day("2018-05-05"))
    #expect(until(facts) == "2026-05-05")
    let retention = Retention(facts, Self.law)
    #expect(
      retention.reasons.first == "Adult health record: 8 years after the last entry on 1 March 2016, to 1 March 2024.")
    #expect(
      retention.reasons.contains { $0.hasPrefix("Adult social care record: 8 years after the end of care on 5 May") })
    #expect(retention.reasons.last == "The audit of who has looked is kept on, and mdt never removes it.")
  }

  @Test("what has no end has no day, and says why") func open() throws {
    let entry = try Self.day("1990-03-01")
    let all: [(RetentionFacts, String)] = [
      (RetentionFacts(born: born, lastEntry: entry, isInCare: true), "Their integrated care goes on."),
      (RetentionFacts(born: born, lastEntry: entry, diedUnknownWhen: true), "nobody has recorded when"),
      (RetentionFacts(born: born, lastEntry: entry, hasSocialCare: true), "Adult social care goes on."),
      (RetentionFacts(born: try Self.day("1975-01-01"), lastEntry: entry), "under 18"),
    ]
    for (facts, words) in all {
      let retention = Retention(facts, Self.law)
      #expect(retention.until == nil)
      #expect(retention.standing(on: try Self.day("2099-01-01")) == .kept)
      #expect(retention.reasons.contains { $0.contains(words) }, "\(retention.reasons)")
    }
  }

  @Test("the last day is still one of keeping; a hold keeps it after that") func standing() throws {
    var facts = RetentionFacts(born: born, lastEntry: try Self.day("2016-03-01"))
    #expect(Retention(facts, Self.law).standing(on: try Self.day("2024-03-01")) == .kept)
    #expect(Retention(facts, Self.law).standing(on: try Self.day("2024-03-02")) == .due)
    for hold in 0..<3 {
      facts.holds = hold == 0 ? ["Public inquiry since 1 May 2020, Infected blood: everything"] : []
      facts.hasOpenAlert = hold == 1
      facts.isMerged = hold == 2
      let retention = Retention(facts, Self.law)
      #expect(retention.standing(on: try Self.day("2024-03-01")) == .kept)
      #expect(retention.standing(on: try Self.day("2024-03-02")) == .held && retention.holds.count == 1)
    }
  }

  @Test("no setting makes it shorter than the law, and years end no day too early") func least() throws {
    let short = RetentionPeriods(settings: ["retention.adult_health_years": "2", "retention.social_care_years": "x"])
    #expect(short == Self.law)
    #expect(RetentionPeriods(settings: ["retention.adult_health_years": "12"]).adultHealth == 12)
    #expect(try Self.day("2016-02-29").adding(years: 8).iso == "2024-02-29")
    #expect(try Self.day("2016-02-29").adding(years: 10).iso == "2026-03-01")
  }
}
