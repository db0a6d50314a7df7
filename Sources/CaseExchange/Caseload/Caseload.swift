public import CaseModel

/// A caseload file: who is in the service, with risk, enrolment and consent.
public typealias CaseloadFile = ImportFile<Caseload>
/// A whole caseload file in memory.
public typealias CaseloadReading = ImportReading<Caseload>

/// The rules for a row of a caseload file.
///
/// - R-ID-01: an NHS number holds together, or each fault has its own words.
/// - R-ID-02: a number of a range that England does not issue is a warning.
/// - R-ID-03: a practice store takes numbers from 999 000 0000 only, a live store never does.
/// - R-ID-04: a number or a reason why there is none, never both and never neither.
/// - R-ID-05: one number on two lines rejects both, and each names the other.
/// - I-5: enrolled needs a consent with its date.
public struct Caseload: ImportKind {
  public static let oneOf: [CaseloadField] = [.nhsNumber, .nhsUnavailableReason]
  public static let surveys = true

  let today: Day
  let isPractice: Bool
  private var survey = NumberSurvey()

  /// - Parameter isPractice: whether the store is for practice (R-ID-03).
  public init(today: Day, isPractice: Bool) {
    self.today = today
    self.isPractice = isPractice
  }

  public mutating func survey(_ row: TableRow<CaseloadField>) {
    survey.add(row.untouched(.nhsNumber), line: row.record.line)
  }

  public mutating func endSurvey() { survey.end() }

  public func content(of row: inout RowReader<CaseloadField>) -> CaseloadLine? {
    let (number, reason) = identity(&row)
    let (family, given) = names(&row)
    let preferred = row.line(.preferredName, most: 70)
    let title = row.line(.title, most: 35)
    let born = birth(&row)
    let gender = row.choice(.gender, Gender.self)
    let ethnic = row.choice(.ethnicCategory, EthnicCategory.self)
    let language = row.line(.language, most: 60)
    let interpreter = row.yesNo(.interpreter)
    let address = address(&row)
    let postcode = postcode(&row)
    let phone = row.phone(.phone)
    let practice = row.code(.practiceCode, needed: true)
    let risk = risk(&row)
    let enrolment = enrolment(&row, born: born)
    let livesAlone = livesAlone(&row)
    let allergies = row.paragraphs(.knownAllergies, most: 500)
    let conditions = row.list(.longTermConditions, most: 200)
    let lastAE = pastDay(.lastAEOn, &row, born: born)
    let lastAdmission = pastDay(.lastAdmissionOn, &row, born: born)
    let note = row.paragraphs(.note, most: 4000)
    guard let born else { return nil }
    return CaseloadLine(
      nhsNumber: number, nhsUnavailableReason: reason, familyName: family, givenNames: given,
      preferredName: some(preferred), title: some(title), born: born, gender: gender, ethnicCategory: ethnic,
      language: some(language), interpreterRequired: interpreter, address: address, postcode: some(postcode),
      phone: some(phone), practiceCode: practice, risk: risk, enrolmentStatus: enrolment.status,
      enrolledOn: enrolment.on, route: enrolment.route, consent: enrolment.consent, livesAlone: livesAlone,
      knownAllergies: some(allergies), longTermConditions: conditions, lastAEOn: lastAE,
      lastAdmissionOn: lastAdmission, note: some(note))
  }

  // MARK: Who it is

  private func identity(_ row: inout RowReader<CaseloadField>) -> (NHSNumber?, NHSNumberUnavailableReason?) {
    let reason = row.choice(.nhsUnavailableReason, NHSNumberUnavailableReason.self)
    let text = row[.nhsNumber]
    if text.isEmpty {
      if row[.nhsUnavailableReason].isEmpty {
        row.complain(.nhsNumber, "R-ID-04", NHSNumber.Fault.empty.message)
      }
      return (nil, reason)
    }
    switch NHSNumber.read(text) {
    case .failure(let fault): row.complain(.nhsNumber, "R-ID-01", fault.message)
    case .success(let number):
      if !row[.nhsUnavailableReason].isEmpty {
        row.complain(.nhsUnavailableReason, "R-ID-04", "There is a number, so there is no reason to give. Clear one.")
      }
      if let fault = number.fault(inPracticeStore: isPractice) {
        row.complain(.nhsNumber, "R-ID-03", fault.message)
      }
      if let warning = number.warning { row.warn(.nhsNumber, "R-ID-02", "This number \(warning.message).") }
      let others = survey.lines(of: number).filter { $0 != row.row.record.line }
      if !others.isEmpty {
        let named = others.prefix(5).map(String.init).joined(separator: ", ")
        let more = others.count > 5 ? " and \(others.count - 5) more" : ""
        row.complain(
          .nhsNumber, "R-ID-05",
          "The same NHS number is on line\(others.count == 1 ? "" : "s") \(named)\(more). Find out whose it is.")
      }
      return (number, nil)
    }
    return (nil, nil)
  }

