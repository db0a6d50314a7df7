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
    inOneTurn { take(steps, from: type, in: id) }
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
        dropOldMessage()
        layers.remove(at: index)
        if layers.isEmpty { isOver = true }
      case .say(let text): say(text)
      case .sayUndoable(let text): say("\(text) u undoes.")
      case .report(let problem):
        // Not open to them, or not any more: what is on the screen goes, and why is said in its place.
        if problem.kind == .closed, let patient = layers[index].route.patient {
          close(patient)
        } else {
          report(problem)
        }
      case .runBeneath(let command):
        dropOldMessage()
        layers.remove(at: index)
        run(named: command)
      case .proven(let act, let work):
        prove(act) { [self] in
          perform(work, of: type, in: id)
        } otherwise: { [self] in
          guard let screen = layers.first(where: { $0.id == id })?.screen as? S else { return }
          if let event = screen.eventWithoutProof() { send(event, to: type, in: id) }
        }
      case .secretChanged:
        workBegins()
        Task {
          await lookAtSession()
          workEnds()
        }
      case .recordsChanged: recordsChanged()
      }
    }
  }

  /// Puts the screens about somebody away whose record is not open to the reader.
  private func close(_ patient: ID<Patient>) {
    guard let first = layers.firstIndex(where: { $0.route.patient == patient }) else { return }
    for index in layers.indices where layers[index].route.patient == patient { keepDraft(of: index) }
    let others = layers.indices.dropFirst(first + 1).filter { layers[$0].route.patient == patient }
    for index in others.reversed() { layers.remove(at: index) }
    exchange(first, for: .closedRecord(patient))
  }

  /// Starts work. It is counted before its task exists, so there is no moment in which the program only looks idle.
  ///
  /// Newer work in the same slot cancels this: its wait ends, its read is interrupted, its answer is dropped.
  /// `last` is a screen that may be gone when the answer comes: what it reports of it is still told.
  func perform<S: Screen>(
    _ work: S.Work, of type: S.Type, in id: Int, slot: WorkSlot? = nil, after seconds: Double = 0, last: S? = nil
  ) {
    nextTask += 1
    let number = nextTask
    if let slot, let index = layers.firstIndex(where: { $0.id == id }) {
      if let older = layers[index].slots.updateValue(number, forKey: slot) { cancel(older) }
    }
    workBegins()
    if seconds > 0, !isOver { waits[number] = Task { [world] in await world.pause(seconds) } }
    running[number] = Task { [world] in
      await waits[number]?.value
      waits[number] = nil
      if isNewest(number, of: slot, in: id), let event = await S.perform(work, in: world),
        isNewest(number, of: slot, in: id)
      {
        if var gone = last, !layers.contains(where: { $0.id == id }) {
          for case .report(let problem) in gone.handle(event) { report(problem) }
        } else {
          send(event, to: type, in: id)
        }
        if number == 1 { isHeldBack = false }
        redrawSoon()
      }
      running[number] = nil
      workEnds()
    }
  }

  private func cancel(_ number: Int) {
    waits[number]?.cancel()
    running[number]?.cancel()
  }

  /// Lets what waits for its time begin now: the program stops.
  func endWaits() {
    for wait in waits.values { wait.cancel() }
  }

  private func isNewest(_ number: Int, of slot: WorkSlot?, in id: Int) -> Bool {
    guard let slot else { return true }
    guard let layer = layers.first(where: { $0.id == id }) else { return false }
    return layer.slots[slot] == number
  }
}
