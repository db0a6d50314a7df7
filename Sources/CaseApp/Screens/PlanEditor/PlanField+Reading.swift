import CaseModel

/// What a text that was typed into a field means.
enum TypedAnswer: Hashable, Sendable {
  /// The value; nil where nothing was typed.
  case value(String?)
  /// Why it is no value, and how to put it right.
  case fault(String)
}

extension PlanField {
  /// The typed text is the value, whatever it is.
  var takesAnyText: Bool {
    switch kind {
    case .line, .text, .list: true
    case .day, .number, .yesNo, .choice, .choices, .staff: false
    }
  }

  /// It is written in several rows.
  var isTall: Bool {
    switch kind {
    case .text, .list: true
    default: false
    }
  }

  /// Several answers may be given at once.
  var takesSeveral: Bool {
    if case .choices = kind { return true }
    return false
  }

  /// The answers that can be picked; nil where the answer is written.
  func options(staff: [PlanChoice]) -> [PlanChoice]? {
    switch kind {
    case .yesNo: [PlanChoice("yes", "yes"), PlanChoice("no", "no")]
    case .choice(let choices), .choices(let choices): choices
    case .staff: staff
    case .line, .text, .list, .day, .number: nil
    }
  }

  /// Reads what was typed. `current` is the value so far, which a further tick joins.
  func reading(_ typed: String, current: String?, today: Day, staff: [PlanChoice]) -> TypedAnswer {
    let text = typed.trimmed
    if text.isEmpty { return .value(takesSeveral ? current : nil) }
    switch kind {
    case .line, .text, .list: return .value(typed)
    case .day:
      switch Day.typed(text, today: today) {
      case .success(let day): return .value(day.iso)
      case .failure(let fault): return .fault(fault.message)
      }
    case .number:
      if let fault = fault(in: text) { return .fault(fault) }
      return .value(Int(text).map(String.init))
    case .yesNo, .choice, .choices, .staff:
      let options = options(staff: staff) ?? []
      guard let option = PlanChoice.meant(by: text, among: options) else { return .fault(notAmong(text, options)) }
      return .value(takesSeveral ? joined(current, with: option.code, among: options) : option.code)
    }
  }

  /// Several codes, one a line, in the order of the list.
  func joined(_ current: String?, with code: String, among options: [PlanChoice]) -> String? {
    let codes = Set((current ?? "").split(separator: "\n").map(String.init)).union([code])
    return listed(codes, among: options)
  }

  /// The codes without one of them.
  func without(_ code: String, in current: String?, among options: [PlanChoice]) -> String? {
    let codes = Set((current ?? "").split(separator: "\n").map(String.init)).subtracting([code])
    return listed(codes, among: options)
  }

  private func listed(_ codes: Set<String>, among options: [PlanChoice]) -> String? {
    let known = options.map(\.code).filter(codes.contains)
    let unknown = codes.subtracting(known).sorted()
    let all = known + unknown
    return all.isEmpty ? nil : all.joined(separator: "\n")
  }

  private func notAmong(_ text: String, _ options: [PlanChoice]) -> String {
    if case .staff = kind {
      return options.isEmpty
        ? "There is no member of staff to choose. Ask whoever looks after mdt to import the staff list."
        : "\"\(text)\" is not one member of staff. Type more of the name and choose one."
    }
    return "\"\(text)\" is none of: \(options.map(\.words).joined(separator: ", "))."
  }

  /// A value in words; staff by their name.
  func words(for value: String, staff: [PlanChoice], audience: Audience = .staff) -> String {
    if case .staff = kind {
      return staff.first { $0.code == value }?.words ?? "no longer on the staff list"
    }
    return shown(value, audience: audience)
  }
}

extension PlanChoice {
  /// A member of staff as they are picked from a list: name, role and organisation, because names are shared.
  init(_ member: StaffMember) {
    self.init(member.id.text, "\(member.name), \(member.role.words.lowercasedFirst), \(member.organisationName)")
  }

  /// The answers that a typed text may still mean: each of its words begins a word of the answer.
  static func matching(_ typed: String, among options: [PlanChoice]) -> [PlanChoice] {
    let wanted = folded(typed).split(separator: " ")
    guard !wanted.isEmpty else { return options }
    let found = options.filter { option in
      let words = folded(option.words).split(separator: " ")
      return wanted.allSatisfy { want in words.contains { $0.hasPrefix(want) } }
    }
    let begin = found.filter { folded($0.words).hasPrefix(folded(typed)) }
    return begin + found.filter { !begin.contains($0) }
  }

  /// The one answer a text means: the same words, the same code, or the only one that begins so.
  static func meant(by typed: String, among options: [PlanChoice]) -> PlanChoice? {
    let plain = folded(typed)
    if let exact = options.first(where: { folded($0.words) == plain || $0.code == typed }) { return exact }
    guard !plain.isEmpty else { return nil }
    let begin = options.filter { folded($0.words).hasPrefix(plain) }
    if begin.count == 1 { return begin.first }
    let matches = matching(typed, among: options)
    return matches.count == 1 ? matches.first : nil
  }
}
