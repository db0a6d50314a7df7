import CaseModel

/// Words in visits and advice, found by an index of the words that stand in them.
struct EntryFinding {
  let request: FindRequest
  let connection: any Connection
  let sight: FindingSight

  /// At most `limit`, in the order of the index.
  func passages(_ words: [String], limit: Int) throws -> [FoundPassage] {
    // The longest word is in the fewest entries.
    guard limit > 0, let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    var (found, seen) = ([FoundPassage](), Set<String>())
    try connection.forEach(
      """
      SELECT w.patient_id, e.id, e.kind, e.at, e.found, e.follows, e.given_to, p.family_name, p.given_names, p.title,
        p.preferred_name, p.birth_date, p.nhs_number, COALESCE(c.has_similar, 0)
      FROM care_entry_word w JOIN care_entry e ON e.patient_id = w.patient_id AND e.id = w.entry_id
      JOIN patient p ON p.id = w.patient_id LEFT JOIN caseload_entry c ON c.patient_id = w.patient_id
      WHERE w.word >= $1 AND w.word < $2 AND e.entered_in_error = 0 ORDER BY w.word, w.patient_id, w.entry_id
      """, [.text(longest), .text(longest + "\u{10FFFD}")]
    ) { row in
      let (patient, id): (ID<Patient>, String) = (try row.id(), try row.text())
      guard seen.insert(id).inserted else { return true }
      let (kind, at): (CareEntry.Kind, Moment) = (try row.code(), try row.moment())
      let people = try connection.rows(
        "SELECT name FROM care_entry_person WHERE patient_id = $1 AND entry_id = $2 ORDER BY position",
        [.of(patient), .text(id)]
      ) { try $0.text() }
      let parts = [try row.text(), row.textOrNil(), row.textOrNil()].compactMap { $0 } + people
      let text = parts.joined(separator: " ")
      let body = SearchedText(text)
      let own = FindPhrase.words(of: text)
      guard body.has(request.phrases), words.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }),
        try sight.mayRead(patient)
      else { return true }
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      found.append(
        FoundPassage(
          patient: patient, name: name, born: try row.day(),
          nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) },
          source: "\(kind.words), \(at.day.short)",
          excerpt: body.excerpt(around: request.phrases, request.looseWords.filter { $0.count >= 2 }),
          hasSimilar: try row.flag()))
      return found.count < limit
    }
    return found
  }
}
