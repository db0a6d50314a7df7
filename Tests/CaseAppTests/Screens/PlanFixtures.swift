import CaseModel
import CaseTesting
import TerminalKit

@testable import CaseApp

/// Invented people and plans for the tests of the editor and of the conflict screen.
enum PlanFixture {
  static let patient = ID<Patient>("begum")
  static let nasima = ID<PlanItem>("nasima")
  static let need = ID<PlanItem>("need")
  static let goal = ID<PlanItem>("goal")
  static let action = ID<PlanItem>("action")
  static let header = ID<PlanItem>("id-care_plan_header")
  static let aboutMe = ID<PlanItem>("id-about_me")

  static let francis = StaffMember(
    id: ID("francis"), name: "Jo Francis", role: .careNavigator, organisationCode: "X1",
    organisationName: "GP Care Group")
  static let adeyemi = StaffMember(
    id: ID("adeyemi"), name: "Tola Adeyemi", role: .socialWorker, organisationCode: "X2",
    organisationName: "Tower Hamlets Council")

  static func around(readOnly: Bool = false, practice: Bool = false) -> Surroundings {
    Surroundings(
      actor: Actor(staff: francis, workstation: "laptop"), now: sceneTime, isPractice: practice, isReadOnly: readOnly)
  }

  static var person: PersonRecord {
    var patient = Patient(
      id: patient, version: 1, name: PersonName(family: "Begum", given: "Rahela", title: "Mrs", preferred: "Rahela"),
      born: Day(year: 1941, month: 7, day: 14)!)
    patient.gender = .female
    patient.nhsNumber = NHSNumber(stored: "9990123012")
    return PersonRecord(patient: patient)
  }

  static var blank: CarePlan {
    var kinds = PlanItemKind.allCases.filter(\.isSingle).makeIterator()
    return CarePlan { "id-\(kinds.next()!.rawValue)" }
  }

  /// A plan that could be published as it is.
  static var complete: CarePlan {
    var plan = blank
    func set(_ kind: PlanItemKind, _ values: [PlanKey: String]) {
      for (key, value) in values { plan.set(key, of: plan.single(kind)!.id, to: value) }
    }
    set(
      .plan,
      [
        .offer: "offered_accepted", .agreedWith: "person", .agreedName: "Rahela Begum", .agreedRole: "self",
        .agreedOn: "2015-11-24", .nextReview: "2016-03-24", .reviewOwner: "francis", .copyDecision: "given",
      ])
    set(.requirement, [.language: "Sylheti", .interpreterRequired: "yes"])
    set(.aboutMe, [.mostImportant: "I want to manage my own tablets."])
    plan.add(PlanItem(id: need, kind: .need, values: [.text: "To get about", .domain: "functional"]))
    plan.add(
      PlanItem(
        id: goal, kind: .goal, parent: need,
        values: [.text: "Walk to the mosque", .status: "active", .owner: "Physio", .targetDate: "2016-03-31"]))
    plan.add(
      PlanItem(
        id: action, kind: .action, parent: goal,
        values: [.what: "Practise stairs", .whoName: "Rahela", .status: "in_progress"]))
    plan.add(
      PlanItem(
        id: nasima, kind: .personalContact,
        values: [.name: "Nasima", .relationship: "daughter", .roles: "emergency_contact", .contact: "07700 900123"]))
    return plan
  }

  static func record(
    _ plan: CarePlan = complete, version: Int = 7, row: Int = 11, status: CarePlanStatus = .active,
    by: String = "T. Adeyemi", at: Moment = Moment(Day(number: 16_763), hour: 10, minute: 0)
  ) -> CarePlanRecord {
    CarePlanRecord(
      id: ID("plan"), patient: patient, status: status, versionNumber: version, rowVersion: row, plan: plan,
      lastUpdated: at, lastUpdatedBy: by)
  }

  static func start(_ record: CarePlanRecord?, draft: PlanEditorDraft? = nil, ids: Int = 40) -> PlanEditorStart {
    PlanEditorStart(
      person: person, record: record, draft: draft, staff: [francis, adeyemi], blank: blank,
      spareIDs: (0..<ids).map { "new-\($0)" }, at: sceneTime)
  }

  static func editor(
    _ record: CarePlanRecord? = record(), draft: PlanEditorDraft? = nil, around: Surroundings = around()
  ) -> PlanEditorScreen {
    var screen = PlanEditorScreen(patient)
    screen.around = around
    _ = screen.fit(Size(columns: 80, rows: 22))
    _ = screen.begin()
    _ = screen.handle(.loaded(start(record, draft: draft)))
    return screen
  }
}

/// Drives one screen as the loop would: commands first, then the screen's own keys.
struct Driven<S: Screen> {
  var screen: S
  var steps: [Step<S.Work>] = []

  init(_ screen: S) { self.screen = screen }

  mutating func send(_ event: S.Event) {
    steps = screen.handle(event)
  }

  mutating func press(_ notation: String) {
    for key in Keys.parse(notation) { press(key) }
  }

  mutating func press(_ key: Key) {
    let command = S.commands.first {
      $0.keys.contains(key) && (!screen.isTyping || !isText(key)) && $0.applies(screen)
    }
    if let command {
      steps = command.unavailable(screen).map { [.say($0)] } ?? screen.handle(command.event(screen))
    } else if let event = screen.event(for: .key(key)) {
      steps = screen.handle(event)
    } else {
      steps = []
    }
  }

  mutating func type(_ text: String) {
    for key in Keys.typing(text) { press(key) }
  }

  /// A line of linear mode.
  mutating func say(_ line: String) {
    if screen.outline().prompt != nil, let event = screen.event(forAnswer: line) {
      steps = screen.handle(event)
    } else if let number = Int(line), let event = screen.event(forChoice: number) {
      steps = screen.handle(event)
    } else {
      steps = []
    }
  }

  private func isText(_ key: Key) -> Bool { if case .character = key { true } else { false } }

  var said: [String] {
    steps.compactMap { if case .say(let text) = $0 { text } else { nil } }
  }

  var works: [S.Work] {
    steps.compactMap { step in
      switch step {
      case .perform(let work), .replace(_, let work), .later(_, _, let work): work
      default: nil
      }
    }
  }
}

/// Words of the picture, three letters or more, that the outline does not say.
func unread<S: Screen>(_ screen: S, size: Size) -> [String] {
  var screen = screen
  _ = screen.fit(size)
  var canvas = Canvas(size)
  screen.draw(on: &canvas)
  let outline = screen.outline().text + " " + (screen.outline().prompt ?? "")
  let words = canvas.frame().picture().split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 }
  return words.filter { !outline.contains($0) }
}
