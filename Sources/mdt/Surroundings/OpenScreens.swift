import CaseApp
import CaseModel
import Glibc
import SafeText
import TerminalKit
import TerminalNCurses

/// Opens the screens in front of a person, or as lines.
@MainActor func openScreens(_ options: GlobalOptions) async throws {
  let session = try await Session.open(options)
  if options.linear || Host.environment("MDT_LINEAR") != nil {
    try await runLinear(session)
    return
  }
  let log = "\(Host.stateFolder())/mdt.log"
  try Host.makeFolder(Host.stateFolder())
  let terminal: NCursesTerminal
  do {
    terminal = try NCursesTerminal(
      usesColour: !options.noColor && Host.environment("NO_COLOR") == nil, charset: options.ascii ? .ascii : .unicode,
      errorLog: log)
  } catch {
    throw Problem(
      "The screens were not opened.", because: error.message,
      try: "Use another terminal, or mdt --linear for plain lines.", kind: .unavailable)
  }
  let loop = AppLoop(terminal: terminal, world: session.world)
  loop.open(.caseload)
  await loop.run()
  terminal.close()
  if let signal = loop.endedBySignal { throw ExitBySignal(signal).exitCode }
}

@MainActor private func runLinear(_ session: Session) async throws {
  let terminal = VirtualTerminal(size: Size(columns: 80, rows: 24), charset: .ascii)
  let loop = AppLoop(terminal: terminal, world: session.world)
  let now = session.now()
  Outlet.line(
    "mdt linear mode. \(now.day.longWithWeekday), \(now.clock). \(session.actor.staff.signature)."
      + (session.isPractice ? " Practice store." : ""))
  loop.open(.caseload)
  await loop.runLinear(read: { readLine(strippingNewline: true) }, write: { Outlet.line($0) })
}
