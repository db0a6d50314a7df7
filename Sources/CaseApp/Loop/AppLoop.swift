import CaseModel
public import TerminalKit

/// Runs the screens: a stack of layers, asked from the front and drawn from the back. It knows no screen by name.
@MainActor public final class AppLoop {
  /// One open screen and its outstanding work.
  struct Layer {
    let id: Int
    var screen: any Screen
    let route: Route
    /// The newest task of each work slot; answers of older ones are dropped.
    var slots: [WorkSlot: Int] = [:]
  }

  let terminal: any Terminal
  let world: World
  var layers: [Layer] = []
  var messages: [Message] = []
  /// The message on the line above the keys; nil once it has been read.
  var message: Message?
  /// Counts keys and answers of work, to tell what was said just now from what was said before.
  var turn = 0
  var depth = 0
  private var messageTurn = 0
  var isBlank = false
  /// `g` was pressed and a letter is awaited.
  var awaitsPlace = false
  var isOver = false
  /// Stands before the screens until somebody has shown who they are.
  var lock: Lock?
  var proof: Proof?
  var signingIn = SigningIn(hasSecret: false)
  /// The sign-in is in the audit, and the sign-out is owed to it.
  public internal(set) var isSignedIn = false
  /// In seconds since the machine was started, sleep included: no clock that is put back puts a lock off.
  var sessionBeganAt = 0
  var lastKeyAt = 0
  var firstRoute = Route.caseload
  /// What lies in front of it from the start.
  var startPlace: Route?
  /// How the watch for idleness waits: really, also where a line is a whole answer and nothing else waits.
  public var idlePause: @Sendable (Double) async -> Void
  /// Linear mode prints what the lock says.
  var onLock: (@MainActor () -> Void)?
  /// Why the program ended, for the exit code: nil, or the signal.
  public internal(set) var endedBySignal: Int32?

  private var nextLayer = 0
  private var busyCount = 0
  /// Somebody wants the program stopped, and work is still under way.
  private var isStopping = false
  private var idleWaiters: [CheckedContinuation<Void, Never>] = []
  var running: [Int: Task<Void, Never>] = [:]
  /// What tasks wait for before they begin, where they do.
  var waits: [Int: Task<Void, Never>] = [:]
  var isRedrawDue = false
  /// The first picture waits for the first rows, so that it is drawn once.
  var isHeldBack = false
  var nextTask = 0
  var lastChangeNumber: Int?
  /// The store cannot be reached: said on every screen for as long as it lasts.
  private(set) var outOfReach: Message?

  /// A loop over a terminal, with its first screens opened in order, the last in front.
  public init(terminal: any Terminal, world: World) {
    self.terminal = terminal
    self.world = world
    idlePause = world.pause
  }

  /// Opens a place in front of all others.
  public func open(_ route: Route) {
    dropOldMessage()
    layers.append(Layer(id: nextLayer, screen: screen(for: route), route: route))
    nextLayer += 1
    begin(layers.count - 1)
  }

  func exchange(_ index: Int, for route: Route) {
    dropOldMessage()
    layers[index] = Layer(id: nextLayer, screen: screen(for: route), route: route)
    nextLayer += 1
    begin(index)
  }

  private func begin(_ index: Int) {
    func start<S: Screen>(_ screen: S) {
      var screen = screen
      screen.around = world.surroundings
      let first = screen.fit(contentSize)
      let steps = first + screen.begin()
      layers[index].screen = screen
      take(steps, from: S.self, in: layers[index].id)
    }
    start(layers[index].screen)
  }

  /// What the screens may draw on: the terminal less the message row and the key row.
  var contentSize: Size { Size(columns: terminal.size.columns, rows: terminal.size.rows - 2) }

  /// Runs until the person leaves or the terminal goes away.
  public func run() async {
    isHeldBack = running[1] != nil
    let patience = Task {
      await world.pause(0.1)
      isHeldBack = false
      redraw()
    }
    redraw()
    let watch = Task { await watchForChanges() }
    let idleness = Task { await watchIdleness() }
    await withCheckedContinuation { (over: CheckedContinuation<Void, Never>) in
      var waiting: CheckedContinuation? = over
      terminal.listen { [self] batch in
        if !isOver { receive(batch) }
        guard isOver else { return }
        waiting?.resume()
        waiting = nil
      }
    }
    terminal.listen(nil)
    watch.cancel()
    idleness.cancel()
    patience.cancel()
    await finish()
  }

  /// Keeps every draft in hand and waits for work under way: nothing half done is left behind.
  public func finish() async {
    // However it came to this: what is begun from now on waits for nothing.
    isOver = true
    for index in layers.indices { keepDraft(of: index) }
    endWaits()
    world.stopWaiting()
    await idle()
  }

  func keepDraft(of index: Int) {
    func keep<S: Screen>(_ screen: S) {
      guard let work = screen.workBeforeStopping() else { return }
      perform(work, of: S.self, in: layers[index].id, last: screen)
    }
    keep(layers[index].screen)
  }

