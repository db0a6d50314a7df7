import CaseModel
import TerminalKit

/// What is known of a person's allergies, in one of the four fixed wordings (PAB-0064).
struct Allergies: Hashable {
  var label: String
  /// The allergies as recorded; nil where the label says it all.
  var value: String?

  /// `isReadable` is false when the part of the record that holds them could not be read.
  init(of patient: Patient, isReadable: Bool = true) {
    guard isReadable else {
      label = "Allergies unavailable"
      return
    }
    let recorded = (patient.knownAllergies ?? "").trimmed
    if recorded.isEmpty {
      label = "Allergies not recorded"
    } else if Allergies.noneKnown.contains(plainLetters(recorded)) {
      label = "No known allergies"
    } else {
      label = "Known allergies"
      value = recorded
    }
  }

  /// What other systems write when there are none, letters only.
  private static let noneKnown: Set<String> = [
    "none", "nil", "nka", "nkda", "noneknown", "nilknown", "noknownallergies", "noknowndrugallergies", "noallergies",
  ]

  /// Clinical content follows the role: administrative users see none (PAB-0008).
  static func areShown(to actor: Actor) -> Bool { actor.staff.role != .admin }

  /// `!` stands before allergies that are there to act on, and before not knowing.
  var mark: Character { value == nil && label == "No known allergies" ? " " : "!" }
  var role: Role { mark == "!" ? .urgent : .body }
  var text: String { value.map { "\(label): \($0)" } ?? label }
}
