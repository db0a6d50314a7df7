public import CaseModel

/// An invented borough: organisations, practices, staff and a caseload, the same bytes for the same seed everywhere.
///
/// Nobody in it is real. NHS numbers are those from 999 000 0000, which are never issued, and fit Modulus 11; there are
/// 909,089 of them, so people beyond that have the reason `nhs-number-not-known`.
public struct SampleBorough: Sendable {
  /// 8,812 people, seed 2016, as of Tuesday 5 January 2016.
  public static let usual = SampleBorough(people: 8812, seed: 2016, asOf: Day(number: 16_805))

  public let people: Int
  public let seed: UInt64
  /// The day the files are written as of: ages, scores and enrolments look back from it.
  public let asOf: Day

  public init(people: Int, seed: UInt64, asOf: Day) {
    self.people = max(0, people)
    self.seed = seed
    self.asOf = asOf
  }

  static let columns: [CaseloadField] = CaseloadField.allCases.filter { $0 != .consent && $0 != .address5 }

  /// One of so many is in the South West, spread evenly: 412 of 8,812.
  private static let share = (southWest: 408, borough: 8808)

  /// The rows of the caseload, one line each, header first.
  ///
  /// - Parameter southWestOnly: the rows of practices F99001 to F99008 alone, the same as in the whole file.
  public func caseload(southWestOnly: Bool = false) -> AnyIterator<String> {
    let writer = CSVWriter(lineEnd: .crlf)
    var row = -1
    var numbers = SampleNumbers(seed: seed)
    return AnyIterator {
      while true {
        if row < 0 {
          row = 0
          return writer.record(SampleBorough.columns.map(\.rawValue))
        }
        guard row < people else { return nil }
        defer { row += 1 }
        let number = row < SampleCast.numbers.count ? SampleCast.numbers[row] : numbers.next()
        let isSouthWest = isInSouthWest(row)
        if southWestOnly && !isSouthWest { continue }
        let cells = person(row, number: number, isSouthWest: isSouthWest)
        return writer.record(SampleBorough.columns.map { cells[$0] ?? "" })
      }
    }
  }

  private func isInSouthWest(_ row: Int) -> Bool {
    let rank = row - SampleCast.numbers.count
    if rank < 0 { return true }
    let (part, whole) = SampleBorough.share
    return (rank + 1) * part / whole > rank * part / whole
  }
}

/// NHS numbers for practice, each once, in an order that looks like none.
struct SampleNumbers {
  private var step: Int
  private let start: Int

  init(seed: UInt64, after step: Int = 0) {
    start = Int(seed % 1_000_000)
    self.step = step
  }

  /// Ten digits; nil when all are used.
  mutating func next() -> String? {
    while step < 1_000_000 {
      // An odd step that 5 does not divide visits all of a million places once.
      let six = (start + step * 617_423) % 1_000_000
      step += 1
      let nine = 999_000_000 + six
      let digits = String(nine).utf8.map { Int($0) - 48 }
      guard let check = NHSNumber.checkDigit(of: digits) else { continue }
      let number = String(nine) + String(check)
      if number == "9999999999" || SampleCast.numbers.contains(number) { continue }
      return number
    }
    return nil
  }
}

/// The people of the worked scenarios, who stand first in every caseload.
enum SampleCast {
  static let numbers = people.map(\.number)

  static let people: [(number: String, family: String, given: String, title: String, age: Int, woman: Bool)] = [
    ("9990000018", "Choudry", "Amina", "Mrs", 82, true), ("9990000026", "Pike", "Leonard", "Mr", 77, false),
    ("9990000034", "Abernathy", "Ruth", "Miss", 90, true), ("9990000042", "Delacroix-Begum", "Osman", "Mr", 79, false),
  ]

  static let ethnic = ["K", "A", "A", "K"]
  static let languages = ["Bengali", "English", "English", "Sylheti"]
  static let called = ["আমিনা", "Len", "", ""]
}
