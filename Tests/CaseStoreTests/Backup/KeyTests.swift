import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("Keys for backups") struct KeyTests {
  @Test("a public key is read as it was printed, and with one letter changed anywhere it is refused") func typed()
    throws
  {
    let text = try BackupSecretKey.make().publicKey.text
    #expect(try BackupPublicKey(reading: text).text == text)
    for index in text.indices {
      var wrong = text
      wrong.replaceSubrange(index...index, with: text[index] == "a" ? "b" : "a")
      #expect(throws: Problem.self, "\(wrong)") { try BackupPublicKey(reading: wrong) }
    }
    #expect(throws: Problem.self) { try BackupPublicKey(reading: String(text.dropLast())) }
    #expect(throws: Problem.self) { try BackupPublicKey(reading: text + "A") }
  }

  @Test("a secret key is not taken for a public one, nor with its mark changed") func secret() throws {
    let key = try BackupSecretKey.make()
    do throws(Problem) {
      _ = try BackupPublicKey(reading: key.text)
      Issue.record("it was taken")
    } catch {
      #expect(error.reason == "It is a secret key, and a backup is made with a public one.")
    }
    #expect(throws: Problem.self) {
      try BackupPublicKey(reading: BackupPublicKey.mark + key.text.dropFirst(BackupSecretKey.mark.count))
    }
    #expect(try BackupSecretKey(reading: key.text)?.publicKey == key.publicKey)
  }

  @Test("a key file is its owner's alone, holds both keys and is never written over") func file() throws {
    let place = try Place()
    let path = place.folder + "/key"
    let key = try KeyFile.make(at: path)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try KeyFile.publicKey(path) == key)
    #expect(try KeyFile.secretKey(path).publicKey == key)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    do throws(Problem) {
      _ = try KeyFile.make(at: path)
      Issue.record("it was written over")
    } catch {
      #expect(error.kind == .cannotCreate)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    try Data((key.text + "\n").utf8).write(to: URL(fileURLWithPath: path + ".pub"))
    #expect(try KeyFile.publicKey(path + ".pub") == key)
    #expect(throws: Problem.self) { try KeyFile.secretKey(path + ".pub") }
    #expect(throws: Problem.self) { try KeyFile.publicKey(place.folder + "/nothing") }
  }
}
