import Foundation
import Testing

/// The hazard log (DCB0129, handbook 8.7) against the tests that it names.
@Suite("Clinical safety: the hazard log") struct HazardLogTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct Hazard {
    var number: String
    var name: String
    var fields: [String: String] = [:]
    var controls: [(text: String, type: String, evidence: String)] = []
  }

  static func hazards(in text: String) -> [Hazard] {
    var found = [Hazard]()
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("## H") {
        let words = line.dropFirst(3).split(separator: " ", maxSplits: 1)
        found.append(Hazard(number: String(words[0]), name: words.count > 1 ? String(words[1]) : ""))
      }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard !found.isEmpty, line.hasPrefix("| ") else { continue }
      let last = found.count - 1
      if cells.count == 2, cells[0] != "field" { found[last].fields[cells[0]] = cells[1] }
      if cells.count == 3, cells[0] != "new control" { found[last].controls.append((cells[0], cells[1], cells[2])) }
    }
    return found
  }

  private static func log() throws -> [Hazard] {
    hazards(in: try String(contentsOf: root.appendingPathComponent("docs/safety/hazard-log.md"), encoding: .utf8))
  }

  @Test("all twenty starter hazards are there, each with every field of 8.7") func complete() throws {
    let log = try Self.log()
    #expect(log.prefix(20).map(\.number) == (1...20).map { "H" + ($0 < 10 ? "0" : "") + "\($0)" })
    for hazard in log {
      for field in [
        "description", "causes", "effect", "hazard type", "harm", "initial", "existing controls", "residual", "owner",
        "status", "review date", "CSO verdict",
      ] { #expect(hazard.fields[field]?.isEmpty == false, "\(hazard.number): \(field)") }
      #expect(["open", "transferred", "closed"].contains(hazard.fields["status"]), "\(hazard.number)")
      #expect(!hazard.name.isEmpty && !hazard.controls.isEmpty, "\(hazard.number)")
      for control in hazard.controls {
        #expect(
          ["design", "test", "training", "business process"].contains(control.type), "\(hazard.number): \(control)")
      }
    }
  }

  private static let matrix: [String: [Int]] = [
    "catastrophic": [3, 4, 5, 5, 5], "major": [2, 3, 4, 5, 5], "considerable": [2, 3, 3, 4, 5],
    "significant": [1, 2, 3, 3, 4], "minor": [1, 1, 2, 2, 3],
  ]

  /// `severity major, likelihood low, risk 3`, as the matrix has it; nil where it is not.
  static func risk(_ text: String) -> Int? {
    let parts = text.components(separatedBy: ", ")
    guard parts.count == 3, parts[0].hasPrefix("severity "), parts[1].hasPrefix("likelihood "),
      parts[2].hasPrefix("risk "), let row = matrix[String(parts[0].dropFirst(9))],
      let column = ["very low", "low", "medium", "high", "very high"].firstIndex(of: String(parts[1].dropFirst(11))),
      let risk = Int(parts[2].dropFirst(5)), risk == row[column]
    else { return nil }
    return risk
  }

  @Test("risks follow the matrix, and no control makes one greater") func risks() throws {
    for hazard in try Self.log() {
      let (before, after) = (Self.risk(hazard.fields["initial"] ?? ""), Self.risk(hazard.fields["residual"] ?? ""))
      #expect(before != nil && after != nil, "\(hazard.number)")
      #expect(after ?? 9 <= before ?? 0, "\(hazard.number)")
      // What nobody has shown has made nothing smaller.
      let isShown = hazard.controls.contains { !$0.evidence.hasPrefix("open: ") }
      #expect(isShown || hazard.fields["initial"] == hazard.fields["residual"], "\(hazard.number)")
    }
    #expect(Self.risk("severity major, likelihood low, risk 2") == nil)
  }

  @Test("every control names a test that is there, or says that it is open and why") func evidence() throws {
    var shown = 0
    for hazard in try Self.log() {
      for control in hazard.controls {
        if control.evidence.hasPrefix("open: ") {
          #expect(control.evidence.count > 12, "\(hazard.number): \(control)")
          continue
        }
        let parts = control.evidence.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        let test = parts.dropFirst(2).joined(separator: "`").trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        #expect(parts.count >= 3 && parts[1].hasPrefix("Tests/") && !test.isEmpty, "\(hazard.number): \(control)")
        guard parts.count >= 3 else { continue }
        let text = try String(contentsOf: Self.root.appendingPathComponent(parts[1]), encoding: .utf8)
        let names = parts[1].hasSuffix(".swift") ? ["\"\(test)\"", "`\(test)`"] : [test]
        #expect(names.contains { text.contains($0) }, "\(hazard.number): no test is called \(test) in \(parts[1])")
        shown += 1
      }
    }
    #expect(shown >= 30)
  }

  @Test("nobody has given a clinician's verdict in a clinician's place") func verdicts() throws {
    // Until a Clinical Safety Officer is named in the log, with their registration, none of their verdicts is in it.
    for hazard in try Self.log() { #expect(hazard.fields["CSO verdict"] == "not yet given", "\(hazard.number)") }
  }

  @Test("the table at a glance says what the hazards say") func glance() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("docs/safety/hazard-log.md"), encoding: .utf8)
    for hazard in try Self.log() {
      let shown = hazard.controls.count { !$0.evidence.hasPrefix("open: ") }
      let (before, after) = (
        Self.risk(hazard.fields["initial"] ?? "") ?? 0, Self.risk(hazard.fields["residual"] ?? "") ?? 0
      )
      let row =
        "| \(hazard.number) \(hazard.name) | \(before) | \(after) | \(shown) | \(hazard.controls.count - shown) |"
      #expect(text.contains(row), "\(row)")
    }
  }
}
