import CaseModel

/// Proposals of who takes whom: nothing until they are published (4.5).
enum Proposals {
  /// Proposes somebody for a person who waits; what was proposed before is withdrawn.
  static func propose(
    _ staff: ID<StaffMember>, for patient: ID<Patient>, reason: String?, weight: CaseWeight?, doing what: String,
    in own: Change, _ log: TeamLog
  ) throws -> String {
    let text = try TeamRules.text(reason, doing: what)
    let member = try TeamRules.expectMayLookAfter(patient, staff, doing: what, in: own)
    try TeamRules.expectFits(.namedSocialWorker, member, doing: what, own.connection)
    guard try !AssignmentRows.requests(of: patient, own.connection).filter({ $0.role == .namedSocialWorker }).isEmpty
    else {
      throw Problem(
        what, because: "They do not wait for a named social worker any more.", try: "Look at the list again.",
        kind: .conflict)
    }
    try withdraw(patient, in: own, log)
    let id = own.by.newID()
    let weight = try weight ?? CaseWeights.suggested(patient, own)
    try log.add(
      .proposal, patient, id,
      [
        ("role", "named_social_worker"), ("staff_id", .of(staff)), ("reason", .of(text)),
        ("weight_code", .text(weight.code)), ("state", "open"),
      ], in: own)
    try own.audit(
      .assignment, "allocation_proposal \(id)", patient: patient, after: 1,
      purpose: "proposed, not published: \(member.name)")
    return member.name
  }

  @discardableResult static func withdraw(_ patient: ID<Patient>, in own: Change, _ log: TeamLog) throws -> Int {
    let open = try own.connection.rows(
      """
      SELECT id FROM allocation_proposal WHERE patient_id = $1 AND role = 'named_social_worker' AND state = 'open'
      AND entered_in_error = 0
      """, [.of(patient)]
    ) { try $0.text() }
    for id in open {
      try log.set(
        .proposal, patient, id,
        [("state", "withdrawn"), ("decided_at", .of(own.at)), ("decided_by", .text(own.staffID))], in: own)
    }
    return open.count
  }

  /// Publishes one: the person has a named social worker from now on, who is asked to accept.
  static func publish(
    _ person: WaitingPerson, _ board: AllocationBoard, doing what: String, in own: Change, _ log: TeamLog
  ) throws {
    guard let made = person.proposal else { return }
    let candidate = board.candidates(for: person).first { $0.id == made.staff }
    guard let candidate else {
      throw Problem(
        what, because: "\(made.staffName) is no social worker of their locality any more.",
        try: "Propose somebody else.", kind: .conflict)
    }
    if candidate.needsReason, made.reason == nil {
      throw Problem(
        what,
        because:
          "\(made.staffName) is \(candidate.bandNow.words) (\(candidate.now.ratioWords)) and would be \(candidate.bandAfter.words) (\(candidate.after.ratioWords)), and nobody says why it is them all the same.",
        try: "Give a reason, or propose somebody else.", kind: .badData)
    }
    try log.set(.proposal, person.id, made.id, [("band", .of(candidate.bandAfter))], in: own)
    try TeamWriting(what: what, patient: person.id, change: own, log: log).assign(
      NewAssignment(
        role: .namedSocialWorker, staff: made.staff,
        reason: person.request.source == .mdtDecision ? .mdtDecision : .reallocation, text: made.reason,
        weight: made.weight, seen: .nobody), proposal: made.id)
  }
}
