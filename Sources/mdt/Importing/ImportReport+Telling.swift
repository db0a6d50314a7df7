import CaseModel
import CaseStore

/// What an import did, for people, as lines of fields and as JSON.
extension ImportReport {
  /// How many warnings and possible duplicates are told to a person; `--plain` and `--json` give all that are kept.
  private static var mostTold: Int { 20 }

  func tell(_ mode: ImportMode, rejectsPath: String?) {
    if let earlier = alreadyImported {
      let other = earlier.fileName == fileName ? "" : ", then named \(earlier.fileName)"
      Outlet.line(
        "Nothing was changed: the same file was imported on \(earlier.at.short) by \(earlier.by)\(other).")
      return
    }
    for rejection in rejections { for complaint in rejection.complaints { Outlet.line(complaint.sentence) } }
    if rejected > rejections.count { Outlet.line("... and \(thousands(rejected - rejections.count)) more rows.") }
    // Each person who would be called otherwise is named, however many there are (R-ID-05).
    let renamed = warnings.filter { $0.rule == "R-ID-05" }
    for warning in renamed { Outlet.line("Check: \(warning.sentence)") }
    tell(
      warnings.filter { $0.rule != "R-ID-05" }.map { "Check: \($0.sentence)" }, of: warningCount - renamed.count,
      "things to check")
    tell(possibleDuplicates.map(\.sentence), of: possibleDuplicateCount, "possible duplicates (R-ID-06)")
    if !unknownColumns.isEmpty {
      let kept = subject == .caseload ? "Their values are kept with each person." : "They are left out."
      Outlet.line("Columns that mean nothing here: \(unknownColumns.joined(separator: ", ")). \(kept)")
    }
    Outlet.line(counts + details)
    if identified > 0 {
      Outlet.line(
        "\(thousands(identified)) of the new people are only identified (5.1): lists show them once they are invited or "
          + "enrolled, and until then with the filter status:identified.")
    }
    if let ending = ending(mode, rejectsPath) { Outlet.line(ending) }
  }

  private func tell(_ lines: [String], of count: Int, _ what: String) {
    for line in lines.prefix(Self.mostTold) { Outlet.line(line) }
    if count > Self.mostTold { Outlet.line("... and \(thousands(count - Self.mostTold)) more \(what).") }
  }

  private var details: String {
    var parts = [String]()
    if unknown > 0 {
      let what = subject == .caseload ? "a practice" : "an organisation"
      parts.append("\(thousands(unknown)) of the rejected name \(what) that nobody here knows")
    }
    if olderScores > 0 {
      parts.append(
        olderScores == 1
          ? "1 score is older than the list's: history only"
          : "\(thousands(olderScores)) scores are older than the list's: history only")
    }
    if possibleDuplicateCount > 0 { parts.append("\(thousands(possibleDuplicateCount)) possible duplicates") }
    if warningCount > 0 { parts.append("\(thousands(warningCount)) to check") }
    return parts.map { "; \($0)" }.joined() + "."
  }

  /// Nil where the import was refused: that is no part of the report.
  private func ending(_ mode: ImportMode, _ rejectsPath: String?) -> String? {
    if rows == 0 { return "The file has no rows: there was nothing to import." }
    switch (mode, isImported) {
    case (.preview, _): return "This was a preview: nothing was changed."
    case (_, false): return nil
    case (_, true):
      guard rejected > 0 else { return "Imported." }
      return "The good rows are imported." + (rejectsPath.map { " The others are in \($0), with the reasons." } ?? "")
    }
  }

  /// Why an import that takes all or nothing took nothing.
  var refusal: Problem {
    Problem(
      "Nothing was imported.", because: "\(thousands(rejected)) of \(thousands(rows)) rows are not good.",
      try: "Correct the file, or import the good rows with --accept-good --rejects FILE.", kind: .badData)
  }

  // MARK: For programs

  /// Fields: `count`, name, number; `rejected`, `check`: line, column, value, rule, message; `duplicate`: line, whom,
  /// score, shared; `unknown_column`: name; `already_imported`: when, by whom.
  func tellPlainly() {
    if let earlier = alreadyImported { Outlet.record(["already_imported", earlier.at.iso, earlier.by]) }
    for (name, value) in numbers { Outlet.record(["count", name, String(value)]) }
    for column in unknownColumns { Outlet.record(["unknown_column", column]) }
    for rejection in rejections {
      for complaint in rejection.complaints { Outlet.record(["rejected"] + complaint.fields) }
    }
    for warning in warnings { Outlet.record(["check"] + warning.fields) }
    for pair in possibleDuplicates {
      Outlet.record(["duplicate", String(pair.line), pair.resembles, String(pair.score), pair.shared])
    }
  }

  private var numbers: [(String, Int)] {
    [
      ("rows", rows), ("new", new), ("changed", changed), ("unchanged", unchanged), ("rejected", rejected),
      ("unknown", unknown), ("older_scores", olderScores), ("identified", identified),
      ("possible_duplicates", possibleDuplicateCount),
      ("to_check", warningCount),
    ]
  }

  var json: JSON {
    .object(
      [
        ("subject", .text(subject.rawValue)), ("file", .text(fileName)), ("imported", .flag(isImported)),
        ("already_imported_at", JSON(alreadyImported?.at.iso)), ("already_imported_by", JSON(alreadyImported?.by)),
      ] + numbers.map { ($0.0, JSON.integer($0.1)) } + [
        ("unknown_columns", .list(unknownColumns.map { .text($0) })),
        ("complaints", .list(rejections.flatMap { $0.complaints.map(\.json) })),
        ("checks", .list(warnings.map(\.json))),
        ("duplicates", .list(possibleDuplicates.map(\.json))),
      ])
  }
}

extension ImportComplaint {
  /// `line 12, DOB "31/02/1941": February has 28 days. (date)`
  var sentence: String {
    let place = column.isEmpty ? "line \(line)" : "line \(line), \(column)"
    return "\(place)\(value.isEmpty ? "" : " \u{201C}\(value)\u{201D}"): \(message) (\(rule))"
  }

  var fields: [String] { [String(line), column, value, rule, message] }

  var json: JSON {
    .object([
      ("line", .integer(line)), ("column", .text(column)), ("value", .text(value)), ("rule", .text(rule)),
      ("message", .text(message)),
    ])
  }
}

extension PossibleDuplicate {
  var sentence: String { "line \(line): may be the same as \(resembles): \(shared) (R-ID-06)" }

  var json: JSON {
    .object([
      ("line", .integer(line)), ("resembles", .text(resembles)), ("score", .integer(score)), ("shared", .text(shared)),
    ])
  }
}
