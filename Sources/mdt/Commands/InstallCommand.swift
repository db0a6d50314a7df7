import ArgumentParser
import CaseModel
import CaseStore
import Glibc

struct InstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Set this host up for one of the four ways to work, or undo that.",
    discussion: """
      Says step by step what it would do. With --do it does it; --undo goes by the record that was kept, and takes back \
      exactly that.
      """,
    subcommands: [
      InstallForcedCommand.self, InstallSetgid.self, InstallSingle.self, InstallPostgreSQL.self,
    ])
}

/// What every way of installing takes.
struct InstallOptions: ParsableArguments {
  @Flag(name: .customLong("do"), help: "Do it. Without this it is only said.") var does = false
  @Flag(help: "Take back what was done, by the record of it.") var undo = false
  @Flag(name: .customLong("print"), help: "Only say what would be done, which is what happens without --do.")
  var prints = false

  func validate() throws {
    if does && prints { throw ValidationError("--do and --print exclude each other. Give one of them.") }
  }

  /// - Throws: `refused` for whoever is not root.
  func needRoot() throws(Problem) {
    guard does, getuid() != 0 || geteuid() != 0 else { return }
    throw Problem(
      "Nothing was installed.", because: "Accounts, groups and other people's rights are for root to set.",
      try: "Run the same line as root; without --do it only says what it would do.", kind: .refused)
  }

  func carryOut(_ run: InstallRun, after words: [String]) throws(Problem) {
    if undo { return try InstallRun.undo(run.record, does: does) }
    if does {
      try run.perform()
    } else {
      Outlet.line("Nothing is done yet. With --do these steps are done:")
      run.tell()
    }
    for line in words { Outlet.line(line) }
  }
}

