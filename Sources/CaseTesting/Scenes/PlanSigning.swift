public import CaseModel
public import CaseStore

/// Signs plans in a store that is there already, for `make bench`: an imported caseload has none.
public struct PlanSigning {
  private let store: CaseStore
  private let by: Writing

  /// Signs as whoever works under the account, at one moment.
  public init(
    store: CaseStore, account: String, at moment: Moment, newID: @escaping @Sendable () -> String
  ) async throws {
    let by = Writing(actor: try await store.actor(account: account, workstation: "bench"), at: moment, newID: newID)
    self.by = by
    self.store = store.signedIn { by }
  }

  /// Gives so many people a plan: by name, every second of those who have none.
  public func givePlans(to count: Int) async throws {
    var given = 0
    var page = PageRequest<CaseloadPosition>.first
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id)
    while given < count {
      let rows = try await store.caseload(query, page: page, limit: 500)
      guard let last = rows.last else { return }
      page = .after(last.position)
      for (index, row) in rows.enumerated() where index % 2 == 0 && row.planStatus == nil && given < count {
        // Signed sixty days ago, so that some are overdue today.
        var then = by
        then.at = by.at + -60 * 86_400
        let plan = ScenePlans.whole(
          for: row.name, reviewOwner: by.actor.id, nextReview: by.at.day + (given % 300 - 30), agreedOn: then.at.day,
          variant: given, newID: by.newID)
        _ = try await store.publish(plan, of: row.id, basedOn: nil, reason: "activated", by: then)
        given += 1
      }
    }
  }

  /// Changes one goal and signs the next version, again and again with different people; gives what each took.
  public func saves(_ count: Int) async throws -> [Duration] {
    let clock = ContinuousClock()
    let filter = CaseloadFilter(terms: [.init(.plan(.active))])
    let query = CaseloadQuery(filter: filter, sort: CaseloadSort(.review), today: by.at.day, reader: by.actor.id)
    let rows = try await store.caseload(query, page: .first, limit: 200)
    var times = [Duration]()
    for number in 0..<count where !rows.isEmpty {
      let id = rows[number % rows.count].id
      guard let record = try await store.carePlan(of: id), let goal = record.plan.items(.goal).first else { continue }
      var plan = record.plan
      plan.set(.text, of: goal.id, to: "I want to walk to the market, try \(number)")
      // Some of these plans are overdue, and a plan is not signed with a review in the past.
      if let head = plan.single(.plan) { plan.set(.nextReview, of: head.id, to: (by.at.day + 90).iso) }
      let start = clock.now
      _ = try await store.publish(plan, of: id, basedOn: record.rowVersion, reason: "changed", by: by)
      times.append(start.duration(to: clock.now))
    }
    return times
  }
}
