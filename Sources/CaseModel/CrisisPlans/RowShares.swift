/// How rows are shared among parts that want more than there are: on a page of paper, on a screen of 24 rows.
public enum RowShares {
  /// Each part gets its least first; what is left goes, row by row, to the part of which the smallest share is seen.
  ///
  /// - Parameter parts: for each, the rows it wants, and the least it has whatever happens.
  public static func rows(_ parts: [(wanted: Int, least: Int)], of rows: Int) -> [Int] {
    var heights = parts.map { min($0.least, $0.wanted) }
    var left = rows - heights.reduce(0, +)
    while left > 0 {
      let open = parts.indices.filter { heights[$0] < parts[$0].wanted }
      guard
        let next = open.min(by: {
          (heights[$0] * parts[$1].wanted, $0) < (heights[$1] * parts[$0].wanted, $1)
        })
      else { break }
      heights[next] += 1
      left -= 1
    }
    return heights
  }

  /// Paragraphs, each broken into rows, in so many rows in all: every one begins before any goes on, so that a long first
  /// step hides no second one. What is cut is marked by `mark`; where there are fewer rows than paragraphs, the last is.
  public static func shorten(
    _ paragraphs: [[String]], to rows: Int, mark: (String) -> String
  ) -> [[String]] {
    let heights = RowShares.rows(paragraphs.prefix(max(rows, 0)).map { (wanted: $0.count, least: 1) }, of: rows)
    return zip(paragraphs, heights).enumerated().map { place, pair in
      let (paragraph, height) = pair
      let isLast = place == heights.count - 1 && paragraphs.count > heights.count
      guard paragraph.count > height || isLast, let end = paragraph.prefix(height).last else { return paragraph }
      return paragraph.prefix(height - 1) + [mark(end)]
    }
  }
}
