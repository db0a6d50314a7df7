import CaseModel

/// What each social worker carries and can carry on a day (4.5).
enum Capacities {
  static func bands(_ connection: any Connection) throws -> LoadBands {
    func share(_ key: String, or usual: ExactDecimal) throws -> ExactDecimal {
      let text = try connection.first("SELECT value FROM setting WHERE key = $1", [.text(key)]) { try $0.text() }
      return text.flatMap { ExactDecimal($0) } ?? usual
    }
    var bands = LoadBands.usual
    bands.red = try share("caseload.band_red", or: bands.red)
    bands.amber = try share("caseload.band_amber", or: bands.amber)
    return bands
  }

  /// Of everybody who said anything of it: the newest row that counts on the day for how much, and for being away.
  private static let rows = """
    SELECT c.staff_id, c.absence, c.wte, c.points_per_wte, c.max_count, c.present, c.to_on, c.cover_id, v.name
    FROM staff_capacity c LEFT JOIN staff v ON v.id = c.cover_id
    WHERE c.entered_in_error = 0 AND c.from_on <= $1 AND COALESCE(c.to_on, '9999-12-31') >= $1
    ORDER BY c.staff_id, c.from_on, c.id
    """

  /// Whoever holds a post of a social worker on the day, with their load, by name.
  static func workers(on day: Day, _ connection: any Connection) throws -> [SocialWorker] {
    let points = try Settings.whole("caseload.points_per_wte", or: 30, connection)
    let target = Double(try Settings.whole("risk.target_percentile", or: 80, connection))
    struct Carried {
      var points = 0
      var people = 0
      var highRisk = 0
      var last: Day?
    }
    var carried = [String: Carried]()
    try connection.forEach(
      """
      SELECT t.staff_id, CAST(sum(COALESCE(t.weight, $1)) AS bigint), count(*), sum(CASE WHEN e.percentile >= $2 THEN 1 ELSE 0 END),
        max(substr(t.start_at, 1, 10))
      FROM care_team_member t JOIN caseload_entry e ON e.patient_id = t.patient_id
      WHERE t.role = 'named_social_worker' AND t.end_at IS NULL AND t.entered_in_error = 0 AND e.died IS NULL
      GROUP BY t.staff_id
      """, [.of(CaseWeight.unsaid), .real(target)]
    ) { row in
      carried[try row.text()] = Carried(
        points: try row.int(), people: try row.int(), highRisk: try row.int(), last: try row.dayOrNil())
      return true
    }
    var said = [String: Capacity]()
    try connection.forEach(rows, [.of(day)]) { row in
      let staff = try row.text()
      var it = said[staff] ?? Capacity(wte: -1, pointsPerWTE: points)
      let absence: Capacity.Absence = try row.code()
      let (wte, per, most, present) = (row.intOrNil(), row.intOrNil(), row.intOrNil(), try row.int())
      let (to, cover, name): (Day?, ID<StaffMember>?, String?) = (try row.dayOrNil(), row.idOrNil(), row.textOrNil())
      if absence == .none {
        it.wte = wte ?? it.wte
        it.pointsPerWTE = per ?? it.pointsPerWTE
        it.maxCount = most
      } else {
        it.absence = absence
        it.present = present
        it.awayUntil = to
        it.cover = cover
        it.coverName = name
      }
      said[staff] = it
      return true
    }
    return try connection.rows(
      """
      SELECT s.id, s.name, s.short_name, s.languages, s.wte, s.active_to, q.team, l.name FROM staff s
      JOIN staff_post q ON q.staff_id = s.id AND q.id = (SELECT x.id FROM staff_post x WHERE x.staff_id = s.id
        AND x.role = 'social_worker' AND x.entered_in_error = 0 AND COALESCE(x.start_on, '') <= $1
        AND (COALESCE(x.end_on, '9999-12-31') > $1 OR x.end_on = s.active_to)
        ORDER BY COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
      LEFT JOIN locality l ON l.id = q.locality_id
      WHERE s.entered_in_error = 0 AND COALESCE(s.active_from, '') <= $1 AND COALESCE(s.active_to, '9999-12-31') >= $1
      ORDER BY s.name_key, s.id
      """, [.of(day)]
    ) { row in
      let (id, name, short) = (try row.text(), try row.text(), try row.text())
      let languages = (row.textOrNil() ?? "").split(separator: "\n").map(String.init)
      let wte = row.realOrNil()
      var capacity = said[id] ?? Capacity(wte: -1, pointsPerWTE: points)
      if capacity.wte < 0 { capacity.wte = Int(((wte ?? 1) * 100).rounded()) }
      let it = carried[id] ?? Carried()
      let last = try row.dayOrNil()
      return SocialWorker(
        id: ID(id), name: name, shortName: short, team: row.textOrNil(), locality: row.textOrNil(),
        languages: languages, load: CaseLoad(points: it.points, people: it.people, capacity: capacity),
        highRisk: it.highRisk, lastNewCase: it.last, lastDay: last)
    }
  }

  static func digest(_ id: String, _ values: [String]) -> String {
    SHA256.hex(([id] + values).joined(separator: " "))
  }
}
