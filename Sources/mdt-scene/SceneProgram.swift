import CaseApp
import CaseModel
import CaseStore
import CaseTesting
import Glibc

/// For developers: `mdt-scene write NAME PATH --account ACCOUNT` makes the store of a scene, `keys` and `schema` write
/// the pages of the documentation that the program writes.
@main enum SceneProgram {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch words.first {
      case "keys": print(keysPage(), terminator: "")
      case "schema": print(try await schemaPage(), terminator: "")
      case "write" where words.count == 5 && words[3] == "--account":
        guard let scene = Scene(rawValue: words[1]) else { return refuse("There is no scene named \(words[1]).") }
        try await scene.write(to: words[2], account: words[4], clockStandsAtScene: true, realNow: realNow())
      default:
        let names = Scene.allCases.map(\.rawValue).joined(separator: ", ")
        refuse("Use: mdt-scene keys | schema | write NAME PATH --account ACCOUNT. Scenes: \(names).")
      }
    } catch {
      refuse("\(error)")
    }
  }

  private static func realNow() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(seconds: time.tv_sec)
  }

  private static func refuse(_ text: String) {
    let bytes = Array("mdt-scene: \(text)\n".utf8)
    write(2, bytes, bytes.count)
    exit(64)
  }

  private static func schemaPage() async throws -> String {
    let folder = try TemporaryFolder()
    let store = try await Scene.empty.write(to: folder.path + "/schema.mdt", account: "nobody")
    return try await store.schemaSQL()
  }
}
