extension CSVReader {
  /// A record while its bytes go by: where its cells are in the buffer.
  struct Draft {
    private struct Cell {
      var start: Int
      var end: Int
      var isQuoted: Bool
      var isDoubled: Bool
      /// Where text after the closing quotation mark starts.
      var tail: Int?
    }

    let line: Int
    /// The place in the file of the buffer's first byte.
    private(set) var base: Int
    /// The place in the buffer of the record's first byte.
    private(set) var origin: Int
    var lineStart: Int
    var isDoubled = false
    var tail: Int?
    private var cells = [Cell]()
    private var cellCount = 0
    private var start: Int
    private var isQuoted = false
    private var quote = (place: 0, line: 0, lineStart: 0)
    private var faults = [FileFault]()
    /// The first bytes of a record that is too long.
    private var head: [UInt8]?

    init(line: Int, base: Int, origin: Int) {
      self.line = line
      self.base = base
      self.origin = origin
      start = origin
      lineStart = base + origin
    }

    mutating func startCell(at place: Int) {
      start = place
      isQuoted = false
      isDoubled = false
      tail = nil
    }

    mutating func openQuote(at place: Int, line: Int) {
      isQuoted = true
      quote = (base + place, line, lineStart)
    }

    mutating func endCell(at place: Int) {
      cellCount += 1
      guard head == nil, cellCount <= CSVReader.countLimit else { return }
      cells.append(Cell(start: start, end: place, isQuoted: isQuoted, isDoubled: isDoubled, tail: tail))
    }

    mutating func add(_ fault: FileFault) {
      if faults.count < 20 { faults.append(fault) }
    }

    /// Gives up keeping the record: only its first bytes stay.
    mutating func cut(at place: Int, of buffer: [UInt8]) {
      if head == nil {
        head = Array(buffer[origin...].prefix(1000))
        cells.removeAll()
        faults.removeAll()
      }
      base += place
      origin = 0
    }

    func fault(_ kind: FileFault.Kind, at place: Int, line: Int, in buffer: [UInt8]) -> FileFault {
      let from = lineStart - base
      return FileFault(kind, line: line, column: Draft.column(place, from: from, in: buffer), byte: base + place)
    }

    func openQuote(_ kind: FileFault.Kind, in buffer: [UInt8]) -> FileFault {
      let column = Draft.column(quote.place - base, from: quote.lineStart - base, in: buffer)
      return FileFault(kind, line: quote.line, column: column, byte: quote.place)
    }

    /// Characters (scalars) from the line's start, from 1; bytes where the line's start is no longer kept.
    private static func column(_ place: Int, from start: Int, in buffer: [UInt8]) -> Int {
      guard start >= 0, start <= place, place <= buffer.count else { return max(place - start, 0) + 1 }
      return buffer[start..<place].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    // MARK: The record

    func record(from buffer: [UInt8], upTo end: Int, undoesGuard: Bool) throws(FileRefusal) -> CSVRecord {
      if head != nil || end - origin > CSVReader.recordLimit {
        let raw = String(decoding: head ?? Array(buffer[origin...].prefix(1000)), as: UTF8.self)
        return CSVRecord(line: line, cells: [], raw: raw, faults: [FileFault(.recordTooLong, line: line)])
      }
      let bytes = buffer[origin..<end]
      guard let raw = String(validating: bytes, as: UTF8.self) else { throw refusal(bytes) }
      var faults = faults
      if cellCount > CSVReader.countLimit { faults.append(FileFault(.tooManyCells, line: line, byte: base + origin)) }
      var texts = [String]()
      texts.reserveCapacity(cells.count)
      for cell in cells {
        let text = Draft.text(cell, in: buffer)
        if text.utf8.count > CSVReader.cellLimit, text.unicodeScalars.count > CSVReader.cellLimit {
          let before = buffer[origin..<cell.start]
          let lines = before.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
          faults.append(FileFault(.cellTooLong, line: line + lines, byte: base + cell.start))
        }
        texts.append(undoesGuard ? FormulaGuard.unguarded(text) : text)
      }
      return CSVRecord(line: line, cells: texts, raw: raw, faults: faults)
    }

    private static func text(_ cell: Cell, in buffer: [UInt8]) -> String {
      guard cell.isQuoted else { return String(decoding: buffer[cell.start..<cell.end], as: UTF8.self) }
      let inner = (cell.start + 1)..<((cell.tail ?? cell.end) - 1)
      if !cell.isDoubled && cell.tail == nil { return String(decoding: buffer[inner], as: UTF8.self) }
      var bytes = [UInt8]()
      var skips = false
      for byte in buffer[inner] {
        if byte == 0x22, skips {
          skips = false
        } else {
          bytes.append(byte)
          skips = byte == 0x22
        }
      }
      if let tail = cell.tail { bytes += buffer[tail..<cell.end] }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// Where the bytes stop being UTF-8.
    private func refusal(_ bytes: ArraySlice<UInt8>) -> FileRefusal {
      let place = firstInvalidUTF8(in: bytes) ?? bytes.startIndex
      var line = line
      var lineStart = bytes.startIndex
      for index in bytes.startIndex..<place where bytes[index] == 0x0A || bytes[index] == 0x0D {
        if bytes[index] == 0x0A, index > bytes.startIndex, bytes[index - 1] == 0x0D {
          lineStart = index + 1
          continue
        }
        line += 1
        lineStart = index + 1
      }
      let column = bytes[lineStart..<place].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      return FileRefusal(.invalidUTF8(byte: bytes[place]), line: line, column: column, byte: base + place)
    }
  }
}

/// The place of the first byte that is not part of well-formed UTF-8, or nil (Unicode 15, table 3-7).
func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
  var place = bytes.startIndex
  while place < bytes.endIndex {
    let first = bytes[place]
    let second: ClosedRange<UInt8>
    let count: Int
    switch first {
    case 0..<0x80:
      place += 1
      continue
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return place
    }
    guard place + count <= bytes.endIndex, second.contains(bytes[place + 1]) else { return place }
    for offset in 2..<max(count, 2) where bytes[place + offset] & 0xC0 != 0x80 { return place }
    place += count
  }
  return nil
}
