import CaseModel
import CaseStore

/// A crisis plan as JSON: fields by their names of the handbook, only those that say something.
extension CrisisPlanRecord {
  func json(of person: Patient, on day: Day) -> JSON {
    .object(
      [
        ("nhs_number", JSON(person.nhsNumber?.digits)), ("id", .text(id.text)),
        ("status", .text(status(on: day).rawValue)), ("grade", .text(grade.rawValue)),
        ("version", .integer(versionNumber)), ("row_version", .integer(rowVersion)),
        ("effective_from", JSON(effectiveFrom?.iso)), ("clock_from", JSON(clock?.startedOn.iso)),
        ("expires_on", JSON(clock?.expiresOn.iso)), ("review_on", JSON(reviewOn?.iso)),
        ("renewals", .integer(renewals)), ("gaps", .list(gaps.map { .text($0.rawValue) })),
        ("drafted_by", .text(draftedBy)), ("last_updated", .text(updatedAt.iso)),
        ("last_updated_by", .text(updatedBy)), ("digest", JSON(digest)),
        ("cpr_shown_as", .text(plan.cpr.acted)),
      ] + [("fields", plan.json)])
  }
}

extension CrisisPlan {
  var json: JSON {
    .object(
      filled.map { field in
        switch field.kind {
        case .list: (field.rawValue, .list(lines(field).map { .text($0) }))
        case .contacts:
          (
            field.rawValue,
            .list(
              lines(field).map { line in
                let contact = CrisisContact(reading: line)
                return .object([
                  ("name", .text(contact.name)), ("role", .text(contact.role)),
                  ("organisation", .text(contact.organisation)), ("phone", .text(contact.phone)),
                  ("hours", .text(contact.hours)),
                ])
              })
          )
        case .yesNo: (field.rawValue, JSON(flag(field)))
        default: (field.rawValue, JSON(self[field]))
        }
      })
  }
}

extension EmergencyView {
  var json: JSON {
    .object([
      ("nhs_number", JSON(patient.nhsNumber?.digits)), ("family_name", .text(patient.name.family)),
      ("given_names", .text(patient.name.given)), ("born", .text(patient.born.iso)),
      ("alerts", .list(alerts.map { .text($0) })), ("revoked_at", JSON(revokedAt?.iso)),
      ("has_key_safe_code", .flag(keySafeSince != nil)),
      ("cpr_shown_as", .text(record?.plan.cpr.acted ?? CPRState.notRecorded.acted)),
      (
        "signed",
        signOff.map {
          .object([
            ("act", .text($0.act.rawValue)), ("by", .text($0.name)), ("role", .text($0.role.rawValue)),
            ("at", .text($0.at.iso)),
          ])
        } ?? .absent
      ), ("plan", record.map { $0.json(of: patient, on: day) } ?? .absent),
    ])
  }
}
