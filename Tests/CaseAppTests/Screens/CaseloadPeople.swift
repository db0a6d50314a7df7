import CaseModel
import TerminalKit

@testable import CaseApp

/// Tuesday 5 January 2016, 09:42.
let tuesday = Moment(Day(number: 16_805), hour: 9, minute: 42)

func surroundings(locality: String? = "South West", readOnly: Bool = false, practice: Bool = false) -> Surroundings {
  Surroundings(
    actor: Actor(
      staff: StaffMember(
        id: ID("staff-1"), name: "Rashid Khan", role: .careNavigator, organisationCode: "GPCG",
        organisationName: "GP Care Group", locality: locality), workstation: "desk"), now: tuesday,
    isPractice: practice, isReadOnly: readOnly)
}

func day(_ iso: String) -> Day { Day(iso: iso)! }

func person(
  _ number: Int, _ family: String, _ given: String, _ title: String, _ born: String, _ nhs: String,
  due: Int? = nil, plan: CarePlanStatus? = .active, sw: String? = "T. Adeyemi", similar: Bool = false
) -> CaseloadRow {
  CaseloadRow(
    id: ID("p\(number)"), position: CaseloadPosition(key: .text(family.lowercased()), tie: number),
    name: PersonName(family: family, given: given, title: title), born: day(born), gender: .female,
    nhsNumber: NHSNumber(stored: nhs), practiceCode: "F99003", locality: "South West", riskValue: 34,
    riskUnit: .percent, riskModel: "QAdmissions", riskRunOn: day("2015-12-01"), planStatus: plan,
    reviewDue: due.map { tuesday.day + $0 }, namedSocialWorker: sw, enrolment: .enrolled, hasSimilar: similar)
}

/// The people of mock-up 1.
let mockPeople = [
  person(1, "Begum", "Rahela", "Mrs", "1941-07-14", "9990123012", due: -12),
  person(2, "Clarke", "Winston", "Mr", "1938-02-02", "9990202206", due: -5),
  person(3, "O'Brien", "Maureen", "Ms", "1945-11-30", "9990281394", plan: nil, sw: nil),
  person(4, "Miah", "Abdul Karim", "Mr", "1950-01-01", "9990360588", due: 0, sw: "F. Boateng"),
  person(5, "Hussain", "Shirin", "Mrs", "1933-09-19", "9990518963", due: 2),
  person(6, "Petrov", "Ivan", "Mr", "1947-05-07", "9990598150", due: 3, sw: nil),
  person(7, "van der Merwe-Ashworth", "Philippa", "Lady", "1929-03-21", "9990677344", due: 6, sw: "F. Boateng"),
  person(8, "Ali", "Nurjahan", "Miss", "1961-12-11", "9990756538", due: 9, sw: "F. Boateng", similar: true),
  person(9, "Ali", "Nurjahan", "Mrs", "1958-04-05", "9990835721", due: 10, similar: true),
  person(10, "Farah", "Hodan", "Ms", "1955-08-12", "9991152482", due: 10),
]

/// A caseload that has been opened and has read its rows.
func caseload(
  _ rows: [CaseloadRow] = mockPeople, size: Size = Size(columns: 80, rows: 22), of total: Int? = nil,
  around: Surroundings = surroundings()
) -> CaseloadScreen {
  var screen = CaseloadScreen()
  screen.around = around
  _ = screen.fit(size)
  _ = screen.begin()
  _ = screen.arrive(rows, of: total)
  return screen
}

extension CaseloadScreen {
  /// The first rows of what the screen asks for arrive, and its counts.
  mutating func arrive(_ rows: [CaseloadRow], of total: Int? = nil) -> [Step<Work>] {
    let page = CaseloadPage(rows: rows, atStart: true, atEnd: total == nil, firstNumber: nil)
    let steps = handle(.pageRead(query, list.awaited ?? .first, page))
    if let total { _ = handle(.counted(query, total)) }
    _ = handle(.scopeCounted(scopeQuery, 412))
    return steps
  }

  /// Presses keys as the loop does, commands first.
  mutating func press(_ keys: String) -> [Step<Work>] {
    var steps: [Step<Work>] = []
    for key in Keys.parse(keys) {
      let screen = self
      if let command = Self.commands.first(where: {
        $0.keys.contains(key) && (!screen.isTyping || !key.types) && $0.applies(screen)
      }) {
        if let why = command.unavailable(screen) {
          steps = [.say(why)]
        } else {
          steps = handle(command.event(screen))
        }
      } else if let event = event(for: .key(key)) {
        steps = handle(event)
      }
    }
    return steps
  }

  mutating func type(_ text: String) -> [Step<Work>] {
    var steps: [Step<Work>] = []
    for key in Keys.typing(text) { if let event = event(for: .key(key)) { steps = handle(event) } }
    return steps
  }
}
