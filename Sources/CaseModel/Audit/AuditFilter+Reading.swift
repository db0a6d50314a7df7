/// Reading a filter of the audit as it is typed.
extension AuditFilter {
  public init(reading text: String, today: Day) throws(Fault) {
    self.init()
    var digits: (text: String, column: Int)?
    for piece in AuditFilter.pieces(text) {
      if piece.text.allSatisfy({ $0.isASCII && $0.isNumber }) {
        // An NHS number may be typed as it is read: 999 012 3012.
        digits = ((digits?.text ?? "") + piece.text, digits?.column ?? piece.column)
        continue
      }
      if let number = digits { try take(person: number.text, number.text, at: number.column) }
      digits = nil
      try take(piece.text, at: piece.column, today)
    }
    if let number = digits { try take(person: number.text, number.text, at: number.column) }
    if let from, let to, from > to {
      throw Fault(column: 1, term: text, message: "The first day comes after the last one.")
    }
  }

  /// A day that has been: `05-Jan-2016`, `today`, `yesterday`, `-7d`, `-2w`, `-3m`.
  public static func day(_ text: String, today: Day) -> Day? {
    let word = text.lowercased()
    if word == "today" { return today }
    if word == "yesterday" { return today - 1 }
    if word.hasPrefix("-"), let unit = word.last, let count = Int(word.dropFirst().dropLast()), (0...9999) ~= count {
      switch unit {
      case "d": return today - count
      case "w": return today - 7 * count
      case "m": return today.adding(months: -count)
      default: return nil
      }
    }
    if case .success(let day) = Day.inFile(text) { return day }
    return nil
  }

  /// An action by its code or by the words that lists have for it: `view`, `opened`, `break-glass`.
  public static func action(_ text: String) -> AuditAction? {
    let code = text.lowercased().split { $0 == "-" || $0 == " " || $0 == "_" }.joined(separator: "_")
    return AuditAction(rawValue: code)
      ?? AuditAction.allCases.first { $0.words.split(separator: " ").joined(separator: "_") == code }
  }

  public static let dayExample = "a day like 05-Jan-2016, today, yesterday or -7d"
  public static var actionNames: String { AuditAction.allCases.map(\.rawValue).joined(separator: ", ") }

  private mutating func take(_ term: String, at column: Int, _ today: Day) throws(Fault) {
    func fault(_ message: String) -> Fault { Fault(column: column, term: term, message: message) }
    if term.lowercased() == "denied" { return actions.append(.denied) }
    guard let sign = term.firstIndex(where: { $0 == ":" || $0 == "=" }) else {
      throw fault("Say staff:\(term) for what somebody did, or use action:, from:, to:, organisation:, an NHS number.")
    }
    let key = term[..<sign].lowercased()
    let value = String(term[term.index(after: sign)...]).filter { $0 != "\"" }
    guard !value.isEmpty else { throw fault("Something must follow \(term), for example \(AuditFilter.example(key)).") }
    switch key {
    case "staff": staff = value
    case "organisation", "org": organisation = value
    case "person", "patient": try take(person: value, term, at: column)
    case "action":
      for word in value.split(separator: ",") {
        guard let action = AuditFilter.action(String(word)) else {
          throw fault("\(word) is no action. They are \(AuditFilter.actionNames).")
        }
        actions.append(action)
      }
    case "from", "to":
      guard let day = AuditFilter.day(value, today: today) else {
        throw fault("\(key) takes \(AuditFilter.dayExample).")
      }
      if key == "from" { from = day } else { to = day }
    default: throw fault("\(key) cannot be filtered. Use staff, action, from, to, organisation or person.")
    }
  }

  private mutating func take(person text: String, _ term: String, at column: Int) throws(Fault) {
    switch NHSNumber.read(text) {
    case .success(let number): person = number
    case .failure(let fault): throw Fault(column: column, term: term, message: fault.message)
    }
  }

  private static func example(_ key: String) -> String {
    switch key {
    case "action": "action:view,print"
    case "from", "to": "\(key):05-Jan-2016"
    case "organisation", "org": "organisation:R9904"
    case "person", "patient": "person:9990123012"
    default: "staff:\"Jo Francis\""
    }
  }

  /// Words with where they begin; what stands in quotation marks is one word.
  private static func pieces(_ text: String) -> [(text: String, column: Int)] {
    var found: [(text: String, column: Int)] = []
    var (word, start, isQuoted) = ("", 1, false)
    for (index, letter) in text.enumerated() {
      if letter == "\"" { isQuoted.toggle() }
      if letter == " ", !isQuoted {
        if !word.isEmpty { found.append((word, start)) }
        word = ""
      } else {
        if word.isEmpty { start = index + 1 }
        word.append(letter)
      }
    }
    if !word.isEmpty { found.append((word, start)) }
    return found
  }
}
