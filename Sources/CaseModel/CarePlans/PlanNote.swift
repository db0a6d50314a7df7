/// What somebody is told of a plan they wrote: a colleague joined it with a draft, and what that changed.
public struct PlanNote: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var patient: ID<Patient>
  public var name: PersonName
  /// `J. Francis`
  public var by: String
  public var at: Moment
  /// The version that was joined, and the one that came of it; the same number for a draft that is not signed.
  public var yourVersion: Int
  public var version: Int
  /// The labels of what says something else now: `Next review`.
  public var changed: [String]

  public init(
    id: String, patient: ID<Patient>, name: PersonName, by: String, at: Moment, yourVersion: Int, version: Int,
    changed: [String]
  ) {
    self.id = id
    self.patient = patient
    self.name = name
    self.by = by
    self.at = at
    self.yourVersion = yourVersion
    self.version = version
    self.changed = changed
  }

  /// `J. Francis joined v9 from your v8 and a draft: Next review, Care package`
  public var words: String {
    let made =
      version > yourVersion
      ? "joined v\(version) from your v\(yourVersion) and a draft" : "joined your draft with another"
    return "\(by) \(made): \(changed.joined(separator: ", "))"
  }
}
