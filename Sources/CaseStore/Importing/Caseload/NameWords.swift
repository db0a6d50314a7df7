import CaseModel

/// The words under which a person is found: every name they go by, folded, each once with one space between. Names of
/// several parts give their parts and what they are joined behind them: O'Brien is obrien, o and brien. How the words
/// sound is added where they are indexed.
func nameWords(_ names: [String?]) -> String {
  var words = [String]()
  func add(_ found: some Sequence<some StringProtocol>) {
    for word in found where !words.contains(String(word)) { words.append(String(word)) }
  }
  let names = names.compactMap { $0 }
  for name in names { add(folded(name).split(separator: " ")) }
  for name in names { add(partsAndJoins(of: name)) }
  return words.joined(separator: " ")
}

/// What else one name may be looked for by; nothing for a name of plain words, which most are.
private func partsAndJoins(of name: String) -> [String] {
  var found = [String]()
  var particle: String?
  for piece in name.split(separator: " ") {
    let whole = folded(String(piece))
    if let particle { found.append(particle + whole) }
    particle = particles.contains(whole) ? whole : nil
    if piece.contains(where: { isApostrophe($0) }) {
      found += folded(String(piece.map { isApostrophe($0) ? " " : $0 })).split(separator: " ").map(String.init)
    }
    if whole.contains(" ") { found.append(whole.filter { $0 != " " }) }
  }
  return found
}

/// Written apart or together, these belong to the word that follows: Ó Súilleabháin, Mc Carthy, Mac Donald.
private let particles: Set<String> = ["o", "mc", "mac"]

private func isApostrophe(_ character: Character) -> Bool {
  character == "'" || character == "\u{2019}" || character == "`"
}
