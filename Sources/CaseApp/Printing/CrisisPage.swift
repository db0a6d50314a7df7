public import CaseModel
import SafeText
import TerminalKit

/// The crisis plan on one A4 page, to hang on a fridge: 80 columns, at most 58 lines, in the person's kind of dates
/// (mock-up 4b). What does not fit is shortened and the page says so.
///
/// Not on it, because it hangs in the home: the key safe's code, the safeguarding marker, hazards for staff, the number
/// for crews, prognosis, and who knows of it (decision 26).
public struct CrisisPage {
  public static let columns = 80
  public static let rows = 58

  /// One part: a label and rows of text beside it.
  public struct Block: Hashable, Sendable {
    public var label: String
    /// Each a paragraph of its own, broken into rows.
    public var paragraphs: [[String]]
    public var isUrgent = false
    /// A rule stands above it.
    var startsGroup = false
    var least = 1
    public var isCut = false
  }

  public let title: String
  public let side: String
  public let name: String
  public let preferred: String?
  public let nativeName: String?
  public let facts: [String]
  public private(set) var blocks: [Block]
  public let footer: [String]
  /// A part has no room at all.
  private var dropped = false

  private static let labelColumns = 20
  private static var room: Int { columns - labelColumns }

  /// - Parameters:
  ///   - copy: the number and the place of the copy; nil for one that is only looked at.
  ///   - printedBy: who printed it when.
  public init(
    of patient: Patient, _ record: CrisisPlanRecord, on day: Day, addresses: [Address] = [], telecoms: [Telecom] = [],
    signOffs: [CrisisSignOff] = [], copy: CrisisCopy? = nil, printedBy: String? = nil
  ) {
    let isExpired = record.status(on: day) == .expired
    title = isExpired ? CrisisClock.expiredBanner : "\(record.grade.words.uppercased()) CRISIS PLAN"
    side = "version \(record.versionNumber)  page 1 of 1"
    name = patient.name.shown()
    preferred = patient.name.preferred
    nativeName = patient.nativeName
    var facts = [
      "Born \(patient.born.long) (\(patient.age(on: day)) years)      NHS number \(patient.nhsNumber?.spaced ?? "not known")"
    ]
    if let address = addresses.first {
      facts.append(address.oneLine + (telecoms.first.map { "      Phone \($0.number)" } ?? ""))
    } else if let telecom = telecoms.first {
      facts.append("Phone \(telecom.number)")
    }
    self.facts = facts
    footer = CrisisPage.footer(record, copy, printedBy)
    blocks = CrisisPage.blocks(record, on: day, signOffs)
    let head = 3 + headRows
    shorten(to: CrisisPage.rows - head - 1 - footer.flatMap { CrisisPage.wrapped($0, CrisisPage.columns) }.count)
  }

  private static func wrapped(_ text: String, _ columns: Int) -> [String] {
    TextWidth.wrapped(safe(text, keepingNewlines: true), to: columns).map(\.text)
  }

  // MARK: What it says

  private static func blocks(_ record: CrisisPlanRecord, on day: Day, _ signOffs: [CrisisSignOff]) -> [Block] {
    let plan = record.plan
    var all = [Block]()
    func add(
      _ label: String, _ paragraphs: [String?], urgent: Bool = false, group: Bool = false, least: Int = 1,
      whole: Bool = false
    ) {
      let broken = paragraphs.compactMap { $0 }.filter { !$0.isEmpty }.map { wrapped($0, room) }
      guard !broken.isEmpty else { return }
      let count = broken.reduce(0) { $0 + $1.count }
      all.append(
        Block(
          label: label, paragraphs: broken, isUrgent: urgent, startsGroup: group,
          least: whole ? count : min(least, count)))
    }
    let state = plan.allergyState ?? .notRecorded
    add(
      "!! ALLERGY", [state == .known ? plan[.allergies] : state.words], urgent: true, group: true, whole: true)
    add("!! CPR", [plan.cpr.acted], urgent: true, whole: true)
    add("!! DO NOT", [plan[.avoid]], urgent: true)
    add("WHAT TO KNOW", [plan[.headline]], group: true, least: 2)
    add("IF THIS HAPPENS", plan.lines(.triggers))
    add(
      "FIRST DO", plan.lines(.firstSteps).enumerated().map { "\($0 + 1)  \($1)" },
      least: min(plan.lines(.firstSteps).count, 6))
    add("RING", contacts(plan), least: min(contacts(plan).count, 7))
    add("WHAT WORKS", [plan[.whatWorks]], least: 0)
    add("IF MY CARER CANNOT", [plan[.carerUnable]])
    add("WHAT I WANT", [plan[.wishes], plan[.culturalSpiritual]])
    add("WHERE I WANT TO BE", [plan.placeOfCare?.words])
    add("TREATMENT", [plan.ceiling.words + (plan[.ceilingDetails].map { ". \($0)" } ?? "")])
    add("IN MY HOME", [plan[.access], anticipatory(plan)])
    add("WHO DECIDES", [decides(plan)])
    add("LANGUAGE", [[plan[.interpreterLanguage], plan[.communication]].compactMap { $0 }.joined(separator: ". ")])
    add("MY CONDITIONS", [plan.lines(.keyDiagnoses).joined(separator: ", ")])
    add("MEDICINES, DEVICES", [plan[.criticalMedicines], plan[.oxygenDevices]])
    add("AS I USUALLY AM", [plan[.baseline]], least: 0)
    add("SIGNED FORMS", [forms(plan)], group: true, whole: true)
    add("AGREED", [agreed(record, signOffs)])
    return all
  }

