import CaseExchange
import CaseModel
import Testing

/// Tuesday 5 January 2016.
let today = Day(number: 16_805)

func reading(_ text: String, isPractice: Bool = true) -> CaseloadReading {
  CaseloadReading(FileBytes(text), Caseload(today: today, isPractice: isPractice))
}

/// One row from values by column, good unless they spoil it.
func row(_ changes: [(CaseloadField, String)] = []) -> CaseloadReading {
  var values: [(CaseloadField, String)] = [
    (.nhsNumber, "999 000 0018"), (.familyName, "Choudry"), (.givenNames, "Amina"), (.born, "24/03/1933"),
    (.practiceCode, "F99001"),
  ]
  for (field, value) in changes {
    if let index = values.firstIndex(where: { $0.0 == field }) {
      values[index].1 = value
    } else {
      values.append((field, value))
    }
  }
  let writer = CSVWriter(lineEnd: .lf)
  return reading(writer.record(values.map(\.0.rawValue)) + writer.record(values.map(\.1)))
}

func complaints(_ changes: (CaseloadField, String)...) -> [String] {
  let found = row(changes)
  return found.rejections.flatMap(\.complaints).map { "\($0.column) \($0.rule)" }
}

func warnings(_ changes: (CaseloadField, String)...) -> [String] {
  row(changes).lines.flatMap(\.warnings).map { "\($0.column) \($0.rule)" }
}

@Suite("Caseload rows")
struct CaseloadTests {
  @Test("A row with every column is read")
  func everything() throws {
    let found = row([
      (.preferredName, "আমিনা"), (.title, "Mrs"), (.gender, "F"), (.ethnicCategory, "Bangladeshi"),
      (.language, "Sylheti"), (.interpreter, "Y"), (.address1, "12 Lantern Row"), (.address4, "London"),
      (.postcode, "e14aa"), (.phone, "+44 20 7946 0018"), (.riskModel, "QAdmissions"), (.riskModelVersion, "2014.1"),
      (.riskScore, "34.5"), (.riskUnit, "percent"), (.riskRunOn, "2015-12-01"), (.percentile, "94"),
      (.riskPopulation, "41200"), (.enrolmentStatus, "Enrolled"), (.enrolledOn, "01-Oct-2015"), (.route, "risk score"),
      (.consent, "explicit_written 2015-10-01"), (.livesAlone, "yes"), (.knownAllergies, "Penicillin"),
      (.longTermConditions, "COPD; heart failure;;COPD"), (.lastAEOn, "2015-11-30 00:00:00"),
      (.lastAdmissionOn, "03/09/2015"), (.note, "=SUM(A1)\nsecond line"),
    ])
    let line = try #require(found.lines.first, "\(found.rejections) \(String(describing: found.refusal))").content
    #expect(line.nhsNumber?.digits == "9990000018")
    #expect(line.born == Day(year: 1933, month: 3, day: 24))
    #expect(line.preferredName == "আমিনা" && line.title == "Mrs")
    #expect(line.gender == .female && line.ethnicCategory == .bangladeshi && line.interpreterRequired == true)
    #expect(line.address == ["12 Lantern Row", "London"] && line.postcode == "E1 4AA")
    #expect(line.phone == "+44 20 7946 0018")
    let risk = try #require(line.risk)
    #expect(risk.score == 34.5 && risk.unit == .percent && risk.percentile == 94 && risk.population == 41_200)
    #expect(line.enrolmentStatus == .enrolled && line.route == .riskScore)
    #expect(line.consent?.basis == .explicitWritten && line.consent?.on == Day(year: 2015, month: 10, day: 1))
    #expect(line.livesAlone == true && line.longTermConditions == ["COPD", "heart failure"])
    #expect(line.lastAEOn == Day(year: 2015, month: 11, day: 30))
    #expect(line.note == "=SUM(A1)\nsecond line")
    #expect(found.lines.first?.warnings.isEmpty == true)
  }

  @Test(
    "R-ID-01: each way a number does not hold together has its own words",
    arguments: [
      ("9990000019", "does not fit"), ("1111111111", "same digit"), ("0000000000", "same digit"),
      ("123456789", "1 missing"), ("99900000181", "1 too many"), ("99900000l8", "character 9 is a letter"),
      ("QQ123456C", "National Insurance"), ("9990000000", "these nine digits"), ("999/000/0018", "digits only"),
    ])
  func number(text: String, words: String) throws {
    let complaint = try #require(row([(.nhsNumber, text)]).rejections.first?.complaints.first)
    #expect(complaint.rule == "R-ID-01")
    #expect(complaint.message.contains(words), "\(complaint.message)")
  }

  @Test("R-ID-01: spaces, hyphens, soft hyphens, no-break spaces and full-width digits are put right")
  func numberPutRight() {
    for text in ["999-000-0018", "999\u{A0}000\u{AD}0018", "\u{FF19}990000018"] {
      #expect(row([(.nhsNumber, text)]).lines.first?.content.nhsNumber?.digits == "9990000018")
    }
  }

