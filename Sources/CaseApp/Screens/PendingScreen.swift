import CaseModel
import TerminalKit

// Stands where a screen is still being written; none is left when the work is done.
struct PendingScreen: Screen {
  static let name = "Pending"
  static let commands: [Command<PendingScreen, Never>] = []
  typealias Work = Bool
  var around = Surroundings.nowhere
  mutating func begin() -> [Step<Bool>] { [] }
  mutating func handle(_ event: Never) -> [Step<Bool>] {}
  func draw(on canvas: inout Canvas) { canvas.write("pending", at: 0, 0) }
  func outline() -> Outline { Outline([.heading("pending")]) }
  static func perform(_ work: Bool, in world: World) async -> Never? { nil }
}
