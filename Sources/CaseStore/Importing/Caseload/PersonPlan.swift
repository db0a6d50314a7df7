import CaseModel

/// What a line changes about one person, decided before anything is written.
struct PersonPlan: Sendable {
  enum Step: Sendable {
    /// The former names, so that the person is still found by them.
    case alias(family: String, given: String)
    /// Ends the address that was, if any, and adds one.
    case address(lines: [String], postcode: String, ending: String?)
    case telephone(String)
    case practice(String, ending: String?)
    case consent(KnownPerson.Statement)
    /// A new enrolment, resting on the consent just added when there is one.
    case enrolment(KnownPerson.Enrolled)
    case enrolmentChange(id: String, FieldDifference)
    case score(CaseloadLine.Risk)
    case fact(organisation: String, label: String, text: String, position: Int)
    case factChange(id: String, text: String)
    /// The file says again what is known: it is true as of now.
    case factAgain(id: String)
    case happening(KnownPerson.Happening)
    case unknown(name: String, value: String, position: Int)
    case note(String)
  }

  /// Empty for somebody new.
  var id: String
  /// 0 for somebody new.
  var rowKey: Int
  var columns = FieldDifference()
  var steps = [Step]()
  /// The names, when they are new or changed.
  var names: (family: String, given: String, words: String)?
  /// The organisation that says what the line says: the practice.
  var practice: String

  var isNew: Bool { rowKey == 0 }

  /// Whether anything is different afterwards; that known facts are confirmed is not.
  var changesAnything: Bool {
    !columns.isEmpty || steps.contains { if case .factAgain = $0 { false } else { true } }
  }
}
