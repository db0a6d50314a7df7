import CaseModel
import Testing

@testable import CaseStore

@Suite("Importing safely") struct ImportingSafelyTests {
  let place: Place
  let borough: Borough

  init() async throws {
    place = try Place()
    borough = try await Borough(place)
  }

  private func people(_ count: Int) throws -> [CaseloadLine] {
    var lines = [CaseloadLine]()
    var nine = 999_000_001
    while lines.count < count {
      let digits = String(nine).utf8.map { Int($0) - 48 }
      nine += 1
      guard let check = NHSNumber.checkDigit(of: digits) else { continue }
      let number = digits.map(String.init).joined() + String(check)
      lines.append(
        try Lines.enrolled(
          try Lines.person(
            number, "Family\(lines.count % 97)", "Given\(lines.count % 89)",
            born: Day(number: -12_000 + lines.count * 3).iso, score: (Double(lines.count % 100), "2015-12-01"))))
    }
    return lines
  }

  @Test("a file that fails half way leaves nothing, in every mode")
  func halfWay() async throws {
    let before = try await borough.everything()
    let lines = try people(1200)
    for mode in [ImportMode.preview, .allOrNothing, .acceptGood] {
      await #expect(throws: Problem.self) {
        try await borough.store.importCaseload(
          Borough.file(lines, failingAfter: 1100), mode: mode, by: borough.by)
      }
      #expect(try await borough.everything() == before)
    }
  }

  @Test("what the receiver of rejected rows throws ends the import, and nothing is kept")
  func rejectsCannotBeWritten() async throws {
    let before = try await borough.everything()
    let lines = [try Lines.person("9990000018"), try Lines.person("9990000026", "Pike", practice: "F99999")]
    await #expect(throws: Problem("No.", because: "The disk is full.", try: "Wait.")) {
      try await borough.store.importCaseload(
        Borough.file(lines), mode: .acceptGood, by: borough.by,
        rejected: { _ throws(Problem) in throw Problem("No.", because: "The disk is full.", try: "Wait.") })
    }
    #expect(try await borough.everything() == before)
  }

  @Test("a row that no longer fits when it is written means that nothing is imported, and to try again")
  func meanwhile() async throws {
    // What the row says when it is checked fits; what it says when it is written does not.
    let checked = Borough.file([try Lines.person("9990000018")])
    let written = Borough.file([try Lines.person("9990000018", practice: "F99999")])
    let opened = Counter()
    var source = checked
    source.open = { () throws(Problem) in try opened.next() == 1 ? checked.open() : written.open() }
    do {
      _ = try await borough.store.importCaseload(source, mode: .allOrNothing, by: borough.by)
      Issue.record("It was imported.")
    } catch {
      #expect(error.kind == .tryAgain)
    }
    #expect(try await borough.list().isEmpty)
  }

  @Test("two imports of the same file at once: its people are there once, and one audit row says so")
  func together() async throws {
    let lines = try people(40)
    let other = try await CaseStore.opened(place.path)
    let by = borough.by
    async let first = borough.store.importCaseload(Borough.file(lines), mode: .acceptGood, by: by)
    async let second = other.importCaseload(Borough.file(lines), mode: .acceptGood, by: by)
    var imported = 0
    do { imported += try await first.isImported ? 1 : 0 } catch {
      #expect([.conflict, .tryAgain].contains((error as? Problem)?.kind))
    }
    do { imported += try await second.isImported ? 1 : 0 } catch {
      #expect([.conflict, .tryAgain].contains((error as? Problem)?.kind))
    }
    #expect(imported == 1)
    #expect(try await borough.count("SELECT count(*) FROM patient") == 40)
    #expect(try await borough.count("SELECT count(*) FROM audit_event WHERE purpose LIKE 'caseload %'") == 1)
  }

  @Test("one import is one audit row with the file's name and the counts, and the chain holds")
  func audited() async throws {
    try await borough.caseload([try Lines.person("9990000018")], "January.csv")
    let events = try await borough.count("SELECT count(*) FROM audit_event WHERE action = 'import'")
    #expect(events == 3)
    let text = try await borough.store.reading("No.") {
      try $0.first("SELECT purpose FROM audit_event ORDER BY seq DESC LIMIT 1") { try $0.text() }
    }
    #expect(text == "caseload from January.csv, 1 row: 1 new, 0 changed, 0 unchanged, 0 rejected")
  }

  @Test("a large first import gives the same lists as a small one")
  func bulk() async throws {
    let lines = try people(1300)
    try await borough.caseload(lines)
    let otherPlace = try Place()
    let other = try await Borough(otherPlace)
    var source = Borough.file(lines)
    source.expectedRows = 60_000
    #expect(try await other.store.importCaseload(source, mode: .acceptGood, by: other.by).new == 1300)
    func entries(_ borough: Borough) async throws -> [String] {
      try await borough.store.reading("No.") {
        try $0.rows(
          """
          SELECT name_key || nhs_key || risk_key || practice_key || enrolment || has_similar || dq_count || search_text
          FROM caseload_entry ORDER BY nhs_key
          """
        ) { try $0.text() }
      }
    }
    #expect(try await entries(borough) == entries(other))
    #expect(try await borough.store.schemaSQL() == other.store.schemaSQL())
    let found = try await other.store.find("family12", limit: 50, by: other.by, audited: false)
    #expect(found.people.count == 14)
    #expect(try await other.store.engine.damage().isEmpty)
  }

  @Test("progress is told after each 500 rows")
  func progress() async throws {
    let lines = try people(1100)
    let heard = Counter()
    _ = try await borough.store.importCaseload(Borough.file(lines), mode: .preview, by: borough.by) { _ in
      _ = heard.next()
    }
    #expect(heard.next() == 4)
  }

  @Test("a fingerprint is SHA-256, however the bytes are cut")
  func fingerprint() {
    var print = Fingerprint()
    print.add(Array("a".utf8))
    print.add([])
    print.add(Array("bc".utf8))
    #expect(print.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
