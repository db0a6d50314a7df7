import CTerminal
import Glibc
public import TerminalKit

/// The terminal in front of a person.
///
/// Nothing runs while nothing happens: input and signals wake the main loop, and all that waits becomes one batch.
@MainActor public final class NCursesTerminal: Terminal {
  /// How big the terminal is now.
  public private(set) var size: Size

  private var receive: (@MainActor ([TerminalEvent]) -> Void)?
  private var unheard: [[TerminalEvent]] = []
  private let palette: Palette
  private let charset: Charset
  private var errorLog: ErrorLog?
  private var decoder = InputDecoder()
  private var shown: Frame?
  private let mainLoop: MainLoop

  /// Takes the terminal over until ``close()``; the main loop says when there is something to read.
  public init(_ options: TerminalOptions = TerminalOptions(), on mainLoop: MainLoop) throws(TerminalRefusal) {
    let code = ct_open(options.usesColour && options.theme != .mono ? 1 : 0)
    if let refusal = TerminalRefusal(code: code, terminalType: Environment["TERM"]) { throw refusal }
    errorLog = ErrorLog(path: options.errorLogPath)
    charset = options.charset
    palette = Palette(
      options.theme, colours: Int(ct_colours()), highlightsWholeRows: options.highlightsWholeRows)
    size = Self.currentSize
    self.mainLoop = mainLoop
    mainLoop.watch(STDIN_FILENO) { [weak self] in self?.readInput() }
    mainLoop.watch(ct_signal_descriptor()) { [weak self] in self?.readSignals() }
  }

  public func listen(_ receive: (@MainActor ([TerminalEvent]) -> Void)?) {
    self.receive = receive
    let waiting = unheard
    unheard = []
    for batch in waiting { tell(batch) }
  }

  private func tell(_ batch: [TerminalEvent]) {
    if let receive { receive(batch) } else { unheard.append(batch) }
  }

  /// Gives the terminal back as it was found; nothing is told any more.
  public func close() {
    stopWatching()
    ct_close()
    errorLog = nil
    receive = nil
  }

  /// Shows a picture, sending only what differs from what is shown.
  public func present(_ frame: Frame) {
    let frame = frame.drawn(with: charset)
    let known = shown?.size == frame.size ? shown : nil
    if known == frame { return }
    if known == nil { ct_erase() }
    let columns = min(frame.size.columns, size.columns)
    for row in 0..<min(frame.size.rows, size.rows) {
      let start = row * frame.size.columns
      for column in 0..<columns {
        var cell = frame.cells[start + column]
        let isCutInHalf = column + 1 == columns && frame[column + 1, row].isTrailingHalf
        if isCutInHalf { cell = Cell(" ", as: cell.role) }
        if let known, known.cells[start + column] == cell { continue }
        put(cell, row, column)
      }
    }
    place(frame.cursor, in: frame)
    ct_present()
    shown = frame
  }

  /// Draws everything anew.
  public func redrawAll() {
    ct_forget()
    ct_present()
  }

  /// Passes the wish on to the reader, who answers with `stop()`.
  public func suspend() { tell([.suspended]) }

  /// Gives the terminal back and stops the process; says so when it goes on.
  public func stop() {
    _ = ct_suspend()
    measure()
    tell([.resumed, .resized(size)])
  }

  private static var currentSize: Size { Size(columns: Int(ct_columns()), rows: Int(ct_rows())) }

  private func measure() {
    ct_measure()
    size = Self.currentSize
    shown = nil
  }

  private func put(_ cell: Cell, _ row: Int, _ column: Int) {
    guard !cell.isTrailingHalf else { return }
    let look = palette[cell.role]
    if cell.isBare {
      ct_put(Int32(row), Int32(column), cell.base.value, nil, look.attributes, look.pair)
    } else {
      let followers = cell.followers.map(\.value) + [0]
      ct_put(Int32(row), Int32(column), cell.base.value, followers, look.attributes, look.pair)
    }
  }

  /// The cursor stands where the focus is, seen only where text is typed: screen readers and Braille lines follow it.
  private func place(_ cursor: Point?, in frame: Frame) {
    guard let place = cursor ?? shown?.cursor else { return }
    let isTyping = cursor != nil && frame[place.column, place.row].role == .fieldFocused
    ct_place_cursor(Int32(place.row), Int32(place.column), isTyping ? 1 : 0)
  }
}

extension NCursesTerminal {
  private func stopWatching() {
    mainLoop.ignore(STDIN_FILENO)
    mainLoop.ignore(ct_signal_descriptor())
  }

  private func readInput() {
    var pieces: [InputDecoder.Piece] = []
    var event = ct_event()
    while ct_read(&event) != 0 { pieces.append(InputDecoder.Piece(event)) }
    let batch = decoder.decode(pieces)
    if !batch.isEmpty { tell(batch) }
    if pieces.isEmpty && ct_input_ended() != 0 {
      stopWatching()
      tell([.hangUp])
    }
  }

  private func readSignals() {
    var batch: [TerminalEvent] = []
    while case let number = ct_next_signal(), number != 0 {
      switch number {
      case SIGWINCH:
        measure()
        batch.append(.resized(size))
      case SIGCONT:
        ct_resume()
        measure()
        batch += [.resumed, .resized(size)]
      case SIGTSTP: suspend()
      case SIGHUP: batch.append(.hangUp)
      default: batch.append(.terminate(signal: number))
      }
    }
    if !batch.isEmpty { tell(batch) }
  }
}
