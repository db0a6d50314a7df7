import CaseModel
import Glibc

/// What the operating system says: the time, the account, the machine, random bits.
enum Host {
  static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(seconds: time.tv_sec)
  }

  /// Seconds since the machine was started, its sleep included.
  static func uptime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return time.tv_sec
  }

  private static func milliseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }

  /// A UUIDv7: 48 bits of time, 74 of chance (RFC 9562).
  static func newID() -> String {
    let time = milliseconds()
    let high = time << 16 | 0x7000 | UInt64.random(in: 0...0xFFF)
    let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF)
    // An import of a million people asks for ten million of these: no text is cut or joined on the way.
    return String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for digit in 0..<32 {
        if [8, 12, 16, 20].contains(digit) {
          text[place] = 45
          place += 1
        }
        let half = digit < 16 ? high : low
        let value = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (digit % 16))) & 15
        text[place] = value < 10 ? 48 + value : 87 + value
        place += 1
      }
      return place
    }
  }

  /// A standard stream that was closed is held open, so that no file of ours gets its number and is written over with
  /// words. What is written to it still fails.
  static func holdStandardStreams() {
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
      guard open("/dev/null", O_RDONLY) >= 0 else { exit(69) }
    }
  }

  /// The account whose rights the program runs with; never what USER or LOGNAME says.
  static func account() -> String {
    guard let entry = getpwuid(getuid()) else { return "uid\(getuid())" }
    return String(cString: entry.pointee.pw_name)
  }

  static func workstation() -> String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static func dataFolder() -> String {
    if let folder = environment("XDG_DATA_HOME"), folder.hasPrefix("/") { return "\(folder)/mdt" }
    return "\(home())/.local/share/mdt"
  }

  static func stateFolder() -> String {
    if let folder = environment("XDG_STATE_HOME"), folder.hasPrefix("/") { return "\(folder)/mdt" }
    return "\(home())/.local/state/mdt"
  }

  private static func home() -> String {
    if let home = environment("HOME") { return home }
    guard let entry = getpwuid(getuid()) else { return "/" }
    return String(cString: entry.pointee.pw_dir)
  }

  /// Makes a folder and those above it, readable by their owner alone, with the person's own rights.
  static func makeFolder(_ path: String) throws(Problem) {
    try OwnRights.during { () throws(Problem) in try makeFolderAndThoseAbove(path) }
  }

  private static func makeFolderAndThoseAbove(_ path: String) throws(Problem) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0 && errno != EEXIST && faccessat(AT_FDCWD, made, X_OK, 0) != 0 {
        throw Problem(
          "The folder \(made) was not made.", because: "The system says: \(String(cString: strerror(errno))).",
          try: "Choose another place with --store PATH.", kind: .cannotCreate)
      }
    }
  }
}
