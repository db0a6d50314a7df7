internal import CaseModel

/// A caseload with every kind of mistake, one to a row, and a column that says which.
struct SampleMistakes {
  private typealias Change = (field: CaseloadField, value: String)

  private let borough: SampleBorough
  private let writer = CSVWriter(lineEnd: .crlf)

  init(_ borough: SampleBorough) { self.borough = borough }

  private static let changes: [(mistake: String, changes: [Change])] = [
    ("good", []), ("good", []),
    ("R-ID-01 check digit", [(.nhsNumber, "9990000019")]), ("R-ID-01 nine digits", [(.nhsNumber, "999000001")]),
    ("R-ID-01 eleven digits", [(.nhsNumber, "99900000181")]), ("R-ID-01 a letter", [(.nhsNumber, "99900000l8")]),
    ("R-ID-01 all zeros", [(.nhsNumber, "0000000000")]), ("R-ID-01 one digit ten times", [(.nhsNumber, "1111111111")]),
    ("R-ID-01 no check digit possible", [(.nhsNumber, "9990000000")]),
    ("R-ID-01 National Insurance number", [(.nhsNumber, "QQ123456C")]),
    ("R-ID-01 another character", [(.nhsNumber, "999/000/0018")]),
    ("good: R-ID-01 full-width digits are put right", [(.nhsNumber, "fullwidth")]),
    ("R-ID-03 not for a practice store", [(.nhsNumber, "9434765919")]),
    ("R-ID-04 neither number nor reason", [(.nhsNumber, "")]),
    ("R-ID-04 number and reason", [(.nhsUnavailableReason, "overseas-patient")]),
    ("R-ID-04 unknown reason", [(.nhsNumber, ""), (.nhsUnavailableReason, "lost the card")]),
    ("R-ID-05 same number twice, first", [(.nhsNumber, "same")]),
    ("R-ID-05 same number twice, second", [(.nhsNumber, "same")]),
    ("name missing", [(.familyName, "")]), ("name of spaces", [(.familyName, "   ")]),
    ("name too long", [(.familyName, String(repeating: "Wolfeschlegelstein", count: 3))]),
    ("name that drives a terminal", [(.familyName, "\u{1B}]0;owned\u{07}")]),
    ("name written backwards", [(.familyName, "\u{202E}namhaR")]),
    ("name under a heap of marks", [(.familyName, "Ze" + String(repeating: "\u{301}", count: 40))]),
    ("good: a person called NULL", [(.familyName, "NULL")]), ("good: one name only", [(.givenNames, "-")]),
    ("good: look-alike letter", [(.familyName, "R\u{430}hman")]),
    ("good: combining mark", [(.familyName, "Mun\u{303}oz")]),
    ("good: formula as a name", [(.familyName, "=HYPERLINK(\"http://x\",\"y\")")]),
    ("good: a quotation in a name", [(.familyName, "'); DROP TABLE plan;--")]),
    ("born on no day", [(.born, "31/02/1940")]), ("born in a short year", [(.born, "24/03/41")]),
    ("born in the future", [(.born, "2199-01-01")]), ("born too long ago", [(.born, "1880-01-01")]),
    ("born in words", [(.born, "spring 1940")]), ("born in Bengali digits", [(.born, "১২/০৩/১৯৪১")]),
    ("born missing", [(.born, "")]), ("born month first", [(.born, "03/24/1941")]),
    ("gender unknown word", [(.gender, "Q")]), ("ethnic category not on the list", [(.ethnicCategory, "Martian")]),
    ("interpreter neither yes nor no", [(.interpreter, "sometimes")]),
    ("postcode malformed", [(.postcode, "E1 44A")]),
    ("address line too long", [(.address1, String(repeating: "Long ", count: 9))]),
    ("good: strange telephone number", [(.phone, "ask next door")]),
    ("practice code missing", [(.practiceCode, "")]), ("practice code malformed", [(.practiceCode, "F99-1")]),
    ("good in form: practice that nobody knows, for the store to refuse", [(.practiceCode, "F98765")]),
    ("risk score without model", [(.riskModel, "")]), ("risk score without run date", [(.riskRunOn, "")]),
    ("risk score without unit", [(.riskUnit, "")]), ("risk model without score", [(.riskScore, "")]),
    ("risk over 100 percent", [(.riskScore, "134.0")]),
    ("risk probability over 1", [(.riskScore, "34.0"), (.riskUnit, "probability")]),
    ("risk count with a fraction", [(.riskScore, "4.5"), (.riskUnit, "count")]),
    ("risk with a comma", [(.riskScore, "34,5")]), ("risk that is no number", [(.riskScore, "NaN")]),
    ("risk run in the future", [(.riskRunOn, "2199-01-01")]), ("percentile over 100", [(.percentile, "101")]),
    ("status not on the list", [(.enrolmentStatus, "pending")]), ("route not on the list", [(.route, "by bus")]),
    ("I-5 enrolled without consent", [(.consentBasis, ""), (.consentOn, "")]),
    ("consent without date", [(.consentOn, "")]), ("consent basis not on the list", [(.consentBasis, "nodded")]),
    ("consent in the future", [(.consentOn, "2199-01-01")]), ("lives alone not on the list", [(.livesAlone, "mostly")]),
    ("last A&E in the future", [(.lastAEOn, "2199-01-01")]),
    ("last admission before birth", [(.lastAdmissionOn, "1800-01-01")]),
    ("control characters in a note", [(.note, "\u{1B}[2J\u{1B}[31mand then ordinary text")]),
    ("several at once", [(.nhsNumber, "12"), (.born, "never"), (.gender, "Q"), (.postcode, "nowhere")]),
  ]

  /// The file's text, one piece a row.
  func rows() -> [String] {
    var numbers = SampleNumbers(seed: borough.seed, after: 950_000)
    let same = numbers.next() ?? ""
    var rows = [writer.record(SampleBorough.columns.map(\.rawValue) + ["mistake"])]
    for (index, mistake) in SampleMistakes.changes.enumerated() {
      let number = numbers.next() ?? ""
      var cells = good(1000 + index, number)
      for change in mistake.changes {
        switch change.value {
        case "same": cells[change.field] = same
        case "fullwidth":
          let wide = number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
          cells[change.field] = String(String.UnicodeScalarView(wide))
        default: cells[change.field] = change.value
        }
      }
      rows.append(writer.record(SampleBorough.columns.map { cells[$0] ?? "" } + [mistake.mistake]))
    }
    rows.append("too few cells,Begum,Rahima\r\n")
    rows.append(rows[1].dropLast(2) + ",one cell too many\r\n")
    rows.append("\"text after a quotation mark\" here" + rows[2])
    rows.append(rows[0])
    rows.append(String(repeating: ",", count: SampleBorough.columns.count) + "\r\n")
    rows.append("\r\n")
    return rows
  }

  /// An enrolled person with everything filled in, so that a mistake stands alone.
  private func good(_ row: Int, _ number: String) -> SampleBorough.Cells {
    var cells = borough.person(row, number: number, isSouthWest: true)
    let asOf = borough.asOf
    let fixed: SampleBorough.Cells = [
      .riskModel: "QAdmissions", .riskModelVersion: "2014.1", .riskScore: "34.0", .riskUnit: "percent",
      .riskRunOn: (asOf - 30).iso, .percentile: "94.0", .riskPopulation: "41200", .enrolmentStatus: "enrolled",
      .enrolledOn: (asOf - 90).iso, .consentBasis: "explicit_written", .consentOn: (asOf - 97).iso,
    ]
    for (field, value) in fixed { cells[field] = value }
    return cells
  }
}
