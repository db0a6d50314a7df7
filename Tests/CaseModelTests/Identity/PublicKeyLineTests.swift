import Testing

@testable import CaseModel

@Suite("Keys that are tied to a command (store.md 5 A)") struct PublicKeyLineTests {
  private let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"

  @Test("a key is tied to one command with a terminal and nothing else; its comment is not taken over") func tied()
    throws
  {
    let line = try PublicKeyLine(reading: key + " jo\"; rm -rf / @host\n").tied(
      to: "/usr/local/bin/mdt", as: "jfrancis")
    #expect(line == "restrict,pty,command=\"/usr/local/bin/mdt --as jfrancis\" \(key) jfrancis")
    #expect(PublicKeyLine.person(ofTied: line[...]) == "jfrancis")
  }

  @Test("options, a second line and what is no key are refused") func refused() {
    func fault(_ text: String) -> PublicKeyLine.Fault? {
      do throws(PublicKeyLine.Fault) {
        _ = try PublicKeyLine(reading: text)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("command=\"sh\" " + key) == .hasOptions)
    #expect(fault("restrict " + key) == .hasOptions)
    #expect(fault("environment=\"LD_PRELOAD=/tmp/x\" " + key) == .hasOptions)
    #expect(fault("cert-authority " + key) == .hasOptions)
    #expect(fault(key + "\n" + key + "\n") == .notOneLine)
    #expect(fault("# mine\n" + key) == .notOneLine)
    #expect(fault(key + "\r\n") == .notOneLine)
    #expect(fault("") == .notOneLine)
    #expect(fault("ssh-dss AAAAB3NzaC1kc3MAAACBAKs") == .unknownKind)
    #expect(fault("ssh-ed25519-cert-v01@openssh.com AAAA") == .unknownKind)
    #expect(fault("ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAAgQDh1n3kQ5cXw2m0y1lW0u8J") == .notAKey)
    #expect(fault("ssh-ed25519 not!base64") == .notAKey)
    #expect(fault("ssh-ed25519") == .notAKey)
    #expect(fault("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQC7") == .notAKey)
    #expect(fault("-----BEGIN OPENSSH PRIVATE KEY-----") != nil)
  }
}
