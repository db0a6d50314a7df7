import CaseModel
import CaseStore
import CaseTesting
import Foundation
import TerminalKit
import Testing

@testable import CaseApp

/// Every screen, whatever it is about.
@MainActor @Suite("Gallery") struct GalleryTests {
  static let sizes = [(80, 24), (120, 40), (60, 18), (200, 60)].map { Size(columns: $0.0, rows: $0.1) }

  @Test("every folder of a screen has its line in allScreens") func folders() throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let screens = here.appendingPathComponent("../../Sources/CaseApp/Screens").standardizedFileURL
    let folders = try FileManager.default.contentsOfDirectory(atPath: screens.path)
    // Pieces of screens, not screens.
    let wanted = Set(folders).subtracting(["Banner"]).filter { !$0.hasSuffix(".swift") }
    let listed = Set(allScreens.map { "\($0)".replacingOccurrences(of: "Screen", with: "") })
    #expect(wanted == listed)
  }

  @Test("no key has two meanings on a screen, and none takes a key that means the same everywhere")
  func keys() {
    for type in allScreens { check(type) }
  }

  private func check<S: Screen>(_ type: S.Type) {
    let keys = S.commands.flatMap(\.keys)
    let letters = keys.filter { if case .character = $0 { true } else { false } }
    // A command may stand in for another while a menu is open; which of the two applies is one of the two only.
    let taken = Everywhere.allCases.filter { $0 != .back && $0 != .redo && $0 != .undo && $0 != .leave }.flatMap(\.keys)
    for key in letters { #expect(!taken.contains(key), "\(S.name): \(key.notation)") }
    #expect(
      !keys.contains(.control("a")) && !keys.contains(.control("b")) && !keys.contains(.control("h")), "\(S.name)")
    #expect(!keys.contains(.unknown), "\(S.name)")
    let names = S.commands.map(\.id)
    for command in S.commands {
      let ends = command.help.hasSuffix(".") || command.help.hasSuffix("?")
      #expect(ends, "\(S.name), \(command.name): \(command.help)")
    }
    #expect(Set(names).count == names.count, "\(S.name): two commands of one name")
  }

  @Test("every screen draws at every size, places its cursor inside, and says what it draws") func pictures()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let number = try #require(NHSNumber(stored: "9990123012"))
    let id = try #require(try await world.store.patient(nhs: number))
    let routes: [Route] =
      [
        .caseload, .today, .worklist(.plansDue), .worklist(.nobodyOwns), .enrolment(id), .duplicates, .find("begum"),
        .person(id, trail: nil), .carePlan(id), .planEditor(id), .planVersions(id), .planReview(id),
        .emergency(id), .crisisPlan(id), .crisisEditor(id), .drafts, .consent(id), .consentTasks, .privacy,
        .referrals(about: nil), .referrals(about: id), .team(id), .myPeople, .allocation,
        .transfer(nil), .transfer(world.actor.id), .fairness,
        .visits(id), .socialCare(id), .audit(about: nil), .audit(about: id),
        .messages([Message("Saved.", at: sceneTime)]),
        .help(HelpSubject(screen: "Caseload", entries: [], isPalette: false)),
      ] + Office.allCases.map { .administration($0) }
    for route in routes {
      for size in Self.sizes {
        let pilot = await Pilot(world, at: route, size: size)
        let frame = pilot.loop.frame()
        let cursor = try #require(frame.cursor, "\(route) at \(size)")
        #expect(cursor.column < size.columns && cursor.row < size.rows)
        #expect(pilot.rows.count <= size.rows)
        let missing = unread(pilot)
        #expect(missing.isEmpty, "\(type(of: pilot.loop.layers[0].screen)) at \(size): \(missing)")
        let gaps = (pilot.loop.frontOutline()?.lines ?? []).filter { $0.contains("  ") }
        #expect(gaps.isEmpty)
      }
      for small in [Size(columns: 1, rows: 1), Size(columns: 20, rows: 5), Size(columns: 59, rows: 17)] {
        let pilot = await Pilot(world, at: route, size: small)
        #expect(pilot.loop.frame().size == small)
      }
    }
  }

  /// Words of three letters and more of the screen's own rows that its outline does not say.
  private func unread(_ pilot: Pilot) -> [String] {
    guard let front = pilot.loop.layers.last else { return ["no screen"] }
    func outline<S: Screen>(_ screen: S) -> Outline {
      var screen = screen
      screen.around = pilot.world.surroundings
      return screen.outline()
    }
    let outline = outline(front.screen)
    let spoken = (outline.text + " " + (outline.prompt ?? "")).lowercased()
    let rows = pilot.rows.dropLast(2).filter { !$0.contains(" more below -") && !$0.contains(" more above -") }
    let words = rows.flatMap { $0.split(whereSeparator: { !$0.isLetter }) }.map { $0.lowercased() }
    // Days and months are written out in full where they are read.
    return words.filter { $0.count >= 3 && !spoken.contains($0) }
  }
}
