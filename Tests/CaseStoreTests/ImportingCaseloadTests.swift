import CaseModel
import Testing

@testable import CaseStore

@Suite("Importing a caseload") struct ImportingCaseloadTests {
  let place: Place
  let borough: Borough

  init() async throws {
    place = try Place()
    borough = try await Borough(place)
  }

  @Test("everything a line says is in the record, and empty cells of a later file erase none of it")
  func whole() async throws {
    var line = try Lines.enrolled(try Lines.person("9990000018", score: (34.5, "2015-12-01")))
    line.preferredName = "আমিনা"
    line.title = "Mrs"
    line.gender = .female
    line.ethnicCategory = EthnicCategory(rawValue: "K")
    line.language = "Bengali"
    line.interpreterRequired = true
    line.address = ["12 Saltpetre Lane", "London"]
    line.postcode = "E1 4AA"
    line.phone = "020 7946 0812"
    line.route = .hospital
    line.livesAlone = true
    line.knownAllergies = "Penicillin"
    line.longTermConditions = ["COPD", "Heart failure"]
    line.lastAEOn = Day(iso: "2015-11-02")
    line.lastAdmissionOn = Day(iso: "2015-11-03")
    line.note = "Knock loudly; deaf on the left."
    let cell = ImportedCell(name: "shoe size", value: "4")
    let report = try await borough.caseload([line], unknown: [cell])
    #expect(report.isImported && report.new == 1 && report.rejected == 0)
    let bare = try Lines.person("9990000018")
    let again = try await borough.caseload([bare], "bare.csv", after: 7)
    #expect(again.unchanged == 1 && again.changed == 0)

    let record = try await borough.person("9990000018")
    let patient = record.patient
    #expect(patient.name == PersonName(family: "Choudry", given: "Amina", title: "Mrs", preferred: "আমিনা"))
    #expect(patient.gender == .female && patient.language == "Bengali" && patient.interpreterRequired == true)
    #expect(patient.livesAlone == true && patient.knownAllergies == "Penicillin" && patient.nhsVerification == "02")
    #expect(patient.longTermConditions == ["COPD", "Heart failure"])
    #expect(patient.practiceCode == "F99001" && patient.locality == "South West")
    #expect(record.addresses.map(\.oneLine) == ["12 Saltpetre Lane, London, E1 4AA"])
    #expect(record.telecoms.map(\.number) == ["020 7946 0812"])
    #expect(record.enrolments.map(\.status) == [.enrolled] && record.enrolments.first?.route == .hospital)
    #expect(record.consents.map(\.decision) == ["given"])
    #expect(record.scores.map(\.value) == [34.5])
    #expect(record.unknownColumns == [PersonRecord.UnknownColumn(name: "shoe size", value: "4")])
    let acute = try #require(record.partners.first { $0.organisationCode == "R9901" })
    #expect(acute.facts.map(\.text) == ["02-Nov-2015", "03-Nov-2015"])
    #expect(acute.source == "caseload file of 05-Jan-2016, not from their system")
    #expect(record.timeline.contains { $0.on == Day(iso: "2015-11-02") })
    let found = try await borough.store.find("loudly", limit: 5, by: borough.by, audited: false)
    #expect(found.passages.map(\.source) == ["Note"])
    let rows = try await borough.list()
    let row = try #require(rows.first)
    #expect(row.enrolment == .enrolled && row.riskValue == 34.5 && row.locality == "South West")
  }

  @Test("the same file twice changes nothing and says when and by whom")
  func twice() async throws {
    let lines = [try Lines.person("9990000018"), try Lines.person("9990000026", "Pike", "Leonard")]
    try await borough.caseload(lines)
    let before = try await borough.everything()
    for mode in [ImportMode.allOrNothing, .acceptGood, .preview] {
      let report = try await borough.caseload(lines, mode: mode, after: 1)
      #expect(report.alreadyImported == .init(at: borough.by.at, by: "Jo Francis", fileName: "first.csv"))
      #expect(!report.isImported)
    }
    #expect(try await borough.everything() == before)
  }