  private static func contacts(_ plan: CrisisPlan) -> [String] {
    // At night the number that answers then comes first, and is cut last.
    let night = plan.contactsOutOfHours
    let all = (night + plan.contactsInHours.filter { !night.contains($0) }).map { contact in
      let isShort = TextWidth.width(of: safe(contact.who)) <= 24
      let who = TextWidth.prefix(of: safe(isShort ? contact.who : contact.name), fitting: 24)
      let gap = String(repeating: " ", count: max(26 - TextWidth.width(of: String(who)), 1))
      let phone = safe(contact.phone)
      let space = String(repeating: " ", count: max(17 - TextWidth.width(of: phone), 2))
      return "\(who)\(gap)\(phone)\(space)\(contact.hours)"
    }
    return ["Life-threatening emergency: 999"] + all
  }

  private static func anticipatory(_ plan: CrisisPlan) -> String? {
    guard plan.anticipatory == .inHome else { return nil }
    let place = plan[.anticipatoryWhere] ?? "where is not recorded"
    let until = plan.day(.anticipatoryExpiry).map { ", until \($0.long)" } ?? ""
    return "Medicines kept ready: \(place)\(until)"
  }

  private static func decides(_ plan: CrisisPlan) -> String {
    let first =
      switch plan.capacity {
      case .hasCapacity: "I can decide for myself."
      case .lacksCapacity: "I cannot decide this for myself."
      case .fluctuating: "Some days I can decide for myself, and some I cannot."
      case .notAssessed, nil: "Nobody has assessed whether I can decide this."
      }
    let attorney = [plan[.lpaNames], plan[.lpaPhone]].compactMap { $0 }.joined(separator: ", ")
    return
      "\(first) \(plan.lpa.map { $0 == .notKnown ? "Attorney: not known" : $0.words } ?? "Attorney not recorded")\(attorney.isEmpty ? "" : ": \(attorney)")."
  }

  /// R-CR-07: this page is never the legal form.
  private static func forms(_ plan: CrisisPlan) -> String {
    var parts = ["This page is not a legal form."]
    if plan.cpr == .doNotAttempt {
      parts.append("The signed CPR form is: \(plan[.cprDocument] ?? "WHERE IS NOT RECORDED").")
    }
    if plan.adrt?.exists == true {
      parts.append("The advance decision is: \(plan[.adrtDocument] ?? "WHERE IS NOT RECORDED").")
    }
    if let place = plan[.copyLocation] { parts.append("This copy belongs: \(place).") }
    return parts.joined(separator: " ")
  }

  private static func agreed(_ record: CrisisPlanRecord, _ signOffs: [CrisisSignOff]) -> String {
    var parts = [String]()
    let mine = signOffs.filter { $0.version == record.versionNumber }
    if record.grade == .confirmed, let with = record.plan.agreedWith, let name = record.plan[.agreedName] {
      parts.append(
        "With \(name) (\(with.words.lowercasedFirst))\(record.plan.day(.agreedOn).map { ", \($0.long)" } ?? "").")
    }
    for signOff in mine where [.approved, .confirmed].contains(signOff.act) {
      parts.append("\(signOff.act.words) by \(signOff.name), \(signOff.at.day.long).")
    }
    if let clock = record.clock, record.grade == .interim { parts.append("Interim: ends \(clock.expiresOn.long).") }
    if let review = record.reviewOn { parts.append("Check again by \(review.long).") }
    return parts.joined(separator: " ")
  }