  @Test("R-ID-02: a range that England does not issue is a warning")
  func range() {
    let text = "nhs_number,family_name,given_names,born,practice_code\n"
    let found = reading(
      text + "0101000006,A,B,1940-01-01,F99001\n9876543210,C,D,1940-01-01,F99001\n", isPractice: false)
    #expect(found.rejections.isEmpty)
    #expect(found.lines.flatMap(\.warnings).map(\.rule) == ["R-ID-02", "R-ID-02"])
  }

  @Test("R-ID-03: a practice store takes 999 numbers only, a live store never does")
  func practice() {
    let text = "nhs_number,family_name,given_names,born,practice_code\n%,A,B,1940-01-01,F99001\n"
    func rules(_ number: String, _ isPractice: Bool) -> [String] {
      let file = text.split(separator: "%").joined(separator: number)
      return reading(file, isPractice: isPractice).rejections.flatMap(\.complaints).map(\.rule)
    }
    #expect(rules("9434765919", true) == ["R-ID-03"])
    #expect(rules("9434765919", false) == [])
    #expect(rules("9990000018", false) == ["R-ID-03"])
    #expect(rules("9990000018", true) == [])
  }

  @Test("R-ID-04: a number or a reason, never both and never neither")
  func reason() {
    #expect(complaints((.nhsNumber, "")) == ["nhs_number R-ID-04"])
    #expect(row([(.nhsNumber, ""), (.nhsUnavailableReason, "overseas")]).lines.count == 1)
    #expect(complaints((.nhsUnavailableReason, "not known")) == ["nhs_unavailable_reason R-ID-04"])
    #expect(complaints((.nhsNumber, ""), (.nhsUnavailableReason, "lost")) == ["nhs_unavailable_reason list"])
  }

  @Test("R-ID-05: one number on two lines rejects both, and each names the other")
  func twice() {
    let found = reading(
      """
      nhs_number,family_name,given_names,born,practice_code
      9990000018,A,B,1940-01-01,F99001
      9990000026,C,D,1940-01-01,F99001
      999 000 0018,E,F,1941-01-01,F99001
      \u{FF19}990000018,G,H,1941-01-01,F99001

      """)
    #expect(found.lines.map(\.line) == [3])
    #expect(found.rejections.map(\.line) == [2, 4, 5])
    #expect(found.rejections.flatMap(\.complaints).allSatisfy { $0.rule == "R-ID-05" })
    #expect(found.rejections.first?.reason.contains("lines 4, 5") == true)
    #expect(found.rejections.last?.reason.contains("lines 2, 4") == true)
  }

  @Test(
    "Names that people have are accepted as they are",
    arguments: [
      "O'Brien-Ó Súilleabháin", "van der Berg", "X", "NULL", "null", "'); DROP TABLE plan;--", "রহিমা", "陈", "O’Neill",
      "Şahin", "'t Hooft",
    ])
  func realNames(name: String) {
    #expect(row([(.familyName, name)]).lines.first?.content.familyName == name)
  }

  @Test("Names that cannot be kept are complaints and never cut")
  func spoiledNames() {
    #expect(complaints((.familyName, "")) == ["family_name name"])
    #expect(complaints((.familyName, "   ")) == ["family_name name"])
    #expect(row([(.familyName, "  ")]).rejections[0].complaints[0].message.contains("only spaces"))
    #expect(complaints((.familyName, String(repeating: "x", count: 36))) == ["family_name text"])
    #expect(complaints((.familyName, String(repeating: "x", count: 10_000))) == ["family_name text"])
    #expect(complaints((.familyName, "\u{1B}]0;owned\u{07}")) == ["family_name text"])
    #expect(complaints((.familyName, "a\u{9B}31m")) == ["family_name text"])
    #expect(complaints((.familyName, "\u{202E}namhaR")) == ["family_name text"])
    #expect(complaints((.familyName, "e" + String(repeating: "\u{301}", count: 5000))) == ["family_name text"])
    #expect(row([(.familyName, String(repeating: "শ্রী", count: 12))]).lines.count == 1)
  }

  @Test("Doubtful names are warnings: one name, NULL, look-alike letters, digits, a lost letter")
  func doubtfulNames() {
    #expect(warnings((.givenNames, "-")) == ["given_names name"])
    #expect(warnings((.givenNames, "")) == ["given_names name"])
    #expect(warnings((.familyName, "NULL")) == ["family_name name"])
    #expect(warnings((.familyName, "R\u{430}hman")) == ["family_name text"])
    #expect(warnings((.familyName, "Rahman2")) == ["family_name name"])
    #expect(warnings((.familyName, "Mu\u{FFFD}oz")) == ["family_name text"])
  }

  @Test("Names typed with combining marks come out as those typed without")
  func normalised() {
    let name = row([(.familyName, "Mun\u{303}oz")]).lines.first?.content.familyName
    #expect(name.map { Array($0.unicodeScalars) } == Array("Mu\u{F1}oz".unicodeScalars))
  }

