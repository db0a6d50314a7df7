/// What a site has decided about a host that many people share: which store they work in, and how they are told apart
/// (store.md 5, A and B). It stands in a file that only root can write, so nobody at the keys can say otherwise.
public struct Installation: Hashable, Sendable {
  /// How people reach the store.
  public enum Kind: String, Hashable, Sendable {
    /// By SSH, as one account that owns the store; each key says whose it is (A).
    case forcedCommand = "forced-command"
    /// By a program that has the rights of a group (B).
    case setgid
  }

  public var kind: Kind
  /// The account that owns the store, or the group that may reach it.
  public var name: String
  /// Its number, so that an account or group that was made anew under the name is not taken for it.
  public var number: Int
  /// The only store that is reached so: an absolute path, or the address of a server.
  public var store: String

  public init(_ kind: Kind, name: String, number: Int, store: String) {
    self.kind = kind
    self.name = name
    self.number = number
    self.store = store
  }

  /// Where such files stand.
  public static let folder = "/etc/mdt"

  /// One file for each account and group, found by what the kernel says of the running program.
  public static func place(_ kind: Kind, _ name: String) -> String {
    switch kind {
    case .forcedCommand: "\(folder)/account-\(name)"
    case .setgid: "\(folder)/group-\(name)"
    }
  }

  private static let mark = "mdt installation 1"

  /// The file's text; nil where it is anything else. Nothing in it is guessed: a word too many makes it no installation.
  public init?(reading text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true).filter { !$0.hasPrefix("#") }[...]
    guard lines.popFirst().map(String.init) == Self.mark, lines.count == 4 else { return nil }
    var values = [String: String]()
    for line in lines {
      guard let blank = line.firstIndex(of: " ") else { return nil }
      values[String(line[..<blank])] = String(line[line.index(after: blank)...])
    }
    guard let kind = values["kind"].flatMap(Kind.init), let number = values["number"].flatMap({ Int($0) }), number > 0,
      let name = values["name"], AccountName.isPlain(name), let store = values["store"], Self.isStore(store)
    else { return nil }
    self.init(kind, name: name, number: number, store: store)
  }

  public var text: String {
    """
    # Written by mdt install. Only root may write here: it says which store people reach, and how they are told apart.
    \(Self.mark)
    kind \(kind.rawValue)
    name \(name)
    number \(number)
    store \(store)

    """
  }

  /// Whole paths and addresses, without a sign that a shell or a terminal would take for something else.
  public static func isStore(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte | 32) || "/._-:=@,?&%+".utf8.contains(byte)
    }
    let isPlace = text.hasPrefix("/") || text.hasPrefix("postgresql://") || text.hasPrefix("service=")
    return isPlain && isPlace && !text.split(separator: "/").contains("..") && text.utf8.count <= 400
  }
}

/// Names that accounts have, here and in the staff file.
public enum AccountName {
  /// Letters, digits, dots, hyphens and underscores, beginning with a letter or an underscore: nothing that is an
  /// option, another folder or a word to a shell.
  public static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first | 32) || first == 95, text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 || $0 == 46 || $0 == 95
    }
  }
}