/// Deployment A of store.md 5.
struct InstallForcedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forced-command", abstract: "One account owns the store; each person's SSH key opens mdt and no more.",
    discussion: """
      Makes the account, gives it the store, and writes for each key a line that is tied to mdt --as ACCOUNT. Run it \
      again with more --key to add people or to replace somebody's key.
      """)

  @OptionGroup var install: InstallOptions
  @OptionGroup var options: GlobalOptions
  @Option(help: "The account that is to own the store.") var account = "mdt"
  @Option(help: "A person's key: ACCOUNT=FILE, the account in the staff file and a .pub file. May be repeated.")
  var key: [String] = []
  @Option(help: "The account of somebody whose key is to be taken out. May be repeated.") var removeKey: [String] = []
  @Option(help: "Where mdt is installed. Else the program that runs.") var program: String?
  @Option(help: "The folder that sshd reads settings from.") var sshdFolder = "/etc/ssh/sshd_config.d"

  private static let what = "Nothing was installed."
  private var store: String { options.store ?? InstallPlace.usualStore }

  mutating func run() async throws {
    let command = self
    OwnRights.giveUpGroup()
    try await telling { try command.carryOut() }
  }

  private func carryOut() throws(Problem) {
    try install.needRoot()
    guard AccountName.isPlain(account), account != "root" else {
      throw InstallPlace.notPlain(account)
    }
    let record = "\(Installation.folder)/undo-account-\(account)"
    if install.undo { return try install.carryOut(InstallRun(record: record, steps: []), after: []) }
    let files = StoreFiles(path: store)
    try files.check(Self.what)
    let program = try InstallPlace.program(program)
    let keys = "\(Installation.folder)/keys-\(account)"
    let lines = try keyLines(program, before: HostFile.text(keys) ?? "")
    let root = Ownership(owner: "root", group: "root", mode: 0o644)
    let place = Installation.place(.forcedCommand, account)
    var steps: [InstallStep] = [.account(account, home: files.folder)]
    steps.append(.folder(Installation.folder, Ownership(owner: "root", group: "root", mode: 0o755)))
    // The number is known once the account is there.
    let number = getpwnam(account).map { Int($0.pointee.pw_uid) }
    let installation = Installation(.forcedCommand, name: account, number: number ?? 0, store: store)
    let mine = { (mode: mode_t) in Ownership(owner: account, group: account, mode: mode) }
    var later: [InstallStep] = [
      .file(place, text: installation.text, root), .file(keys, text: lines, root),
    ]
    if HostFile.isFolder(sshdFolder) {
      later.append(.file("\(sshdFolder)/mdt-\(account).conf", text: snippet(keys), root))
    }
    later += files.files.map { .rights($0, mine(0o600)) }
    if HostFile.isFolder(files.drafts) {
      later.append(.rights(files.drafts, mine(0o700)))
      later += HostFile.names(in: files.drafts).map { .rights("\(files.drafts)/\($0)", mine(0o600)) }
    }
    later.append(.folder(files.folder, mine(0o700)))
    if install.does, number == nil {
      try InstallRun(record: record, steps: steps).perform()
      return try carryOut()
    }
    try install.carryOut(InstallRun(record: record, steps: steps + later), after: closing(keys))
  }

  private func closing(_ keys: String) -> [String] {
    var words = [String]()
    if !HostFile.isFolder(sshdFolder) {
      words += ["There is no folder \(sshdFolder). Put this at the end of sshd_config:"]
      words += snippet(keys).split(separator: "\n").map { "    \($0)" }
    }
    words.append("Then have sshd read it: sshd -t && systemctl reload ssh. People sign in with ssh -t \(account)@HOST.")
    words.append("Each --key names the account of a person's entry in the staff file. Nobody else may own a file here.")
    return words
  }

  /// What sshd is told: one way in, by keys that root has written down.
  private func snippet(_ keys: String) -> String {
    """
    \(InstallStep.mark) People reach mdt by this account, and nothing else.
    Match User \(account)
      AuthorizedKeysFile \(keys)
      AuthenticationMethods publickey
      AcceptEnv -
      DisableForwarding yes
      PermitTTY yes
      PermitUserRC no
      X11Forwarding no
      AllowTcpForwarding no
      AllowAgentForwarding no
      PermitTunnel no
      MaxSessions 2

    """
  }

  private func keyLines(_ program: String, before: String) throws(Problem) -> String {
    var lines = [(person: String, line: String)]()
    for line in before.split(separator: "\n") {
      if let person = PublicKeyLine.person(ofTied: line) { lines.append((person, String(line))) }
    }
    for person in removeKey {
      guard lines.contains(where: { $0.person == person }) else {
        throw Problem(
          Self.what, because: "There is no key of \(person).", try: "Look in \(Installation.folder)/keys-\(account).",
          kind: .notFound)
      }
      lines.removeAll { $0.person == person }
    }
    var replaced = Set<String>()
    for given in key {
      let (person, key) = try personAndKey(given)
      // Several keys of one person on one line of the command all count; those of before do not.
      if replaced.insert(person).inserted { lines.removeAll { $0.person == person } }
      lines.append((person, key.tied(to: program, as: person)))
    }
    return
      ([InstallStep.mark + " A line for each key: it opens mdt as that person, and nothing else."]
      + lines.map(\.line)).joined(separator: "\n") + "\n"
  }

  private func personAndKey(_ given: String) throws(Problem) -> (String, PublicKeyLine) {
    guard let sign = given.firstIndex(of: "="), AccountName.isPlain(String(given[..<sign])) else {
      throw Problem(
        Self.what, because: "\(given) is not ACCOUNT=FILE.", try: "Write it like --key jfrancis=jfrancis.pub.",
        kind: .badData)
    }
    let file = String(given[given.index(after: sign)...])
    guard let text = HostFile.text(file) else {
      throw Problem(
        Self.what, because: "The key \(file) cannot be read.", try: "Give the .pub file that ssh-keygen wrote.",
        kind: .notFound)
    }
    do throws(PublicKeyLine.Fault) {
      return (String(given[..<sign]), try PublicKeyLine(reading: text))
    } catch {
      throw Problem(
        Self.what, because: "\(file) is no public key: \(error.words).",
        try: "Give the .pub file that ssh-keygen wrote.",
        kind: .badData)
    }
  }
}

