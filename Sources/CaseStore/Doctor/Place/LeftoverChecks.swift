import CaseModel

/// What a program that was killed, or another program, has left beside the store.
enum LeftoverChecks {
  static let all = [DoctorCheck("file.leftovers", "what is left beside it", place: leftovers)]

  static func isLeftover(_ name: String, of store: String) -> Bool {
    guard name.hasPrefix(store) else { return false }
    let rest = name.dropFirst(store.count)
    return rest == "-journal" || rest.hasPrefix(".making") || rest.hasSuffix(".part") || rest.hasPrefix(".replaced-")
      || WorkingFile.isBeside(store, name)
  }

  private static func leftovers(_ facts: PlaceFacts) -> [Symptom] {
    let inDrafts = facts.drafts.filter { $0.name.hasSuffix(".writing") }.map { filePart($0.name) }
    let folder = folderPart(facts.path)
    // What a backup is making at this moment is not left over.
    let left = facts.leftovers.filter { !WorkingFile.isHeld("\(folder)/\($0)") }
    return (left + inDrafts).map { name in
      switch true {
      case name.hasSuffix("-journal"):
        .warning(
          "the file \(name) is the journal of another program that has written to the store, or was stopped in it",
          try: "Let no other program write to the store; make a copy of both files, then run mdt doctor again.")
      case name.contains(".replaced-"):
        .note(
          "the file \(name) is a store that a restore has put aside", try: "Remove it once nobody needs it any more.")
      case WorkingFile.isBeside(filePart(facts.path), name):
        .warning(
          "the file \(name) holds readable records; a backup or a restore left it that was ended in the middle",
          try: "Remove it, or make a backup, which takes it away.")
      default:
        .note(
          "the file \(name) is what a program left that was ended in the middle", try: "Remove it when nobody runs mdt."
        )
      }
    }
  }
}
