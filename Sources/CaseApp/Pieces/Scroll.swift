/// Which lines of something longer than its area can be seen.
struct Scroll: Hashable, Sendable {
  /// The first line seen, from 0.
  private(set) var top = 0

  /// Moves as little as needed so that these lines can be seen, and no line stays empty for want of scrolling.
  mutating func show(_ lines: Range<Int>, of total: Int, in rows: Int) {
    if lines.upperBound > top + rows { top = lines.upperBound - rows }
    if lines.lowerBound < top { top = lines.lowerBound }
    top = max(0, min(top, total - rows))
  }
}
