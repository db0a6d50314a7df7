import CaseModel

/// How much two people are alike (R-ID-06): date of birth 3, names as they sound 2, postcode 2, practice 1; from 5 on
/// they may be the same person.
struct Likeness: Hashable, Sendable {
  var born: String
  /// Family name, and the first of the given names, as they sound.
  var sound: String
  /// In capitals without blanks; empty when not known.
  var postcode: String
  var practice: String

  init(born: String, family: String, given: String, postcode: String?, practice: String?) {
    self.born = born
    let first = folded(given).split(separator: " ").first.map(String.init) ?? ""
    sound = folded(family).split(separator: " ").map { soundKey(String($0)) }.joined() + "," + soundKey(first)
    self.postcode = Likeness.key(ofPostcode: postcode)
    self.practice = practice ?? ""
  }

  static func key(ofPostcode postcode: String?) -> String { (postcode ?? "").filter { $0 != " " }.uppercased() }

  static let threshold = 5

  /// 0 to 8, with what is shared in words.
  func score(with other: Likeness) -> (score: Int, shared: String) {
    var score = 0
    var shared = [String]()
    func add(_ points: Int, _ same: Bool, _ words: String) {
      if same {
        score += points
        shared.append(words)
      }
    }
    add(3, born == other.born, "date of birth")
    add(2, sound == other.sound, "names as they sound")
    add(2, !postcode.isEmpty && postcode == other.postcode, "postcode")
    add(1, !practice.isEmpty && practice == other.practice, "practice")
    return (score, shared.joined(separator: ", "))
  }

  /// The three ways to reach the threshold. Two people share one of these exactly when they score 5 or more.
  var keys: [String] {
    [
      "\(born)|\(sound)", postcode.isEmpty ? "" : "\(born)|\(postcode)",
      postcode.isEmpty ? "" : "\(sound)|\(postcode)|\(practice)",
    ]
  }

  static let scores = [5, 5, 5]
  static let words = [
    "date of birth, names as they sound", "date of birth, postcode", "names as they sound, postcode, practice",
  ]

  /// Whether two names have a word in common, as they sound. Names without one are wholly different (R-ID-05).
  static func sharesAName(_ one: String, _ other: String) -> Bool {
    func sounds(_ name: String) -> Set<String> { Set(folded(name).split(separator: " ").map { soundKey(String($0)) }) }
    return !sounds(one).isDisjoint(with: sounds(other))
  }
}

extension Likeness {
  /// People known before this import, up to a row key, who may be the same as somebody new.
  func resembling(upTo rowKey: Int, _ connection: any Connection) throws -> [(
    person: String, score: Int, shared: String
  )] {
    let found = try connection.rows(
      """
      SELECT p.row_key, \(Likeness.columns) FROM patient p
      WHERE p.birth_date = $1 AND p.row_key <= $2 AND p.entered_in_error = 0 AND p.merged_into IS NULL
      ORDER BY p.row_key
      """, [.text(born), .of(rowKey)], Likeness.read)
    var near = [(key: Int, person: Known)]()
    if !postcode.isEmpty {
      near = try connection.rows(
        """
        SELECT p.row_key, \(Likeness.columns) FROM patient_address a JOIN patient p ON p.id = a.patient_id
        WHERE a.postcode_key = $1 AND a.end_on IS NULL AND a.entered_in_error = 0 AND p.row_key <= $2
        AND p.entered_in_error = 0 AND p.merged_into IS NULL AND p.birth_date <> $3 ORDER BY p.row_key
        """, [.text(postcode), .of(rowKey), .text(born)], Likeness.read)
    }
    var seen = Set<Int>()
    return (found + near).compactMap { key, known in
      let (score, shared) = score(with: known.likeness)
      return score >= Likeness.threshold && seen.insert(key).inserted ? (known.words, score, shared) : nil
    }
  }

  private struct Known {
    var likeness: Likeness
    var words: String
  }

  private static let columns = """
    p.family_name, p.given_names, p.title, p.birth_date, p.nhs_number, (
      SELECT x.postcode_key FROM patient_address x WHERE x.patient_id = p.id AND x.kind = 'home'
      AND x.end_on IS NULL AND x.entered_in_error = 0 ORDER BY x.id DESC LIMIT 1), (
      SELECT y.practice_code FROM registered_practice y WHERE y.patient_id = p.id AND y.end_on IS NULL
      AND y.entered_in_error = 0)
    """

  private static func read(_ row: inout Columns) throws -> (key: Int, person: Known) {
    let key = try row.int()
    let (family, given, title) = (try row.text(), try row.text(), row.textOrNil())
    let born = try row.text()
    let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
    let likeness = Likeness(
      born: born, family: family, given: given, postcode: row.textOrNil(), practice: row.textOrNil())
    let name = PersonName(family: family, given: given, title: title)
    let words = "\(name.shown()), born \(Day(iso: born)?.short ?? born), \(number?.spaced ?? "no NHS number")"
    return (key, Known(likeness: likeness, words: words))
  }
}
