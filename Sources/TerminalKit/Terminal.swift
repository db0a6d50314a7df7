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
  /// The program is about to be stopped; whatever must not be lost is to be kept now.
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
  /// Stops the program, as Ctrl-Z does, and gives the terminal back for the while.
  func suspend()
}
