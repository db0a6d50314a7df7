public import CaseModel

/// What each member of staff has for themselves: saved views, drafts, and what they may take back.
extension CaseStore {
  /// The reader's own views, by name. The nine built-in ones are `CaseloadView.builtIn`.
  public func views() async throws(Problem) -> [CaseloadView] {
    try await ownReading("Your views were not read.") { try SavedViews.all(of: $1, $0) }
  }

  /// Keeps a view for whoever writes; one with the same identifier is replaced.
  public func saveView(_ view: CaseloadView, by: Writing) async throws(Problem) {
    let what = "The view was not saved."
    try await expectOwn(by.actor.id, doing: what)
    try await writing(what, .action(.ownWork), by) { try SavedViews.save(view, in: $0) }
  }

  /// Takes a view away.
  ///
  /// - Throws: `notFound`.
  public func removeView(_ id: String, by: Writing) async throws(Problem) {
    let what = "The view was not removed."
    try await expectOwn(by.actor.id, doing: what)
    try await writing(what, .action(.ownWork), by) { try SavedViews.takeAway(id, in: $0) }
  }

  /// What an undo of the reader's would take back; nil when there is nothing.
  public func undoable() async throws(Problem) -> UndoEntry? {
    try await ownReading("What may be undone was not read.") { connection, id in
      try UndoLog.next(of: id, undone: false, connection).map { UndoEntry(words: $0.words, at: $0.at) }
    }
  }

  /// Takes back the newest thing that this person did: a plan saved or published, a review, a view. Survives restarts.
  ///
  /// - Throws: `notFound` when there is nothing; `conflict` when somebody else changed it since, and then the next undo
  ///   goes on to what was done before it.
  public func undo(by: Writing) async throws(Problem) -> UndoOutcome { try await turn(undone: true, by) }

  /// Does again what was undone last.
  ///
  /// - Throws: as `undo`.
  public func redo(by: Writing) async throws(Problem) -> UndoOutcome { try await turn(undone: false, by) }

  private func turn(undone: Bool, _ by: Writing) async throws(Problem) -> UndoOutcome {
    let what = undone ? "Nothing was undone." : "Nothing was redone."
    try await expectOwn(by.actor.id, doing: what)
    do throws(Problem) {
      return try await writing(what, .action(.ownWork), by) { try Undoing.turn(undone: undone, in: $0) }
    } catch {
      guard error.kind == .conflict else { throw error }
      // What cannot be taken back any more must not stand in the way of what was done before it.
      try await writing(what, .action(.ownWork), by) {
        try Undoing.giveUp(undone: undone, because: error.reason, in: $0)
      }
      throw error
    }
  }

  /// What the reader has not been told yet of plans they wrote, oldest first. Opening the person tells it.
  public func notes() async throws(Problem) -> [PlanNote] {
    try await ownReading("Your notes were not read.") { try PlanNotes.unseen(by: $1, $0) }
  }

  /// Reads what is whoever is at the store's.
  private func ownReading<T: Sendable>(
    _ what: String, _ body: @escaping @Sendable (any Connection, ID<StaffMember>) throws -> T
  ) async throws(Problem) -> T {
    try await permitted(what, .action(.ownWork)) { connection, permit in
      guard let facts = permit.facts else { throw StoreFault(.unavailable, "nobody is signed in") }
      return try body(connection, facts.staff)
    }
  }

  // MARK: Drafts

  /// Keeps what somebody is writing in a file of their own beside the store, durable when this returns. Works when the
  /// store itself is full, locked or gone.
  public func keepDraft(_ draft: PlanDraft, of staff: ID<StaffMember>) async throws(Problem) {
    try await expectOwn(staff, doing: "The draft was not kept.")
    try draftFiles.keep(draft, .plan, for: draft.patient, of: staff)
  }

  /// Takes hold of the draft that somebody is going to write, so that another session of theirs writes one beside it.
  /// The hold ends with the last reference to it, and with the program.
  ///
  /// - Throws: `conflict` when the draft asked for is being written in another session.
  public func holdDraft(
    _ choice: DraftChoice, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) async throws(Problem) -> DraftHold {
    try await expectOwn(staff, doing: "The draft was not read.")
    let drafts = draftFiles
    let kept = try drafts.numbers(.plan, as: PlanDraft.self, for: patient, of: staff)
    return try drafts.hold(choice, .plan, for: patient, of: staff, newestFirst: kept)
  }

  /// Somebody's draft for a person; nil when there is none.
  ///
  /// - Throws: `damaged` when the file is not what mdt writes.
  public func draft(
    for patient: ID<Patient>, of staff: ID<StaffMember>, number: Int = 1
  ) async throws(Problem) -> PlanDraft? {
    try await expectOwn(staff, doing: "The draft was not read.")
    return try draftFiles.draft(.plan, number, for: patient, of: staff)
  }

  /// All of somebody's drafts, newest first. Files that cannot be read are left for `doctor` to name.
  public func drafts(of staff: ID<StaffMember>) async throws(Problem) -> [PlanDraft] {
    try await expectOwn(staff, doing: "The draft was not read.")
    return try draftFiles.all(.plan, of: staff)
  }

  /// Some session is writing this draft just now.
  public func isBeingWritten(_ draft: PlanDraft, by staff: ID<StaffMember>) -> Bool {
    isOwn(staff) && draftFiles.isHeld(.plan, draft.number, for: draft.patient, of: staff)
  }

  /// Removes a draft; nothing happens when there is none.
  public func discardDraft(
    for patient: ID<Patient>, of staff: ID<StaffMember>, number: Int = 1
  ) async throws(Problem) {
    try await expectOwn(staff, doing: "The draft was not removed.")
    try draftFiles.discard(.plan, number, for: patient, of: staff)
  }
}
