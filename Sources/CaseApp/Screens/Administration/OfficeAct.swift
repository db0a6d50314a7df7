import CaseModel
import TerminalKit

/// Something that is done in an office: its key, its words, and what it asks for.
enum OfficeAct: String, CaseIterable, Hashable, Sendable {
  case addStaff, addPost, changeRole, endPost, lastDay, comeBack, account, training
  case handOver, handOverAll
  case addOrganisation, changeOrganisation, link, close
  case changeSetting
  case recordAgreement, signAgreement, leaveAgreement
  case propose, confirm, endPrivilege

  /// One thing that is asked for.
  struct Field: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case text, day, role, organisationKind, answer }
    var key: String
    var label: String
    var hint = ""
    var kind = Kind.text
    var isOptional = false
  }

  var office: Office {
    switch self {
    case .addStaff, .addPost, .changeRole, .endPost, .lastDay, .comeBack, .account, .training: .staff
    case .handOver, .handOverAll: .leavers
    case .addOrganisation, .changeOrganisation, .link, .close: .organisations
    case .changeSetting: .settings
    case .recordAgreement, .signAgreement, .leaveAgreement: .agreements
    case .propose, .confirm, .endPrivilege: .privileges
    }
  }

  /// What whoever does it must be allowed.
  var need: AccessAction {
    switch office {
    case .settings: .manageSettings
    case .agreements: .manageAgreements
    case .leavers: .proposeAssignment
    default: self == .confirm ? .ownWork : .manageStaff
    }
  }

  /// About the selected row, or about something new.
  var isAboutRow: Bool {
    switch self {
    case .addStaff, .addOrganisation, .recordAgreement, .propose: false
    default: true
    }
  }

  var key: String {
    switch self {
    case .addStaff, .addOrganisation, .recordAgreement, .propose: "n"
    case .addPost: "p"
    case .changeRole: "r"
    case .endPost: "E"
    case .lastDay, .close, .leaveAgreement, .endPrivilege: "D"
    case .comeBack: "b"
    case .account: "c"
    case .training: "t"
    case .handOver: "w"
    case .handOverAll: "A"
    case .changeOrganisation, .changeSetting: "e"
    case .link: "l"
    case .signAgreement, .confirm: "y"
    }
  }

  var name: String {
    switch self {
    case .addStaff: "Add somebody"
    case .addPost: "Add post"
    case .changeRole: "Change role"
    case .endPost: "End post"
    case .lastDay: "Last day"
    case .comeBack: "Is back"
    case .account: "Account"
    case .training: "Training"
    case .handOver: "Hand over"
    case .handOverAll: "Hand over all"
    case .addOrganisation: "Add organisation"
    case .changeOrganisation: "Change organisation"
    case .link: "Link practice"
    case .close: "Closing day"
    case .changeSetting: "Change setting"
    case .recordAgreement: "Record agreement"
    case .signAgreement: "Signed"
    case .leaveAgreement: "Leaves agreement"
    case .propose: "Propose"
    case .confirm: "Confirm"
    case .endPrivilege: "End privilege"
    }
  }

  var help: String {
    switch self {
    case .addStaff: "Adds somebody to the staff list with their first post."
    case .addPost: "Gives the selected person one more post, at this or another organisation."
    case .changeRole: "Gives the selected person another role where they work, from a day on."
    case .endPost: "Asks for the last day of one of the selected person's posts."
    case .lastDay: "Asks for the selected person's last day here, and says what they leave behind."
    case .comeBack: "Records that the selected person, who left, is back with a post."
    case .account: "Changes the account that signs in as the selected person."
    case .training: "Records when the selected person was trained in data security."
    case .handOver: "Hands the selected person's care over to a colleague, with a note; or to nobody yet."
    case .handOverAll: "Hands over everybody whom this leaver has left and whom you may assign."
    case .addOrganisation: "Adds an organisation by its ODS code."
    case .changeOrganisation: "Changes the name, the kind or the telephone number of the selected organisation."
    case .link: "Links the selected practice to a network and a locality from a day on; the link before ends."
    case .close: "Asks for the day on which the selected organisation closes."
    case .changeSetting: "Changes the selected setting; who, when, before, after and why are kept."
    case .recordAgreement: "Records a sharing agreement with those who have signed it."
    case .signAgreement: "Records that organisations have signed the selected agreement."
    case .leaveAgreement: "Asks from when on an organisation is no party to the selected agreement any more."
    case .propose: "Proposes a privilege for somebody else; a third person confirms it."
    case .confirm: "Confirms the selected proposal, which somebody else made for a third person."
    case .endPrivilege: "Asks why the selected privilege ends, or its proposal is taken back."
    }
  }

  /// What comes of it, above the form.
  var consequence: String {
    switch self {
    case .addStaff, .addPost, .changeRole:
      "Nobody gives themself a post or a role; it opens what table 8.1 gives to it."
    case .endPost, .lastDay: "At the midnight that follows, London time, what it opened is closed."
    case .comeBack: "Whom they looked after before is theirs again only when somebody assigns them."
    case .account: "Whoever signs in by the account is this person here."
    case .training: "It counts for the months of the setting training.valid_months."
    case .handOver, .handOverAll:
      "Each assignment is recorded. Without a successor they stay on this list as unallocated."
    case .addOrganisation, .changeOrganisation: "A code is never used for another organisation again."
    case .link: "The people of the practice move with it on the day."
    case .close: "Staff and people stay where they are until somebody moves them."
    case .changeSetting: "It counts for everybody from now on."
    case .recordAgreement, .signAgreement: "From that day on they are shown what the agreement names."
    case .leaveAgreement: "After its last day it is shown nothing by this agreement, in an emergency either."
    case .propose: "It is in force once somebody has confirmed it who neither proposed it nor gets it."
    case .confirm: "It is in force from today."
    case .endPrivilege: "It ends at once; the last administrator's stays until another is in force."
    }
  }

  private static let reason = Field(key: "reason", label: "Reason", hint: "why, for whoever looks later")
  private static let post = [
    Field(key: "role", label: "Role", hint: "gp, social_worker, care_navigator", kind: .role),
    Field(key: "organisation", label: "Organisation", hint: "its ODS code"),
    Field(key: "team", label: "Team", isOptional: true),
    Field(key: "locality", label: "Locality", hint: "that the post serves; empty for every one", isOptional: true),
    Field(key: "from", label: "First day", kind: .day),
  ]
  private static let note = [
    Field(key: "who", label: "Who they are", isOptional: true),
    Field(key: "live", label: "What is live", isOptional: true),
    Field(key: "due", label: "What is due", isOptional: true),
    Field(key: "cross", label: "Who is cross", isOptional: true),
  ]

  var fields: [Field] {
    switch self {
    case .addStaff:
      [Field(key: "name", label: "Name", hint: "the whole name")] + OfficeAct.post + [
        Field(key: "account", label: "Account", hint: "that signs in as them", isOptional: true)
      ]
    case .addPost, .comeBack: OfficeAct.post
    case .changeRole:
      [
        Field(key: "role", label: "New role", kind: .role),
        Field(key: "at", label: "Organisation", hint: "for somebody with several posts", isOptional: true),
        Field(key: "from", label: "First day", kind: .day),
      ]
    case .endPost:
      [
        Field(key: "post", label: "Which post", hint: "its number on the page"),
        Field(key: "on", label: "Last day", kind: .day), OfficeAct.reason,
      ]
    case .lastDay: [Field(key: "on", label: "Last day", kind: .day), OfficeAct.reason]
    case .account: [Field(key: "account", label: "Account", hint: "empty takes it away", isOptional: true)]
    case .training: [Field(key: "on", label: "Trained on", kind: .day)]
    case .handOver, .handOverAll:
      [Field(key: "to", label: "Successor", hint: "name or account; empty for nobody yet", isOptional: true)]
        + OfficeAct.note
    case .addOrganisation:
      [
        Field(key: "code", label: "ODS code"), Field(key: "name", label: "Name"),
        Field(key: "kind", label: "Kind", hint: "gp_practice, acute, voluntary", kind: .organisationKind),
        Field(key: "phone", label: "Telephone", isOptional: true),
      ]
    case .changeOrganisation:
      [
        Field(key: "name", label: "Name"), Field(key: "kind", label: "Kind", kind: .organisationKind),
        Field(key: "phone", label: "Telephone", isOptional: true), OfficeAct.reason,
      ]
    case .link:
      [
        Field(key: "network", label: "Network", hint: "empty for none", isOptional: true),
        Field(key: "locality", label: "Locality", hint: "empty for none", isOptional: true),
        Field(key: "from", label: "First day", kind: .day), OfficeAct.reason,
        Field(
          key: "new", label: "New place", hint: "y where network or locality is new", kind: .answer, isOptional: true),
      ]
    case .close: [Field(key: "on", label: "Closed from", hint: "the first day", kind: .day), OfficeAct.reason]
    case .changeSetting: [Field(key: "value", label: "Value"), OfficeAct.reason]
    case .recordAgreement:
      [
        Field(key: "name", label: "Name"), Field(key: "purpose", label: "Purpose"),
        Field(key: "version", label: "Version"),
        Field(
          key: "data", label: "Data", hint: "identity care_plan crisis_plan safeguarding reports; empty for all",
          isOptional: true),
        Field(key: "parties", label: "Parties", hint: "ODS codes of those who have signed"),
        Field(key: "from", label: "First day", kind: .day), Field(key: "to", label: "Last day", kind: .day),
        Field(key: "lead", label: "Lead officer", isOptional: true),
        Field(key: "dpia", label: "DPIA", hint: "where it is", isOptional: true),
      ]
    case .signAgreement:
      [
        Field(key: "parties", label: "Who signed", hint: "ODS codes"), Field(key: "on", label: "Signed on", kind: .day),
      ]
    case .leaveAgreement:
      [
        Field(key: "party", label: "Who leaves", hint: "its ODS code"),
        Field(key: "on", label: "Last day", kind: .day), OfficeAct.reason,
      ]
    case .propose:
      [
        Field(key: "staff", label: "For whom", hint: "name or account"),
        Field(key: "role", label: "Privilege", hint: "admin or privacy_officer", kind: .role), OfficeAct.reason,
      ]
    case .confirm: [Field(key: "sure", label: "Confirm", hint: "y to confirm", kind: .answer)]
    case .endPrivilege: [OfficeAct.reason]
    }
  }
}

extension OfficeAct.Field {
  /// How what was typed is understood: a day with its month in letters, a role in words; nil where there is nothing to say.
  func echo(_ text: String, today: Day) -> String? {
    guard !text.isEmpty else { return nil }
    switch kind {
    case .text, .answer: return nil
    case .day:
      guard case .success(let day) = Day.typed(text, today: today) else { return "no day" }
      return day.shortWithWeekday
    case .role: return StaffRole(reading: text)?.words ?? "no role"
    case .organisationKind: return OrganisationKind(reading: text)?.words ?? "no kind"
    }
  }
}
