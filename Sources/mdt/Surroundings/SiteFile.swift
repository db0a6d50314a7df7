import CaseModel
import Glibc

/// Files that count because nobody but root can have written them.
enum SiteFile {
  /// The text of a file of root's in a folder of root's, which nobody else may write; nil where there is none such.
  static func text(_ path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, path.hasPrefix("/") else { return nil }
    var folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for part in parts.dropLast() where folder >= 0 {
      let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      close(folder)
      folder = next
      guard folder >= 0 else { return nil }
      guard isOfRoot(folder, S_IFDIR) else {
        close(folder)
        return nil
      }
    }
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard isOfRoot(file, S_IFREG) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    return count >= 0 && count < buffer.count ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
  }

  private static func isOfRoot(_ descriptor: Int32, _ kind: UInt32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == kind && status.st_uid == 0
      && status.st_mode & 0o022 == 0
  }
}

extension Host {
  /// What root has written about the group or the account that the program runs as.
  static func installation() -> Installation? {
    if getegid() != getgid() {
      guard let entry = getgrgid(getegid()) else { return nil }
      return installation(.setgid, String(cString: entry.pointee.gr_name))
    }
    guard let entry = getpwuid(geteuid()) else { return nil }
    return installation(.forcedCommand, String(cString: entry.pointee.pw_name))
  }

  private static func installation(_ kind: Installation.Kind, _ name: String) -> Installation? {
    guard AccountName.isPlain(name), let text = SiteFile.text(Installation.place(kind, name)) else { return nil }
    let found = Installation(reading: text)
    return found?.kind == kind && found?.name == name ? found : nil
  }
}
