public import CaseModel

/// Why a crisis plan was not saved or signed.
public enum CrisisSaveFailure: Error, Sendable {
  /// Somebody else saved the draft first (D-VER-1). Nothing was saved; `theirs` is what stands now. It is never joined.
  case conflict(theirs: CrisisPlanRecord)
  /// R-CR-06: these warnings want a reason each.
  case unanswered([CrisisWarning])
  case problem(Problem)
}

/// Crisis plans (spec 3): reading, drafting, approving, confirming, renewing, revoking, using.
extension CaseStore {
  /// Everything about somebody's crisis plans, for those who work on them; a draft with it. What is shown to clinicians
  /// only is left out for others.
  public func crisisFile(of id: ID<Patient>) async throws(Problem) -> CrisisFile {
    try await readingCrisis("The crisis plan was not read.", of: id) { connection, permit in
      guard let facts = permit.facts, let patient = try PersonReading.patient(id, today: facts.day, connection) else {
        throw StoreFault(.unavailable, "nobody is signed in")
      }
      var file = CrisisFile(patient: patient)
      let roles = facts.actor.roles
      func may(_ action: AccessAction) -> Bool { roles.contains { RolePermissions.of($0).actions.contains(action) } }
      file.mayEditClinical = may(.editCrisisClinical)
      file.mayApprove = !roles.isDisjoint(with: CrisisApproving.approvers)
      file.mayConfirm = roles.contains(.gp) || !roles.isDisjoint(with: CrisisApproving.consultants)
      file.current = try CrisisReading.current(of: id, connection)
      file.draft = try CrisisReading.draft(of: id, connection)
      file.versions = try CrisisReading.versions(of: id, on: facts.day, connection)
      file.signOffs = try CrisisReading.signOffs(of: id, connection)
      file.answers = try CrisisReading.answers(of: id, connection)
      file.uses = try CrisisReading.uses(of: id, connection)
      file.copies = try CrisisReading.copies(of: id, connection)
      file.keySafeSince = try KeySafe.since(of: id, connection)
      file.surroundings = try CrisisReading.surroundings(
        of: id, contacts: file.current?.plan.contacts ?? [], on: facts.day, connection)
      if !file.mayEditClinical {
        file.current = file.current?.withoutPrognosis
        file.draft = file.draft?.withoutPrognosis
      }
      return file
    }
  }

  /// One signed version; nil where there is none of that number.
  public func crisisVersion(of id: ID<Patient>, number: Int) async throws(Problem) -> CrisisPlanRecord? {
    try await readingCrisis("The version was not read.", of: id) { connection, permit in
      let record = try CrisisReading.version(number, of: id, connection)
      return permit.facts?.mayReadPrognosis == true ? record : record?.withoutPrognosis
    }
  }

  /// What whoever comes in an emergency sees: what is in force or has expired, and never a draft (R-CR-08). Each time is
  /// a row of the audit with the reason.
  ///
  /// - Parameter reason: what it is opened for: "emergency view", "printed".
  public func emergencyView(
    of id: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) -> EmergencyView {
    let what = "The emergency view was not opened."
    if !isReadOnly {
      do throws(Problem) {
        try await writing(what, .action(.readCrisisClinical, of: id), by) {
          try $0.audit(.view, "patient \(id)", patient: id, purpose: "crisis plan: \(reason)")
        }
        _ = seat?.openings.isNew(id)
      } catch {
        throw error.kind == .unavailable ? error.forUnrecordedOpening : error
      }
    }
    return try await permitted(what, .action(.readCrisisClinical, of: id)) { connection, permit in
      try EmergencyReading.view(of: id, on: by.at.day, for: permit.facts, connection)
    }
  }

  /// The same without an audit row: reading again what is open already, after somebody changed it.
  public func peekEmergencyView(of id: ID<Patient>, on day: Day) async throws(Problem) -> EmergencyView {
    try await permitted("The emergency view was not read.", .action(.readCrisisClinical, of: id)) {
      try EmergencyReading.view(of: id, on: day, for: $1.facts, $0)
    }
  }

  // MARK: Drafting

