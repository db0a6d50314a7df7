import SafeText

/// A JSON value whose keys keep their order, so that output is the same on every run.
enum JSON {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case absent
  case list([JSON])
  case object([(String, JSON)])

  init(_ text: String?) { self = text.map { .text($0) } ?? .absent }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .absent }
  init(_ number: Double?) { self = number.map { .number($0) } ?? .absent }
  init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .absent }

  /// Two blanks a level. Control characters, and the separators that some readers trip over, are escaped.
  func rendered(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .text(let text): return JSON.quoted(text)
    case .integer(let value): return String(value)
    case .number(let value): return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .flag(let value): return value ? "true" : "false"
    case .absent: return "null"
    case .list(let values):
      guard !values.isEmpty else { return "[]" }
      return "[\n" + values.map { inner + $0.rendered(indent: indent + 2) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let pairs):
      guard !pairs.isEmpty else { return "{}" }
      let lines = pairs.map { inner + JSON.quoted($0.0) + ": " + $0.1.rendered(indent: indent + 2) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x0D: out += "\\r"
      case 0x09: out += "\\t"
      default:
        // What the sanitiser would not show as it is is escaped, and so nothing of the text is lost.
        var sanitiser = Sanitiser()
        if sanitiser.shown(scalar, before: nil) == scalar {
          out.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          }
        }
      }
    }
    return out + "\""
  }
}
