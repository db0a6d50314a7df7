import ArgumentParser
import CaseApp
import CaseModel
import CaseStore
import Glibc
import TerminalKit
import TerminalNCurses

/// Opens the screens in front of a person, or as lines.
@MainActor func openScreens(_ options: GlobalOptions, on mainLoop: MainLoop) async throws {
  let asksForLines = try options.identity().asksForLines
  let place = try options.startPlace()
  let session = try await Session.open(options, waitsAtSignals: false)
  if options.linear || Host.environment("MDT_LINEAR") != nil || asksForLines {
    return try await runLinear(session, at: place)
  }
  try Host.makeFolder(Host.stateFolder())
  var wanted = TerminalOptions()
  if options.noColor { wanted.usesColour = false }
  if options.ascii { wanted.charset = .ascii }
  wanted.errorLogPath = "\(Host.stateFolder())/mdt.log"
  let terminal: NCursesTerminal
  do throws(TerminalRefusal) {
    terminal = try OwnRights.during { () throws(TerminalRefusal) in try NCursesTerminal(wanted, on: mainLoop) }
  } catch {
    throw Problem(error.whatHappened, because: error.reason, try: error.remedy, kind: .unavailable)
  }
  let loop = AppLoop(terminal: terminal, world: session.world)
  // Before anything is read: what others change from now on is noticed.
  let remark = await session.store.startRemark(now: session.now())
  await loop.signIn(then: .caseload, at: place.route)
  if let remark { loop.warn(remark) }
  await loop.run()
  terminal.close()
  await loop.signOut()
  await session.store.close()
  // As a shell counts it when a signal ends a program.
  if let signal = loop.endedBySignal { throw ExitCode(128 + signal) }
}

@MainActor private func runLinear(_ session: Session, at place: StartPlace) async throws {
  let terminal = VirtualTerminal(size: Size(columns: 80, rows: 24), charset: .ascii)
  // A line is a whole answer: there is no next letter to wait for.
  var world = session.world
  world.pause = { _ in }
  let loop = AppLoop(terminal: terminal, world: world)
  loop.idlePause = Host.pause
  let now = session.now()
  Outlet.line(
    "mdt linear mode. \(now.day.longWithWeekday), \(now.clock). \(session.actor.staff.signature)."
      + (session.isPractice ? " Practice store." : ""))
  let remark = await session.store.startRemark(now: now)
  if let remark { Outlet.line(remark) }
  await loop.signIn(then: .caseload, at: place.route)
  let lines = LinesIn()
  let endings = Endings(session.store) { lines.end(by: $0) }
  defer { withExtendedLifetime(endings) {} }
  await loop.runLinear(
    read: { await lines.next() }, write: { Outlet.line($0) }, cover: { PlainTerminal.clear() },
    hideTyping: { PlainTerminal.hideTyping($0) })
  PlainTerminal.hideTyping(false)
  await loop.signOut()
  await session.store.close()
  if let signal = lines.endedBySignal { throw ExitCode(128 + signal) }
}
