import CaseModel

/// What a program that was killed, or another program, has left beside the store.
enum LeftoverChecks {
  static let all = [DoctorCheck("file.leftovers", "what is left beside it", place: leftovers)]

  static func isLeftover(_ name: String, of store: String) -> Bool {
    guard name.hasPrefix(store) else { return false }
    let rest = name.dropFirst(store.count)
    return rest == "-journal" || rest.hasPrefix(".making") || rest.hasSuffix(".part") || rest.hasPrefix(".replaced-")
  }

  private static func leftovers(_ facts: PlaceFacts) -> [Symptom] {
    let inDrafts = facts.drafts.filter { $0.name.hasSuffix(".writing") }.map { filePart($0.name) }
    return (facts.leftovers + inDrafts).map { name in
      switch true {
      case name.hasSuffix("-journal"):
        .warning(
          "\(name) is the journal of another program that has written to the store, or was stopped in it",
          try: "Let no other program write to the store; make a copy of both files, then run mdt doctor again.")
      case name.contains(".replaced-"):
        .note("\(name) is a store that a restore has put aside", try: "Remove it once nobody needs it any more.")
      default:
        .note("\(name) is what a program left that was ended in the middle", try: "Remove it when nobody runs mdt.")
      }
    }
  }
}
