import CPostgreSQL
import CaseModel

/// The server's error codes as the store's five kinds (store.md 3). Neither the message nor its DETAIL line is ever
/// shown: they hold values of rows. What is shown is a code, or a sentence of our own trigger.
enum PostgreSQLFault {
  static func fault(of result: OpaquePointer, isStandby: Bool) -> StoreFault {
    func field(_ code: UInt8) -> String? {
      PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
    }
    let state = field(UInt8(ascii: "C")) ?? ""
    if state == "25006", !isStandby { return onlyReads }
    return fault(state: state, ours: state == raised ? field(UInt8(ascii: "M")) : nil)
  }

  /// What our own triggers raise.
  private static let raised = "MDT01"

  static func fault(state: String, ours: String? = nil) -> StoreFault {
    let rule = ours.map { " (\($0))" } ?? ""
    switch state {
    case "23505": return StoreFault(.conflict, "the same is there already")
    case "23514", "23502", "23503", "23P01", raised:
      return StoreFault(.constraint, "a rule of the store does not allow it\(rule)")
    case "55P03": return StoreFault(.retry, "another program is using the store")
    case "57014": return .interrupted
    case "53100":
      return StoreFault(
        .unavailable, "the server's disk is full",
        remedy: "Ask whoever looks after the server to make room, then try again.")
    case "53300":
      return StoreFault(
        .unavailable, "the server takes no more connections",
        remedy: "Try again in a moment; if it happens often, the server needs more connections.")
    case "25006":
      return StoreFault(
        .unavailable, "the server can only be read (it is a standby)",
        remedy: "Give the address of the primary, or name both in the address; then try again.")
    case "42P07", "42710":
      return StoreFault(
        .unavailable, "the database holds something else that has a name of the store's",
        remedy: "Choose a database in which there is nothing yet.")
    case "42501":
      return StoreFault(
        .unavailable, "this database account may not do that",
        remedy: "Ask whoever looks after the server to grant it what the manual's page on growing says.")
    case "42P01", "42703", "3F000":
      return StoreFault(
        .unavailable, "the database holds no mdt store, or not all of one",
        remedy: "Give the right address, or make a store there with mdt init.")
    case "3D000":
      return StoreFault(
        .unavailable, "the server has no such database", remedy: "Check the address, or have the database made.")
    default: break
    }
    switch state.prefix(2) {
    case "40": return StoreFault(.retry, "somebody else changed the same at this moment")
    case "22": return StoreFault(.constraint, "a value is not what the store takes (code \(state))")
    case "23": return StoreFault(.constraint, "a rule of the store does not allow it\(rule)")
    case "53": return StoreFault(.unavailable, "the server has run out of something it needs (code \(state))")
    case "57", "08": return lost
    case "28":
      return StoreFault(
        .unavailable, "the server did not let this account in",
        remedy: "Check the account and how it signs in (peer, certificate or password file).")
    case "XX": return StoreFault(.damaged, "the server found the store damaged (code \(state))")
    default: return StoreFault(.unavailable, "the server gave code \(state.isEmpty ? "none" : state)")
    }
  }

  /// An interruption that nobody here asked for.
  static let tookTooLong = StoreFault(
    .unavailable, "the server stops what takes longer than it allows (statement_timeout)",
    remedy: "Try again when the server has less to do; if it happens often, ask whoever looks after it to allow more.")
  static let lost = StoreFault(
    .unavailable, "the connection to the database server was lost",
    remedy: "Go on reading; what is typed is kept, and saving works again when the server is back.")
  /// A server that hangs, or a network that swallows what is sent.
  static let silent = StoreFault(
    .unavailable, "the database server does not answer",
    remedy: "Go on reading; what is typed is kept, and saving works again when the server answers.")
  /// A primary that was told so, by `default_transaction_read_only`.
  static let onlyReads = StoreFault(
    .unavailable, "the server takes no changes, although it is no standby (default_transaction_read_only is on)",
    remedy: "Ask whoever looks after the server whether that is meant; when it is off, try again.")
  static let noneTakesChanges = StoreFault(
    .unavailable, "no server of this address takes changes (each can only be read)",
    remedy: "Ask whoever looks after the servers which is the primary, and name it in the address.")
  static let untrusted = StoreFault(
    .unavailable, "the server has not shown that it is the one of this name (its certificate)",
    remedy: "Check the address and sslrootcert; if both are right, tell whoever looks after the server before going on."
  )
  static let noService = StoreFault(
    .unavailable, "the service file has no such entry, or there is none",
    remedy: "Check the name, and the entry in ~/.pg_service.conf.")
  static let outOfReach = StoreFault(
    .unavailable, "the database server cannot be reached",
    remedy: "Check the address and the network; if others cannot reach it either, tell whoever looks after the server.")
}
