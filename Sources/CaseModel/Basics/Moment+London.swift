/// Times of day in London as people say and type them, with the hour that happens twice in autumn and the one that does
/// not happen in spring.
extension Moment {
  /// Every moment at which London's clocks show this time on this day: one; none in the hour that spring leaves out; two,
  /// the earlier first, in the hour that autumn repeats.
  public static func inLondon(_ day: Day, hour: Int, minute: Int) -> [Moment] {
    let asWinter = Moment(day, hour: hour, minute: minute)
    return [asWinter + -3600, asWinter].filter { $0.day == day && $0.minuteOfDay == hour * 60 + minute }
  }

  /// Whether London's clocks show this time twice on this day.
  public var happensTwice: Bool { (self + 3600).clock == clock || (self + -3600).clock == clock }

  /// `09:42`; in the hour that happens twice with the name of the time: `01:30 BST`, `01:30 GMT`.
  public var clockSaid: String { happensTwice ? "\(clock) \((self + 3600).clock == clock ? "BST" : "GMT")" : clock }

  /// Why a text is not a time of day, in words that say how to put it right.
  public enum Fault: Error, Hashable, Sendable {
    case notATime
    case leftOut(String)
    case happensTwice(String)

    public var message: String {
      switch self {
      case .notATime: "Enter a time like 09:42, with 24 hours."
      case .leftOut(let time): "Clocks went forward: there was no \(time) on that day."
      case .happensTwice(let time):
        "Clocks went back, and \(time) came twice on that day. Write \(time) BST for the first, \(time) GMT for the second."
      }
    }
  }

  /// A time of day on a day: `09:42`, `0942`, `9:42`, and with ` BST` or ` GMT` where it happens twice.
  public static func typed(_ text: String, on day: Day) -> Result<Moment, Fault> {
    var words = text.uppercased().split(separator: " ").map(String.init)
    var zone: String?
    if let last = words.last, last == "BST" || last == "GMT" {
      zone = last
      words.removeLast()
    }
    guard words.count == 1, let (hour, minute) = time(words[0]) else { return .failure(.notATime) }
    let shown = "\(padded(hour, 2)):\(padded(minute, 2))"
    let found = inLondon(day, hour: hour, minute: minute)
    guard let first = found.first, let last = found.last else { return .failure(.leftOut(shown)) }
    switch zone {
    case nil: return first == last ? .success(first) : .failure(.happensTwice(shown))
    case "BST": return first.isBST ? .success(first) : .failure(.notATime)
    default: return last.isBST ? .failure(.notATime) : .success(last)
    }
  }

  private var isBST: Bool { minuteOfDay != secondOfDay / 60 }

  private static func time(_ text: String) -> (Int, Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(Array.init)
    let digits = parts.joined()
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), parts.count <= 2 else { return nil }
    let (hours, minutes): (ArraySlice<Character>, ArraySlice<Character>)
    if parts.count == 2 {
      (hours, minutes) = (parts[0][...], parts[1][...])
    } else {
      guard digits.count == 4 else { return nil }
      (hours, minutes) = (parts[0].prefix(2), parts[0].dropFirst(2))
    }
    guard (1...2).contains(hours.count), minutes.count == 2, let hour = Int(String(hours)),
      let minute = Int(String(minutes)), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }
}