  /// Saves the one draft of a person's plan that the team sees.
  ///
  /// - Parameter basedOn: the `rowVersion` it was read at; nil where there was no draft.
  public func saveCrisisDraft(
    _ plan: CrisisPlan, of id: ID<Patient>, basedOn: Int?, by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    try await savingCrisis("The draft was not saved.", .action(.editCrisisFirstSteps, of: id), id, by) {
      try $0.saveDraft(plan, basedOn: basedOn)
    }
  }

  /// Marks a draft, or a version that should never have been signed, as entered in error. It stays in the history.
  ///
  /// - Throws: `conflict`; `refused` for a signed version where the role may not sign.
  public func voidCrisisPlan(
    _ plan: CrisisPlanRecord.ID, of id: ID<Patient>, basedOn: Int, reason: String, by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    let what = "It was not marked as entered in error."
    let why = try said(reason, what)
    return try await savingCrisis(what, .action(.editCrisisFirstSteps, of: id), id, by) {
      try $0.void(plan, basedOn: basedOn, reason: why)
    }
  }

  // MARK: Signing

  /// Approves a draft as interim: in force for `crisis.interim_days` (R-CR-01, R-CR-02).
  ///
  /// - Parameter answers: a reason for each warning of the plan (R-CR-06).
  public func approveCrisisPlan(
    _ plan: CrisisPlanRecord.ID, of id: ID<Patient>, basedOn: Int, answers: [CrisisWarning: String] = [:], by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    try await savingCrisis("The plan was not approved.", .action(.signCrisis, of: id), id, by) {
      try $0.approve(plan, basedOn: basedOn, answers: answers)
    }
  }

  /// Confirms an interim plan, or a draft in one act (R-CR-01, R-CR-03).
  public func confirmCrisisPlan(
    _ plan: CrisisPlanRecord.ID, of id: ID<Patient>, basedOn: Int, answers: [CrisisWarning: String] = [:], by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    try await savingCrisis("The plan was not confirmed.", .action(.signCrisis, of: id), id, by) {
      try $0.confirm(plan, basedOn: basedOn, answers: answers)
    }
  }

  /// Starts the clock of an interim plan again (R-CR-04).
  ///
  /// - Parameter discussedOn: the day on which a meeting spoke of it; needed from the second time on.
  public func renewCrisisPlan(
    _ plan: CrisisPlanRecord.ID, of id: ID<Patient>, basedOn: Int, discussedOn: Day?, note: String, by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    let what = "The plan was not renewed."
    let why = try said(note, what)
    return try await savingCrisis(what, .action(.signCrisis, of: id), id, by) {
      try $0.renew(plan, basedOn: basedOn, discussedOn: discussedOn, note: why)
    }
  }

  /// Records that the plan was looked at and is still right.
  ///
  /// - Parameter next: the day of the next review, of a confirmed plan.
  public func reviewCrisisPlan(
    _ plan: CrisisPlanRecord.ID, of id: ID<Patient>, basedOn: Int, next: Day?, note: String, by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    let what = "The review was not recorded."
    let why = try said(note, what)
    return try await savingCrisis(what, .action(.signCrisis, of: id), id, by) {
      try $0.review(plan, basedOn: basedOn, next: next, note: why)
    }
  }

  /// Ends the plan that is in force. For the person (R-CR-11) at once and without a reason, by whoever may write in it;
  /// else with a reason, by whoever may sign it.
  public func revokeCrisisPlan(
    of id: ID<Patient>, byPerson: Bool, reason: String, by: Writing
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    let what = "The plan was not revoked."
    let why = byPerson ? reason.trimmedText : try said(reason, what)
    return try await savingCrisis(what, .action(.editCrisisFirstSteps, of: id), id, by) {
      try $0.revoke(byPerson: byPerson, reason: String(why.prefix(2000)))
    }
  }

  private func said(_ text: String, _ what: String) throws(CrisisSaveFailure) -> String {
    do throws(Problem) { return try Reason.read(text, atLeast: 3, doing: what) } catch { throw .problem(error) }
  }

  // MARK: Using

