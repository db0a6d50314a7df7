public import CaseModel

/// A head as a sheet of text that a person can print, and that `mdt audit verify --head` reads.
extension PublishedHead {
  /// Eighty columns at most.
  public var sheet: [String] {
    let by = publishedBy.isEmpty ? [] : ["Published by   \(publishedBy)"]
    return [
      "THE HEAD OF AN AUDIT", "",
      "Whoever keeps this sheet away from the store's machine can tell later whether",
      "anything that the store's audit said up to this row was changed or taken away.", "",
      "Taken          \(head.at.day.longWithWeekday), \(head.at.clock)",
    ] + by + [
      "Why            \(reason.words)",
      "The audit has  \(thousands(head.count)) rows, of which this is the last",
      "Key            \(publicKey.fingerprint), the same on every sheet of one place", "",
      "To check it    mdt audit verify --head FILE", "",
      "installation \(installation)", "row \(head.sequence)", "rows \(head.count)", "hash \(head.hash)",
      "taken \(head.at.iso)", "key \(publicKey.text)", "signature \(signature.prefix(43))",
      "  \(signature.dropFirst(43))",
    ]
  }

  /// Reads a sheet. Lines that are for people only are passed over.
  ///
  /// - Throws: `badData` where something is missing, stands there twice or is not what was printed.
  public init(readingSheet text: String) throws(Problem) {
    let found = try PublishedHead.values(in: text)
    func value(_ name: String) throws(Problem) -> String {
      guard let value = found[name], !value.isEmpty else {
        throw PublishedHead.unreadable("It has no line that begins with \"\(name) \".")
      }
      return value
    }
    func number(_ name: String) throws(Problem) -> Int {
      guard let number = Int(try value(name)), number > 0 else {
        throw PublishedHead.unreadable("Its line \"\(name)\" is no number.")
      }
      return number
    }
    let hash = try value("hash").lowercased()
    guard hash.utf8.count == 64, let at = Moment(iso: try value("taken")) else {
      throw PublishedHead.unreadable("Its hash or its time is not what was printed.")
    }
    guard let key = HeadPublicKey(reading: try value("key")) else {
      throw PublishedHead.unreadable("A letter of its key is not what was printed.")
    }
    self.init(
      installation: try value("installation"),
      head: AuditHead(sequence: try number("row"), hash: hash, count: try number("rows"), at: at), publicKey: key,
      signature: try value("signature"), reason: .onDemand, publishedBy: "")
  }

  private static let names: Set<String> = ["installation", "row", "rows", "hash", "taken", "key", "signature"]

  /// By the word that a line begins with; a line that is set in goes on with the one before it.
  private static func values(in text: String) throws(Problem) -> [String: String] {
    var found = [String: String]()
    var last: String?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      if let name = last, line.first?.isWhitespace == true, !words.isEmpty {
        found[name, default: ""] += words.joined()
        continue
      }
      last = nil
      guard let name = words.first, names.contains(name) else { continue }
      guard found[name] == nil else { throw unreadable("It has two lines that begin with \"\(name) \".") }
      found[name] = words.dropFirst().joined()
      last = name
    }
    return found
  }

  private static func unreadable(_ why: String) -> Problem {
    Problem(
      "The head was not read.", because: why,
      try: "Give the file as mdt audit head wrote it, or type the seven lines at its end as they are printed.",
      kind: .badData)
  }
}
