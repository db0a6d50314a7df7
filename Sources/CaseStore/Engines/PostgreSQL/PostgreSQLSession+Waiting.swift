import CPostgreSQL
import Glibc

/// What a session is for, which says how long it waits for a server that is silent.
enum PostgreSQLUse: Sendable {
  case reading, writing, listening
  /// To learn whether the server of another session answers.
  case probing
}

/// How long nothing has come, in tenths of a second.
struct Silence {
  var tenths = 0
  /// When the server was last known to be alive.
  var alive = 0
  /// When the program began to end; nil while nobody wants to leave.
  var ending: Int?
}

/// Waiting for the server without ever depending on it: libpq's own calls wait without end for a server that hangs, or
/// for a network that swallows what is sent.
extension PostgreSQLSession {
  /// The next answer; nil behind the last one of a statement.
  ///
  /// - Throws: when the server has gone, or is silent and does not answer others either.
  func nextAnswer() throws -> OpaquePointer? {
    var silence = Silence()
    while PQisBusy(connection) == 1 {
      let unsent = PQflush(connection)
      guard unsent >= 0 else { throw ended() }
      let wanted = unsent == 1 ? POLLIN | POLLOUT : POLLIN
      var waiting = pollfd(fd: socket, events: Int16(wanted), revents: 0)
      switch poll(&waiting, 1, 100) {
      case 0: try goOn(&silence)
      case 1...:
        silence = Silence()
        if waiting.revents != Int16(POLLOUT) { guard PQconsumeInput(connection) == 1 else { throw ended() } }
      default: guard errno == EINTR else { throw ended() }
      }
    }
    return PQgetResult(connection)
  }

  /// Nothing has come for another tenth of a second: whether to wait on. A statement may well take longer than the
  /// limits here; then another connection is answered, and that is why there are two.
  private func goOn(_ silence: inout Silence) throws {
    silence.tenths += 1
    if line.isEnding { return try end(&silence) }
    let limit =
      switch use {
      case .probing: 20
      case .listening: 30
      case .reading, .writing: line.isDoubtful ? 10 : 80
      }
    guard silence.tenths - silence.alive >= limit else { return }
    guard use == .reading || use == .writing, isServerAlive() else { throw silent() }
    silence.alive = silence.tenths
  }

  /// The program ends. A read is not waited for; a change is, a little, where the server is alive.
  private func end(_ silence: inout Silence) throws {
    guard use == .writing else {
      if silence.tenths >= (use == .probing ? 10 : 5) { throw silent() }
      return
    }
    if let start = silence.ending {
      if silence.tenths - start >= 50 { throw silent() }
    } else if silence.tenths >= 5 {
      silence.ending = silence.tenths
      guard isServerAlive() else { throw silent() }
    }
  }

  /// Whether the server that this session is connected to answers another connection. A refusal is an answer, too.
  private func isServerAlive() -> Bool {
    func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    let same = address.sameServer(
      host: text(PQhost(connection)), address: text(PQhostaddr(connection)), port: text(PQport(connection)))
    do {
      _ = try PostgreSQLSession(same, settings: [], line: line, use: .probing)
      return true
    } catch {
      return ![PostgreSQLFault.silent, PostgreSQLFault.outOfReach, PostgreSQLFault.lost].contains(error as? StoreFault)
    }
  }

  /// Waits for a connection to arrive; nil when it does not, in time.
  static func connection(_ address: PostgreSQLAddress, _ line: PostgreSQLLine, _ use: PostgreSQLUse) -> OpaquePointer? {
    let (names, values) = address.parameters(isHasty: line.isDoubtful || use == .probing)
    let connecting = PostgreSQLConnecting(names, values)
    var tenths = 0
    while !connecting.hasArrived() {
      tenths += 1
      let limit = line.isEnding ? (use == .probing ? 10 : 5) : use == .probing ? 35 : Int.max
      if tenths >= limit { break }
    }
    return connecting.take()
  }
}
