/// Two people changed one plan from the same version (R-CP-05).
///
/// - Sections that only one of them changed are joined; sections that both changed are put to a person, difference by
///   difference.
/// - A telephone number, or a whole contact that came or went, is joined only once a person has ticked it.
/// - The same change by both is no difference.
/// - What was joined can be taken back, one by one, and is then decided like the rest.
public struct PlanMerge: Hashable, Sendable {
  public let was: CarePlan
  public let theirs: CarePlan
  public let yours: CarePlan
  /// What a person decides, in form order.
  public private(set) var questions: [Question]
  /// What was joined without asking, less what was taken back.
  public private(set) var joined: [Joined]

  public struct Question: Hashable, Sendable {
    public let item: ID<PlanItem>
    public let kind: PlanItemKind
    public let headline: String
    /// Nil when it is about the whole entry.
    public let key: PlanKey?
    public let was: Side
    public let theirs: Side
    public let yours: Side
    /// Only one side changed it, and it is a number or a contact: to be ticked, not chosen.
    public let isTick: Bool
    /// It was joined, and a person took it back to decide it.
    public let wasJoined: Bool
    public var answer: Answer?
  }

  /// What one side says: nothing there, a value, or a whole entry.
  public enum Side: Hashable, Sendable {
    case absent
    case value(String?)
    case entry(PlanItem)
  }

  public enum Answer: Hashable, Sendable {
    case theirs, yours
    /// Something else, typed.
    case typed(String)
  }

  public struct Joined: Hashable, Sendable {
    public enum From: Hashable, Sendable { case theirs, yours, both }
    public let difference: PlanDifference
    public let from: From

    public var item: ID<PlanItem> { difference.item }
    /// Nil when it is about the whole entry.
    public var key: PlanKey? { if case .changed(let key, _, _) = difference.change { key } else { nil } }
  }

  public init(was: CarePlan, theirs: CarePlan, yours: CarePlan) {
    self.was = was
    self.theirs = theirs
    self.yours = yours
    let theirChanges = PlanDifference.between(was, theirs)
    let yourChanges = PlanDifference.between(was, yours)
    var questions = [Question]()
    var joined = [Joined]()
    for section in PlanSection.allCases {
      let a = theirChanges.filter { $0.section == section }
      let b = yourChanges.filter { $0.section == section }
      var places = [Place]()
      for place in (a + b).map(Place.init) where !places.contains(place) { places.append(place) }
      for place in places {
        let inTheirs = a.first { Place($0) == place }
        let inYours = b.first { Place($0) == place }
        guard let difference = inTheirs ?? inYours else { continue }
        if let inTheirs, let inYours, PlanMerge.same(inTheirs.change, inYours.change) {
          joined.append(Joined(difference: inYours, from: .both))
        } else if !a.isEmpty && !b.isEmpty {
          questions.append(PlanMerge.question(difference, was, theirs, yours, tick: false))
        } else if PlanMerge.mustBeTicked(difference) && inTheirs != nil {
          questions.append(PlanMerge.question(difference, was, theirs, yours, tick: true))
        } else {
          joined.append(Joined(difference: difference, from: inTheirs != nil ? .theirs : .yours))
        }
      }
    }
    self.questions = questions
    self.joined = joined
  }

  private struct Place: Hashable {
    var item: ID<PlanItem>
    var key: PlanKey?
    init(_ difference: PlanDifference) {
      item = difference.item
      if case .changed(let key, _, _) = difference.change { self.key = key }
    }
  }

  private static func same(_ left: PlanDifference.Change, _ right: PlanDifference.Change) -> Bool {
    switch (left, right) {
    case (.changed(let a, _, let x), .changed(let b, _, let y)): a == b && x == y
    case (.removed, .removed): true
    case (.added(let a), .added(let b)): a == b
    default: false
    }
  }

  private static func mustBeTicked(_ difference: PlanDifference) -> Bool {
    switch difference.change {
    case .added, .removed: difference.kind == .personalContact || difference.kind == .contingencyContact
    case .changed(let key, _, _):
      key == .phone || key == .whoContact || (difference.kind == .personalContact && key == .contact)
    }
  }

  private static func question(
    _ difference: PlanDifference, _ was: CarePlan, _ theirs: CarePlan, _ yours: CarePlan, tick: Bool,
    wasJoined: Bool = false
  ) -> Question {
    var key: PlanKey?
    if case .changed(let changed, _, _) = difference.change { key = changed }
    func side(_ plan: CarePlan) -> Side {
      let probe = was[difference.item] ?? theirs[difference.item] ?? yours[difference.item]
      guard let probe, let item = plan.counterpart(of: probe) else { return .absent }
      return key.map { .value(item[$0]) } ?? .entry(item)
    }
    return Question(
      item: difference.item, kind: difference.kind, headline: difference.headline, key: key, was: side(was),
      theirs: side(theirs), yours: side(yours), isTick: tick, wasJoined: wasJoined, answer: nil)
  }

  public mutating func answer(_ index: Int, _ answer: Answer?) {
    guard questions.indices.contains(index) else { return }
    questions[index].answer = answer
  }

  /// Makes a question of what was joined; says which one. It comes after the others, so that those keep their places.
  public mutating func takeBack(_ index: Int) -> Int? {
    guard joined.indices.contains(index) else { return nil }
    let entry = joined.remove(at: index)
    questions.append(PlanMerge.question(entry.difference, was, theirs, yours, tick: false, wasJoined: true))
    return questions.count - 1
  }

  public var undecided: Int { questions.count { $0.answer == nil } }

  /// The joined plan: theirs, with what only you changed and what was decided. Nil while something is undecided.
  public func result() -> CarePlan? {
    guard undecided == 0 else { return nil }
    var plan = theirs
    for entry in joined where entry.from == .yours {
      apply(entry.difference.change, of: entry.difference.item, to: &plan)
    }
    for question in questions { settle(question, in: &plan) }
    // What hangs under an entry goes with it when the entry itself was decided away.
    for item in plan.items { if let parent = item.parent, plan[parent] == nil { plan.remove(item.id) } }
    return plan
  }

  private func apply(_ change: PlanDifference.Change, of id: ID<PlanItem>, to plan: inout CarePlan) {
    switch change {
    case .added(let item): if plan[id] == nil { plan.add(item) }
    case .removed: plan.remove(id)
    case .changed(let key, _, let now): plan.set(key, of: target(id, in: plan), to: now)
    }
  }

  private func settle(_ question: Question, in plan: inout CarePlan) {
    switch question.answer {
    case nil, .theirs: return
    case .typed(let text):
      if let key = question.key { plan.set(key, of: target(question.item, in: plan), to: text) }
    case .yours:
      switch question.yours {
      case .absent: plan.remove(question.item)
      case .value(let value):
        if let key = question.key { plan.set(key, of: target(question.item, in: plan), to: value) }
      case .entry(let item):
        if plan[item.id] == nil { plan.add(item) } else { plan[item.id] = item }
      }
    }
  }

  /// Single entries may bear another identifier in the other plan.
  private func target(_ id: ID<PlanItem>, in plan: CarePlan) -> ID<PlanItem> {
    if plan[id] != nil { return id }
    let probe = yours[id] ?? was[id]
    return probe.flatMap { plan.counterpart(of: $0)?.id } ?? id
  }
}
