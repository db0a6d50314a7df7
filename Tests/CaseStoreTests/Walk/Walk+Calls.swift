import CaseModel
import CaseStore
import Testing

/// Every public call of the store. A new one stands here or `WalkTests` fails; what it owes the audit is decided when it
/// is added. (More lines because it is one table, a call each.)
extension Walk {
  static let calls =
    people + careTeams + plans + crisis + own + consent + consentWork + privacy + governance + audit + keeping
    + retention + directory + staffList + places + signingIn + worklists + referrals + visits + socialCare + enrolment
    + engine

  // MARK: People

  private static let list = "a list is no opening of a record; it shows whom the reader's post or work reaches"

  static let people: [Walk] = [
    Walk(call: "caseload(_:page:limit:)", silence: list) {
      _ = try await $0.store.caseload($0.query, page: .first, limit: 5)
    },
    Walk(call: "caseloadCount(_:)", silence: "a number about people whom the reader may list") {
      _ = try await $0.store.caseloadCount($0.query)
    },
    Walk(call: "caseloadStates(_:)", silence: "numbers about people whom the reader may list") {
      _ = try await $0.store.caseloadStates($0.query)
    },
    Walk(call: "rank(of:in:)", silence: "a number about people whom the reader may list") {
      let row = try await $0.row($0.base.store)
      _ = try await $0.store.rank(of: row.position, in: $0.query)
    },
    Walk(call: "orderKeys(of:by:)", silence: "asked about rows that a list has given") {
      let row = try await $0.row($0.base.store)
      _ = try await $0.store.orderKeys(of: [row], by: [.born])
    },
    Walk(call: "find(_:limit:by:audited:)", rows: [.search]) {
      _ = try await $0.store.find("choudry", limit: 5, by: $0.by, audited: true)
    },
    Walk(call: "patient(nhs:for:)", rows: [.search]) {
      _ = try await $0.store.patient(nhs: try #require(NHSNumber(stored: "9990000018")))
    },
    Walk(call: "person(_:by:purpose:tellingNotes:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.person($0.amina, by: $0.by, purpose: "record", tellingNotes: true)
    },
    Walk(
      call: "peek(_:)",
      silence: "the pane beside a list, which is no opening, and the record that is open, which has its row"
    ) { _ = try await $0.store.peek($0.amina) },
    Walk(
      call: "closedRecord(_:)", who: .gp,
      silence: "who somebody is, as a search shows them; that the record was refused has its row"
    ) { _ = try await $0.store.closedRecord($0.amina) },
    Walk(
      call: "assign(role:staff:to:by:)", who: .mdtCoordinator, rows: [.assignment], isAboutSomebody: true,
      stranger: .role(.careNavigator)
    ) {
      try await $0.store.assign(role: "key_worker", staff: $0.jo.actor.id, to: $0.amina, by: $0.by)
    },
  ]

  // MARK: Plans

  static let plans: [Walk] = [
    // Whoever has opened the record has their row already: see `WalkTests`.
    Walk(call: "carePlan(of:)", rows: [.view], isAboutSomebody: true) { _ = try await $0.store.carePlan(of: $0.amina) },
    Walk(call: "planVersions(of:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.planVersions(of: $0.amina)
    },
    Walk(call: "planVersion(of:number:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.planVersion(of: $0.amina, number: 1)
    },
    Walk(call: "reviews(of:)", rows: [.view], isAboutSomebody: true) { _ = try await $0.store.reviews(of: $0.amina) },
    Walk(call: "saveDraftPlan(_:of:basedOn:joins:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.saveDraftPlan($0.plan, of: $0.amina, basedOn: nil, by: $0.by)
    },
    Walk(call: "publish(_:of:basedOn:reason:joins:by:)", rows: [.sign], isAboutSomebody: true) {
      _ = try await $0.store.publish($0.plan, of: $0.amina, basedOn: nil, reason: "activated", by: $0.by)
    },
    Walk(
      call: "record(_:of:by:)", rows: [.create], isAboutSomebody: true, before: { try await $0.publish() },
      make: {
        let review = PlanReview(id: ID($0.by.newID()), planVersion: 1, dueOn: nil, doneOn: $0.by.at.day)
        try await $0.store.record(review, of: $0.amina, by: $0.by)
      }),
  ]

  // MARK: One's own

  private static let file = "one's own text in one's own file: it is recorded when it becomes the record's"

  static let own: [Walk] = [
    Walk(call: "views()", silence: "one's own filters, without anybody in them", stranger: .left) {
      _ = try await $0.store.views()
    },
    Walk(call: "saveView(_:by:)", rows: [.create], stranger: .left) { try await $0.store.saveView($0.view, by: $0.by) },
    Walk(
      call: "removeView(_:by:)", rows: [.void], stranger: .left,
      before: { try await $0.base.store.saveView($0.view, by: $0.jo) },
      make: { try await $0.store.removeView("mine", by: $0.by) }),
    Walk(call: "undoable()", silence: "a line about what one did oneself", stranger: .left) {
      _ = try await $0.store.undoable()
    },
    Walk(
      call: "undo(by:)", rows: [.undo], stranger: .left,
      before: { try await $0.base.store.saveView($0.view, by: $0.jo) }, make: { _ = try await $0.store.undo(by: $0.by) }
    ),
    Walk(
      call: "redo(by:)", rows: [.redo], stranger: .left,
      before: {
        try await $0.base.store.saveView($0.view, by: $0.jo)
        _ = try await $0.base.store.undo(by: $0.jo)
      }, make: { _ = try await $0.store.redo(by: $0.by) }),
    Walk(
      call: "notes()", silence: "that plans one wrote were changed; opening the person is what is recorded",
      stranger: .left
    ) { _ = try await $0.store.notes() },
    Walk(call: "keepDraft(_:of:)", silence: file, stranger: .colleague) {
      try await $0.store.keepDraft($0.draft, of: $0.jo.actor.id)
    },
    Walk(call: "holdDraft(_:for:of:)", silence: file, stranger: .colleague) {
      _ = try await $0.store.holdDraft(.newest, for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "draft(for:of:number:)", silence: file, stranger: .colleague) {
      _ = try await $0.store.draft(for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "drafts(of:)", silence: file, stranger: .colleague) {
      _ = try await $0.store.drafts(of: $0.jo.actor.id)
    },
    Walk(call: "isBeingWritten(_:by:)", silence: file, stranger: .nobody("to a colleague it says no")) {
      #expect(!$0.store.isBeingWritten($0.draft, by: $0.jo.actor.id))
    },
    Walk(call: "discardDraft(for:of:number:)", silence: file, stranger: .colleague) {
      try await $0.store.discardDraft(for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "keepReviewDraft(_:of:)", silence: file, stranger: .colleague) {
      try await $0.store.keepReviewDraft($0.reviewDraft, of: $0.jo.actor.id)
    },
    Walk(call: "holdReviewDraft(_:for:of:)", silence: file, stranger: .colleague) {
      _ = try await $0.store.holdReviewDraft(.newest, for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "reviewDraft(for:of:number:)", silence: file, stranger: .colleague) {
      _ = try await $0.store.reviewDraft(for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "reviewDrafts(of:)", silence: file, stranger: .colleague) {
      _ = try await $0.store.reviewDrafts(of: $0.jo.actor.id)
    },
    Walk(call: "isBeingWritten(_:by:)", silence: file, stranger: .nobody("to a colleague it says no")) {
      #expect(!$0.store.isBeingWritten($0.reviewDraft, by: $0.jo.actor.id))
    },
    Walk(call: "discardReviewDraft(for:of:number:)", silence: file, stranger: .colleague) {
      try await $0.store.discardReviewDraft(for: $0.amina, of: $0.jo.actor.id)
    },
  ]

  // MARK: Consent, and records that are closed

  private static let reason = "Found on the floor, ambulance called"

  static let consent: [Walk] = [
    Walk(call: "record(_:of:by:)", rows: [.consentChange], isAboutSomebody: true) {
      let statement = ConsentStatement(
        subject: .contactCarer, decision: .given, basis: .explicitVerbal, at: $0.by.at.day)
      try await $0.store.record(statement, of: $0.amina, by: $0.by)
    },
    Walk(call: "object(_:to:from:until:reason:by:)", rows: [.consentChange], isAboutSomebody: true) {
      try await $0.store.object($0.amina, to: .organisation("R9901"), reason: "A cousin works there", by: $0.by)
    },
    Walk(call: "breakGlass(_:_:reason:by:)", who: .gp, rows: [.breakGlass]) {
      _ = try await $0.store.breakGlass($0.amina, .vitalInterest, reason: reason, by: $0.by)
    },
    Walk(
      call: "endBreakGlass(_:by:)", rows: [.breakGlass], stranger: .left,
      before: {
        try await $0.base.store.object($0.amina, to: .organisation("LBTH"), reason: "A cousin works there", by: $0.jo)
        _ = try await $0.base.store.breakGlass($0.amina, .vitalInterest, reason: reason, by: $0.jo)
      }, make: { try await $0.store.endBreakGlass($0.amina, by: $0.by) }),
    Walk(
      call: "glassIsBroken(for:)", silence: "until when the reader's own opening lasts, which has its row",
      stranger: .left
    ) { _ = try await $0.store.glassIsBroken(for: $0.amina) },
    Walk(call: "claim(_:reason:by:)", who: .gp, rows: [.assignment]) {
      try await $0.store.claim($0.amina, reason: "Covers for her doctor this week", by: $0.by)
    },
  ]

  static let privacy: [Walk] = [
    Walk(
      call: "privacyAlerts(closed:limit:)", silence: "the worklist of whoever looks after privacy, who looks after it",
      stranger: .role(.careNavigator)
    ) { _ = try await $0.store.privacyAlerts() },
    Walk(
      call: "closeAlert(_:_:followUp:by:)", rows: [.update], stranger: .role(.careNavigator),
      before: {
        let (store, by) = try await $0.base.person("Gwen", .gp)
        _ = try await store.breakGlass($0.amina, .vitalInterest, reason: reason, by: by)
      },
      make: {
        let alert = try #require(try await $0.base.store.privacyAlerts().first)
        try await $0.store.closeAlert(alert.id, .justified, followUp: "", by: $0.by)
      }),
  ]

  // MARK: Agreements, privileges, settings

  static let governance: [Walk] = [
    Walk(call: "record(_:by:)", rows: [.create], stranger: .role(.careNavigator)) {
      let agreement = SharingAgreement(
        id: ID($0.by.newID()), name: "WEL", purpose: "Integrated care", version: "1", categories: [.identity],
        startsOn: $0.by.at.day, endsOn: $0.by.at.day + 90,
        parties: [.init(organisationCode: "R9901", signedOn: $0.by.at.day)])
      try await $0.store.record(agreement, by: $0.by)
    },
    Walk(call: "sign(_:_:on:by:)", rows: [.update], stranger: .role(.careNavigator)) {
      try await $0.store.sign($0.base.agreement, ["R9901"], on: $0.by.at.day, by: $0.by)
    },
    Walk(call: "leave(_:_:after:reason:by:)", rows: [.update], stranger: .role(.careNavigator)) {
      try await $0.store.leave($0.base.agreement, "R9901", after: $0.by.at.day, reason: "Left", by: $0.by)
    },
    Walk(
      call: "propose(_:for:reason:by:)", rows: [.assignment], stranger: .role(.careNavigator),
      before: { _ = try await $0.base.person("Zoe", .gp) }, make: { try await $0.propose(with: $0.store, by: $0.by) }),
    Walk(
      call: "confirmPrivilege(_:by:)", who: .gp, rows: [.assignment], stranger: .left,
      before: {
        _ = try await $0.base.person("Zoe", .gp)
        try await $0.propose(with: $0.base.store, by: $0.jo)
      }, make: { try await $0.store.confirmPrivilege(try await $0.proposed(), by: $0.by) }),
    Walk(
      call: "endPrivilege(_:reason:by:)", rows: [.assignment], stranger: .role(.careNavigator),
      before: {
        _ = try await $0.base.person("Zoe", .gp)
        try await $0.propose(with: $0.base.store, by: $0.jo)
      }, make: { try await $0.store.endPrivilege(try await $0.proposed(), reason: "No longer", by: $0.by) }),
    Walk(call: "setSetting(_:to:reason:by:)", rows: [.settingChange], stranger: .role(.careNavigator)) {
      try await $0.store.setSetting("mdt.max_cases", to: "9", reason: "Shorter meetings", by: $0.by)
    },
    Walk(call: "setPracticeClock(offset:by:)", rows: [.settingChange], stranger: .role(.careNavigator)) {
      try await $0.store.setPracticeClock(offset: 60, by: $0.by)
    },
  ]

  // MARK: The audit

  private static let officer = "reading the audit is the privacy officer's work; taking rows of it away has its row"
  private static let hashes = Stranger.nobody("hashes and numbers say nothing about anybody")

  static let audit: [Walk] = [
    Walk(call: "auditEvents(patient:limit:before:)", silence: officer, stranger: .role(.careNavigator)) {
      _ = try await $0.store.auditEvents(limit: 5)
    },
    Walk(call: "auditEvents(_:page:limit:)", silence: officer, stranger: .role(.careNavigator)) {
      _ = try await $0.store.auditEvents(.everything, page: .first, limit: 5)
    },
    Walk(call: "auditQuery(_:about:)", silence: officer, stranger: .role(.careNavigator)) {
      _ = try await $0.store.auditQuery(AuditFilter(staff: "jfrancis"))
    },
    Walk(call: "auditNames(of:)", silence: officer, stranger: .role(.careNavigator)) {
      let events = try await $0.base.store.auditEvents(limit: 5)
      _ = try await $0.store.auditNames(of: events)
    },
    Walk(call: "accessReport(_:isFile:by:)", rows: [.print], stranger: .role(.careNavigator)) {
      _ = try await $0.store.accessReport($0.amina, isFile: false, by: $0.by)
    },
    Walk(call: "recordAuditExport(_:to:by:)", rows: [.export], stranger: .role(.careNavigator)) {
      _ = try await $0.store.recordAuditExport(.everything, to: "audit.csv", by: $0.by)
    },
    Walk(call: "publishAuditHead(_:isFile:by:)", rows: [.print], stranger: .left) {
      _ = try await $0.store.publishAuditHead(.onDemand, isFile: false, by: $0.by)
    },
    Walk(call: "auditHead()", silence: "a hash", stranger: hashes) { _ = try await $0.store.auditHead() },
    Walk(call: "verifyAudit(against:progress:)", silence: "a verdict on hashes", stranger: hashes) {
      _ = try await $0.store.verifyAudit()
    },
    Walk(call: "publishedHeads(limit:)", silence: "hashes", stranger: hashes) {
      _ = try await $0.store.publishedHeads(limit: 5)
    },
    Walk(
      call: "publishedHead(ofRow:)", silence: "a hash", stranger: hashes,
      before: { _ = try await $0.base.store.publishAuditHead(.onDemand, isFile: false, by: $0.jo) },
      make: {
        let head = try #require(try await $0.base.store.publishedHeads(limit: 1).first)
        _ = try await $0.store.publishedHead(ofRow: head.head.sequence)
      }),
    Walk(
      call: "checkSignature(of:)", silence: "a verdict on a signature", stranger: hashes,
      before: { _ = try await $0.base.store.publishAuditHead(.onDemand, isFile: false, by: $0.jo) },
      make: {
        let head = try #require(try await $0.base.store.publishedHeads(limit: 1).first)
        #expect(try await $0.store.checkSignature(of: head))
      }),
  ]

  // MARK: Keeping the store

  static let keeping: [Walk] = [
    Walk(call: "backUp(to:for:program:by:progress:)", rows: [.export], stranger: .role(.careNavigator)) {
      _ = try await $0.store.backUp(
        to: $0.path("one.mdtbackup"), for: [try BackupSecretKey.make().publicKey], program: "test", by: $0.by)
    },
    Walk(call: "copy(to:by:progress:)", rows: [.export], stranger: .role(.careNavigator)) {
      let place = try Place()
      _ = try await $0.store.copy(to: place.path, by: $0.by)
    },
    Walk(
      call: "importOrganisations(_:mode:by:progress:rejected:)", rows: [.importFile], stranger: .role(.careNavigator)
    ) {
      let line = OrganisationLine(odsCode: "R9902", name: "East London", kind: .acute)
      _ = try await $0.store.importOrganisations(Borough.file([line]), mode: .allOrNothing, by: $0.by)
    },
    Walk(call: "importPractices(_:mode:by:progress:rejected:)", rows: [.importFile], stranger: .role(.careNavigator)) {
      let line = PracticeLine(practiceCode: "F99011", name: "Ropewalk", network: "Network 5", locality: "North East")
      _ = try await $0.store.importPractices(Borough.file([line]), mode: .allOrNothing, by: $0.by)
    },
    Walk(call: "importStaff(_:mode:by:progress:rejected:)", rows: [.importFile], stranger: .role(.careNavigator)) {
      let line = StaffLine(name: "Gwen Hale", role: .gp, organisation: "F99001")
      _ = try await $0.store.importStaff(Borough.file([line]), mode: .allOrNothing, by: $0.by)
    },
    Walk(call: "importCaseload(_:mode:by:progress:rejected:)", rows: [.importFile], stranger: .role(.careNavigator)) {
      let line = try Lines.person("9990000034", "Miah", "Abdul")
      _ = try await $0.store.importCaseload(Borough.file([line]), mode: .allOrNothing, by: $0.by)
    },
    Walk(
      call: "bringListsToDay(by:)", silence: "nothing is due; where something is, it has its row",
      stranger: .nobody("what is derived is derived anew, by whoever comes first")
    ) { try await $0.store.bringListsToDay(by: $0.by) },
    Walk(
      call: "doctor(at:now:progress:)", silence: "it writes nothing and shows no content",
      stranger: .nobody("whoever can read the file")
    ) { _ = await CaseStore.doctor(at: $0.base.place.path, now: $0.by.at) },
    Walk(call: "startRemark(now:)", silence: "the disk, the clock and rights", stranger: hashes) {
      _ = await $0.store.startRemark(now: $0.by.at)
    },
  ]

  // MARK: What is about nobody

  private static let about = "nothing in it is about a person who is cared for"
  private static let everybody = Stranger.nobody(about)

  static let directory: [Walk] = [
    Walk(call: "organisations()", silence: about, stranger: everybody) { _ = try await $0.store.organisations() },
    Walk(call: "practices(on:)", silence: about, stranger: everybody) {
      _ = try await $0.store.practices(on: $0.by.at.day)
    },
    Walk(call: "localities()", silence: about, stranger: everybody) { _ = try await $0.store.localities() },
    Walk(call: "staff(activeOn:)", silence: about, stranger: everybody) { _ = try await $0.store.staff() },
    Walk(call: "settings()", silence: about, stranger: everybody) { _ = try await $0.store.settings() },
    Walk(call: "agreements()", silence: about, stranger: everybody) { _ = try await $0.store.agreements() },
    Walk(call: "privileges()", silence: about, stranger: everybody) { _ = try await $0.store.privileges() },
    Walk(call: "bankHolidays()", silence: about, stranger: everybody) { _ = try await $0.store.bankHolidays() },
    Walk(call: "backupRecipients()", silence: about, stranger: everybody) {
      _ = try await $0.store.backupRecipients()
    },
    Walk(call: "practiceClockOffset()", silence: about, stranger: everybody) {
      _ = try await $0.store.practiceClockOffset()
    },
    Walk(
      call: "actor(account:workstation:)", silence: "who one is oneself; nothing has been shown yet",
      stranger: everybody
    ) { _ = try await $0.store.actor(account: "jfrancis", workstation: "ward-3") },
    Walk(call: "signedIn(_:)", silence: "it only says who asks from here on", stranger: everybody) { scene in
      _ = scene.store.signedIn { scene.by }
    },
  ]

  // MARK: The engine

  private static let opening = "its rows, where it writes any, are those of the store that it makes"

  static let engine: [Walk] = [
    Walk(call: "open(at:readOnly:)", silence: "nothing is shown by opening", stranger: everybody) {
      await (try CaseStore.open(at: $0.base.place.path)).close()
    },
    Walk(call: "create(at:setup:)", silence: opening, stranger: everybody) { _ in
      let place = try Place()
      let made = try CaseStore.create(at: place.path, setup: Place.setup())
      #expect(try await made.auditHead()?.count ?? 0 > 0)
      await made.close()
    },
    Walk(call: "create(at:setup:filledBy:)", silence: opening, stranger: everybody) { _ in
      let place = try Place()
      let made = try await CaseStore.create(at: place.path, setup: Place.setup()) { _ in }
      #expect(try await made.auditHead()?.count ?? 0 > 0)
      await made.close()
    },
    Walk(call: "temporary(setup:)", silence: opening, stranger: everybody) { _ in
      let made = try CaseStore.temporary(setup: Place.setup())
      #expect(try await made.auditHead()?.count ?? 0 > 0)
      await made.close()
      try StoreCalls.remove(folderOf: made.path)
    },
    Walk(call: "migrate(at:)", silence: "tables, and nobody's words", stranger: everybody) {
      _ = try CaseStore.migrate(at: $0.base.place.path)
    },
    Walk(call: "close()", silence: "nothing is shown by closing", stranger: everybody) {
      await (try CaseStore.open(at: $0.base.place.path)).close()
    },
    Walk(call: "changeNumber()", silence: "a number", stranger: everybody) { _ = try await $0.store.changeNumber() },
    // The row is that of the write it waits for.
    Walk(call: "nextWrite()", rows: [.create], stranger: everybody) { scene in
      async let written = scene.store.nextWrite()
      try await scene.store.saveView(scene.view, by: scene.by)
      _ = await written
    },
    Walk(call: "stopWaiting()", silence: "how long the program waits", stranger: everybody) { $0.store.stopWaiting() },
    Walk(call: "betweenWrites(_:)", silence: "when something is done", stranger: everybody) {
      await $0.store.betweenWrites {}
    },
    Walk(call: "schemaSQL()", silence: "tables, and nobody's words", stranger: everybody) {
      _ = try await $0.store.schemaSQL()
    },
  ]
}

extension Walk.Scene {
  func propose(with store: CaseStore, by: Writing) async throws {
    let zoe = try #require(try await base.store.staff().first { $0.name == "Zoe" })
    try await store.propose(.admin, for: zoe.id, reason: "Looks after the host", by: by)
  }

  func proposed() async throws -> String {
    try #require(try await base.store.privileges().first { $0.confirmedBy == nil }).id
  }
}
