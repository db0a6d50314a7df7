import CaseModel
import TerminalKit

/// What was found, in rows for the eye and in words for the ear.
extension FindScreen {
  /// Name, born and number of a person stand in columns.
  private var nameWidth: Int { resultColumns < 76 ? 18 : min(max(resultColumns - 54, 22), 40) }

  var lines: [Line] {
    var lines: [Line] = []
    var hit = 0
    for group in groups {
      lines.append(Line(text: title(of: group)))
      for each in group.hits {
        lines += rows(of: each, hit: hit)
        hit += 1
      }
    }
    return lines
  }

  func title(of group: Group) -> String {
    let words = "\(group.title) \(group.hits.count)"
    switch group.hits.first {
    case .person where results?.morePeople == true:
      return "\(words) shown, more match: type more of the name, or a birth year"
    case .passage where results?.morePassages == true: return "\(words) shown, more match: type more words"
    case .colleague where results?.moreStaff == true: return "\(words) shown, more match: type more of the name"
    case .person, .passage, .colleague, nil: return words
    }
  }

  private func rows(of hit: Hit, hit number: Int) -> [Line] {
    switch hit {
    case .person(let found):
      let born = 4 + nameWidth
      let pieces = [
        Line.Piece(text: found.row.born.short, column: born, role: .body),
        Line.Piece(text: found.row.nhsText, column: born + 12, role: .body),
        Line.Piece(text: found.told, column: born + 26, role: found.sight == .whole ? .match : .muted),
      ]
      return named(found.row.nameLines(width: nameWidth), pieces, number)
    case .passage(let found):
      let start = 4 + nameWidth
      let pieces = [
        Line.Piece(text: found.source, column: start, role: .body),
        Line.Piece(text: found.excerpt, column: start + TextWidth.width(of: found.source) + 2, role: .match),
      ]
      let names = TextWidth.wrapped(found.listName(.staff), to: nameWidth).map(\.text)
      let identity = "Born \(found.born.short)  NHS No. \(found.nhsNumber?.spaced ?? "Not known")"
      var lines = named(names, pieces, number)
      // A name alone does not say who it is.
      if lines.count == 1 { lines.append(Line(text: "", hit: number)) }
      lines[1].pieces.append(Line.Piece(text: identity, column: start, role: .muted))
      return lines
    case .colleague(let member):
      let words = [member.role.words.lowercasedFirst, member.organisationName].joined(separator: ", ")
      let piece = Line.Piece(text: words, column: 4 + nameWidth, role: .body)
      return named(TextWidth.wrapped(member.name, to: nameWidth).map(\.text), [piece], number)
    }
  }

  private func named(_ names: [String], _ pieces: [Line.Piece], _ hit: Int) -> [Line] {
    var lines = names.map { Line(text: $0, hit: hit) }
    if !lines.isEmpty { lines[0].pieces = pieces }
    return lines
  }

  /// Scrolls so that the selected one can be seen, with its group's heading if it is the first.
  mutating func showSelection() {
    let lines = lines
    guard let first = lines.firstIndex(where: { $0.hit == selection }),
      let last = lines.lastIndex(where: { $0.hit == selection })
    else {
      scroll = Scroll()
      return
    }
    let start = first > 0 && lines[first - 1].hit == nil ? first - 1 : first
    scroll.show(start..<(last + 1), of: lines.count, in: resultRows)
  }

  /// What stands at the right of the results, or is read about the selected one.
  func preview(_ audience: Audience) -> (title: String, facts: [(String, String)]) {
    switch selected {
    case .person(let found):
      let row = found.row
      let identity = [
        ("Born", row.bornWithAge(on: around.today, audience)), ("Gender", row.gender?.words ?? "Not known"),
        ("NHS No.", row.nhsText),
      ]
      if let why = found.sight.words { return (row.listName(audience), identity + [("Shown", why)]) }
      return (
        row.listName(audience),
        identity + [
          ("Care plan", row.standing(on: around.today).words),
          ("Named SW", row.namedSocialWorker ?? "(none)"), ("Practice", row.practiceCode ?? "(none)"),
          ("Locality", row.locality ?? "(none)"), ("Enrolment", row.enrolment.words),
          ("Risk", row.score?.inWords(audience) ?? "Not recorded"),
          ("Found by", found.foundBy.joined(separator: ", ")),
        ]
      )
    case .passage(let found):
      return (
        found.listName(audience),
        [
          ("Born", found.born.shown(to: audience)), ("NHS No.", found.nhsNumber?.spaced ?? "Not known"),
          ("In", found.source), ("Words", found.excerpt),
        ]
      )
    case .colleague(let member):
      return (
        member.name,
        [
          ("Role", member.role.words), ("At", member.organisationName), ("Team", member.team ?? "Not recorded"),
          ("Phone", member.phone ?? "Not recorded"), ("E-mail", member.email ?? "Not recorded"),
        ]
      )
    case nil: return ("", [])
    }
  }

  // MARK: Reading

  func outline() -> Outline {
    var outline = Outline()
    TitleRow(title: "Find", scope: "everything you may see", around: around).read(into: &outline)
    if !text.isEmpty { outline.fact("Find", "\(text), \(countWords)") }
    for group in groups {
      outline.heading(title(of: group))
      for hit in group.hits { outline.choice(words(of: hit)) }
    }
    if groups.isEmpty {
      for line in absence { outline.text(line) }
    } else {
      outline.heading("Selected: \(preview(.linear).title)")
      for (label, value) in preview(.linear).facts { outline.fact(label, value) }
    }
    for tip in tips { outline.text(tip) }
    if groups.isEmpty {
      outline.prompt = "Find? (:back leaves)"
    } else {
      outline.text("Type new-search to look for something else.")
    }
    return outline
  }

  private func words(of hit: Hit) -> String {
    switch hit {
    case .person(let found):
      let row = found.row
      return "\(row.listName(.linear)). Born \(row.bornWithAge(on: around.today, .linear)). NHS No. \(row.nhsText)."
        + (found.sight.words.map { " \($0)" } ?? " Found by \(found.told).")
    case .passage(let found):
      return
        "\(found.listName(.linear)). Born \(found.born.long). NHS No. \(found.nhsNumber?.spaced ?? "Not known")."
        + " \(found.source): \(found.excerpt)"
    case .colleague(let member):
      return "\(member.name), \(member.role.words.lowercasedFirst), \(member.organisationName)."
    }
  }

  func event(forChoice number: Int) -> Event? { hits.indices.contains(number - 1) ? .choiceMade(number - 1) : nil }

  func event(forAnswer text: String) -> Event? { .answered(text) }
}

extension FoundPerson {
  /// What stands behind who they are.
  fileprivate var told: String {
    switch sight {
    case .whole: foundBy.joined(separator: ", ")
    case .identityOnly: "identity only"
    case .restricted: "Restricted"
    }
  }
}

extension FoundPerson.Sight {
  /// Why no more is shown; nil where all is.
  fileprivate var words: String? {
    switch self {
    case .whole: nil
    case .identityOnly: "Who they are only: nothing here says that you look after this person."
    case .restricted: "Restricted: this person objects to sharing with you or your organisation."
    }
  }
}

extension FoundPassage {
  /// The name with what must not be missed about it, as lists have it.
  func listName(_ audience: Audience) -> String { name.shown(to: audience) + (hasSimilar ? " [=]" : "") }
}
