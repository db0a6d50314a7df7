import CPostgreSQL
import CaseModel
import Glibc

/// Where a store on a server is: `postgresql://HOST/DATABASE`, `service=NAME` of the service file, or the folder of a
/// server's socket.
struct PostgreSQLAddress: Hashable, Sendable {
  /// Connection settings by their names in libpq, in a fixed order.
  private var settings: [String: String]

  /// Nil where the text is no address of a server: then it is the path of a file.
  ///
  /// - Throws: `badData` for an address that libpq cannot read, `refused` for one with a password in it, `unavailable`
  ///   where libpq is not installed.
  init?(_ given: String) throws(Problem) {
    let isURL = given.hasPrefix("postgresql://") || given.hasPrefix("postgres://") || given.hasPrefix("service=")
    guard isURL || PostgreSQLAddress.isSocketFolder(given) else {
      // A slip in the scheme would make a file of that name.
      guard !given.contains("://"), !given.hasPrefix("postgres:"), !given.hasPrefix("postgresql:") else {
        throw Problem(
          PostgreSQLAddress.notOpened, because: "\(given) is neither a file nor an address that mdt knows.",
          try: "Write a server's address like postgresql://HOST/DATABASE, or name a file.", kind: .badData)
      }
      return nil
    }
    guard pq_is_there() == 1 else {
      throw Problem(
        PostgreSQLAddress.notOpened, because: "The library that speaks with PostgreSQL servers is not installed.",
        try: "Have Debian's package libpq5 installed, then try again.")
    }
    settings = isURL ? try PostgreSQLAddress.parsed(given) : ["host": given]
  }

  private static let notOpened = "The store was not opened."

  private static func parsed(_ given: String) throws(Problem) -> [String: String] {
    guard let options = PQconninfoParse(given, nil) else {
      throw Problem(
        notOpened, because: "The address of the server cannot be read.",
        try: "Write it like postgresql://HOST/DATABASE, or service=NAME.", kind: .badData)
    }
    defer { PQconninfoFree(options) }
    var found = [String: String]()
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { found[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    guard found["service"] != "" else {
      throw Problem(
        notOpened, because: "The address names no service.",
        try: "Write service=NAME, with a name that stands in the service file.", kind: .badData)
    }
    // Everybody on this machine can read the arguments of a program.
    guard found["password"] == nil else {
      throw Problem(
        notOpened, because: "The address has a password in it, which others on this machine can read.",
        try: "Keep it in the password file (~/.pgpass) or use a certificate, and take it out of the address.",
        kind: .refused)
    }
    return found
  }

  private static func isSocketFolder(_ path: String) -> Bool {
    guard path.hasPrefix("/"), let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasPrefix(".s.PGSQL.") { return true }
    }
    return false
  }

  private var hosts: [String] {
    (settings["host"] ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// An address of the same store without the account: what people are shown, and what drafts are kept under.
  var name: String {
    if let service = settings["service"] { return "service=\(service)" }
    let host = settings["host"] ?? ""
    let port = settings["port"].flatMap { $0 == "5432" ? nil : $0 }
    if host.hasPrefix("/") {
      return "postgresql:///\(database)?host=\(host)" + (port.map { "&port=\($0)" } ?? "")
    }
    return "postgresql://\(host)" + (port.map { ":\($0)" } ?? "") + "/\(database)"
  }

  private var database: String { settings["dbname"] ?? "mdt" }

  /// Names and values for libpq. A server that has gone away without a word is noticed within seconds; one that is not
  /// on this machine has to show who it is.
  ///
  /// `isHasty`: it is doubtful that there will be an answer.
  func parameters(isHasty: Bool) -> (names: [String], values: [String]) {
    var all = [
      "connect_timeout": "5", "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3",
      "tcp_user_timeout": "10000", "fallback_application_name": "mdt",
    ]
    if settings["service"] == nil {
      all["dbname"] = "mdt"
      if hosts.contains(where: { !$0.isEmpty && !$0.hasPrefix("/") && $0 != "localhost" }) {
        all["sslmode"] = "verify-full"
      }
    }
    // Of several servers the one that takes changes.
    if hosts.count > 1 { all["target_session_attrs"] = "read-write" }
    all.merge(settings) { _, given in given }
    if isHasty { all["connect_timeout"] = "2" }
    let sorted = all.sorted { $0.key < $1.key }
    return (sorted.map(\.key), sorted.map(\.value))
  }

  /// The one server of these that a session is connected to, whatever it takes.
  func sameServer(host: String, address: String, port: String) -> PostgreSQLAddress {
    var same = self
    if !host.isEmpty { same.settings["host"] = host }
    if !address.isEmpty { same.settings["hostaddr"] = address }
    if !port.isEmpty { same.settings["port"] = port }
    same.settings["target_session_attrs"] = "any"
    return same
  }
}
