public import CaseModel

/// The columns of an organisations file.
public enum OrganisationField: String, TableField {
  case odsCode = "ods_code"
  case name
  case kind
  case openFrom = "open_from"
  case closedOn = "closed_on"

  public var isMandatory: Bool { self == .odsCode }

  public var synonyms: [String] {
    switch self {
    case .odsCode: ["ODS", "Code", "Organisation code", "Org code", "Organisation ODS code"]
    case .name: ["Organisation", "Organisation name", "Org name"]
    case .kind: ["Type", "Organisation type", "Organisation kind", "Role"]
    case .openFrom: ["Open", "Opened", "Open date", "Opened on", "From", "Start date"]
    case .closedOn: ["Closed", "Close date", "Closed date", "To", "End date"]
    }
  }

  public var meaning: String {
    switch self {
    case .odsCode: "3 to 12 capital letters and digits, never used again (handbook 7.3)."
    case .name: "Up to 100 characters."
    case .kind: "One of: \(OrganisationKind.allowed)."
    case .openFrom: "The date it opened."
    case .closedOn: "The date it closed, after the date it opened; empty while open."
    }
  }
}

/// The rules for a row of an organisations file; one code on two lines rejects both.
public struct Organisations: ImportKind {
  public static let surveys = true
  private var keys = KeySurvey()

  public init() {}

  public mutating func survey(_ row: TableRow<OrganisationField>) {
    keys.add(row[.odsCode].uppercased(), line: row.record.line)
  }

  public func content(of row: inout RowReader<OrganisationField>) -> OrganisationLine? {
    let code = row.code(.odsCode, needed: true)
    keys.check(code, &row, .odsCode, "The same code is on line")
    let name = row.line(.name, most: 100)
    if name.isEmpty { row.warn(.name, "needed", "There is no name.") }
    let kind = row.choice(.kind, OrganisationKind.self)
    let (open, closed) = (row.day(.openFrom), row.day(.closedOn))
    row.span(open, closed, .closedOn)
    return OrganisationLine(odsCode: code, name: some(name), kind: kind, openFrom: open, closedOn: closed)
  }
}

/// An organisations file, row by row.
public typealias OrganisationFile = ImportFile<Organisations>
/// A whole organisations file in memory.
public typealias OrganisationReading = ImportReading<Organisations>
