import Glibc

/// The rights of whoever started the program, where the program has those of a group as well (store.md 5 B).
///
/// Files that a person names are opened with these alone: an import that only the group may read fails, and nothing is
/// written where only the group may write.
enum OwnRights {
  /// Does something with the person's own rights, on this thread alone: what the store does meanwhile on its own threads
  /// keeps the group's. `body` must not wait for anything that goes on elsewhere.
  static func during<T, Failure: Error>(_ body: () throws(Failure) -> T) throws(Failure) -> T {
    guard getegid() != getgid() else { return try body() }
    let before = SystemCalls.setFileGroup(getgid())
    // It gives no error: it is asked again, with a number that changes nothing.
    guard SystemCalls.setFileGroup(.max) == getgid() else { endAtOnce() }
    defer { _ = SystemCalls.setFileGroup(before) }
    return try body()
  }

  /// Gives the group up for good.
  static func giveUpGroup() {
    guard getegid() != getgid() else { return }
    guard setregid(getgid(), getgid()) == 0, getegid() == getgid(), setegid(groupAtStart) != 0 || getuid() == 0 else {
      endAtOnce()
    }
    guard setegid(getgid()) == 0 else { endAtOnce() }
  }

  /// The group that the program was given when it was started, before any of it was given up.
  static let groupAtStart = getegid()

  /// Rather no program than one with rights that it should not have.
  private static func endAtOnce() -> Never {
    Outlet.note(
      "Nothing was done. The system did not take the group's rights away from mdt. Ask whoever looks after this machine."
    )
    exit(71)
  }
}

/// Calls of the C library that Swift does not see: one because its header is not among those it reads, one because it
/// takes any number of arguments. Both are found by their names.
enum SystemCalls {
  private typealias SetFileGroup = @convention(c) (gid_t) -> Int32
  private typealias ProcessControl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32

  /// setfsgid(2): for this thread. Gives the group of before.
  static func setFileGroup(_ group: gid_t) -> gid_t {
    guard let call = dlsym(nil, "setfsgid") else { return .max }
    return gid_t(bitPattern: unsafeBitCast(call, to: SetFileGroup.self)(group))
  }

  /// prctl(2), PR_SET_DUMPABLE: no core file, and no other process of the same person looks into this one.
  static func refuseToBeLookedInto() -> Bool {
    guard let call = dlsym(nil, "prctl") else { return false }
    return unsafeBitCast(call, to: ProcessControl.self)(4, 0, 0, 0, 0) == 0
  }
}
