import CaseModel
import TerminalKit

/// A stretch of the list as it was read.
struct CaseloadPage: Hashable, Sendable {
  var rows: [CaseloadRow]
  var atStart: Bool
  var atEnd: Bool
  /// The number of the first row in the whole list, from 1, where it is known.
  var firstNumber: Int?
}

/// How many rows a query has.
struct CaseloadCount: Hashable, Sendable {
  var query: CaseloadQuery
  var count: Int
}

/// What is listed: queries, pages, counts and the record of the selected person.
extension CaseloadScreen {
  /// Everything that decides which rows are shown.
  var query: CaseloadQuery {
    // Marks belong to the query only while they decide who is listed: else a mark would read the list anew.
    let marks = listsMarks ? marked.sorted { $0.text < $1.text } : []
    return CaseloadQuery(
      filter: scopeFilter.and(viewFilter).and(typedTerms), sort: sort, today: around.today, reader: around.actor.id,
      marked: marks)
  }

  /// The same before view and filter.
  var scopeQuery: CaseloadQuery {
    CaseloadQuery(filter: scopeFilter, sort: sort, today: around.today, reader: around.actor.id)
  }

  private var scopeFilter: CaseloadFilter {
    switch scope {
    case .everyone: .everyone
    case .locality(let name): CaseloadFilter(terms: [.init(.locality(name))])
    }
  }

  /// `South West locality`; else whom the reader's role lists: `everyone`, `my list`, `my people`.
  var scopeWords: String {
    switch scope {
    case .everyone: reachWords
    case .locality(let name): "\(name) locality"
    }
  }

  private var reachWords: String {
    switch RolePermissions.of(around.actor.staff.role).reach {
    case .nobody: mayList ? "my people" : "no list"
    case .assigned: "my people"
    case .practice: "my list"
    case .locality: "everyone"
    }
  }

  /// Where those work who list nobody, with the keys that lead there.
  var placesInstead: [String] {
    let actions = RolePermissions.of(around.actor.staff.role).actions
    let places: [(AccessAction, String)] = [
      (.closeAlert, "g p Privacy"), (.readAudit, "g a Audit"), (.manageStaff, "g s Administration"),
    ]
    let open = places.filter { actions.contains($0.0) }.map(\.1)
    return [
      "Your role lists nobody.",
      open.isEmpty
        ? "It sees numbers without names. q leaves mdt." : "Your work is at \(open.joined(separator: ", ")).",
    ]
  }

  /// Reads the list anew from its top. The old rows stay until the new ones are here.
  mutating func newRows() -> [Step<Work>] {
    read(list.restart()) + counts() + refit()
  }

  /// Reads other rows round the selected person, who stays selected if they are still listed.
  mutating func rowsAroundSelected() -> [Step<Work>] {
    guard let selected = list.selected else { return newRows() }
    return read(list.seek(selected.key)) + counts() + refit()
  }

  /// The records have changed: the same stretch again, and what is counted.
  mutating func reload() -> [Step<Work>] {
    let page = list.rows.isEmpty ? list.begin() : list.reload()
    let own: [Step<Work>] = [.replace("drafts", with: .countDrafts), .replace("notes", with: .readNotes)]
    return read(page) + counts(again: true) + own + peek(again: true)
  }

  /// Counts what is listed, and what there is before view and filter; of that, only what is not known yet, or all of it
  /// `again`.
  mutating func counts(again: Bool = false) -> [Step<Work>] { countAll(again: again) + askStates }

  private mutating func countAll(again: Bool) -> [Step<Work>] {
    guard mayList else { return [] }
    if query == scopeQuery {
      guard let scopeTotal, !again else { return [.replace("count", with: .count(query))] }
      take(CaseloadCount(query: query, count: scopeTotal))
      return []
    }
    let scope: [Step<Work>] = scopeTotal == nil || again ? [.replace("scope count", with: .countScope(scopeQuery))] : []
    return [.replace("count", with: .count(query))] + scope
  }

  private mutating func read(_ page: ListPage<CaseloadPosition>?) -> [Step<Work>] {
    guard mayList, let page else { return [] }
    return [.replace("page", with: .readPage(query, page, limit: list.length(of: page)))] + watchForSlowness()
  }

  /// Comes back after a tenth of a second; one such wait at a time, for a page mostly takes a hundredth of that.
  private mutating func watchForSlowness() -> [Step<Work>] {
    guard pageWatched == nil else { return [] }
    pageWatched = list.awaited
    return [.later("slow", seconds: 0.1, .wait)]
  }

