import CaseModel
import Testing

@Suite("5.3: what a statement about consent must say") struct ConsentStatementTests {
  private let today = Day(number: 16_805)

  private func parts(_ change: (inout ConsentStatement) -> Void, isInvitation: Bool = false) -> [ConsentStatement.Part]
  {
    var statement = ConsentStatement(
      subject: .shareInMDT, decision: .given, basis: .explicitVerbal, at: today, capacityState: .has)
    change(&statement)
    return statement.complaints(today: today, isInvitation: isInvitation).map(\.field)
  }

  @Test("5.3: a plain yes or no of the person needs nothing more") func plain() {
    #expect(parts { _ in } == [])
    #expect(parts { $0.decision = .withdrawn } == [])
    #expect(parts { $0.at = today + 1 } == [.at])
    #expect(parts { $0.validTo = today - 1 } == [.validTo])
    #expect(parts { ($0.validFrom, $0.validTo) = (today + 9, today + 5) } == [.validTo])
  }

  @Test("5.3: a best-interests decision needs why they cannot decide, who decided, and a review within 182 days")
  func bestInterests() {
    func best(_ change: (inout ConsentStatement) -> Void) -> [ConsentStatement.Part] {
      parts {
        $0.basis = .bestInterests
        ($0.givenBy, $0.givenByName) = (.clinician, "Dr Huw")
        ($0.capacityState, $0.capacity) = (.lacks, "Advanced dementia")
        $0.validTo = today + 182
        change(&$0)
      }
    }
    #expect(best { _ in } == [])
    #expect(best { $0.validTo = today + 183 } == [.validTo])
    #expect(best { $0.validTo = today } == [.validTo])
    #expect(best { $0.validTo = nil } == [.validTo])
    #expect(best { $0.capacity = " " } == [.capacityWords])
    #expect(best { $0.capacityState = .has } == [.capacity])
    #expect(best { ($0.givenBy, $0.givenByName) = (.person, nil) } == [.givenBy])
    #expect(best { $0.givenByName = "  " } == [.givenByName])
  }

  @Test("5.3: who lacks capacity has not agreed or refused themself; an attorney or a deputy may have") func capacity()
  {
    #expect(parts { ($0.capacityState, $0.capacity) = (.lacks, "Delirium") } == [.basis])
    #expect(parts { $0.capacityState = .lacks } == [.capacityWords, .basis])
    #expect(
      parts {
        ($0.capacityState, $0.capacity) = (.lacks, "Delirium")
        ($0.basis, $0.givenBy, $0.givenByName) = (.lpa, .attorney, "Her daughter")
      } == [])
    #expect(parts { ($0.basis, $0.givenBy, $0.givenByName) = (.lpa, .clinician, "Dr Huw") } == [.givenBy])
    #expect(parts { ($0.basis, $0.givenBy, $0.givenByName) = (.courtDeputy, .attorney, "X") } == [.givenBy])
  }

  @Test("5.3: not asked says why, and a signed paper says where it is") func reasons() {
    #expect(parts { $0.decision = .notAsked } == [.reasonNotObtained])
    #expect(parts { $0.basis = .explicitWritten } == [.evidence])
    #expect(parts { ($0.basis, $0.evidence) = (.explicitWritten, "Practice notes") } == [])
  }

  @Test("5.3: a refusal at the invitation needs the day before which nobody asks again") func invitation() {
    func refusal(_ day: Day?, _ isInvitation: Bool) -> [ConsentStatement.Part] {
      parts(
        {
          ($0.subject, $0.decision, $0.doNotAskBefore) = (.enrolment, .refused, day)
        }, isInvitation: isInvitation)
    }
    #expect(refusal(nil, true) == [.doNotAskBefore])
    #expect(refusal(today, true) == [.doNotAskBefore])
    #expect(refusal(today + 365, true) == [])
    #expect(refusal(nil, false) == [])
  }
}
