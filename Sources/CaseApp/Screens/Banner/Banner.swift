import CaseModel
import TerminalKit

/// The NHS patient banner: who a screen is about, at the top of every screen about one person and never covered.
///
/// Name, born, gender and NHS number in that order (PAB-0009 to 0016). Two rows; more only where a name or a small
/// window needs them, because nothing in a banner is ever cut short (NID-0001 to 0010).
struct Banner {
  /// A label and its value, without a colon between them (PAB-0033 to 0046).
  struct Fact: Hashable {
    var label: String
    var value: String
  }

  let patient: Patient
  /// What the screen is doing, in brackets as it is shown: `[record]`, `[EDITING]`, `[CONFLICT]`.
  let state: String
  /// Somebody else has the same names, or a number one digit away (screens.md 4, rule 11).
  let isSimilar: Bool
  let today: Day

  init(_ patient: Patient, state: String, isSimilar: Bool = false, today: Day) {
    self.patient = patient
    let isBracketed = state.isEmpty || state.hasPrefix("[")
    self.state = isBracketed ? state : "[\(state)]"
    self.isSimilar = isSimilar
    self.today = today
  }

  func name(_ audience: Audience) -> String { patient.name.shown(to: audience) + (isSimilar ? " [=]" : "") }

  var preferred: Fact? { patient.name.preferred.map { Fact(label: "Preferred name", value: $0) } }

  /// What stands in the second row, in its order.
  func facts(_ audience: Audience) -> [Fact] {
    let born = patient.born.shown(to: audience)
    let estimated = patient.bornEstimated ? ", estimated" : ""
    let age = patient.age(on: today)
    var facts = [Fact]()
    if let died = patient.died {
      let mark = patient.bornEstimated ? " (estimated)" : ""
      facts.append(Fact(label: "Born", value: born + mark))
      facts.append(Fact(label: "Died", value: died.shown(to: audience)))
      facts.append(Fact(label: "Age at Death", value: audience == .staff ? "\(age)y" : "\(age) years"))
    } else {
      let value = audience == .staff ? "\(born) (\(age)y\(estimated))" : "\(born), \(age) years\(estimated)"
      facts.append(Fact(label: "Born", value: value))
    }
    facts.append(Fact(label: "Gender", value: patient.gender?.words ?? "Not known"))
    facts.append(Fact(label: "NHS No.", value: number))
    return facts
  }

  private var number: String {
    if let number = patient.nhsNumber { return number.spaced }
    guard let reason = patient.nhsUnavailableReason, reason != .notKnown else { return "Not known" }
    return "Not known (\(reason.words.lowercasedFirst))"
  }
}

/// The banner as it is read: each fact a line, in the order it is shown.
func bannerOutline(
  of patient: Patient, state: String, isSimilar: Bool = false, around: Surroundings
) -> [Outline.Part] {
  let banner = Banner(patient, state: state, isSimilar: isSimilar, today: around.today)
  var parts: [Outline.Part] = [.heading(patient.name.shown(to: .linear))]
  if patient.died != nil { parts.append(.text("This person has DIED.")) }
  if isSimilar { parts.append(.text("[=] Similar name or number: check born date and NHS No.")) }
  parts += banner.facts(.linear).map { .fact($0.label, $0.value) }
  if let preferred = banner.preferred { parts.append(.fact(preferred.label, preferred.value)) }
  let word = banner.state.filter { $0 != "[" && $0 != "]" }
  if !word.isEmpty { parts.append(.fact("Screen", word)) }
  return parts
}
