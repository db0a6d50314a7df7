import CaseModel
import Glibc

extension Drafts {
  /// Removes every draft about some people, whoever wrote it. Their records are gone already, so what cannot be removed is
  /// said and hinders nothing.
  ///
  /// - Returns: the names of files that are still there.
  func removeAll(about people: Set<ID<Patient>>) -> [String] {
    do throws(Problem) {
      guard let directory = try opened("The drafts were not removed.") else { return [] }
      defer { close(directory) }
      let ours = try everyName().filter { name in
        name.split(separator: "_", maxSplits: 1).last.map { rest in
          people.contains(ID(String(rest.prefix { $0 != "." })))
        } ?? false
      }
      let left = ours.filter { unlinkat(directory, $0, 0) != 0 && errno != ENOENT }
      return fsync(directory) == 0 ? left : ours
    } catch {
      return [folder]
    }
  }
}
