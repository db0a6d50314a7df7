import CaseModel

/// What is done to a crisis plan: a plain value, which the store is asked for.
enum CrisisAct: Hashable, Sendable {
  case approve(CrisisPlanRecord.ID, basedOn: Int, answers: [CrisisWarning: String])
  case confirm(CrisisPlanRecord.ID, basedOn: Int, answers: [CrisisWarning: String])
  case renew(CrisisPlanRecord.ID, basedOn: Int, discussedOn: Day?, note: String)
  case stillRight(CrisisPlanRecord.ID, basedOn: Int, next: Day?, note: String)
  case revoke(byPerson: Bool, reason: String)
  case void(CrisisPlanRecord.ID, basedOn: Int, reason: String)
  case use(CrisisUse)
  case recall(Int, CrisisCopy.Recall)
  case keySafe(String)

  /// It carries somebody's signature, so they show by their PIN that it is they.
  var isSigned: Bool {
    switch self {
    case .approve, .confirm, .renew, .stillRight: true
    default: false
    }
  }

  /// Named as an act.
  var words: String {
    switch self {
    case .approve: "Approve the plan"
    case .confirm: "Confirm the plan"
    case .renew: "Renew the plan"
    case .stillRight: "Say that the plan is still right"
    case .revoke: "Revoke the plan"
    case .void: "Mark it as entered in error"
    case .use: "Record the use"
    case .recall: "Recall the copy"
    case .keySafe: "Keep the code"
    }
  }
}
