import CaseModel
import CaseStore

/// A backup in words and as values.
extension BackupManifest {
  var auditWords: String {
    "It has \(thousands(audit.count)) audit rows, to \(audit.at.short). The head is \(audit.hash)."
  }

  var lines: [String] {
    [
      "Backup of installation \(installation), made \(madeAt.short) by mdt \(program). It is whole.",
      "A \(isPractice ? "practice" : "live") store of schema \(schema), generation \(generation).",
      auditWords,
      "\(thousands(bytes)) bytes in \(thousands(pages)) pages, SHA-256 \(sha256).",
      "Rows: "
        + tables.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { "\($0.key) \(thousands($0.value))" }
        .joined(separator: ", ") + ".",
    ]
  }

  var values: [(String, JSON)] {
    [
      ("program", .text(program)), ("schema", .integer(schema)), ("installation", .text(installation)),
      ("generation", .integer(generation)), ("practice", .flag(isPractice)), ("made_at", .text(madeAt.iso)),
      ("audit", audit.json), ("store_bytes", .integer(bytes)), ("pages", .integer(pages)), ("sha256", .text(sha256)),
      ("tables", .object(tables.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
    ]
  }
}

extension AuditHead {
  var json: JSON {
    .object([
      ("sequence", .integer(sequence)), ("hash", .text(hash)), ("count", .integer(count)), ("at", .text(at.iso)),
    ])
  }
}

extension Outlet {
  /// How far a copy has come, where somebody watches.
  static func progress(megabytes done: Int, of all: Int) {
    guard progressIsRewritten, done >> 20 % 16 == 0 else { return }
    progress("\(thousands(done >> 20)) of \(thousands(all >> 20)) MiB")
  }
}
