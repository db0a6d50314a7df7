import CaseExchange
import CaseModel
import CaseStore
import Glibc

/// The file that rejected rows are written to: as they came, with their line and the reasons in front. Only its owner
/// may read it, because people are in it, and nothing that exists is written over.
struct RejectsOutput: Sendable {
  let path: String
  private let descriptor: Int32
  private let file: RejectsFile

  init<Field: TableField>(_ path: String, for header: TableHeader<Field>) throws(Problem) {
    self.path = path
    file = RejectsFile(for: header)
    try StoreNames.refuse(path, "Nothing was imported.")
    let (made, reason) = OwnRights.during {
      (open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600), errno)
    }
    descriptor = made
    guard descriptor >= 0 else {
      let why = reason == EEXIST ? "there is something at \(path) already" : String(cString: strerror(reason))
      throw Problem(
        "Nothing was imported.", because: "The file for rejected rows cannot be made: \(why).",
        try: "Name a file that does not exist with --rejects.", kind: .cannotCreate)
    }
    try write(file.header)
  }

  func add(_ rejection: ImportRejection) throws(Problem) {
    let complaints = rejection.complaints.map {
      CellComplaint(line: $0.line, column: $0.column, cell: $0.value, rule: $0.rule, message: $0.message)
    }
    try write(file.row(Rejection(line: rejection.line, complaints: complaints, raw: rejection.raw)))
  }

  private func write(_ text: String) throws(Problem) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failed() }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Makes the file last. By then the good rows are imported.
  func finish() throws(Problem) {
    guard fsync(descriptor) == 0, close(descriptor) == 0 else {
      throw Problem(
        "The good rows were imported, the rejected ones were not all written.",
        because: "\(path) could not be finished: \(String(cString: strerror(errno))).",
        try: "Make room, then import the file again with --accept-good and another --rejects FILE.", kind: .cannotCreate
      )
    }
  }

  /// Takes the file away again: nothing was rejected, or nothing was imported.
  func remove() {
    close(descriptor)
    OwnRights.during { _ = unlink(path) }
  }

  private func failed() -> Problem {
    Problem(
      "Nothing was imported.",
      because: "Rejected rows could not be written to \(path): \(String(cString: strerror(errno))).",
      try: "Make room or name another file with --rejects.", kind: .cannotCreate)
  }
}
