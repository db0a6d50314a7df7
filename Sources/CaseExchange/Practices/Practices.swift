public import CaseModel

/// The columns of a practices file: each row is a dated link from a practice to its network and locality (D-GEO-1).
public enum PracticeField: String, TableField {
  case practiceCode = "practice_code"
  case name
  case network
  case locality
  case from
  case to
  case phone
  case bypassPhone = "bypass_phone"

  public var isMandatory: Bool { self == .practiceCode }

  public var synonyms: [String] {
    switch self {
    case .practiceCode: ["Code", "ODS code", "GP practice code", "Practice ODS code", "Surgery code"]
    case .name: ["Practice", "Practice name", "GP practice", "Surgery"]
    case .network: ["PCN", "Network name", "PCN name", "Primary care network"]
    case .locality: ["Locality name", "Neighbourhood"]
    case .from: ["Start", "Start date", "From date", "Valid from", "Linked from"]
    case .to: ["End", "End date", "To date", "Valid to", "Linked to"]
    case .phone: ["Telephone", "Tel", "Phone number"]
    case .bypassPhone: ["Bypass", "Bypass number", "Bypass telephone", "Direct line", "Professional line"]
    }
  }

  public var meaning: String {
    switch self {
    case .practiceCode: "3 to 12 capital letters and digits."
    case .name: "Up to 100 characters."
    case .network: "The network's name, up to 60 characters."
    case .locality: "The locality's name, up to 60 characters."
    case .from: "The first day of the link; empty is: always."
    case .to: "The day the link ends, after its first; empty while it lasts. Links of one practice never overlap."
    case .phone: "The number patients ring."
    case .bypassPhone: "The number professionals ring."
    }
  }
}

/// The rules for a row of a practices file; two links of one practice on the same day reject both.
public struct Practices: ImportKind {
  private struct Link {
    var line: Int
    var from: Day
    var to: Day
  }

  public static let surveys = true
  private var links = [String: [Link]]()

  private static let ever = Day(number: .min / 2)
  private static let never = Day(number: .max / 2)

  public init() {}

  public mutating func survey(_ row: TableRow<PracticeField>) {
    guard Practices.saysLink(row) else { return }
    var cells = RowReader(row)
    let (from, to) = (cells.day(.from), cells.day(.to))
    guard cells.complaints.isEmpty else { return }
    let link = Link(line: row.record.line, from: from ?? Practices.ever, to: to ?? Practices.never)
    links[row[.practiceCode].uppercased(), default: []].append(link)
  }

  /// A row with nothing about a link leaves the practice's links alone.
  private static func saysLink(_ row: TableRow<PracticeField>) -> Bool {
    [.network, .locality, .from, .to].contains { !row[$0].isEmpty }
  }

  public func content(of row: inout RowReader<PracticeField>) -> PracticeLine? {
    let code = row.code(.practiceCode, needed: true)
    let name = row.line(.name, most: 100)
    let network = row.line(.network, most: 60)
    let locality = row.line(.locality, most: 60)
    let saysLink = Practices.saysLink(row.row)
    if locality.isEmpty, saysLink {
      row.warn(.locality, "needed", "There is no locality: nobody of this practice is in one.")
    }
    let (from, to) = (row.day(.from), row.day(.to))
    row.span(from, to, .to)
    if row.complaints.isEmpty, saysLink {
      let (first, end) = (from ?? Practices.ever, to ?? Practices.never)
      let other = links[code]?.first { $0.line != row.row.record.line && $0.from < end && first < $0.to }
      if let other {
        row.complain(
          .from, "D-GEO-1", "Line \(other.line) has another link of this practice for the same days. End one of them.")
      }
    }
    let (phone, bypass) = (row.phone(.phone), row.phone(.bypassPhone))
    return PracticeLine(
      practiceCode: code, name: some(name), network: some(network), locality: some(locality), from: from, to: to,
      phone: some(phone), bypassPhone: some(bypass))
  }
}

/// A practices file, row by row.
public typealias PracticeFile = ImportFile<Practices>
/// A whole practices file in memory.
public typealias PracticeReading = ImportReading<Practices>
