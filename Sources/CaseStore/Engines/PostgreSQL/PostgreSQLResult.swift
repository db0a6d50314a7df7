import CPostgreSQL
import CaseModel
import Glibc

/// What the server answered to one statement; let go with the value.
final class PostgreSQLResult {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { self.result = result }
  deinit { PQclear(result) }

  var rowCount: Int { Int(PQntuples(result)) }

  /// How many rows a statement changed.
  var changed: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

  func row(_ number: Int) -> PostgreSQLCells { PostgreSQLCells(result: result, row: Int32(number)) }
}

/// The cells of one row. The server sends every value as text, bytes as `\x` and pairs of digits. Used only while the
/// result is there.
struct PostgreSQLCells: Cells {
  let result: OpaquePointer
  let row: Int32

  func isNull(at index: Int) -> Bool { PQgetisnull(result, row, Int32(index)) == 1 }

  private func bytesOfText(at index: Int) -> UnsafeRawBufferPointer? {
    guard !isNull(at: index), let start = PQgetvalue(result, row, Int32(index)) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(index))))
  }

  func text(at index: Int) -> String? { bytesOfText(at: index).map { String(decoding: $0, as: UTF8.self) } }

  func integer(at index: Int) -> Int64? {
    guard let bytes = bytesOfText(at: index), let first = bytes.first else { return nil }
    // A condition: SQLite says 1 and 0.
    if bytes.count == 1, first == UInt8(ascii: "t") || first == UInt8(ascii: "f") { return first == 116 ? 1 : 0 }
    return Int64(String(decoding: bytes, as: UTF8.self))
  }

  func real(at index: Int) -> Double? { text(at: index).flatMap { Double($0) } }

  func bytes(at index: Int) -> [UInt8]? {
    guard let text = bytesOfText(at: index) else { return nil }
    guard text.starts(with: Array("\\x".utf8)) else { return Array(text) }
    func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte - 48 : byte - 87 }
    return stride(from: 2, to: text.count - 1, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
  }

  func add(textAt index: Int, to input: inout HashInput) throws -> Bool {
    guard let bytes = bytesOfText(at: index) else { return false }
    input.add(bytes: bytes)
    return true
  }
}
