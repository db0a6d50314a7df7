import CaseModel

/// The beginning of the file and of its log: whether this is a store of mdt, whole and of a schema this program knows
/// (store.md 1.4).
enum HeaderChecks {
  static let all = [
    DoctorCheck("file.header", "the beginning of the file", place: symptoms),
    DoctorCheck("file.log", "the log beside it (-wal)", place: log),
  ]

  static func symptoms(_ facts: PlaceFacts) -> [Symptom] {
    guard let main = facts.main, main.isPlain else { return [] }
    let restore = "Keep the file as it is, and restore the newest backup to another place with mdt restore."
    guard main.size > 0 else { return [.fault("the file is empty: it has been emptied", try: restore)] }
    guard let header = facts.header else {
      return [.fault("the file is no database, cannot be read, or its beginning is damaged", try: restore)]
    }
    guard header.applicationID == SQLiteMigrations.applicationID else {
      return [.fault("the file is a database of another program", try: "Give the path of an mdt store.")]
    }
    if header.schema > Migrations.newest {
      let versions = "schema \(header.schema), this one knows \(Migrations.newest)"
      return [.fault("it was written by a newer mdt (\(versions))", try: "Use the newer mdt.")]
    }
    if let pages = header.pages, main.size < pages * header.pageSize,
      // Whole all the same where a program was killed while it folded the log in.
      SQLiteLogPages(path: facts.path + "-wal", pageSize: header.pageSize)?.completes(fileOf: main.size) != true
    {
      let sizes = "\(main.size) bytes instead of \(pages * header.pageSize)"
      return [.fault("the file is shorter than it was written: its end is missing (\(sizes))", try: restore)]
    }
    return []
  }

  /// A log that is not one of SQLite's is passed over by it in silence, with everything that stood in the log alone.
  private static func log(_ facts: PlaceFacts) -> [Symptom] {
    guard let file = facts.file("-wal"), file.isPlain, file.size > 0 else { return [] }
    let advice = "Put the log back that belongs to this file, or restore the newest backup with mdt restore."
    guard facts.log.count == 32 else { return [.fault("the log is cut, or cannot be read", try: advice)] }
    func number(_ at: Int) -> UInt32 { facts.log[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    guard number(0) | 1 == 0x377f_0683 else { return [.fault("the log is no log of a database", try: advice)] }
    guard let header = facts.header, number(8) == UInt32(header.pageSize) else {
      return [.fault("the log is that of another database: its pages are of another size", try: advice)]
    }
    return []
  }
}
