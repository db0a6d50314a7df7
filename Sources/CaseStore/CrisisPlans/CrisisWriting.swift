import CaseModel

/// Every change of a crisis plan, as spec 3.4 allows them: each in one transaction, with the row versions compared, what
/// was written read back, and the audit.
struct CrisisWriting {
  let patient: ID<Patient>
  let change: Change
  let what: String
  var connection: any Connection { change.connection }
  var today: Day { change.at.day }

  init(_ patient: ID<Patient>, _ what: String, in change: Change) {
    self.patient = patient
    self.what = what
    self.change = change
  }

  // MARK: Drafts

  func saveDraft(_ typed: CrisisPlan, basedOn: Int?) throws -> CrisisPlanRecord {
    let old = try CrisisReading.draft(of: patient, connection)
    guard old?.rowVersion == basedOn else {
      guard let old else { throw try gone("The draft was not saved") }
      throw CrisisSaveFailure.conflict(theirs: old)
    }
    let base = try old?.plan ?? CrisisReading.current(of: patient, connection)?.plan ?? CrisisPlan.begun
    let plan = try clinicalPartsKept(from: base, in: typed)
    try refuse(CrisisRules.complaints(about: plan))
    if let old {
      var new = old
      new.plan = plan
      return try put(new, over: old, .update, "draft saved")
    }
    let staff = change.by.actor.staff
    let new = CrisisPlanRecord(
      id: ID(change.by.newID()), patient: patient, versionNumber: 0, grade: .interim, storedStatus: .draft, plan: plan,
      rowVersion: 1, draftedBy: staff.name, draftedByID: staff.id, updatedAt: change.at, updatedBy: staff.name)
    return try put(new, over: nil, .create, "draft begun")
  }

  /// R-CR-01: clinical sections are written by registered clinicians; everybody else carries them along as they stand,
  /// also what they were not shown.
  private func clinicalPartsKept(from base: CrisisPlan, in typed: CrisisPlan) throws -> CrisisPlan {
    var plan = typed
    let mayWrite = change.permit.facts?.actor.roles.contains {
      RolePermissions.of($0).actions.contains(.editCrisisClinical)
    }
    if mayWrite != true {
      for field in [CrisisField.prognosis, .prognosisBy, .prognosisOn] where plan[field] == nil {
        plan[field] = base[field]
      }
    }
    if plan.differences(from: base).contains(where: \.isClinical) {
      _ = try AccessGate.decide(.action(.editCrisisClinical, of: patient), for: change.by, connection)
    }
    return plan
  }

  /// A draft that nobody goes on with, or a version that should never have been: it stays, marked with the reason.
  func void(_ id: CrisisPlanRecord.ID, basedOn: Int, reason: String) throws -> CrisisPlanRecord {
    let old = try standing(id, basedOn, [.draft, .inForce])
    if old.storedStatus == .inForce {
      _ = try AccessGate.decide(.action(.signCrisis, of: patient), for: change.by, connection)
    }
    var new = old
    new.storedStatus = .enteredInError
    new.statusReason = reason
    return try put(new, over: old, .void, reason)
  }

  // MARK: Making it count

  /// Draft to interim (R-CR-01, R-CR-02).
  func approve(
    _ id: CrisisPlanRecord.ID, basedOn: Int, answers: [CrisisWarning: String]
  ) throws -> CrisisPlanRecord {
    let draft = try standing(id, basedOn, [.draft])
    if let refusal = CrisisApproving.refusal(toApprove: draft.draftedByID, by: try signer()) { throw refused(refusal) }
    try refuse(CrisisRules.complaints(about: draft.plan))
    var gaps = CrisisRules.interimGaps(of: draft.plan)
    if draft.plan.reasonInterim == nil { gaps.append(.reasonInterim) }
    guard gaps.isEmpty else { throw incomplete(gaps, "R-CR-02: it stays a draft.") }
    try check(answers, for: draft.plan)
    try supersede()
    let version = try CrisisVersions.sign(draft.plan, id: draft.id, of: patient, in: change)
    let days = try Settings.whole("crisis.interim_days", or: 28, connection)
    let clock = CrisisClock(from: today, days: days)
    var new = draft
    (new.versionNumber, new.digest) = (version.number, version.digest)
    (new.grade, new.storedStatus) = (.interim, .inForce)
    (new.effectiveFrom, new.clock) = (change.at, clock)
    new.reviewOn = draft.plan.day(.reviewOn)
    new.gaps = CrisisRules.confirmedGaps(of: draft.plan)
    let saved = try put(new, over: draft, .sign, "version \(version.number): approved as interim")
    try signDrafter(draft, version)
    try sign(
      .clinicalApprover, .approved, version, "Approved as an interim crisis plan until \(clock.expiresOn.long).")
    try keep(answers, of: draft.plan, version)
    return saved
  }