  @Test("the same people in another file are unchanged, and the age of what partners gave is today's")
  func unchanged() async throws {
    var line = try Lines.enrolled(try Lines.person("9990000018", score: (20, "2015-12-01")))
    line.longTermConditions = ["COPD"]
    line.phone = "020 7946 0812"
    line.postcode = "E1 4AA"
    try await borough.caseload([line])
    line.phone = "(020) 79460812"
    let report = try await borough.caseload([line], "again.csv", after: 10)
    #expect(report.unchanged == 1 && report.changed == 0 && report.new == 0)
    let partners = try await borough.person("9990000018").partners
    let partner = try #require(partners.first { $0.organisationCode == "F99001" })
    #expect(partner.asOf?.day == borough.by.at.day + 10)
  }

  @Test("a newer score leads the list, an older one goes into the history, and the same run twice is one score")
  func scores() async throws {
    try await borough.caseload([try Lines.person("9990000018", score: (20, "2015-11-01"))], "a.csv")
    let newer = try await borough.caseload([try Lines.person("9990000018", score: (35, "2015-12-01"))], "b.csv")
    #expect(newer.changed == 1 && newer.olderScores == 0)
    #expect(try await borough.list().first?.riskValue == 35)
    let older = try await borough.caseload([try Lines.person("9990000018", score: (50, "2015-10-01"))], "c.csv")
    #expect(older.changed == 1 && older.olderScores == 1)
    #expect(try await borough.list().first?.riskValue == 35)
    let same = try await borough.caseload([try Lines.person("9990000018", score: (35, "2015-12-01"))], "d.csv")
    #expect(same.unchanged == 1)
    #expect(try await borough.person("9990000018").scores.map(\.value) == [35, 20, 50])
  }

  @Test("a preview counts and changes nothing")
  func preview() async throws {
    try await borough.caseload([try Lines.person("9990000018")])
    let before = (try await borough.everything(), try await borough.store.changeNumber())
    let report = try await borough.caseload(
      [
        try Lines.person("9990000018", score: (20, "2015-11-01")), try Lines.person("9990000026", "Pike", "Leonard"),
        try Lines.person("9990000034", "Abernathy", "Ruth", practice: "F99999"),
      ], "more.csv", mode: .preview)
    #expect(report.changed == 1 && report.new == 1 && report.rejected == 1 && report.unknown == 1)
    #expect(report.rows == 3 && !report.isImported)
    #expect(try await borough.everything() == before.0)
    #expect(try await borough.store.changeNumber() == before.1)
  }

  @Test("all or nothing: one bad row means that nothing is imported, and every complaint is told")
  func allOrNothing() async throws {
    let before = try await borough.everything()
    let lines = [
      try Lines.person("9990000018"), try Lines.person("9990000026", "Pike", "Leonard", practice: "F99999"),
      try Lines.person("9990000034", "Abernathy", "Ruth", practice: "F99003"),
    ]
    let report = try await borough.caseload(lines)
    #expect(!report.isImported && report.rejected == 2)
    #expect(report.rejections.map(\.line) == [3, 4])
    #expect(report.rejections.flatMap(\.complaints).map(\.column) == ["Surgery", "Surgery"])
    #expect(report.rejections.flatMap(\.complaints).map(\.value) == ["F99999", "F99003"])
    #expect(report.rejections.last?.complaints.first?.message.contains("in no locality") == true)
    #expect(report.rejections.last?.raw == "raw line 4")
    #expect(try await borough.everything() == before)
  }

  @Test("accepting the good rows leaves the others out, hands them over, and the file may come again")
  func acceptGood() async throws {
    let lines = [
      try Lines.person("9990000018"), try Lines.person("9990000026", "Pike", "Leonard", practice: "F99999"),
    ]
    let report = try await borough.caseload(lines, mode: .acceptGood)
    #expect(report.isImported && report.new == 1 && report.rejected == 1)
    #expect(try await borough.list().map(\.name.family) == ["Choudry"])
    try await borough.practices([PracticeLine(practiceCode: "F99999", locality: "North East")], "q.csv")
    let again = try await borough.caseload(lines)
    #expect(again.isImported && again.new == 1 && again.unchanged == 1)
  }

  @Test("R-ID-03: a practice store takes no number of a real person")
  func practiceNumbers() async throws {
    let report = try await borough.caseload([try Lines.person("9434765919")])
    #expect(report.rejections.first?.complaints.map(\.rule) == ["R-ID-03"])
    #expect(report.rejections.first?.complaints.first?.column == "NHS No")
  }

