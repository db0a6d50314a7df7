import CaseModel
import CaseStore
import Glibc

extension GlobalOptions {
  /// Who is at the keys and which store they mean; a group of the program that is not needed for it is given up.
  ///
  /// - Throws: `refused`.
  func identity() throws(Problem) -> Identity {
    let identity = try circumstances.identity()
    if identity.rights == .ownAfterGivingUpGroup { OwnRights.giveUpGroup() }
    return identity
  }

  /// The store's place, for what only whoever looks after the store does: making it, copying it, bringing it back.
  ///
  /// - Throws: `refused` where it would be done with the rights of the group that the program was given.
  func keepersStore(_ what: String) throws(Problem) -> String {
    let identity = try identity()
    guard identity.rights != .group else {
      throw Problem(
        what, because: "This is not done with the rights that mdt has here for everybody's work.",
        try: "Have it done by root, or by the account that owns the store; or name a store of your own with --store.",
        kind: .refused)
    }
    return identity.store
  }

  private var circumstances: Circumstances {
    let installation = Host.installation()
    return Circumstances(
      account: Host.account(), realUser: Int(getuid()), effectiveUser: Int(geteuid()), realGroup: Int(getgid()),
      effectiveGroup: Int(getegid()), installation: installation,
      storeOwner: installation.map { owner(of: $0.store) } ?? .missing,
      usualStore: "\(Host.dataFolder())/records.mdt", person: person, store: store,
      environmentStore: Host.environment("MDT_STORE"),
      remoteCommand: getenv("SSH_ORIGINAL_COMMAND").map { String(cString: $0) })
  }

  private func owner(of store: String) -> Circumstances.StoreOwner {
    guard store.hasPrefix("/") else { return .server }
    var status = stat()
    guard lstat(store, &status) == 0 else { return .missing }
    return .file(owner: Int(status.st_uid), mode: Int(status.st_mode & 0o7777))
  }
}

extension Identity {
  /// Who works in a store as whoever is at the keys.
  func actor(in store: CaseStore) async throws(Problem) -> Actor {
    try await store.actor(account: account, number: number, workstation: Host.workstation())
  }
}
