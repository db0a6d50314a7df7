import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories: linear mode") @MainActor struct LinearStories {
  /// Runs these lines; before a line, what somebody else does.
  private func said(
    _ lines: [String], meanwhile: [Int: @Sendable (CaseStore, Writing) async throws -> Void] = [:]
  ) async throws -> [String] {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let opened = try CaseStore.open(at: world.store.path)
    let other = opened.signedIn { world.writing }
    let loop = AppLoop(terminal: VirtualTerminal(), world: world)
    await loop.lookForChanges()
    loop.open(.caseload)
    var next = 0
    var printed = [String]()
    await loop.runLinear(
      read: {
        defer { next += 1 }
        guard lines.indices.contains(next) else { return nil }
        do { try await meanwhile[next]?(other, world.writing) } catch { Issue.record(error) }
        printed.append("? \(lines[next])")
        return lines[next]
      }, write: { printed.append($0) })
    return printed
  }

  private static let newest = "Others have changed the records; this is the newest."

  /// Somebody gives Winston Clarke, who is second in the list, a named social worker.
  private static func assign(_ store: CaseStore, _ by: Writing) async throws {
    let worker = try await store.staff().first { $0.role == .socialWorker }
    let clarke = try await store.patient(nhs: try NHSNumber.read("9990202206").get())
    // A coordinator does: a care navigator gives nobody a role (table 8.1).
    var by = by
    let coordinator = try await store.staff().first { $0.role == .mdtCoordinator && $0.locality == "South West" }
    by.actor.staff = try #require(coordinator)
    try await store.assign(
      role: "named_social_worker", staff: try #require(worker).id, to: try #require(clarke), by: by)
  }

  @Test("what others changed is said when a line is entered, and the newest is shown") func noticed() async throws {
    let lines = try await said(["again", "quit"], meanwhile: [0: Self.assign])
    #expect(lines.contains { $0.contains("CLARKE, Winston") && $0.contains("Named SW: (none)") })
    let after = lines.drop { $0 != "? again" }
    #expect(after.contains(Self.newest))
    #expect(after.contains { $0.contains("CLARKE, Winston") && !$0.contains("Named SW: (none)") })
  }

  @Test("a number whose line has changed chooses nothing and says so") func another() async throws {
    let lines = try await said(["2", "quit"], meanwhile: [0: Self.assign])
    let after = lines.drop { $0 != "? 2" }
    #expect(after.contains(Self.newest))
    #expect(after.contains("Nothing was chosen. Line 2 is no longer what it was. Read the lines again and choose."))
    #expect(!after.contains("Screen: record."))
  }

  @Test("a number whose line is the same is chosen, though others have changed something") func same() async throws {
    let lines = try await said(["1", "quit"], meanwhile: [0: Self.assign])
    #expect(lines.contains(Self.newest))
    #expect(lines.contains("Screen: record."))
  }

  @Test("what is not shown, and what one changes oneself, is not said to be changed by others") func own() async throws
  {
    let lines = try await said(
      ["1", "back", "again", "quit"],
      meanwhile: [1: { store, by in try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: by) }])
    #expect(!lines.contains(Self.newest))
  }

  @Test(
    "a place is gone to by its key, its letters or its name, and found in with the words behind it",
    arguments: ["g f", "gf", "find", ":find", "go to find", "Find"])
  func places(_ line: String) async throws {
    let lines = try await said([line, "clarke", "back", "caseload", "quit"])
    #expect(!lines.contains { $0.contains("means nothing here") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("MDT, Find") })
    #expect(lines.contains { $0.contains("CLARKE, Winston") && $0.contains("name") })
    let found = try await said(["find clarke", "quit"])
    #expect(found.drop { $0 != "? find clarke" }.contains { $0.contains("CLARKE, Winston") })
  }

  @Test("g alone says which places there are, and a colon alone lists the commands") func lists() async throws {
    let lines = try await said(["g", ":", "quit"])
    #expect(!lines.contains { $0.contains("means nothing here") }, "\(lines)")
    #expect(
      lines.contains(
        "Go to: type g c for the caseload, g w for the worklists, g m for your people, g l for the allocation, "
          + "g f for find, g a for the audit, g s for the administration, "
          + "g t for consent tasks, g p for the privacy list, g r for the referrals."))
    #expect(lines.contains { $0.hasPrefix("Enter, Open") })
  }
}
