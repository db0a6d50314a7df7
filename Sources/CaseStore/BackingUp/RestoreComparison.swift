import CaseModel

/// What a restore would do to what stands there, and what has to be said twice before it does (H14).
public struct RestoreComparison: Sendable {
  /// What is lost or doubtful, in a sentence or two; nil where nothing is.
  public let concern: String?
  /// What has to be typed, in this order; empty where nothing is lost.
  public let confirmations: [String]
  let standing: Standing

  init(_ standing: Standing, _ manifest: BackupManifest, _ faults: [String]) {
    self.standing = standing
    let loss = RestoreComparison.loss(standing, manifest)
    var sentences = loss.map { [$0.sentence] } ?? []
    var phrases = loss.map { [$0.phrase] } ?? []
    if !faults.isEmpty {
      sentences.append("The store was at fault when the backup was made: \(faults.joined(separator: "; ")).")
      phrases.append("RESTORE WITH FAULTS")
    }
    concern = sentences.isEmpty ? nil : sentences.joined(separator: " ")
    // The name of what goes first, so that nobody replaces the wrong one.
    confirmations = phrases.isEmpty ? [] : [RestoreComparison.name(of: standing, manifest)] + phrases
  }

  private static func name(of standing: Standing, _ manifest: BackupManifest) -> String {
    if case .store(let store) = standing { return BackupManifest.short(store.installation) }
    return manifest.shortInstallation
  }

  private static func loss(_ standing: Standing, _ manifest: BackupManifest) -> (sentence: String, phrase: String)? {
    switch standing {
    case .nothing: return nil
    case .unreadable(let why):
      return ("What stands there cannot be compared with the backup. \(why)", "REPLACE WHAT CANNOT BE READ")
    case .store(let store):
      let last = "The last was at \(store.audit.at.short)."
      guard store.installation == manifest.installation else {
        return (
          "The store that stands there is another installation (\(BackupManifest.short(store.installation))), and the"
            + " backup is of \(manifest.shortInstallation); it has \(changes(store.audit.sequence)). \(last)",
          "REPLACE ANOTHER INSTALLATION"
        )
      }
      let lost = store.audit.sequence - store.common
      guard lost > 0 else { return nil }
      let phrase = "LOSE \(lost) \(lost == 1 ? "CHANGE" : "CHANGES")"
      if store.common < manifest.audit.sequence {
        return (
          "The store that stands there and the backup have gone different ways since change \(store.common); the store"
            + " has \(changes(lost)) that the backup lacks. \(last)", phrase
        )
      }
      return ("The store that stands there is newer by \(changes(lost)). \(last)", phrase)
    }
  }

  private static func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }

  func refuse(unless confirmed: [String]) throws(Problem) {
    guard let concern, confirmed != confirmations else { return }
    let options = confirmations.map { "--confirm \"\($0)\"" }.joined(separator: " ")
    throw Problem(
      Restoration.what, because: concern, try: "If this is wanted, say so with \(options).", kind: .refused)
  }
}
