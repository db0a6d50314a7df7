import CaseModel

/// Enrolment and the consent it rests on (handbook 5.1, 5.3, I-5).
///
/// A file is often older than what the teams know. So an import takes a person forward (identified, invited, enrolled)
/// and out, but never back: somebody enrolled here stays enrolled when a file says "identified", and somebody who
/// declined, withdrew or left is enrolled again only by a consent given after that.
extension PersonDifference {
  mutating func compareEnrolment() {
    let statement = line.consent.map { consent in
      let decision: String
      switch line.enrolmentStatus {
      case .declined?: decision = "refused"
      case .withdrawn?: decision = "withdrawn"
      default: decision = "given"
      }
      return KnownPerson.Statement(basis: consent.basis, decision: decision, at: consent.on)
    }
    guard let current = known.enrolment else {
      if let statement { add(.consent(statement)) }
      begin(line.enrolmentStatus ?? .identified)
      return
    }
    guard let status = line.enrolmentStatus else {
      // The file says nothing of where the person stands: how they came and since when may still be news.
      if let statement, !known.consents.contains(statement), current.status.isOpen { add(.consent(statement)) }
      amend(current, to: current.status)
      return
    }
    if status == .enrolled, let died = known.died {
      complain(
        "enrolment_status", status.rawValue, "R-ID-08",
        "This person died on \(died.short), as recorded here. Find out which is true.")
      return
    }
    if let statement, !known.consents.contains(statement), takes(current, status) { add(.consent(statement)) }
    move(current, to: status)
  }

  /// Whether the person's own statement in the file goes with a move that is made.
  private func takes(_ current: KnownPerson.Enrolled, _ status: EnrolmentStatus) -> Bool {
    current.status.isOpen || status == current.status || !status.isOpen || isEnrolledAnew(current, status)
  }

  private func isEnrolledAnew(_ current: KnownPerson.Enrolled, _ status: EnrolmentStatus) -> Bool {
    guard status == .enrolled, current.status != .died, let consent = line.consent else { return false }
    let left = [current.endedOn, known.consents.filter { $0.decision != "given" }.map(\.at).max()].compactMap { $0 }
      .max()
    return left.map { consent.on > $0 } ?? true
  }

  private mutating func begin(_ status: EnrolmentStatus) {
    add(
      .enrolment(
        KnownPerson.Enrolled(
          id: "", status: status, route: line.route, identifiedOn: status == .identified ? context.day : nil,
          enrolledOn: line.enrolledOn, endedOn: status.isOpen ? nil : context.day)))
  }

  private mutating func move(_ current: KnownPerson.Enrolled, to status: EnrolmentStatus) {
    switch (current.status.isOpen, status.isOpen) {
    case (true, true) where status.progress >= current.status.progress: amend(current, to: status)
    case (true, false), (false, false): amend(current, to: status)
    case (true, true):
      warn(
        "enrolment_status", status.rawValue, "5.1",
        "This person is \(current.status.words.lowercased()) here and stays so: a file never takes anybody back.")
    case (false, true):
      if isEnrolledAnew(current, status) {
        begin(status)
      } else if status == .enrolled {
        let since = current.endedOn.map { " since \($0.short)" } ?? ""
        complain(
          "enrolment_status", status.rawValue, "5.3",
          "This person is \(current.status.words.lowercased()) here\(since), and the consent in the file is no newer. "
            + "Ask the person, and record a new consent.")
      } else {
        warn(
          "enrolment_status", status.rawValue, "5.1",
          "This person is \(current.status.words.lowercased()) here and stays so.")
      }
    }
  }

  private mutating func amend(_ current: KnownPerson.Enrolled, to status: EnrolmentStatus) {
    var columns = FieldDifference()
    columns.add("status", .of(status), known: .of(current.status))
    if current.status.isOpen {
      columns.add("route", .of(line.route), known: .of(current.route))
      columns.add("enrolled_on", .of(line.enrolledOn), known: .of(current.enrolledOn))
      if status == .enrolled, current.status != .enrolled {
        columns.set("practice_at_enrolment", .text(line.practiceCode))
      }
      if !status.isOpen {
        columns.set("ended_on", .of(context.day))
        columns.set("end_reason", .text("as the caseload file says"))
      }
    }
    if !columns.isEmpty { add(.enrolmentChange(id: current.id, columns)) }
  }
}

extension EnrolmentStatus {
  /// Whether somebody may yet be, or is, in the service.
  var isOpen: Bool { progress > 0 }

  /// How far on the way in; 0 for those who are out.
  var progress: Int {
    switch self {
    case .identified: 1
    case .invited: 2
    case .enrolled: 3
    default: 0
    }
  }
}
