import CaseModel

extension CrisisWriting {
  // MARK: Pieces

  /// The row that an act is about, as whoever acts has seen it. The second of two is told what the first did.
  func standing(
    _ id: CrisisPlanRecord.ID, _ basedOn: Int, _ wanted: Set<CrisisStatus>
  ) throws -> CrisisPlanRecord {
    guard let found = try CrisisReading.one(id, of: patient, connection) else {
      throw Problem(what, because: "There is no such crisis plan.", try: "Read the plan again.", kind: .notFound)
    }
    guard wanted.contains(found.storedStatus) else { throw try gone("It was not done") }
    guard found.rowVersion == basedOn else {
      if found.storedStatus == .draft { throw CrisisSaveFailure.conflict(theirs: found) }
      throw Problem(
        what, because: "\(found.updatedBy) changed it at \(found.updatedAt.clock) on \(found.updatedAt.day.short).",
        try: "Read it again, then decide.", kind: .conflict)
    }
    return found
  }

  /// Why what somebody was looking at is no draft any more.
  func gone(_ first: String) throws -> Problem {
    if let current = try CrisisReading.current(of: patient, connection), let from = current.effectiveFrom {
      let signer = try CrisisReading.signOffs(of: patient, connection).first {
        $0.version == current.versionNumber && [.approved, .confirmed].contains($0.act)
      }
      return Problem(
        what,
        because:
          "\(signer?.name ?? "Somebody") \(signer?.act.rawValue ?? "signed") version \(current.versionNumber) at \((signer?.at ?? from).clock) on \((signer?.at ?? from).day.short).",
        try: "Read the plan again; what you typed is kept as your draft.", kind: .conflict)
    }
    return Problem(
      what, because: "The draft is not there any more: somebody withdrew it.",
      try: "Read the plan again; what you typed is kept as your draft.", kind: .conflict)
  }

  func supersede() throws {
    guard let old = try CrisisReading.current(of: patient, connection) else { return }
    var new = old
    new.storedStatus = .superseded
    _ = try put(new, over: old, .update, "superseded by a newer version")
  }

  /// The day of the next review and who makes it happen, as R-CR-03 and `crisis.confirmed_review_days` ask.
  func reviewed(_ day: Day?, _ owner: String?) throws -> (Day, Value) {
    let most = try Settings.whole("crisis.confirmed_review_days", or: 182, connection)
    guard let day, day > today, day - today <= most else {
      throw Problem(
        what, because: "The review of a confirmed plan is at most \(most) days on: by \((today + most).short).",
        try: "Give a day for the review until then.", kind: .badData)
    }
    let named = try connection.rows(
      """
      SELECT id FROM staff WHERE name_key = $1 AND entered_in_error = 0 AND COALESCE(active_from, '') <= $2
      AND COALESCE(active_to, '9999-12-31') >= $2
      """, [.text(folded(owner ?? "")), .of(today)]
    ) { try $0.text() }
    guard named.count == 1, let id = named.first else {
      throw Problem(
        what,
        because: named.isEmpty
          ? "The review owner, \(owner ?? "nobody"), is no member of staff who works here."
          : "More than one member of staff is called \(owner ?? "that").",
        try: "Name one member of staff as the staff list has them.", kind: .badData)
    }
    return (day, .text(id))
  }

  func signer() throws -> CrisisApproving.Signer {
    let staff = change.by.actor.id
    let roles = change.permit.facts?.actor.roles ?? []
    let accountable = try connection.first(
      """
      SELECT staff_id FROM care_team_member WHERE patient_id = $1 AND role = 'accountable_gp' AND end_at IS NULL
      AND entered_in_error = 0
      """, [.of(patient)]
    ) { try $0.text() }
    let isPractice: Bool
    if accountable == nil, roles.contains(.gp) {
      isPractice =
        try connection.count(
          """
          SELECT count(*) FROM registered_practice r JOIN staff_post p ON p.organisation_code = r.practice_code
          WHERE r.patient_id = $1 AND r.end_on IS NULL AND r.entered_in_error = 0 AND p.staff_id = $2 AND p.role = 'gp'
          AND p.entered_in_error = 0 AND COALESCE(p.start_on, '') <= $3 AND COALESCE(p.end_on, '9999-12-31') >= $3
          """, [.of(patient), .of(staff), .of(today)]) > 0
    } else {
      isPractice = false
    }
    return CrisisApproving.Signer(
      id: staff, roles: roles, isAccountableGP: roles.contains(.gp) && (accountable == staff.text || isPractice))
  }

  func check(_ answers: [CrisisWarning: String], for plan: CrisisPlan) throws {
    let open = CrisisWarning.all(in: plan, on: today).filter { (answers[$0] ?? "").allSatisfy(\.isWhitespace) }
    guard open.isEmpty else { throw CrisisSaveFailure.unanswered(open) }
    if answers.values.contains(where: { $0.count > 2000 }) {
      throw Problem(
        what, because: "A reason has more than 2000 characters.", try: "Give it in fewer words.", kind: .badData)
    }
  }

  func keep(
    _ answers: [CrisisWarning: String], of plan: CrisisPlan, _ version: (number: Int, digest: String)
  ) throws {
    for warning in CrisisWarning.all(in: plan, on: today) {
      try change.insertPlain(
        "crisis_plan_answer",
        [
          ("patient_id", .of(patient)), ("id", .text(change.by.newID())), ("version_no", .of(version.number)),
          ("warning", .of(warning)), ("reason", .text(answers[warning] ?? "")), ("at", .of(change.at)),
          ("created_by", .text(change.staffID)), ("created_org", .text(change.by.actor.staff.organisationCode)),
        ])
    }
  }

