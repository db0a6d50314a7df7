import ArgumentParser
import CaseExchange
import CaseModel
import Glibc

struct SampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Write invented files to import: organisations, practices, staff, caseloads.",
    discussion: "The same arguments give the same bytes. Nobody in them is real. Nothing that exists is overwritten.")

  @Argument(help: "The folder to write to; made when it is missing.") var folder: String
  @Option(parsing: .unconditional, help: "How many people the borough has.") var people = SampleBorough.usual.people
  @Option(parsing: .unconditional, help: "Another seed gives other people.") var seed = SampleBorough.usual.seed
  @Option(help: "The day the files look back from, for example 2016-01-05.") var asOf: String?

  func validate() throws {
    guard (1...5_000_000).contains(people) else { throw ValidationError("--people is 1 to 5,000,000.") }
    if let asOf, case .failure(let fault) = Day.inFile(asOf) { throw ValidationError("--as-of: \(fault.message)") }
  }

  mutating func run() async throws {
    let command = self
    OwnRights.giveUpGroup()
    try await telling { try command.write() }
  }

  private func write() throws(Problem) {
    var day = SampleBorough.usual.asOf
    if let asOf, case .success(let given) = Day.inFile(asOf) { day = given }
    let files = sampleFiles(people: people, seed: seed, asOf: day)
    try makeFolder()
    for file in files {
      var status = stat()
      guard lstat(path(file), &status) != 0 else { throw failed(path(file), "There is something there already") }
    }
    for file in files { try write(file) }
    Outlet.afterDoing("The files are in \(folder).") {
      Outlet.line("\(files.count) files for \(thousands(people)) people as of \(day.short) are in \(folder).")
    }
  }

  private func path(_ file: SampleFile) -> String { "\(folder)/\(file.name)" }

  private func makeFolder() throws(Problem) {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw failed(folder, String(cString: strerror(errno))) }
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw failed(folder, "It is no folder")
    }
  }

  /// A file that could not be finished is taken away again.
  private func write(_ file: SampleFile) throws(Problem) {
    let path = path(file)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failed(path, String(cString: strerror(errno))) }
    for piece in file.pieces() {
      var bytes = Array(piece.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          let why = String(cString: strerror(errno))
          close(descriptor)
          unlink(path)
          throw failed(path, why)
        }
        bytes = bytes.dropFirst(count)
      }
    }
    guard close(descriptor) == 0 else { throw failed(path, String(cString: strerror(errno))) }
  }

  private func failed(_ path: String, _ why: String) -> Problem {
    Problem(
      "The sample files were not written.", because: "\(path) cannot be made. \(why).",
      try: "Name a new or an empty folder.", kind: .cannotCreate)
  }
}
