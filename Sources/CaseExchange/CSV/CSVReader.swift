internal import CaseModel

/// Reads RFC 4180 text in UTF-8, one record at a time, in memory for one piece and one record.
///
/// A state machine over bytes, so a combining mark after a comma cannot glue two cells together. Line ends are CRLF, LF
/// or a lone CR, mixed as they come; a byte-order mark is skipped. Blank lines are skipped and counted. A quotation
/// mark inside a cell that does not start with one is text.
///
/// A file is refused as a whole (`FileRefusal`) for UTF-16 and UTF-32, a byte that is not UTF-8, a NUL, and a quotation
/// mark that never closes. Anything else wrong is a fault of its record, and reading goes on.
public struct CSVReader {
  /// Characters a cell may have.
  public static let cellLimit = 100_000
  /// Bytes a record may have.
  public static let recordLimit = 1 << 22
  /// Cells a record may have.
  public static let countLimit = 2000

  /// Blank lines met so far.
  public private(set) var blankLines = 0
  /// Line ends met so far that were a CR alone, as old exports write.
  public private(set) var loneReturns = 0

  private let chunks: Chunks
  private let undoesGuard: Bool
  private var buffer = [UInt8]()
  /// The next byte to read, as a place in `buffer`.
  private var next = 0
  /// The place in the file of `buffer[0]`.
  private var base = 0
  private var line = 1
  private var started = false
  private var ended = false

  /// - Parameter undoesGuard: takes away the apostrophe that `CSVWriter` puts before what looks like a formula.
  public init(_ bytes: FileBytes, undoesGuard: Bool = false) throws(FileRefusal) {
    self.undoesGuard = undoesGuard
    do {
      chunks = try bytes.open()
    } catch {
      throw FileRefusal(.unreadable(error))
    }
  }

  /// The next record, or nil at the end of the file.
  public mutating func nextRecord() throws(FileRefusal) -> CSVRecord? {
    if !started { try start() }
    try skipBlankLines()
    guard try hasByte(at: next) else { return nil }
    return try scan()
  }

  // MARK: Bytes

  private enum State { case cellStart, plain, quoted, afterQuote }

  /// Whether there is a byte at this place of the buffer; reads on where the buffer ends.
  private mutating func hasByte(at place: Int) throws(FileRefusal) -> Bool {
    while place >= buffer.count {
      if ended { return false }
      do {
        if let chunk = try chunks() { buffer += chunk } else { ended = true }
      } catch {
        throw FileRefusal(.unreadable(error), line: line)
      }
    }
    return true
  }

  /// Forgets bytes that nobody will ask for again.
  private mutating func forget(before place: Int) {
    buffer.removeSubrange(0..<place)
    base += place
    next = max(0, next - place)
  }

  /// Forgets what is read, but only when that is most of the buffer: moving the rest costs.
  private mutating func forgetOften() {
    if next > 1 << 16, next > buffer.count / 2 { forget(before: next) }
  }

  private mutating func start() throws(FileRefusal) {
    started = true
    guard try hasByte(at: 0) else { return }
    let enough = try hasByte(at: 3)
    let head = Array(buffer.prefix(4))
    if enough, head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { throw FileRefusal(.utf32) }
    let isMarked = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if isMarked || head.count >= 2 && (head[0] == 0) != (head[1] == 0) { throw FileRefusal(.utf16, line: 1, column: 1) }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
  }

  private mutating func skipBlankLines() throws(FileRefusal) {
    while try hasByte(at: next), buffer[next] == 0x0A || buffer[next] == 0x0D {
      blankLines += 1
      next = try lineEnd(at: next)
      forgetOften()
    }
  }

  /// Steps over a line end and counts the line.
  private mutating func lineEnd(at place: Int, inQuotes: Bool = false) throws(FileRefusal) -> Int {
    line += 1
    guard buffer[place] == 0x0D else { return place + 1 }
    if try hasByte(at: place + 1), buffer[place + 1] == 0x0A { return place + 2 }
    if !inQuotes { loneReturns += 1 }
    return place + 1
  }

  // MARK: One record

  private mutating func scan() throws(FileRefusal) -> CSVRecord {
    forgetOften()
    var draft = Draft(line: line, base: base, origin: next)
    var state = State.cellStart
    var place = next
    var end = next
    scanning: while true {
      if place >= buffer.count {
        if place - draft.origin > CSVReader.recordLimit {
          draft.cut(at: place, of: buffer)
          forget(before: place)
          place = 0
        }
        guard try hasByte(at: place) else {
          if state == .quoted { throw FileRefusal([draft.openQuote(.unterminatedQuote, in: buffer)]) }
          draft.endCell(at: place)
          end = place
          next = place
          break scanning
        }
      }
      let byte = buffer[place]
      if byte == 0 { throw FileRefusal([draft.fault(.nul, at: place, line: line, in: buffer)]) }
      switch state {
      case .quoted:
        if byte == 0x22 {
          state = .afterQuote
        } else if byte == 0x0A || byte == 0x0D {
          place = try lineEnd(at: place, inQuotes: true)
          draft.lineStart = draft.base + place
          continue scanning
        }
      case .cellStart where byte == 0x22:
        state = .quoted
        draft.openQuote(at: place, line: line)
      case .afterQuote where byte == 0x22:
        state = .quoted
        draft.isDoubled = true
      case .cellStart, .plain, .afterQuote:
        if byte == 0x2C {
          draft.endCell(at: place)
          draft.startCell(at: place + 1)
          state = .cellStart
        } else if byte == 0x0A || byte == 0x0D {
          draft.endCell(at: place)
          end = place
          next = try lineEnd(at: place)
          break scanning
        } else {
          if state == .afterQuote {
            draft.tail = place
            draft.add(draft.fault(.textAfterQuote, at: place, line: line, in: buffer))
          }
          state = .plain
        }
      }
      place += 1
    }
    return try draft.record(from: buffer, upTo: end, undoesGuard: undoesGuard)
  }
}
