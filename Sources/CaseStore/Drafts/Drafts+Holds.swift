import CaseModel
import Glibc

/// Two sessions of the same person must not write one draft: whoever writes holds a lock that ends with the session,
/// however that ends. The locks are bytes of one file, so that they leave nothing behind.
extension Drafts {
  private var holdsFile: String { "holds" }

  /// Holds the chosen draft, or a number that nobody uses.
  ///
  /// - Throws: `conflict` when the draft asked for is being written in another session.
  func hold(
    _ choice: DraftChoice, _ kind: Kind, for patient: ID<Patient>, of staff: ID<StaffMember>, newestFirst kept: [Int]
  ) throws(Problem) -> DraftHold {
    let what = "The draft was not opened."
    switch choice {
    case .held(let hold): return hold
    case .number(let number):
      guard let file = try lock(name(kind, staff, patient, number, what)) else {
        throw Problem(
          what, because: "You are writing it in another session just now.",
          try: "Leave the form there first, or start another draft from the person's record.", kind: .conflict)
      }
      return DraftHold(number: number) { close(file) }
    case .newest:
      var hasCompany = false
      let most = (kept.max() ?? 0) + 64
      for number in kept + (1...most).filter({ !kept.contains($0) }) {
        if let file = try lock(name(kind, staff, patient, number, what)) {
          return DraftHold(number: number, hasCompany: hasCompany || isAnyHeld(kind, patient, staff, but: number)) {
            close(file)
          }
        }
        hasCompany = true
      }
      throw Problem(what, because: "Too many sessions write at once.", try: "Leave the form in one of them.")
    }
  }

  /// Some session is writing this draft.
  func isHeld(_ kind: Kind, _ number: Int, for patient: ID<Patient>, of staff: ID<StaffMember>) -> Bool {
    do throws(Problem) {
      return try lockTest(name(kind, staff, patient, number, "The drafts were not read."))
    } catch {
      return false
    }
  }

  private func isAnyHeld(_ kind: Kind, _ patient: ID<Patient>, _ staff: ID<StaffMember>, but number: Int) -> Bool {
    (1...8).contains { $0 != number && isHeld(kind, $0, for: patient, of: staff) }
  }

  // MARK: Locks

  /// The descriptor that holds the lock; nil when somebody else has it.
  private func lock(_ name: String) throws(Problem) -> Int32? {
    let what = "The draft was not opened."
    guard makeFolder() else { throw failure(what) }
    guard let directory = try opened(what) else { throw failure(what) }
    defer { close(directory) }
    let file = openat(directory, holdsFile, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(what) }
    var range = range(of: name)
    // Another process that ends gives its locks back; so does another form of this process that is closed.
    guard fcntl(file, ofdSetLock, &range) != 0 else { return file }
    let why = errno
    close(file)
    guard why != EAGAIN, why != EACCES else { return nil }
    errno = why
    throw failure(what)
  }

  private func lockTest(_ name: String) throws(Problem) -> Bool {
    guard let directory = try opened("The drafts were not read.") else { return false }
    defer { close(directory) }
    let file = openat(directory, holdsFile, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var range = range(of: name)
    return fcntl(file, ofdGetLock, &range) == 0 && range.l_type != Int16(F_UNLCK)
  }

  /// A byte far out in the file for every name; the file stays empty.
  private func range(of name: String) -> flock {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var range = flock()
    range.l_type = Int16(F_WRLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(hash >> 2)
    range.l_len = 1
    return range
  }

  // Locks of an open file, not of a process, as Linux numbers them (fcntl(2)).
  private var ofdGetLock: Int32 { 36 }
  private var ofdSetLock: Int32 { 37 }
}
