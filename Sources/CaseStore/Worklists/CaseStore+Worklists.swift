public import CaseModel

/// What waits for whoever is at the store (spec 9). Each list obeys their reach; none is an opening of a record.
extension CaseStore {
  /// So many lines of a list are read at most; its count may be higher.
  public static let worklistLimit = 500

  /// The lists that are open to the reader, in the order in which their role needs them.
  public func worklists() async throws(Problem) -> [Worklist] {
    guard let by = seat?.writing() else { return [] }
    var open = [Worklist]()
    for list in Worklist.inOrder(for: by.actor.staff.role) where try await refusal(of: list.action) == nil {
      open.append(list)
    }
    return open
  }

  /// The lines of a list: those that are due first come first.
  ///
  /// - Throws: `refused` where it is not the reader's to read.
  public func worklist(_ list: Worklist) async throws(Problem) -> [WorklistRow] {
    guard let by = seat?.writing() else { return [] }
    let day = by.at.day
    switch list {
    case .plansDue, .noPlan, .dataQuality:
      let rows = try await caseload(query(of: list, by), page: .first, limit: CaseStore.worklistLimit)
      return rows.map { WorklistRow($0, on: list, day) }
    case .myPeople: return try await myPeopleWorklist()
    case .nobodyOwns: return try await nobodyOwnsWorklist()
    case .tellThePerson: return try await tellThePersonWorklist()
    case .carers: return try await carers()
    case .responseClock: return try await responseClock()
    case .followUps: return try await followUps()
    case .interimPlans: return try await interimPlans(on: day)
    case .crisisDrafts: return try await crisisDraftsWaiting(on: day)
    case .crisisReviews: return try await crisisReviewsDue(on: day)
    case .crisisCopies: return try await crisisCopiesToRecall(on: day)
    case .afterDeath: return try await closingsAfterDeath()
    case .duplicates: return try await duplicateRows()
    case .stopOrTransfer: return try await consentTasks().map { WorklistRow($0, day) }.inOrder
    case .bestInterests:
      return try await bestInterestsReviews(dueBy: day + BestInterestsReview.listedDays)
        .map { WorklistRow($0, day) }.inOrder
    case .privacy:
      let holidays = try await bankHolidays()
      return try await privacyAlerts(limit: CaseStore.worklistLimit).map { WorklistRow($0, day, holidays: holidays) }
    }
  }

  /// How much stands on a list, and how much of it is late.
  ///
  /// - Throws: as `worklist(_:)`.
  public func worklistCount(_ list: Worklist) async throws(Problem) -> WorklistCount {
    guard let by = seat?.writing() else { return WorklistCount(list: list, count: 0, overdue: 0) }
    switch list {
    case .plansDue:
      let late = try await caseloadCount(query("plan:overdue", by))
      return WorklistCount(list: list, count: try await caseloadCount(query(of: list, by)), overdue: late)
    case .noPlan, .dataQuality:
      return WorklistCount(list: list, count: try await caseloadCount(query(of: list, by)), overdue: 0)
    default:
      let rows = try await worklist(list)
      return WorklistCount(list: list, count: rows.count, overdue: rows.count { $0.isOverdue })
    }
  }

  private func query(of list: Worklist, _ by: Writing) throws(Problem) -> CaseloadQuery {
    switch list {
    case .plansDue: try query("due<=28", by)
    case .noPlan: try query("plan:none", by)
    default: try query("dq", by)
    }
  }

  private func query(_ filter: String, _ by: Writing) throws(Problem) -> CaseloadQuery {
    do {
      return CaseloadQuery(
        filter: try CaseloadFilter(reading: filter), sort: CaseloadSort(.review), today: by.at.day,
        reader: by.actor.id)
    } catch {
      throw Problem(
        "The worklist was not read.", because: "Its filter \(filter) is not understood: \(error.message)",
        try: "Tell whoever looks after the program.", kind: .badData)
    }
  }
}

extension [WorklistRow] {
  /// Those without a day last.
  fileprivate var inOrder: [WorklistRow] {
    enumerated().sorted { one, other in
      switch (one.element.due, other.element.due) {
      case (let one?, let other?) where one != other: one < other
      case (nil, .some): false
      case (.some, nil): true
      default: one.offset < other.offset
      }
    }.map(\.element)
  }
}
