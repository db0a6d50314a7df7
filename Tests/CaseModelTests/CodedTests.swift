import CaseModel
import Testing

@Suite("Closed lists")
struct CodedTests {
  private func check<Answer: Coded>(_ kind: Answer.Type) {
    var meanings = [String: Answer]()
    for answer in Answer.allCases {
      #expect(Answer(reading: answer.rawValue) == answer)
      #expect(Answer(reading: answer.words.uppercased()) == answer)
      for text in Set(([answer.rawValue, answer.words] + answer.alsoWritten).map(plainLetters)) where !text.isEmpty {
        #expect(meanings[text] == nil, "\(kind): \(text) means two things")
        meanings[text] = answer
      }
    }
    #expect(Answer(reading: "") == nil)
    #expect(Answer(reading: " ") == nil)
    #expect(Answer(reading: "no such answer") == nil)
  }

  @Test("Every answer is read back from its code and its words, and no text means two answers")
  func readBack() {
    check(Gender.self)
    check(EthnicCategory.self)
    check(EthnicCategory.Group.self)
    check(NHSNumberUnavailableReason.self)
    check(EnrolmentStatus.self)
    check(EnrolmentRoute.self)
    check(ConsentBasis.self)
    check(RiskUnit.self)
    check(OrganisationKind.self)
    check(ProfessionalBody.self)
    check(StaffRole.self)
  }

  @Test("Case, spaces and punctuation do not matter")
  func lenient() {
    #expect(Gender(reading: " f ") == .female)
    #expect(Gender(reading: "x") == .notKnown)
    #expect(OrganisationKind(reading: "GP-Practice") == .gpPractice)
    #expect(EthnicCategory(reading: "bangladeshi") == .bangladeshi)
    #expect(RiskUnit(reading: "%") == .percent)
    #expect(StaffRole(reading: "MDT Co-ordinator") == .mdtCoordinator)
  }

  @Test("Handbook 7.4: ethnic categories fall into White A to C, Mixed D to G, Asian H to L, Black M to P and so on")
  func groups() {
    let groups = Dictionary(grouping: EthnicCategory.allCases, by: \.group).mapValues { $0.map(\.rawValue).joined() }
    #expect(groups[.white] == "ABC")
    #expect(groups[.mixed] == "DEFG")
    #expect(groups[.asian] == "HJKL")
    #expect(groups[.black] == "MNP")
    #expect(groups[.other] == "RS")
    #expect(groups[.unknown] == "Z99")
  }

  @Test("Handbook 7.3: registration numbers of a strange shape are doubted, never refused")
  func registration() {
    #expect(ProfessionalBody.gmc.doubt(about: "7123456") == nil)
    #expect(ProfessionalBody.gmc.doubt(about: "712345") != nil)
    #expect(ProfessionalBody.nmc.doubt(about: "98I1234E") == nil)
    #expect(ProfessionalBody.nmc.doubt(about: "9811234E") != nil)
    #expect(ProfessionalBody.swe.doubt(about: "SW104") == nil)
    #expect(ProfessionalBody.swe.doubt(about: "104") != nil)
    #expect(ProfessionalBody.hcpc.doubt(about: "PH1") == nil)
  }
}
