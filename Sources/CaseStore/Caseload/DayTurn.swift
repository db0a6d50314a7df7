public import CaseModel

/// What a list's row says of a day, such as the locality of the practice and most of the data quality list, holds until
/// one of the dates it rests on comes: a link of a practice begins or ends, a practice closes, somebody leaves, a year
/// begins. The store keeps the day that its lists are as of, and the first write of another day brings them there, in
/// its own transaction, by looking only for people with a date that came in between.
enum DayTurn {
  /// The day that the lists are as of.
  static func listedOn(_ connection: any Connection) throws -> Day {
    let day = try connection.first("SELECT listed_on FROM store WHERE one = 1") { try $0.day() }
    guard let day else { throw StoreFault(.damaged, "the store does not say what day its lists are of") }
    return day
  }

  /// Whether anybody's row would change on a day.
  static func isDue(on today: Day, _ connection: any Connection) throws -> Bool {
    let day = try listedOn(connection)
    guard day != today else { return false }
    return try !people(between: day, and: today, connection).isEmpty
  }

  /// - Returns: whether it is the first change of another day.
  static func bring(in change: Change) throws -> Bool {
    let (connection, today) = (change.connection, change.at.day)
    let day = try listedOn(connection)
    guard day != today else { return false }
    for keys in runs(of: try people(between: day, and: today, connection)) {
      try CaseloadEntries.refresh(rowKeys: keys, today: today, connection)
    }
    try connection.run("UPDATE store SET listed_on = $1 WHERE one = 1", [.of(today)])
    return true
  }

  /// Row keys of everybody whose row may say something else on the one day than on the other. A practice store's clock
  /// may be set back, so either may be the earlier.
  private static func people(between one: Day, and other: Day, _ connection: any Connection) throws -> [Int] {
    let (first, last) = (min(one, other), max(one, other))
    var keys = Set<Int>()
    func add(_ sql: String, _ values: [Value]) throws {
      keys.formUnion(try connection.rows(sql, values) { try $0.int() })
    }
    let span: [Value] = [.of(first), .of(last)]
    try add(
      """
      SELECT row_key FROM caseload_entry WHERE practice_key IN (
        SELECT practice_code FROM practice_link WHERE start_on > $1 AND start_on <= $2
        UNION SELECT practice_code FROM practice_link WHERE end_on > $1 AND end_on <= $2
        UNION SELECT ods_code FROM organisation WHERE closed_on > $1 AND closed_on <= $2)
      """, span)
    // The last day at work is still one.
    try add(
      """
      SELECT e.row_key FROM staff w
      JOIN care_team_member t ON t.staff_id = w.id AND t.end_at IS NULL AND t.entered_in_error = 0
      JOIN caseload_entry e ON e.patient_id = t.patient_id WHERE w.active_to >= $1 AND w.active_to < $2
      UNION SELECT e.row_key FROM staff w JOIN care_plan_header h ON h.review_owner = w.id
      JOIN care_plan c ON c.id = h.plan_id JOIN caseload_entry e ON e.patient_id = c.patient_id
      WHERE w.active_to >= $1 AND w.active_to < $2
      """, span)
    try add("SELECT row_key FROM caseload_entry WHERE born_key > $1 AND born_key <= $2", span)
    // Older than 115 is counted by years, so it changes with the year.
    let years = (first.parts.year - DataQuality.oldest, last.parts.year - DataQuality.oldest)
    if years.0 != years.1, let from = Day(year: years.0, month: 1, day: 1),
      let to = Day(year: years.1, month: 1, day: 1)
    {
      try add("SELECT row_key FROM caseload_entry WHERE born_key >= $1 AND born_key < $2", [.of(from), .of(to)])
    }
    return keys.sorted()
  }

  /// Keys that follow each other are refreshed together, a portion at a time.
  static func runs(of keys: [Int]) -> [ClosedRange<Int>] {
    var runs = [ClosedRange<Int>]()
    for key in keys {
      if let last = runs.last, key == last.upperBound + 1, last.count < 500 {
        runs[runs.count - 1] = last.lowerBound...key
      } else {
        runs.append(key...key)
      }
    }
    return runs
  }
}

extension CaseStore {
  /// Brings the lists to the day of `by`, if anything in them changes with it. The first write of a day does it anyhow;
  /// whoever only reads lists calls this when they begin.
  public func bringListsToDay(by: Writing) async throws(Problem) {
    guard !isReadOnly else { return }
    let what = "The lists were not brought to today."
    guard try await reading(what, .directory, { try DayTurn.isDue(on: by.at.day, $0) }) else { return }
    // Every transaction turns the day when it begins; this one owes nothing else.
    try await writing(what, .nothing(because: "what is derived is derived anew"), by) {
      try $0.audit(.update, "caseload", purpose: "lists as of \(by.at.day.short)")
    }
  }
}
