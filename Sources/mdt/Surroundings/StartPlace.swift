import ArgumentParser
import CaseApp
import CaseModel

/// Where the screens begin. The caseload lies beneath, wherever that is.
enum StartPlace: String, ExpressibleByArgument, CaseIterable {
  case today, caseload, find, drafts, privacy, administration, audit

  var route: Route {
    switch self {
    case .today: .today
    case .caseload: .caseload
    case .find: .find("")
    case .drafts: .drafts
    case .privacy: .privacy
    case .administration: .administration(.administration)
    case .audit: .audit(about: nil)
    }
  }
}

extension GlobalOptions {
  /// What was asked for; today's worklists where nothing was.
  ///
  /// - Throws: `badData` where MDT_BEGIN names no place.
  func startPlace() throws(Problem) -> StartPlace {
    if let place { return place }
    guard let text = Host.environment("MDT_BEGIN"), !text.isEmpty else { return .today }
    guard let place = StartPlace(rawValue: text) else {
      throw Problem(
        "The screens were not opened.", because: "MDT_BEGIN is \"\(text)\", which is no place to begin at.",
        try: "Set it to one of \(StartPlace.allCases.map(\.rawValue).joined(separator: ", ")), or take it away.",
        kind: .badData)
    }
    return place
  }
}
