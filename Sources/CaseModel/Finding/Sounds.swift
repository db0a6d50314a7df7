/// A word of a name as it sounds, so that Rahela, Raheela and Rohela, or Mohammed and Muhammad, are found together.
///
/// First letter kept (by sound), vowels after it left out, letters that sound alike made one, doubles made single. It is
/// coarse on purpose: what it finds is marked "sounds alike" and a person chooses. Words of other scripts give
/// themselves.
public func soundKey(_ word: String) -> String {
  let letters = Array(folded(word).utf8)
  guard !letters.isEmpty, letters.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
    return folded(word)
  }
  var out = [UInt8]()
  var index = 0
  while index < letters.count {
    let letter = letters[index]
    let next = index + 1 < letters.count ? letters[index + 1] : 0
    let sound: UInt8
    var length = 1
    switch (letter, next) {
    case (ascii("p"), ascii("h")): (sound, length) = (ascii("f"), 2)
    case (ascii("k"), ascii("h")), (ascii("c"), ascii("k")), (ascii("g"), ascii("h")), (ascii("q"), ascii("u")):
      (sound, length) = (ascii(letter == ascii("g") ? "g" : "k"), 2)
    case (ascii("s"), ascii("h")), (ascii("c"), ascii("h")), (ascii("s"), ascii("z")), (ascii("c"), ascii("z")):
      (sound, length) = (ascii("x"), 2)
    case (ascii("t"), ascii("h")), (ascii("d"), ascii("h")), (ascii("b"), ascii("h")):
      (sound, length) = (letter, 2)
    case (ascii("c"), _), (ascii("q"), _), (ascii("k"), _): sound = ascii("k")
    case (ascii("z"), _), (ascii("s"), _): sound = ascii("s")
    case (ascii("j"), _): sound = ascii("j")
    case (ascii("v"), _), (ascii("w"), _): sound = ascii("v")
    case (ascii("a"), _), (ascii("e"), _), (ascii("i"), _), (ascii("o"), _), (ascii("u"), _), (ascii("y"), _):
      sound = out.isEmpty ? ascii("a") : 0
    case (ascii("h"), _): sound = out.isEmpty ? letter : 0
    default: sound = letter
    }
    if sound != 0, out.last != sound { out.append(sound) }
    index += length
  }
  return String(decoding: out, as: UTF8.self)
}

private func ascii(_ letter: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: letter.value) }
