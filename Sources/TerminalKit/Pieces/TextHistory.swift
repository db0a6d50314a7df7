/// Earlier states of a text box, so that a change can be undone.
struct TextHistory: Hashable, Sendable {
  struct State: Hashable, Sendable {
    var content: String
    var offset: Int
  }

  /// What a change does; changes of one kind that follow each other are undone together.
  enum Kind: Hashable, Sendable { case typing, erasing, other }

  private var past: [State] = []
  private var future: [State] = []
  private var group: Kind?
  private static let most = 200

  /// Remembers the state before a change.
  mutating func keep(_ state: State, as kind: Kind) {
    future.removeAll()
    if kind != .other && kind == group { return }
    group = kind
    past.append(state)
    if past.count > Self.most { past.removeFirst() }
  }

  /// Makes the next change one of its own.
  mutating func endGroup() { group = nil }

  mutating func undo(_ now: State) -> State? {
    group = nil
    guard let state = past.popLast() else { return nil }
    future.append(now)
    return state
  }

  mutating func redo(_ now: State) -> State? {
    group = nil
    guard let state = future.popLast() else { return nil }
    past.append(now)
    return state
  }
}

extension TextEditor {
  var state: TextHistory.State { .init(content: content, offset: offset) }

  /// Takes back the last change.
  @discardableResult
  public mutating func undo() -> Outcome {
    guard let state = history.undo(state) else { return .refused("There is nothing to undo.") }
    return restore(state)
  }

  /// Makes the change again that was taken back last.
  @discardableResult
  public mutating func redo() -> Outcome {
    guard let state = history.redo(state) else { return .refused("There is nothing to redo.") }
    return restore(state)
  }

  private mutating func restore(_ state: TextHistory.State) -> Outcome {
    (content, offset) = (state.content, state.offset)
    settle()
    return .changed
  }
}
