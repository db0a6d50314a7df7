internal import CaseModel

/// Reads the cells of one row as values and gathers every complaint on the way.
public struct RowReader<Field: TableField> {
  public let row: TableRow<Field>
  public private(set) var complaints = [CellComplaint]()
  public private(set) var warnings = [CellComplaint]()

  init(_ row: TableRow<Field>) { self.row = row }

  subscript(field: Field) -> String { row[field] }

  func has(_ field: Field) -> Bool { row.header.has(field) }

  private func complaint(_ field: Field, _ rule: String, _ message: String) -> CellComplaint {
    CellComplaint(
      line: row.record.line, column: row.header.name(of: field), value: shown(row.untouched(field)), rule: rule,
      message: message)
  }

  mutating func complain(_ field: Field, _ rule: String, _ message: String) {
    complaints.append(complaint(field, rule, message))
  }

  mutating func warn(_ field: Field, _ rule: String, _ message: String) {
    warnings.append(complaint(field, rule, message))
  }

  mutating func complain(_ fault: FileFault) {
    complaints.append(
      CellComplaint(
        line: fault.line == 0 ? row.record.line : fault.line, column: "", value: shown(row.record.raw),
        rule: fault.rule, message: fault.text))
  }

  // MARK: Values

  /// A date in any form that files take, midnight after it allowed; nil when empty or complained about.
  mutating func day(_ field: Field, notAfter today: Day? = nil) -> Day? {
    var text = row[field]
    if text.isEmpty { return nil }
    if let day = Day(iso: text) { return check(day, field, notAfter: today) }
    for midnight in [" 00:00:00", " 00:00", "T00:00:00Z", "T00:00:00"] where text.hasSuffix(midnight) {
      text.removeLast(midnight.count)
      break
    }
    switch Day.inFile(text) {
    case .success(let day): return check(day, field, notAfter: today)
    case .failure(let fault):
      complain(field, "date", fault.message)
      return nil
    }
  }

  private mutating func check(_ day: Day, _ field: Field, notAfter today: Day?) -> Day? {
    if let today, day > today {
      complain(field, "future", "The date is after today, \(today.short). Check the year.")
      return nil
    }
    return day
  }

  /// One of a closed list; nil when empty or complained about.
  mutating func choice<Answer: Coded>(_ field: Field, _ kind: Answer.Type) -> Answer? {
    let text = row[field]
    if text.isEmpty { return nil }
    if let answer = Answer(reading: text) { return answer }
    complain(field, "list", "This is not on the list. Use one of: \(Answer.allowed).")
    return nil
  }

  /// Yes or no, as words, letters, 1 and 0; nil when empty or complained about.
  mutating func yesNo(_ field: Field) -> Bool? {
    switch YesNo(row[field]) {
    case .yes: return true
    case .no: return false
    case .notKnown where row[field].isEmpty: return nil
    case .notKnown, nil:
      complain(field, "list", "Enter yes or no.")
      return nil
    }
  }

  /// A decimal number with a full stop; nil when empty or complained about.
  mutating func number(_ field: Field, _ text: String? = nil) -> Double? {
    let text = text ?? row[field]
    if text.isEmpty { return nil }
    if let value = decimal(text) { return value }
    let comma = "Write the number with a full stop and no commas, for example 34.5."
    complain(field, "number", text.contains(",") ? comma : "This is not a number.")
    return nil
  }

  /// A text on one line, checked with `TextFault`.
  mutating func line(_ field: Field, most: Int) -> String { text(field, most: most, lines: false) }

  /// A text that may have lines.
  mutating func paragraphs(_ field: Field, most: Int) -> String { text(field, most: most, lines: true) }

  private mutating func text(_ field: Field, most: Int, lines: Bool) -> String {
    let text = row[field]
    if text.isEmpty { return "" }
    let (faults, doubts) = TextFault.all(in: text, most: most, lines: lines)
    for fault in faults { complain(field, "text", fault.message) }
    for doubt in doubts { warn(field, "text", doubt.message) }
    return text
  }
}

/// Yes, no, or said to be not known.
enum YesNo {
  case yes, no, notKnown

  init?(_ text: String) {
    switch plainLetters(text) {
    case "yes", "y", "true", "t", "1", "required": self = .yes
    case "no", "n", "false", "f", "0", "none", "notrequired": self = .no
    case "", "notknown", "unknown", "u", "notrecorded", "x": self = .notKnown
    default: return nil
    }
  }
}

/// A number of ASCII digits with at most one full stop and a minus sign: nothing that means another number elsewhere.
func decimal(_ text: String) -> Double? {
  var digits = 0
  var points = 0
  for (place, byte) in text.utf8.enumerated() {
    switch byte {
    case 48...57: digits += 1
    case 46: points += 1
    case 45 where place == 0: continue
    default: return nil
    }
  }
  guard digits > 0, digits <= 15, points <= 1 else { return nil }
  return Double(text)
}
