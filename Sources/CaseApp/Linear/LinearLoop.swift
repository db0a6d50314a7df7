import CaseModel
import TerminalKit

/// Linear mode: the same screens, printed as lines and driven by lines. No cursor addressing, one fact a line.
///
/// A line is a number (choose), a command's key or name, an answer where one is asked for, or one of `help`, `back`,
/// `again`, `undo`, `quit`. Where text is asked for, a line that starts with a colon is a command.
extension AppLoop {
  /// Runs over lines of text until `quit` or the end of input. `write` gets whole lines, made safe to print.
  ///
  /// `cover` is called when the screen locks, before anything is written: it takes away what stands on the terminal.
  /// `hideTyping` says whether what is typed next may be seen.
  public func runLinear(
    read: () async -> String?, write: @escaping (String) -> Void, cover: @escaping () -> Void = {},
    hideTyping: (Bool) -> Void = { _ in }
  ) async {
    await idle()
    printOutline(write)
    var wasLocked = lock != nil
    onLock = { [self] in
      if lock != nil, !wasLocked {
        cover()
        printOutline(write)
      }
      wasLocked = lock != nil
    }
    let idleness = Task { await watchIdleness() }
    defer { idleness.cancel() }
    while !isOver {
      hideTyping(frontOutline()?.isSecret == true)
      guard let line = await read()?.trimmed else { break }
      // A line that comes late finds the screen locked, and is no PIN.
      if lockIfDue() { continue }
      lastKeyAt = world.uptime()
      if lock != nil {
        takeAtLock(line)
        await idle()
        if !isOver { printOutline(write) }
        continue
      }
      let before = messages.count
      if await stillMeans(line, write) { take(line: line, write) }
      await idle()
      // What it has changed itself is not somebody else's.
      await lookForChanges()
      await idle()
      if isOver || lock != nil { continue }
      // That it is out of reach is told above the lines.
      for message in messages.dropFirst(before) where message != outOfReach { write(message.text.asRead) }
      printOutline(write)
    }
    await finish()
  }

  private func printOutline(_ write: (String) -> Void) {
    guard let outline = frontOutline() else { return }
    if let outOfReach { write(outOfReach.text.asRead) }
    for line in outline.lines { write(line) }
    write((outline.prompt ?? commandLine()).asRead)
  }

  func frontOutline() -> Outline? {
    if let lock { return lock.outline(around: world.surroundings) }
    func outline<S: Screen>(_ screen: S) -> Outline {
      var screen = screen
      screen.around = world.surroundings
      return screen.outline()
    }
    return layers.last.map { outline($0.screen) }
  }

  /// Whether a line still means what it meant when the lines before it were printed. Says what others have changed
  /// meanwhile; a number that names another line now chooses nothing.
  private func stillMeans(_ line: String, _ write: (String) -> Void) async -> Bool {
    let shown = frontOutline()
    guard await lookForChanges() else { return true }
    await idle()
    guard let shown, let now = frontOutline(), now != shown else { return true }
    write("Others have changed the records; this is the newest.")
    guard shown.prompt == nil, let number = Int(line), shown.choice(number) != now.choice(number) else { return true }
    say("Nothing was chosen. Line \(number) is no longer what it was. Read the lines again and choose.")
    return false
  }

  private func commandLine() -> String {
    guard let front = layers.last else { return "" }
    func names<S: Screen>(_ screen: S) -> [String] {
      var screen = screen
      screen.around = world.surroundings
      return S.commands.filter { $0.hint != nil && $0.applies(screen) && $0.unavailable(screen) == nil }
        .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
        .map { "\($0.keys.first?.displayName ?? "") \($0.name.lowercasedFirst)" }
    }
    return "Number, or: " + (names(front.screen) + ["help", "back", "quit"]).joined(separator: ", ") + "?"
  }

  private func take(line: String, _ write: (String) -> Void) {
    guard let front = layers.last else { return }
    func take<S: Screen>(_ screen: S) {
      var screen = screen
      screen.around = world.surroundings
      layers[layers.count - 1].screen = screen
      let asks = screen.outline().prompt != nil
      let command = line.hasPrefix(":") ? String(line.dropFirst()) : line
      // Where nothing is asked, a number chooses, whatever key of the picture it may be.
      if !asks, let number = Int(line), let event = screen.event(forChoice: number) {
        send(event, to: S.self, in: front.id)
        return
      }
      if !asks || line.hasPrefix(":") || line.isEmpty {
        if line.isEmpty || act(on: command, for: screen, write) || act(on: command.lowercased(), for: screen, write) {
          return
        }
      }
      if asks, let event = screen.event(forAnswer: line) {
        send(event, to: S.self, in: front.id)
      } else {
        say("\"\(line)\" means nothing here. Type help for what can be done.")
      }
    }
    take(front.screen)
  }

  private func act<S: Screen>(on word: String, for screen: S, _ write: (String) -> Void) -> Bool {
    switch word {
    case "quit", "exit":
      isOver = true
      return true
    case "back", "b":
      // As Esc does: a screen that shows a part of itself goes back to its whole first.
      press(.escape)
      return true
    case "again": return true
    case "help", "h", "?", "":
      for entry in entries(of: screen) where !entry.keys.isEmpty {
        write("\(entry.keyText), \(entry.name): \(entry.help)\(entry.unavailable.map { " Not now: \($0)" } ?? "")")
      }
      return true
    case "g", "go", "go to":
      say("Go to: type \(Everywhere.places.map { "g \($0.letter) for \($0.spoken)" }.joined(separator: ", ")).")
    case "undo": run(.undo)
    case "redo": run(.redo)
    case "lock": run(.lock)
    case "pin": run(.pin)
    case "messages":
      for message in messages { write("\(message.at.long). \(message.text.asRead)") }
    default:
      if let route = place(called: word) {
        go(to: route)
        return true
      }
      if let command = S.commands.first(where: { command in
        command.applies(screen)
          && (command.id == commandID(word)
            || command.keys.contains { $0.displayName == word || $0.notation == word })
      }), let front = layers.indices.last {
        run(command, of: screen, in: front)
        return true
      }
      return false
    }
    return true
  }

  /// `g f`, `gf`, `find`, `go to find`; and `find` with what is looked for behind it.
  private func place(called word: String) -> Route? {
    let place = Everywhere.places.first { place in
      ["g \(place.letter)", "g\(place.letter)", place.name, "go \(place.name)", "go to \(place.name)"].contains(word)
    }
    if let place { return place.route }
    if let office = Everywhere.office(called: word) { return office }
    guard word.hasPrefix("find ") else { return nil }
    return .find(String(word.dropFirst(5)).trimmed)
  }
}

extension String {
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