  /// Records that the plan was needed, and what came of it (R-CR-10): it is then looked at again within 14 days.
  ///
  /// - Throws: `badData`.
  public func recordCrisisUse(_ use: CrisisUse, of id: ID<Patient>, by: Writing) async throws(Problem) {
    let what = "The use was not recorded."
    let who = use.whoUsed.trimmedText
    guard !who.isEmpty, who.count <= 280, use.whatToChange.count <= 2000 else {
      throw Problem(
        what, because: who.isEmpty ? "It does not say who used the plan." : "A text is too long.",
        try: "Say who used it, in a few words.", kind: .badData)
    }
    try await writing(what, .action(.editCrisisFirstSteps, of: id), by) { change in
      guard use.on <= change.at.day else {
        throw Problem(
          what, because: "The day is in the future.", try: "Give the day on which it was used.", kind: .badData)
      }
      let useID = change.by.newID()
      let version = try CrisisReading.current(of: id, change.connection)?.versionNumber ?? 0
      try change.insert(
        "crisis_use",
        [
          ("patient_id", .of(id)), ("id", .text(useID)), ("version_no", .of(version)), ("used_on", .of(use.on)),
          ("who_used", .text(who)), ("followed", .of(use.followed)), ("outcome", .of(use.outcome)),
          ("what_to_change", .text(use.whatToChange)),
        ])
      try change.audit(
        .create, "crisis_use \(useID)", patient: id, after: 1,
        purpose: "used on \(use.on.iso), followed: \(use.followed.rawValue), \(use.outcome.rawValue)",
        digest: SHA256.hex("\(useID) \(use.on.iso) \(who) \(use.followed.rawValue) \(use.outcome.rawValue)"))
    }
  }

  // MARK: Copies

  /// Gives a paper copy its number and says where it will be; the page is printed with it. A row of the audit.
  ///
  /// - Throws: `notFound` where no plan is in force; `refused` where the person does not want the plan to leave (spec
  ///   3.2) and the copy is not for their own home.
  public func giveCrisisCopy(
    of id: ID<Patient>, place: String, isForHome: Bool, by: Writing
  ) async throws(Problem) -> CrisisCopy {
    let what = "The copy was not made."
    let place = place.trimmedText
    guard (1...100).contains(place.count), !place.contains(where: \.isNewline) else {
      throw Problem(
        what, because: "It does not say where the copy will be, in at most 100 characters.",
        try: "Say where, for example: fridge door.", kind: .badData)
    }
    return try await writing(what, .action(.readCrisisClinical, of: id), by) { change in
      let connection = change.connection
      guard let current = try CrisisReading.current(of: id, connection) else {
        throw Problem(
          what, because: "No crisis plan is in force.", try: "Have a draft approved first.", kind: .notFound)
      }
      // What the plan says, and what the person has said of it since (5.3).
      let said = try connection.first(
        """
        SELECT k.decision FROM consent k WHERE k.patient_id = $1 AND k.subject = 'share_crisis_external'
        AND \(Consents.counts("k")) ORDER BY k.at DESC, k.id DESC LIMIT 1
        """, [.of(id)]
      ) { try $0.text() }
      if !isForHome, current.plan.consentToShare == .no || said == "refused" || said == "withdrawn" {
        throw Problem(
          what, because: "The person does not want their crisis plan to leave the team.",
          try: "Print it for their own home only, or ask them again.", kind: .refused)
      }
      let number =
        try connection.count("SELECT COALESCE(max(number), 0) FROM crisis_copy WHERE patient_id = $1", [.of(id)]) + 1
      try change.insert(
        "crisis_copy",
        [
          ("patient_id", .of(id)), ("number", .of(number)), ("version_no", .of(current.versionNumber)),
          ("place", .text(place)), ("given_at", .of(change.at)), ("given_by", .text(change.staffID)),
        ])
      try change.audit(
        .print, "crisis_copy \(number)", patient: id, after: 1,
        purpose: "copy \(number) of version \(current.versionNumber), for: \(place)")
      return CrisisCopy(
        number: number, version: current.versionNumber, place: place, givenAt: change.at,
        givenBy: change.by.actor.staff.name)
    }
  }

