import GRDBSQLite

/// The SQLite library that this program runs with.
enum SQLiteLibrary {
  /// 3, 40, 1.
  static var version: [Int] { String(cString: sqlite3_libversion()).split(separator: ".").compactMap { Int($0) } }

  /// Whether a version can damage a file that two processes checkpoint at once: 3.7.0 to 3.51.2, but for the two that
  /// the correction was carried back to (store.md 1.1).
  static func hasLogResetFault(_ version: [Int]) -> Bool {
    let corrected = [[3, 44, 6], [3, 50, 7]]
    if corrected.contains(where: { $0.prefix(2) == version.prefix(2) && !version.lexicographicallyPrecedes($0) }) {
      return false
    }
    return !version.lexicographicallyPrecedes([3, 7, 0]) && version.lexicographicallyPrecedes([3, 51, 3])
  }
}
