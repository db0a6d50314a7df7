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
  /// How far the audit had come in the main file alone when a log was last folded into it whole: without it, an older
  /// copy of the main file under a newer log shows that log's audit and passes for whole. It lags too, and never goes
  /// before the file. Nil where it is not known.
  var base: Base?

  struct Base: Hashable, Sendable {
    var sequence: Int
    var hash: String
  }

  /// Behind the line that says who holds the lock.
  private static let place = off_t(256)
  /// A line of its own, so that a save writes no more than before.
  private static let placeOfBase = off_t(512)

  static func read(from lock: StoreLock) -> StoreWitness? {
    let descriptor = open(lock.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let words = line(of: descriptor, at: place)
    guard words.count >= 3, words[0] == "audit", let sequence = Int(words[1]) else { return nil }
    var witness = StoreWitness(
      installation: String(words[2]), sequence: sequence, hash: words.count > 3 ? String(words[3]) : nil)
    let main = line(of: descriptor, at: placeOfBase)
    // One that is ahead is left from before a restore that did not know of it.
    if main.count == 4, main[0] == "main", main[2] == words[2], let folded = Int(main[1]), folded <= sequence {
      witness.base = Base(sequence: folded, hash: String(main[3]))
    }
    return witness
  }

  private static func line(of descriptor: Int32, at place: off_t) -> [Substring] {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &buffer, buffer.count, place)
    guard count > 0 else { return [] }
    return String(decoding: buffer.prefix(count).prefix { $0 != 10 && $0 != 0 }, as: UTF8.self).split(separator: " ")
  }

  /// Under the lock. Where it cannot be written, on a full disk, the older one stands and is true.
  func write(to lock: StoreLock) {
    StoreWitness.put("audit \(sequence) \(installation)\(hash.map { " \($0)" } ?? "")\n", at: Self.place, of: lock)
  }

  /// Under the lock, where the main file alone is as far as this: its log was folded into it whole.
  func writeAsBase(to lock: StoreLock) {
    guard let hash else { return StoreWitness.forgetBase(in: lock) }
    StoreWitness.put("main \(sequence) \(installation) \(hash)\n", at: Self.placeOfBase, of: lock)
  }

  /// Under the lock, before an older file may come to stand there.
  static func forgetBase(in lock: StoreLock) { put("\n", at: placeOfBase, of: lock) }

  private static func put(_ line: String, at place: off_t, of lock: StoreLock) {
    let descriptor = open(lock.path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let text = Array(line.utf8)
    pwrite(descriptor, text, text.count, place)
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

  /// What is wrong with a main file that, without its log, is this far; nil when nothing is.
  func loss(inFileAlone found: StoreWitness) -> Loss? {
    guard found.installation == installation else { return .foreign }
    guard let base else { return nil }
    let isOlder = found.sequence < base.sequence || found.sequence == base.sequence && found.hash != base.hash
    return isOlder ? .olderFile : nil
  }

  enum Loss: Hashable, Sendable {
    /// So many of the last changes are not there.
    case changes(Int)
    /// The audit is not the one that was written here.
    case foreign
    /// An older main file under a newer log.
    case olderFile
    /// Nothing witnesses the log, and together with the file it is no store.
    case mixture

    var reason: String {
      switch self {
      case .changes(let missing):
        "Its last \(missing == 1 ? "change is" : "\(missing) changes are") missing: its newest log (-wal) is gone or"
          + " another's, or an older copy stands in its place."
      case .foreign:
        "Its audit is not the one that was written here: its newest log (-wal) is another store's, or another copy"
          + " stands in its place."
      case .olderFile:
        "An older copy of its main file stands under a newer log (-wal): some of what was saved between the two is in"
          + " neither."
      case .mixture:
        "Its log (-wal) is another store's, or belongs to another copy of its main file: the two do not fit together,"
          + " and nothing says which of them is right."
      }
    }

    func advice(lock: String) -> String {
      let right =
        switch self {
        case .changes, .foreign: "Put the right -wal file back beside it"
        case .olderFile: "Put the newer main file back under it"
        case .mixture: "Put the -wal file and the main file back that belong together"
        }
      return right
        + "; or, if an older copy is wanted, move \(lock) away together with the -wal and -shm files beside it,"
        + " and open it again."
    }

    func problem(lock: StoreLock) -> Problem {
      Problem("The store was not opened.", because: reason, try: advice(lock: lock.path), kind: .damaged)
    }
  }
}
