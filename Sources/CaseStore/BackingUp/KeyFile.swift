public import CaseModel
import Glibc

/// Files that hold keys: a line of text a key, readable by their owner alone.
public enum KeyFile {
  /// Makes a new pair and keeps it in a new file.
  ///
  /// - Throws: `cannotCreate`; nothing that exists is written over.
  public static func make(at path: String) throws(Problem) -> BackupPublicKey {
    let what = "No key was made."
    let key = try BackupSecretKey.make()
    let text = """
      # An mdt key made by mdt keys new. Who has the secret line can read the backups: keep this file off the host
      # whose store is backed up, in two places.
      \(key.publicKey.text)
      \(key.text)

      """
    try StoreNames.refuse(path, what)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let why =
        errno == EEXIST ? "There is something at \(path) already." : "\(path) cannot be made (\(systemWords(errno)))."
      throw Problem(
        what, because: why, try: "Name a file that does not exist, in a folder that you may write to.",
        kind: .cannotCreate)
    }
    do {
      defer { close(descriptor) }
      guard fchmod(descriptor, 0o600) == 0 else { throw StoreFault(.unavailable, systemWords(errno)) }
      try Files.write(Array(text.utf8), to: descriptor)
      guard fsync(descriptor) == 0 else { throw StoreFault(.unavailable, systemWords(errno)) }
      try Files.syncFolder(of: path)
    } catch {
      // Half a key opens nothing.
      unlink(path)
      var problem = Problem(error, doing: what)
      problem.kind = .cannotCreate
      throw problem
    }
    return key.publicKey
  }

  /// Takes a pair away that was made a moment ago and could not be told of.
  public static func remove(_ path: String) { unlink(path) }

  /// A public key as text, or the path of a file that holds one.
  ///
  /// - Throws: `badData`, `notFound`.
  public static func publicKey(_ given: String) throws(Problem) -> BackupPublicKey {
    if given.hasPrefix("mdt-") && given.contains(":") { return try BackupPublicKey(reading: given) }
    for line in try lines(of: given) where line.hasPrefix(BackupPublicKey.mark) {
      return try BackupPublicKey(reading: line)
    }
    if let secret = try secretLine(of: given) { return secret.publicKey }
    throw Problem(
      "The key was not read.", because: "\(given) holds no public key.",
      try: "Give the file that mdt keys new made, or the key itself, which begins with \(BackupPublicKey.mark)",
      kind: .badData)
  }

  /// The secret key in a file.
  ///
  /// - Throws: `badData`, `notFound`.
  public static func secretKey(_ path: String) throws(Problem) -> BackupSecretKey {
    if let key = try secretLine(of: path) { return key }
    throw Problem(
      "The key was not read.", because: "\(path) holds no secret key, or a letter of it is not what was written.",
      try: "Give the file that mdt keys new made.", kind: .badData)
  }

  private static func secretLine(of path: String) throws(Problem) -> BackupSecretKey? {
    for line in try lines(of: path) where line.hasPrefix(BackupSecretKey.mark) {
      return try BackupSecretKey(reading: line)
    }
    return nil
  }

  private static func lines(of path: String) throws(Problem) -> [String] {
    let what = "The key was not read."
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Problem(
        what, because: "\(path) cannot be read (\(systemWords(errno))).",
        try: "Give the path of a file that mdt keys new made, or a public key.", kind: .notFound)
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count: Int
    do {
      count = try Files.read(&buffer, from: descriptor)
    } catch {
      throw Problem(error, doing: what)
    }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { String($0.drop { $0 == " " }.prefix { !$0.isWhitespace }) }
  }
}
