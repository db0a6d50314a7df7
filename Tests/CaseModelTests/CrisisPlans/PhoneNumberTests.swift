import Testing

@testable import CaseModel

@Suite("Phone numbers of every shape") struct PhoneNumberTests {
  @Test(
    "what can be rung is taken as it was typed, and two ways of writing one number are the same",
    arguments: [
      ("020 7946 0101", "02079460101"), ("(020) 7946-0101", "02079460101"), ("0207.946.0101", "02079460101"),
      ("+44 20 7946 0101", "02079460101"), ("+44 (0)20 7946 0101", "02079460101"), ("0044 20 79460101", "02079460101"),
      ("07700 900123", "07700900123"), ("07700900123 ext 12", "07700900123"), ("020 7946 0101 x4", "02079460101"),
      ("  999  ", "999"), ("111", "111"), ("18000", "18000"), ("116 123", "116123"),
      ("+33 1 23 45 67 89", "+33123456789"),
      ("০২০ ৭৯৪৬ ০১০১", "02079460101"), ("01382 22333", "0138222333"), ("020\u{00A0}7946\u{2011}0101", "02079460101"),
    ])
  func read(_ typed: String, _ dialled: String) {
    #expect(PhoneNumber(typed)?.dialled == dialled, "\(PhoneNumber.fault(in: typed) ?? "")")
  }

  @Test(
    "what cannot be rung is said to be so",
    arguments: [
      "", "   ", "ask the daughter", "020 7946 O101", "12", "7946 0101", "020 7946", "020 7946 0101 0199", "+44",
      "++44 20 7946 0101", "020 7946 0101 ext", "\u{1B}[31m999", "1234567890123456",
    ])
  func refused(_ typed: String) {
    #expect(PhoneNumber(typed) == nil)
    #expect(PhoneNumber.fault(in: typed)?.hasSuffix(".") == true)
  }

  @Test("a contact is read whatever of it is left out, and written as it was read") func contacts() {
    let full = CrisisContact(reading: "Rapid response; nurse; Test Trust; 020 7946 0101; 24 hours")
    #expect(full.role == "nurse" && full.organisation == "Test Trust" && full.phone == "020 7946 0101")
    #expect(full.hours == "24 hours" && full.fault == nil && CrisisContact(reading: full.line) == full)
    let daughter = CrisisContact(reading: "Nasima; daughter; 07700 900123; has a key")
    #expect(daughter.phone == "07700 900123" && daughter.hours == "has a key" && daughter.fault == nil)
    #expect(CrisisContact(reading: daughter.line) == daughter)
    #expect(CrisisContact(reading: "Nasima; 07700 900123").fault == nil)
    #expect(CrisisContact(reading: "Nasima").fault == "Nasima has no phone number.")
    #expect(CrisisContact(reading: "; 999").fault != nil)
    #expect(CrisisContact(reading: "Nasima; daughter; 07700 9001").fault?.contains("has 9") == true)
  }
}
