import CaseModel

/// Text that is searched by its words: what a plan says, and the note on a person.
enum Passages {
  enum Source: String { case plan, note }

  /// Makes the search know a person's text as it is now; an empty text is forgotten.
  static func refresh(
    _ source: Source, of patient: ID<Patient>, to text: String, _ connection: any Connection
  ) throws {
    let old = try connection.first(
      "SELECT row_key, text FROM passage WHERE patient_id = $1 AND source = $2", [.of(patient), .of(source)]
    ) { (key: try $0.int(), text: try $0.text()) }
    if let old {
      if old.text == text { return }
      try connection.search.forget(passage: old.text, of: old.key, connection)
      try connection.run("UPDATE passage SET text = $1 WHERE row_key = $2", [.text(text), .of(old.key)])
      try connection.search.learn(passage: text, of: old.key, connection)
    } else if !text.isEmpty {
      let key = try connection.first(
        "INSERT INTO passage (patient_id, source, text) VALUES ($1, $2, $3) RETURNING row_key",
        [.of(patient), .of(source), .text(text)]
      ) { try $0.int() }
      guard let key else { throw StoreFault(.unavailable, "the search could not be kept") }
      try connection.search.learn(passage: text, of: key, connection)
    }
  }
}
