import CaseModel
import TerminalKit

/// A room of the administration: what is listed there, and what can be done about it.
public enum Office: String, CaseIterable, Hashable, Sendable {
  /// Every other one, with what waits in it.
  case administration
  case staff
  /// Whom a leaver left.
  case leavers
  case organisations
  case settings
  case agreements
  case privileges
  /// What the person at the keys did themself.
  case own

  var title: String {
    switch self {
    case .administration: "Administration"
    case .staff: "Staff"
    case .leavers: "Left by leavers"
    case .organisations: "Organisations"
    case .settings: "Settings"
    case .agreements: "Agreements"
    case .privileges: "Privileges"
    case .own: "What you did"
    }
  }

  /// What it is for, on the page of all of them.
  var purpose: String {
    switch self {
    case .administration: "Everything that is administered"
    case .staff: "Who works here as what, from when to when; leavers, accounts, training"
    case .leavers: "People whom somebody who leaves has left, until somebody has taken them"
    case .organisations: "Partners and practices, and where a practice belongs from which day on"
    case .settings: "The numbers that the program goes by, each with what it rests on"
    case .agreements: "Which organisations may be shown which data, and until when"
    case .privileges: "Who looks after the store and after privacy: proposed by one, confirmed by another"
    case .own: "Your own rows of the audit"
    }
  }

  /// Said where nothing is listed.
  var emptiness: String {
    switch self {
    case .leavers: "Nobody was left by a leaver."
    case .agreements: "There is no sharing agreement: nobody is shown anything."
    default: "There is nothing here."
    }
  }
}

/// One line of an office, with its own page.
struct OfficeRow: Hashable, Sendable, Identifiable {
  struct Fact: Hashable, Sendable {
    var label: String
    var value: String
    var role = Role.body
  }

  var id: String
  var label: String
  var value: String
  var role = Role.body
  /// What the row's own page says.
  var facts: [Fact] = []
  /// What forms about it begin with, by the key of their field, and what else an act has to know.
  var values: [String: String] = [:]
}

/// What was read for an office.
struct OfficeContents: Hashable, Sendable {
  var rows: [OfficeRow] = []
  /// What the person at the keys may not do, with the reason and what to do about it.
  var refusals: [AccessAction: String] = [:]
}
