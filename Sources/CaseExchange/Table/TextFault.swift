/// Why a text cannot be kept, or is doubted.
enum TextFault: Hashable {
  case tooLong(Int, most: Int)
  case control(Unicode.Scalar)
  case direction(Unicode.Scalar)
  case marks
  case lostLetter
  case mixedWriting
  case invisible

  var message: String {
    switch self {
    case .tooLong(let count, let most):
      "This has \(count) characters and \(most) are kept. Shorten it: it is never cut for you."
    case .control(let scalar): "There is a control character (\(TextFault.name(scalar))) in it. Remove it."
    case .direction(let scalar):
      "A hidden sign in it (\(TextFault.name(scalar))) turns the direction of writing. Remove it."
    case .marks: "One letter carries more marks than any writing uses. Remove them."
    case .lostLetter: "A letter was lost before the file came here (\u{FFFD}). Check it."
    case .mixedWriting: "Latin letters are mixed with look-alikes of another writing. Check it."
    case .invisible: "There is a sign in it that nobody sees, such as a soft hyphen. Check it."
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
  }

  /// What is wrong and what is doubtful, each kind once.
  static func all(in text: String, most: Int, lines: Bool) -> (faults: [TextFault], doubts: [TextFault]) {
    var faults = [TextFault]()
    var doubts = [TextFault]()
    if text.utf8.count > most, text.count > most { faults.append(.tooLong(text.count, most: most)) }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return (faults, doubts) }
    var found = Set<Int>()
    func once(_ kind: Int) -> Bool { found.insert(kind).inserted }
    var latin = false
    var lookAlike = false
    var marks = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09, 0x2028, 0x2029:
        if !lines, once(0) { faults.append(.control(scalar)) }
      case 0..<0x20, 0x7F...0x9F: if once(0) { faults.append(.control(scalar)) }
      // In running text an embedding may belong to a quotation; in a name it only misleads.
      case 0x202A...0x202E, 0x2066...0x2069: if !lines, once(1) { faults.append(.direction(scalar)) }
      case 0xFFFD: if once(2) { doubts.append(.lostLetter) }
      case 0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F: if once(3) { doubts.append(.invisible) }
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin = true
      case 0x370...0x52F: lookAlike = true
      default: break
      }
      if scalar.value >= 0x300, scalar.properties.canonicalCombiningClass.rawValue != 0 {
        marks += 1
        if marks == 12 { faults.append(.marks) }
      } else {
        marks = 0
      }
    }
    if latin, lookAlike, !lines { doubts.append(.mixedWriting) }
    return (faults, doubts)
  }
}
