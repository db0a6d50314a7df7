/// Something that happened at the terminal.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; line ends are newlines.
  case paste(String)
  /// The window has another size.
  case resized(Size)
  /// The line was closed: the window went away or the connection broke.
  case hangUp
  /// Somebody asked the program to end.
  case terminate(signal: Int32)
  /// The program is to be stopped: keep what must not be lost, finish what is being written, then call `stop()`.
  case suspended
  /// The program goes on after having been stopped.
  case resumed
}

/// What the program needs from a terminal.
@MainActor public protocol Terminal: AnyObject {
  /// How big the terminal is now.
  var size: Size { get }
  /// From now on `receive` hears what happens, in batches, so that a burst of keys is drawn once. What happened before
  /// is told first. For one listener; none hears any more once `receive` is nil.
  func listen(_ receive: (@MainActor ([TerminalEvent]) -> Void)?)
  /// Shows a picture; the terminal finds out what differs from the last one.
  func present(_ frame: Frame)
  /// Draws everything anew, because something else wrote on the terminal.
  func redrawAll()
  /// Asks for the program to be stopped, as Ctrl-Z does; `suspended` comes.
  func suspend()
  /// Stops the program and gives the terminal back for the while: the answer to `suspended`.
  func stop()
}
