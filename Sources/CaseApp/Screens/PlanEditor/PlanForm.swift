import CaseModel

/// A care plan while it is being written: the plan, the typed texts that are no value yet, and the way back.
///
/// Every keystroke is in `plan` or in `raw` at once, so keeping the two keeps everything that was typed.
struct PlanForm: Hashable, Sendable {
  private struct State: Hashable, Sendable {
    var plan: CarePlan
    var raw: [AnswerPlace: String]
    /// Goes back and forth with the text, so that no text is ever saved over a version that it did not start from.
    var base: PlanBase
  }

  private var state: State
  private var past: [State] = []
  private var future: [State] = []
  /// The state that the next change is taken back to; nil while changes belong to the one before.
  private var checkpoint: State?
  private static let most = 500

  init(_ plan: CarePlan, raw: [AnswerPlace: String] = [:], base: PlanBase) {
    state = State(plan: plan, raw: raw, base: base)
  }

  var plan: CarePlan { state.plan }
  /// What was typed into a date, number or choice and is not (yet) one.
  var raw: [AnswerPlace: String] { state.raw }
  /// What the text started from.
  var base: PlanBase { state.base }
  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// What is in `raw` as a draft keeps it.
  var rawTexts: [String: String] {
    Dictionary(raw.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  func value(at place: AnswerPlace) -> String? { plan[place.item]?[place.key] }

  /// The changes from here on are taken back as one.
  mutating func beginChange() { checkpoint = state }

  private mutating func change(_ act: (inout State) -> Void) {
    var changed = state
    act(&changed)
    guard changed != state else { return }
    if let checkpoint {
      past.append(checkpoint)
      if past.count > Self.most { past.removeFirst() }
      self.checkpoint = nil
    }
    future = []
    state = changed
  }

  /// Answers a field; nil takes the answer away. A typed text that was no value is gone with it.
  mutating func set(_ value: String?, at place: AnswerPlace) {
    change {
      $0.plan.set(place.key, of: place.item, to: value)
      $0.raw[place] = nil
    }
  }

  /// Keeps a text that is no value beside the value; nil when the box says what the value says.
  mutating func keepRaw(_ text: String?, at place: AnswerPlace) {
    change { $0.raw[place] = text }
  }

  mutating func add(_ item: PlanItem) {
    beginChange()
    change { $0.plan.add(item) }
  }

  /// Takes an entry out with all that hangs under it, and with what was typed there.
  mutating func remove(_ id: ID<PlanItem>) {
    beginChange()
    change {
      $0.plan.remove(id)
      let left = Set($0.plan.items.map(\.id))
      $0.raw = $0.raw.filter { left.contains($0.key.item) }
    }
  }

  /// Goes on from another plan; the way back leads to this one.
  mutating func replace(with plan: CarePlan, base: PlanBase) {
    beginChange()
    change { $0 = State(plan: plan, raw: [:], base: base) }
  }

  /// What was written has been saved: everything that started from the old base now starts from the new one.
  mutating func rebase(to base: PlanBase) {
    let old = state.base
    func moved(_ state: State) -> State {
      var state = state
      if state.base == old { state.base = base }
      return state
    }
    past = past.map(moved)
    future = future.map(moved)
    checkpoint = checkpoint.map(moved)
    state.base = base
  }

  /// Takes back the last change; false when there is none.
  mutating func undo() -> Bool {
    guard let earlier = past.popLast() else { return false }
    future.append(state)
    state = earlier
    checkpoint = nil
    return true
  }

  /// Makes the change again that was taken back last; false when there is none.
  mutating func redo() -> Bool {
    guard let later = future.popLast() else { return false }
    past.append(state)
    state = later
    checkpoint = nil
    return true
  }

  /// Every text that can still be reached: what stands, and what the way back and forth holds.
  var reachableTexts: Set<String> {
    var texts = Set<String>()
    for state in past + future + [state] {
      texts.formUnion(state.raw.values)
      for item in state.plan.items { texts.formUnion(item.values.values) }
    }
    return texts
  }
}
