public import CaseModel

/// Looking after the staff list (part 6, Administration): for administrators, about others, each act with a row in the audit.
extension CaseStore {
  /// Everybody on the staff list with posts, privileges and training; those who have left too.
  public func staffFiles() async throws(Problem) -> [StaffFile] {
    try await reading("The staff list was not read.", .directory) { try StaffFiles.all($0) }
  }

  /// One of them.
  public func staffFile(of id: ID<StaffMember>) async throws(Problem) -> StaffFile {
    let what = "The entry was not read."
    return try await reading(what, .directory) { try StaffFiles.one(id, doing: what, $0) }
  }

  /// Adds somebody with their first post.
  ///
  /// - Throws: `refused` for a second entry of oneself; `conflict` for an account that is taken and
  ///   for somebody of the same name at the same organisation, unless `isNamesake`; `notFound`.
  @discardableResult public func addStaff(
    name: String, post: NewPost, account: String?, phone: String? = nil, email: String? = nil, isNamesake: Bool = false,
    by: Writing
  ) async throws(Problem) -> ID<StaffMember> {
    let what = "Nobody was added to the staff list."
    return try await writing(what, .action(.manageStaff), by) { change in
      let name = try StaffWords.name(name, doing: what)
      try SelfGrant.refuse(name: name, account: account, in: change)
      try StaffWords.checkAccount(account, of: nil, doing: what, in: change)
      let same = try StaffRows.all(activeOn: change.at.day, change.connection).first {
        folded($0.name) == folded(name) && $0.organisationCode == post.organisation
      }
      if let same, !isNamesake {
        throw Problem(
          what, because: "\(same.name), \(same.role.words.lowercasedFirst), works there already.",
          try: "Give that entry another post, or say with --namesake that this is somebody else.", kind: .conflict)
      }
      let id = ID<StaffMember>(change.by.newID())
      var member = StaffMember(
        id: id, name: name, role: post.role, organisationCode: post.organisation, organisationName: "", phone: phone,
        email: email, from: post.from, account: account)
      member.to = nil
      try StaffFiles.insertPerson(member, in: change)
      _ = try Posts.add(post, to: StaffFile(member: member), doing: what, in: change)
      try StaffFiles.audit(
        id, .create, purpose: "added as \(post.role.rawValue) at \(post.organisation) from \(post.from.iso)",
        doing: what, in: change)
      return id
    }
  }

  /// Gives somebody one more post.
  ///
  /// - Throws: `refused` for oneself; `conflict` where they hold it, or have left by then.
  public func addMembership(_ post: NewPost, to id: ID<StaffMember>, by: Writing) async throws(Problem) {
    let what = "No post was added."
    try await writing(what, .action(.manageStaff), by) { change in
      try SelfGrant.refuse(id, in: change)
      let file = try StaffFiles.one(id, doing: what, change.connection)
      try StaffWords.expectStay(file, from: post.from, doing: what)
      _ = try Posts.add(post, to: file, doing: what, in: change)
      try StaffFiles.audit(
        id, .assignment, purpose: "added \(post.role.rawValue) at \(post.organisation) from \(post.from.iso)",
        doing: what, in: change)
      try StaffFiles.refreshPeople(of: id, in: change)
    }
  }

