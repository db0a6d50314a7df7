import CaseModel

/// Reading assignments whole (spec 4.2).
enum AssignmentRows {
  static let select = """
    SELECT t.id, t.patient_id, t.role, t.staff_id, s.name, o.name, t.team, s.phone, t.start_at, t.end_at, a.name,
      t.reason, t.reason_text, t.asked_at, t.accepted_at, t.declined_at, t.person_told_on, t.person_told_method,
      t.weight, t.weight_code, t.end_reason, t.end_text, t.row_version, s.active_to
    FROM care_team_member t JOIN staff s ON s.id = t.staff_id JOIN organisation o ON o.ods_code = t.organisation_code
    JOIN staff a ON a.id = t.assigned_by
    """

  static func read(_ row: inout Columns) throws -> CareAssignment {
    CareAssignment(
      id: try row.text(), patient: try row.id(), role: try row.code(), staff: try row.id(), name: try row.text(),
      organisation: try row.text(), team: row.textOrNil(), phone: row.textOrNil(), start: try row.moment(),
      end: try row.momentOrNil(), assignedBy: try row.text(), reason: try row.code(), reasonText: row.textOrNil(),
      askedAt: try row.momentOrNil(), acceptedAt: try row.momentOrNil(), declinedAt: try row.momentOrNil(),
      toldOn: try row.dayOrNil(), toldMethod: row.textOrNil().flatMap { ToldMethod(rawValue: $0) },
      weight: row.intOrNil(), weightParts: row.textOrNil().flatMap { CaseWeight(code: $0) },
      endReason: try row.codeOrNil(), endText: row.textOrNil(), rowVersion: try row.int(),
      lastDay: try row.dayOrNil())
  }

  /// Everybody a person has and had: those now in the order of the roles, then the others, the newest end first.
  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [CareAssignment] {
    try connection.rows(
      "\(select) WHERE t.patient_id = $1 AND t.entered_in_error = 0 ORDER BY t.start_at, t.id", [.of(patient)], read)
  }

  static func one(
    _ id: String, of patient: ID<Patient>, doing what: String, _ connection: any Connection
  ) throws -> CareAssignment {
    let found = try connection.first(
      "\(select) WHERE t.patient_id = $1 AND t.id = $2 AND t.entered_in_error = 0", [.of(patient), .text(id)], read)
    guard let found else {
      throw Problem(
        what, because: "That assignment is not in the person's team any more.", try: "Look at the team again.",
        kind: .conflict)
    }
    return found
  }

  /// Whoever has one of the roles of which there is only one (I-4).
  static func holder(
    of role: CareRole, for patient: ID<Patient>, _ connection: any Connection
  ) throws -> CareAssignment? {
    try connection.first(
      """
      \(select) WHERE t.patient_id = $1 AND t.role = $2 AND t.end_at IS NULL AND t.entered_in_error = 0
      ORDER BY t.start_at, t.id
      """, [.of(patient), .of(role)], read)
  }

  static func requests(of patient: ID<Patient>, _ connection: any Connection) throws -> [AllocationRequest] {
    try connection.rows(
      """
      SELECT id, role, asked_at, source, reason FROM allocation_request
      WHERE patient_id = $1 AND closed_at IS NULL AND entered_in_error = 0 ORDER BY asked_at, id
      """, [.of(patient)]
    ) { row in
      AllocationRequest(
        id: try row.text(), role: try row.code(), since: try row.moment(), source: try row.code(),
        reason: row.textOrNil())
    }
  }

  /// The social worker of the locality of a person's practice, for whoever has no named one (R-SW-06): of several the one
  /// with the earliest post there, so that it is the same one every day.
  static func linkWorker(
    for patient: ID<Patient>, on day: Day, _ connection: any Connection
  ) throws -> LinkWorker? {
    try connection.first(
      """
      SELECT s.id, s.name, s.phone, l.name FROM registered_practice r
      JOIN practice_link k ON k.practice_code = r.practice_code AND k.entered_in_error = 0
        AND COALESCE(k.start_on, '') <= $1 AND COALESCE(k.end_on, '9999-12-31') > $1
      JOIN locality l ON l.id = k.locality_id
      JOIN staff_post q ON q.locality_id = l.id AND q.role = 'social_worker' AND q.entered_in_error = 0
        AND COALESCE(q.start_on, '') <= $1 AND COALESCE(q.end_on, '9999-12-31') > $1
      JOIN staff s ON s.id = q.staff_id AND s.entered_in_error = 0 AND COALESCE(s.active_from, '') <= $1
        AND COALESCE(s.active_to, '9999-12-31') >= $1
      WHERE r.patient_id = $2 AND r.end_on IS NULL AND r.entered_in_error = 0
        AND NOT EXISTS (SELECT 1 FROM care_team_member t WHERE t.patient_id = r.patient_id
          AND t.role = 'named_social_worker' AND t.end_at IS NULL AND t.entered_in_error = 0)
        AND NOT EXISTS (SELECT 1 FROM staff_capacity c WHERE c.staff_id = s.id AND c.absence <> 'none'
          AND c.entered_in_error = 0 AND c.present = 0 AND c.from_on <= $1 AND COALESCE(c.to_on, '9999-12-31') >= $1)
      ORDER BY COALESCE(q.start_on, ''), s.name_key, s.id LIMIT 1
      """, [.of(day), .of(patient)]
    ) { row in
      LinkWorker(staff: try row.id(), name: try row.text(), phone: row.textOrNil(), locality: try row.text())
    }
  }

  static func team(of patient: ID<Patient>, on day: Day, _ connection: any Connection) throws -> CareTeamRecord {
    let all = try all(of: patient, connection)
    let order = CareRole.allCases
    func rank(_ role: CareRole) -> Int { order.firstIndex(of: role) ?? order.count }
    return CareTeamRecord(
      current: all.filter(\.isCurrent).sorted {
        (rank($0.role), $0.start, $0.id) < (rank($1.role), $1.start, $1.id)
      },
      past: all.filter { !$0.isCurrent }.sorted { ($0.end ?? $0.start, $0.id) > ($1.end ?? $1.start, $1.id) },
      linkWorker: try linkWorker(for: patient, on: day, connection),
      notes: try HandoverNotes.all(of: patient, connection), waiting: try requests(of: patient, connection))
  }
}

/// What is said of a person when they are handed over (R-SW-03).
enum HandoverNotes {
  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [HandoverRecord] {
    try connection.rows(
      """
      SELECT h.created_at, f.name, w.name, a.name, h.who_they_are, h.what_is_live, h.what_is_due, h.who_is_cross
      FROM handover_note h JOIN staff f ON f.id = h.from_staff LEFT JOIN staff w ON w.id = h.to_staff
      JOIN staff a ON a.id = h.created_by WHERE h.patient_id = $1 AND h.entered_in_error = 0
      ORDER BY h.created_at DESC, h.id DESC
      """, [.of(patient)]
    ) { row in
      HandoverRecord(
        at: try row.moment(), from: try row.text(), to: row.textOrNil(), author: try row.text(),
        note: HandoverNote(
          whoTheyAre: row.textOrNil() ?? "", whatIsLive: row.textOrNil() ?? "", whatIsDue: row.textOrNil() ?? "",
          whoIsCross: row.textOrNil() ?? ""))
    }
  }
}
