import CaseModel

@testable import CaseStore

/// Choices that a seed gives again: every text, line, plan and filter of a run.
struct Chance: RandomNumberGenerator {
  private var state: UInt64
  init(seed: Int, operation: Int) {
    state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(operation) &* 0xD1B5_4A32_D192_ED03
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  /// One in so many.
  mutating func once(in count: Int) -> Bool { number(1...count) == 1 }
  mutating func one<T>(_ all: [T]) -> T { all[number(0...all.count - 1)] }
  mutating func maybe<T>(_ all: [T]) -> T? { once(in: 2) ? one(all) : nil }
  mutating func some<T>(_ all: [T], _ counts: ClosedRange<Int>) -> [T] { (0..<number(counts)).map { _ in one(all) } }

  // MARK: Texts

  static let families = [
    "Begum", "begum", "O'Brien", "Ó Súilleabháin", "O’Brien", "Đức", "da Silva", "van der Berg", "Smith-Jones", "Żak",
    "Müller", "Muller", "Zoe\u{301}", "Zoé", "রহমান", "ß", "Strauß", "Straussß", "İnan", "Ibanez", "Ibáñez", "X", "Åke",
    "Ali", "Ali Khan", "Khan", "Nguyễn", "N'Golo", "Æther", "Аман", "100", "Ma", "Mac", "MacLeod", "_a", "a%b", "Ⓒa",
  ]
  static let givens = [
    "Rahela", "rahela", "Amina", "Zoë", "Zoe", "José María", "Jean-Luc", "", "A", "Anne", "Ann", "বাংলা", "Seán", "Sean",
    "Winston", "O", "Mary Ann", "Maryann", "ﬁona", "Ⅷ", "ǅ", "Nasima",
  ]
  static let words = [
    "garden", "Garden", "gardens", "café", "cafe\u{301}", "বাংলা", "গান", "১২৩", "2016", "3.5", "x-ray", "don't", "don’t",
    "a_b", "100%", "stairs", "STAIRS", "walk", "walking", "naïve", "straße", "strasse", "ﬁt", "fit", "co-operate",
    "e.g.", "NHS", "999", "tea/coffee", "\u{202E}evil", "👩‍👩‍👧", "İstanbul", "istanbul", "the", "und", "i", "A&E", "o'",
    "\"quoted\"", "\\", "*", ":", "&", "|", "!", "(", "<->", "né", "l'été", "½", "x²", "ⅷ", "ａｂｃ", "soft\u{AD}hyphen",
    "Ⓐ1", "1Ⓑ", "©2016",
  ]
  mutating func text(_ counts: ClosedRange<Int> = 1...12) -> String {
    var text = some(Self.words, counts).joined(separator: once(in: 8) ? "\n" : " ")
    if once(in: 40) { text = String(repeating: text + " ", count: 60) }
    return text
  }

  /// What somebody types to find something.
  mutating func search() -> String {
    switch number(0...9) {
    case 0: one(Self.families)
    case 1: "\(one(Self.families)) \(one(Self.givens))"
    case 2: String(one(Self.families).prefix(number(1...4)))
    case 3: "\"\(one(Self.words)) \(one(Self.words))\""
    case 4: Numbers.all[number(0...Numbers.all.count - 1)].digits
    case 5: String(Numbers.all[number(0...Numbers.all.count - 1)].digits.prefix(number(1...9)))
    case 6:
      one(["1933", "24-Mar-1933", "1933-03-24", "24/03/1933", "", " ", "E1 4NS", "e14ns", "Bow", "francis", "okafor"])
    case 7: text(1...3)
    case 8: String(one(Self.words).prefix(number(1...3)))
    default: "\(one(Self.words)) \(one(Self.givens))"
    }
  }

  mutating func filter() -> CaseloadFilter {
    let terms = [
      "!", "*", "new", "mine", "dq", "similar", "risk>20", "risk<=31.2", "risk=0", "percentile>=80", "percentile<50",
      "age>80", "age<=75", "age=82", "born:1933", "born>1940", "due<14", "due<=28", "due>100", "due<0", "plan:none",
      "plan:draft", "plan:active", "plan:due", "plan:overdue", "plan:old", "practice:F99001", "practice:lantern",
      "locality:south", "locality:north", "network:3", "sw:none", "sw:okafor", "status:identified", "status:enrolled",
      "status:died", "gender:female", "gender:m", "be", "o", "ali", "müller", "muller", "zoe", "999", "99900", "1933",
      "রহ", "sean", "ó", "x",
    ]
    let typed = some(terms, 0...3).map { once(in: 5) ? "-\($0)" : $0 }.joined(separator: " ")
    do { return try CaseloadFilter(reading: typed) } catch { return .everyone }
  }

  // MARK: Lines of files

  mutating func day(_ from: String = "1915-01-01", _ days: Int = 30_000) -> Day {
    (Day(iso: from) ?? Borough.start) + number(0...days)
  }

  mutating func caseloadLine() -> CaseloadLine {
    let place = number(0...Numbers.all.count - 1)
    // A person mostly keeps their name and birth date, as the rules about who is who suppose.
    var own = Chance(seed: 4711, operation: place)
    let odd = once(in: 8)
    var line = CaseloadLine(
      nhsNumber: once(in: 25) ? nil : Numbers.all[place], familyName: odd ? one(Self.families) : own.one(Self.families),
      givenNames: once(in: 12) ? one(Self.givens) : own.one(Self.givens),
      born: once(in: 20) ? day() : own.day(), practiceCode: one(["F99001", "F99001", "F99002", "F99003", "F99009"]))
    if line.nhsNumber == nil { line.nhsUnavailableReason = .notKnown }
    line.title = maybe(["Mr", "Mrs", "Dr"])
    line.preferredName = once(in: 5) ? one(Self.givens) : nil
    line.gender = maybe(Gender.allCases)
    line.language = once(in: 4) ? one(["Bengali", "বাংলা", "English", "Somali"]) : nil
    line.interpreterRequired = maybe([true, false])
    if once(in: 3) {
      line.address = ["\(number(1...99)) Bow Road", "London"]; line.postcode = one(["E1 4NS", "E3 2AB"])
    }
    line.phone = once(in: 4) ? "020 7000 \(number(1000...9999))" : nil
    if once(in: 2) {
      line.risk = CaseloadLine.Risk(
        model: one(["QAdmissions", "PARR-30", "EFI"]), modelVersion: maybe(["2014.1"]),
        score: one([0, 0.1, 1, 12.5, 31.2, 33.333333333333336, 99.99, 0.3, 1e-7]),
        unit: one([.percent, .probability, .index]),
        runOn: day("2015-01-01", 380), percentile: maybe([0, 12.5, 79.9, 80, 99, 100]), population: maybe([1, 250_000]))
    }
    if once(in: 2) {
      line.enrolmentStatus = one([.identified, .invited, .enrolled, .enrolled, .declined, .died, .moved])
      line.enrolledOn = maybe([day("2014-01-01", 730)])
      if once(in: 2) { line.consent = .init(basis: one([.explicitWritten, .lpa]), on: day("2014-01-01", 730)) }
    }
    line.livesAlone = maybe([true, false])
    line.knownAllergies = once(in: 6) ? text(1...3) : nil
    line.longTermConditions = once(in: 6) ? some(["COPD", "diabetes", "CKD 3", "Crohn's"], 1...3) : []
    line.lastAEOn = once(in: 6) ? day("2015-01-01", 380) : nil
    line.lastAdmissionOn = once(in: 8) ? day("2015-01-01", 380) : nil
    line.note = once(in: 3) ? text() : nil
    return line
  }

  mutating func practiceLine() -> PracticeLine {
    PracticeLine(
      practiceCode: one(["F99001", "F99002", "F99003", "F99004"]), name: maybe(["Lantern Row", "Ropewalk", "Śluza"]),
      network: maybe(["Network 3", "Network 5", "network 3"]),
      locality: maybe(["South West", "North East", "Isle ó Dogs"]),
      from: once(in: 4) ? day("2015-06-01", 400) : nil, to: once(in: 6) ? day("2015-12-01", 300) : nil,
      phone: maybe(["020 7123 4567"]))
  }

  mutating func staffLine() -> StaffLine {
    StaffLine(
      name: one(["Chidi Okafor", "Jo Francis", "Zoë Adeyemi", "T. Halloran", "রফিক ইসলাম", "Ann Lee", "ann lee"]),
      role: one([.socialWorker, .careNavigator, .gp, .districtNurse, .mdtCoordinator]),
      organisation: one(["LBTH", "R9901", "F99003", "R0000"]), team: maybe(["Care navigation", "Team বি"]),
      locality: maybe(["South West", "North East", "Nowhere"]), phone: maybe(["07700 900123"]),
      languages: some(["Bengali", "Sylheti"], 0...2), wte: maybe([0, 0.5, 0.333, 1]),
      from: once(in: 3) ? day("2014-01-01", 700) : nil, to: once(in: 8) ? day("2016-01-01", 60) : nil,
      account: maybe(["okafor", "halloran", "adeyemi"]))
  }

  mutating func organisationLine() -> OrganisationLine {
    OrganisationLine(
      odsCode: one(["R9901", "R9902", "F99003", "F99004", "LBTH"]), name: maybe(["Barts Health", "Ropewalk", "Ünit"]),
      kind: maybe([.acute, .gpPractice, .localAuthority]), openFrom: once(in: 6) ? day("2000-01-01", 5000) : nil,
      closedOn: once(in: 10) ? day("2015-12-01", 200) : nil)
  }

  // MARK: Plans

  mutating func plan(_ old: CarePlan?, owner: ID<StaffMember>, _ newID: @escaping @Sendable () -> String) -> CarePlan {
    var plan = old ?? CarePlan(newID: newID)
    for _ in 0..<number(1...4) { change(&plan, owner: owner, newID) }
    if once(in: 2) { complete(&plan, owner: owner) }
    return plan
  }

  private mutating func change(_ plan: inout CarePlan, owner: ID<StaffMember>, _ newID: @Sendable () -> String) {
    func set(_ kind: PlanItemKind, _ key: PlanKey, _ value: String) {
      if let id = plan.single(kind)?.id { plan.set(key, of: id, to: value) }
    }
    switch number(0...7) {
    case 0: set(.aboutMe, .mostImportant, text())
    case 1: set(.requirement, .language, one(Self.words))
    case 2: set(.plan, .agreedName, one(Self.families))
    case 3:
      plan.add(PlanItem(id: ID(newID()), kind: .need, values: [.text: text(1...4), .domain: "functional"]))
    case 4:
      if let need = plan.items(.need).first {
        plan.add(
          PlanItem(
            id: ID(newID()), kind: .goal, parent: need.id,
            values: [.text: text(1...6), .importance: "08", .status: "active", .owner: one(Self.givens)]))
      }
    case 5: if let item = plan.items(.need).last { plan.remove(item.id) }
    case 6: if let goal = plan.items(.goal).first { plan.set(.text, of: goal.id, to: text(1...5)) }
    default: set(.plan, .nextReview, day("2015-10-01", 500).iso)
    }
  }

  /// What R-CP-01 asks for.
  private mutating func complete(_ plan: inout CarePlan, owner: ID<StaffMember>) {
    if let id = plan.single(.plan)?.id {
      for (key, value) in [
        (PlanKey.offer, "offered_accepted"), (.agreedWith, "person"), (.agreedName, "R"), (.agreedRole, "self"),
        (.agreedOn, "2016-01-04"), (.nextReview, day("2016-02-01", 300).iso), (.reviewOwner, owner.text),
        (.copyDecision, "given"), (.noEmergencyContact, "yes"),
      ] { plan.set(key, of: id, to: value) }
    }
    if let id = plan.single(.requirement)?.id {
      plan.set(.language, of: id, to: "Bengali")
      plan.set(.interpreterRequired, of: id, to: "yes")
    }
    if let id = plan.single(.aboutMe)?.id, plan.single(.aboutMe)?[.mostImportant] == nil {
      plan.set(.mostImportant, of: id, to: text(1...5))
    }
  }
}

/// Numbers for practice.
enum Numbers {
  static let all: [NHSNumber] = (0..<700).compactMap { NHSNumber(stored: "999000\(String(1000 + $0 * 11).suffix(4))") }
    .prefix(48).map { $0 }
}
