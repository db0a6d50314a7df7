public import CaseModel

extension CaseStore {
  /// Who has looked at somebody's record, for that person (handbook 8.4). That it was made is in the audit: as printed, or
  /// as exported where it goes into a file.
  ///
  /// - Throws: `notFound`.
  public func accessReport(_ id: ID<Patient>, isFile: Bool, by: Writing) async throws(Problem) -> AccessReport {
    let what = "No report was made."
    // Before anything is read: what cannot be recorded is not shown. It is of what was there before it.
    let end = try await writing(what, .action(.accessReport), by) { change in
      guard try AuditReading.people([id], change.connection)[id] != nil else {
        throw Problem(
          what, because: "There is no such person in this store.", try: "Find the person by name or NHS number.",
          kind: .notFound)
      }
      let end = try AuditReading.head(change.connection)?.sequence ?? 0
      try change.audit(
        isFile ? .export : .print, "access_report \(id)", patient: id, purpose: "access report, rows to \(end)")
      return end
    }
    let made = try await counting(what, .action(.accessReport)) { connection, _ in
      guard let person = try AuditReading.people([id], connection)[id] else {
        throw StoreFault(.damaged, "the person is not there any more")
      }
      let staff = by.actor.staff
      let post = "\(staff.role.words.lowercasedFirst) at \(staff.organisationName)"
      var report = AccessReport(person: person, madeAt: by.at, madeBy: "\(staff.name), \(post)")
      let names = try AuditReading.names(of: [], connection)
      try connection.forEach(
        """
        SELECT \(AuditChain.columns) FROM audit_event WHERE patient_id = $1 AND seq <= $2 ORDER BY seq
        """, [.of(id), .of(end)]
      ) { row in
        report.add(try AuditChain.read(&row), names)
        return true
      }
      return report
    }
    return made
  }
}
