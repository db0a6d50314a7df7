public import CaseModel
public import TerminalKit

/// One screen as a value. Events go in; new state and a list of steps come out; only `perform` touches the world.
///
/// A screen is three files: state and events, `+Drawing` and `+Work`. Only the last may import the store.
public protocol Screen: Sendable {
  /// What happened: `.savePressed`, `.saved`.
  associatedtype Event: Sendable
  /// What to do about it in the world: `.save(draft)`. A plain value, so that a test can compare it.
  associatedtype Work: Hashable & Sendable

  /// How help and `docs/keys.md` name the screen.
  static var name: String { get }
  /// Everything one can do here; dispatch, hints, help, palette and `docs/keys.md` all read this list.
  static var commands: [Command<Self, Event>] { get }

  /// Who is at the keys and what time it is; the loop brings it up to date before every event and every drawing.
  var around: Surroundings { get set }
  /// A text box has the focus, so letters type and only commands with control keys act.
  var isTyping: Bool { get }

  /// The work that fills the screen when it is opened.
  mutating func begin() -> [Step<Work>]
  /// Turns an event into new state and steps. A failure is never answered with nothing.
  mutating func handle(_ event: Event) -> [Step<Work>]
  /// The area that the screen draws in has this size now.
  mutating func fit(_ size: Size) -> [Step<Work>]

  /// What a key or a paste means that no command claims; nil when it means nothing here.
  func event(for input: Input) -> Event?
  /// The records have changed, by this program or by another.
  func eventForChangedRecords() -> Event?
  /// What `.proven` work was not done for: the PIN was not given.
  func eventWithoutProof() -> Event?
  /// What must be kept before the program stops: the draft in hand.
  func workBeforeStopping() -> Work?
  /// Whom the selected line is about, on a screen about several people: whose emergency view `!` opens.
  var personAtHand: ID<Patient>? { get }

  /// Draws the whole picture. The last two rows of the terminal, messages and keys, are the loop's.
  func draw(on canvas: inout Canvas)
  /// The same as it is read: for linear mode, and to prove that nothing is shown that cannot be read.
  func outline() -> Outline
  /// What choosing the numbered line of the outline means, from 1.
  func event(forChoice number: Int) -> Event?
  /// What a line of text means that answers the outline's prompt.
  func event(forAnswer text: String) -> Event?

  /// Does the work, off the main actor, and says what came of it.
  static func perform(_ work: Work, in world: World) async -> Event?
}

extension Screen {
  public var isTyping: Bool { false }
  public mutating func fit(_ size: Size) -> [Step<Work>] { [] }
  public func event(for input: Input) -> Event? { nil }
  public func eventForChangedRecords() -> Event? { nil }
  public func eventWithoutProof() -> Event? { nil }
  public func workBeforeStopping() -> Work? { nil }
  public var personAtHand: ID<Patient>? { nil }
  public func event(forChoice number: Int) -> Event? { nil }
  public func event(forAnswer text: String) -> Event? { nil }
}

/// Input that reaches a screen when no command claims it.
public enum Input: Hashable, Sendable {
  case key(Key)
  case paste(String)
}

/// One thing that a screen asks of the loop.
public enum Step<Work: Hashable & Sendable>: Hashable, Sendable {
  case perform(Work)
  /// The same once the person has shown by their PIN that they do it: named as an act, "Break the glass".
  case proven(String, Work)
  /// Newest wins: an answer to earlier work in the same slot is dropped, and the earlier work is cancelled.
  case replace(WorkSlot, with: Work)
  /// The same after so many seconds without newer work in the slot; done at once when the program stops.
  case later(WorkSlot, seconds: Double, Work)
  case open(Route)
  /// Puts another screen in this one's place.
  case exchange(Route)
  case close
  /// A message that goes away by itself.
  case say(String)
  /// A message about a change that `u` takes back.
  case sayUndoable(String)
  case report(Problem)
  /// Runs a command of the screen beneath after closing this one.
  case runBeneath(CommandID)
  /// The person has another PIN from now on.
  case secretChanged
  /// Fetches the newest state of the records into every open screen.
  case recordsChanged
}

/// Names a kind of work of which only the newest counts.
public struct WorkSlot: Hashable, Sendable, ExpressibleByStringLiteral {
  public let name: String
  public init(stringLiteral value: String) { name = value }
}
