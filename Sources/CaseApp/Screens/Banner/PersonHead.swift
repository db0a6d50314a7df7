import CaseModel
import TerminalKit

/// What stands still above the page of a screen about one person: the banner, the warning that a plan is out of date,
/// the allergies, and a line about what the screen shows.
struct PersonHead {
  let patient: Patient
  let state: String
  var isSimilar = false
  /// Until when the record is open by breaking the glass.
  var glassUntil: Moment?
  /// Until when it is open against the person's wish.
  var overrideUntil: Moment?
  /// The plan's standing and next review, for R-CP-04; nil where the screen is not about care now.
  var standing: PlanStanding?
  var nextReview: Day?
  var showsAllergies = false
  /// What is shown, and at the right end what state it is in.
  var title: String?
  var side: (words: String, role: Role)?
  let around: Surroundings

  /// R-CP-04: more than 90 days late, said on every screen; nothing is hidden.
  func outOfDate(_ audience: Audience) -> String? {
    standing?.warning(nextReview: nextReview, to: audience)
  }

  /// Said for as long as it lasts (8.3).
  private var glass: String? {
    glassUntil.map { "! BREAK-GLASS until \($0.clock): for you alone, and somebody reviews it." }
      ?? overrideUntil.map { "! AGAINST THE PERSON'S WISH until \($0.short): for you alone, and reviewed." }
  }

  private var allergies: Allergies? {
    showsAllergies && Allergies.areShown(to: around.actor) ? Allergies(of: patient) : nil
  }

  /// How the person lives and speaks, as it stands beside the allergies: the whole of it first, then less.
  private var daily: [String] {
    let alone = patient.livesAlone == true ? "Lives alone.  " : ""
    guard let language = patient.language else { return [alone.trimmed] }
    let interpreter = patient.interpreterRequired == true ? ", interpreter" : ""
    return ["\(alone)Speaks \(language)\(interpreter)", "\(alone)Speaks \(language)"]
  }

  /// Draws it and says on which row the page begins.
  func draw(on canvas: inout Canvas) -> Int {
    let columns = canvas.size.columns
    var row = drawBanner(of: patient, state: state, isSimilar: isSimilar, on: &canvas, around: around)
    canvas.rule(row)
    row += 1
    if let glass {
      canvas.fill(row, as: .urgent)
      canvas.write(glass, at: 1, row, as: .urgent)
      row += 1
    }
    if let warning = outOfDate(.staff) {
      row += canvas.writeWrapped(warning, at: 1, row, columns: columns - 2, rows: 2, as: .warning)
    }
    if let allergies {
      row += draw(allergies, on: &canvas, row)
      canvas.rule(row)
      row += 1
    } else if outOfDate(.staff) != nil, title == nil {
      canvas.rule(row)
      row += 1
    }
    guard let title else { return row }
    let width = side.map { TextWidth.width(of: $0.words) } ?? 0
    let fits = TextWidth.width(of: title) + width + 4 <= columns
    row += canvas.writeWrapped(
      title, at: 1, row, columns: columns - 2 - (fits ? width : 0), rows: 3, as: .heading)
    if let side {
      if !fits { row += 1 }
      canvas.writeRight(side.words, endingAt: columns - 1, row - 1, as: side.role)
    }
    canvas.rule(row)
    return row + 1
  }

  private func draw(_ allergies: Allergies, on canvas: inout Canvas, _ row: Int) -> Int {
    let columns = canvas.size.columns
    canvas.write(String(allergies.mark), at: 1, row, as: allergies.role)
    let room = columns - TextWidth.width(of: allergies.text) - 6
    if let side = (daily + [""]).first(where: { TextWidth.width(of: $0) <= room }) {
      canvas.write(allergies.text, at: 3, row, as: allergies.role == .urgent ? .strong : .body)
      canvas.writeRight(side, endingAt: columns - 1, row)
      return 1
    }
    // Never cut within reason: what is longer than three rows stands whole in the page.
    return canvas.writeWrapped(allergies.text, at: 3, row, columns: columns - 4, rows: 3, as: .strong)
  }

  /// Whether the allergies are too long to stand whole above a page of so many columns.
  func cutsAllergies(columns: Int) -> Bool {
    allergies.map { TextWidth.wrapped($0.text, to: columns - 4).count > 3 } ?? false
  }

  /// How many rows it takes on a canvas of a size.
  func rows(_ size: Size) -> Int {
    var canvas = Canvas(Size(columns: size.columns, rows: 1))
    return draw(on: &canvas)
  }

  var outline: [Outline.Part] {
    var parts = bannerOutline(of: patient, state: state, isSimilar: isSimilar, around: around)
    if let glass { parts.append(.text(glass)) }
    if let warning = outOfDate(.linear) { parts.append(.text(warning)) }
    if let allergies {
      parts.append(allergies.value.map { .fact(allergies.label, $0) } ?? .text("\(allergies.label)."))
      if let words = daily.first, !words.isEmpty { parts.append(.text(words.hasSuffix(".") ? words : "\(words).")) }
    }
    if let title { parts.append(.heading(side.map { "\(title), \($0.words.trimmed)" } ?? title)) }
    return parts
  }
}

extension Role {
  /// What a mark stands for: `!` act now, `~` soon, `+` new, `=` done, `*` marked.
  static func of(mark: Character) -> Role {
    switch mark {
    case "!": .urgent
    case "~": .soon
    case "+": .fresh
    case "=": .done
    case "*": .marked
    default: .body
    }
  }
}
