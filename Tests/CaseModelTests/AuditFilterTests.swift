import Testing

@testable import CaseModel

struct AuditFilterTests {
  private let today = Day(number: 16_805)  // Tuesday 5 January 2016

  private func read(_ text: String) throws -> AuditFilter { try AuditFilter(reading: text, today: today) }

  @Test("8.4: a filter of the audit says staff, action, organisation, days and a person") func everything() throws {
    let filter = try read(
      "staff:\"Jo Francis\" action:view,printed organisation:R9904 from:01-Jan-2016 to:today 999 012 3012")
    #expect(
      filter
        == AuditFilter(
          person: NHSNumber(stored: "9990123012"), staff: "Jo Francis", actions: [.view, .print],
          organisation: "R9904", from: Day(iso: "2016-01-01"), to: today))
    #expect(try read(filter.text) == filter)
    #expect(try read("") == .everything && AuditFilter.everything.text.isEmpty)
    #expect(try read("denied").text == "denied")
    #expect(
      try read("person:9990123012 action:break-glass") == AuditFilter(person: filter.person, actions: [.breakGlass]))
  }

  @Test(
    "days that have been are typed as they are said",
    arguments: [
      ("today", 0), ("yesterday", -1), ("-7d", -7), ("-2w", -14), ("05-Jan-2016", 0), ("4/1/2016", -1),
      ("2015-12-29", -7),
    ])
  func days(_ text: String, _ away: Int) { #expect(AuditFilter.day(text, today: today) == today + away) }

  @Test(
    "what is no day is none",
    arguments: ["", "-", "-d", "--7d", "-7x", "tomorrow", "31-Feb-2016", "-99999999999999999999d"])
  func noDay(_ text: String) { #expect(AuditFilter.day(text, today: today) == nil) }

  @Test(
    "a fault says where and what to write instead",
    arguments: [
      ("staff:", 1, "staff:\"Jo Francis\""), ("jo", 1, "staff:jo"), ("action:view,dance", 1, "dance is no action"),
      ("staff:jo from:soon", 10, "from takes a day"), ("colour:red", 1, "colour cannot be filtered"),
      ("staff:jo 999 012 3013", 10, "one digit is wrong"), ("from:today to:yesterday", 1, "comes after"),
    ])
  func faults(_ text: String, _ column: Int, _ words: String) {
    let fault = #expect(throws: AuditFilter.Fault.self) { _ = try read(text) }
    #expect(fault?.column == column)
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
  }

  @Test("a day begins in London, in summer an hour earlier than in Greenwich") func begins() throws {
    #expect(Day(number: 16_805).begins.iso == "2016-01-05T00:00:00Z")
    #expect(try #require(Day(iso: "2016-07-05")).begins.iso == "2016-07-04T23:00:00Z")
    // The days on which the clocks change.
    #expect(try #require(Day(iso: "2016-03-27")).begins.iso == "2016-03-27T00:00:00Z")
    #expect(try #require(Day(iso: "2016-03-28")).begins.iso == "2016-03-27T23:00:00Z")
    #expect(try #require(Day(iso: "2016-10-30")).begins.iso == "2016-10-29T23:00:00Z")
    #expect(try #require(Day(iso: "2016-10-31")).begins.iso == "2016-10-31T00:00:00Z")
  }
}
