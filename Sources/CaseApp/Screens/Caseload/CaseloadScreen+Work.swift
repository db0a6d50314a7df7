import CaseModel
import CaseStore
import TerminalKit

extension CaseloadScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .readPage(let query, let page, let limit): return await read(page, of: query, limit: limit, in: world.store)
      case .wait: return .waited
      case .count(let query): return .counted(query, try await world.store.caseloadCount(query))
      case .countScope(let query): return .scopeCounted(query, try await world.store.caseloadCount(query))
      case .countStates(let query): return .statesCounted(query, try await world.store.caseloadStates(query))
      case .rank(let query, let id, let place):
        return .ranked(query, id, try await world.store.rank(of: place, in: query))
      case .peek(let id): return .peeked(try await world.store.peek(id))
      case .readViews: return .viewsRead(try await world.store.views())
      case .saveView(var view):
        if view.id.isEmpty { view.id = world.newID() }
        try await world.store.saveView(view, by: world.writing)
        return .viewSaved(view)
      case .removeView(let view):
        try await world.store.removeView(view.id, by: world.writing)
        return .viewRemoved(view)
      case .askStanding: return .standing(try await world.store.refusal(of: .listPeople))
      case .readNotes: return .notesRead(try await world.store.notes())
      case .countDrafts:
        let plans = try await world.store.drafts(of: world.actor.id).count
        return .draftsRead(plans + (try await world.store.reviewDrafts(of: world.actor.id).count))
      }
    } catch {
      return .failed(error)
    }
  }

  private static func read(
    _ page: ListPage<CaseloadPosition>, of query: CaseloadQuery, limit: Int, in store: CaseStore
  ) async -> Event {
    do throws(Problem) {
      let found: CaseloadPage
      switch page {
      case .first:
        let rows = try await store.caseload(query, page: .first, limit: limit)
        found = CaseloadPage(rows: rows, atStart: true, atEnd: rows.count < limit)
      case .last:
        let rows = try await store.caseload(query, page: .last, limit: limit)
        found = CaseloadPage(rows: rows, atStart: rows.count < limit, atEnd: true)
      case .after(let place):
        let rows = try await store.caseload(query, page: .after(place), limit: limit)
        found = CaseloadPage(rows: rows, atStart: false, atEnd: rows.count < limit)
      case .before(let place):
        let rows = try await store.caseload(query, page: .before(place), limit: limit)
        found = CaseloadPage(rows: rows, atStart: rows.count < limit, atEnd: false)
      case .around(let place): found = try await around(place, of: query, limit: limit, in: store)
      }
      return .pageRead(query, page, found)
    } catch {
      return .pageFailed(query, error)
    }
  }

  /// What stands on both sides of a place, with the row that stands there itself.
  private static func around(
    _ place: CaseloadPosition, of query: CaseloadQuery, limit: Int, in store: CaseStore
  ) async throws(Problem) -> CaseloadPage {
    let before = try await store.caseload(query, page: .before(place), limit: limit)
    let start = before.last.map { PageRequest.after($0.position) } ?? .first
    let after = try await store.caseload(query, page: start, limit: limit)
    let atStart = before.count < limit
    return CaseloadPage(rows: before + after, atStart: atStart, atEnd: after.count < limit)
  }
}
