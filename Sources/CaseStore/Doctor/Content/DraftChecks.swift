import CaseModel

/// Drafts beside the store: texts that somebody has typed and not published.
enum DraftChecks {
  static let all = [
    DoctorCheck("drafts.readable", "drafts", look: .drafts { unreadable($0) }),
    DoctorCheck("drafts.owners", "whose drafts there are", content: owners),
    DoctorCheck("drafts.destroyed", "drafts about records that were destroyed", content: destroyed),
    DoctorCheck("drafts.origin", "what drafts started from", content: origins),
  ]

  private static func unreadable(_ files: Drafts) -> [Symptom] {
    let advice = "Keep the file: what was typed may still be read in it with a text editor."
    guard let folder = PlaceFacts.file(files.folder) else { return [] }
    guard folder.kind == PlaceFacts.folderKind else {
      return [
        .warning("\(folder.name) is \(folder.kindInWords), and drafts are kept in a folder", try: "Move it away.")
      ]
    }
    let links = PlaceFacts.files(in: folder).filter { !$0.isPlain }.map {
      Symptom.warning("the draft file \($0.name) is \($0.kindInWords)", try: "Move it away.")
    }
    do throws(Problem) {
      let names = try files.everything().unreadable
      return links + names.map { .warning("the draft file \($0) cannot be read", try: advice) }
    } catch {
      return [.warning("the folder of drafts cannot be read", try: error.advice)]
    }
  }

  private static func owners(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let kept = try content.store.draftFiles.everything().drafts
    let staff = try await content.store.staff()
    let here = Set(staff.filter { $0.isActive(on: content.now.day) }.map(\.id.text))
    return Set(kept.map(\.staff)).subtracting(here).sorted().map { owner in
      .note(
        "somebody who does not work here any more has drafts (member of staff \(owner))",
        try: "Ask the coordinator whether they are still wanted, and remove the files that begin so if not.")
    }
  }

  /// Where drafts are in folders of their accounts, whoever destroyed a record could not reach them (decision 25).
  private static func destroyed(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let people = Set(try content.store.draftFiles.everything().drafts.map(\.patient))
    let gone = try await content.store.reading("The drafts were not compared.", .doctor) { connection in
      try people.filter {
        try connection.count("SELECT count(*) FROM disposal_certificate WHERE patient_id = $1", [.of($0)]) > 0
      }
    }
    return gone.map(\.text).sorted().map {
      .warning("a draft is about somebody whose record was destroyed (patient \($0))", try: "Remove the file.")
    }
  }

  /// A draft keeps the number of the version that it started from; without that version nobody can be shown what was.
  private static func origins(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let kept = try content.store.draftFiles.everything().drafts
    let lost = try await content.store.reading("The drafts were not compared.", .doctor) { connection in
      try Set(kept).filter { draft in
        // That one is said of its own.
        let certified = "SELECT count(*) FROM disposal_certificate WHERE patient_id = $1"
        if try connection.count(certified, [.of(draft.patient)]) > 0 { return false }
        if draft.version == 0 {
          return try connection.count("SELECT count(*) FROM patient WHERE id = $1", [.of(draft.patient)]) == 0
        }
        let versions = draft.isCrisis ? "crisis_plan_version" : "care_plan_version"
        return try connection.count(
          "SELECT count(*) FROM \(versions) WHERE patient_id = $1 AND number = $2",
          [.of(draft.patient), .of(draft.version)]) == 0
      }
    }
    return lost.map { "patient \($0.patient), version \($0.version)" }.sorted().map {
      .warning(
        "a draft started from what is not in this store (\($0))",
        try: "Look whether an older copy stands in the store's place, and keep the draft until that is known.")
    }
  }
}
