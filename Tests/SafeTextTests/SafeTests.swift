import SafeText
import Testing

@Suite("Safe text") struct SafeTests {
  @Test("printable ASCII comes back as it is") func plain() {
    #expect(safe("BEGUM, Rahela (Mrs)") == "BEGUM, Rahela (Mrs)")
  }
}
