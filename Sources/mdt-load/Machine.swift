import CaseModel
import Glibc

/// The time, the account and new identifiers, as the operating system gives them.
enum Machine {
  static func now() -> Moment { Moment(seconds: Int(seconds(CLOCK_REALTIME))) }

  static func monotonic() -> Double { seconds(CLOCK_MONOTONIC) }
  static func realTime() -> Double { seconds(CLOCK_REALTIME) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func account() -> String {
    guard let entry = getpwuid(getuid()) else { return "uid\(getuid())" }
    return String(cString: entry.pointee.pw_name)
  }

  /// In the shape of a UUIDv7.
  @Sendable static func newID() -> String {
    func digits(_ value: UInt64, _ count: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
    let time = digits(UInt64(realTime() * 1000), 12)
    return "\(time.prefix(8))-\(time.suffix(4))-7\(digits(.random(in: 0..<0x1000), 3))-8"
      + digits(.random(in: 0..<0x1000), 3) + "-" + digits(.random(in: 0..<0x1_0000_0000_0000), 12)
  }

  /// Until a time of `monotonic`; none when that is over.
  static func wait(until time: Double) async {
    let left = time - monotonic()
    guard left > 0 else { return }
    do {
      try await Task.sleep(for: .seconds(left))
    } catch {
      // Cancelled: nobody waits any longer.
      return
    }
  }
}

/// Random numbers that a seed gives again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
