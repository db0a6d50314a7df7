public import CaseApp
import CaseModel
public import TerminalKit

/// Drives the whole program as a person would, over a terminal made of memory and a real store.
///
/// One verb a line; keys are written as `Keys.parse` reads them. Every verb waits until no work is under way.
@MainActor public final class Pilot {
  public let terminal: VirtualTerminal
  public let loop: AppLoop
  public let world: World

  /// Opens the program at its first screen.
  public init(_ world: World, at route: Route = .caseload, size: Size = Size(columns: 80, rows: 24)) async {
    self.world = world
    terminal = VirtualTerminal(size: size)
    loop = AppLoop(terminal: terminal, world: world)
    loop.open(route)
    await loop.idle()
    loop.redraw()
  }

  /// Presses keys one after the other, waiting after each.
  public func press(_ keys: String) async {
    for key in Keys.parse(keys) {
      loop.receive([.key(key)])
      await loop.idle()
    }
    loop.redraw()
  }

  /// Types a text, each character a key.
  public func type(_ text: String) async {
    for key in Keys.typing(text) { loop.receive([.key(key)]) }
    await loop.idle()
    loop.redraw()
  }

  public func paste(_ text: String) async {
    loop.receive([.paste(text)])
    await loop.idle()
    loop.redraw()
  }

  public func resize(to size: Size) async {
    terminal.resize(to: size)
    loop.receive([.resized(size)])
    await loop.idle()
    loop.redraw()
  }

  /// Looks whether somebody else changed the records, as the program does every second.
  public func lookAround() async {
    await loop.lookForChanges()
    await loop.idle()
    loop.redraw()
  }

  /// The screen as text, trailing blanks left out; with `marks`, a line of meanings under each row that has any.
  public func picture(marks: Bool = false) -> String { loop.frame().picture(marks: marks) }

  /// The screen's rows.
  public var rows: [String] { picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// Whether the text stands somewhere on the screen.
  public func sees(_ text: String) -> Bool { picture().contains(text) }

  /// The message row.
  public var message: String {
    let all = rows
    return all.count >= 2 ? all[all.count - 2] : ""
  }
}

/// A screen by itself, without a loop.
@MainActor public func picture<S: Screen>(
  of screen: S, size: Size = Size(columns: 80, rows: 22), around: Surroundings? = nil, marks: Bool = false
) -> String {
  var screen = screen
  if let around { screen.around = around }
  _ = screen.fit(size)
  var canvas = Canvas(size)
  screen.draw(on: &canvas)
  return canvas.frame().picture(marks: marks)
}
