import CaseModel

/// Finding people, passages and colleagues. Rows stream in the index's own order and stop at the limit, so that a common
/// name answers as fast as a rare one; only the few at hand are sorted.
struct Finding {
  let request: FindRequest
  let limit: Int
  let connection: any Connection
  let permit: Permit

  func results() throws -> FindResults {
    guard !request.isEmpty, limit > 0 else { return FindResults() }
    var keys = [(key: Int, by: [String])]()
    func add(_ found: [Int], _ by: [String]) {
      for key in found where !keys.contains(where: { $0.key == key }) { keys.append((key, by)) }
    }
    if let number = request.numberPrefix { add(try people(number: number), ["NHS No."]) }
    if let postcode = request.postcode { add(try people(postcode: postcode), ["postcode"] + birthWords) }
    if !request.words.isEmpty {
      if request.phrases.isEmpty { add(try people(family: request.words), ["name"] + birthWords) }
      let prefixes = request.words.map { SearchTerm.beginning($0) }
      if keys.count <= limit { add(try people(matching: prefixes), ["name"] + birthWords) }
      if keys.count < limit, request.phrases.isEmpty {
        add(try people(matching: request.words.map { Find.sound($0) }), ["sounds alike"] + birthWords)
      }
    } else if request.hasBirth, request.postcode == nil {
      add(try peopleByBirth(), birthWords)
    }
    let more = keys.count > limit
    var people = [FoundPerson]()
    for (key, by) in keys.prefix(limit) {
      if let person = try person(key, by), let shown = try sight.shown(person) { people.append(shown) }
    }
    let (passages, staff) = (try passages(), try staff())
    return FindResults(
      people: inOrder(people), passages: Array(passages.prefix(mostPassages)),
      staff: Array(staff.prefix(Self.mostStaff)),
      morePeople: more, morePassages: passages.count > mostPassages, moreStaff: staff.count > Self.mostStaff)
  }

  private var sight: FindingSight { FindingSight(permit: permit, connection: connection) }
  private var mostPassages: Int { min(limit, 10) }
  private static var mostStaff: Int { 5 }

  /// Those found by name stand by how they answer it: the family name whole, then a whole word of it, then the rest;
  /// and in the order of their names.
  private func inOrder(_ people: [FoundPerson]) -> [FoundPerson] {
    let places = people.indices.filter { people[$0].foundBy.first == "name" }
    let ranked = places.map { (rank: rank(people[$0].row.name), key: people[$0].row.name.likeness, place: $0) }
      .sorted { ($0.rank, $0.key, $0.place) < ($1.rank, $1.key, $1.place) }
    var ordered = people
    for (place, other) in zip(places, ranked) { ordered[place] = people[other.place] }
    return ordered
  }

  private func rank(_ name: PersonName) -> Int {
    let family = folded(name.family).split(separator: " ").map(String.init)
    if FindPhrase(words: family).place(in: request.words) != nil { return 0 }
    return family.contains { request.words.contains($0) } ? 1 : 2
  }

  private var birthWords: [String] {
    request.bornOn != nil ? ["birth date"] : request.bornYear != nil || request.bornYearEnd != nil ? ["birth year"] : []
  }

  // MARK: People

  private func people(number: String) throws -> [Int] {
    try keys(
      "SELECT e.row_key FROM caseload_entry e WHERE e.nhs_key >= $1 AND e.nhs_key < $2 ORDER BY e.nhs_key, e.row_key LIMIT $3",
      [.text(number), .text(number + ":"), most])
  }

  private func people(postcode: String) throws -> [Int] {
    try keys(
      """
      SELECT e.row_key FROM patient_address a JOIN caseload_entry e ON e.patient_id = a.patient_id \
      WHERE a.postcode_key = $1 AND a.entered_in_error = 0 ORDER BY e.row_key LIMIT $2
      """, [.text(postcode), most])
  }

  /// Those of exactly this family name, by given names: they come first however many names begin so.
  private func people(family words: [String]) throws -> [Int] {
    let family = words.joined(separator: " ")
    let birth = birthCondition(from: 3)
    let limit = 3 + birth.values.count
    // A dash is what follows the comma that ends the family name in a key.
    return try keys(
      """
      SELECT e.row_key FROM caseload_entry e WHERE e.name_key >= $1 AND e.name_key < $2 \(birth.sql) \
      ORDER BY e.name_key, e.row_key LIMIT $\(limit)
      """, [.text(family + ","), .text(family + "-")] + birth.values + [most])
  }