  func sign(
    _ role: CrisisSignOff.Role, _ act: CrisisSignOff.Act, _ version: (number: Int, digest: String),
    _ statement: String
  ) throws {
    let staff = change.by.actor.staff
    let number = try StaffRows.one(staff.id, connection)?.registrationNumber
    try CrisisVersions.add(
      CrisisVersions.SignOff(
        role: role, act: act, staff: staff.id, name: staff.name, registration: number,
        statement: String(statement.prefix(2000)), method: "signed in as \(staff.role.words.lowercasedFirst)"),
      to: version, of: patient, in: change)
  }

  func signDrafter(_ draft: CrisisPlanRecord, _ version: (number: Int, digest: String)) throws {
    let drafter = try StaffRows.one(draft.draftedByID, connection)
    try CrisisVersions.add(
      CrisisVersions.SignOff(
        role: .drafter, act: .drafted, staff: draft.draftedByID, name: draft.draftedBy,
        registration: drafter?.registrationNumber, statement: "Drafted this version.", method: "as the store recorded"),
      to: version, of: patient, in: change)
  }

  /// That the person, or whoever speaks for them, agreed: as the plan itself says.
  func signAgreement(_ plan: CrisisPlan, _ version: (number: Int, digest: String)) throws {
    guard let with = plan.agreedWith, let name = plan[.agreedName] else { return }
    try CrisisVersions.add(
      CrisisVersions.SignOff(
        role: with == .person ? .person : .representative, act: .agreed, staff: nil, name: name, registration: nil,
        statement: "Agreed on \(plan.day(.agreedOn)?.long ?? "a day not recorded"): \(with.words.lowercasedFirst).",
        method: "as recorded in the plan"),
      to: version, of: patient, in: change)
  }

  func refuse(_ complaints: [Complaint<CrisisField>]) throws {
    guard let first = complaints.first else { return }
    let more = complaints.count - 1
    throw Problem(
      what, because: first.message,
      try: more == 0 ? "Put it right and save again." : "Put it and \(more) more right, then save again.",
      kind: .badData)
  }

  func incomplete(_ gaps: [CrisisField], _ rule: String) -> Problem {
    Problem(
      what, because: "It does not say: \(CrisisRules.words(gaps)). \(rule)", try: "Fill these in, then do it again.",
      kind: .badData)
  }

  func refused(_ refusal: (reason: String, advice: String)) -> Problem {
    Problem(what, because: refusal.reason, try: refusal.advice, kind: .refused)
  }

  // MARK: The row

  /// Writes a row, reads it back and compares; the audit says what was done.
  func put(
    _ meant: CrisisPlanRecord, over old: CrisisPlanRecord?, _ action: AuditAction, _ purpose: String,
    owner: Value? = nil, byPerson: Bool? = nil
  ) throws -> CrisisPlanRecord {
    var new = meant
    new.rowVersion = (old?.rowVersion ?? 0) + 1
    (new.updatedAt, new.updatedBy) = (change.at, change.by.actor.staff.name)
    let draft: String? = new.versionNumber == 0 ? try CrisisVersions.text(of: new.plan) : nil
    let digest = try CrisisReading.digest(of: new)
    var values: [(column: String, value: Value)] = [
      ("version_no", .of(new.versionNumber)), ("grade", .of(new.grade)), ("status", .of(new.storedStatus)),
      ("effective_from", .of(new.effectiveFrom)), ("clock_from", .of(new.clock?.startedOn)),
      ("expires_on", .of(new.clock?.expiresOn)), ("review_on", .of(new.reviewOn)), ("renewals", .of(new.renewals)),
      ("gaps", .text(new.gaps.map(\.rawValue).joined(separator: "\n"))), ("draft", .of(draft)),
      ("digest", .text(digest)),
    ]
    if let old {
      values += [
        ("status_reason", .of(new.statusReason)), ("entered_in_error", .of(new.storedStatus == .enteredInError)),
        ("revoked_at", .of(new.storedStatus == .revoked ? change.at : nil)), ("revoked_by_person", .of(byPerson)),
      ]
      if let owner { values.append(("review_owner", owner)) }
      let sets = values.enumerated().map { "\($1.column) = $\($0 + 1)" }.joined(separator: ", ")
      let count = values.count
      let changed = try connection.run(
        """
        UPDATE crisis_plan SET \(sets), updated_at = $\(count + 1), updated_by = $\(count + 2),
        row_version = $\(count + 3) WHERE patient_id = $\(count + 4) AND id = $\(count + 5)
        AND row_version = $\(count + 6)
        """,
        values.map(\.value) + [
          .of(change.at), .text(change.staffID), .of(new.rowVersion), .of(patient), .of(new.id), .of(old.rowVersion),
        ])
      guard changed == 1 else { throw StoreFault(.retry, "somebody else saved at the same moment") }
    } else {
      try change.insert(
        "crisis_plan",
        [("patient_id", .of(patient)), ("id", .of(new.id))] + values
          + [("drafted_by", .text(change.staffID)), ("drafted_at", .of(change.at))])
    }
    guard let found = try CrisisReading.one(new.id, of: patient, connection),
      try CrisisReading.digest(of: found) == digest
    else { throw StoreFault(.damaged, "what was read back is not what was written") }
    try change.audit(
      action, "crisis_plan \(new.id)", patient: patient, before: old?.rowVersion, after: new.rowVersion,
      purpose: purpose, digest: digest)
    return found
  }
}
