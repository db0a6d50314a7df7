import CaseModel
import Testing

@Suite("Enrolment as a life (spec 5.1), and who is in target (5.2)") struct EnrolmentLifeTests {
  private let day = Day(year: 2016, month: 1, day: 5)!

  @Test("5.1: each act is open from the states that the handbook gives it, and from no other") func table() {
    let acts: [(EnrolmentAct, Set<EnrolmentStatus>)] = [
      (.identify(.hospital), [.declined, .withdrawn, .ineligible, .moved, .ended]),
      (.invite, [.identified]),
      (.end(.ineligible), [.identified, .invited]),
      (.end(.moved), [.identified, .invited, .enrolled]),
      (.end(.ended), [.identified, .invited, .enrolled]),
    ]
    for (act, from) in acts {
      for status in EnrolmentStatus.allCases {
        let objection = act.objection(in: status, doNotAskBefore: nil, on: day)
        #expect((objection == nil) == from.contains(status), "\(act) from \(status)")
      }
    }
    #expect(EnrolmentAct.identify(.hospital).objection(in: nil, doNotAskBefore: nil, on: day) == nil)
    #expect(EnrolmentAct.invite.objection(in: nil, doNotAskBefore: nil, on: day) != nil)
  }

  @Test("5.3: whoever said not to be asked before a day is not identified again before it") func notBefore() {
    let act = EnrolmentAct.identify(.clinicalJudgement)
    #expect(act.objection(in: .declined, doNotAskBefore: day + 1, on: day) != nil)
    #expect(act.objection(in: .declined, doNotAskBefore: day, on: day) == nil)
    #expect(act.objection(in: .moved, doNotAskBefore: day + 1, on: day) == nil)
  }

  @Test("5.2: the threshold is the value at rank ceil(x% of N), and everybody at or above it is in: ties too")
  func topShare() throws {
    #expect(RiskRun.target(of: [], percent: 20) == nil)
    let ten = try #require(RiskRun.target(of: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], percent: 20))
    #expect(ten.threshold == 9 && ten.count == 2)
    let eleven = try #require(RiskRun.target(of: Array(stride(from: 1.0, through: 11, by: 1)), percent: 20))
    #expect(eleven.threshold == 9 && eleven.count == 3, "rank ceil(2.2) = 3")
    let ties = try #require(RiskRun.target(of: [9, 9, 9, 9, 1, 1, 1, 1, 1, 1], percent: 20))
    #expect(ties.threshold == 9 && ties.count == 4)
    let one = try #require(RiskRun.target(of: [0.4], percent: 1))
    #expect(one.threshold == 0.4 && one.count == 1)
  }

  @Test("5.2: the count agrees with one that is made person by person, for any scores") func naive() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...120, using: &random)).map { _ in
        Double(Int.random(in: 0...30, using: &random)) / 100
      }
      let percent = Int.random(in: 1...100, using: &random)
      let target = try #require(RiskRun.target(of: values, percent: percent))
      // Whoever has fewer than the wanted number above them is in.
      let wanted = Int((Double(percent) * Double(values.count) / 100).rounded(.up))
      let count = values.count { value in values.count { $0 > value } < max(wanted, 1) }
      #expect(target.count == count, "\(percent)% of \(values)")
    }
  }
}
