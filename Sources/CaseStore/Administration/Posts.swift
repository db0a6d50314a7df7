public import CaseModel

/// The posts that members of staff hold: dated rows, of which one of a kind at an organisation is open at a time. That of an
/// administrator or privacy officer opens nothing: what they may is a privilege, which two people give.
enum Posts {
  /// Adds one.
  static func add(_ post: NewPost, to file: StaffFile, doing what: String, in change: Change) throws -> String {
    try Agreements.expect(post.organisation, doing: what, change.connection)
    let locality = try localityID(post.locality, doing: what, change.connection)
    let clash = file.memberships.first {
      $0.role == post.role && $0.organisationCode == post.organisation
        && ($0.lastDay.map { $0 >= post.from } ?? true) && ($0.from.map { $0 <= post.last ?? $0 } ?? true)
    }
    if let clash {
      throw Problem(
        what, because: "\(file.member.name) is \(clash.words) already, \(clash.dates(on: change.at.day)).",
        try: "End that post first, or choose other days.", kind: .conflict)
    }
    if let last = post.last, last < post.from {
      throw Problem(
        what, because: "The post would end before it begins.", try: "Give a last day from \(post.from.short) on.",
        kind: .badData)
    }
    let id = change.by.newID()
    try change.insert(
      "staff_post",
      [
        ("staff_id", .of(file.id)), ("id", .text(id)), ("organisation_code", .text(post.organisation)),
        ("role", .of(post.role)), ("team", .of(post.team)), ("locality_id", .of(locality)),
        ("start_on", .of(post.from)), ("end_on", .of(post.last.map { $0 + 1 })),
      ])
    return id
  }

  /// Ends one after a last day.
  static func end(
    _ id: String, of staff: ID<StaffMember>, lastDay: Day, reason: String, in change: Change
  ) throws {
    try change.connection.run(
      """
      UPDATE staff_post SET end_on = $1, status_reason = $2, updated_at = $3, updated_by = $4,
      row_version = row_version + 1 WHERE staff_id = $5 AND id = $6
      """,
      [.of(lastDay + 1), .text(reason), .of(change.at), .text(change.staffID), .of(staff), .text(id)])
  }

  static func localityID(_ name: String?, doing what: String, _ connection: any Connection) throws -> String? {
    guard let name else { return nil }
    let found = try connection.first("SELECT id FROM locality WHERE name_key = $1", [.text(folded(name))]) {
      try $0.text()
    }
    guard let found else {
      let known = try OrganisationRows.localities(connection).joined(separator: ", ")
      throw Problem(
        what, because: "There is no locality \(name) in this store.",
        try: known.isEmpty ? "Import the practices first." : "Choose one of \(known).", kind: .notFound)
    }
    return found
  }
}

/// A post that somebody is to hold.
public struct NewPost: Hashable, Sendable {
  public var role: StaffRole
  /// An ODS code.
  public var organisation: String
  public var team: String?
  public var locality: String?
  public var from: Day
  /// Its last day, where that is known.
  public var last: Day?

  public init(
    role: StaffRole, organisation: String, team: String? = nil, locality: String? = nil, from: Day, last: Day? = nil
  ) {
    self.role = role
    self.organisation = organisation
    self.team = team
    self.locality = locality
    self.from = from
    self.last = last
  }
}
