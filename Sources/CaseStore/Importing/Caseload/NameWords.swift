import CaseModel

/// The words under which a person is found: every name they go by, folded, each once with one space between. How they
/// sound is added where they are indexed.
func nameWords(_ names: [String?]) -> String {
  var words = [String]()
  for name in names {
    for word in folded(name ?? "").split(separator: " ") where !words.contains(String(word)) {
      words.append(String(word))
    }
  }
  return words.joined(separator: " ")
}