  /// Ends one of somebody's posts after a last day: from the midnight that follows it gives nothing any more.
  ///
  /// - Throws: `notFound`; `conflict` where it has ended; `badData` for a day before it began.
  public func endMembership(
    _ post: String, of id: ID<StaffMember>, lastDay: Day, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The post was not ended."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      let file = try StaffFiles.one(id, doing: what, change.connection)
      guard let found = file.memberships.first(where: { $0.id == post }) else {
        throw Problem(
          what, because: "\(file.member.name) has no such post.", try: "List them with mdt staff show.", kind: .notFound
        )
      }
      if let last = found.lastDay, last < change.at.day || lastDay > last {
        throw Problem(
          what, because: "It ends after \(last.short) as it is, and what has an end is not lengthened.",
          try: "Add a new post from the day after.", kind: .conflict)
      }
      if let from = found.from, lastDay < from - 1 {
        throw Problem(
          what, because: "It began on \(from.short).", try: "Give a last day from then on.", kind: .badData)
      }
      try Posts.end(post, of: id, lastDay: lastDay, reason: why, in: change)
      try StaffFiles.audit(
        id, .assignment,
        purpose: "ended \(found.role.rawValue) at \(found.organisationCode) after \(lastDay.iso): \(why)", doing: what,
        in: change)
      try StaffFiles.refreshPeople(of: id, in: change)
    }
  }

  /// Gives somebody another role at the organisation of a post: that post ends, and the next begins on the day.
  ///
  /// - Throws: as `addMembership`; `notFound` where they hold no post there.
  public func changeRole(
    of id: ID<StaffMember>, to role: StaffRole, at organisation: String?, from day: Day, by: Writing
  ) async throws(Problem) {
    let what = "The role was not changed."
    try await writing(what, .action(.manageStaff), by) { change in
      try SelfGrant.refuse(id, in: change)
      let file = try StaffFiles.one(id, doing: what, change.connection)
      try StaffWords.expectStay(file, from: day, doing: what)
      let held = file.memberships.filter {
        $0.isHeld(on: day) && (organisation == nil || $0.organisationCode == organisation)
      }
      guard let old = held.first, held.count == 1 else {
        throw Problem(
          what,
          because: held.isEmpty
            ? "\(file.member.name) holds no such post on \(day.short)."
            : "\(file.member.name) holds several posts on \(day.short).",
          try: held.isEmpty ? "Add a post with mdt staff member." : "Say at which organisation.",
          kind: held.isEmpty ? .notFound : .conflict)
      }
      guard old.role != role else {
        throw Problem(
          what, because: "\(file.member.name) is \(old.words) already.", try: "Give another role.", kind: .conflict)
      }
      try Posts.end(old.id, of: id, lastDay: day - 1, reason: "role becomes \(role.rawValue)", in: change)
      _ = try Posts.add(
        NewPost(
          role: role, organisation: old.organisationCode, team: old.team, locality: old.locality, from: day,
          last: file.member.to == old.lastDay ? nil : old.lastDay),
        to: try StaffFiles.one(id, doing: what, change.connection), doing: what, in: change)
      try StaffFiles.audit(
        id, .assignment,
        purpose: "role at \(old.organisationCode) from \(old.role.rawValue) to \(role.rawValue) from \(day.iso)",
        doing: what, in: change)
      try StaffFiles.refreshPeople(of: id, in: change)
    }
  }

  /// Changes the account that signs in as somebody; nil takes it away.
  ///
  /// - Throws: `refused` for oneself and for one's own account; `conflict` for one that is taken.
  public func setAccount(_ account: String?, of id: ID<StaffMember>, by: Writing) async throws(Problem) {
    let what = "The account was not changed."
    try await writing(what, .action(.manageStaff), by) { change in
      try SelfGrant.refuse(id, in: change)
      let file = try StaffFiles.one(id, doing: what, change.connection)
      try SelfGrant.refuse(name: file.member.name, account: account, in: change)
      try StaffWords.checkAccount(account, of: id, doing: what, in: change)
      try StaffFiles.touch(id, [("account", .of(account))], in: change)
      try StaffFiles.audit(
        id, purpose: "account from \(file.member.account ?? "none") to \(account ?? "none")", doing: what, in: change)
    }
  }

  /// Records that somebody was trained in data security (spec 8.5).
  ///
  /// - Throws: `refused` for oneself; `badData` for a day to come.
  public func recordTraining(of id: ID<StaffMember>, on day: Day, by: Writing) async throws(Problem) {
    let what = "The training was not recorded."
    try await writing(what, .action(.manageStaff), by) { change in
      try SelfGrant.refuse(id, in: change)
      guard day <= change.at.day else {
        throw Problem(
          what, because: "\(day.short) is still to come.", try: "Record it when it has taken place.", kind: .badData)
      }
      let file = try StaffFiles.one(id, doing: what, change.connection)
      try change.insert(
        "staff_training",
        [
          ("staff_id", .of(id)), ("id", .text(change.by.newID())), ("kind", "data_security"), ("done_on", .of(day)),
        ])
      try StaffFiles.audit(
        id, purpose: "data security training from \(file.trainedOn?.iso ?? "none") to \(day.iso)", doing: what,
        in: change)
    }
  }
}

/// What an entry of the staff list may say.
enum StaffWords {
  static func name(_ text: String, doing what: String) throws -> String {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...140).contains(name.count) else {
      throw Problem(
        what, because: "The name has \(name.count) characters, and 1 to 140 are wanted.", try: "Give the whole name.",
        kind: .badData)
    }
    return name
  }

  static func checkAccount(
    _ account: String?, of id: ID<StaffMember>?, doing what: String, in change: Change
  ) throws {
    guard let account else { return }
    let shape = account.utf8.allSatisfy { $0 > 32 && $0 != 58 && $0 != 127 }
    guard (1...64).contains(account.count), shape else {
      throw Problem(
        what, because: "\"\(account)\" is no account of an operating system or a server.",
        try: "Give it as id -un prints it.", kind: .badData)
    }
    if let holder = try StaffRows.withAccount(account, on: change.at.day, change.connection), holder.id != id {
      throw Problem(
        what, because: "The account is \(holder.name)'s.",
        try: "Take it away there first with mdt staff account, or give another.", kind: .conflict)
    }
  }

  /// They work here on a day to come.
  static func expectStay(_ file: StaffFile, from day: Day, doing what: String) throws {
    guard let last = file.member.to, day > last else { return }
    throw Problem(
      what, because: "\(file.member.name) leaves after \(last.short).",
      try: "Record with mdt staff return that they are back, or choose an earlier day.", kind: .conflict)
  }
}
