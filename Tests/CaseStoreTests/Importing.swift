import CaseModel
import Synchronization
import Testing

@testable import CaseStore

/// A borough small enough to read: two practices in two localities, one acute trust, and files made of lines.
struct Borough {
  let store: CaseStore
  let by: Writing

  static let start = Day(number: 16_805)

  init(_ place: Place) async throws {
    store = try place.make()
    by = try await store.writing()
    try await organisations([
      OrganisationLine(odsCode: "R9901", name: "Barts Health", kind: .acute),
      OrganisationLine(odsCode: "F99003", name: "Nowhere Surgery", kind: .gpPractice),
    ])
    try await practices([
      PracticeLine(practiceCode: "F99001", name: "Lantern Row", network: "Network 3", locality: "South West"),
      PracticeLine(practiceCode: "F99002", name: "Ropewalk", network: "Network 5", locality: "North East"),
    ])
  }

  /// A file of these lines. Its fingerprint is that of its name, so that another name is another file.
  static func file<Line: Sendable>(
    _ lines: [Line], name: String = "file.csv", unknown: [ImportedCell] = [], failingAfter: Int? = nil
  ) -> ImportSource<Line> {
    var print = Fingerprint()
    print.add(Array("\(name) \(lines.count)".utf8))
    return ImportSource(
      fileName: name, fingerprint: print.hexadecimal, unknownColumns: unknown.map(\.name),
      headers: ["practice_code": "Surgery", "nhs_number": "NHS No"]
    ) { () throws(Problem) in
      var next = 0
      return { () throws(Problem) -> ImportRow<Line>? in
        if let failingAfter, next == failingAfter {
          throw Problem("Nothing was imported.", because: "The disk went away.", try: "Try again.")
        }
        guard next < lines.count else { return nil }
        defer { next += 1 }
        return .good(
          ImportedLine(line: next + 2, content: lines[next], unknown: unknown, raw: "raw line \(next + 2)"))
      }
    }
  }

  @discardableResult func organisations(
    _ lines: [OrganisationLine], _ name: String = "o.csv", mode: ImportMode = .allOrNothing
  ) async throws -> ImportReport {
    try await store.importOrganisations(Borough.file(lines, name: name), mode: mode, by: by)
  }

  @discardableResult func practices(
    _ lines: [PracticeLine], _ name: String = "p.csv", mode: ImportMode = .allOrNothing
  ) async throws -> ImportReport {
    try await store.importPractices(Borough.file(lines, name: name), mode: mode, by: by)
  }

  @discardableResult func staff(
    _ lines: [StaffLine], _ name: String = "s.csv", mode: ImportMode = .allOrNothing
  ) async throws -> ImportReport {
    try await store.importStaff(Borough.file(lines, name: name), mode: mode, by: by)
  }

  @discardableResult func caseload(
    _ lines: [CaseloadLine], _ name: String = "first.csv", mode: ImportMode = .allOrNothing,
    unknown: [ImportedCell] = [], after days: Int = 0
  ) async throws -> ImportReport {
    var by = by
    by.at = by.at + days * 86_400
    return try await store.importCaseload(Borough.file(lines, name: name, unknown: unknown), mode: mode, by: by)
  }

  func person(_ number: String) async throws -> PersonRecord {
    let nhs = try #require(NHSNumber(stored: number))
    let id = try await store.patient(nhs: nhs)
    // Also of those who do not want to be shown: it is looked at what the file has left.
    return try await store.reading("No.") { [by] in
      try PersonReading.record(try #require(id), today: by.at.day, $0)
    }
  }

  func list() async throws -> [CaseloadRow] {
    try await store.caseload(
      CaseloadQuery(sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id, reach: .register), page: .first,
      limit: 100)
  }

  /// How many rows every table has and what is in it, so that "nothing changed" means nothing at all.
  func everything() async throws -> String {
    try await store.reading("No.") { connection in
      var input = HashInput()
      for table in try connection.tables() {
        let digest = try TableDigest.of(table, connection)
        input.add("\(table.name): \(digest.rows) \(digest.digest)")
      }
      return SHA256.hex(input.bytes)
    }
  }

  func count(_ sql: String) async throws -> Int { try await store.reading("No.") { try $0.count(sql) } }
}

/// Lines to begin with.
enum Lines {
  static func person(
    _ number: String?, _ family: String = "Choudry", _ given: String = "Amina", born: String = "1933-03-24",
    practice: String = "F99001", score: (Double, String)? = nil
  ) throws -> CaseloadLine {
    var line = CaseloadLine(
      nhsNumber: try number.map { try #require(NHSNumber(stored: $0)) },
      nhsUnavailableReason: number == nil ? .notKnown : nil, familyName: family, givenNames: given,
      born: try #require(Day(iso: born)), practiceCode: practice)
    if let (value, runOn) = score {
      line.risk = CaseloadLine.Risk(
        model: "QAdmissions", modelVersion: "2014.1", score: value, unit: .percent, runOn: try #require(Day(iso: runOn))
      )
    }
    return line
  }

  static func enrolled(_ line: CaseloadLine, on day: String = "2015-10-01") throws -> CaseloadLine {
    var line = line
    line.enrolmentStatus = .enrolled
    line.enrolledOn = Day(iso: day)
    line.consent = CaseloadLine.Consent(basis: .explicitWritten, on: try #require(Day(iso: day)))
    return line
  }
}

/// Counts how often something happened, in closures that may run anywhere.
final class Counter: Sendable {
  private let count = Atomic(0)
  func next() -> Int { count.add(1, ordering: .sequentiallyConsistent).newValue }
}
