extension AuditAction {
  /// What somebody did, as a list says it: "opened".
  public var words: String {
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

/// What the audit's identifiers stand for: members of staff, organisations and the people that records are about.
public struct AuditNames: Hashable, Sendable {
  /// Names by identifier.
  public var staff: [String: String]
  /// Names by code.
  public var organisations: [String: String]
  public var people: [ID<Patient>: AuditedPerson]

  public init(
    staff: [String: String] = [:], organisations: [String: String] = [:], people: [ID<Patient>: AuditedPerson] = [:]
  ) {
    self.staff = staff
    self.organisations = organisations
    self.people = people
  }

  public func person(of event: AuditEvent) -> AuditedPerson? { event.patient.flatMap { people[ID($0)] } }
  public func organisation(of event: AuditEvent) -> String { organisations[event.organisation] ?? event.organisation }
}

extension AuditEvent {
  /// `Jo Francis, care navigator, GP Care Group`
  public func who(_ names: AuditNames) -> String {
    let job = StaffRole(rawValue: role)?.words.lowercasedFirst ?? role
    return [staffName, job, names.organisation(of: self)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What it was done to, in words: `care plan`; identifiers stay out.
  public func thing(_ names: AuditNames) -> String {
    // What was refused to whoever tried it is said with the reason.
    if action == .denied, AccessAction(rawValue: object) != nil { return "" }
    let parts = object.split(separator: " ").map(String.init).filter { !$0.isIdentifier || names.staff[$0] != nil }
    // The key of a setting is read as it is written.
    return parts.map { names.staff[$0] ?? ($0.contains(".") ? $0 : $0.split(separator: "_").joined(separator: " ")) }
      .joined(separator: " ").replacing("patient", with: "record")
  }

  /// What for, in words: names in place of identifiers.
  public func why(_ names: AuditNames) -> String {
    let words = purpose.split(separator: " ", omittingEmptySubsequences: false).map { word in
      names.staff[String(word)] ?? String(word)
    }
    if let refusal { return "may not \(refusal.action), because \(refusal.because)" }
    if action == .breakGlass {
      let parts = purpose.split(separator: ": ", maxSplits: 1).map(String.init)
      if parts.count == 2, let reason = BreakGlassReason(rawValue: parts[0]) { return "\(reason.words): \(parts[1])" }
    }
    // Only an assignment begins with the code of a role.
    guard action == .assignment, let first = words.first else { return words.joined(separator: " ") }
    return ([first.split(separator: "_").joined(separator: " ")] + words.dropFirst()).joined(separator: " ")
  }

  /// What was refused, and why: "search for people", "it is not in their role"; nil for a row that says it in other words.
  var refusal: (action: String, because: String)? {
    let parts = purpose.split(separator: ": ", maxSplits: 1).map(String.init)
    guard action == .denied, parts.count == 2, let tried = AccessAction(rawValue: parts[0]) else { return nil }
    return (tried.words, AccessDenial.words(ofCode: parts[1]))
  }

  /// `opened record of BEGUM, Rahela (Mrs), NHS No. 999 012 3012`
  public func deed(_ names: AuditNames, _ audience: Audience) -> String {
    [action.words, subject(names, audience)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `record of BEGUM, Rahela (Mrs), NHS No. 999 012 3012`, and how it was reached where nobody but the one who did has
  /// said that they may.
  public func subject(_ names: AuditNames, _ audience: Audience) -> String {
    var words = thing(names)
    if let person = names.person(of: self) {
      let number = person.nhsNumber.map { ", NHS No. \($0.spaced)" } ?? ""
      words += " of \(person.name.shown(to: audience))\(number)"
    }
    if let relationship, relationship.isOwnWord { words += ", \(relationship.words)" }
    return words
  }
}

extension String {
  /// A UUID, as identifiers of records are.
  var isIdentifier: Bool {
    utf8.count == 36 && utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...102).contains($0) }
  }
}
