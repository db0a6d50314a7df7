public import CaseModel
public import TerminalKit

extension CaseloadRow: ListRow {
  /// Pages are sought by the row's place in the order.
  public var key: CaseloadPosition { position }
}

extension CaseloadRow {
  /// The name as a list shows it, with what must not be missed about it.
  func listName(_ audience: Audience = .staff) -> String {
    var text = name.shown(to: audience)
    if hasSimilar { text += " [=]" }
    if let died { text += " DIED \(died.shown(to: audience))" }
    return text
  }

  /// The name in rows of a column; what goes on is set in by two.
  func nameLines(width: Int) -> [String] {
    let whole = listName()
    let first = TextWidth.wrapped(whole, to: width)
    guard first.count > 1 else { return first.map(\.text) }
    let rest = String(whole[first[1].range.lowerBound...])
    return [first[0].text] + TextWidth.wrapped(rest, to: max(1, width - 2)).map { "  " + $0.text }
  }

  /// How many rows the name takes. Asked of every row for every key, so that a name which is short in bytes, of which a
  /// column is at least one, is not laid out.
  func nameHeight(width: Int) -> Int {
    var most = name.family.utf8.count + name.given.utf8.count + 2
    if let title = name.title { most += title.utf8.count + 3 }
    if hasSimilar { most += 4 }
    if died != nil { most += 17 }
    return most <= width ? 1 : nameLines(width: width).count
  }

  var score: RiskScore? {
    guard let riskValue, let riskUnit, let riskModel, let riskRunOn else { return nil }
    return RiskScore(model: riskModel, runOn: riskRunOn, value: riskValue, unit: riskUnit)
  }

  /// `14-Jul-1941 (74y)`, or with the age at death.
  func bornWithAge(on day: Day, _ audience: Audience = .staff) -> String {
    let years = born.years(to: died ?? day)
    return audience == .staff ? "\(born.short) (\(years)y)" : "\(born.long), \(years) years"
  }

  var nhsText: String { nhsNumber?.spaced ?? "Not known" }
}
