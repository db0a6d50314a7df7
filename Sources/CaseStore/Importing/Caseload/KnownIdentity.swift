import CaseModel

/// Who somebody is by family name, given names and birth date, beside what a line says under the same NHS number.
///
/// R-ID-05: never a silent update. One name of the two may change, as by marriage or another spelling, and is named for
/// a person to look at. A birth date never changes in life, and two of the three together are more likely another
/// person: such a row is rejected. A birth date that is only estimated may be put right.
struct KnownIdentity {
  private let before: PersonName
  private let after: PersonName
  private let bornBefore: String
  private let born: Day
  private let isBirthEstimated: Bool
  private let sharesAName: Bool

  init(_ known: KnownPerson, _ line: CaseloadLine) {
    before = PersonName(family: known.text("family_name") ?? "", given: known.text("given_names") ?? "")
    // An empty cell says nothing.
    after = PersonName(family: line.familyName, given: line.givenNames.isEmpty ? before.given : line.givenNames)
    bornBefore = known.text("birth_date") ?? ""
    born = line.born
    isBirthEstimated = known.isBirthEstimated
    sharesAName = Likeness.sharesAName(
      known.names, [line.familyName, line.givenNames, line.preferredName ?? ""].joined(separator: " "))
  }

  // Capitals, accents and apostrophes are another way to write the same name.
  private var isFamilyOther: Bool { folded(before.family) != folded(after.family) }
  private var isGivenOther: Bool { folded(before.given) != folded(after.given) && !before.given.isEmpty }
  private var isBirthOther: Bool { bornBefore != born.iso }

  private var whom: String { "\(before.shown()), born \(Day(iso: bornBefore)?.short ?? bornBefore)" }

  /// Why the row may be about somebody else; nil when it may be taken.
  var complaint: String? {
    let count = [isFamilyOther, isGivenOther, isBirthOther].count { $0 }
    if count >= 2 {
      return "This number is known as \(whom). The file has \(file) for it, which differs in more than one of family "
        + "name, given names and date of birth. Find out whose it is."
    }
    if isBirthOther, !isBirthEstimated {
      return
        "This number is known as \(whom). The file has another date of birth, \(born.short). Find out whose it is."
    }
    if isFamilyOther, !sharesAName {
      return "This number is known as \(whom). The file has wholly different names. Find out whose it is."
    }
    return nil
  }

  private var file: String { "\(after.shown()), born \(born.short)" }

  /// The column that says something else about who it is, its cell, and what a person should look at; for a row without
  /// complaint.
  func change(number: String, isApplied: Bool) -> (column: String, value: String, message: String)? {
    let becomes = isApplied ? "becomes" : "would become"
    if isFamilyOther || isGivenOther {
      let (column, value) = isFamilyOther ? ("family_name", after.family) : ("given_names", after.given)
      return (
        column, value,
        "\(number) was \(before.shown()) and \(becomes) \(after.shown()). Make sure that it is the same person."
      )
    }
    guard isBirthOther else { return nil }
    return (
      "born", born.iso,
      "\(number), \(before.shown()), was born about \(Day(iso: bornBefore)?.short ?? bornBefore), an estimate, and "
        + "\(becomes) born \(born.short). Make sure that it is the same person."
    )
  }
}
