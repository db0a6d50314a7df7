import CaseModel

/// The disk that the store is on, and the library that reads it (store.md 1.1, 1.7).
enum DiskChecks {
  static let all = [
    DoctorCheck("library.version", "the SQLite library") { _ in library(SQLiteLibrary.version) },
    DoctorCheck("disk.filesystem", "the kind of its disk") { filesystem($0.filesystem, isPractice: $0.isPractice) },
    DoctorCheck("disk.space", "room on its disk") { space(free: $0.freeBytes, size: $0.main?.size ?? 0) },
  ]

  /// The range in which two processes that checkpoint at once can damage a file; ours never do, under the lock.
  static func library(_ version: [Int]) -> [Symptom] {
    guard SQLiteLibrary.hasLogResetFault(version) else { return [] }
    let words = version.map(String.init).joined(separator: ".")
    return [
      .note(
        "SQLite \(words) can damage a file that two programs checkpoint at once; mdt holds that off by its lock",
        try: "Let no other program write to the live store or checkpoint it: no sqlite3, no cron job.")
    ]
  }

  static func filesystem(_ kind: String?, isPractice: Bool?) -> [Symptom] {
    guard let kind else { return [] }
    if MountTable.isNetwork(kind) {
      return [
        .fault(
          "it is on a network filesystem (\(kind)), where a store cannot be kept whole",
          try: "Keep the store on a disk of this machine.")
      ]
    }
    switch kind {
    case "tmpfs", "ramfs":
      let why = "it is in the machine's memory (\(kind)) and is lost when the machine starts again"
      let advice = "Keep a store of real people on a disk."
      return [isPractice == true ? .note(why, try: advice) : .warning(why, try: advice)]
    case "overlay", "aufs":
      return [
        .note(
          "it is in the upper layer of a container (\(kind)) and is lost with the container",
          try: "Keep the store on a volume.")
      ]
    default: return []
    }
  }

  /// Less than this, or than twice the store, is little: a backup or a checkpoint may need as much.
  static let littleRoom = 200 << 20

  static func space(free: Int?, size: Int) -> [Symptom] {
    guard let free, free < max(littleRoom, 2 * size) else { return [] }
    let why = "\(free >> 20) MiB are free, and the store has \(max(size >> 20, 1)) MiB"
    return [.warning(why, try: "Make room on the store's disk, before nothing can be saved any more.")]
  }
}
