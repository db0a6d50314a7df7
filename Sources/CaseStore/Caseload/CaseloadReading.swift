import CaseModel

extension Connection {
  /// One page of a list.
  func caseload(
    _ query: CaseloadQuery, reach: ListReach, page: PageRequest<CaseloadPosition>, limit: Int
  ) throws -> [CaseloadRow] {
    var conditions = try conditions(query, reach)
    if let candidates = CaseloadCandidates(query), let few = try candidates.few(self) {
      conditions.narrow(to: candidates, limit: few, search)
    }
    let statement = CaseloadSQL(query, conditions, page: page, limit: limit)
    let order = query.sort.order
    let found = try rows(statement.sql, statement.values) { try CaseloadRow(from: &$0, order: order) }
    return statement.isReversed ? found.reversed() : found
  }

  /// The conditions for counting, which reads all that fit in any order.
  func countingConditions(_ query: CaseloadQuery, reach: ListReach) throws -> CaseloadConditions {
    var conditions = try conditions(query, reach, inAnyOrder: true)
    if let candidates = CaseloadCandidates(query) { conditions.narrow(to: candidates, search) }
    return conditions
  }

  func conditions(
    _ query: CaseloadQuery, _ reach: ListReach, inAnyOrder: Bool = false
  ) throws -> CaseloadConditions {
    // The names of localities and networks are a handful, and read only when a filter names one.
    var localities = [String: String]()
    var networks = [String: String]()
    if query.filter.terms.contains(where: { if case .locality = $0.test { true } else { false } }) {
      localities = try names("SELECT name_key, name FROM locality")
    }
    if query.filter.terms.contains(where: { if case .network = $0.test { true } else { false } }) {
      networks = try names("SELECT name_key, name FROM network")
    }
    return CaseloadConditions(
      query, reach: reach, localities: localities, networks: networks, inAnyOrder: inAnyOrder)
  }

  private func names(_ sql: String) throws -> [String: String] {
    var names = [String: String]()
    try forEach(sql, []) { columns in
      names[try columns.text()] = try columns.text()
      return true
    }
    return names
  }
}

extension CaseloadRow {
  /// Reads a row in the order of `CaseloadSQL.columns`, and the place in the list's order behind them.
  init(from columns: inout Columns, order: CaseloadOrder) throws {
    let rowKey = try columns.int()
    let id: CaseModel.ID<Patient> = try columns.id()
    let name = PersonName(
      family: try columns.text(), given: try columns.text(), title: columns.textOrNil(), preferred: columns.textOrNil())
    let born = try columns.day()
    let died = try columns.dayOrNil()
    let gender: Gender? = try columns.codeOrNil()
    let number = NHSNumber(stored: try columns.text())
    let practice = try columns.text()
    let locality = columns.textOrNil()
    let riskValue = columns.realOrNil()
    let riskUnit: RiskUnit? = try columns.codeOrNil()
    let riskModel = columns.textOrNil()
    let riskRunOn = try columns.dayOrNil()
    let planStatus: CarePlanStatus? = try columns.codeOrNil()
    let noPlanReason = columns.textOrNil()
    let review = Day(iso: try columns.text())
    let socialWorker = columns.textOrNil()
    let enrolment: EnrolmentStatus = try columns.code()
    let hasSimilar = try columns.flag()
    let dataQuality = try columns.int()
    let key: CaseloadPosition.Key = order == .risk ? .number(try columns.real()) : .text(try columns.text())
    self.init(
      id: id, position: CaseloadPosition(key: key, tie: rowKey), name: name, born: born, died: died, gender: gender,
      nhsNumber: number, practiceCode: practice == "~" || practice.isEmpty ? nil : practice, locality: locality,
      riskValue: riskValue, riskUnit: riskUnit, riskModel: riskModel, riskRunOn: riskRunOn, planStatus: planStatus,
      noPlanReason: noPlanReason, reviewDue: review, namedSocialWorker: socialWorker, enrolment: enrolment,
      hasSimilar: hasSimilar, dataQualityCount: dataQuality)
  }
}
