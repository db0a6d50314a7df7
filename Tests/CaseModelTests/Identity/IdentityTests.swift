import Testing

@testable import CaseModel

@Suite("Who is at the keys (store.md 5)") struct IdentityTests {
  private static let store = "/var/lib/mdt/records.mdt"
  private let forced = Installation(.forcedCommand, name: "mdt", number: 950, store: store)
  private let setgid = Installation(.setgid, name: "mdt", number: 960, store: store)

  /// Somebody with an account of their own on their own machine.
  private var own: Circumstances {
    Circumstances(
      account: "jfrancis", realUser: 1001, effectiveUser: 1001, realGroup: 1001, effectiveGroup: 1001,
      usualStore: "/home/jfrancis/.local/share/mdt/records.mdt")
  }

  /// The service account, as sshd starts the command that a key is tied to.
  private func byKey(_ person: String? = "jfrancis") -> Circumstances {
    Circumstances(
      account: "mdt", realUser: 950, effectiveUser: 950, realGroup: 950, effectiveGroup: 950, installation: forced,
      storeOwner: .file(owner: 950, mode: 0o600), usualStore: "/var/lib/mdt/other.mdt", person: person)
  }

  private var withGroup: Circumstances {
    var here = own
    here.effectiveGroup = 960
    here.installation = setgid
    here.storeOwner = .file(owner: 0, mode: 0o660)
    return here
  }

  private func refusal(_ circumstances: Circumstances) -> Problem? {
    do throws(Problem) {
      _ = try circumstances.identity()
      return nil
    } catch {
      return error
    }
  }

  @Test("C: on one's own machine one is the account, and chooses the store by option, variable or habit") func alone()
    throws
  {
    var here = own
    #expect(try here.identity() == Identity(account: "jfrancis", store: here.usualStore, number: 1001))
    here.environmentStore = "/tmp/a.mdt"
    #expect(try here.identity().store == "/tmp/a.mdt")
    here.store = "/tmp/b.mdt"
    #expect(try here.identity().store == "/tmp/b.mdt")
    here.remoteCommand = "rm -rf /"
    #expect(try here.identity().account == "jfrancis")
  }

  @Test("A: a key's command says whose it is, where root has named the account and the store is that account's alone")
  func key() throws {
    #expect(try byKey().identity() == Identity(account: "jfrancis", store: Self.store))
    var here = byKey()
    here.environmentStore = "/tmp/mine.mdt"
    #expect(try here.identity().store == Self.store, "a variable that the connection brought")
    here.store = Self.store
    #expect(try here.identity().store == Self.store)
    here.store = "/tmp/mine.mdt"
    #expect(refusal(here) != nil, "another store")
  }

  @Test("A: --as is refused wherever the person could have said it themself") func faked() {
    var here = own
    here.person = "tadeyemi"
    #expect(refusal(here)?.reason.contains("--as is heeded only") == true, "no installation")
    here.installation = forced
    #expect(refusal(here) != nil, "an installation of another account")
    here = withGroup
    here.person = "tadeyemi"
    #expect(refusal(here) != nil, "a setgid program")
    here.effectiveGroup = here.realGroup
    #expect(refusal(here) != nil, "an installation of another kind")
    here = byKey("tadeyemi")
    here.installation?.number = 951
    #expect(refusal(here) != nil, "an account that was made anew under the name")
    here = byKey("tadeyemi")
    here.installation?.number = 0
    (here.realUser, here.effectiveUser) = (0, 0)
    #expect(refusal(here) != nil, "root")
    here = byKey("tadeyemi")
    here.storeOwner = .file(owner: 1001, mode: 0o600)
    #expect(refusal(here) != nil, "a store that somebody else put there")
    here.storeOwner = .file(owner: 950, mode: 0o660)
    #expect(refusal(here) != nil, "a store that others can write")
    for name in ["", "-x", "../x", "a b", "a\u{1B}[2J", "a;b", "a\nb", String(repeating: "a", count: 65)] {
      #expect(refusal(byKey(name)) != nil, "\(name.debugDescription)")
    }
  }

  @Test(
    "A: a command that is sent with the key is refused unless it is the one word for lines",
    arguments: [
      "sh", "", " linear", "linear ", "linear; sh", "LINEAR", "mdt --as tadeyemi", "internal-sftp", "linear\n",
    ])
  func remote(_ command: String) throws {
    var here = byKey()
    here.remoteCommand = command
    let problem = try #require(refusal(here))
    #expect(!problem.text.contains("tadeyemi"))
    here.remoteCommand = "linear"
    #expect(try here.identity() == Identity(account: "jfrancis", store: Self.store, asksForLines: true))
  }

  @Test("B: whoever started a setgid program is the account, and the store is the installation's") func group() throws {
    var here = withGroup
    here.environmentStore = "/tmp/a.mdt"
    #expect(try here.identity() == Identity(account: "jfrancis", store: Self.store, rights: .group, number: 1001))
    here.store = Self.store
    #expect(try here.identity().rights == .group)
  }

  @Test("B: another store is opened with the person's own rights alone") func other() throws {
    var here = withGroup
    for store in ["/tmp/a.mdt", Self.store + "/../records.mdt", "/var/lib/mdt/./records.mdt", "postgresql:///x"] {
      here.store = store
      #expect(try here.identity().rights == .ownAfterGivingUpGroup)
    }
  }

  @Test("B: a group that no installation names opens nothing") func unnamed() {
    var here = withGroup
    here.installation = nil
    #expect(refusal(here) != nil)
    here.installation = forced
    #expect(refusal(here) != nil)
    here.installation = setgid
    here.installation?.number = 961
    #expect(refusal(here) != nil)
  }

  @Test("B: root gives the group up and needs none of it") func root() throws {
    var here = withGroup
    (here.realUser, here.effectiveUser, here.account) = (0, 0, "root")
    #expect(try here.identity().rights == .ownAfterGivingUpGroup)
  }

  @Test("a setuid program is nobody's") func setuid() {
    for user in [0, 950] {
      var here = own
      here.effectiveUser = user
      #expect(refusal(here)?.reason.contains("setuid") == true)
      here.person = "tadeyemi"
      #expect(refusal(here)?.reason.contains("setuid") == true)
    }
  }

  @Test("an installation is read as it was written, and nothing else is one") func text() {
    #expect(Installation(reading: forced.text) == forced)
    #expect(Installation(reading: setgid.text) == setgid)
    #expect(Installation(reading: "") == nil)
    #expect(Installation(reading: setgid.text + "store /tmp/x\n") == nil)
    #expect(Installation(reading: setgid.text.replacing("number 960", with: "number 0")) == nil)
    #expect(Installation(reading: setgid.text.replacing("installation 1", with: "installation 2")) == nil)
    for store in ["records.mdt", "/a/../b", "/a b", "/a\"b", "/a'b", "/a\u{1B}b", "/a;b", "/a$b"] {
      #expect(!Installation.isStore(store), "\(store.debugDescription)")
    }
    #expect(Installation.isStore("postgresql://db1.borough.example,db2.borough.example/mdt"))
  }
}
