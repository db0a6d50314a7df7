import CaseExchange
import CaseModel
import Testing

@Suite("Tables")
struct TableTests {
  private func check<Field: TableField>(_ kind: Field.Type) {
    var owners = [String: Field]()
    for field in Field.allCases {
      for name in Set(([field.rawValue] + field.synonyms).map(plainLetters)) {
        #expect(owners[name] == nil, "\(name) means two columns")
        owners[name] = field
      }
      #expect(field.meaning.hasSuffix("."))
    }
    #expect(Field.descriptions.count == Field.allCases.count)
  }

  @Test("No header means two columns, and every column is described")
  func synonyms() {
    check(CaseloadField.self)
    check(OrganisationField.self)
    check(PracticeField.self)
    check(StaffField.self)
  }

  private func faults(_ text: String) -> [FileFault.Kind] { reading(text).refusal?.faults.map(\.kind) ?? [] }

  @Test("Headers of other systems are known in any order, case and punctuation")
  func headers() {
    let found = reading(
      "\u{FEFF}D.O.B.,FORENAME,nhs-no,GP Practice_Code,Sur Name,Shoe size,\r\n24/03/1933,Amina,9990000018,f99001,Choudry,4,\r\n"
    )
    #expect(found.lines.first?.content.practiceCode == "F99001")
    #expect(found.header?.unknown == ["Shoe size", "(column 7)"])
    #expect(found.lines.first?.unknown.map { [$0.name, $0.value] } == [["Shoe size", "4"]])
    #expect(found.header?.name(of: .born) == "D.O.B.")
  }

  @Test("A file without a header, or with another separator, is refused with the reason")
  func noHeader() {
    #expect(faults("9990000018,Choudry,Amina\n") == [.noHeader])
    #expect(faults("nhs_number;family_name;born\n") == [.otherSeparator("semicolons")])
    #expect(faults("nhs_number\tfamily_name\tborn\n") == [.otherSeparator("tabs")])
    #expect(faults("") == [.empty])
    #expect(faults("\u{FEFF}\n,,,\n\n") == [.empty])
  }

  @Test("Missing and repeated headers are named, all at once")
  func spoiledHeader() {
    #expect(
      faults("Surname,Last name,Shoe,Shoe\n") == [
        .repeatedHeader(["Surname", "Last name"], column: "family_name"),
        .repeatedHeader(["Shoe", "Shoe"], column: "the same"),
        .missingColumns(["nhs_number or nhs_unavailable_reason", "born", "practice_code"]),
      ])
  }

  @Test("A line with too few or too many cells, and a header in the middle, are complaints of that line")
  func counts() {
    let found = reading(
      """
      nhs_number,family_name,given_names,born,practice_code
      9990000018,Choudry,Amina,1933-03-24
      9990000026,Pike,Leonard,1938-03-24,F99001,,
      NHS_Number,Family name,Given names,Born,Practice code
      ,,,,
      9990000034,Abernathy,Ruth,1925-03-24,F99001
      "9990000042"x,Day,Osman,1925-03-24,F99001
      """)
    #expect(found.rejections.map(\.line) == [2, 3, 4, 7])
    #expect(found.rejections.flatMap(\.complaints).map(\.rule) == ["cells", "cells", "header", "quote"])
    #expect(found.lines.map(\.line) == [6])
    #expect(found.blankLines == 1)
    #expect(found.refusal == nil)
  }

  @Test("A rejects file holds the cells as they came and can be imported when put right, even twice")
  func rejects() throws {
    let found = reading("NHS No,Surname,forename,DOB,Practice,Extra\n9990000018,=A1,\"x, y\",1933-02-31,F99001,+1\n")
    let file = RejectsFile(for: try #require(found.header))
    let text = file.header + found.rejections.map(file.row).joined()
    #expect(text.contains("'=A1") && text.contains("'+1"))
    let again = reading(text)
    #expect(again.rejections.first?.cells.suffix(6) == ["9990000018", "=A1", "x, y", "1933-02-31", "F99001", "+1"])
    let second = RejectsFile(for: try #require(again.header))
    #expect(second.header == file.header)
    let right = reading(text.split(separator: "1933-02-31").joined(separator: "1933-02-28"))
    #expect(right.lines.first?.content.familyName == "=A1")
    #expect(right.lines.first?.unknown.map(\.value) == ["+1"])
    #expect(right.header?.unknown == ["Extra"])
  }

  @Test("Organisations: one code on two lines, a strange kind and dates the wrong way round are complaints")
  func organisations() {
    let text =
      "ODS,Name,Type,Opened,Closed\nR9901,A,acute,,\nr9901,B,GP practice,,\nR9903,C,bank,2015-01-01,2014-01-01\nX,D,,,\nR9905,E,council,2010-04-01,\n"
    let found = OrganisationReading(FileBytes(text), Organisations())
    #expect(found.rejections.map { $0.complaints.map(\.rule) } == [["twice"], ["twice"], ["list", "dates"], ["code"]])
    #expect(found.lines.map(\.content.kind) == [.localAuthority])
  }

  @Test("D-GEO-1: links of one practice may follow one another and never overlap; a row without one takes no part")
  func practices() {
    let text = """
      practice_code,name,network,locality,from,to
      F99001,A,Network 3,South West,2010-01-01,2015-01-01
      F99001,A,Network 4,South West,2015-01-01,
      F99002,B,Network 3,South West,2010-01-01,
      F99002,B,Network 4,South West,2015-01-01,
      F99003,C,Network 3,,,
      F99001,,,,,
      F99001,A new name,,,,
      """
    let found = PracticeReading(FileBytes(text), Practices())
    #expect(found.lines.map(\.line) == [2, 3, 6, 7, 8])
    #expect(found.rejections.map { $0.complaints.map(\.rule) } == [["D-GEO-1"], ["D-GEO-1"]])
    #expect(found.lines[2].warnings.map(\.column) == ["locality"])
  }

  @Test("Staff: roles in words, whole-time equivalents to 1.5, one account once, strange shapes only warn")
  func staff() {
    let text = """
      name,role,organisation,professional_body,registration_no,phone,email,wte,languages,from,to,account
      Farida Rahmani,Care navigator,R9904,,,020 7946 0001,farida@example.nhs.uk,0.8,Bengali; Sylheti,2015-01-01,,
      Iona Sefton,GP,F99001,GMC,712345,12,iona@,1.6,,,,iona
      Petra Lowe,District nurse,R9901,NMC,98I1234E,,,1,,2015-01-01,2014-01-01,iona
      Petra Lowe,wizard,R9901,,,,,,,,,
      Tomas Beck,hospital_sw,R9903,SWE,99,x,no,,,,,
      """
    let found = StaffReading(FileBytes(text), StaffMembers())
    #expect(found.rejections.map { $0.complaints.map(\.rule) } == [["wte", "twice"], ["dates", "twice"], ["list"]])
    #expect(found.lines.map(\.content.role) == [.careNavigator, .hospitalSocialWorker])
    #expect(found.lines.first?.content.languages == ["Bengali", "Sylheti"])
    #expect(found.lines.last?.warnings.map(\.column) == ["registration_no", "phone", "email"])
  }
}
