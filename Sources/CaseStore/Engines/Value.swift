import CaseModel

/// A value as a database keeps it. Days and moments are ISO text, yes and no are 1 and 0.
enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  static func of(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
  static func of(_ value: Int?) -> Value { value.map { .integer(Int64($0)) } ?? .null }
  static func of(_ value: Double?) -> Value { value.map { .real($0) } ?? .null }
  static func of(_ value: Bool?) -> Value { value.map { .integer($0 ? 1 : 0) } ?? .null }
  static func of(_ value: Day?) -> Value { of(value?.iso) }
  static func of(_ value: Moment?) -> Value { of(value?.iso) }
  static func of<Kind>(_ value: ID<Kind>?) -> Value { of(value?.text) }
  static func of<Code: RawRepresentable<String>>(_ value: Code?) -> Value { of(value?.rawValue) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(nilLiteral: ()) { self = .null }
}

/// The cells of one row as an engine gives them; nil is SQL's null.
protocol Cells {
  func isNull(at index: Int) -> Bool
  func text(at index: Int) -> String?
  func integer(at index: Int) -> Int64?
  func real(at index: Int) -> Double?
  func bytes(at index: Int) -> [UInt8]?
  /// Adds a text's bytes, with their length, to what is hashed, without making a text of them; false for null.
  func add(textAt index: Int, to input: inout HashInput) throws -> Bool
  /// Lends a text's bytes as they lie there, for comparing; nil for null.
  func withBytes<T>(ofTextAt index: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T?
}

extension Cells {
  func withBytes<T>(ofTextAt index: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T? {
    guard let text = text(at: index) else { return nil }
    return Array(text.utf8).withUnsafeBytes(body)
  }
}

/// Reads a row from left to right, in the order of the SELECT.
struct Columns {
  let cells: any Cells
  private(set) var next = 0

  init(_ cells: any Cells) { self.cells = cells }

  private mutating func step() -> Int {
    defer { next += 1 }
    return next
  }

  mutating func textOrNil() -> String? { cells.text(at: step()) }
  mutating func intOrNil() -> Int? { cells.integer(at: step()).map { Int($0) } }
  mutating func realOrNil() -> Double? { cells.real(at: step()) }
  mutating func flagOrNil() -> Bool? { intOrNil().map { $0 != 0 } }
  mutating func skip() { next += 1 }
  /// Whether the next cell is null; it is not passed over.
  var isNull: Bool { cells.isNull(at: next) }

  mutating func text() throws -> String { try wanted(textOrNil()) }
  mutating func int() throws -> Int { try wanted(intOrNil()) }
  mutating func real() throws -> Double { try wanted(realOrNil()) }
  mutating func flag() throws -> Bool { try wanted(flagOrNil()) }
  mutating func bytes() throws -> [UInt8] { try wanted(cells.bytes(at: step())) }
  mutating func id<Kind>() throws -> ID<Kind> { ID(try text()) }
  mutating func idOrNil<Kind>() -> ID<Kind>? { textOrNil().map { ID($0) } }
  mutating func day() throws -> Day { try wanted(try dayOrNil()) }
  mutating func moment() throws -> Moment { try wanted(Moment(iso: try text())) }

  mutating func dayOrNil() throws -> Day? {
    guard let text = textOrNil() else { return nil }
    return try wanted(Day(iso: text))
  }

  mutating func momentOrNil() throws -> Moment? {
    guard let text = textOrNil() else { return nil }
    return try wanted(Moment(iso: text))
  }

  mutating func code<Code: RawRepresentable<String>>(_ type: Code.Type = Code.self) throws -> Code {
    try wanted(Code(rawValue: try text()))
  }

  mutating func codeOrNil<Code: RawRepresentable<String>>(_ type: Code.Type = Code.self) throws -> Code? {
    guard let text = textOrNil() else { return nil }
    return try wanted(Code(rawValue: text))
  }

  private func wanted<T>(_ value: T?) throws -> T {
    guard let value else { throw StoreFault(.damaged, "column \(next) of a row is not what the schema promises") }
    return value
  }
}
