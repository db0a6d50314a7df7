import CaseModel
import Testing

@Suite("Words") struct WordsTests {
  @Test(
    "what is written in capitals stays so within a sentence",
    arguments: [
      ("Care navigator", "care navigator"), ("MDT coordinator", "MDT coordinator"), ("GP", "GP"),
      ("A&E attendance", "A&E attendance"), ("A carer", "a carer"), ("", ""),
    ])
  func initials(_ given: String, _ wanted: String) { #expect(given.lowercasedFirst == wanted) }
}
