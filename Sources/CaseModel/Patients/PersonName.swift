/// A person's names. The family name is never cut short on screen (NID-0001 to 0010).
public struct PersonName: Hashable, Sendable, Codable {
  public var family: String
  /// Empty for somebody with one name.
  public var given: String
  public var title: String?
  public var preferred: String?

  public init(family: String, given: String, title: String? = nil, preferred: String? = nil) {
    self.family = family
    self.given = given
    self.title = title
    self.preferred = preferred
  }

  /// `BEGUM, Rahela (Mrs)`; in linear mode `BEGUM, Rahela, Mrs`; for the person `Mrs Rahela Begum`.
  public func shown(to audience: Audience = .staff) -> String {
    switch audience {
    case .staff, .linear:
      var text = family.uppercased()
      if !given.isEmpty { text += ", \(given)" }
      if let title { text += audience == .staff ? " (\(title))" : ", \(title)" }
      return text
    case .patient:
      return [title, given.isEmpty ? nil : given, family].compactMap { $0 }.joined(separator: " ")
    }
  }

  /// How much alike two names must be to carry `[=]`: the same family and given names, however accented or spelt in
  /// capitals.
  public var likeness: String { folded(family) + "," + folded(given) }
}

/// A text as names and words are compared and searched: lower case, Latin letters without their accents, other
/// scripts whole, anything that is no letter or digit a single space.
public func folded(_ text: String) -> String {
  if let plain = foldedASCII(text) { return plain }
  var out = String.UnicodeScalarView()
  var gap = false
  for scalar in text.unicodeScalars {
    guard let kept = foldedScalars(scalar) else {
      gap = gap || !scalar.properties.isDefaultIgnorableCodePoint && !isApostrophe(scalar)
      continue
    }
    if gap, !out.isEmpty { out.append(" ") }
    gap = false
    out.append(contentsOf: kept)
  }
  return String(out)
}

/// The same for a text of ASCII alone, which most are; nil for any other.
private func foldedASCII(_ text: String) -> String? {
  var out = [UInt8]()
  out.reserveCapacity(text.utf8.count)
  var gap = false
  for byte in text.utf8 {
    switch byte {
    case 97...122, 48...57, 65...90:
      if gap, !out.isEmpty { out.append(32) }
      gap = false
      out.append(byte < 65 || byte >= 97 ? byte : byte + 32)
    case 0..<128: gap = gap || byte != 39 && byte != 96
    default: return nil
    }
  }
  return String(decoding: out, as: UTF8.self)
}

// O'Brien and OBrien are one name to whoever is looking for it.
private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" || scalar == "`" }

private func foldedScalars(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView? {
  switch scalar.value {
  case 97...122, 48...57: return String.UnicodeScalarView([scalar])
  case 65...90: return String.UnicodeScalarView([Unicode.Scalar(UInt8(scalar.value) + 32)])
  case 0..<128: return nil
  // Combining marks over Latin letters go; the marks of other scripts are spelling and stay.
  case 0x300...0x36F: return String.UnicodeScalarView()
  case 0xC0...0x24F, 0x1E00...0x1EFF: return latinBase(scalar)
  default:
    let properties = scalar.properties
    guard
      properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        || properties.generalCategory == .spacingMark
    else { return nil }
    return properties.lowercaseMapping.unicodeScalars
  }
}

private func latinBase(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  switch scalar {
  case "ß", "ẞ": return "ss".unicodeScalars
  case "æ", "Æ": return "ae".unicodeScalars
  case "œ", "Œ": return "oe".unicodeScalars
  case "ø", "Ø": return "o".unicodeScalars
  case "ł", "Ł": return "l".unicodeScalars
  case "đ", "Đ", "ð", "Ð": return "d".unicodeScalars
  case "þ", "Þ": return "th".unicodeScalars
  case "ı": return "i".unicodeScalars
  default:
    // `String` offers no decomposition without a library, so the letters come from a table of the Latin blocks.
    if let base = latinLetters[scalar] { return String.UnicodeScalarView([base]) }
    return scalar.properties.lowercaseMapping.unicodeScalars
  }
}

/// The letters of the Latin blocks that are a base and one or two marks (canonical decomposition), by their base.
private let latinLetters: [Unicode.Scalar: Unicode.Scalar] = {
  let groups: [(base: Unicode.Scalar, letters: String)] = [
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
    ("b", "ḂḃḄḅḆḇ"),
    ("c", "ÇçĆćĈĉĊċČčḈḉ"),
    ("d", "ĎďḊḋḌḍḎḏḐḑḒḓ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
    ("f", "Ḟḟ"),
    ("g", "ĜĝĞğĠġĢģǦǧǴǵḠḡ"),
    ("h", "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
    ("j", "Ĵĵǰ"),
    ("k", "ĶķǨǩḰḱḲḳḴḵ"),
    ("l", "ĹĺĻļĽľḶḷḸḹḺḻḼḽ"),
    ("m", "ḾḿṀṁṂṃ"),
    ("n", "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ"),
    ("o", "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớ"),
    ("o", "ỜờỞởỠỡỢợ"),
    ("p", "ṔṕṖṗ"),
    ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
    ("s", "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ"),
    ("t", "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"),
    ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
    ("x", "ẊẋẌẍ"),
    ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
    ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
  ]
  var table = [Unicode.Scalar: Unicode.Scalar](minimumCapacity: 700)
  for group in groups { for letter in group.letters.unicodeScalars { table[letter] = group.base } }
  return table
}()
