import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("The doctor") struct DoctorTests {
  @Test("a page of noise anywhere: the store is refused, or every check is made and one of them finds it", .ofAFile)
  func noise()
    async throws
  {
    let place = try Place()
    try Creating.make(at: place.path, Place.setup())
    let good = try Data(contentsOf: URL(fileURLWithPath: place.path))
    let checks = try await CaseStore.open(at: place.path).doctor().map(\.check)
    for page in stride(from: 0, to: good.count / 4096, by: 7) {
      var bytes = good
      bytes.replaceSubrange(page * 4096..<page * 4096 + 4096, with: (0..<4096).map { UInt8(($0 * 31 + page) & 255) })
      let path = place.folder + "/noise\(page)"
      try bytes.write(to: URL(fileURLWithPath: path))
      do throws(Problem) {
        let findings = try await CaseStore.open(at: path).doctor()
        #expect(findings.map(\.check) == checks, "page \(page)")
        let found = findings.compactMap(\.problem).filter { $0.kind == .damaged }
        #expect(!found.isEmpty, "page \(page)")
        #expect(found.allSatisfy { $0.advice == DoctorFinding.advice })
      } catch {
        #expect(error.kind == .damaged, "page \(page): \(error)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }
}