  @Test(
    "Dates that are none, or cannot be, are complaints",
    arguments: [
      ("", "date"), ("31/02/1940", "date"), ("1940", "date"), ("24/03/41", "date"), ("2016-01-06", "future"),
      ("1900-01-04", "age"), ("১২/০৩/১৯৪১", "date"), ("12/13/1940", "date"), ("٢٤/٠٣/١٩٤١", "date"),
    ])
  func dates(text: String, rule: String) {
    #expect(complaints((.born, text)) == ["born \(rule)"])
  }

  @Test("A person of 115 is accepted")
  func old() { #expect(row([(.born, "1900-01-06")]).lines.count == 1) }

  @Test("A score needs model, unit and run date, and stays in its range")
  func risk() {
    func spoiled(_ score: String, _ unit: String, _ more: [(CaseloadField, String)] = []) -> [String] {
      let all = [(CaseloadField.riskScore, score), (.riskUnit, unit), (.riskModel, "Q"), (.riskRunOn, "2015-12-01")]
      return row(all + more).rejections.flatMap(\.complaints).map(\.column)
    }
    #expect(complaints((.riskScore, "34")) == ["risk_model risk", "risk_unit risk", "risk_run_on risk"])
    #expect(complaints((.riskModel, "Q")) == ["risk_score risk"])
    #expect(complaints((.percentile, "90")) == ["risk_score risk"])
    for (score, unit) in [
      ("100.1", "percent"), ("-1", "percent"), ("1.01", "probability"), ("-1", "count"), ("1.5", "count"),
      ("nan", "index"), ("inf", "index"), ("1e3", "count"), ("34,5", "percent"), ("34%", "index"), ("0x1F", "count"),
    ] { #expect(spoiled(score, unit) == ["risk_score"], "\(score) \(unit)") }
    for (score, unit) in [
      ("0", "percent"), ("100", "%"), ("34%", ""), ("1", "probability"), ("0.36", "index"), ("12", "count"),
    ] {
      #expect(spoiled(score, unit) == [], "\(score) \(unit)")
    }
    #expect(spoiled("34", "percent", [(.percentile, "101")]) == ["percentile"])
    #expect(spoiled("34", "percent", [(.riskRunOn, "2016-01-06")]) == ["risk_run_on"])
  }

  @Test("I-5: enrolled needs a consent with its date")
  func consent() {
    #expect(complaints((.enrolmentStatus, "enrolled"), (.enrolledOn, "2015-10-01")) == ["enrolment_status I-5"])
    #expect(complaints((.consentBasis, "lpa")) == ["consent_on consent"])
    #expect(complaints((.consentOn, "2015-10-01")) == ["consent_basis consent"])
    #expect(complaints((.consent, "yes")) == ["consent consent"])
    #expect(complaints((.consent, "lpa, 2016-01-06")) == ["consent future"])
    #expect(complaints((.consent, "lpa 2015-01-06"), (.consentOn, "2015-10-01")) == ["consent consent"])
    #expect(row([(.enrolmentStatus, "enrolled"), (.consent, "written;01/10/2015")]).lines.count == 1)
    #expect(row([(.enrolmentStatus, "invited")]).lines.count == 1)
  }

  @Test(
    "Postcodes are put in form or refused", arguments: ["E1 4AA", "e14aa", "E1W 3TD", "SW1A1AA", "zz993vz", "GIR 0AA"])
  func postcodes(text: String) {
    #expect(row([(.postcode, text)]).lines.first?.content.postcode?.dropLast(3).last == " ")
    for bad in ["E1", "14 AAA", "E1 4A", "E1 44A", "EEE1 4AA", "E1\u{661} 4AA"] {
      #expect(complaints((.postcode, bad)) == ["postcode postcode"])
    }
  }

  @Test("One long address with commas is split over the lines")
  func address() {
    let found = row([(.address1, "Flat 12, 100 Lantern Row, Stepney, London")])
    #expect(found.lines.first?.content.address == ["Flat 12", "100 Lantern Row", "Stepney", "London"])
    #expect(complaints((.address1, String(repeating: "x", count: 36))) == ["address_1 text"])
  }

  @Test("All complaints of a row come at once, in column order, with values safe to show and cut at 60 characters")
  func allAtOnce() {
    let found = row([
      (.nhsNumber, "1234"), (.familyName, "\u{1B}[2J" + String(repeating: "x", count: 100)), (.born, "soon"),
      (.practiceCode, "F-1"), (.gender, "Q"), (.note, "bell\u{07}"),
    ])
    let all = found.rejections.flatMap(\.complaints)
    #expect(
      all.map(\.column) == ["nhs_number", "family_name", "family_name", "born", "gender", "practice_code", "note"])
    #expect(all[1].value == "<U+001B>[2J" + String(repeating: "x", count: 56) + "…")
    #expect(all.allSatisfy { $0.line == 2 })
  }
}
