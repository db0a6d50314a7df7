import CaseModel
import Glibc

/// Programs of the host that an installation runs: by their whole path or the system's, with nothing of the caller's
/// surroundings but what is named, and never by a shell.
enum HostCommand {
  static let surroundings = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]

  /// - Throws: `cannotCreate` where it does not end with 0.
  @discardableResult static func run(
    _ words: [String], _ doing: String, input: String? = nil, surroundings: [String] = surroundings
  ) throws(Problem) -> String {
    var (toIt, fromIt): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toIt) == 0, pipe(&fromIt) == 0 else { throw HostFile.failed(doing, errno) }
    for end in toIt + fromIt where fcntl(end, F_SETFD, FD_CLOEXEC) != 0 { throw HostFile.failed(doing, errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toIt[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromIt[1], 1)
    var arguments = words.map { strdup($0) } + [nil]
    var environment = surroundings.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, nil, &arguments, &environment)
    close(toIt[0])
    close(fromIt[1])
    defer { close(fromIt[0]) }
    // What is given to it fits into the pipe.
    let given = Array((input ?? "").utf8)
    if code == 0, !given.isEmpty { _ = Glibc.write(toIt[1], given, given.count) }
    close(toIt[1])
    guard code == 0 else {
      throw HostFile.problem(doing, "\(words[0]) cannot be run (\(String(cString: strerror(code)))).")
    }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(fromIt[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else {
      throw HostFile.problem(doing, "\(words[0]) ended with \(status >> 8 & 255); what it said stands above.")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
