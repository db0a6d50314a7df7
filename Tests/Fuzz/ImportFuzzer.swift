import CaseExchange
import CaseModel

/// What libFuzzer calls with bytes of its own making: every kind of file, whole and in small pieces.
///
/// Beyond not crashing: pieces make no difference, line numbers grow, a rejection has a complaint, and no complaint
/// holds a control character.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let today = Day(year: 2016, month: 1, day: 5) else { return 0 }
  let whole = records(bytes, piece: bytes.count)
  precondition(whole == records(bytes, piece: 1 + count % 7), "pieces make a difference")
  // The first byte chooses the kind of file, so that one corpus serves all four.
  let file = FileBytes(bytes)
  switch (bytes.first ?? 0) & 3 {
  case 0: check(ImportReading(file, Organisations()))
  case 1: check(ImportReading(file, Practices()))
  case 2: check(ImportReading(file, StaffMembers()))
  default: check(ImportReading(file, Caseload(today: today, isPractice: true)))
  }
  // A good header in front makes the bytes rows, which chance alone would seldom do.
  let header = CSVWriter().record(CaseloadField.allCases.prefix(9).map(\.rawValue) + ["practice_code"])
  check(ImportReading(FileBytes(Array(header.utf8) + bytes), Caseload(today: today, isPractice: true)))
  return 0
}

private func records(_ bytes: [UInt8], piece: Int) -> Result<[CSVRecord], FileRefusal> {
  let source = FileBytes { () throws(Problem) -> Chunks in
    var at = 0
    return { () throws(Problem) -> [UInt8]? in
      guard at < bytes.count else { return nil }
      let end = min(at + max(piece, 1), bytes.count)
      defer { at = end }
      return Array(bytes[at..<end])
    }
  }
  do throws(FileRefusal) {
    var reader = try CSVReader(source)
    var all = [CSVRecord]()
    while let record = try reader.nextRecord() { all.append(record) }
    return .success(all)
  } catch {
    return .failure(error)
  }
}

private func check<Kind: ImportKind>(_ reading: ImportReading<Kind>) {
  precondition(zip(reading.lines, reading.lines.dropFirst()).allSatisfy { $0.line < $1.line }, "lines out of order")
  for rejection in reading.rejections {
    precondition(!rejection.complaints.isEmpty, "rejected without a reason")
    for complaint in rejection.complaints {
      precondition(complaint.value.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "control")
    }
  }
}
