import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// Somebody asks who has looked at their record.
@MainActor struct AuditStories {
  @Test("8.4: from a record to who has looked at it, a row, and the report, which is in the audit itself")
  func fromARecord() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press("<enter> w")
    #expect(pilot.rows[0].contains("BEGUM, Rahela (Mrs)") && pilot.sees("[audit]"))
    #expect(pilot.sees("Who has looked at this record"))
    #expect(pilot.sees("opened record: single view"))
    await pilot.press("<enter>")
    #expect(pilot.sees("What for") && pilot.sees("single view"))
    await pilot.press("<esc> r")
    #expect(pilot.sees("The record of Mrs Rahela Begum, NHS number 999 012 3012."))
    #expect(pilot.sees("also opened the record on"))
    await pilot.press("<esc> <home>")
    #expect(pilot.sees("printed access report: access report, rows to"))
    await pilot.press("<esc>")
    #expect(pilot.sees("[record]"))
    withExtendedLifetime(folder) {}
  }

  @Test("g a lists everything; the box narrows it, and what others do comes in at the top") func everything()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press("g a")
    #expect(pilot.rows[0].contains("MDT > Audit"))
    #expect(pilot.rows[1].contains("Filter none"))
    await pilot.press("/")
    await pilot.type("action:sign")
    await pilot.press("<enter>")
    #expect(pilot.rows[1].contains("Filter action:sign") && pilot.sees("signed care plan of BEGUM, Rahela (Mrs)"))
    #expect(!pilot.sees("imported"))
    await pilot.press("/ <ctrl-u>")
    await pilot.type("staff:nobody")
    await pilot.press("<enter>")
    #expect(pilot.sees("Nobody here has the account or the name nobody."))
    await pilot.press("/ <ctrl-u>")
    await pilot.type("action:search")
    await pilot.press("<enter>")
    #expect(pilot.sees("Nothing in the audit fits action:search."))
    await pilot.lookAround()
    _ = try await world.store.find("clarke", limit: 5, by: world.writing, audited: true)
    await pilot.lookAround()
    #expect(pilot.sees("searched: clarke"))
    withExtendedLifetime(folder) {}
  }

  @Test("the palette finds it by its name, and linear mode reads it") func byName() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    await pilot.press(":")
    await pilot.type("audit")
    await pilot.press("<enter>")
    #expect(pilot.rows[0].contains("MDT > Audit"))
    var (lines, input) = ([String](), ["audit", "1", "back", "quit"].makeIterator())
    let linear = await Pilot(world)
    await linear.loop.runLinear(read: { input.next() }, write: { lines.append($0) })
    #expect(lines.contains { $0.contains("MDT, Audit, everything, newest first") })
    #expect(lines.contains { $0.contains("Jo Francis, care navigator, GP Care Group.") })
    #expect(lines.contains("At the machine: scene.") || lines.contains("At the machine: test."))
    withExtendedLifetime(folder) {}
  }
}
