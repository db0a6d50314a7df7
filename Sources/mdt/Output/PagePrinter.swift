import CaseModel
import Glibc

/// WeasyPrint, where the host has it: makes a PDF of a page that needs nothing else.
struct PagePrinter {
  let path: String

  private static let what = "No PDF was made."
  private static let name = "weasyprint"

  /// - Throws: `unavailable` where it is not there; `refused` where many people share the program, which then runs no
  ///   other (store.md 5).
  static func installed() throws(Problem) -> PagePrinter {
    guard getegid() == getgid(), geteuid() == getuid(), Host.installation() == nil else {
      throw Problem(
        what, because: "Many people share this mdt, and it runs no other program.",
        try: "Make the page with --to PAGE.html and print it from a browser.", kind: .refused)
    }
    // The caller's own folders of programs: nobody else's rights are in play.
    let folders = (Host.environment("PATH") ?? "/usr/local/bin:/usr/bin").split(separator: ":").filter {
      $0.hasPrefix("/")
    }
    guard let folder = folders.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else {
      throw Problem(
        what, because: "WeasyPrint is not installed on this machine.",
        try: "Install the package weasyprint, or make the page with --to PAGE.html and print it from a browser.")
    }
    return PagePrinter(path: "\(folder)/\(name)")
  }

  /// Into a file that is there and empty.
  func write(_ html: String, to file: String) throws(Problem) {
    let own = ["HOME", "PATH"].compactMap { name in Host.environment(name).map { "\(name)=\($0)" } }
    try HostCommand.run(
      [path, "--quiet", "-", file], PagePrinter.what, input: html,
      surroundings: own + ["LC_ALL=C.UTF-8"])
  }
}
