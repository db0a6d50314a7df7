/// SplitMix64: the same seed gives the same numbers on every machine and in every release.
struct SampleRandom: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for one person, so that rows do not depend on the rows before them.
  init(seed: UInt64, row: Int) {
    var first = SampleRandom(seed: seed ^ UInt64(bitPattern: Int64(row)) &* 0xD134_2543_DE82_EF95)
    state = first.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 to `count` - 1; the tiny unevenness does not matter for invented people.
  mutating func below(_ count: Int) -> Int { count < 2 ? 0 : Int(next() % UInt64(count)) }

  mutating func `in`(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True this often in a hundred.
  mutating func percent(_ share: Int) -> Bool { below(100) < share }

  /// One of several texts; empty when there are none.
  mutating func pick(_ texts: [String]) -> String { texts.isEmpty ? "" : texts[below(texts.count)] }

  /// An index by weight.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if left < weight { return index }
      left -= weight
    }
    return 0
  }
}

func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
