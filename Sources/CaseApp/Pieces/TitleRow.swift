import CaseModel
import TerminalKit

/// The first row of a screen about several people: where one is, who is at the keys, what time it is.
///
/// When it does not fit, the weekday goes first, then the role, the person, and last the program's name; the place,
/// the word PRACTICE and the time always stay.
struct TitleRow {
  /// `Caseload`
  var title: String
  /// `South West locality`
  var scope: String
  var around: Surroundings

  /// What everybody must see at once about this store.
  var states: [String] {
    (around.isPractice ? ["PRACTICE"] : []) + (around.isReadOnly ? ["READ-ONLY"] : [])
  }

  func draw(on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let form = forms.first { width(of: $0) <= columns } ?? forms[forms.count - 1]
    let clockColumn = columns - form.clock.count
    var column = 1
    column += canvas.write(form.title, at: column, 0, as: .heading) + 2
    for state in states { column += canvas.write(state, at: column, 0, as: .state) + 2 }
    let room = max(0, clockColumn - column - 2 - (form.who.isEmpty ? 0 : TextWidth.width(of: form.who) + 2))
    canvas.write(scope, at: column, 0, width: room, cut: .mark)
    if !form.who.isEmpty { canvas.writeRight(form.who, endingAt: clockColumn - 2, 0, as: .strong) }
    canvas.write(form.clock, at: clockColumn, 0)
  }

  func read(into outline: inout Outline) {
    let place = ["MDT", title, scope].filter { !$0.isEmpty }.joined(separator: ", ")
    outline.heading("\(place). \(around.actor.staff.signature). \(around.now.day.longWithWeekday), \(around.now.clock)")
    if around.isPractice { outline.text("PRACTICE: this store holds invented people only.") }
    if around.isReadOnly { outline.text("READ-ONLY: nothing can be changed in this session.") }
  }

  private struct Form {
    var title: String
    var who: String
    var clock: String
  }

  private var forms: [Form] {
    let staff = around.actor.staff
    let (long, short) = (around.clock, "\(around.now.day.short) \(around.now.clock)")
    let path = "MDT > \(title)"
    return [
      Form(title: path, who: staff.signature, clock: long), Form(title: path, who: staff.signature, clock: short),
      Form(title: path, who: staff.shortName, clock: long), Form(title: path, who: staff.shortName, clock: short),
      Form(title: path, who: "", clock: short), Form(title: title, who: "", clock: short),
    ]
  }

  private func width(of form: Form) -> Int {
    let parts = [form.title, scope, form.who] + states
    return 1 + form.clock.count + parts.filter { !$0.isEmpty }.reduce(0) { $0 + TextWidth.width(of: $1) + 2 }
  }
}
