import CaseModel
import Glibc

/// Where a backup goes. It has another name until it is whole and lasts, so that nothing half made looks like one.
final class BackupOutput {
  let path: String
  private let working: WorkingFile
  var descriptor: Int32 { working.descriptor }

  static let ending = ".mdtbackup"

  /// A file that does not exist, or a folder, in which the name is made.
  init(_ given: String, installation: String, at moment: Moment) throws(Problem) {
    var status = stat()
    let isFolder = stat(given, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let short = BackupManifest.short(installation)
    let stem = "mdt-\(short)-\(Files.stamp(moment))"
    let name = isFolder ? stem + Self.ending : filePart(given)
    guard let real = realpath(isFolder ? given : folderPart(given), nil), !name.isEmpty else {
      throw BackupOutput.failed(
        "\(given) is in no folder that there is.", "Give a folder that exists, or the name of a file.")
    }
    defer { free(real) }
    let folder = String(cString: real)
    let beginning = folder == "/" ? "/" : "\(folder)/"
    if isFolder {
      WorkingFile.sweepAll(in: folder) { $0.hasPrefix("mdt-\(short)-") && $0.hasSuffix("\(Self.ending).part") }
      // Two within one second.
      for number in 1..<100 {
        let place = beginning + (number == 1 ? name : "\(stem)-\(number)\(Self.ending)")
        if Files.exists(place) { continue }
        do {
          working = try WorkingFile(at: place + ".part")
          path = place
          return
        } catch let fault as StoreFault where fault.kind == .retry {
          continue
        } catch {
          throw BackupOutput.problem(error, place)
        }
      }
    }
    path = beginning + name
    try StoreNames.refuse(path, "No backup was made.")
    guard !Files.exists(path) else {
      throw BackupOutput.failed("There is something at \(path) already.", "Give another name, or a folder.")
    }
    do {
      working = try WorkingFile(at: path + ".part")
    } catch {
      throw BackupOutput.problem(error, path)
    }
  }

  /// Makes it last and gives it its name.
  func finish() throws {
    try Files.sync(descriptor)
    try Files.rename(working.path, toUnused: path)
    try Files.syncFolder(of: path)
  }

  /// In every ending but a good one and a kill.
  func giveUp() { working.remove() }

  private static func failed(_ reason: String, _ advice: String) -> Problem {
    Problem("No backup was made.", because: reason, try: advice, kind: .cannotCreate)
  }

  /// The disk of the backup is not the store's: the sentence says which.
  static func problem(_ error: any Error, _ path: String) -> Problem {
    guard let fault = error as? StoreFault else { return Problem(error, doing: "No backup was made.") }
    return failed(
      "\(path) cannot be written: \(fault.why).", fault.remedy ?? "Put this right, or give another place.")
  }
}

extension Files {
  /// `20160105T094200Z`, for names of files.
  static func stamp(_ moment: Moment) -> String { moment.iso.filter { $0 != "-" && $0 != ":" } }
}
