import CaseModel
import Glibc

/// Whose the files are, what kind they are of, and who else may read them: a store is one plain file, its owner's alone
/// (store.md 1.6 and 5).
enum FileChecks {
  static let all = [
    DoctorCheck("file.kind", "the store's file", place: kind),
    DoctorCheck("file.links", "its names in the file system", place: links),
    DoctorCheck("file.owner", "whose its files are", place: owner),
    DoctorCheck("file.mode", "who may read its files", place: modes),
    DoctorCheck("file.folder", "the folder it is in", place: folder),
    DoctorCheck("file.lock", "the lock beside it", place: lock),
  ]

  private static func kind(_ facts: PlaceFacts) -> [Symptom] {
    guard let main = facts.main else {
      return [
        .fault(
          "there is no store at \(facts.path)",
          try: "Give the right path with --store, restore a backup with mdt restore, or make a store with mdt init.")
      ]
    }
    let others = facts.files.filter { $0.name != facts.path && $0.name != facts.path + ".lock" && !$0.isPlain }
    return (main.isPlain ? [] : [main]).map {
      .fault("\($0.name) is \($0.kindInWords), and a store is a plain file", try: "Give the path of the file itself.")
    }
      + others.map {
        .fault("\($0.name) is \($0.kindInWords), and SQLite keeps a plain file there", try: "Move it away.")
      }
  }

  /// A file with two names has two logs, and whoever writes by the one name does not see the other's.
  private static func links(_ facts: PlaceFacts) -> [Symptom] {
    facts.files.filter { $0.isPlain && $0.links > 1 }.map {
      .fault("\($0.name) has \($0.links) names in the file system", try: "Remove the other names, keeping one.")
    }
  }

  private static func owner(_ facts: PlaceFacts) -> [Symptom] {
    let strange = (facts.files + facts.drafts).filter { $0.owner != facts.account }
    // Whoever looks after the machine looks at everybody's store.
    let severity: DoctorFinding.Severity = facts.account == 0 || facts.isSetgid ? .note : .warning
    return strange.map {
      Symptom(
        severity: severity, why: "\($0.name) belongs to the account number \($0.owner), not to this one",
        advice: "Give all of the store's files to the one account that runs mdt, with chown.")
    }
  }

  private static func modes(_ facts: PlaceFacts) -> [Symptom] {
    let files = (facts.files + facts.drafts).filter(\.isPlain) + (facts.draftFolder.map { [$0] } ?? [])
    return files.filter { $0.mode & 0o077 != 0 }.map { exposure(of: $0, isSetgid: facts.isSetgid) }
  }

  private static func exposure(of file: PlaceFacts.File, isSetgid: Bool) -> Symptom {
    let wanted = file.kind == S_IFDIR ? "700" : "600"
    let isForGroup = file.mode & 0o007 == 0
    return Symptom(
      severity: isForGroup && isSetgid ? .note : .warning,
      why: "others than its owner may read or write \(file.name) (mode \(octal(file.mode)))",
      advice: "Take the rights away with chmod \(wanted), unless a setgid program is how people come here.")
  }

  /// Whoever may write to the folder may put another file in the store's place.
  private static func folder(_ facts: PlaceFacts) -> [Symptom] {
    guard let folder = facts.folder, folder.mode & 0o022 != 0 else { return [] }
    let isOpenToAll = folder.mode & 0o002 != 0 && folder.mode & 0o1000 == 0
    let why = "others than its owner may write to \(folder.name) (mode \(octal(folder.mode)))"
    let advice = "Keep the store in a folder of its own, with chmod 700."
    return [isOpenToAll ? .warning(why, try: advice) : .note(why, try: advice)]
  }

  private static func lock(_ facts: PlaceFacts) -> [Symptom] {
    guard facts.main != nil else { return [] }
    guard let lock = facts.file(".lock") else {
      return [
        .note(
          "there is no lock file, so a log that was lost would not be missed",
          try: "Go on working: the next change makes one.")
      ]
    }
    guard lock.isPlain else {
      return [
        .fault("\(lock.name) is \(lock.kindInWords), and nothing is written without the lock", try: "Move it away.")
      ]
    }
    return []
  }

  private static func octal(_ mode: UInt32) -> String { "0" + String(mode, radix: 8) }
}
