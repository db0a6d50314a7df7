/// Somebody to ring: one line of a plan's contacts, in the order in which they are rung.
///
/// Written `name; role; organisation; phone; hours`. The phone is found by its shape, so that what is not known can be
/// left out: `Nasima; daughter; 07700 900123; has a key`.
public struct CrisisContact: Hashable, Sendable, Codable {
  public var name: String
  public var role: String
  public var organisation: String
  public var phone: String
  /// When they answer, or what else is worth knowing: "24 hours", "has a key".
  public var hours: String

  public init(name: String, role: String = "", organisation: String = "", phone: String = "", hours: String = "") {
    self.name = name
    self.role = role
    self.organisation = organisation
    self.phone = phone
    self.hours = hours
  }

  public init(reading line: String) {
    self.init(name: "")
    let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmed }
    name = parts.first ?? ""
    // What has the most digits is meant as the number, also where it is none.
    func digits(_ text: String) -> Int { text.count { $0.isWholeNumber } }
    let found =
      parts.indices.dropFirst().first { PhoneNumber(parts[$0]) != nil }
      ?? (parts.indices.contains(3) && digits(parts[3]) > 0 ? 3 : nil)
      ?? parts.indices.dropFirst().first { digits(parts[$0]) >= 5 }
    let place = found ?? min(3, parts.count)
    phone = parts.indices.contains(place) ? parts[place] : ""
    let before = parts.indices.filter { $0 > 0 && $0 < place }.map { parts[$0] }
    role = before.first ?? ""
    organisation = before.dropFirst().filter { !$0.isEmpty }.joined(separator: ", ")
    hours = parts.indices.filter { $0 > place }.map { parts[$0] }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// As it is kept.
  public var line: String {
    var parts = [name, role, organisation, phone, hours]
    while parts.count > 4, parts.last?.isEmpty == true { parts.removeLast() }
    return parts.joined(separator: "; ")
  }

  /// Name and what they are, for a narrow column: "Nasima, daughter".
  public var who: String { [name, role].filter { !$0.isEmpty }.joined(separator: ", ") }

  /// What is wrong with it, as a sentence; nil where nothing is.
  public var fault: String? {
    if name.isEmpty { return "A contact begins with a name: name; role; organisation; phone; hours." }
    if name.count > 70 { return "A contact's name takes 70 characters and one has \(name.count)." }
    if phone.isEmpty { return "\(name) has no phone number." }
    return PhoneNumber.fault(in: phone).map { "\(name): \($0.lowercasedFirst)" }
  }
}
