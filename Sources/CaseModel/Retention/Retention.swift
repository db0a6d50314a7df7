/// Until when a record is kept, and why: the longest of what each kind of record in it asks for (handbook 8.6).
public struct Retention: Hashable, Sendable {
  /// The last day on which it must be kept; nil where no day can be said, and then it is kept.
  public var until: Day?
  /// A sentence for each kind of record, and for what keeps it without a day.
  public var reasons: [String]
  /// What keeps it although its time is over; empty where nothing does.
  public var holds: [String]

  public enum Standing: Hashable, Sendable {
    /// Its time is not over, or no day can be said.
    case kept
    /// Its time is over, and a hold keeps it.
    case held
    /// Its time is over.
    case due
  }

  public func standing(on day: Day) -> Standing {
    guard let until, until < day else { return .kept }
    return holds.isEmpty ? .due : .held
  }

  public init(_ facts: RetentionFacts, _ periods: RetentionPeriods) {
    var decision = Decision(facts: facts, periods: periods)
    decision.decide()
    until = decision.open ? nil : decision.until
    reasons = decision.reasons
    holds = facts.holds
    if facts.hasOpenAlert { holds.append("An alert about the record waits for the privacy officer.") }
    if facts.isMerged { holds.append("Another record is joined to it, and what belongs to whom is not decided.") }
  }
}

private struct Decision {
  var facts: RetentionFacts
  var periods: RetentionPeriods
  var until: Day?
  var reasons = [String]()
  /// No day can be said.
  var open = false

  mutating func decide() {
    if facts.isInCare, facts.died == nil { keep("Their integrated care goes on.") }
    if facts.diedUnknownWhen, facts.died == nil { keep("They have died, and nobody has recorded when.") }
    if facts.born.adding(years: 18) > facts.lastEntry {
      keep("They were under 18 at the last entry, and for how long such a record is kept is not built in.")
    }
    add("Adult health record", periods.adultHealth, "the last entry", facts.lastEntry)
    if facts.hasMentalHealth {
      if let died = facts.died {
        add("Mental health record", periods.mentalHealthAfterDeath, "their death", max(died, facts.lastEntry))
      } else {
        add("Mental health record", periods.mentalHealth, "the last entry", facts.lastEntry)
      }
    }
    if facts.isGPRegistered, let died = facts.died {
      add("GP record of somebody who has died", periods.gpAfterDeath, "their death", died)
    }
    if facts.hasSocialCare {
      if let ended = facts.socialCareEnded ?? facts.died {
        add("Adult social care record", periods.socialCare, "the end of care", max(ended, facts.lastEntry))
      } else {
        keep("Adult social care goes on.")
      }
    }
    reasons.append("The audit of who has looked is kept on, and mdt never removes it.")
  }

  mutating func keep(_ why: String) {
    open = true
    reasons.append(why)
  }

  mutating func add(_ kind: String, _ years: Int, _ since: String, _ day: Day) {
    let last = day.adding(years: years)
    until = max(until ?? last, last)
    reasons.append("\(kind): \(years) years after \(since) on \(day.long), to \(last.long).")
  }
}

extension Day {
  /// The same day so many years later. What would be the 29th of February is the 1st of March: never a day too early.
  public func adding(years: Int) -> Day {
    let (year, month, day) = parts
    return Day(year: year + years, month: month, day: day) ?? Day(year: year + years, month: 3, day: 1) ?? self
  }
}
