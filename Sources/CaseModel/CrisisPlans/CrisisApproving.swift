/// Who may make a crisis plan count (R-CR-01). Who may write in it is decided by the table of roles.
public enum CrisisApproving {
  /// A GP, a consultant, an advanced nurse practitioner or a community matron; a community geriatrician and a
  /// psychiatrist are consultants.
  public static let approvers: Set<StaffRole> = [
    .gp, .consultant, .geriatrician, .psychiatrist, .seniorNurse, .communityMatron,
  ]

  public static let consultants: Set<StaffRole> = [.consultant, .geriatrician, .psychiatrist]

  /// Facts about whoever wants to sign.
  public struct Signer: Hashable, Sendable {
    public var id: ID<StaffMember>
    public var roles: Set<StaffRole>
    /// The person's accountable GP; or, where nobody is, a GP of the person's own practice.
    public var isAccountableGP: Bool

    public init(id: ID<StaffMember>, roles: Set<StaffRole>, isAccountableGP: Bool) {
      self.id = id
      self.roles = roles
      self.isAccountableGP = isAccountableGP
    }
  }

  /// Why somebody may not approve a draft as interim, as two sentences; nil where they may.
  public static func refusal(
    toApprove drafter: ID<StaffMember>, by signer: Signer
  ) -> (reason: String, advice: String)? {
    if signer.roles.isDisjoint(with: approvers) {
      return (
        "An interim plan is approved by a GP, a consultant, an advanced nurse practitioner or a community matron.",
        "Ask one of them; the draft is on their list."
      )
    }
    return drafterAlone(drafter, [], signer)
  }

  /// The same for confirming. `approvers` are those who have signed the version already.
  public static func refusal(
    toConfirm drafter: ID<StaffMember>, approvedBy approvers: Set<ID<StaffMember>>, by signer: Signer
  ) -> (reason: String, advice: String)? {
    if !signer.isAccountableGP, signer.roles.isDisjoint(with: consultants) {
      return (
        "A plan is confirmed by the person's accountable GP or by a consultant.",
        "Ask one of them, or have the accountable GP recorded in the person's team."
      )
    }
    return drafterAlone(drafter, approvers, signer)
  }

  private static func drafterAlone(
    _ drafter: ID<StaffMember>, _ approvers: Set<ID<StaffMember>>, _ signer: Signer
  ) -> (reason: String, advice: String)? {
    guard approvers.union([signer.id]).subtracting([drafter]).isEmpty else { return nil }
    return ("You drafted it, and the drafter is never the only approver.", "Ask a colleague who may approve it.")
  }
}
