public import CaseModel

/// Gives a file's bytes piece by piece, and nil at its end. An empty piece is allowed and means nothing.
public typealias Chunks = () throws(Problem) -> [UInt8]?

/// A file's content, which can be read from its beginning more than once.
///
/// A caseload is read twice: once to find NHS numbers that stand on two lines (R-ID-05), once to give its lines. So a
/// file of any size needs memory for one piece and one line only.
public struct FileBytes: Sendable {
  /// Starts reading at the first byte. What it throws is told to the person as it is.
  public let open: @Sendable () throws(Problem) -> Chunks

  public init(open: @escaping @Sendable () throws(Problem) -> Chunks) {
    self.open = open
  }

  /// Content already in memory.
  public init(_ bytes: [UInt8]) {
    open = { () throws(Problem) -> Chunks in
      var rest: [UInt8]? = bytes
      return { () throws(Problem) -> [UInt8]? in
        defer { rest = nil }
        return rest
      }
    }
  }

  /// A text already in memory.
  public init(_ text: String) { self.init(Array(text.utf8)) }
}
