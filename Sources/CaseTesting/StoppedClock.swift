public import CaseModel
import Synchronization

/// Tuesday 5 January 2016, 09:42 in London: when every scene opens.
public let sceneTime = Moment(Day(number: 16_805), hour: 9, minute: 42)

/// Identifiers that count up, so that a test's records have the same names on every run.
///
/// The text has the shape of a UUIDv7 with the scene's time in it.
public struct CountedIDs: Sendable {
  private let counter = Counter()

  public init() {}

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }

  public func next() -> String {
    let count = counter.value.add(1, ordering: .relaxed).newValue
    let hex = String(count, radix: 16)
    return "01520e2b-0000-7000-8000-" + String(repeating: "0", count: max(12 - hex.count, 0)) + hex
  }
}
