/// Reading a filter as it is typed.
extension CaseloadFilter {
  public init(reading text: String) throws(Fault) {
    var terms = [Term]()
    var column = 1
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty { terms.append(try CaseloadFilter.term(String(piece), at: column)) }
      column += piece.count + 1
    }
    self.terms = terms
  }

  private static func term(_ text: String, at column: Int) throws(Fault) -> Term {
    let negated = text.hasPrefix("-") && text.count > 1
    let body = negated ? String(text.dropFirst()) : text
    return Term(try test(body, whole: text, at: column), negated: negated)
  }

  private static func test(_ body: String, whole: String, at column: Int) throws(Fault) -> Test {
    func fault(_ message: String) -> Fault { Fault(column: column, term: whole, message: message) }
    switch body.lowercased() {
    case "!": return .actNow
    case "*": return .marked
    case "new": return .new
    case "mine": return .mine
    case "dq": return .dataQuality
    case "similar": return .similar
    default: break
    }
    guard let sign = body.firstIndex(where: { ":=<>".contains($0) }) else { return try word(body, fault) }
    let key = body[..<sign].lowercased()
    var rest = body[sign...]
    let comparison: Comparison
    if rest.hasPrefix(">=") {
      comparison = .atLeast
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix("<=") {
      comparison = .atMost
      rest = rest.dropFirst(2)
    } else {
      comparison = rest.hasPrefix(">") ? .more : rest.hasPrefix("<") ? .less : .equal
      rest = rest.dropFirst()
    }
    let value = String(rest)
    guard !value.isEmpty else { throw fault("Something must follow \(body), for example \(example(of: key)).") }
    if let measured = try measured(key, comparison, value, fault) { return measured }
    guard comparison == .equal else { throw fault("\(key) takes a colon, for example \(example(of: key)).") }
    return try named(key, value, fault)
  }

  private static func measured(
    _ key: String, _ comparison: Comparison, _ value: String, _ fault: (String) -> Fault
  ) throws(Fault) -> Test? {
    switch key {
    case "risk", "percentile":
      guard let number = Double(value.hasSuffix("%") ? String(value.dropLast()) : value), number.isFinite else {
        throw fault("\(key) is compared with a number, for example \(key)>60.")
      }
      return key == "risk" ? .risk(comparison, number) : .percentile(comparison, number)
    case "age":
      guard let years = Int(value) else { throw fault("age is compared with whole years, for example age>=80.") }
      return .age(comparison, years)
    case "due":
      let digits = value.lowercased().hasSuffix("d") ? String(value.dropLast()) : value
      guard let days = Int(digits) else { throw fault("due is compared with days, for example due<14.") }
      return .due(comparison, days)
    case "born":
      if value.count == 4, let year = Int(value) { return .bornYear(comparison, year) }
      guard comparison == .equal, case .success(let day) = Day.inFile(value) else {
        throw fault("born takes a year or a date, for example born:1941 or born:14-Jul-1941.")
      }
      return .bornOn(day)
    default: return nil
    }
  }

  private static func named(_ key: String, _ value: String, _ fault: (String) -> Fault) throws(Fault) -> Test {
    switch key {
    case "plan":
      guard let plan = Plan(rawValue: value.lowercased()) else {
        throw fault("plan is one of \(Plan.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return .plan(plan)
    case "practice": return .practice(value.uppercased())
    case "locality": return .locality(value)
    case "network": return .network(value)
    case "sw": return value.lowercased() == "none" ? .noSocialWorker : .socialWorker(folded(value))
    case "status":
      guard let status = EnrolmentStatus(reading: value) else {
        throw fault("status is one of \(EnrolmentStatus.allowed).")
      }
      return .status(status)
    case "gender":
      guard let gender = Gender(reading: value) else {
        throw fault("gender is male, female, indeterminate or not known.")
      }
      return .gender(gender)
    default:
      throw fault(
        "\(key) cannot be filtered. Use risk, percentile, age, due, born, plan, practice, locality, network, sw, status or gender."
      )
    }
  }

  private static func word(_ text: String, _ fault: (String) -> Fault) throws(Fault) -> Test {
    if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      if text.count == 4, let year = Int(text), (1850...2100).contains(year) { return .bornYear(.equal, year) }
      guard text.count <= 10 else { throw fault("An NHS number has 10 digits and this has \(text.count).") }
      return .nhsPrefix(text)
    }
    let word = folded(text)
    guard !word.isEmpty else { throw fault("A word has letters or digits. ? lists what a filter takes.") }
    return .nameWord(word)
  }

  private static func example(of key: String) -> String {
    switch key {
    case "risk": "risk>60"
    case "percentile": "percentile>=95"
    case "age": "age>=80"
    case "due": "due<14"
    case "born": "born:1941"
    case "practice": "practice:F99003"
    case "locality": "locality:SW"
    case "network": "network:3"
    case "sw": "sw:none"
    case "status": "status:enrolled"
    case "gender": "gender:female"
    default: "plan:none"
    }
  }
}
