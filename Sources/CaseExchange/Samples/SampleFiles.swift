public import CaseModel

/// One file of the sample data, written piece by piece so that a million people need no memory.
public struct SampleFile: Sendable {
  /// For example `practices.csv`.
  public let name: String
  /// The file's text from its beginning, in pieces of whole lines.
  public let pieces: @Sendable () -> AnyIterator<String>
}

/// The sample data: organisations, practices, staff, the South West's caseload, the whole borough's, and a caseload
/// with every kind of mistake. The same arguments give the same bytes.
///
/// - Parameters:
///   - people: how many people the borough's caseload has; 412 of 8,812 are the South West's.
///   - asOf: the day ages, scores and enrolments look back from.
public func sampleFiles(people: Int, seed: UInt64, asOf: Day) -> [SampleFile] {
  let borough = SampleBorough(people: people, seed: seed, asOf: asOf)
  return [
    SampleFile(name: "organisations.csv") { rows(borough.organisations()) },
    SampleFile(name: "practices.csv") { rows(borough.practices()) },
    SampleFile(name: "staff.csv") {
      var staff = SampleStaff(seed: seed, asOf: asOf)
      return rows(staff.rows())
    },
    SampleFile(name: "caseload-south-west.csv") { inPieces(borough.caseload(southWestOnly: true)) },
    SampleFile(name: "caseload-borough.csv") { inPieces(borough.caseload()) },
    SampleFile(name: "caseload-with-mistakes.csv") { AnyIterator(SampleMistakes(borough).rows().makeIterator()) },
  ]
}

private func rows(_ rows: [[String]]) -> AnyIterator<String> {
  let writer = CSVWriter(lineEnd: .crlf)
  return AnyIterator(rows.lazy.map(writer.record).makeIterator())
}

/// Lines put together to about 64 KiB, so that a write is worth its while.
private func inPieces(_ lines: AnyIterator<String>) -> AnyIterator<String> {
  AnyIterator {
    var piece = ""
    while piece.utf8.count < 1 << 16, let line = lines.next() { piece += line }
    return piece.isEmpty ? nil : piece
  }
}

extension SampleBorough {
  /// The four partners of the service (handbook 0.1) under codes that belong to nobody, and the practices.
  func organisations() -> [[String]] {
    var rows = [OrganisationField.allCases.map(\.rawValue)]
    let partners: [(String, String, OrganisationKind)] = [
      ("R9901", "Barts Health", .acute), ("R9902", "ELFT", .communityMentalHealth),
      ("R9903", "LBTH", .localAuthority), ("R9904", "GP Care Group", .gpFederation),
    ]
    for (code, name, kind) in partners { rows.append([code, name, kind.rawValue, "2012-04-01", ""]) }
    for practice in SamplePlaces.practices {
      rows.append([practice.code, practice.name, OrganisationKind.gpPractice.rawValue, "2009-04-01", ""])
    }
    return rows
  }

  /// Each practice in its network and locality, with the links that two practices had before (D-GEO-1).
  func practices() -> [[String]] {
    var rows = [PracticeField.allCases.map(\.rawValue)]
    let before = ["F99012": (network: 5, locality: "North East"), "F99021": (network: 2, locality: "North West")]
    for (index, practice) in SamplePlaces.practices.enumerated() {
      let phones = ["020 7946 0\(600 + index)", "020 7946 0\(700 + index)"]
      func row(_ network: Int, _ locality: String, _ from: String, _ to: String) -> [String] {
        [practice.code, practice.name, "Network \(network)", locality, from, to] + phones
      }
      if let old = before[practice.code] {
        rows.append(row(old.network, old.locality, "2009-04-01", "2013-04-01"))
        rows.append(row(practice.network, practice.locality, "2013-04-01", ""))
      } else {
        rows.append(row(practice.network, practice.locality, "2009-04-01", ""))
      }
    }
    return rows
  }
}
