import CaseModel
import Glibc

/// How far the audit had come at the last commit, kept in the lock file: outside the database and its log, so that the
/// loss of a log is noticed. SQLite takes a store whose log is gone for whole, and what was saved since the last
/// checkpoint is missing from it; and it takes the log of another store for its own, and shows a mixture of the two.
///
/// Written after the commit and not synced: it may lag behind the store, and never goes before it.
struct StoreWitness: Hashable, Sendable {
  var installation: String
  var sequence: Int
  /// Of the audit row at that sequence; nil where an earlier program wrote it.
  var hash: String?

  /// Behind the line that says who holds the lock.
  private static let place = off_t(256)

  static func read(from lock: StoreLock) -> StoreWitness? {
    let descriptor = open(lock.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &buffer, buffer.count, place)
    guard count > 0 else { return nil }
    let words = String(decoding: buffer.prefix(count).prefix { $0 != 10 }, as: UTF8.self).split(separator: " ")
    guard words.count >= 3, words[0] == "audit", let sequence = Int(words[1]) else { return nil }
    return StoreWitness(
      installation: String(words[2]), sequence: sequence, hash: words.count > 3 ? String(words[3]) : nil)
  }

  /// Under the lock. Where it cannot be written, on a full disk, the older one stands and is true.
  func write(to lock: StoreLock) {
    let descriptor = open(lock.path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let text = Array("audit \(sequence) \(installation)\(hash.map { " \($0)" } ?? "")\n".utf8)
    pwrite(descriptor, text, text.count, StoreWitness.place)
  }

  /// As the store itself says.
  static func of(_ connection: any Connection) throws -> StoreWitness? {
    try connection.first("SELECT s.installation, h.seq, h.hash FROM store s, audit_head h") {
      StoreWitness(installation: try $0.text(), sequence: try $0.int(), hash: try $0.text())
    }
  }

  /// What is wrong with a store whose audit should have come this far; nil when nothing is. A store of another
  /// installation is not compared: somebody has put it in the place of this one.
  func loss(_ found: StoreWitness?, in connection: any Connection) throws -> Loss? {
    guard let found, found.installation == installation else { return nil }
    guard found.sequence >= sequence else { return .changes(sequence - found.sequence) }
    guard let hash else { return nil }
    let kept = try connection.first("SELECT hash FROM audit_event WHERE seq = $1", [.of(sequence)]) { try $0.text() }
    return kept == hash ? nil : .foreign
  }

  enum Loss: Hashable, Sendable {
    /// So many of the last changes are not there.
    case changes(Int)
    /// The audit is not the one that was written here.
    case foreign

    var reason: String {
      switch self {
      case .changes(let missing):
        "Its last \(missing == 1 ? "change is" : "\(missing) changes are") missing: its newest log (-wal) is gone or"
          + " another's, or an older copy stands in its place."
      case .foreign:
        "Its audit is not the one that was written here: its newest log (-wal) is another store's, or another copy"
          + " stands in its place."
      }
    }

    func problem(lock: StoreLock) -> Problem {
      Problem(
        "The store was not opened.", because: reason,
        try: "Put the -wal file back beside it, or, if an older copy is wanted, remove \(lock.path) and open it again.",
        kind: .damaged)
    }
  }
}