  private static func footer(_ record: CrisisPlanRecord, _ copy: CrisisCopy?, _ printedBy: String?) -> [String] {
    var lines = [String]()
    let number = copy.map { "  Copy \($0.number), for: \($0.place)." } ?? "  Not a numbered copy."
    lines.append("\(printedBy.map { "Printed \($0)." } ?? "")\(number)".trimmed)
    let phone =
      (record.plan.contactsInHours.first ?? record.plan.contactsOutOfHours.first).map { ": \($0.phone)" } ?? ""
    lines.append("This paper may be out of date. Ring the team to check\(phone).")
    return lines
  }

  /// `9:42am`, as people are told a time.
  public static func time(_ clock: String) -> String {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return clock }
    let hour = parts[0] % 12 == 0 ? 12 : parts[0] % 12
    return "\(hour):\(clock.suffix(2))\(parts[0] < 12 ? "am" : "pm")"
  }

  // MARK: One page

  private var headRows: Int {
    nameLines.count + (nativeName.map { CrisisPage.wrapped($0, CrisisPage.columns).count } ?? 0)
      + facts.reduce(0) { $0 + CrisisPage.wrapped($1, CrisisPage.columns).count }
  }

  private var nameLines: [String] {
    let side = preferred.map { "Preferred name \($0)" } ?? ""
    let room = CrisisPage.columns - (side.isEmpty ? 0 : TextWidth.width(of: safe(side)) + 3)
    var lines = room >= 36 ? CrisisPage.wrapped(name, room) : CrisisPage.wrapped(name, CrisisPage.columns)
    guard !side.isEmpty else { return lines }
    if room >= 36 {
      lines[0] = CrisisPage.beside(lines[0], safe(side))
    } else {
      lines += CrisisPage.wrapped(side, CrisisPage.columns)
    }
    return lines
  }

  private static func beside(_ left: String, _ right: String) -> String {
    let gap = columns - TextWidth.width(of: left) - TextWidth.width(of: right)
    return left + String(repeating: " ", count: max(gap, 2)) + right
  }

  private mutating func shorten(to rows: Int) {
    let rules = blocks.count { $0.startsGroup }
    let parts = blocks.map { block in (wanted: block.paragraphs.reduce(0) { $0 + $1.count }, least: block.least) }
    let heights = RowShares.rows(parts, of: rows - rules - 1)
    guard zip(parts, heights).contains(where: { $0.wanted > $1 }) else { return }
    dropped = zip(blocks, heights).contains { $1 == 0 && !$0.paragraphs.isEmpty }
    for (index, height) in heights.enumerated() where height < parts[index].wanted {
      blocks[index].cut(to: height, columns: CrisisPage.room)
    }
    blocks.removeAll { $0.paragraphs.isEmpty }
  }

  public var isShortened: Bool { dropped || blocks.contains(where: \.isCut) }

  /// What is said where something did not fit.
  public static let shortened = "Shortened to fit (>>): the team has the whole plan."

  // MARK: As text

  /// The page, at most 58 lines of at most 80 columns.
  public var lines: [String] {
    var all = [CrisisPage.beside(title, side), String(repeating: "=", count: CrisisPage.columns)]
    all += nameLines
    if let nativeName { all += CrisisPage.wrapped(nativeName, CrisisPage.columns) }
    for fact in facts { all += CrisisPage.wrapped(fact, CrisisPage.columns) }
    let rule = String(repeating: "-", count: CrisisPage.columns)
    for block in blocks {
      if block.startsGroup { all.append(rule) }
      for (index, row) in block.paragraphs.flatMap({ $0 }).enumerated() {
        let label = index == 0 ? block.label : ""
        all.append(label + String(repeating: " ", count: CrisisPage.labelColumns - label.count) + row)
      }
    }
    all.append(rule)
    for line in footer { all += CrisisPage.wrapped(line, CrisisPage.columns) }
    if isShortened { all.append(CrisisPage.shortened) }
    return all
  }
}

extension CrisisPage.Block {
  /// Keeps so many rows, the last one marked.
  mutating func cut(to rows: Int, columns: Int) {
    paragraphs = RowShares.shorten(paragraphs, to: rows) { row in
      String(TextWidth.prefix(of: row, fitting: columns - 3)) + " >>"
    }
    isCut = true
  }
}
