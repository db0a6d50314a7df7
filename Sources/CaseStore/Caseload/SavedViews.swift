import CaseModel

/// Views of one's own: filter, sort and columns with a name.
enum SavedViews {
  static func all(of staff: ID<StaffMember>, _ connection: any Connection) throws -> [CaseloadView] {
    try connection.rows(
      """
      SELECT id, name, filter, sort_order, descending, columns FROM saved_view
      WHERE staff_id = $1 AND removed = 0 ORDER BY name, id
      """, [.of(staff)], read)
  }

  /// The columns `id, name, filter, sort_order, descending, columns`.
  static func read(_ row: inout Columns) throws -> CaseloadView {
    CaseloadView(
      id: try row.text(), number: nil, name: try row.text(), filter: try row.text(),
      sort: CaseloadSort(try row.code(), descending: try row.flag()),
      columns: try row.text().split(separator: "\n").compactMap { CaseloadColumn(rawValue: String($0)) }, isOwn: true)
  }

  static func save(_ view: CaseloadView, in change: Change) throws {
    let old = try all(of: change.by.actor.id, change.connection).first { $0.id == view.id }
    try put(view, action: old == nil ? .create : .update, in: change)
    try log(.viewSaved, view.id, "Saved the view \(view.name)", before: old, after: view, in: change)
  }

  static func takeAway(_ id: String, in change: Change) throws {
    guard let old = try all(of: change.by.actor.id, change.connection).first(where: { $0.id == id }) else {
      throw Problem(
        "The view was not removed.", because: "You have no such view.", try: "Look at the list of views.",
        kind: .notFound)
    }
    try remove(id, action: .void, in: change)
    try log(.viewRemoved, id, "Removed the view \(old.name)", before: old, after: nil, in: change)
  }

  private static func log(
    _ kind: UndoLog.Kind, _ id: String, _ words: String, before: CaseloadView?, after: CaseloadView?, in change: Change
  ) throws {
    func text(_ view: CaseloadView?) throws -> String? {
      try view.map { try JSONText.encode($0, what: "The view was not kept.") }
    }
    try UndoLog.add(
      UndoLog.Entry(kind: kind, subject: id, words: words, before: try text(before), after: try text(after)),
      in: change)
  }

  static func put(_ view: CaseloadView, action: AuditAction, in change: Change) throws {
    guard !view.id.isEmpty, !view.name.isEmpty, !CaseloadView.builtIn.contains(where: { $0.id == view.id }) else {
      throw Problem(
        "The view was not saved.", because: "A view of your own needs a name that is not one of the nine.",
        try: "Give it another name.", kind: .badData)
    }
    let connection = change.connection
    try connection.run(
      """
      INSERT INTO saved_view (staff_id, id, name, filter, sort_order, descending, columns, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (staff_id, id) DO UPDATE SET name = excluded.name, filter = excluded.filter,
      sort_order = excluded.sort_order, descending = excluded.descending, columns = excluded.columns, removed = 0,
      updated_at = excluded.updated_at, row_version = saved_view.row_version + 1
      """,
      [
        .text(change.staffID), .text(view.id), .text(view.name), .text(view.filter), .of(view.sort.order),
        .of(view.sort.descending), .text(view.columns.map(\.rawValue).joined(separator: "\n")), .of(change.at),
        .of(change.at),
      ])
    try change.audit(
      action, "saved_view \(view.id)", purpose: view.filter.isEmpty ? "everybody" : view.filter,
      digest: try digest(of: view))
  }

  /// What the audit keeps of a view, as it is kept: whoever saves it may have given it a key.
  static func digest(of view: CaseloadView) throws -> String {
    var view = view
    (view.number, view.isOwn) = (nil, true)
    return SHA256.hex(try JSONText.encode(view, what: "The view was not saved."))
  }

  static func remove(_ id: String, action: AuditAction, in change: Change) throws {
    try change.connection.run(
      "UPDATE saved_view SET removed = 1, updated_at = $1, row_version = row_version + 1 WHERE staff_id = $2 AND id = $3",
      [.of(change.at), .text(change.staffID), .text(id)])
    try change.audit(action, "saved_view \(id)", purpose: "removed")
  }
}