  /// Takes a batch of events and draws once.
  public func receive(_ batch: [TerminalEvent]) {
    isHeldBack = false
    // A key that comes late finds the screen locked, and is no part of a PIN.
    let isLate = lockIfDue()
    for event in batch where !isOver {
      switch event {
      case .key where isLate, .paste where isLate: continue
      case .key(let key):
        lastKeyAt = world.uptime()
        press(key)
      case .paste(let text):
        lastKeyAt = world.uptime()
        paste(text)
      case .resized: fitAll()
      case .hangUp: stop(signal: 1)
      case .terminate(let signal): stop(signal: signal)
      case .suspended: stopWhenIdle()
      case .resumed: fitAll()
      }
    }
    redraw()
  }

  private func stop(signal: Int32) {
    endedBySignal = signal
    isOver = true
  }

  private func fitAll() {
    func fit<S: Screen>(_ screen: S, _ index: Int) {
      var screen = screen
      screen.around = world.surroundings
      let steps = screen.fit(contentSize)
      layers[index].screen = screen
      take(steps, from: S.self, in: layers[index].id)
    }
    for index in layers.indices { fit(layers[index].screen, index) }
  }

  // MARK: Waiting for idle

  func workBegins() { busyCount += 1 }

  func workEnds() {
    busyCount -= 1
    guard busyCount == 0 else { return }
    let waiters = idleWaiters
    idleWaiters = []
    for waiter in waiters { waiter.resume() }
  }

  /// Returns once no work is under way.
  public func idle() async {
    while busyCount > 0 {
      await withCheckedContinuation { idleWaiters.append($0) }
    }
  }

  /// Keeps every draft and stops the program once nothing is being written: stopped in the middle of a write, it would
  /// hold the store's lock for as long as it is stopped.
  private func stopWhenIdle() {
    guard !isStopping else { return }
    isStopping = true
    for index in layers.indices { keepDraft(of: index) }
    endWaits()
    Task {
      await idle()
      isStopping = false
      terminal.stop()
    }
  }

  /// Reloads the open screens when somebody has changed the records: who withdraws is gone from them within a second.
  /// While nobody writes it sleeps, and while somebody writes all the time it looks no more than three times a second.
  private func watchForChanges() async {
    await lookForChanges()
    while !Task.isCancelled {
      // It is told of a write before that can be seen, by as long as the disk takes; so it looks more than once.
      for wait in await world.nextWrite() ? [0.1, 0.4, 0.5] : [1] {
        await world.pause(wait)
        if Task.isCancelled { return }
        await lookForChanges()
      }
    }
  }

  /// Reloads the open screens if the records have changed since the last look, and says whether they have. A store that
  /// has gone out of reach is said to be so until it is back.
  @discardableResult public func lookForChanges() async -> Bool {
    do throws(Problem) {
      let number = try await world.changeNumber()
      let wasAway = outOfReach != nil
      outOfReach = nil
      defer { lastChangeNumber = number }
      if wasAway { say("The store can be reached again. This is the newest.") }
      guard let last = lastChangeNumber, last != number || wasAway else { return false }
      await lookAtSession()
      recordsChanged()
      redraw()
      return last != number
    } catch {
      if error.kind == .unavailable {
        lose(error)
      } else if message?.text != error.text {
        report(error)
      }
      redraw()
      return false
    }
  }

  /// Whoever was signed out by somebody else is so at once; and the site's settings may be others now.
  func lookAtSession() async {
    do throws(Problem) {
      signingIn = try await world.signingIn()
    } catch {
      // What cannot be read just now is said by what reads next.
      if error.kind == .signedOut { shutOut(error) }
    }
  }

  private func lose(_ problem: Problem) {
    guard outOfReach == nil else { return }
    let banner = Message(
      "\(problem.reason) What is on the screen stays, and what you type is kept. mdt goes on by itself when the store is back.",
      at: world.now(), weight: .problem)
    outOfReach = banner
    // It does not wait behind what has been read; what went wrong just now stays.
    if message?.weight == .plain { message = nil }
    messages.append(banner)
  }

  func recordsChanged() {
    func tell<S: Screen>(_ screen: S, _ index: Int) {
      guard let event = screen.eventForChangedRecords() else { return }
      send(event, to: S.self, in: layers[index].id)
    }
    for index in layers.indices { tell(layers[index].screen, index) }
  }

  // MARK: Messages

  func say(_ text: String) { show(Message(text, at: world.now())) }

  /// Something to be put right that hinders nobody now; it stands until a key is pressed, and among the messages.
  public func warn(_ text: String) { show(Message(text, at: world.now(), weight: .problem)) }

  func report(_ problem: Problem) {
    if problem.kind == .signedOut { return shutOut(problem) }
    show(Message(problem.text, at: world.now(), weight: .problem))
  }

  /// What was said on a screen belongs to it: another one begins with an empty line. Problems stay.
  func dropOldMessage() {
    if message?.weight == .plain, messageTurn != turn { message = nil }
  }

  /// Everything that comes of one key or one answer is said in the same turn.
  func inOneTurn(_ act: () -> Void) {
    if depth == 0 { turn += 1 }
    depth += 1
    act()
    depth -= 1
  }

  private func show(_ message: Message) {
    messageTurn = turn
    self.message = message
    messages.append(message)
    if messages.count > 500 { messages.removeFirst(messages.count - 500) }
  }
}
