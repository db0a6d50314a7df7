import CaseModel
import TerminalKit

/// Where the terminal is tall: what was joined without asking, and what others will see, under the differences.
extension PlanConflictScreen {
  private static let asideFrom = 32
  private static let mostJoined = 5

  /// Nothing where there is no room for it, or the list of what was joined is open.
  var aside: [(text: String, role: Role)] { size.rows >= Self.asideFrom && joinedTop == nil ? asideLines(.staff) : [] }

  private func asideLines(_ audience: Audience) -> [(text: String, role: Role)] {
    var lines: [(text: String, role: Role)] = [
      ("JOINED FOR YOU \(merge.joined.count)   J opens them, and b there takes one back", .heading)
    ]
    for joined in merge.joined.prefix(Self.mostJoined) { lines.append(("  = \(words(of: joined, audience))", .body)) }
    let more = merge.joined.count - Self.mostJoined
    if more > 0 { lines.append(("  and \(more) more", .muted)) }
    lines.append(("WHAT PEOPLE WILL SEE", .heading))
    return lines + whatPeopleSee.map { ("  " + $0, .body) }
  }

  private var whatPeopleSee: [String] {
    let theirs = isVersion ? "v\(conflict.theirs.versionNumber) (\(theirName))" : "the draft of \(theirName)"
    let me = around.actor.staff.shortName
    var lines = ["v\(nextVersion) published by \(me), joined from \(theirs) and your draft."]
    if theirName != me { lines.append("\(theirName) is told which answers v\(nextVersion) has otherwise than theirs.") }
    return lines
  }

  func readAside(into outline: inout Outline) {
    guard !aside.isEmpty else { return }
    for line in asideLines(.linear) {
      if line.role == .heading { outline.heading(line.text) } else { outline.text(line.text.trimmed) }
    }
  }
}