/// Deployment B of store.md 5.
struct InstallSetgid: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setgid", abstract: "People with accounts on this host share a store that only mdt can open.",
    discussion: """
      Makes a group that nobody is in, gives it the store, and gives the program the group's rights (mode 2755). Who \
      starts mdt is who signs in. Install the program anew and run this again after each upgrade.
      """)

  @OptionGroup var install: InstallOptions
  @OptionGroup var options: GlobalOptions
  @Option(help: "The group that is to reach the store.") var group = "mdt"
  @Option(help: "Where mdt is installed. Else the program that runs.") var program: String?

  private static let what = "Nothing was installed."
  private var store: String { options.store ?? InstallPlace.usualStore }

  mutating func run() async throws {
    let command = self
    OwnRights.giveUpGroup()
    try await telling { try command.carryOut() }
  }

  private func carryOut() throws(Problem) {
    try install.needRoot()
    guard AccountName.isPlain(group), group != "root" else { throw InstallPlace.notPlain(group) }
    let record = "\(Installation.folder)/undo-group-\(group)"
    if install.undo { return try install.carryOut(InstallRun(record: record, steps: []), after: []) }
    let files = StoreFiles(path: store)
    try files.check(Self.what)
    let program = try InstallPlace.program(program)
    try InstallPlace.refuseNoSetgid(program)
    try refuseMembers()
    let steps: [InstallStep] = [
      .group(group), .folder(Installation.folder, Ownership(owner: "root", group: "root", mode: 0o755)),
    ]
    let number = getgrnam(group).map { Int($0.pointee.gr_gid) }
    let ours = { (mode: mode_t) in Ownership(owner: "root", group: group, mode: mode) }
    let installation = Installation(.setgid, name: group, number: number ?? 0, store: store)
    var later: [InstallStep] = [
      .file(
        Installation.place(.setgid, group), text: installation.text,
        Ownership(owner: "root", group: "root", mode: 0o644)),
      .folder(files.folder, ours(0o2770)),
    ]
    later += files.files.map { .rights($0, ours(0o660)) }
    later.append(.folder(files.drafts, ours(0o3770)))
    // Last, so that no program has the rights before there is something that says for what.
    later.append(.rights(program, ours(0o2755)))
    if install.does, number == nil {
      try InstallRun(record: record, steps: steps).perform()
      return try carryOut()
    }
    try install.carryOut(
      InstallRun(record: record, steps: steps + later),
      after: [
        "People sign in as the account they have on this host: it stands in their entry of the staff file.",
        "Keep everybody out of the group \(group): a member reads the file with any program.",
        "Back up, restore and upgrade as root. After an upgrade of the program run this line again.",
      ])
  }

  private func refuseMembers() throws(Problem) {
    guard let entry = getgrnam(group) else { return }
    var isPrimary = false
    setpwent()
    defer { endpwent() }
    while let person = getpwent() { if person.pointee.pw_gid == entry.pointee.gr_gid { isPrimary = true } }
    guard !isPrimary, getgrnam(group)?.pointee.gr_mem.pointee == nil else {
      throw Problem(
        Self.what, because: "Somebody is in the group \(group), and would reach the store with any program.",
        try: "Take them out of it, or name another group with --group.", kind: .refused)
    }
  }
}

/// What the first two ways have in common.
enum InstallPlace {
  static let usualStore = "/var/lib/mdt/records.mdt"

  static func notPlain(_ name: String) -> Problem {
    Problem(
      "Nothing was installed.", because: "\(name) is no name that mdt gives an account or a group.",
      try: "Use small letters, digits and hyphens, beginning with a letter.", kind: .badData)
  }

  /// The installed program: one that nobody but root can put another in the place of.
  static func program(_ given: String?) throws(Problem) -> String {
    let what = "Nothing was installed."
    guard let real = realpath(given ?? "/proc/self/exe", nil) else {
      throw Problem(
        what, because: "\(given ?? "This program") cannot be found (\(String(cString: strerror(errno)))).",
        try: "Give the path of the installed program with --program.", kind: .notFound)
    }
    defer { free(real) }
    let path = String(cString: real)
    guard Installation.isStore(path) else {
      throw Problem(
        what, because: "\(path) has letters in it that a shell would take for something else.",
        try: "Install the program as /usr/local/bin/mdt.", kind: .badData)
    }
    var parts = path.split(separator: "/")
    while true {
      let place = "/" + parts.joined(separator: "/")
      var status = stat()
      guard lstat(place, &status) == 0, status.st_uid == 0,
        status.st_mode & 0o022 == 0 || status.st_mode & S_IFMT == S_IFDIR && status.st_mode & 0o1000 != 0
      else {
        throw Problem(
          what, because: "Somebody else than root can change \(place), and with it what everybody runs.",
          try: "Install the program with sudo install -m 755 mdt /usr/local/bin/mdt, then run that.", kind: .refused)
      }
      if parts.isEmpty { return path }
      parts.removeLast()
    }
  }

  static func refuseNoSetgid(_ program: String) throws(Problem) {
    var status = statvfs()
    // ST_NOSUID (statvfs(3)).
    guard statvfs(program, &status) == 0, status.f_flag & 2 == 0 else {
      throw Problem(
        "Nothing was installed.", because: "\(program) is on a disk that gives programs no rights (nosuid).",
        try: "Install it on another one, or mount that disk otherwise.", kind: .refused)
    }
  }
}