  /// A tenth of a second has passed: what was waited for then and still is, is slow.
  mutating func waited() -> [Step<Work>] {
    isSlow = list.awaited != nil && list.awaited == pageWatched
    pageWatched = nil
    return list.awaited == nil || isSlow ? [] : watchForSlowness()
  }

  mutating func moving(_ move: (inout ListWindow<CaseloadRow>) -> ListPage<CaseloadPosition>?) -> [Step<Work>] {
    if shownQuery != query {
      // Rows of another query are on their way, and there is nowhere to go on from until they are here; or they could
      // not be read, or midnight has passed, and this is the time to ask again.
      return list.awaited == nil ? rowsAroundSelected() : []
    }
    let page = move(&list)
    return read(page) + peek()
  }

  /// Says how big the list's area is: its width is that of the name column, which is what makes rows taller.
  mutating func refit() -> [Step<Work>] {
    let layout = TableLayout(columns: tableColumns, showing: view.columns)
    return read(list.fit(Size(columns: layout.nameWidth, rows: listRows)))
  }

  mutating func accept(
    _ page: CaseloadPage, for request: ListPage<CaseloadPosition>, of query: CaseloadQuery
  ) -> [Step<Work>] {
    guard query == self.query else { return [] }
    isSlow = false
    failure = nil
    let next = list.accept(
      page.rows, for: request, atStart: page.atStart, atEnd: page.atEnd, firstNumber: page.firstNumber)
    // After the rows, since the list knows better how many there are where it holds them all.
    if shownQuery != query { list.total = counted?.query == query ? counted?.count : nil }
    shownQuery = query
    return read(next) + rank() + peek()
  }

  /// Asks for the number of the first row held where it cannot be told from the start or the end.
  private func rank() -> [Step<Work>] {
    guard list.selectedNumber == nil, let first = list.rows.first, list.awaited == nil else { return [] }
    return [.replace("rank", with: .rank(query, first.id, first.position))]
  }

  mutating func pageFailed(_ query: CaseloadQuery, _ problem: Problem) -> [Step<Work>] {
    guard query == self.query else { return [] }
    list.abandon()
    isSlow = false
    failure = problem
    return [.report(problem)]
  }

  /// Reads the record of the selected person for the pane at the right, if there is one; the newest wish counts.
  func peek(again: Bool = false) -> [Step<Work>] {
    guard hasPane, let selected = list.selected, again || detail?.patient.id != selected.id else { return [] }
    return [.replace("peek", with: .peek(selected.id))]
  }

  mutating func changeScope() -> [Step<Work>] {
    if scope == .everyone, let locality = around.actor.staff.locality {
      scope = .locality(locality)
    } else {
      scope = .everyone
    }
    scopeTotal = nil
    return rowsAroundSelected() + [.say("Showing \(scope == .everyone ? scopeWords : "the \(scopeWords)").")]
  }

  func trail(to row: CaseloadRow) -> Trail { Trail(query: query, position: row.position) }

  /// What the marks of the selected row mean (PAB-0047).
  var explanation: String {
    guard let row = list.selected else { return "Nobody is selected." }
    var parts = [standingMeaning(of: row)]
    if row.hasSimilar {
      parts.append("[=] Somebody has the same names or a number one digit away: check the full date and the NHS No.")
    }
    if marked.contains(row.id) { parts.append("* You marked this person.") }
    if row.namedSocialWorker == nil { parts.append("(none) Nobody is named as social worker.") }
    return parts.joined(separator: " ")
  }

  private func standingMeaning(of row: CaseloadRow) -> String {
    let due = row.reviewDue?.short ?? ""
    switch row.standing(on: around.today) {
    case .noPlan: return "! NO PLAN: act now, there is no care plan and no reason is recorded."
    case .noPlanBecause(let reason): return "~ There is no care plan, and the reason is recorded: \(reason)."
    case .draft: return "~ A care plan was begun and is not active yet."
    case .noReviewDate: return "! NO REVIEW DATE: act now, the plan is active and nobody set a day to look at it again."
    case .current: return "= The care plan is in date. Its review is due on \(due)."
    case .dueSoon: return "~ Soon: the care plan's review is due on \(due)."
    case .overdue(let days):
      let old = days > 90 ? " The plan is OUT OF DATE." : ""
      return "! OVERDUE: act now, the care plan's review was due on \(due).\(old)"
    case .ended(let status): return "The care plan is \(status.words)."
    }
  }
}
