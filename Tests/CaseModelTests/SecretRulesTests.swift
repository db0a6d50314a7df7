import CaseModel
import Testing

@Suite("PINs and passphrases") struct SecretRulesTests {
  @Test(
    "8.1: a PIN has six digits that are no row, a passphrase twelve characters",
    arguments: ["493817", "00010203", "correct horse battery", "ঢাকা থেকে লন্ডন", "aB3$aB3$aB3x"])
  func taken(secret: String) { #expect(SecretRules.objection(to: secret) == nil) }

  @Test(
    "8.1: what anybody would try first is no PIN",
    arguments: ["", "49381", "111111", "123456", "987654321", "short words", "aaaaaaaaaaaaaa", "tab\tin the middle"])
  func refused(secret: String) { #expect(SecretRules.objection(to: secret) != nil) }

  @Test("8.1: nothing longer than 256 bytes is worked on") func long() {
    #expect(SecretRules.objection(to: String(repeating: "abcde", count: 51)) == nil)
    #expect(SecretRules.objection(to: String(repeating: "abcde", count: 52)) != nil)
  }

  @Test("8.1: five tries, then a minute, and twice as long after every five more, at most an hour") func waits() {
    let waits = [4, 5, 6, 10, 15, 20, 25, 30, 35, 40, 5_000].map { SigningIn.wait(afterTries: $0) }
    #expect(waits == [0, 60, 0, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600])
    #expect((0...6).map { SigningIn.left(afterTries: $0) } == [5, 4, 3, 2, 1, 5, 4])
  }
}
