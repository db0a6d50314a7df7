import CSodium

/// SHA-256 by libsodium.
enum SHA256 {
  /// 64 hexadecimal digits.
  static func hex(_ bytes: [UInt8]) -> String { hex(digest: digest(bytes)) }

  static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    // Cannot fail: libsodium's hash of bytes in memory has no error to give.
    _ = crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
    return out
  }

  static func hex(digest: [UInt8]) -> String { String(decoding: hexBytes(digest), as: UTF8.self) }

  /// The hash of what was gathered, as the bytes of its 64 hexadecimal digits, put where the caller keeps them: a walk
  /// over a million audit rows makes no text of any.
  static func hex(of input: HashInput, into digits: inout [UInt8]) {
    digits.removeAll(keepingCapacity: true)
    var out = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    withUnsafeMutableBytes(of: &out) { out in
      guard let start = out.bindMemory(to: UInt8.self).baseAddress else { return }
      _ = crypto_hash_sha256(start, input.bytes, UInt64(input.bytes.count))
      for byte in out {
        digits.append(digit(byte >> 4))
        digits.append(digit(byte & 15))
      }
    }
  }

  private static func hexBytes(_ digest: [UInt8]) -> [UInt8] {
    var text = [UInt8]()
    text.reserveCapacity(digest.count * 2)
    for byte in digest {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return text
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 87 }
}

/// Bytes to be hashed, each field with its length before it, so that no two lists of fields give the same bytes.
struct HashInput {
  private(set) var bytes = [UInt8]()

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(count: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// A text given as its bytes: the same as adding the text.
  mutating func add(bytes text: UnsafeRawBufferPointer) {
    add(count: text.count)
    bytes.append(contentsOf: text)
  }

  /// Whether something follows that may be absent.
  mutating func add(isPresent: Bool) { bytes.append(isPresent ? 1 : 0) }

  /// Absence is not the same as an empty text.
  mutating func add(present text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add(_ number: Int) { add(count: number) }

  mutating func add(present number: Int?) {
    bytes.append(number == nil ? 0 : 1)
    if let number { add(count: number) }
  }

  private mutating func add(count: Int) {
    let value = UInt64(bitPattern: Int64(count))
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
