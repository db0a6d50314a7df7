import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("The doctor on files", .ofAFile) struct DoctorFileTests {
  private func severities(_ path: String) async -> [String: DoctorFinding.Severity] {
    let findings = await CaseStore.doctor(at: path, now: Place.start).findings
    return Dictionary(findings.map { ($0.check, $0.severity) }) { first, _ in first }
  }

  /// A store that nobody has open.
  private func closed() async throws -> Place {
    let place = try Place()
    await (try place.make()).close()
    return place
  }

  private func bytes(_ place: Place) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: place.path)) }

  @Test("promise 9: a page of noise anywhere is found, every check is in the answer, and the bytes stay") func noise()
    async throws
  {
    let place = try Place()
    try Creating.make(at: place.path, Place.setup())
    let good = try bytes(place)
    for page in stride(from: 0, to: good.count / 4096, by: 7) {
      var bytes = good
      bytes.replaceSubrange(page * 4096..<page * 4096 + 4096, with: (0..<4096).map { UInt8(($0 * 31 + page) & 255) })
      let path = place.folder + "/noise\(page)"
      try bytes.write(to: URL(fileURLWithPath: path))
      chmod(path, 0o600)
      let findings = await CaseStore.doctor(at: path, now: Place.start).findings
      #expect(findings.map(\.check) == Doctor.checks.map(\.name), "page \(page)")
      #expect(findings.contains { $0.severity == .fault }, "page \(page)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: place.folder).filter { $0.hasPrefix("noise\(page)") } == [
          "noise\(page)"
        ])
    }
  }

  @Test(
    "a sound store: every check is made but those of a server and those that the schema has no tables for, and nothing is written"
  )
  func sound() async throws {
    let place = try await closed()
    let before = try bytes(place)
    let report = await CaseStore.doctor(at: place.path, now: Place.start)
    #expect(report.findings.wrong == [])
    #expect(
      report.findings.filter { $0.severity == .skipped }.map(\.check) == [
        "server.settings", "invariant.6",
      ])
    #expect(report.storeSchema == Migrations.newest)
    #expect(try bytes(place) == before)
    #expect(Set(report.findings.map(\.check)).count == report.findings.count)
    for finding in report.findings { #expect(finding.problem == nil || finding.problem?.reason.hasSuffix(".") == true) }
  }

  @Test("looking leaves no file behind, not even a lock") func nothingLeft() async throws {
    let place = try await closed()
    for suffix in [".lock", "-wal", "-shm"] {
      if FileManager.default.fileExists(atPath: place.path + suffix) {
        try FileManager.default.removeItem(atPath: place.path + suffix)
      }
    }
    #expect(await severities(place.path)["file.lock"] == .note)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["mdt.store"])
  }

  @Test("a missing store, and a folder that is not there, are findings") func missing() async throws {
    let place = try Place()
    #expect(await severities(place.path)["file.kind"] == .fault)
    #expect(await severities(place.path)["audit.chain"] == .skipped)
    #expect(await severities(place.folder + "/no/such/store")["file.kind"] == .fault)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).isEmpty)
  }

  @Test("an emptied, cut, overwritten, foreign or newer file is told apart", arguments: 0..<5)
  func spoiled(_ how: Int) async throws {
    let place = try await closed()
    var bytes = try bytes(place)
    let reason: String
    switch how {
    case 0: (bytes, reason) = (Data(), "emptied")
    case 1: (bytes, reason) = (bytes.prefix(8192), "its end is missing")
    case 2:
      bytes.replaceSubrange(0..<16, with: Data(repeating: 7, count: 16))
      reason = "beginning is damaged"
    case 3:
      bytes.replaceSubrange(68..<72, with: Data([0, 0, 0, 1]))
      reason = "another program"
    default:
      bytes.replaceSubrange(60..<64, with: Data([0, 0, 0, 99]))
      reason = "a newer mdt (schema 99"
    }
    try bytes.write(to: URL(fileURLWithPath: place.path))
    chmod(place.path, 0o600)
    let findings = await CaseStore.doctor(at: place.path, now: Place.start).findings
    #expect(findings["file.header"]?.problem?.reason.contains(reason) == true)
    #expect(findings["store.opens"]?.severity == .skipped)
    #expect(findings["file.mode"]?.severity == .inOrder)
    #expect(try self.bytes(place) == bytes)
  }

  @Test("a store of an older mdt is whole: it has to be brought up to date") func older() async throws {
    let place = try await closed()
    var bytes = try bytes(place)
    bytes.replaceSubrange(60..<64, with: Data([0, 0, 0, 0]))
    try bytes.write(to: URL(fileURLWithPath: place.path))
    chmod(place.path, 0o600)
    let report = await CaseStore.doctor(at: place.path, now: Place.start)
    #expect(report.findings["store.opens"]?.severity == .warning)
    #expect(report.worst == .warning)
    #expect(try self.bytes(place) == bytes)
  }

  @Test("a link and a second name are faults, and the store is not opened") func links() async throws {
    let place = try await closed()
    try FileManager.default.createSymbolicLink(
      atPath: place.folder + "/link", withDestinationPath: place.path)
    #expect(await severities(place.folder + "/link")["file.kind"] == .fault)
    try FileManager.default.linkItem(atPath: place.path, toPath: place.folder + "/second")
    let found = await severities(place.path)
    #expect(found["file.links"] == .fault)
    #expect(found["audit.chain"] == .skipped)
  }

  @Test("a lock that is a folder or a link is a fault, and the rest is looked at", arguments: [true, false])
  func lock(_ isLink: Bool) async throws {
    let place = try await closed()
    let lock = place.path + ".lock"
    try FileManager.default.removeItem(atPath: lock)
    if isLink {
      try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: "/etc/passwd")
    } else {
      try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
    }
    let found = await severities(place.path)
    #expect(found["file.lock"] == .fault)
    #expect(found["audit.chain"] == .inOrder)
  }

  @Test("rights of others to the file, the log, the lock, the drafts and the folder are found")
  func modes() async throws {
    let scene = try await PlanTests.Scene()
    try await scene.store.keepDraft(scene.draft, of: scene.by.actor.id)
    let path = scene.place.path
    let drafts = path + ".drafts"
    let draft = try #require(try FileManager.default.contentsOfDirectory(atPath: drafts).first)
    #expect(await severities(path)["file.mode"] == .inOrder)
    for name in [path, path + "-wal", path + "-shm", path + ".lock", drafts + "/" + draft] {
      #expect(chmod(name, 0o644) == 0)
      #expect(await severities(path)["file.mode"] == .warning, "\(name)")
      #expect(chmod(name, 0o600) == 0)
    }
    #expect(chmod(drafts, 0o755) == 0)
    #expect(await severities(path)["file.mode"] == .warning)
    #expect(chmod(drafts, 0o700) == 0)
    #expect(chmod(scene.place.folder, 0o777) == 0)
    #expect(await severities(path)["file.folder"] == .warning)
    #expect(chmod(scene.place.folder, 0o700) == 0)
    #expect(await severities(path)["file.folder"] == .inOrder)
  }

  @Test("a file of another account is found") func owner() async throws {
    let place = try await closed()
    #expect(await severities(place.path)["file.owner"] == .inOrder)
    // Only whoever looks after the machine can give files away; there it is told as worth knowing.
    guard geteuid() == 0 else { return }
    #expect(chown(place.path, 12_345, 12_345) == 0)
    #expect(await severities(place.path)["file.owner"] == .note)
  }

  @Test("what was left beside the store is named") func leftovers() async throws {
    let place = try await closed()
    #expect(await severities(place.path)["file.leftovers"] == .inOrder)
    for suffix in [".making", ".part", ".replaced-2016-01-05"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: place.path + suffix))
      #expect(await severities(place.path)["file.leftovers"] == .note, "\(suffix)")
      try FileManager.default.removeItem(atPath: place.path + suffix)
    }
    let copying = place.path + ".copying-0123456789abcdef"
    try Data(repeating: 0, count: 8192).write(to: URL(fileURLWithPath: copying))
    #expect(await severities(place.path)["file.leftovers"] == .warning)
    try FileManager.default.removeItem(atPath: copying)
    try Data().write(to: URL(fileURLWithPath: place.path + "-journal"))
    #expect(await severities(place.path)["file.leftovers"] == .warning)
  }

  @Test("a log that is cut, noise, or of another page size is found", arguments: [10, 32, 4096])
  func log(_ size: Int) async throws {
    let place = try await closed()
    var bytes = [UInt8](repeating: 9, count: size)
    if size == 4096 { bytes.replaceSubrange(0..<12, with: [0x37, 0x7f, 0x06, 0x82, 0, 0, 0, 0, 0, 0, 2, 0]) }
    try Data(bytes).write(to: URL(fileURLWithPath: place.path + "-wal"))
    #expect(await severities(place.path)["file.log"] == .fault)
  }

  @Test("a store whose newest log is lost is found, and looked at all the same") func lost() async throws {
    let place = try Place()
    let store = try place.make()
    try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: try await store.writing())
    let path = place.folder + "/killed"
    for suffix in ["", ".lock"] {
      try FileManager.default.copyItem(atPath: place.path + suffix, toPath: path + suffix)
    }
    let found = await severities(path)
    #expect(found["database.loss"] == .fault)
    #expect(found["audit.chain"] == .inOrder)
    #expect(await severities(place.path)["database.loss"] == .inOrder)
  }

  @Test("the SQLite library: 3.7.0 to 3.51.2 but for two corrected ones is worth knowing") func library() {
    for version in [[3, 7, 0], [3, 40, 1], [3, 44, 5], [3, 50, 6], [3, 51, 2], [3, 45, 9]] {
      #expect(DiskChecks.library(version).map(\.severity) == [.note], "\(version)")
    }
    for version in [[3, 6, 23], [3, 44, 6], [3, 44, 7], [3, 50, 7], [3, 51, 3], [3, 52, 0], [4, 0, 0]] {
      #expect(DiskChecks.library(version).isEmpty, "\(version)")
    }
    #expect(SQLiteLibrary.version.count == 3)
  }

  @Test("the kind of disk: a network's is refused, memory is lost, a container's goes with it") func filesystems() {
    #expect(DiskChecks.filesystem("nfs4", isPractice: true).map(\.severity) == [.fault])
    #expect(DiskChecks.filesystem("fuse.sshfs", isPractice: nil).map(\.severity) == [.fault])
    #expect(DiskChecks.filesystem("tmpfs", isPractice: false).map(\.severity) == [.warning])
    #expect(DiskChecks.filesystem("tmpfs", isPractice: nil).map(\.severity) == [.warning])
    #expect(DiskChecks.filesystem("tmpfs", isPractice: true).map(\.severity) == [.note])
    #expect(DiskChecks.filesystem("overlay", isPractice: false).map(\.severity) == [.note])
    #expect(DiskChecks.filesystem("ext4", isPractice: false).isEmpty)
    #expect(DiskChecks.filesystem(nil, isPractice: false).isEmpty)
  }

  @Test("room on the disk: less than 200 MiB, or than twice the store, is little") func space() {
    #expect(DiskChecks.space(free: 199 << 20, size: 1).map(\.severity) == [.warning])
    #expect(DiskChecks.space(free: 201 << 20, size: 1).isEmpty)
    #expect(DiskChecks.space(free: 599 << 20, size: 300 << 20).map(\.severity) == [.warning])
    #expect(DiskChecks.space(free: nil, size: 1).isEmpty)
  }

  @Test("store.md 1.2: a setting that the database did not keep is a fault") func settings() {
    var found = Dictionary(uniqueKeysWithValues: SQLiteFile.settings.map { ($0.name, Int($0.value)) })
    #expect(DatabaseChecks.symptoms(about: found).isEmpty)
    found["synchronous"] = 1
    #expect(DatabaseChecks.symptoms(about: found).map(\.severity) == [.fault])
  }
}