  /// Says what became of a copy that was fetched or looked for.
  ///
  /// - Throws: `notFound`, `conflict` where somebody has said so already.
  public func recallCrisisCopy(
    _ number: Int, of id: ID<Patient>, _ recall: CrisisCopy.Recall, by: Writing
  ) async throws(Problem) {
    let what = "The copy was not recalled."
    try await writing(what, .action(.editCrisisFirstSteps, of: id), by) { change in
      let copies = try CrisisReading.copies(of: id, change.connection)
      guard let copy = copies.first(where: { $0.number == number }) else {
        throw Problem(what, because: "There is no copy \(number).", try: "Look at the copies again.", kind: .notFound)
      }
      guard copy.recall == nil else {
        throw Problem(
          what, because: "\(copy.recalledBy ?? "Somebody") has done so already.", try: "Look at the copies again.",
          kind: .conflict)
      }
      try change.connection.run(
        """
        UPDATE crisis_copy SET recall = $1, recalled_at = $2, recalled_by = $3, updated_at = $2, updated_by = $3,
        row_version = row_version + 1 WHERE patient_id = $4 AND number = $5
        """, [.of(recall), .of(change.at), .text(change.staffID), .of(id), .of(number)])
      try change.audit(
        .update, "crisis_copy \(number)", patient: id, before: 1, after: 2,
        purpose: "copy of version \(copy.version) at \(copy.place): \(recall.rawValue)")
    }
  }

  // MARK: Ways in

  private func savingCrisis(
    _ what: String, _ need: Need, _ id: ID<Patient>, _ by: Writing,
    _ body: @escaping @Sendable (CrisisWriting) throws -> CrisisPlanRecord
  ) async throws(CrisisSaveFailure) -> CrisisPlanRecord {
    do {
      return try await transaction(need, by) { try body(CrisisWriting(id, what, in: $0)) }
    } catch let failure as CrisisSaveFailure {
      throw failure
    } catch {
      throw .problem(await told(error, doing: what, by))
    }
  }

  /// Whoever has opened the record has their row; for whoever has not, this is the opening.
  private func readingCrisis<T: Sendable>(
    _ what: String, of id: ID<Patient>, _ body: @escaping @Sendable (any Connection, Permit) throws -> T
  ) async throws(Problem) -> T {
    if !isReadOnly, let seat, seat.openings.isNew(id) {
      do throws(Problem) {
        try await writing(what, .action(.readCrisisClinical, of: id), seat.writing()) {
          try $0.audit(.view, "patient \(id)", patient: id, purpose: "crisis plan")
        }
      } catch {
        seat.openings.giveBack(id)
        throw error.kind == .unavailable ? error.forUnrecordedOpening : error
      }
    }
    return try await permitted(what, .action(.readCrisisClinical, of: id), body)
  }
}

extension AccessFacts {
  /// Spec 3.2: shown to clinicians only.
  var mayReadPrognosis: Bool {
    actor.roles.contains { RolePermissions.of($0).actions.contains(.editCrisisClinical) }
  }
}

enum EmergencyReading {
  static func view(
    of id: ID<Patient>, on day: Day, for facts: AccessFacts?, _ connection: any Connection
  ) throws -> EmergencyView {
    guard let patient = try PersonReading.patient(id, today: day, connection) else {
      throw Problem(
        "The emergency view was not opened.", because: "There is no such person in this store.",
        try: "Go back to the list.", kind: .notFound)
    }
    var view = EmergencyView(patient: patient, day: day)
    view.addresses = try PersonReading.addresses(of: id, connection)
    view.telecoms = try PersonReading.telecoms(of: id, connection)
    view.alerts = try CrisisReading.alerts(of: id, on: day, connection)
    view.team = try CareTeam.current(of: id, connection)
    view.keySafeSince = try KeySafe.since(of: id, connection)
    let current = try CrisisReading.current(of: id, connection)
    view.record = facts?.mayReadPrognosis == true ? current : current?.withoutPrognosis
    if let record = view.record {
      view.signOffs = try CrisisReading.signOffs(of: id, connection).filter { $0.version == record.versionNumber }
    } else {
      view.revokedAt =
        try connection.first(
          "SELECT max(revoked_at) FROM crisis_plan WHERE patient_id = $1 AND status = 'revoked'", [.of(id)]
        ) { try $0.momentOrNil() } ?? nil
    }
    return view
  }
}
