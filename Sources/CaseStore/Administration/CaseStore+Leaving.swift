public import CaseModel

/// Those who leave and those who come back (R-SW-03, H18): a last day, after whose midnight nothing is open to them.
extension CaseStore {
  /// Records that somebody leaves after a last day, with every post and privilege of theirs.
  ///
  /// - Returns: what they leave behind, in numbers.
  /// - Throws: `conflict` where they have left; `refused` for the last administrator; `badData` for a day before they came.
  @discardableResult public func leave(
    _ id: ID<StaffMember>, lastDay: Day, reason: String, by: Writing
  ) async throws(Problem) -> LeftBehind {
    let what = "Nothing was recorded about leaving."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    let drafts = try draftCount(of: id)
    return try await writing(what, .action(.manageStaff), by) { change in
      let file = try StaffFiles.one(id, doing: what, change.connection)
      let member = file.member
      if let last = member.to, last < change.at.day {
        throw Problem(
          what, because: "\(member.name) left after \(last.short).", try: "There is nothing left to do.",
          kind: .conflict)
      }
      if let last = member.to, lastDay > last, id.text == change.staffID {
        try SelfGrant.refuse(id, in: change)
      }
      if let from = member.from, lastDay < from {
        throw Problem(
          what, because: "\(member.name) came on \(from.short).", try: "Give a last day from then on.", kind: .badData)
      }
      let isLast =
        try file.privileges.contains(.admin)
        && !Privileges.othersHold(StaffRole.admin.rawValue, beside: id.text, in: change)
      if isLast {
        throw Problem(
          what, because: "\(member.name) is the last administrator, and nobody could give the next.",
          try: "Propose another administrator first, and have them confirmed.", kind: .refused)
      }
      let left = try LeftBehindReading.numbers(of: file, drafts: drafts, today: change.at.day, change.connection)
      try StaffFiles.touch(id, [("active_to", .of(lastDay)), ("status_reason", .text(why))], in: change)
      for post in file.memberships where post.lastDay.map({ $0 > lastDay || $0 == member.to }) ?? true {
        try Posts.end(
          post.id, of: id, lastDay: max(lastDay, post.from.map { $0 - 1 } ?? lastDay), reason: why, in: change)
      }
      try Leaving.endPrivileges(of: id, lastDay: lastDay, reason: why, in: change)
      let words = member.to.map { "last day from \($0.iso) to \(lastDay.iso)" } ?? "leaves after \(lastDay.iso)"
      try StaffFiles.audit(id, purpose: "\(words): \(why)", doing: what, in: change)
      try StaffFiles.refreshPeople(of: id, in: change)
      return left
    }
  }

  /// What is kept of their drafts on this computer; each account has its own where people have accounts.
  private func draftCount(of id: ID<StaffMember>) throws(Problem) -> Int {
    let plans: [PlanDraft] = try draftFiles.all(.plan, of: id)
    let reviews: [ReviewDraft] = try draftFiles.all(.review, of: id)
    return plans.count + reviews.count
  }

