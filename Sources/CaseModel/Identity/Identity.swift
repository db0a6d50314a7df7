/// Who is at the keys, which store they mean, and with whose rights the program opens it (store.md 5).
public struct Identity: Hashable, Sendable {
  /// With whose rights a store is opened.
  public enum Rights: Hashable, Sendable {
    /// Those of whoever started the program.
    case own
    /// Those of the group that the installed program has (B). What a person names is opened with their own all the same.
    case group
    /// Of the group that the program has nothing is needed, so it is given up before anything is opened.
    case ownAfterGivingUpGroup
  }

  /// What is looked for among the accounts of the staff.
  public var account: String
  public var store: String
  public var rights: Rights
  /// The account's number, where it is of this machine: kept at the first sign-in and compared afterwards.
  public var number: Int?
  /// Lines in place of a screen were asked for, in the one way that an SSH connection may ask for anything.
  public var asksForLines: Bool

  public init(
    account: String, store: String, rights: Rights = .own, number: Int? = nil, asksForLines: Bool = false
  ) {
    self.account = account
    self.store = store
    self.rights = rights
    self.number = number
    self.asksForLines = asksForLines
  }
}

/// All that a person at the keys has said, and all that the kernel and the site say about them.
public struct Circumstances: Hashable, Sendable {
  /// What a store's file says of itself.
  public enum StoreOwner: Hashable, Sendable {
    case file(owner: Int, mode: Int)
    case server
    case missing
  }

  // The kernel's and the site's word.
  /// The name of the real user.
  public var account: String
  public var realUser: Int
  public var effectiveUser: Int
  public var realGroup: Int
  public var effectiveGroup: Int
  /// What root has written about the group or the account that the program runs as.
  public var installation: Installation?
  /// Of the installation's store.
  public var storeOwner: StoreOwner
  public var usualStore: String

  // The person's word.
  /// `--as`
  public var person: String?
  /// `--store`
  public var store: String?
  /// MDT_STORE
  public var environmentStore: String?
  /// SSH_ORIGINAL_COMMAND: what somebody wanted to run in place of what their key is tied to.
  public var remoteCommand: String?

  public init(
    account: String, realUser: Int, effectiveUser: Int, realGroup: Int, effectiveGroup: Int,
    installation: Installation? = nil, storeOwner: StoreOwner = .missing, usualStore: String, person: String? = nil,
    store: String? = nil, environmentStore: String? = nil, remoteCommand: String? = nil
  ) {
    self.account = account
    self.realUser = realUser
    self.effectiveUser = effectiveUser
    self.realGroup = realGroup
    self.effectiveGroup = effectiveGroup
    self.installation = installation
    self.storeOwner = storeOwner
    self.usualStore = usualStore
    self.person = person
    self.store = store
    self.environmentStore = environmentStore
    self.remoteCommand = remoteCommand
  }

  /// The program was given the rights of a group that whoever started it has not. Root needs no group.
  public var isSetgid: Bool { effectiveGroup != realGroup && realUser != 0 }

  /// Who it is. Whatever a person can set narrows what they reach, or is refused; it never makes them somebody else.
  ///
  /// - Throws: `refused`.
  public func identity() throws(Problem) -> Identity {
    guard realUser == effectiveUser else {
      throw refused(
        "mdt runs as another account than the one that started it (setuid).",
        "Have whoever looks after this machine take the setuid bit away; mdt install setgid says how it is done.")
    }
    if let person { return try named(person) }
    if isSetgid { return try ofGroup() }
    // An account that people reach by SSH has one store, whatever the connection brought along.
    let environment = installation == nil ? environmentStore : nil
    let identity = Identity(
      account: account, store: store ?? environment ?? installation?.store ?? usualStore,
      rights: realGroup == effectiveGroup ? .own : .ownAfterGivingUpGroup, number: realUser)
    return identity
  }

  /// B: whoever started the program is the account, whatever else is said.
  private func ofGroup() throws(Problem) -> Identity {
    if let store, store != installation?.store {
      return Identity(account: account, store: store, rights: .ownAfterGivingUpGroup, number: realUser)
    }
    guard let installation, installation.kind == .setgid, installation.number == effectiveGroup else {
      throw refused(
        "mdt has the rights of the group number \(effectiveGroup), and nothing in \(Installation.folder) says for which"
          + " store.", "Have root install it with mdt install setgid, or name a store of your own with --store.")
    }
    return Identity(account: account, store: installation.store, rights: .group, number: realUser)
  }

  /// A: a key is tied to a command that says whose it is. That counts where nobody but the site can have written the
  /// command: as the account that root has named for it and that alone can open the store.
  private func named(_ person: String) throws(Problem) -> Identity {
    let advice = "Leave --as out: you are signed in as the account that you have."
    guard !isSetgid, let installation, installation.kind == .forcedCommand, installation.number == effectiveUser,
      effectiveUser != 0
    else {
      throw refused(
        "--as is heeded only in the command that a key is tied to on a host with a service account.", advice)
    }
    guard store == nil || store == installation.store else {
      throw refused(
        "--as goes with the store of the installation, \(installation.store).", "Leave --store out, or leave --as out.")
    }
    guard AccountName.isPlain(person) else {
      throw refused("\"\(person)\" is no name of an account.", "Correct the command that the key is tied to.")
    }
    switch storeOwner {
    case .server, .missing: break
    case .file(let owner, let mode):
      guard owner == effectiveUser, mode & 0o077 == 0 else {
        throw refused(
          "The store does not belong to the service account alone, so others could have put it there.",
          "Have root run mdt install forced-command again, which sets its rights right.")
      }
    }
    guard remoteCommand == nil || remoteCommand == Self.lines else {
      throw Problem(
        "Nothing was run.",
        because: "Your key opens mdt and nothing else, so a command that is sent with it is not"
          + " looked at.", try: "Connect without a command (ssh -t HOST), or with the one word \(Self.lines).",
        kind: .refused)
    }
    return Identity(account: person, store: installation.store, asksForLines: remoteCommand != nil)
  }

  /// The one word that a connection may bring: how the same screens are shown, and nothing about who or what.
  public static let lines = "linear"

  private func refused(_ reason: String, _ advice: String) -> Problem {
    Problem("You are not signed in.", because: reason, try: advice, kind: .refused)
  }
}
