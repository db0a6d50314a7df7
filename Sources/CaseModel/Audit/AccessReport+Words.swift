/// The report as it is read.
extension AccessReport {
  public static let title = "Who has looked at this record"

  /// Whose record it is, and who made the report when.
  public var heading: [String] {
    let number = person.nhsNumber.map { ", NHS number \($0.spaced)" } ?? ""
    return [
      "The record of \(person.name.shown(to: .patient))\(number).", "Made on \(madeAt.day.long) by \(madeBy).",
    ]
  }

  /// What it is about, in a sentence.
  public var summary: String {
    guard let since else { return "Nobody has opened, changed or printed the record yet." }
    let times = count == 1 ? "once" : "\(thousands(count)) times"
    return
      "From \(since.long) to \(madeAt.day.long) the record was opened, changed or printed \(times) in all."
      + " Everybody who did is named here, with what they did and why."
  }

  /// A paragraph for each person who did something.
  public var paragraphs: [String] {
    var order = [String]()
    var sentences = [String: [String]]()
    var byWhom = [String: [Group]]()
    for group in groups {
      let who = "\(group.name)\n\(group.role)\n\(group.organisation)"
      if byWhom[who] == nil { order.append(who) }
      byWhom[who, default: []].append(group)
    }
    for (who, groups) in byWhom {
      // How the record was reached is said once of all that follows one another.
      var together = 0
      for (index, group) in groups.enumerated() {
        let start = index == 0 ? group.introduction : group.again
        sentences[who, default: []].append("\(start) \(group.words)")
        together += 1
        guard index + 1 == groups.count || groups[index + 1].way != group.way else { continue }
        if let way = group.way {
          sentences[who, default: []].append(together == 1 ? way : way.replacing("That was", with: "All of that was"))
        }
        together = 0
      }
    }
    return order.compactMap { sentences[$0]?.joined(separator: " ") }
  }

  public static let notes = [
    "Lists of many people, on which a name stands with others, are not openings of a record and are not counted here.",
    "If you do not know why somebody has looked at the record, ask the privacy officer of their organisation, who can"
      + " see more than this report says.",
  ]
}

extension AccessReport.Group {
  /// `Jo Francis, care navigator at GP Care Group,`
  fileprivate var introduction: String {
    let post = [role, organisation].filter { !$0.isEmpty }.joined(separator: " at ")
    return post.isEmpty ? name : "\(name), \(post),"
  }

  fileprivate var again: String { "\(name) also" }

  /// `opened the record 3 times between 4 January and 7 January 2016, to look at the care plan.`
  fileprivate var words: String { "\(deed) \(often)\(why.isEmpty ? "" : why).".replacing("”.", with: ".”") }

  private var often: String {
    if count == 1 { return "on \(first.long)" }
    let times = count == 2 ? "twice" : "\(thousands(count)) times"
    guard first != last else { return "\(times) on \(first.long)" }
    let isOneYear = first.parts.year == last.parts.year
    let from = isOneYear ? String(first.long.prefix { $0 != " " }) + " \(first.monthName)" : first.long
    return "\(times) between \(from) and \(last.long)"
  }
}

extension Day {
  fileprivate var monthName: String { Day.monthNames[parts.month - 1] }
}