  private func names(_ row: inout RowReader<CaseloadField>) -> (String, String) {
    let family = row.line(.familyName, most: 35)
    if family.isEmpty {
      let spaces = !row.row.untouched(.familyName).isEmpty
      row.complain(.familyName, "name", spaces ? "A name of only spaces is no name." : "A family name is needed.")
    }
    var given = row.line(.givenNames, most: 35)
    if given == "-" { given = "" }
    if given.isEmpty { row.warn(.givenNames, "name", "There are no given names: a person with one name?") }
    for (field, name) in [(CaseloadField.familyName, family), (.givenNames, given)] {
      if name.lowercased() == "null" {
        row.warn(field, "name", "This is a name some people have, and what a system writes for an empty cell.")
      }
      if name.unicodeScalars.contains(where: { (48...57).contains($0.value) }) {
        row.warn(field, "name", "There is a digit in the name. Check it.")
      }
    }
    return (family, given)
  }

  private func birth(_ row: inout RowReader<CaseloadField>) -> Day? {
    if row[.born].isEmpty {
      row.complain(.born, "date", "A date of birth is needed.")
      return nil
    }
    guard let born = row.day(.born) else { return nil }
    if born > today {
      row.complain(.born, "future", "The date of birth is after today, \(today.short). Check the year.")
      return nil
    } else if born.years(to: today) > 115 {
      row.complain(.born, "age", "This makes the person \(born.years(to: today)) years old. Check the year.")
    }
    return born
  }

  private func pastDay(_ field: CaseloadField, _ row: inout RowReader<CaseloadField>, born: Day?) -> Day? {
    guard let day = row.day(field, notAfter: today) else { return nil }
    if let born, day < born { row.complain(field, "date", "The date is before the person was born.") }
    return day
  }

  private func livesAlone(_ row: inout RowReader<CaseloadField>) -> Bool? {
    switch YesNo(row[.livesAlone]) {
    case .yes: return true
    case .no: return false
    case .notKnown: return nil
    case nil:
      row.complain(.livesAlone, "list", "Enter yes, no or not known.")
      return nil
    }
  }

  // MARK: Where they live

  private func address(_ row: inout RowReader<CaseloadField>) -> [String] {
    let fields: [CaseloadField] = [.address1, .address2, .address3, .address4, .address5]
    let first = row[.address1]
    if first.count > 35, first.contains(","), fields.dropFirst().allSatisfy({ row[$0].isEmpty }) {
      let parts = first.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
      if parts.count <= 5, parts.allSatisfy({ $0.count <= 35 }) {
        _ = row.line(.address1, most: 200)
        return parts
      }
    }
    return fields.map { row.line($0, most: 35) }.filter { !$0.isEmpty }
  }

  private func postcode(_ row: inout RowReader<CaseloadField>) -> String {
    let text = row[.postcode]
    if text.isEmpty { return "" }
    if let postcode = Postcode.normalised(text) { return postcode }
    row.complain(.postcode, "postcode", "This is not a postcode. Write it like E1 4AA; no fixed abode is ZZ99 3VZ.")
    return ""
  }

  // MARK: Enrolment and consent

  private func enrolment(
    _ row: inout RowReader<CaseloadField>, born: Day?
  ) -> (status: EnrolmentStatus?, on: Day?, route: EnrolmentRoute?, consent: CaseloadLine.Consent?) {
    let status = row.choice(.enrolmentStatus, EnrolmentStatus.self)
    let on = pastDay(.enrolledOn, &row, born: born)
    let route = row.choice(.route, EnrolmentRoute.self)
    let before = row.complaints.count
    let consent = consent(&row)
    if status == .enrolled, consent == nil, row.complaints.count == before {
      row.complain(
        .enrolmentStatus, "I-5", "An enrolled person needs a consent: give its basis and its date, or another status.")
    }
    if status == .enrolled, on == nil, row[.enrolledOn].isEmpty {
      row.warn(.enrolledOn, "date", "The date of enrolment is not given.")
    }
    return (status, on, route, consent)
  }

  private func consent(_ row: inout RowReader<CaseloadField>) -> CaseloadLine.Consent? {
    let whole = row[.consent]
    if !whole.isEmpty {
      if !row[.consentBasis].isEmpty || !row[.consentOn].isEmpty {
        row.complain(.consent, "consent", "Consent is given twice. Use this column, or basis and date, not both.")
        return nil
      }
      // The date is what follows the last space, comma or semicolon.
      let end = whole.lastIndex { $0 == " " || $0 == "," || $0 == ";" } ?? whole.startIndex
      let last = trimmed(String(whole[end...].drop { $0 == "," || $0 == ";" }))
      guard let basis = ConsentBasis(reading: String(whole[..<end])), case .success(let on) = Day.inFile(last) else {
        row.complain(.consent, "consent", "Write the basis and the date, for example explicit_written 2015-10-01.")
        return nil
      }
      guard on <= today else {
        row.complain(.consent, "future", "The date is after today, \(today.short). Check the year.")
        return nil
      }
      return CaseloadLine.Consent(basis: basis, on: on)
    }
    let basis = row.choice(.consentBasis, ConsentBasis.self)
    let on = row.day(.consentOn, notAfter: today)
    switch (row[.consentBasis].isEmpty, row[.consentOn].isEmpty) {
    case (false, true): row.complain(.consentOn, "consent", "A consent needs its date.")
    case (true, false): row.complain(.consentBasis, "consent", "A consent needs its basis.")
    default: break
    }
    guard let basis, let on else { return nil }
    return CaseloadLine.Consent(basis: basis, on: on)
  }
}

/// Nil for an empty text.
func some(_ text: String) -> String? { text.isEmpty ? nil : text }
