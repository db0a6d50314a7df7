import CaseModel
import CaseStore

/// What the audit's identifiers stand for: members of staff, organisations and the people that records are about.
struct AuditNames {
  let staff: StaffNames
  let organisations: [String: String]
  let patients: [ID<Patient>: AuditedPerson]

  init(_ events: [AuditEvent], _ session: Session) async throws(Problem) {
    staff = try await session.staffNames()
    let known = try await session.store.organisations()
    organisations = Dictionary(known.map { ($0.code, $0.name) }) { first, _ in first }
    patients = try await session.store.auditedPeople(Set(events.compactMap(\.patient).map { ID($0) }))
  }

  func person(of event: AuditEvent) -> AuditedPerson? { event.patient.flatMap { patients[ID($0)] } }
}

extension AuditEvent {
  /// The columns of `--plain`, and the keys of `--json`, in order.
  func values(_ names: AuditNames) -> [(String, JSON)] {
    let person = names.person(of: self)
    return [
      ("sequence", .integer(sequence)), ("at", .text(at.iso)), ("staff", .text(staffName)), ("role", .text(role)),
      ("organisation", .text(organisation)), ("workstation", .text(workstation)), ("patient", JSON(patient)),
      ("action", .text(action.rawValue)), ("object", .text(object)), ("version_before", JSON(versionBefore)),
      ("version_after", JSON(versionAfter)), ("purpose", .text(purpose)), ("record_digest", .text(recordDigest)),
      ("previous_hash", .text(previousHash)), ("hash", .text(hash)), ("staff_id", .text(staffID)),
      ("organisation_name", JSON(names.organisations[organisation])),
      ("patient_nhs_number", JSON(person?.nhsNumber?.digits)), ("patient_family_name", JSON(person?.name.family)),
      ("patient_given_names", JSON(person?.name.given)),
    ]
  }

  /// `05-Jan-2016 09:42  Jo Francis, care navigator, GP Care Group  signed  care plan of BEGUM, Rahela (Mrs), NHS No.
  /// 999 012 3012  version 1: activated`
  func line(_ names: AuditNames) -> String {
    let job = StaffRole(rawValue: role)?.words.lowercased() ?? role
    let place = names.organisations[organisation] ?? organisation
    return [at.short, "\(staffName), \(job), \(place)", action.words, subject(names), told(names)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// What it was done to, in words; the identifiers are in `--json`.
  private func subject(_ names: AuditNames) -> String {
    let parts = object.split(separator: " ").map(String.init).filter { !$0.isIdentifier || names.staff[$0] != nil }
    let words = parts.map { names.staff[$0] ?? $0.split(separator: "_").joined(separator: " ") }
      .joined(separator: " ").replacing("patient", with: "record")
    guard let person = names.person(of: self) else { return words }
    let number = person.nhsNumber.map { ", NHS No. \($0.spaced)" } ?? ""
    return "\(words) of \(person.name.shown())\(number)"
  }

  private func told(_ names: AuditNames) -> String {
    let words = purpose.split(separator: " ", omittingEmptySubsequences: false).map { word in
      names.staff[String(word)] ?? String(word)
    }
    // Only an assignment begins with the code of a role.
    guard action == .assignment, let first = words.first else { return words.joined(separator: " ") }
    return ([first.split(separator: "_").joined(separator: " ")] + words.dropFirst()).joined(separator: " ")
  }
}

extension String {
  /// A UUID.
  fileprivate var isIdentifier: Bool {
    utf8.count == 36 && utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...102).contains($0) }
  }
}

extension AuditAction {
  fileprivate var words: String {
    switch self {
    case .login: "signed in"
    case .logout: "signed out"
    case .search: "searched"
    case .view: "opened"
    case .viewMasked: "opened masked"
    case .create: "made"
    case .update: "changed"
    case .sign: "signed"
    case .print: "printed"
    case .export: "exported"
    case .importFile: "imported"
    case .consentChange: "changed consent"
    case .assignment: "assigned"
    case .breakGlass: "broke the glass"
    case .denied: "was refused"
    case .merge: "merged"
    case .settingChange: "changed a setting"
    case .void: "voided"
    case .undo: "undid"
    case .redo: "did again"
    }
  }
}
