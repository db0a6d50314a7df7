import Glibc

/// Which pages a log has, as far as it was committed. A program that was killed, or lost its power, while it folded the
/// log into the main file leaves that file with a new header and without its new end: whole all the same, because the
/// log has every page that is missing.
struct SQLiteLogPages {
  /// How many pages the store has once the log is read.
  private(set) var pageCount = 0
  private var pages = Set<Int>()
  private let pageSize: Int

  /// Nil where there is no log with anything committed in it.
  init?(path: String, pageSize: Int) {
    self.pageSize = pageSize
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 32)
    guard pread(descriptor, &header, 32, 0) == 32, SQLiteLogPages.number(header, 0) >> 1 == 0x377F_0682 >> 1,
      SQLiteLogPages.number(header, 8) == pageSize
    else { return nil }
    var open = [Int]()
    var frame = [UInt8](repeating: 0, count: 24)
    var place = 32
    // The salts tell this round's frames from those of one before it, which lie behind them.
    while pread(descriptor, &frame, 24, off_t(place)) == 24, frame[8..<16] == header[16..<24] {
      open.append(SQLiteLogPages.number(frame, 0))
      let size = SQLiteLogPages.number(frame, 4)
      if size > 0 {
        pageCount = size
        pages.formUnion(open)
        open = []
      }
      place += 24 + pageSize
    }
    if pageCount == 0 { return nil }
  }

  /// Whether every page behind the main file's end is in the log.
  func completes(fileOf bytes: Int) -> Bool {
    // The page that SQLite keeps its locks on is never written.
    let locks = 0x4000_0000 / pageSize + 1
    let first = bytes / pageSize + 1
    return first > pageCount || (first...pageCount).allSatisfy { pages.contains($0) || $0 == locks }
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
