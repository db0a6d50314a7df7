import CaseModel

/// The words under which a person is found: every name they go by, folded, each once with one space between, then how
/// each Latin word sounds behind a 0.
func nameWords(_ names: [String?]) -> String {
  var words = [String]()
  for name in names {
    for word in folded(name ?? "").split(separator: " ") where !words.contains(String(word)) {
      words.append(String(word))
    }
  }
  var sounds = [String]()
  for word in words {
    let token = Find.soundToken(word)
    if !sounds.contains(token) { sounds.append(token) }
  }
  return (words + sounds).joined(separator: " ")
}
