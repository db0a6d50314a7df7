import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("The key safe's code") struct KeySafeTests {
  @Test("a code is shown on request, each look is a row of the audit, and the code is in none of them") func looks()
    async throws
  {
    let it = try await CrisisScene()
    try await it.store.setKeySafeCode("C4711X", of: it.amina, by: it.jo)
    let head = try #require(try await it.store.auditHead()).sequence
    #expect(try await it.gwen.store.revealKeySafeCode(of: it.amina, reason: "no answer", by: it.gwen.by) == "C4711X")
    #expect(try await it.store.revealKeySafeCode(of: it.amina, reason: "visit", by: it.jo) == "C4711X")
    let events = try await it.store.auditEvents(limit: 50)
    #expect(events.filter { $0.sequence > head }.map(\.action) == [.view, .view])
    #expect(events.first { $0.staffName == "Gwen" }?.purpose == "key safe's code shown: no answer")
    #expect(!"\(events)".contains("C4711X"))
    for reason in ["", "  ", "x"] {
      let refused = await it.refusal {
        _ = try await it.store.revealKeySafeCode(of: it.amina, reason: reason, by: it.jo)
      }
      #expect(refused?.kind == .badData)
    }
    let analyst = try await it.base.person("Ann", .analyst)
    let denied = await it.refusal {
      _ = try await analyst.store.revealKeySafeCode(of: it.amina, reason: "curious", by: analyst.by)
    }
    #expect(denied?.kind == .refused)
  }

  @Test("a new code takes the place of the old, an empty one says that there is none") func changing() async throws {
    let it = try await CrisisScene()
    #expect(try await it.store.crisisFile(of: it.amina).keySafeSince == nil)
    try await it.store.setKeySafeCode("1234", of: it.amina, by: it.jo)
    let later = it.at(1, (it.store, it.jo))
    try await later.store.setKeySafeCode(" 5678 ", of: it.amina, by: later.by)
    #expect(try await later.store.revealKeySafeCode(of: it.amina, reason: "visit", by: later.by) == "5678")
    #expect(try await later.store.crisisFile(of: it.amina).keySafeSince == later.by.at)
    let last = it.at(2, (it.store, it.jo))
    try await last.store.setKeySafeCode("", of: it.amina, by: last.by)
    let none = await it.refusal {
      _ = try await last.store.revealKeySafeCode(of: it.amina, reason: "visit", by: last.by)
    }
    #expect(none?.kind == .notFound)
    for code in ["123456789012345678901", "12\n34", "\u{1B}[31m"] {
      let refused = await it.refusal { try await it.store.setKeySafeCode(code, of: it.amina, by: it.jo) }
      #expect(refused?.kind == .badData)
    }
  }

  @Test("a sealed code opens as nobody else's, in no other row, and not once it was changed") func sealed()
    async throws
  {
    let folder = try Place()
    let key = try SealKey.keptOrMade(at: folder.folder + "/store.seal-key", rights: 0o600)
    #expect(try SealKey.keptOrMade(at: folder.folder + "/store.seal-key", rights: 0o600).fingerprint == key.fingerprint)
    let (amina, brian): (ID<Patient>, ID<Patient>) = (ID("amina"), ID("brian"))
    for code in ["1", "12345678901234567890", "ক খ গ"] {
      let sealed = try key.seal(code, patient: amina, row: "r")
      #expect(try key.open(sealed, patient: amina, row: "r") == code)
      #expect(try key.open(sealed, patient: brian, row: "r") == nil)
      #expect(try key.open(sealed, patient: amina, row: "s") == nil)
      let flipped = String(sealed.dropLast(3)) + (sealed.hasSuffix("AAA") ? "BBB" : "AAA")
      #expect(try key.open(flipped, patient: amina, row: "r") == nil)
    }
    let lengths = Set(try ["1", "12345678901234567890"].map { try key.seal($0, patient: amina, row: "r").count })
    #expect(lengths.count == 1, "how long it is does not say how many digits it has")
    let other = try SealKey.keptOrMade(at: folder.folder + "/other.seal-key", rights: 0o600)
    #expect(try other.open(try key.seal("1", patient: amina, row: "r"), patient: amina, row: "r") == nil)
  }

  @Test("the code is nowhere in the store's file, and a store without its key says where the key should be", .ofAFile)
  func bytes() async throws {
    let it = try await CrisisScene()
    try await it.store.setKeySafeCode("ZQ-90210-QZ", of: it.amina, by: it.jo)
    _ = try await it.store.revealKeySafeCode(of: it.amina, reason: "visit", by: it.jo)
    let path = it.base.place.path
    for name in [path, path + "-wal"] where FileManager.default.fileExists(atPath: name) {
      let found = try Data(contentsOf: URL(fileURLWithPath: name)).range(of: Data("ZQ-90210-QZ".utf8)) != nil
      #expect(!found, "\(name)")
    }
    try FileManager.default.moveItem(atPath: path + ".seal-key", toPath: path + ".elsewhere")
    let lost = await it.refusal {
      _ = try await it.store.revealKeySafeCode(of: it.amina, reason: "visit", by: it.jo)
    }
    #expect(lost?.reason.contains(".seal-key") == true && lost?.kind == .unavailable)
  }
}
