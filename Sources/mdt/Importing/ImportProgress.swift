import CaseModel
import CaseStore
import Synchronization

/// How far an import is, told from the second second on: often on a terminal, now and then elsewhere. All or nothing
/// goes through the file twice, and the words say which time it is.
final class ImportProgress: Sendable {
  private struct Place {
    var rows = 0
    var isImporting: Bool
  }

  private let name: String
  private let lines: Int
  private let begun = Host.now()
  private let every = Outlet.progressIsRewritten ? 500 : 100_000
  private let place: Mutex<Place>

  init(of file: ImportedFile, _ mode: ImportMode) {
    (name, lines) = (file.name, file.lines)
    place = Mutex(Place(isImporting: mode == .acceptGood))
  }

  func tell(_ rows: Int) {
    let isImporting = place.withLock { place in
      // The second time begins where fewer rows are done than before.
      if rows < place.rows { place.isImporting = true }
      place.rows = rows
      return place.isImporting
    }
    guard Host.now() - begun > 1, rows % every == 0 else { return }
    let all = thousands(max(lines - 1, rows))
    Outlet.progress("\(isImporting ? "importing" : "checking") \(name): \(thousands(rows)) of about \(all) rows")
  }
}