  @Test("somebody without a number is known by birth date, names and practice")
  func withoutNumber() async throws {
    try await borough.caseload([try Lines.person(nil)])
    let same = try await borough.caseload([try Lines.person(nil, "CHOUDRY", score: (3, "2015-12-01"))], "b.csv")
    #expect(same.new == 0 && same.changed == 1)
    let other = try await borough.caseload([try Lines.person(nil, practice: "F99002")], "c.csv")
    #expect(other.new == 1 && other.possibleDuplicateCount == 1)
    let twice = try await borough.caseload([try Lines.person(nil, "Pike"), try Lines.person(nil, "Pike")], "d.csv")
    #expect(twice.rejections.map(\.line) == [3] && !twice.isImported)
    let numbered = try await borough.caseload([try Lines.person("9990000018")], "e.csv")
    #expect(numbered.changed == 1 && numbered.warnings.map(\.rule) == ["R-ID-04"])
    #expect(try await borough.person("9990000018").patient.nhsUnavailableReason == nil)
  }

  @Test("R-ID-06: 5 points are a possible duplicate, 4 are not; both are kept")
  func duplicates() async throws {
    var known = try Lines.person("9990000018")
    known.postcode = "E1 4AA"
    try await borough.caseload([known])
    var neighbour = try Lines.person("9990000026", "Pike", "Leonard", born: "1940-01-01")
    neighbour.postcode = "E1 4AA"
    let sameBirthAndPractice = try Lines.person("9990000034", "Abernathy", "Ruth")
    let sounding = try Lines.person("9990000042", "Chaudhry", "Ameena", practice: "F99002")
    var twin = try Lines.person("9990000050", "Pike", "Leonora", practice: "F99002")
    twin.postcode = "E1 4AA"
    let report = try await borough.caseload([neighbour, sameBirthAndPractice, sounding, twin], "b.csv")
    let named = report.possibleDuplicates.filter { $0.resembles.hasPrefix("CHOUDRY") }
    #expect(named.map(\.line) == [4, 5] && named.map(\.score) == [5, 5])
    #expect(named.first?.resembles == "CHOUDRY, Amina, born 24-Mar-1933, 999 000 0018")
    #expect(named.last?.shared == "date of birth, postcode")
    #expect(report.new == 4 && report.isImported)
  }

  @Test("R-ID-06: new people of one file who resemble each other are named by their lines")
  func duplicatesWithin() async throws {
    let lines = [
      try Lines.person("9990000018"), try Lines.person("9990000026", "Pike", "Leonard"),
      try Lines.person("9990000034", "Chaudhry", "Aminah", practice: "F99002"),
    ]
    for mode in [ImportMode.preview, .allOrNothing] {
      let report = try await borough.caseload(lines, mode: mode)
      #expect(report.possibleDuplicates.map(\.line) == [4])
      #expect(report.possibleDuplicates.first?.resembles == "line 2 of this file")
    }
  }

  @Test("D-GEO-1: a new practice is a dated row, and the list follows")
  func moved() async throws {
    try await borough.caseload([try Lines.person("9990000018")])
    try await borough.caseload([try Lines.person("9990000018", practice: "F99002")], "b.csv", after: 30)
    #expect(try await borough.person("9990000018").patient.locality == "North East")
    #expect(try await borough.list().first?.practiceCode == "F99002")
    #expect(try await borough.count("SELECT count(*) FROM registered_practice WHERE end_on = '2016-02-04'") == 1)
  }

  @Test("a new address ends the one before, a new telephone number comes first and the old one stays")
  func address() async throws {
    var line = try Lines.person("9990000018")
    line.address = ["12 Saltpetre Lane"]
    line.postcode = "E1 4AA"
    line.phone = "020 7946 0001"
    try await borough.caseload([line])
    line.address = ["Flat 3"]
    line.postcode = "E1 8YT"
    line.phone = "07700 900002"
    try await borough.caseload([line], "b.csv", after: 3)
    let record = try await borough.person("9990000018")
    #expect(record.addresses.map(\.oneLine) == ["Flat 3, E1 8YT"])
    #expect(record.telecoms.map(\.number) == ["07700 900002", "020 7946 0001"])
    #expect(record.telecoms.map(\.rank) == [1, 2])
  }

  @Test("people who share names are marked, whichever of them came first")
  func similar() async throws {
    try await borough.caseload([try Lines.person("9990000018")])
    try await borough.caseload(
      [try Lines.person("9990000026", "Choudry", "Amina", born: "1950-01-01", practice: "F99002")], "b.csv")
    #expect(try await borough.list().map(\.hasSimilar) == [true, true])
  }
}
