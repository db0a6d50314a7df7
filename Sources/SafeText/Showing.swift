/// In which way a scalar outside printable ASCII may be shown.
enum Showing {
  case asItIs, asMark, asSpace, asReplacement, asLineEnd, asJoiner, notAtAll

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .asSpace
    case 0x0A, 0x0D, 0x2028, 0x2029: self = .asLineEnd
    case 0x00...0x1F, 0x7F...0x9F: self = .asReplacement
    case 0x20...0x7E: self = .asItIs
    case 0x200C, 0x200D: self = .asJoiner
    case 0xFDD0...0xFDEF: self = .asReplacement
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD:
      self = .asItIs  // format characters by class, yet they are drawn
    case let value where value & 0xFFFE == 0xFFFE: self = .asReplacement
    default: self = Showing(byPropertiesOf: scalar.properties)
    }
  }

  private init(byPropertiesOf properties: Unicode.Scalar.Properties) {
    if properties.isDefaultIgnorableCodePoint {
      self = .notAtAll
      return
    }
    switch properties.generalCategory {
    case .format: self = .notAtAll
    case .nonspacingMark, .enclosingMark: self = .asMark
    default: self = .asItIs
    }
  }
}
