import CaseModel

/// Finding people, passages and colleagues. Rows stream in the index's own order and stop at the limit: nothing is
/// sorted, so that a common name answers as fast as a rare one.
struct Finding {
  let request: FindRequest
  let limit: Int
  let connection: any Connection

  func results() throws -> FindResults {
    guard !request.isEmpty, limit > 0 else { return FindResults() }
    var keys = [(key: Int, by: [String])]()
    func add(_ found: [Int], _ by: [String]) {
      for key in found where !keys.contains(where: { $0.key == key }) { keys.append((key, by)) }
    }
    if let number = request.numberPrefix { add(try people(number: number), ["NHS No."]) }
    if let postcode = request.postcode { add(try people(postcode: postcode), ["postcode"] + birthWords) }
    if !request.words.isEmpty {
      let prefixes = request.words.map { Find.prefix($0) }
      add(try people(matching: prefixes), ["name"] + birthWords)
      if keys.count < limit {
        add(try people(matching: request.words.map { Find.sound($0) }), ["sounds alike"] + birthWords)
      }
    } else if request.hasBirth, request.postcode == nil {
      add(try peopleByBirth(), birthWords)
    }
    let more = keys.count > limit
    var people = [FoundPerson]()
    for (key, by) in keys.prefix(limit) { if let person = try person(key, by) { people.append(person) } }
    return FindResults(
      people: people, passages: try passages(), staff: try staff(), morePeople: more)
  }

  private var birthWords: [String] {
    request.bornOn != nil ? ["birth date"] : request.bornYear != nil || request.bornYearEnd != nil ? ["birth year"] : []
  }

  // MARK: People

  private func people(number: String) throws -> [Int] {
    try keys(
      "SELECT e.row_key FROM caseload_entry e WHERE e.nhs_key >= $1 AND e.nhs_key < $2 ORDER BY e.nhs_key LIMIT $3",
      [.text(number), .text(number + ":"), most])
  }

  private func people(postcode: String) throws -> [Int] {
    try keys(
      """
      SELECT e.row_key FROM patient_address a JOIN caseload_entry e ON e.patient_id = a.patient_id \
      WHERE a.postcode_key = $1 AND a.entered_in_error = 0 LIMIT $2
      """, [.text(postcode), most])
  }

  private func people(matching words: [String]) throws -> [Int] {
    let birth = birthCondition(from: 2)
    return try keys(
      SQLiteSearchTables.peopleMatching(birth.sql, limit: 2 + birth.values.count),
      [.text(words.joined(separator: " "))] + birth.values + [most])
  }

  private func peopleByBirth() throws -> [Int] {
    let birth = birthCondition(from: 1)
    let limit = 1 + birth.values.count
    return try keys(
      "SELECT e.row_key FROM caseload_entry e WHERE 1 = 1 \(birth.sql) ORDER BY e.born_key LIMIT $\(limit)",
      birth.values + [most])
  }

  /// One more than is shown, so that it is known whether there are more.
  private var most: Value { .integer(Int64(limit + 1)) }

  private func keys(_ sql: String, _ values: [Value]) throws -> [Int] {
    try connection.rows(sql, values) { try $0.int() }
  }

  private func birthCondition(from number: Int) -> (sql: String, values: [Value]) {
    if let day = request.bornOn { return (" AND e.born_key = $\(number)", [.of(day)]) }
    if let year = request.bornYear, let start = Day(year: year, month: 1, day: 1),
      let end = Day(year: year, month: 12, day: 31)
    {
      return (" AND e.born_key >= $\(number) AND e.born_key <= $\(number + 1)", [.of(start), .of(end)])
    }
    if let end = request.bornYearEnd {
      return (" AND substr(e.born_key, 3, 2) = $\(number)", [.text(end < 10 ? "0\(end)" : "\(end)")])
    }
    return ("", [])
  }

  private func person(_ key: Int, _ by: [String]) throws -> FoundPerson? {
    let sql = "SELECT \(CaseloadSQL.columns), e.name_key FROM caseload_entry e WHERE e.row_key = $1"
    return try connection.first(sql, [.integer(Int64(key))]) {
      FoundPerson(row: try CaseloadRow(from: &$0, order: .name), foundBy: by)
    }
  }

  // MARK: Words in plans and notes

  private func passages() throws -> [FoundPassage] {
    let words = request.words.filter { $0.count >= 2 }
    guard !words.isEmpty, words.count == request.words.count else { return [] }
    let text = words.map { Find.prefix($0) }.joined(separator: " ")
    return try connection.rows(SQLiteSearchTables.passagesMatching, [.text(text), .integer(Int64(min(limit, 10)))]) {
      row in
      let id: ID<Patient> = try row.id()
      let source = try row.text()
      let version = row.intOrNil()
      let body = try row.text()
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      let born = try row.day()
      return FoundPassage(
        patient: id, name: name, born: born, nhsNumber: NHSNumber(stored: try row.text()),
        source: source == "plan" ? "Care plan v\(version ?? 0)" : "Note", excerpt: Find.excerpt(of: body, around: words)
      )
    }
  }

  // MARK: Colleagues

  private func staff() throws -> [StaffMember] {
    guard !request.words.isEmpty else { return [] }
    return try StaffRows.all(activeOn: nil, connection).filter { member in
      let own = nameWords([member.name]).split(separator: " ")
      return request.words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }.prefix(5).map { $0 }
  }
}

/// How words are looked up and shown again.
enum Find {
  /// The start of a word, as full-text search takes it. Folded words hold letters and digits only.
  static func prefix(_ word: String) -> String { "\"\(word)\"*" }

  /// A word as it sounds; kept in the index behind a 0, which begins no name.
  static func sound(_ word: String) -> String { "\"\(soundToken(word))\"" }

  /// The token under which a word's sound stands in the index of names.
  static func soundToken(_ word: String) -> String { "0" + soundKey(word) }

  /// What the index of names holds for somebody: their words, and each word as it sounds.
  static func indexed(_ words: String) -> String {
    let sounds = words.split(separator: " ").map { soundToken(String($0)) }
    return ([words] + sounds).joined(separator: " ")
  }

  /// Some words either side of the first one that was looked for: `..Rahela will ring her daughter..`
  static func excerpt(of text: String, around words: [String]) -> String {
    let all = text.split(whereSeparator: \.isWhitespace)
    let hit =
      all.firstIndex { part in
        let plain = folded(String(part)).split(separator: " ")
        return words.contains { word in plain.contains { $0.hasPrefix(word) } }
      } ?? 0
    let start = max(hit - 3, 0)
    let end = min(hit + 6, all.count)
    guard start < end else { return "" }
    return (start > 0 ? ".." : "") + all[start..<end].joined(separator: " ") + (end < all.count ? ".." : "")
  }
}
