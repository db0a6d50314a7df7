import Foundation

/// The public calls of the store as its sources have them, so that none can be added without standing in the walk.
enum StoreCalls {
  /// `name(label:label:)`, overloads as often as they are there, sorted.
  static func inSources() throws -> [String] {
    let folder = sources.appendingPathComponent("Sources/CaseStore")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.flatMap { name in
      calls(in: try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
    }.sorted()
  }

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The formatter indents what stands directly in a type by two blanks.
  static func calls(in text: String) -> [String] {
    var isInside = false
    var isPublic = false
    var found = [String]()
    let lines = text.components(separatedBy: "\n")
    for (index, line) in lines.enumerated() {
      if let first = line.first, first != " ", first != "}", first != "/" {
        let head = line.components(separatedBy: " ")
        isInside = ["extension CaseStore", "struct CaseStore"].contains { name in
          line.range(of: name).map { ["{", " ", ":"].contains(String(line[$0.upperBound...].prefix(1))) } ?? false
        }
        isPublic = head.first == "public" && head.contains("extension")
      }
      guard isInside, line.hasPrefix("  "), !line.hasPrefix("   ") else { continue }
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(where: { $0 == "func" }), words[..<place].contains("public") || isPublic else {
        continue
      }
      found.append(signature(lines[index...].joined(separator: "\n")))
    }
    return found
  }

  private static func signature(_ text: String) -> String {
    guard let start = text.range(of: "func ")?.upperBound, let open = text[start...].firstIndex(of: "(") else {
      return ""
    }
    let name = text[start..<open].prefix { $0 != "<" }
    var depth = 0
    var parts = [""]
    var last: Character = " "
    for character in text[open...] {
      defer { last = character }
      if "([<{".contains(character) { depth += 1 }
      if ")]}".contains(character) || character == ">" && last != "-" { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, character == "," {
        parts.append("")
      } else if depth > 1 || character != "(" {
        parts[parts.count - 1].append(character)
      }
    }
    let labels = parts.compactMap { part in
      part.split { $0 == " " || $0 == "\n" || $0 == ":" }.first.map { "\($0):" }
    }
    return "\(name)(\(labels.joined()))"
  }
}
