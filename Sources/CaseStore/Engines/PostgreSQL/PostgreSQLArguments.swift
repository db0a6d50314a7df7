import CPostgreSQL
import CaseModel
import Glibc

/// Values as the server takes them: text, each with a zero behind it; bytes as they are.
struct PostgreSQLArguments {
  private var bytes = [UInt8]()
  private var places = [(offset: Int, length: Int, isBinary: Bool)?]()

  mutating func add(_ value: Value) throws {
    switch value {
    case .null: places.append(nil)
    case .integer(let number): place(String(number).utf8)
    case .real(let number): place(number.description.utf8)
    case .text(let text):
      guard !text.utf8.contains(0) else { throw StoreFault(.constraint, "a text has a NUL character in it") }
      place(text.utf8)
    case .bytes(let raw): place(raw, isBinary: true)
    }
  }

  private mutating func place(_ content: some Collection<UInt8>, isBinary: Bool = false) {
    places.append((bytes.count, content.count, isBinary))
    bytes += content
    bytes.append(0)
  }

  func withPointers<T>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
  ) -> T {
    bytes.withUnsafeBytes { buffer in
      let pointers = places.map { place in
        place.flatMap { place in buffer.baseAddress.map { ($0 + place.offset).assumingMemoryBound(to: CChar.self) } }
      }
      let lengths = places.map { Int32($0?.length ?? 0) }
      let formats = places.map { Int32($0?.isBinary == true ? 1 : 0) }
      return body(pointers, lengths, formats)
    }
  }
}
