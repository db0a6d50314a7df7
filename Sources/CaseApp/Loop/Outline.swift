import CaseModel

/// A screen as it is read, line by line: what linear mode prints and a screen reader speaks.
public struct Outline: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case heading(String)
    /// "Born: 14 July 1941, 74 years."
    case fact(String, String)
    case text(String)
    /// A line that can be chosen by its number; numbers run through the whole outline from 1.
    case choice(String)
  }
  public private(set) var parts: [Part]
  /// What a text is asked for; nil when the screen waits for a choice or a command.
  public var prompt: String?
  /// What is asked for is not to be seen when it is typed.
  public var isSecret = false

  public init(_ parts: [Part] = [], prompt: String? = nil) {
    self.parts = parts
    self.prompt = prompt
  }

  public mutating func heading(_ text: String) { parts.append(.heading(text)) }
  public mutating func fact(_ label: String, _ value: String) { parts.append(.fact(label, value)) }
  public mutating func text(_ text: String) { parts.append(.text(text)) }
  public mutating func choice(_ text: String) { parts.append(.choice(text)) }

  /// One fact a line, choices numbered, no box drawing.
  public var lines: [String] {
    var number = 0
    return parts.map { part in
      switch part {
      case .heading(let text): return Outline.sentence(text).asRead
      case .fact(let label, let value): return Outline.sentence("\(label): \(value)").asRead
      case .text(let text): return text.asRead
      case .choice(let text):
        number += 1
        return "\(number). \(text.asRead)"
      }
    }
  }

  private static func sentence(_ text: String) -> String { text + (text.hasSuffix(".") ? "" : ".") }

  public var text: String { lines.joined(separator: "\n") }
  /// What stands at a number, from 1.
  public func choice(_ number: Int) -> String? {
    var left = number
    for case .choice(let text) in parts {
      left -= 1
      if left == 0 { return text }
    }
    return nil
  }
  public var choiceCount: Int { parts.count { if case .choice = $0 { true } else { false } } }
}

extension String {
  /// As linear mode prints it: dates in full, and no gaps, which only eyes make use of.
  var asRead: String {
    var text = Day.long(in: self)
    if text.hasPrefix(" ") || text.contains("  ") {
      text = text.split(separator: " ").joined(separator: " ")
    }
    return text
  }
}
