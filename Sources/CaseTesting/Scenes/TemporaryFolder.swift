import Foundation

/// A folder of one's own, gone with the value that names it.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("mdt-\(UInt64.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      // What is left lies in the system's temporary folder and is swept with it.
      return
    }
  }
}
