import ArgumentParser
import CaseModel
import CaseStore
import Glibc

/// Deployment C of store.md 5.
struct InstallSingle: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "single", abstract: "One person's own machine: the store is theirs alone.",
    discussion: "Sets the rights of the store's files right, and says whether the disk under it is encrypted.")

  @OptionGroup var install: InstallOptions
  @OptionGroup var options: GlobalOptions

  mutating func run() async throws {
    let command = self
    OwnRights.giveUpGroup()
    try await telling { try command.carryOut() }
  }

  private func carryOut() throws(Problem) {
    let what = "Nothing was installed."
    let given = try options.identity().store
    guard let real = realpath(given, nil) else {
      throw Problem(
        what, because: "There is no store at \(given).", try: "Make one with mdt init, or name it with --store.",
        kind: .notFound)
    }
    defer { free(real) }
    let files = StoreFiles(path: String(cString: real))
    let record = "\(files.path).installed"
    if install.undo { return try install.carryOut(InstallRun(record: record, steps: []), after: []) }
    let owner = try owner(files.path, what)
    let mine = { (mode: mode_t) in Ownership(owner: owner.name, group: owner.group, mode: mode) }
    var steps: [InstallStep] = files.files.map { .rights($0, mine(0o600)) }
    if HostFile.isFolder(files.drafts) {
      steps.append(.rights(files.drafts, mine(0o700)))
      steps += HostFile.names(in: files.drafts).map { .rights("\(files.drafts)/\($0)", mine(0o600)) }
    }
    var after = [DiskEncryption(of: files.folder).words]
    if files.strangers.isEmpty {
      steps.append(.rights(files.folder, mine(0o700)))
    } else {
      after.append(
        "\(files.folder) has other things in it, so its rights stay. Better keep the store in its own folder.")
    }
    let wrong = steps.filter { !$0.isDone() }
    guard !wrong.isEmpty else {
      Outlet.line("The store \(files.path) is yours alone already.")
      for line in after { Outlet.line(line) }
      return
    }
    try install.carryOut(InstallRun(record: record, steps: wrong), after: after)
  }

  private func owner(_ path: String, _ what: String) throws(Problem) -> (name: String, group: String) {
    guard let rights = HostFile.rights(path), rights.owner == getuid() else {
      throw Problem(
        what, because: "\(path) does not belong to you.",
        try: "Run this as the account that is to work in the store, after chown to it.", kind: .refused)
    }
    guard let name = getpwuid(getuid()), let group = getgrgid(getgid()) else {
      throw Problem(
        what, because: "Your account has no name on this host.", try: "Ask whoever looks after this machine.",
        kind: .refused)
    }
    return (String(cString: name.pointee.pw_name), String(cString: group.pointee.gr_name))
  }
}

/// Whether the disk under a folder is encrypted by the host, as far as the kernel says.
struct DiskEncryption {
  private enum Finding {
    case encrypted
    case plain
    case unknown
  }

  private let finding: Finding

  init(of folder: String) {
    var status = stat()
    guard stat(folder, &status) == 0 else {
      finding = .unknown
      return
    }
    // As Linux numbers devices (makedev(3)).
    let number = UInt64(status.st_dev)
    let (major, minor) = (number >> 8 & 0xfff | number >> 32 & ~0xfff, number & 0xff | number >> 12 & 0xffff_ff00)
    let device = "/sys/dev/block/\(major):\(minor)"
    guard HostFile.names(in: device + "/").contains("dev") else {
      finding = .unknown
      return
    }
    finding = DiskEncryption.isEncrypted(device, depth: 0) ? .encrypted : .plain
  }

  /// A device that dm-crypt makes, or one that stands on such a device.
  private static func isEncrypted(_ device: String, depth: Int) -> Bool {
    let file = open(device + "/dm/uuid", O_RDONLY | O_CLOEXEC)
    if file >= 0 {
      defer { close(file) }
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = read(file, &buffer, buffer.count)
      if String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self).hasPrefix("CRYPT-") { return true }
    }
    guard depth < 5 else { return false }
    return HostFile.names(in: device + "/slaves").contains { isEncrypted("\(device)/slaves/\($0)", depth: depth + 1) }
  }

  var words: String {
    switch finding {
    case .encrypted: "The disk under it is encrypted by this host (dm-crypt)."
    case .plain:
      "The disk under it is not encrypted as far as the kernel says. Whoever takes the disk reads the store: have LUKS or"
        + " fscrypt set up."
    case .unknown:
      "Whether the disk under it is encrypted cannot be seen from here. Make sure that it is (LUKS, fscrypt)."
    }
  }
}
