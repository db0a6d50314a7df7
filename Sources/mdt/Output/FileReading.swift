import CaseModel
import Glibc

/// The bytes of a file that is to be imported.
func bytes(of path: String) throws(Problem) -> [UInt8] {
  func cannot() -> Problem {
    Problem(
      "Nothing was imported.", because: "\(path) cannot be read: \(String(cString: strerror(errno))).",
      try: "Check the file's name and that you may read it.", kind: .badData)
  }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw cannot() }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw cannot() }
  if status.st_mode & S_IFMT == S_IFDIR {
    throw Problem("Nothing was imported.", because: "\(path) is a folder.", try: "Name a CSV file.", kind: .badData)
  }
  var content = [UInt8]()
  content.reserveCapacity(max(Int(status.st_size), 0))
  var chunk = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return content }
    if count < 0 {
      if errno == EINTR { continue }
      throw cannot()
    }
    content.append(contentsOf: chunk[..<count])
  }
}
