/// Which rows of the audit are wanted, in the words of whoever asks: the flags of `mdt audit list` and the box of the
/// audit's screen say the same.
public struct AuditFilter: Hashable, Sendable {
  /// What concerns this person.
  public var person: NHSNumber?
  /// What this member of staff did: an account, a name or a part of one.
  public var staff: String?
  /// What was done; empty for everything.
  public var actions: [AuditAction]
  /// By people of this organisation: its code, its name or a part of one.
  public var organisation: String?
  /// The first and the last day.
  public var from: Day?
  public var to: Day?

  public init(
    person: NHSNumber? = nil, staff: String? = nil, actions: [AuditAction] = [], organisation: String? = nil,
    from: Day? = nil, to: Day? = nil
  ) {
    self.person = person
    self.staff = staff
    self.actions = actions
    self.organisation = organisation
    self.from = from
    self.to = to
  }

  public static let everything = AuditFilter()

  /// What cannot be read, and where it stands.
  public struct Fault: Error, Hashable, Sendable {
    /// From 1.
    public var column: Int
    public var term: String
    public var message: String
  }

  /// As it is typed: `staff:"Jo Francis" action:view,print from:01-Jan-2016`.
  public var text: String {
    func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
    var parts = [String]()
    if let person { parts.append("person:\(person.digits)") }
    if let staff { parts.append("staff:\(quoted(staff))") }
    if actions == [.denied] {
      parts.append("denied")
    } else if !actions.isEmpty {
      parts.append("action:\(actions.map(\.rawValue).joined(separator: ","))")
    }
    if let organisation { parts.append("organisation:\(quoted(organisation))") }
    if let from { parts.append("from:\(from.short)") }
    if let to { parts.append("to:\(to.short)") }
    return parts.joined(separator: " ")
  }
}
