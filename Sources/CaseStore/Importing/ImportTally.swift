import CaseModel

/// Counts what becomes of the rows of one file, and sees to what holds between its rows.
struct ImportTally {
  private(set) var report: ImportReport
  private let context: ImportContext
  /// The first line of each record that a file may hold once, by the hash of what makes it that record.
  private var once = [UInt64: Int]()
  private var likeness = LikenessSurvey()

  init(_ report: ImportReport, _ context: ImportContext) {
    self.report = report
    self.context = context
  }

  /// Whether the row is good; with the rejection when it is not.
  mutating func add<Steps: ImportSteps>(
    _ row: ImportRow<Steps.Line>, _ decision: RowDecision<Steps.Plan>?, _ steps: Steps
  ) -> ImportRejection? {
    report.rows += 1
    switch row {
    case .rejected(let rejection):
      reject(rejection)
      return rejection
    case .good(let good):
      var complaints = decision?.complaints ?? []
      if let key = steps.onceKey(of: good.content) {
        let hash = fnv1a(key)
        if let first = once[hash] {
          complaints.append(
            context.complaint(
              good.line, "", "", "twice", "Line \(first) is about the same person, who has no number. Keep one."))
        } else {
          once[hash] = good.line
        }
      }
      warn(good.warnings + (decision?.warnings ?? []))
      if !complaints.isEmpty {
        let rejection = ImportRejection(line: good.line, complaints: complaints, raw: good.raw)
        if decision?.namesUnknown == true { report.unknown += 1 }
        reject(rejection)
        return rejection
      }
      if let decision { count(decision, good.line) }
      if decision?.effect == .new { likeness.add(steps.likenessKeys(of: good.content), line: good.line) }
      return nil
    }
  }

  private mutating func count<Plan>(_ decision: RowDecision<Plan>, _ line: Int) {
    switch decision.effect {
    case .new: report.new += 1
    case .changed: report.changed += 1
    case .unchanged: report.unchanged += 1
    }
    if decision.isOlderScore { report.olderScores += 1 }
    if decision.isIdentified { report.identified += 1 }
    for duplicate in decision.duplicates { keep(duplicate) }
  }

  private mutating func keep(_ duplicate: PossibleDuplicate) {
    report.possibleDuplicateCount += 1
    if report.possibleDuplicates.count < ImportReport.mostKept { report.possibleDuplicates.append(duplicate) }
  }

  private mutating func reject(_ rejection: ImportRejection) {
    report.rejected += 1
    if report.rejections.count < ImportReport.mostKept { report.rejections.append(rejection) }
  }

  private mutating func warn(_ warnings: [ImportComplaint]) {
    report.warningCount += warnings.count
    let room = ImportReport.mostKept - report.warnings.count
    if room > 0 { report.warnings += warnings.prefix(room) }
  }

  /// After the last row: the report, with those new people of the file who resemble each other.
  mutating func finished() -> ImportReport {
    for (line, other, key) in likeness.pairs() {
      keep(
        PossibleDuplicate(
          line: line, resembles: "line \(other) of this file", score: Likeness.scores[key],
          shared: Likeness.words[key]))
    }
    report.possibleDuplicates.sort { $0.line < $1.line }
    return report
  }
}

/// Which new rows of a file share what makes possible duplicates, in 24 bytes a row.
///
/// Each hash keeps 42 bits beside 22 for the row's place, so that among a million people about one pair in ten files
/// is named by chance; a person looks at them anyhow.
struct LikenessSurvey {
  private static let placeBits: UInt64 = 22
  private static let placeMask: UInt64 = 1 << placeBits - 1
  private var hashes = [[UInt64]](repeating: [], count: 3)
  private var lines = [UInt32]()

  mutating func add(_ keys: [String], line: Int) {
    guard !keys.isEmpty, lines.count < 1 << LikenessSurvey.placeBits else { return }
    let place = UInt64(lines.count)
    lines.append(UInt32(clamping: line))
    for (index, key) in keys.enumerated() where !key.isEmpty {
      hashes[index].append(fnv1a(key) & ~LikenessSurvey.placeMask | place)
    }
  }

  /// Line, an earlier line, and which key they share (the first that they do). Forgets everything.
  mutating func pairs() -> [(line: Int, other: Int, key: Int)] {
    var found = [(line: Int, other: Int, key: Int)]()
    var seen = Set<UInt64>()
    for key in hashes.indices {
      var sorted = [UInt64]()
      swap(&sorted, &hashes[key])
      sorted.sort()
      for index in sorted.indices.dropFirst()
      where sorted[index] >> LikenessSurvey.placeBits == sorted[index - 1] >> LikenessSurvey.placeBits {
        let places = [sorted[index], sorted[index - 1]].map { Int($0 & LikenessSurvey.placeMask) }
        let (line, other) = (lines[places[0]], lines[places[1]])
        if seen.insert(UInt64(line) << 32 | UInt64(other)).inserted { found.append((Int(line), Int(other), key)) }
      }
    }
    lines = []
    return found
  }
}
