import CaseModel
import TerminalKit

/// From a key to an event: the front screen's commands first, then what works everywhere, then the screen's text box.
extension AppLoop {
  func press(_ key: Key) { inOneTurn { handle(key) } }

  private func handle(_ key: Key) {
    if lock != nil { return pressAtLock(key) }
    if isBlank {
      isBlank = false
      if signingIn.hasSecret { lockNow() }
      return
    }
    if let last = message, last.weight == .plain, world.now() - last.at >= 5 { message = nil }
    if awaitsPlace {
      goTo(key)
      return
    }
    guard let front = layers.indices.last else { return }
    func dispatch<S: Screen>(_ screen: S) {
      var screen = screen
      screen.around = world.surroundings
      layers[front].screen = screen
      let typing = screen.isTyping
      if let command = S.commands.first(where: {
        $0.keys.contains(key) && (!typing || !key.types) && $0.applies(screen)
      }) {
        run(command, of: screen, in: front)
      } else if let everywhere = Everywhere.allCases.first(where: {
        $0.keys.contains(key) && $0.acts(whileTyping: typing, key: key)
      }) {
        run(everywhere)
      } else if let event = screen.event(for: .key(key)) {
        send(event, to: S.self, in: layers[front].id)
      } else if !typing {
        say("\(key.named) does nothing here. Press ? for the keys.")
      }
    }
    dispatch(layers[front].screen)
  }

  func paste(_ text: String) {
    if lock != nil { return pasteAtLock(text) }
    guard let front = layers.indices.last, !isBlank else { return }
    func dispatch<S: Screen>(_ screen: S) {
      if let event = screen.event(for: .paste(text)) {
        send(event, to: S.self, in: layers[front].id)
      } else {
        say("Nothing was pasted. No text box has the focus. Open one and paste again.")
      }
    }
    dispatch(layers[front].screen)
  }

  func run<S: Screen>(_ command: Command<S, S.Event>, of screen: S, in index: Int) {
    if let why = command.unavailable(screen) {
      say(why)
    } else {
      send(command.event(screen), to: S.self, in: layers[index].id)
    }
  }

  /// Runs a command of the front screen, or one that works everywhere, by its name.
  @discardableResult func run(named id: CommandID) -> Bool {
    guard let front = layers.indices.last else { return false }
    func find<S: Screen>(_ screen: S) -> Bool {
      var screen = screen
      screen.around = world.surroundings
      guard let command = S.commands.first(where: { $0.id == id && $0.applies(screen) }) else { return false }
      run(command, of: screen, in: front)
      return true
    }
    if find(layers[front].screen) { return true }
    if let place = Everywhere.places.first(where: { Everywhere.id(of: $0.name) == id }) {
      go(to: place.route)
      return true
    }
    if let office = Everywhere.offices.first(where: { Everywhere.id(of: $0.name) == id }) {
      go(to: .administration(office.office))
      return true
    }
    guard let everywhere = Everywhere.allCases.first(where: { commandID($0.name) == id }) else { return false }
    run(everywhere)
    return true
  }

  func run(_ everywhere: Everywhere) {
    if let why = everywhere.unavailable(isReadOnly: world.isReadOnly) {
      say(why)
      return
    }
    switch everywhere {
    case .help: openHelp(isPalette: false)
    case .palette: openHelp(isPalette: true)
    case .goTo:
      awaitsPlace = true
      say("Go to: " + Everywhere.places.map { "\($0.letter) \($0.name)" }.joined(separator: ", ") + ".")
    case .emergency: openEmergency()
    case .undo: changeBack { world throws(Problem) in try await world.undo() }
    case .redo: changeBack { world throws(Problem) in try await world.redo() }
    case .messages: open(.messages(messages))
    case .blank: isBlank = true
    case .lock: lockNow()
    case .pin: open(.pin)
    case .redraw: terminal.redrawAll()
    case .leave, .back: closeFront(isLeaving: everywhere == .leave)
    case .suspend: terminal.suspend()
    }
  }

  /// Of whoever the front screen is about; else of the person that is looked for first (R-CR-09).
  private func openEmergency() {
    let atHand = layers.last.flatMap { $0.screen.personAtHand ?? $0.route.patient }
    if let person = atHand ?? layers.dropLast().reversed().compactMap({ $0.route.patient }).first {
      if layers.last?.route != .emergency(person) { open(.emergency(person)) }
    } else {
      open(.find(""))
      say("Whose emergency? Type the name, choose with the arrows, press ^E.")
    }
  }

  private func goTo(_ key: Key) {
    awaitsPlace = false
    message = nil
    guard case .character(let letter) = key, let place = Everywhere.places.first(where: { $0.letter == letter }) else {
      if key != .escape { say("\(key.named) is no place to go to. Press g for the list.") }
      return
    }
    go(to: place.route)
  }

  /// The caseload is at the bottom of every stack: going there closes what lies in front, drafts kept.
  func go(to route: Route) {
    if let index = layers.firstIndex(where: { $0.route == route }) {
      while layers.count > index + 1 { removeFront() }
    } else {
      open(route)
    }
  }

  func closeFront(isLeaving: Bool) {
    if layers.count > 1 {
      removeFront()
    } else if isLeaving {
      isOver = true
    } else {
      say("This is the first screen. q leaves mdt.")
    }
  }

  func removeFront() {
    guard let index = layers.indices.last else { return }
    dropOldMessage()
    keepDraft(of: index)
    layers.removeLast()
    if layers.isEmpty { isOver = true }
  }

  private func changeBack(_ act: @escaping @Sendable (World) async throws(Problem) -> String) {
    let world = world
    workBegins()
    Task {
      do throws(Problem) {
        say(try await act(world))
        recordsChanged()
      } catch {
        report(error)
      }
      workEnds()
      redraw()
    }
  }

  func openHelp(isPalette: Bool) {
    guard let front = layers.last else { return }
    func subject<S: Screen>(_ screen: S) -> HelpSubject {
      // A list of commands that opens itself again leads nowhere.
      let itself = commandID(isPalette ? Everywhere.palette.name : Everywhere.help.name)
      let all = entries(of: screen).filter { $0.id != itself } + Everywhere.placeEntries
      return HelpSubject(screen: S.name, entries: all, isPalette: isPalette)
    }
    open(.help(subject(front.screen)))
  }

  /// Everything that can be done on a screen, its own commands first.
  func entries<S: Screen>(of screen: S) -> [CommandEntry] {
    var screen = screen
    screen.around = world.surroundings
    let own = S.commands.filter { $0.applies(screen) }.map {
      CommandEntry(
        id: $0.id, keys: $0.keys, name: $0.name, help: $0.help, hint: $0.hint, unavailable: $0.unavailable(screen),
        isEverywhere: false)
    }
    let claimed = Set(own.flatMap(\.keys))
    let everywhere = Everywhere.allCases.compactMap { act -> CommandEntry? in
      let keys = act.keys.filter { !claimed.contains($0) }
      // What never had a key is in the palette all the same.
      guard !keys.isEmpty || act.keys.isEmpty else { return nil }
      return CommandEntry(
        id: commandID(act.name), keys: keys, name: act.name, help: act.help, hint: nil,
        unavailable: act.unavailable(isReadOnly: world.isReadOnly), isEverywhere: true)
    }
    return own + everywhere
  }
}

extension Key {
  /// How a sentence names the key; one that has no name here is called so.
  var named: String { self == .unknown ? "That key" : displayName }

  /// In a text box this key is text.
  var types: Bool {
    if case .character = self { return true }
    return false
  }
}
