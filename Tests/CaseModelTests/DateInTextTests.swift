import CaseModel
import Testing

@Suite("Dates inside a text") struct DateInTextTests {
  @Test("a staff date is written in full, and nothing else is touched") func long() {
    #expect(Day.long(in: "Last A&E attendance: 01-Jul-2015.") == "Last A&E attendance: 1 July 2015.")
    #expect(Day.long(in: "05-Jan-2016 09:42 and 29-Feb-2016") == "5 January 2016 09:42 and 29 February 2016")
    for text in ["", "30-Feb-2015", "x05-Jan-2016", "05-Jan-20161", "05-jan-2016", "Rahmān 0-Jan-2016", "1-2-3 - -"] {
      #expect(Day.long(in: text) == text)
    }
  }
}
