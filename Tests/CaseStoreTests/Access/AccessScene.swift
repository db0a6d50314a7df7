import CaseModel
import Testing

@testable import CaseStore

/// A borough in small: two practices in two localities, a person at each, and staff of several roles.
struct AccessScene {
  let place: Place
  /// With Jo Francis at it, who is borough-wide and looks after the store and after privacy.
  let store: CaseStore
  let by: Writing
  let agreement: SharingAgreement.ID
  /// Registered at F99001 in the South West.
  let amina: ID<Patient>
  /// Registered at F99009 in the North East.
  let brian: ID<Patient>

  init() async throws {
    place = try Place()
    store = try place.make()
    by = try await store.writing()
    try await store.writing("No.", by) { change in
      for (code, kind) in [("F99001", "gp_practice"), ("F99009", "gp_practice"), ("R9901", "acute")] {
        try change.insert("organisation", [("ods_code", .text(code)), ("name", .text(code)), ("kind", .text(kind))])
      }
      for (id, name, practice) in [("sw", "South West", "F99001"), ("ne", "North East", "F99009")] {
        try change.insert("locality", [("id", .text(id)), ("name", .text(name)), ("name_key", .text(folded(name)))])
        try change.insert(
          "practice_link",
          [("practice_code", .text(practice)), ("id", .text("link-\(id)")), ("locality_id", .text(id))])
      }
      try change.audit(.create, "places", purpose: "test")
    }
    amina = try await store.admit("Choudry", "Amina", nhs: "9990000018", by: by)
    brian = try await store.admit("Doyle", "Brian", nhs: "9990000026", by: by)
    for (patient, practice) in [(amina, "F99001"), (brian, "F99009")] {
      try await store.writing("No.", by) { change in
        try change.insert(
          "registered_practice",
          [("patient_id", .of(patient)), ("id", .text("reg-\(practice)")), ("practice_code", .text(practice))])
        try CaseloadEntries.refreshEntry(patient, in: change)
        try change.audit(.update, "patient \(patient)", patient: patient, purpose: "test")
      }
    }
    agreement = try #require(try await store.agreements().first).id
    try await store.sign(agreement, ["F99001", "F99009", "R9901"], on: by.at.day, by: by)
  }

  /// Somebody with a post, signed in.
  func person(
    _ name: String, _ role: StaffRole, at organisation: String = "LBTH", locality: String? = nil
  ) async throws -> (store: CaseStore, by: Writing) {
    let account = name.lowercased()
    let staff = StaffMember(
      id: ID(by.newID()), name: name, role: role, organisationCode: organisation, organisationName: organisation,
      from: by.at.day - 1, account: account)
    try await store.writing("No.", by) { change in
      try StaffRows.insert(staff, localityID: locality, in: change)
      try change.audit(.create, "staff \(staff.id)", purpose: "test")
    }
    let writing = try await store.writing(as: account)
    return (store.signedIn { writing }, writing)
  }

  func list(_ store: CaseStore, _ by: Writing) async throws -> [String] {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id)
    let rows = try await store.caseload(query, page: .first, limit: 50)
    #expect(try await store.caseloadCount(query) == rows.count)
    return rows.map { $0.name.given }
  }

  func denied(_ body: () async throws -> Void) async -> Problem? {
    do {
      try await body()
      return nil
    } catch {
      return error as? Problem
    }
  }
}
