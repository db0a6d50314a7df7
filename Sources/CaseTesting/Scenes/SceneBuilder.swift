import CaseExchange
import CaseModel
import CaseStore

/// Fills a scene's store through the same doors as everybody else: imports, plans, assignments.
struct SceneBuilder {
  let store: CaseStore
  let actor: Actor
  let ids: CountedIDs

  init(store: CaseStore, account: String, ids: CountedIDs) async throws {
    self.ids = ids
    let actor = try await store.actor(account: account, workstation: "scene")
    self.actor = actor
    self.store = store.signedIn { Writing(actor: actor, at: sceneTime, newID: { ids.next() }) }
  }

  /// The four partners and their practices have signed.
  private func signAgreement(by: Writing) async throws {
    let day = by.at.day
    let codes = try await store.organisations().map(\.code).filter { $0 != actor.staff.organisationCode }
    for agreement in try await store.agreements() { try await store.sign(agreement.id, codes, on: day, by: by) }
  }

  func writing(at moment: Moment) -> Writing { Writing(actor: actor, at: moment, newID: { [ids] in ids.next() }) }

  private var today: Day { sceneTime.day }

  /// The sample files of the borough, as committed under `sample-data`.
  private func file(_ name: String) -> String {
    let files = sampleFiles(people: 8812, seed: 2016, asOf: today)
    return files.filter { $0.name == name }.map { $0.pieces().joined() }.joined()
  }

  func importBorough() async throws {
    let by = writing(at: sceneTime + -50 * 86_400)
    _ = try await store.importOrganisations(
      source(file("organisations.csv"), Organisations()), mode: .allOrNothing, by: by)
    _ = try await store.importPractices(source(file("practices.csv"), Practices()), mode: .allOrNothing, by: by)
    let own = "Jo Francis,care_navigator,R9904,Care navigation,South West,,,,,,,,,\(actor.staff.account ?? "")\r\n"
    _ = try await store.importStaff(source(file("staff.csv") + own, StaffMembers()), mode: .allOrNothing, by: by)
    try await signAgreement(by: by)
  }

  func importPeople(_ text: String) async throws {
    let by = writing(at: sceneTime + -20 * 86_400)
    let report = try await store.importCaseload(
      source(text, Caseload(today: today, isPractice: true)), mode: .allOrNothing, by: by)
    guard report.isImported else { throw SceneFault(rejections: report.rejections) }
  }

  /// The sample caseload of the South West.
  func importSouthWest() async throws { try await importPeople(file("caseload-south-west.csv")) }

  private func source<Kind: ImportKind>(_ text: String, _ kind: Kind) -> ImportSource<Kind.Content> {
    let bytes = Array(text.utf8)
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    let reading = ImportReading(FileBytes(bytes), kind)
    let rows =
      reading.lines.map { line in
        ImportRow.good(
          ImportedLine(
            line: line.line, content: line.content,
            unknown: line.unknown.map { ImportedCell(name: $0.name, value: $0.value) }, raw: line.raw))
      }
      + reading.rejections.map { rejection in
        let complaints = rejection.complaints.map {
          ImportComplaint(line: $0.line, column: $0.column, value: $0.value, rule: $0.rule, message: $0.message)
        }
        return ImportRow.rejected(ImportRejection(line: rejection.line, complaints: complaints, raw: rejection.raw))
      }
    return ImportSource(
      fileName: "scene.csv", fingerprint: fingerprint.hexadecimal, expectedRows: rows.count,
      open: {
        var rest = rows.makeIterator()
        return { rest.next() }
      })
  }

  /// A scene whose own data is not good is a mistake of ours.
  struct SceneFault: Error {
    let rejections: [ImportRejection]
  }
}
