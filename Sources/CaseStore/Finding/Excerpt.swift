import CaseModel

/// A text of a plan or a note, to be held against what was asked for.
struct SearchedText {
  private let parts: [Substring]
  private let words: [String]
  /// Which part each word stands in.
  private let places: [Int]

  init(_ text: String) {
    parts = text.split(whereSeparator: \.isWhitespace)
    let apart = parts.map { FindPhrase.words(of: $0) }
    words = apart.flatMap { $0 }
    places = apart.enumerated().flatMap { place, words in words.map { _ in place } }
  }

  func has(_ phrases: [FindPhrase]) -> Bool { phrases.allSatisfy { $0.place(in: words) != nil } }

  /// The words asked for with some either side: `..Rahela will ring her daughter..`. What stands far apart is shown as
  /// several pieces, three at most.
  func excerpt(around phrases: [FindPhrase], _ loose: [String]) -> String {
    var hits = phrases.compactMap { phrase in
      phrase.place(in: words).map { places[$0]...places[$0 + phrase.words.count - 1] }
    }
    for word in loose {
      let found = words.indices.filter { words[$0].hasPrefix(word) }.map { places[$0] }
      // The one nearest to what is shown already, so that a few words tell the most.
      let near = hits.first?.lowerBound
      if let best = found.min(by: { distance($0, near) < distance($1, near) }) { hits.append(best...best) }
    }
    guard let first = hits.first else { return piece(0..<min(6, parts.count)) }
    let (before, after) = hits.count == 1 ? (3, 6) : (2, 4)
    var shown = [(max(first.lowerBound - before, 0))..<min(first.upperBound + after, parts.count)]
    for hit in hits.dropFirst()
    where !shown.contains(where: { $0.contains(hit.lowerBound) && $0.contains(hit.upperBound) }) {
      shown.append(max(hit.lowerBound - before, 0)..<min(hit.upperBound + after, parts.count))
    }
    return joined(shown.prefix(3).sorted { $0.lowerBound < $1.lowerBound })
  }

  private func distance(_ place: Int, _ other: Int?) -> Int { abs(place - (other ?? 0)) }

  /// Pieces that touch are one.
  private func joined(_ pieces: [Range<Int>]) -> String {
    var whole = [Range<Int>]()
    for piece in pieces {
      if let last = whole.last, piece.lowerBound <= last.upperBound {
        whole[whole.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        whole.append(piece)
      }
    }
    return whole.map { piece($0) }.joined(separator: " ").replacing(".. ..", with: "..")
  }

  private func piece(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let text = parts[range].joined(separator: " ")
    return (range.lowerBound > 0 ? ".." : "") + text + (range.upperBound < parts.count ? ".." : "")
  }
}
