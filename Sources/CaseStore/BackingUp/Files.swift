import Glibc

/// Reading and writing files to the last byte, with the system's words when it fails.
enum Files {
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws { try write(bytes[...], to: descriptor) }

  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Fills the buffer as far as the file goes and says how far.
  static func read(_ buffer: inout [UInt8], from descriptor: Int32) throws -> Int {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  static func sync(_ descriptor: Int32) throws {
    guard fsync(descriptor) == 0 else { throw failure(errno) }
  }

  /// Makes names in a folder last. A filesystem that has no such thing has nothing to be asked for.
  static func syncFolder(of path: String) throws {
    let descriptor = open(folderPart(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(errno) }
  }

  /// Gives a file its name, unless something has that name.
  static func rename(_ old: String, toUnused new: String) throws {
    if link(old, new) == 0 {
      unlink(old)
      return
    }
    // A memory stick and some network folders know no second name; there only a look before helps.
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno), !exists(new) else { throw failure(errno) }
    guard Glibc.rename(old, new) == 0 else { throw failure(errno) }
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names = [String]()
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  static func failure(_ code: Int32) -> StoreFault {
    switch code {
    case ENOSPC, EDQUOT: StoreFault(.unavailable, "the disk is full", remedy: "Make room on it, then try again.")
    case EEXIST: StoreFault(.conflict, "something stands there already")
    case EIO: StoreFault(.unavailable, "the disk reported a failure")
    default: StoreFault(.unavailable, "the system says: \(systemWords(code))")
    }
  }
}

extension Files {
  static func rewind(_ descriptor: Int32) throws {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure(errno) }
  }
}
