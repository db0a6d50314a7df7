import CaseExchange
import CaseModel
import Foundation
import Testing

@Suite("Sample data")
struct SampleTests {
  private static let files = sampleFiles(people: 8812, seed: 2016, asOf: today)

  private func text(_ name: String, of files: [SampleFile] = files) throws -> String {
    try #require(files.first { $0.name == name }).pieces().joined()
  }

  private static func caseload(_ text: String) -> CaseloadReading {
    CaseloadReading(FileBytes(text), Caseload(today: today, isPractice: true))
  }

  @Test("The files in sample-data are those that are made today, and stay under 3 MB")
  func fresh() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sample-data")
    var size = 0
    for file in SampleTests.files {
      let kept = try Data(contentsOf: folder.appending(path: file.name))
      #expect(kept == Data(file.pieces().joined().utf8), "\(file.name) is out of date: mdt sample sample-data")
      size += kept.count
    }
    #expect(size < 3_000_000)
  }

  @Test("The borough's caseload is good in every row, with every number once and from 999 000 0000")
  func borough() throws {
    let found = SampleTests.caseload(try text("caseload-borough.csv"))
    #expect(found.refusal == nil)
    #expect(found.rejections.map(\.reason) == [])
    #expect(found.lines.count == 8812)
    let numbers = found.lines.compactMap(\.content.nhsNumber)
    #expect(Set(numbers).count == 8812)
    #expect(numbers.allSatisfy { $0.isForPractice })
    #expect(found.lines.flatMap(\.warnings).isEmpty)
    let practices = Set(found.lines.map(\.content.practiceCode))
    #expect(practices.count == 36)
    let begums = found.lines.filter { $0.content.familyName == "Begum" }.count
    #expect(begums > 400)
    let young = found.lines.filter { $0.content.born.years(to: today) < 50 }.count
    #expect(young < 8812 / 10)
  }

  @Test("The South West's 412 are rows of the borough's file, as they are there")
  func southWest() throws {
    let borough = try text("caseload-borough.csv").split(separator: "\r\n")
    let southWest = try text("caseload-south-west.csv").split(separator: "\r\n")
    #expect(southWest.count == 413)
    #expect(Set(southWest).isSubset(of: Set(borough)))
    let codes = Set(SampleTests.caseload(try text("caseload-south-west.csv")).lines.map(\.content.practiceCode))
    #expect(codes == Set((1...8).map { "F9900\($0)" }))
  }

  @Test("An address has every letter of the name, those with marks as the letters they are made of")
  func addresses() throws {
    let staff = StaffReading(FileBytes(try text("staff.csv")), StaffMembers()).lines.map(\.content)
    for (name, address) in [
      ("Ayşe Müller", "ayse.muller"), ("Begoña da Silva", "begona.da.silva"),
      ("Małgorzata Łukasiewicz", "malgorzata.lukasiewicz"), ("Zoë Jackson", "zoe.jackson"),
    ] {
      #expect(staff.first { $0.name == name }?.email == "\(address)@example.nhs.uk")
    }
  }

  @Test("Organisations, practices and staff are good, and belong together")
  func others() throws {
    let organisations = OrganisationReading(FileBytes(try text("organisations.csv")), Organisations())
    let practices = PracticeReading(FileBytes(try text("practices.csv")), Practices())
    let staff = StaffReading(FileBytes(try text("staff.csv")), StaffMembers())
    #expect(organisations.rejections.isEmpty && practices.rejections.isEmpty && staff.rejections.isEmpty)
    #expect(staff.lines.flatMap(\.warnings).isEmpty && practices.lines.flatMap(\.warnings).isEmpty)
    let codes = Set(organisations.lines.map(\.content.odsCode))
    #expect(codes.count == 40)
    let now = practices.lines.filter { $0.content.to == nil }
    #expect(now.count == 36 && practices.lines.count == 38)
    #expect(Set(now.compactMap(\.content.network)).count == 8)
    #expect(Set(now.compactMap(\.content.locality)).count == 4)
    let southWest = now.filter { $0.content.locality == "South West" }
    #expect(Set(southWest.compactMap(\.content.network)) == ["Network 3", "Network 4"])
    #expect(southWest.count == 8)
    #expect(staff.lines.count == 60)
    #expect(Set(staff.lines.map(\.content.role)).count == StaffRole.allCases.count)
    #expect(staff.lines.allSatisfy { codes.contains($0.content.organisation) && $0.content.account == nil })
    #expect(practices.lines.allSatisfy { codes.contains($0.content.practiceCode) })
  }

  @Test("The file of mistakes: rows called good are good, all others are rejected")
  func mistakes() throws {
    let found = SampleTests.caseload(try text("caseload-with-mistakes.csv"))
    #expect(found.refusal == nil)
    #expect(found.header?.unknown == ["mistake"])
    for line in found.lines { #expect(line.unknown.first?.value.hasPrefix("good") == true, "\(line.raw)") }
    for rejection in found.rejections {
      #expect(
        rejection.cells.last?.hasPrefix("good") == false
          || rejection.complaints.contains { ["cells", "quote"].contains($0.rule) })
    }
    #expect(found.rejections.count > 60)
    let rules = Set(found.rejections.flatMap(\.complaints).map(\.rule))
    #expect(
      rules.isSuperset(of: [
        "R-ID-01", "R-ID-03", "R-ID-04", "R-ID-05", "I-5", "age", "cells", "code", "consent", "date", "future",
        "header",
        "list", "name", "number", "postcode", "quote", "risk", "text",
      ]))
    // All but the row of several mistakes and the one without an NHS number have one complaint each.
    #expect(found.rejections.filter { $0.complaints.count > 1 }.count == 1)
  }

  @Test("Another seed gives other people, the same seed the same, and a smaller borough the same first rows")
  func seeds() throws {
    let one = try text("caseload-borough.csv", of: sampleFiles(people: 300, seed: 1, asOf: today))
    #expect(try text("caseload-borough.csv", of: sampleFiles(people: 300, seed: 1, asOf: today)) == one)
    #expect(try text("caseload-borough.csv", of: sampleFiles(people: 300, seed: 2, asOf: today)) != one)
    let fewer = try text("caseload-borough.csv", of: sampleFiles(people: 200, seed: 1, asOf: today))
    #expect(one.hasPrefix(fewer))
    for count in [0, 1, 4, 5] {
      let small = try text("caseload-borough.csv", of: sampleFiles(people: count, seed: 1, asOf: today))
      #expect(SampleTests.caseload(small).lines.count == count)
    }
  }
}