  /// Records that somebody who left is back, or that somebody stays after all, with a post from a day on.
  ///
  /// - Throws: `refused` for oneself; `conflict` where they have not left, or their account is another's by now.
  public func returnToWork(_ id: ID<StaffMember>, post: NewPost, by: Writing) async throws(Problem) {
    let what = "Nobody was recorded as back."
    try await writing(what, .action(.manageStaff), by) { change in
      try SelfGrant.refuse(id, in: change)
      let file = try StaffFiles.one(id, doing: what, change.connection)
      guard let last = file.member.to else {
        throw Problem(
          what, because: "\(file.member.name) has no last day.", try: "Add a post with mdt staff member.",
          kind: .conflict)
      }
      guard post.from > last else {
        throw Problem(
          what, because: "\(file.member.name) works here until \(last.short).",
          try: "Give a day after that.", kind: .badData)
      }
      guard last < change.at.day || post.from == last + 1 else {
        throw Problem(
          what, because: "\(file.member.name) is still here until \(last.short), and then away for a while.",
          try: "Record it after that day.", kind: .conflict)
      }
      if let account = file.member.account,
        let holder = try StaffRows.withAccount(account, on: change.at.day, change.connection), holder.id != id
      {
        throw Problem(
          what, because: "The account \(account) is \(holder.name)'s by now.",
          try: "Give \(file.member.name) another account first, with mdt staff account.", kind: .conflict)
      }
      // Until their first day after a pause nothing is open to them; a stay without a pause goes on.
      let from = post.from == last + 1 ? file.member.from : post.from
      try StaffFiles.touch(
        id, [("active_from", .of(from)), ("active_to", .null), ("status_reason", .null)], in: change)
      var without = file
      without.member.to = nil
      _ = try Posts.add(post, to: without, doing: what, in: change)
      try StaffFiles.audit(
        id, .assignment,
        purpose:
          "back from \(post.from.iso) as \(post.role.rawValue) at \(post.organisation), had left after \(last.iso)",
        doing: what, in: change)
      try StaffFiles.refreshPeople(of: id, in: change)
    }
  }

  /// What somebody leaves behind, or would if they left today: numbers, for whoever looks after the staff.
  public func leftBehind(by id: ID<StaffMember>) async throws(Problem) -> LeftBehind {
    let what = "What they leave was not read."
    let drafts = try draftCount(of: id)
    return try await permitted(what, .action(.manageStaff)) { connection, permit in
      let day = permit.facts?.day ?? Day(number: 0)
      return try LeftBehindReading.numbers(
        of: try StaffFiles.one(id, doing: what, connection), drafts: drafts, today: day, connection)
    }
  }

  /// People left by somebody who leaves or has left, whom nobody has taken yet: as far as whoever asks may know of them.
  /// Those left longest come first.
  public func leftByLeavers(limit: Int = 500) async throws(Problem) -> [LeftPerson] {
    try await permitted("Who was left was not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try LeftBehindReading.people(today: facts.day, limit: limit, connection).filter { person in
        guard let about = try PatientFacts.of(person.patient, for: facts, connection) else { return false }
        if case .allow = Access.decide(facts.actor, .openRecord, about) { return true }
        return false
      }
    }
  }

  /// Of each leaver, how many roles for people nobody has taken: for whoever looks after the staff.
  public func leftByEach() async throws(Problem) -> [(leaver: ID<StaffMember>, name: String, lastDay: Day, people: Int)]
  {
    try await permitted("Who was left was not read.", .action(.manageStaff)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      let all = try LeftBehindReading.people(today: facts.day, limit: 100_000, connection)
      return Dictionary(grouping: all, by: \.leaver).values.compactMap { people in
        people.first.map { ($0.leaver, $0.leaverName, $0.lastDay, people.count) }
      }.sorted { ($0.2, $0.1) < ($1.2, $1.1) }
    }
  }
}

/// What ends with somebody's last day.
enum Leaving {
  static func endPrivileges(
    of id: ID<StaffMember>, lastDay: Day, reason: String, in change: Change
  ) throws {
    let open = try change.connection.rows(
      """
      SELECT id, role FROM privilege WHERE staff_id = $1 AND entered_in_error = 0
      AND (end_on IS NULL OR end_on > $2) ORDER BY id
      """, [.of(id), .of(lastDay)]
    ) { (id: try $0.text(), role: try $0.text()) }
    for one in open {
      try change.connection.run(
        """
        UPDATE privilege SET end_on = $1, status_reason = $2, updated_at = $3, updated_by = $4,
        row_version = row_version + 1 WHERE staff_id = $5 AND id = $6
        """, [.of(lastDay), .text(reason), .of(change.at), .text(change.staffID), .of(id), .text(one.id)])
      try change.audit(
        .assignment, "privilege \(one.id)", purpose: "ends with the last day \(lastDay.iso): \(one.role)",
        digest: Privileges.digest(one.id, role: one.role, staff: id.text))
    }
  }
}
