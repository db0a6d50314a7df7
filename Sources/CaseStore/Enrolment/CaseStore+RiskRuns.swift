public import CaseModel

/// Runs of risk models as they were imported, in numbers (5.2).
extension CaseStore {
  /// Every run with its target by the top x% rule, the newest first. Numbers about everybody, and about no one.
  public func riskRuns() async throws(Problem) -> [RiskRun] {
    try await counting("The risk runs were not read.", .action(.reportAggregate)) { connection, _ in
      let percent = 100 - (try Settings.whole("risk.target_percentile", or: 80, connection))
      let scores = try connection.rows(
        """
        SELECT r.model, r.model_version, r.run_on, r.value, p.birth_date FROM risk_score r
        JOIN patient p ON p.id = r.patient_id WHERE p.entered_in_error = 0 AND p.merged_into IS NULL
        """
      ) { row in
        (
          run: Run(model: try row.text(), version: row.textOrNil(), on: try row.day()), value: try row.real(),
          born: try row.day()
        )
      }
      return Dictionary(grouping: scores, by: \.run).map { run, scores in
        let adults = scores.filter { $0.born.years(to: run.on) >= 18 }.map(\.value)
        let target = RiskRun.target(of: adults, percent: percent)
        return RiskRun(
          model: run.model, modelVersion: run.version, runOn: run.on, population: adults.count,
          excluded: scores.count - adults.count, threshold: target?.threshold, inTarget: target?.count ?? 0,
          targetPercent: percent)
      }.sorted { ($1.runOn, $0.model) < ($0.runOn, $1.model) }
    }
  }

  private struct Run: Hashable {
    var model: String
    var version: String?
    var on: Day
  }
}
