import ArgumentParser
import CaseApp
import CaseModel
import CaseStore
import SafeText

struct CrisisPrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print a crisis plan on one A4 page: text, HTML or PDF by the ending of --to, text without it.",
    discussion: """
      With --place the copy gets a number and is remembered, so that it can be fetched when a newer version is in force. \
      PDF is made by WeasyPrint, where that is installed.
      """)

  @ParentCommand var parent: CrisisCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]
  @Option(help: "Where the copy will be, for example \"fridge door\"; without it the page is no numbered copy.")
  var place: String?
  @Flag(help: "The copy goes to an organisation, and not to the person's own home.") var outside = false
  @Option(help: "A file that does not exist: .txt, .html or .pdf.", completion: .file()) var to: String?

  func validate() throws {
    if let to, !["txt", "html", "pdf"].contains(where: { to.hasSuffix(".\($0)") }) {
      throw ValidationError("--to ends in .txt, .html or .pdf.")
    }
    if outside, place == nil { throw ValidationError("--outside says where a copy goes: give --place too.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.make($0) }
    }
  }

  private static let what = "No page was made."

  private func make(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "))
    let printer = try to.flatMap { $0.hasSuffix(".pdf") ? try PagePrinter.installed() : nil }
    let file = try to.map { try NewFile($0, CrisisPrintCommand.what) }
    var copy: CrisisCopy?
    do {
      let view = try await session.store.emergencyView(of: id, reason: "printed", by: session.writing)
      guard let record = view.record else {
        throw Problem(
          CrisisPrintCommand.what, because: "No crisis plan of this person is in force.",
          try: "Have a draft approved first; mdt crisis show --draft shows it.", kind: .notFound)
      }
      if let place {
        copy = try await session.store.giveCrisisCopy(of: id, place: place, isForHome: !outside, by: session.writing)
      }
      let now = session.now()
      let page = CrisisPage(
        of: view.patient, record, on: now.day, addresses: view.addresses, telecoms: view.telecoms,
        signOffs: view.signOffs, copy: copy,
        printedBy:
          "\(now.day.longWithWeekday) at \(CrisisPage.time(now.clock)) by \(session.writing.actor.staff.shortName)")
      if let file { try write(page, to: file, printer) }
      Outlet.afterDoing(copy.map { "Copy \($0.number) was made." }) { tell(page, copy) }
    } catch {
      file?.remove()
      // A number that stands on no paper is taken back.
      if let copy { try await session.store.recallCrisisCopy(copy.number, of: id, .destroyed, by: session.writing) }
      throw error
    }
  }

  private func write(_ page: CrisisPage, to file: NewFile, _ printer: PagePrinter?) throws {
    if let printer {
      try printer.write(safe(page.html, keepingNewlines: true), to: file.path)
    } else if file.path.hasSuffix(".html") {
      try file.write(safe(page.html, keepingNewlines: true))
    } else {
      try file.write(lines: page.lines)
    }
    try file.finish()
  }

  private func tell(_ page: CrisisPage, _ copy: CrisisCopy?) {
    if output.json {
      Outlet.json(
        .object([
          ("copy", JSON(copy?.number)), ("version", JSON(copy?.version)), ("place", JSON(copy?.place)),
          ("file", JSON(to)), ("lines", .list(to == nil ? page.lines.map { .text($0) } : [])),
        ]))
    } else if output.plain {
      Outlet.record([copy.map { String($0.number) } ?? "", copy?.place ?? "", to ?? ""])
    } else if let to {
      let number = copy.map { " It is copy \($0.number), for: \($0.place)." } ?? ""
      Outlet.line("The page is in \(to).\(number) It is about one person: give it to nobody else.")
    } else {
      for line in page.lines { Outlet.line(line) }
    }
  }
}
