/// A terminal made of memory, for tests: keys are sent by hand and the last picture is kept.
@MainActor public final class VirtualTerminal: Terminal {
  /// How big the terminal is; change it with ``resize(to:)``.
  public private(set) var size: Size
  /// Which signs lines and bars are drawn with.
  public let charset: Charset
  /// The last picture presented.
  public private(set) var lastFrame: Frame?
  /// How often a picture was presented.
  public private(set) var presentCount = 0
  /// How often everything was to be drawn anew.
  public private(set) var redrawCount = 0
  /// How often the program was to be stopped.
  public private(set) var suspendCount = 0
  /// How often it was stopped.
  public private(set) var stopCount = 0

  private var receive: (@MainActor ([TerminalEvent]) -> Void)?
  private var unheard: [[TerminalEvent]] = []

  /// A terminal of 80 by 24, or of another size.
  public init(size: Size = Size(columns: 80, rows: 24), charset: Charset = .unicode) {
    self.size = size
    self.charset = charset
  }

  /// Keeps the picture.
  public func present(_ frame: Frame) {
    lastFrame = frame.drawn(with: charset)
    presentCount += 1
  }

  /// Counts the wish.
  public func redrawAll() { redrawCount += 1 }

  /// Counts the wish and passes it on.
  public func suspend() {
    suspendCount += 1
    send([.suspended])
  }

  /// Counts it and goes on at once.
  public func stop() {
    stopCount += 1
    send([.resumed])
  }

  public func listen(_ receive: (@MainActor ([TerminalEvent]) -> Void)?) {
    self.receive = receive
    let waiting = unheard
    unheard = []
    for batch in waiting { send(batch) }
  }

  /// Sends events as one batch.
  public func send(_ batch: [TerminalEvent]) {
    if let receive { receive(batch) } else { unheard.append(batch) }
  }

  /// Sends keys, written as in ``Keys/parse(_:)``, as one batch.
  public func send(_ keys: String) { send(Keys.parse(keys).map(TerminalEvent.key)) }

  /// Gives the terminal another size and says so.
  public func resize(to size: Size) {
    self.size = size
    send([.resized(size)])
  }
}
