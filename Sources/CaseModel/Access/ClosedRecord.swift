/// Somebody whose record is closed to the reader: who they are, and what would open it (spec 8.2, 8.3).
public struct ClosedRecord: Hashable, Sendable {
  /// Name, birth date, gender and NHS number, and nothing else (R-IG-01).
  public var patient: Patient
  /// Nil where the record is open after all.
  public var why: Problem?
  /// Saying why one needs it opens it for fourteen days.
  public var mayClaim: Bool
  public var mayBreakGlass: Bool

  public init(patient: Patient, why: Problem?, mayClaim: Bool, mayBreakGlass: Bool) {
    self.patient = patient
    self.why = why
    self.mayClaim = mayClaim
    self.mayBreakGlass = mayBreakGlass
  }
}
