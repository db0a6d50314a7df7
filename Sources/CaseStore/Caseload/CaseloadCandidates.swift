import CaseModel

/// The few people that a selective term leaves, found along that term's own index.
///
/// A walk along the list's order finds a page at once where many fit, and reads everybody where nobody does, which is
/// what somebody who types a name meets. So up to a number are counted first, and only where that is all of them are
/// they fetched and put in order.
enum CaseloadCandidates: Hashable {
  /// Words that a name has, each from its start.
  case names([String])
  /// The start of an NHS number.
  case number(String)
  case bornOn(Day)
  /// Those that somebody marked.
  case marked([ID<Patient>])

  /// More than this are not sorted: then every page is near.
  ///
  /// Of `n` people, `m` of whom fit, a page of thirty is found after `30 n / m` along the order or after `m` among the
  /// candidates; the two are the same where `m` is the root of `30 n`.
  static func most(_ connection: any Connection) throws -> Int {
    let people = try connection.count("SELECT max(row_key) FROM caseload_entry")
    return min(max(Int(Double(30 * people).squareRoot()), 200), 2000)
  }

  /// What an index narrows a query down by; nil where the list's own order does it, or nothing does.
  init?(_ query: CaseloadQuery) {
    let tests = query.filter.terms.filter { !$0.negated }.map(\.test)
    guard !tests.contains(.mine) else { return nil }
    if tests.contains(.marked), !query.marked.isEmpty {
      self = .marked(query.marked)
      return
    }
    let words = tests.compactMap { if case .nameWord(let word) = $0 { word } else { nil } }
    for test in tests {
      switch test {
      case .nhsPrefix(let digits) where query.sort.order != .nhs:
        self = .number(digits)
        return
      case .bornOn(let day) where query.sort.order != .born:
        self = .bornOn(day)
        return
      default: continue
      }
    }
    guard !words.isEmpty, words.allSatisfy(CaseloadCandidates.isIndexed) else { return nil }
    self = .names(words)
  }

  /// Whether the index of names keeps a word as it is. One that begins with 0 would find sounds; of other scripts than
  /// these, what is a letter to it depends on its edition of Unicode.
  private static func isIndexed(_ word: String) -> Bool {
    !word.hasPrefix("0")
      && word.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0xDF...0x24F, 0x370...0x4FF, 0x620...0x64A, 0x985...0x9E3: true
        default: false
        }
      }
  }

  /// The row keys, as a query of the column `row_key` that stops after so many.
  func keys(limit: Int?, _ search: any SearchTables.Type, bind: (Value) -> String) -> String {
    let sql =
      switch self {
      case .names(let words):
        search.nameKeys(matching: bind(.text(search.query(words.map { .beginning($0) }))))
      case .number(let digits):
        "SELECT row_key FROM caseload_entry WHERE nhs_key >= \(bind(.text(digits))) AND nhs_key < \(bind(.text(digits + ":")))"
      case .marked(let ids):
        "SELECT row_key FROM caseload_entry WHERE patient_id IN (\(ids.map { bind(.of($0)) }.joined(separator: ", ")))"
      case .bornOn(let day): "SELECT row_key FROM caseload_entry WHERE born_key = \(bind(.of(day)))"
      }
    return limit.map { "\(sql) LIMIT \(bind(.of($0)))" } ?? sql
  }

  /// How many there are, where they are few enough to be put in order; nil where they are not.
  func few(_ connection: any Connection) throws -> Int? {
    let most = try CaseloadCandidates.most(connection)
    var values = [Value]()
    let keys = keys(limit: most + 1, connection.search) { value in
      values.append(value)
      return "$\(values.count)"
    }
    let found = try connection.count("SELECT count(*) FROM (\(keys)) AS k", values)
    return found <= most ? found : nil
  }
}