  /// Interim to confirmed, or a draft to confirmed in one act, which is both (R-CR-01, R-CR-03).
  func confirm(
    _ id: CrisisPlanRecord.ID, basedOn: Int, answers: [CrisisWarning: String]
  ) throws -> CrisisPlanRecord {
    let old = try standing(id, basedOn, [.draft, .inForce])
    guard old.storedStatus == .draft || old.grade == .interim else {
      throw Problem(what, because: "The plan is confirmed already.", try: "Write a new version.", kind: .conflict)
    }
    let signer = try signer()
    let approvers = try CrisisReading.signOffs(of: patient, connection).filter {
      $0.version == old.versionNumber && $0.act == .approved
    }.compactMap(\.staffID)
    if let refusal = CrisisApproving.refusal(
      toConfirm: old.draftedByID, approvedBy: Set(approvers), by: signer)
    {
      throw refused(refusal)
    }
    try refuse(CrisisRules.complaints(about: old.plan))
    let gaps = CrisisRules.confirmedGaps(of: old.plan)
    guard gaps.isEmpty else { throw incomplete(gaps, "R-CR-03: it is not confirmed.") }
    let (review, owner) = try reviewed(old.plan.day(.reviewOn), old.plan[.reviewOwner])
    try check(answers, for: old.plan)
    var new = old
    (new.grade, new.reviewOn, new.gaps, new.clock) = (.confirmed, review, [], nil)
    let version: (number: Int, digest: String)
    if old.storedStatus == .draft {
      try supersede()
      version = try CrisisVersions.sign(old.plan, id: old.id, of: patient, in: change)
      (new.versionNumber, new.digest) = (version.number, version.digest)
      (new.storedStatus, new.effectiveFrom) = (.inForce, change.at)
    } else {
      guard let digest = old.digest else { throw StoreFault(.damaged, "a signed plan has no version") }
      version = (old.versionNumber, digest)
    }
    let saved = try put(new, over: old, .sign, "version \(version.number): confirmed", owner: owner)
    if old.storedStatus == .draft { try signDrafter(old, version) }
    try sign(
      signer.isAccountableGP ? .accountableGP : .consultant, .confirmed, version,
      "Confirmed as the crisis plan, to be reviewed by \(review.long).")
    try signAgreement(old.plan, version)
    try keep(answers, of: old.plan, version)
    return saved
  }

  /// Starts the clock of an interim plan again (R-CR-04): once freely, and then only after a meeting has spoken of it.
  func renew(
    _ id: CrisisPlanRecord.ID, basedOn: Int, discussedOn: Day?, note: String
  ) throws -> CrisisPlanRecord {
    let old = try standing(id, basedOn, [.inForce])
    guard old.grade == .interim, let digest = old.digest else {
      throw Problem(
        what, because: "Only an interim plan is renewed.", try: "Say that it is still right, or write a new version.",
        kind: .conflict)
    }
    if let refusal = CrisisApproving.refusal(toApprove: ID(""), by: try signer()) { throw refused(refusal) }
    if old.renewals >= CrisisClock.freeRenewals, discussedOn == nil {
      throw Problem(
        what, because: "It was renewed before, and R-CR-04 asks for a discussion in the MDT first.",
        try: "Give the day on which the meeting spoke of it, or have it confirmed.", kind: .refused)
    }
    if let day = discussedOn, day > today || day < old.effectiveFrom?.day ?? day {
      throw Problem(
        what, because: "The meeting's day is not between the plan's first day and today.",
        try: "Give the day on which the meeting spoke of it.", kind: .badData)
    }
    var new = old
    let clock = CrisisClock(from: today, days: try Settings.whole("crisis.interim_days", or: 28, connection))
    (new.clock, new.renewals) = (clock, old.renewals + 1)
    let meeting = discussedOn.map { " after the meeting of \($0.short)" } ?? ""
    let saved = try put(new, over: old, .sign, "renewed\(meeting): \(note)")
    try sign(
      .clinicalApprover, .renewed, (old.versionNumber, digest),
      "Renewed\(meeting) until \(clock.expiresOn.long): \(note)")
    return saved
  }

  /// "Still right": looked at, and not changed. Of a confirmed plan the review moves on.
  func review(
    _ id: CrisisPlanRecord.ID, basedOn: Int, next: Day?, note: String
  ) throws -> CrisisPlanRecord {
    let old = try standing(id, basedOn, [.inForce])
    if let refusal = CrisisApproving.refusal(toApprove: ID(""), by: try signer()) { throw refused(refusal) }
    guard let digest = old.digest else { throw StoreFault(.damaged, "a signed plan has no version") }
    var new = old
    var owner: Value?
    if old.grade == .confirmed {
      (new.reviewOn, owner) = try reviewed(next, old.plan[.reviewOwner])
    }
    let saved = try put(new, over: old, .sign, "still right: \(note)", owner: owner)
    try sign(.clinicalApprover, .reviewed, (old.versionNumber, digest), "Looked at, and still right: \(note)")
    return saved
  }

  /// R-CR-11: for the person at once, without a reason and whatever else has changed meanwhile; the history stays.
  func revoke(byPerson: Bool, reason: String) throws -> CrisisPlanRecord {
    guard let old = try CrisisReading.current(of: patient, connection) else {
      throw Problem(
        what, because: "There is no crisis plan in force.", try: "Look at the versions; it may be revoked already.",
        kind: .conflict)
    }
    if !byPerson {
      _ = try AccessGate.decide(.action(.signCrisis, of: patient), for: change.by, connection)
    }
    var new = old
    new.storedStatus = .revoked
    new.statusReason = reason.isEmpty ? nil : reason
    return try put(new, over: old, .void, byPerson ? "revoked by the person" : "revoked: \(reason)", byPerson: byPerson)
  }
}
