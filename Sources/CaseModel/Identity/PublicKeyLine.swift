/// The one line of an SSH public key, as `ssh-keygen` writes it into a `.pub` file.
///
/// Only the kind and the key itself are taken over: a line that brings options of its own (`command=`, `environment=`,
/// `from=`) would say what the key may do, and a comment may hold anything.
public struct PublicKeyLine: Hashable, Sendable {
  public var kind: String
  public var key: String

  private static let kinds = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]

  public enum Fault: Error, Hashable, Sendable {
    case notOneLine
    case hasOptions
    case unknownKind
    case notAKey

    public var words: String {
      switch self {
      case .notOneLine: "it has not one line"
      case .hasOptions: "it does not begin with the kind of a key, so it may bring options of its own"
      case .unknownKind: "its kind is none that mdt takes"
      case .notAKey: "what follows is not a key of that kind"
      }
    }
  }

  public init(reading text: String) throws(Fault) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    guard lines.count == 1, let line = lines.first, !line.unicodeScalars.contains(where: { $0.value < 32 }) else {
      throw .notOneLine
    }
    let words = line.split(separator: " ")
    guard let kind = words.first.map(String.init), words.count >= 2 else { throw .notAKey }
    guard Self.kinds.contains(kind) else {
      throw kind.hasPrefix("ssh-") || kind.hasPrefix("ecdsa-") || kind.hasPrefix("sk-") ? .unknownKind : .hasOptions
    }
    let key = String(words[1])
    // The key says its kind itself, after four bytes with the length.
    guard let bytes = Self.bytes(key), bytes.count > 4 + kind.utf8.count + 16, bytes.prefix(3).allSatisfy({ $0 == 0 }),
      Int(bytes[3]) == kind.utf8.count, Array(bytes[4..<4 + kind.utf8.count]) == Array(kind.utf8),
      kind != "ssh-rsa" || bytes.count > 256
    else { throw .notAKey }
    self.kind = kind
    self.key = key
  }

  /// Base64 with its padding; nil for anything else.
  private static func bytes(_ text: String) -> [UInt8]? {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let given = Array(text.utf8)
    let body = given.prefix { $0 != 61 }
    guard given.count % 4 == 0, given.count - body.count <= 2, given.dropFirst(body.count).allSatisfy({ $0 == 61 })
    else {
      return nil
    }
    var (bytes, held, bits) = ([UInt8](), UInt32(0), 0)
    for letter in body {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      held = held << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
      }
    }
    return bytes
  }

  /// The line that ties the key to a command: no shell, no forwarding, a terminal.
  public func tied(to program: String, as person: String) -> String {
    "restrict,pty,command=\"\(program) --as \(person)\" \(kind) \(key) \(person)"
  }

  /// Whose key a tied line is; nil for another line.
  public static func person(ofTied line: Substring) -> String? {
    guard line.hasPrefix("restrict,pty,command=\""), let name = line.split(separator: " ").last.map(String.init),
      AccountName.isPlain(name)
    else { return nil }
    return name
  }
}
