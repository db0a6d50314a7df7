import CaseModel
import CaseStore
import TerminalKit

extension AuditScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .readPage(let query, let page, let limit): return await read(page, of: query, limit: limit, in: world.store)
      case .identify(let id): return .identified(try await world.store.peek(id))
      case .report(let id): return .reported(try await world.store.accessReport(id, isFile: false, by: world.writing))
      }
    } catch {
      return .failed(error)
    }
  }

  private static func read(
    _ page: ListPage<Int>, of query: Query, limit: Int, in store: CaseStore
  ) async -> Event {
    do throws(Problem) {
      let wanted = try await store.auditQuery(query.filter, about: query.about)
      func rows(_ page: PageRequest<Int>) async throws(Problem) -> [AuditRow] {
        let events = try await store.auditEvents(wanted, page: page, limit: limit)
        let names = try await store.auditNames(of: events)
        return events.map { AuditRow($0, names) }
      }
      let found: AuditPage
      switch page {
      case .first:
        let rows = try await rows(.first)
        found = AuditPage(rows: rows, atStart: true, atEnd: rows.count < limit)
      case .last:
        let rows = try await rows(.last)
        found = AuditPage(rows: rows, atStart: rows.count < limit, atEnd: true)
      case .after(let place):
        let rows = try await rows(.after(place))
        found = AuditPage(rows: rows, atStart: false, atEnd: rows.count < limit)
      case .before(let place):
        let rows = try await rows(.before(place))
        found = AuditPage(rows: rows, atStart: rows.count < limit, atEnd: false)
      case .around(let place):
        // The row at the place is among those from the one before it on.
        let (before, after) = (try await rows(.before(place)), try await rows(.after(place + 1)))
        found = AuditPage(rows: before + after, atStart: before.count < limit, atEnd: after.count < limit)
      }
      return .pageRead(query, page, found)
    } catch {
      return .pageFailed(query, error)
    }
  }
}
