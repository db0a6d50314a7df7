import CaseModel
import TerminalKit

/// From an event to steps, and from work back to an event.
extension AppLoop {
  /// Gives an event to the screen it is for, if that is still open.
  func send<S: Screen>(_ event: S.Event, to type: S.Type, in id: Int) {
    guard let index = layers.firstIndex(where: { $0.id == id }), var screen = layers[index].screen as? S else { return }
    screen.around = world.surroundings
    let steps = screen.handle(event)
    layers[index].screen = screen
    take(steps, from: type, in: id)
  }

  func take<S: Screen>(_ steps: [Step<S.Work>], from type: S.Type, in id: Int) {
    for step in steps {
      guard let index = layers.firstIndex(where: { $0.id == id }) else { return }
      switch step {
      case .perform(let work): perform(work, of: type, in: id)
      case .replace(let slot, let work): perform(work, of: type, in: id, slot: slot)
      case .later(let slot, let seconds, let work): perform(work, of: type, in: id, slot: slot, after: seconds)
      case .open(let route): open(route)
      case .exchange(let route): exchange(index, for: route)
      case .close:
        layers.remove(at: index)
        if layers.isEmpty { isOver = true }
      case .say(let text): say(text)
      case .sayUndoable(let text): say("\(text) u undoes.")
      case .report(let problem): report(problem)
      case .runBeneath(let command):
        layers.remove(at: index)
        run(named: command)
      case .recordsChanged: recordsChanged()
      }
    }
  }

  /// Starts work. It is counted before its task exists, so there is no moment in which the program only looks idle.
  ///
  /// `last` is a screen that may be gone when the answer comes: what it reports of it is still told.
  func perform<S: Screen>(
    _ work: S.Work, of type: S.Type, in id: Int, slot: WorkSlot? = nil, after seconds: Double = 0, last: S? = nil
  ) {
    var generation = 0
    if let slot, let index = layers.firstIndex(where: { $0.id == id }) {
      generation = (layers[index].slots[slot] ?? 0) + 1
      layers[index].slots[slot] = generation
    }
    workBegins()
    nextTask += 1
    let number = nextTask
    running[number] = Task { [world] in
      if seconds > 0 { await world.pause(seconds) }
      let isWanted = slot == nil || isNewest(generation, of: slot, in: id)
      if isWanted, let event = await S.perform(work, in: world), isNewest(generation, of: slot, in: id) {
        if var gone = last, !layers.contains(where: { $0.id == id }) {
          for case .report(let problem) in gone.handle(event) { report(problem) }
        } else {
          send(event, to: type, in: id)
        }
      }
      running[number] = nil
      workEnds()
      redraw()
    }
  }

  private func isNewest(_ generation: Int, of slot: WorkSlot?, in id: Int) -> Bool {
    guard let slot else { return true }
    guard let layer = layers.first(where: { $0.id == id }) else { return false }
    return layer.slots[slot] == generation
  }
}
