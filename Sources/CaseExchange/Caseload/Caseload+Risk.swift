internal import CaseModel

extension Caseload {
  /// A score with all that makes it one: none of its columns, or score, model, unit and run date together.
  func risk(_ row: inout RowReader<CaseloadField>) -> CaseloadLine.Risk? {
    let model = row.line(.riskModel, most: 60)
    let version = row.line(.riskModelVersion, most: 35)
    var text = row[.riskScore]
    let saysPercent = text.hasSuffix("%")
    if saysPercent { text = trimmed(String(text.dropLast())) }
    let score = row.number(.riskScore, text)
    var unit = row.choice(.riskUnit, RiskUnit.self)
    if saysPercent, row[.riskUnit].isEmpty { unit = .percent }
    let runOn = row.day(.riskRunOn, notAfter: today)
    let percentile = row.number(.percentile)
    let population = row.number(.riskPopulation)
    if text.isEmpty {
      for field in [CaseloadField.riskModel, .riskUnit, .riskRunOn, .percentile] where !row[field].isEmpty {
        row.complain(.riskScore, "risk", "There is a \(field.rawValue) and no score. Give the score or clear it.")
        break
      }
      return nil
    }
    if model.isEmpty { row.complain(.riskModel, "risk", "A score needs its model, for example QAdmissions.") }
    if unit == nil, row[.riskUnit].isEmpty {
      row.complain(.riskUnit, "risk", "A score needs its unit. Use one of: \(RiskUnit.allowed).")
    }
    if row[.riskRunOn].isEmpty { row.complain(.riskRunOn, "risk", "A score needs the date it was run.") }
    if let score, let unit, let message = Caseload.fault(score, unit, saysPercent: saysPercent) {
      row.complain(.riskScore, "risk", message)
    }
    if let percentile, !(0...100).contains(percentile) {
      row.complain(.percentile, "risk", "A percentile is 0 to 100.")
    }
    if let population, population < 1 || population != population.rounded() || population > 100_000_000 {
      row.complain(.riskPopulation, "risk", "A population is a whole number of people.")
    }
    guard row.complaints.isEmpty, let score, let unit, let runOn else { return nil }
    return CaseloadLine.Risk(
      model: model, modelVersion: some(version), score: score, unit: unit, runOn: runOn, percentile: percentile,
      population: population.map { Int($0) })
  }

  private static func fault(_ score: Double, _ unit: RiskUnit, saysPercent: Bool) -> String? {
    switch unit {
    case _ where saysPercent && unit != .percent: "The score has a % and the unit is \(unit.rawValue)."
    case .percent where !(0...100).contains(score): "A percent is 0 to 100."
    case .probability where !(0...1).contains(score): "A probability is 0 to 1. Is the unit percent?"
    case .count where score < 0 || score != score.rounded(): "A count is a whole number, 0 or more."
    default: nil
    }
  }
}
