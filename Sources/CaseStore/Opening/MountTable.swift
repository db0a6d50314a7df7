import Glibc

/// What kind of filesystem a folder is on, as the kernel's table of mounts says.
enum MountTable {
  /// `ext4`, `nfs4`, `fuse.sshfs`; nil where the table cannot be read.
  static func kind(under folder: String) -> String? {
    guard let table = text(of: "/proc/self/mountinfo") else { return nil }
    var best: (length: Int, kind: String)?
    for line in table.split(separator: "\n") {
      let halves = line.split(separator: " ", omittingEmptySubsequences: true)
      guard halves.count > 4, let dash = halves.firstIndex(of: "-"), dash + 1 < halves.count else { continue }
      let point = String(halves[4])
      // A mount point with a space in it is written with an escape; such a one is not looked up.
      let inside = point == "/" || folder == point || folder.hasPrefix(point + "/")
      // The later of two mounts on one point is the one that is seen.
      if inside, point.utf8.count >= best?.length ?? 0 { best = (point.utf8.count, String(halves[dash + 1])) }
    }
    return best?.kind
  }

  static func isNetwork(_ kind: String) -> Bool {
    let kinds = [
      "nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "gfs2", "ocfs2", "ncpfs", "coda",
      "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs", "fuse.davfs", "davfs", "virtiofs",
    ]
    return kinds.contains(kind)
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
