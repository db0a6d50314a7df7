import CaseModel

/// How what waits is said as a line of a worklist.
extension WorklistRow {
  init(_ row: CaseloadRow, on list: Worklist, _ day: Day) {
    self.init(
      patient: row.id, name: row.name, nhsNumber: row.nhsNumber, why: "", toDo: "", due: row.reviewDue,
      isOverdue: false, born: row.born, hasSimilar: row.hasSimilar)
    switch list {
    case .noPlan:
      why = row.noPlanReason.map { "No care plan: \($0)" } ?? "No care plan, and nobody has said why"
      toDo = "Begin one, or say why there is none"
      (target, due) = (.carePlan, nil)
    case .dataQuality:
      why =
        row.dataQualityCount == 1
        ? "1 thing is missing or wrong" : "\(row.dataQualityCount) things are missing or wrong"
      toDo = "Open the record, which names them, and put them right at their source"
      due = nil
    default:
      isOverdue = row.reviewDue.map { $0 < day } ?? false
      why = row.reviewDue.map { "The review of the care plan \(WorklistRow.dueWords($0, on: day))" } ?? "No review date"
      toDo = "Review the plan, or say why not"
      target = .carePlan
    }
  }

  init(_ task: ConsentTask, _ day: Day) {
    self.init(
      patient: task.patient, name: task.patientName, nhsNumber: task.nhsNumber,
      why: "Has withdrawn; still open: \(task.what)", toDo: "Stop it or transfer it", due: task.raisedAt.day,
      isOverdue: task.raisedAt.day < day, owner: task.ownerID, ownerName: task.owner, target: .consent)
  }

  init(_ review: BestInterestsReview, _ day: Day) {
    self.init(
      patient: review.patient, name: review.patientName, nhsNumber: review.nhsNumber,
      why: "\(review.subject.words): decided in their best interests by \(review.decidedBy), to be looked at again "
        + WorklistRow.dueWords(review.due, on: day),
      toDo: "Decide again, or record what the person says now", due: review.due, isOverdue: review.due < day,
      target: .consent)
  }

  init(_ alert: PrivacyAlert, _ day: Day, holidays: Set<Day>) {
    self.init(
      patient: alert.patient, name: alert.patientName, nhsNumber: alert.nhsNumber,
      why: "\(alert.kind.words), \(alert.at.short): \(alert.staffName), \(alert.organisation)",
      toDo: "Look at the reason and give a verdict", due: alert.at.day,
      isOverdue: alert.isEscalated(on: day, holidays: holidays), target: .privacy)
  }

  /// "was due 02-Jan-2016, 3 days ago"
  static func dueWords(_ due: Day, on day: Day) -> String {
    let days = due - day
    switch days {
    case 0: return "is due today"
    case ..<0: return "was due \(due.short), \(-days == 1 ? "1 day" : "\(-days) days") ago"
    default: return "is due \(due.short), in \(days == 1 ? "1 day" : "\(days) days")"
    }
  }
}
