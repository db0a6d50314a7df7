import ArgumentParser

/// What every verb takes; given before or after the verb.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .long,
    help:
      "The store: a file, postgresql://HOST/DATABASE, service=NAME or a socket's folder. Else MDT_STORE, else records.mdt in the XDG data folder."
  )
  var store: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Whose key it is, in the command that an SSH key is tied to. Heeded nowhere else.", valueName: "account"))
  var person: String?

  @Flag(name: .long, help: "Open the store for reading only.")
  var readOnly = false

  @Flag(name: .long, help: "Read and drive the screens as lines, for screen readers and plain terminals.")
  var linear = false

  @Flag(name: .customLong("no-color"), help: "Use no colours. So does a NO_COLOR that is set.")
  var noColor = false

  @Flag(name: .long, help: "Draw lines and bars with ASCII only.")
  var ascii = false

  @Option(
    name: .customLong("begin"),
    help: ArgumentHelp(
      "Where the screens begin: today, caseload, find, drafts, privacy, administration or audit. Else MDT_BEGIN, else today.",
      valueName: "place"))
  var place: StartPlace?

  /// The same with what was said before the verb.
  func and(_ earlier: GlobalOptions) -> GlobalOptions {
    var both = self
    both.store = store ?? earlier.store
    both.person = person ?? earlier.person
    both.readOnly = readOnly || earlier.readOnly
    both.linear = linear || earlier.linear
    both.noColor = noColor || earlier.noColor
    both.ascii = ascii || earlier.ascii
    both.place = place ?? earlier.place
    return both
  }
}

/// How a verb that prints records prints them.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Tab-separated, one record a line, without headings.")
  var plain = false

  @Flag(name: .long, help: "JSON, with the keys of the manual.")
  var json = false

  func validate() throws {
    if plain && json { throw ValidationError("--plain and --json exclude each other. Give one of them.") }
  }

  /// One record with everything in it, for a program: JSON, or a line for each value with the keys that lead to it.
  func tell(_ record: JSON) {
    if json {
      Outlet.json(record)
    } else {
      for (path, value) in record.leaves() { Outlet.record([path, value]) }
    }
  }
}
