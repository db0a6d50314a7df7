public import CaseModel

/// Organisations, and where practices belong from which day on (spec 7.3, 0.2): dated rows, never columns (D-GEO-1).
extension CaseStore {
  /// One organisation with its links, staff and people in numbers.
  ///
  /// - Throws: `notFound`.
  public func organisationFile(_ code: String) async throws(Problem) -> OrganisationFile {
    let what = "The organisation was not read."
    return try await reading(what, .directory) { try OrganisationFiles.one(code, doing: what, $0) }
  }

  /// Every organisation with its links.
  public func organisationFiles() async throws(Problem) -> [OrganisationFile] {
    try await reading("The organisations were not read.", .directory) { try OrganisationFiles.all($0) }
  }

  /// Adds an organisation by its ODS code.
  ///
  /// - Throws: `conflict` for a code that is known: a code is never used again; `badData` for one that is none.
  public func addOrganisation(
    code: String, name: String, kind: OrganisationKind, openFrom: Day? = nil, phone: String? = nil, by: Writing
  ) async throws(Problem) {
    let what = "The organisation was not added."
    try await writing(what, .action(.manageStaff), by) { change in
      let code = code.uppercased()
      guard (3...12).contains(code.utf8.count),
        code.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
      else {
        throw Problem(
          what, because: "\"\(code)\" is no ODS code.", try: "Give 3 to 12 letters and digits, like F84012.",
          kind: .badData)
      }
      let name = try OrganisationFiles.name(name, doing: what)
      let known = try change.connection.first("SELECT name FROM organisation WHERE ods_code = $1", [.text(code)]) {
        try $0.text()
      }
      if let known {
        throw Problem(
          what, because: "\(code) is \(known), and a code is never used again.",
          try: "Change that organisation, or give another code.", kind: .conflict)
      }
      var columns = FieldDifference()
      columns.set("name", .text(name))
      columns.set("kind", .of(kind))
      columns.set("open_from", .of(openFrom))
      columns.set("phone", .of(phone))
      try OrganisationSteps.insert(code, columns, in: change)
      try OrganisationFiles.audit(code, .create, purpose: "added: \(name), \(kind.rawValue)", doing: what, in: change)
    }
  }

  /// Changes an organisation's name, kind or telephone; nil leaves as it is.
  ///
  /// - Throws: `refused` where it would show the one who acts more people; `notFound`.
  public func changeOrganisation(
    _ code: String, name: String? = nil, kind: OrganisationKind? = nil, phone: String? = nil, reason: String,
    by: Writing
  ) async throws(Problem) {
    let what = "The organisation was not changed."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      let file = try OrganisationFiles.one(code, doing: what, change.connection)
      let before = try SelfGrant.before(in: change)
      var (columns, words) = (FieldDifference(), [String]())
      if let name = try name.map({ try OrganisationFiles.name($0, doing: what) }), name != file.organisation.name {
        columns.set("name", .text(name))
        words.append("name from \(file.organisation.name) to \(name)")
      }
      if let kind, kind != file.organisation.kind {
        columns.set("kind", .of(kind))
        words.append("kind from \(file.organisation.kind?.rawValue ?? "none") to \(kind.rawValue)")
      }
      if let phone, phone != file.phone {
        columns.set("phone", .text(phone))
        words.append("telephone from \(file.phone ?? "none") to \(phone)")
      }
      guard !words.isEmpty else {
        throw Problem(what, because: "It is so already.", try: "There is nothing left to do.", kind: .conflict)
      }
      try columns.write("organisation", [("ods_code", .text(file.code))], in: change)
      try before.refuseMore(change.connection)
      try OrganisationFiles.audit(
        file.code, purpose: "\(words.joined(separator: ", ")): \(why)", doing: what, in: change)
      try OrganisationFiles.refreshPeople(of: file.code, in: change)
    }
  }

  /// Records the day on which an organisation closes. Staff and people stay where they are until somebody moves them; the
  /// data quality list names the people of a practice that has closed.
  ///
  /// - Throws: `conflict` where it has closed; `badData` for a day before it opened.
  public func closeOrganisation(_ code: String, on day: Day, reason: String, by: Writing) async throws(Problem) {
    let what = "The organisation was not closed."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      let file = try OrganisationFiles.one(code, doing: what, change.connection)
      if let closed = file.organisation.closedOn, closed <= change.at.day {
        throw Problem(
          what, because: "\(file.organisation.name) closed on \(closed.short).", try: "There is nothing left to do.",
          kind: .conflict)
      }
      if let opened = file.organisation.openFrom, day <= opened {
        throw Problem(
          what, because: "It opened on \(opened.short).", try: "Give a day after that.", kind: .badData)
      }
      var columns = FieldDifference()
      columns.set("closed_on", .of(day))
      try columns.write("organisation", [("ods_code", .text(file.code))], in: change)
      let before = file.organisation.closedOn.map { "from \($0.iso) to \(day.iso)" } ?? "on \(day.iso)"
      try OrganisationFiles.audit(file.code, purpose: "closes \(before): \(why)", doing: what, in: change)
      try OrganisationFiles.refreshPeople(of: file.code, in: change)
    }
  }

  /// Links a practice to a network and a locality from a day on (D-GEO-1): the link that holds then ends on that day, and
  /// the practice's people are of the new locality from then on. With neither, it belongs to none.
  ///
  /// - Parameter allowsNew: a network or locality that nobody has named yet is made.
  /// - Throws: `refused` where it would show the one who acts more people; `conflict` where a later link is there;
  ///   `notFound`; `badData` for an organisation that is no practice.
  public func linkPractice(
    _ code: String, network: String?, locality: String?, from day: Day, reason: String, allowsNew: Bool = false,
    by: Writing
  ) async throws(Problem) {
    let what = "The practice was not linked."
    let why = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      let file = try OrganisationFiles.one(code, doing: what, change.connection)
      guard file.organisation.kind == .gpPractice else {
        throw Problem(
          what, because: "\(file.organisation.name) is no GP practice.", try: "Choose a practice.", kind: .badData)
      }
      if let later = file.links.first(where: { $0.from.map { $0 >= day } ?? false }) {
        throw Problem(
          what, because: "A link to \(later.locality ?? "no locality") begins on \(later.from?.short ?? "that day").",
          try: "Choose a day after that.", kind: .conflict)
      }
      let before = try SelfGrant.before(from: [day], in: change)
      let old = file.links.first { $0.isInForce(on: day) }
      if let old {
        var columns = FieldDifference()
        columns.set("end_on", .of(day))
        try columns.write("practice_link", [("practice_code", .text(file.code)), ("id", .text(old.id))], in: change)
      }
      if network != nil || locality != nil {
        try change.insert(
          "practice_link",
          [
            ("practice_code", .text(file.code)), ("id", .text(change.by.newID())),
            ("network_id", .of(try OrganisationFiles.place(network, "network", allowsNew, doing: what, in: change))),
            ("locality_id", .of(try OrganisationFiles.place(locality, "locality", allowsNew, doing: what, in: change))),
            ("start_on", .of(day)),
          ])
      }
      try before.refuseMore(change.connection)
      try OrganisationFiles.audit(
        file.code,
        purpose:
          "link from \(old?.places ?? "none") to \(PracticeLink.places(network, locality)) from \(day.iso): \(why)",
        doing: what, in: change)
      if day <= change.at.day { try OrganisationFiles.refreshPeople(of: file.code, in: change) }
    }
  }
}
