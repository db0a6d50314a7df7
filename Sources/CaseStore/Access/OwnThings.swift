import CaseModel

/// What is somebody's own (views, notes, drafts, what they may take back) is theirs alone, whoever asks for it by name.
extension CaseStore {
  /// For drafts, which are files: they are kept also where the store cannot be read, so nothing is asked of it.
  func expectOwn(_ staff: ID<StaffMember>, doing what: String) async throws(Problem) {
    guard let by = seat?.writing() else {
      throw Problem(what, because: "Nobody is signed in.", try: "Sign in, then try again.", kind: .refused)
    }
    guard by.actor.id != staff else { return }
    throw await told(OwnThings.refusal, doing: what, by)
  }

  /// The same for a question that only says yes or no.
  func isOwn(_ staff: ID<StaffMember>) -> Bool { seat.map { $0.writing().actor.id == staff } ?? false }
}

private enum OwnThings {
  static let refusal = AccessRefusal(denial: .notYours, action: .ownWork, patient: nil, mayBreakGlass: false)
}