  private func people(matching terms: [SearchTerm]) throws -> [Int] {
    let birth = birthCondition(from: 2)
    let sql = connection.search.peopleMatching(birth.sql, limit: 2 + birth.values.count)
    let values = [.text(connection.search.query(terms))] + birth.values
    if request.phrases.isEmpty { return try keys(sql, values + [most]) }
    // The index knows no order of words: what it gives is held against the name.
    var found = [Int]()
    try connection.forEach(sql, values + [.of(Int.max)]) { row in
      let key = try row.int()
      if let person = try person(key, []), answersPhrases(person.row.name) { found.append(key) }
      return found.count <= limit
    }
    return found
  }

  private func answersPhrases(_ name: PersonName) -> Bool {
    let texts = ["\(name.given) \(name.family)", "\(name.family) \(name.given)", name.preferred ?? ""]
    return texts.contains { SearchedText($0).has(request.phrases) }
  }

  private func peopleByBirth() throws -> [Int] {
    let birth = birthCondition(from: 1)
    let limit = 1 + birth.values.count
    return try keys(
      "SELECT e.row_key FROM caseload_entry e WHERE 1 = 1 \(birth.sql) ORDER BY e.born_key, e.row_key LIMIT $\(limit)",
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
    let words = (request.phrases.flatMap(\.words) + request.looseWords).filter { $0.count >= 2 }
    // A single letter would find every plan; within quotation marks it says where the others stand.
    guard !words.isEmpty, !request.hasLetter else { return [] }
    var found = [FoundPassage]()
    let text = connection.search.query(words.map { .beginning($0) })
    let most = request.phrases.isEmpty ? mostPassages + 1 : Int.max
    try connection.forEach(connection.search.passagesMatching, [.text(text), .of(most)]) { row in
      if let passage = try passage(&row), try sight.mayRead(passage.patient) { found.append(passage) }
      return found.count <= mostPassages
    }
    let entries = EntryFinding(request: request, connection: connection, sight: sight)
    return found + (try entries.passages(words, limit: mostPassages + 1 - found.count))
  }

  /// Nil where the words are there and not as the phrase has them.
  private func passage(_ row: inout Columns) throws -> FoundPassage? {
    let id: ID<Patient> = try row.id()
    let source = try row.text()
    let version = row.intOrNil()
    let body = SearchedText(try row.text())
    guard body.has(request.phrases) else { return nil }
    let name = PersonName(
      family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
    let born = try row.day()
    let number = NHSNumber(stored: try row.text())
    return FoundPassage(
      patient: id, name: name, born: born, nhsNumber: number, source: Find.words(for: source, version),
      excerpt: body.excerpt(around: request.phrases, request.looseWords.filter { $0.count >= 2 }),
      hasSimilar: try row.flag())
  }

  // MARK: Colleagues

  private func staff() throws -> [StaffMember] {
    guard !request.words.isEmpty else { return [] }
    return try StaffRows.all(activeOn: nil, connection).filter { member in
      let own = nameWords([member.name]).split(separator: " ")
      return request.words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
  }
}

/// How words are looked up and shown again.
enum Find {
  /// A word as it sounds; kept in the index behind a 0, which begins no name.
  static func sound(_ word: String) -> SearchTerm { .whole(soundToken(word)) }

  /// The token under which a word's sound stands in the index of names.
  static func soundToken(_ word: String) -> String { "0" + soundKey(word) }

  /// What the index of names holds for somebody: their words, and each word as it sounds.
  static func indexed(_ words: String) -> String {
    let sounds = words.split(separator: " ").map { soundToken(String($0)) }
    return ([words] + sounds).joined(separator: " ")
  }

  /// What a text is part of: a plan that nobody has signed yet has no version.
  static func words(for source: String, _ version: Int?) -> String {
    guard source == "plan" else { return "Note" }
    guard let version else { return "Care plan" }
    return version == 0 ? "Care plan, draft" : "Care plan v\(version)"
  }
}
