import ArgumentParser
import CaseModel
import CaseStore

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List people: a view, filtered and sorted as on screen.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: """
      A view by name or number, built in or your own: all, review-due, overdue, no-plan ... Else the whole register, \
      identified people too.
      """)
  var view: String?
  @Option(
    parsing: .unconditional,
    help: "A filter as in the caseload: words, risk>60, plan:none, practice:F99003, !, -term ...")
  var filter: String?
  @Option(
    parsing: .unconditional,
    help: """
      name, review, risk, born, nhs, practice or enrolled; - or + behind it gives the direction. Several with commas \
      between: those that follow decide where the first leaves people equal.
      """)
  var sort: String?
  @Option(parsing: .unconditional, help: "At most so many people; else everybody.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is 0 or more.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let view = try await wantedView(session)
    let order = try wantedOrder(view)
    let query = CaseloadQuery(
      filter: try read(view.filter).and(try read(filter ?? "")), sort: order.first, today: session.now().day,
      reader: session.actor.id, reach: self.view == nil ? .register : .caseload)
    var json = [JSON]()
    var table = Table()
    let count = try await walk(query, order, session.store) { rows in
      if output.json {
        json += rows.map { $0.json(on: query.today) }
      } else if output.plain {
        for row in rows { Outlet.record(row.plain(on: query.today)) }
      } else {
        table.tell(rows.map { fields($0, query.today) })
      }
    }
    if output.json { Outlet.json(.list(json)) }
    if !output.json && !output.plain { Outlet.note("\(thousands(count)) shown, sorted by \(order.words).") }
  }

  /// Page after page, so that any number of people needs the memory of a few.
  private func walk(
    _ query: CaseloadQuery, _ order: ListOrder, _ store: CaseStore, tell: ([CaseloadRow]) -> Void
  ) async throws -> Int {
    let wanted = limit ?? Int.max
    var page = PageRequest<CaseloadPosition>.first
    var waiting = [CaseloadRow]()
    var count = 0
    while count < wanted {
      let size = order.further.isEmpty ? min(500, wanted - count) : 500
      let rows = try await store.caseload(query, page: page, limit: size)
      waiting += rows
      let isEnd = rows.count < size
      let whole = isEnd ? waiting.count : order.lastRun(of: waiting)
      let ready = Array(try await order.sorted(Array(waiting[..<whole]), in: store).prefix(wanted - count))
      waiting.removeFirst(whole)
      tell(ready)
      count += ready.count
      guard !isEnd, let last = rows.last else { break }
      page = .after(last.position)
    }
    return count
  }

  private func fields(_ row: CaseloadRow, _ today: Day) -> [String] {
    [
      row.name.shown(), row.born.short, row.nhsNumber?.spaced ?? "no NHS No.", row.standing(on: today).words,
      row.namedSocialWorker ?? "(no named SW)", row.practiceCode ?? "(no practice)",
    ]
  }

  private func wantedView(_ session: Session) async throws -> CaseloadView {
    let view = view ?? "all"
    if let found = CaseloadView.named(view) { return found }
    let own = try await session.store.views()
    if let found = own.first(where: { plainLetters($0.name) == plainLetters(view) || $0.id == view }) { return found }
    throw Misunderstood(
      "Nothing was listed.", because: "There is no view named \(view).",
      try: "Use one of \((CaseloadView.builtIn.map(\.id) + own.map(\.name)).joined(separator: ", ")).")
  }

  private func wantedOrder(_ view: CaseloadView) throws -> ListOrder {
    guard let sort else { return ListOrder(view.sort) }
    guard let read = ListOrder(reading: sort) else {
      throw Misunderstood(
        "Nothing was listed.", because: "People cannot be sorted by \(sort).",
        try:
          "Use one of \(CaseloadOrder.allCases.map(\.rawValue).joined(separator: ", ")), or several with commas between."
      )
    }
    return read
  }

  private func read(_ text: String) throws -> CaseloadFilter {
    do throws(CaseloadFilter.Fault) {
      return try CaseloadFilter(reading: text)
    } catch {
      throw Misunderstood(
        "Nothing was listed.", because: "The filter cannot be read at column \(error.column), \(error.term).",
        try: error.message)
    }
  }
}
