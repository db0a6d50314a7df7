import CaseApp
import CaseModel
import CaseStore
import CaseTesting
import Glibc

/// For developers: `mdt-scene write NAME PATH --account ACCOUNT` makes the store of a scene, `keys` and `schema` write
/// the pages of the documentation that the program writes. For `make bench`, `plans COUNT PATH` signs plans in a store
/// that is there, and `saves COUNT PATH` prints how many microseconds each of so many saves took.
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
      case "plans" where words.count == 5 && words[3] == "--account":
        try await signing(in: words[2], account: words[4]).givePlans(to: Int(words[1]) ?? 0)
      case "saves" where words.count == 5 && words[3] == "--account":
        for time in try await signing(in: words[2], account: words[4]).saves(Int(words[1]) ?? 0) {
          print(Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6)
        }
      default:
        let names = Scene.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(
          """
          Use: mdt-scene keys | schema | write NAME PATH --account ACCOUNT | plans COUNT PATH --account ACCOUNT \
          | saves COUNT PATH --account ACCOUNT. Scenes: \(names).
          """)
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

  private static func signing(in path: String, account: String) async throws -> PlanSigning {
    try await PlanSigning(store: try CaseStore.open(at: path), account: account, at: realNow(), newID: newID)
  }

  /// A name that sorts by when it was given, in the shape of a UUIDv7.
  @Sendable private static func newID() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    func digits(_ value: Int, _ count: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
    let milliseconds = digits(time.tv_sec * 1000 + time.tv_nsec / 1_000_000, 12)
    return "\(milliseconds.prefix(8))-\(milliseconds.suffix(4))-7\(digits(time.tv_nsec % 1_000_000 / 245, 3))-8"
      + digits(Int.random(in: 0..<0x1000), 3) + "-" + digits(Int.random(in: 0..<0x1_0000_0000_0000), 12)
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
