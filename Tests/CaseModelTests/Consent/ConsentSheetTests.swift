import CaseModel
import Testing

@Suite("The person's own sheet") struct ConsentSheetTests {
  static func sheet(_ decisions: [ConsentSubject: ConsentDecision], enrolment: EnrolmentStatus = .enrolled)
    -> ConsentSheet
  {
    let today = Day(number: 16_805)
    var patient = Patient(
      id: ID("p"), version: 1, name: PersonName(family: "Begum", given: "Rahela", title: "Mrs"),
      born: Day(number: -10_397))
    patient.nhsNumber = NHSNumber(stored: "9990123012")
    var record = ConsentRecord(patient: patient, enrolment: enrolment)
    record.statements = ConsentSubject.allCases.compactMap { subject in
      decisions[subject].map {
        RecordedStatement(
          id: subject.rawValue,
          statement: ConsentStatement(subject: subject, decision: $0, basis: .explicitVerbal, at: today - 90),
          takenBy: "Jo Francis", organisation: "GP Care Group")
      }
    }
    record.restrictions = [
      SharingRestriction(
        id: "r", party: "Barts Health NHS Trust", isOrganisation: true, from: today - 3, to: nil, reason: "Her cousin",
        recordedBy: "Jo Francis")
    ]
    return ConsentSheet(
      record: record,
      organisations: ["Barts Health NHS Trust", "East London Foundation Trust", "Tower Hamlets Council"],
      practices: 36, practice: "Test Street Surgery",
      contacts: [.init(name: "Jo Francis", role: "care navigator", phone: "020 7946 0001")],
      madeAt: Moment(today, hour: 9, minute: 42), madeBy: "Jo Francis, care navigator")
  }

  private func words(_ sheet: ConsentSheet) -> String {
    sheet.sections.flatMap(\.paragraphs).joined(separator: " ")
  }

  @Test("it says what each answer was and when, and of what nobody asked that nobody asked") func answers() {
    let text = words(Self.sheet([.enrolment: .given, .shareCrisisExternal: .refused, .researchUse: .withdrawn]))
    #expect(text.contains("You said yes on 7 October 2015: to work with the team."))
    #expect(text.contains("You said no on 7 October 2015: to show your crisis plan outside the team."))
    #expect(text.contains("You took back the yes on 7 October 2015: to use your record for research."))
    #expect(text.contains("We have not asked you about talking to your carer."))
    #expect(text.contains("You asked us not to share with Barts Health NHS Trust."))
    #expect(text.contains("They may open it only in an emergency."))
    #expect(text.contains("You will always get help in an emergency"))
    #expect(text.contains("Jo Francis, your care navigator, phone 020 7946 0001"))
  }

  @Test("of a record that is closed it says so, and that it is kept") func closed() {
    let text = words(Self.sheet([.enrolment: .withdrawn], enrolment: .withdrawn))
    #expect(text.contains("Your record is closed to the team. It is kept"))
    #expect(!text.contains("These have signed"))
  }

  @Test("there is no code, no short date and no identifier in it") func plain() {
    for decision in ConsentDecision.allCases {
      let text = words(Self.sheet(Dictionary(uniqueKeysWithValues: ConsentSubject.allCases.map { ($0, decision) })))
      #expect(!text.contains("_") && !text.contains("-Oct-") && !text.contains("MDT") && !text.contains("!"), "\(text)")
    }
  }

  /// Flesch and Kincaid's grade: 6 is the reading age of about 11.
  @Test("a reader of about eleven can read it: grade 6 of Flesch and Kincaid at most, and no sentence of 30 words")
  func readingAge() {
    for (decisions, status) in [
      ([ConsentSubject: ConsentDecision](), EnrolmentStatus.enrolled),
      (Dictionary(uniqueKeysWithValues: ConsentSubject.allCases.map { ($0, .given) }), .enrolled),
      ([.enrolment: .withdrawn, .shareCrisisExternal: .refused], .withdrawn),
    ] {
      let text = words(Self.sheet(decisions, enrolment: status))
      let sentences = text.split(whereSeparator: { ".:!?".contains($0) }).filter { $0.contains { $0.isLetter } }
      let all = text.split(whereSeparator: { !$0.isLetter && $0 != "'" })
      let syllables = all.reduce(0) { $0 + Self.syllables($1) }
      let grade =
        0.39 * Double(all.count) / Double(sentences.count) + 11.8 * Double(syllables) / Double(all.count) - 15.59
      #expect(grade <= 6, "\(grade): \(text)")
      for sentence in sentences { #expect(sentence.split(separator: " ").count < 30, "\(sentence)") }
    }
  }

  private static func syllables(_ word: Substring) -> Int {
    let vowels = "aeiouy"
    var (count, wasVowel) = (0, false)
    for letter in word.lowercased() {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    if word.count > 2, word.hasSuffix("e"), !word.hasSuffix("le"), count > 1 { count -= 1 }
    return max(count, 1)
  }
}
